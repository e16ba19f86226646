//! Reads the lossless document as a stream: the head, then item by item.
//!
//! The head is collected field by field, in any order; at `transactions` it must be complete. An
//! error that isn't serde's own is put aside in [`Stream::stop`] while serde unwinds, so that it
//! comes out with its type.

use std::fmt;
use std::io::{BufReader, Read};

use domain::Attachment;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::accounts;
use super::attachment::AttachmentShape;
use super::entries::ReadHead;
use super::error::{ItemError, ReadBookError};
use super::meter::{ALLOWANCE, Allowance, Metered};
use super::resolve::{Resolver, SameName};
use super::row::RowShape;
use super::transaction::TransactionShape;
use super::{KIND, VERSION};
use crate::book::BookSink;

/// Reads a whole document into `sink`. On an error the sink has been given the part before it.
pub fn read<S: BookSink>(reader: impl Read, sink: &mut S) -> Result<(), ReadBookError<S::Error>> {
    let allowance = Allowance::new();
    let metered = Metered::new(BufReader::new(reader), allowance.clone());
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(metered));
    let mut stream = Stream {
        sink,
        allowance,
        head: Map::new(),
        known: None,
        part: None,
        number: 0,
        stop: None,
    };
    let result = Document(&mut stream)
        .deserialize(&mut json)
        .and_then(|()| json.end());
    stream.outcome(result)
}

struct Stream<'a, S: BookSink> {
    sink: &'a mut S,
    allowance: Allowance,
    /// The fields of the head so far; empty once it is complete.
    head: Map<String, Value>,
    /// There once the head is complete.
    known: Option<Resolver>,
    /// The list of items that was met last.
    part: Option<Kind>,
    /// How many items of that list were met.
    number: u64,
    stop: Option<ReadBookError<S::Error>>,
}

/// The lists of items, in the order in which they come; the last may be missing.
#[derive(Clone, Copy)]
enum Kind {
    Transaction,
    Row,
    Attachment,
}

impl Kind {
    const fn field(self) -> &'static str {
        match self {
            Self::Transaction => "transactions",
            Self::Row => "statement_rows",
            Self::Attachment => "attachments",
        }
    }
}

impl<S: BookSink> Stream<'_, S> {
    fn outcome(self, result: Result<(), serde_json::Error>) -> Result<(), ReadBookError<S::Error>> {
        let Err(error) = result else { return Ok(()) };
        Err(match self.stop {
            Some(stop) => stop,
            None if self.allowance.is_spent() => ReadBookError::TooLong(ALLOWANCE),
            None => ReadBookError::Json(error),
        })
    }

    /// Puts the error aside and gives serde one of its own to unwind with.
    fn stop<E: serde::de::Error>(&mut self, stop: ReadBookError<S::Error>) -> E {
        self.stop = Some(stop);
        E::custom("stopped")
    }

    fn head_field<E: serde::de::Error>(&mut self, name: String, value: Value) -> Result<(), E> {
        match name.as_str() {
            _ if self.known.is_some() => return Err(E::custom(format!("unknown field `{name}`"))),
            "version" if value != VERSION => return Err(self.stop(ReadBookError::Version(value))),
            "kind" if value != KIND => return Err(self.stop(ReadBookError::Kind)),
            _ => {}
        }
        if self.head.insert(name.clone(), value).is_some() {
            return Err(self.stop(ReadBookError::RepeatedField(name)));
        }
        Ok(())
    }

    /// Gives the sink its head, at the first field that needs one.
    fn complete_head<E: serde::de::Error>(&mut self) -> Result<(), E> {
        if self.known.is_some() {
            return Ok(());
        }
        let mut fields = std::mem::take(&mut self.head);
        for field in ["kind", "version"] {
            if fields.remove(field).is_none() {
                return Err(self.stop(ReadBookError::MissingField(field)));
            }
        }
        let head = match serde_json::from_value::<ReadHead>(Value::Object(fields)) {
            Ok(read) => read.into_head(),
            Err(error) => return Err(self.stop(ReadBookError::Json(error))),
        };
        if let Err((name, problem)) = accounts::check(&head) {
            return Err(self.stop(ReadBookError::Account { name, problem }));
        }
        match Resolver::new(&head) {
            Ok(known) => self.known = Some(known),
            Err(SameName(name)) => return Err(self.stop(ReadBookError::SameName(name))),
        }
        match self.sink.head(&head) {
            Ok(()) => Ok(()),
            Err(refusal) => Err(self.stop(ReadBookError::Sink(refusal))),
        }
    }

    /// Resolves one item and gives it to the sink.
    fn item<T, E: serde::de::Error>(
        &mut self,
        kind: Kind,
        resolve: impl FnOnce(&Resolver) -> Result<T, ItemError>,
        push: impl FnOnce(&mut S, T) -> Result<(), S::Error>,
    ) -> Result<(), E> {
        self.allowance.renew();
        self.number += 1;
        let Some(known) = &self.known else {
            return Err(self.stop(ReadBookError::MissingField("accounts")));
        };
        match resolve(known) {
            Ok(item) => {
                push(self.sink, item).map_err(|refusal| self.stop(ReadBookError::Sink(refusal)))
            }
            Err(problem) => {
                let list = kind.field();
                Err(self.stop(ReadBookError::Item {
                    list,
                    number: self.number,
                    problem,
                }))
            }
        }
    }

    /// Begins a list of items: each comes once, rows after transactions.
    fn enter<E: serde::de::Error>(&mut self, kind: Kind) -> Result<(), E> {
        self.complete_head()?;
        let wrong = match (self.part.replace(kind), kind) {
            (None, Kind::Transaction)
            | (Some(Kind::Transaction), Kind::Row)
            | (Some(Kind::Row), Kind::Attachment) => return Ok(()),
            (None, Kind::Row | Kind::Attachment) => ReadBookError::MissingField("transactions"),
            (Some(Kind::Transaction), Kind::Attachment) => {
                ReadBookError::MissingField("statement_rows")
            }
            (Some(_), again) => ReadBookError::RepeatedField(again.field().to_owned()),
        };
        Err(self.stop(wrong))
    }

    /// What must have come before the end of the document.
    fn check_end<E: serde::de::Error>(&mut self) -> Result<(), E> {
        let missing = match self.part {
            Some(Kind::Row | Kind::Attachment) => return Ok(()),
            Some(Kind::Transaction) => "statement_rows",
            None => {
                self.complete_head()?;
                "transactions"
            }
        };
        Err(self.stop(ReadBookError::MissingField(missing)))
    }
}

struct Document<'a, 'b, S: BookSink>(&'a mut Stream<'b, S>);

impl<'de, S: BookSink> DeserializeSeed<'de> for Document<'_, '_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, S: BookSink> Visitor<'de> for Document<'_, '_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a ledger document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let stream = self.0;
        while let Some(field) = map.next_key::<String>()? {
            let kind = match field.as_str() {
                "transactions" => Kind::Transaction,
                "statement_rows" => Kind::Row,
                "attachments" => Kind::Attachment,
                _ => {
                    let value = map.next_value()?;
                    stream.head_field(field, value)?;
                    continue;
                }
            };
            stream.enter(kind)?;
            map.next_value_seed(Items(stream, kind))?;
        }
        stream.check_end()
    }
}

struct Items<'a, 'b, S: BookSink>(&'a mut Stream<'b, S>, Kind);

impl<'de, S: BookSink> DeserializeSeed<'de> for Items<'_, '_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, S: BookSink> Visitor<'de> for Items<'_, '_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Items(stream, kind) = self;
        stream.allowance.renew();
        stream.number = 0;
        match kind {
            Kind::Transaction => {
                while let Some(shape) = list.next_element::<TransactionShape<'_>>()? {
                    stream.item(kind, |known| shape.resolve(known), S::transaction)?;
                }
            }
            Kind::Row => {
                while let Some(shape) = list.next_element::<RowShape<'_>>()? {
                    stream.item(kind, |known| shape.resolve(known), S::statement_row)?;
                }
            }
            Kind::Attachment => {
                while let Some(shape) = list.next_element::<AttachmentShape<'_>>()? {
                    let give = |sink: &mut S, (attachment, content): (Attachment, Vec<u8>)| {
                        sink.attachment(attachment, &content)
                    };
                    stream.item(kind, |_| shape.resolve(), give)?;
                }
            }
        }
        Ok(())
    }
}
