//! A recorded change as something that can be read: names instead of numbers.
//!
//! The command line and the screens tell the history from the same values; [`pieces`] takes a value
//! apart into words and money, which each writes in its own way.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::id::{Id, PayeeId, TagId};
use domain::{Chart, Money, Payee, Tag};
use ops::Book;
use ops::history::{ChangeRecord, HistoryEntry};
use ops::session::StoreError;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// An operation.
#[derive(Serialize)]
pub(crate) struct Entry {
    pub(crate) sequence: u64,
    pub(crate) verb: &'static str,
    /// For undo and redo: which operation.
    pub(crate) target: Option<u64>,
    /// RFC 3339, UTC.
    pub(crate) at: String,
    pub(crate) device: String,
    /// How many entities it changed; `changes` has the first of them.
    pub(crate) changed: i64,
    pub(crate) changes: Vec<Change>,
    #[serde(skip)]
    pub(crate) at_ms: i64,
}

/// One change of one entity.
#[derive(Serialize)]
pub(crate) struct Change {
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) action: &'static str,
    /// What differs; empty when it was made or deleted.
    pub(crate) fields: Vec<Field>,
}

/// One field before and after.
#[derive(Serialize)]
pub(crate) struct Field {
    #[serde(rename = "field")]
    pub(crate) name: String,
    pub(crate) old: Value,
    pub(crate) new: Value,
}

/// Knows the names that changes refer to.
pub(crate) struct Readable<'b> {
    book: &'b Book,
    chart: Chart,
}

impl<'b> Readable<'b> {
    pub(crate) fn new(book: &'b Book) -> Result<Self, StoreError> {
        let chart = book.view().chart()?;
        Ok(Self { book, chart })
    }

    /// Makes an operation readable.
    pub(crate) fn entry(&self, entry: &HistoryEntry) -> Result<Entry, StoreError> {
        let operation = &entry.operation;
        let changes = entry.changes.iter().map(|change| {
            let action = change.action.as_str();
            Ok(Change {
                kind: change.kind.as_str(),
                id: change.entity.to_string(),
                action,
                fields: match action {
                    "update" => self.fields(&change.fields)?,
                    _ => Vec::new(),
                },
            })
        });
        Ok(Entry {
            sequence: operation.sequence,
            verb: operation.verb.as_str(),
            target: operation.target,
            at: moment(operation.at_ms).to_rfc3339_opts(SecondsFormat::Secs, true),
            device: operation.device.clone(),
            changed: operation.changes,
            changes: changes.collect::<Result<_, StoreError>>()?,
            at_ms: operation.at_ms,
        })
    }

    /// The fields of a change with names: of one that was made or deleted all of them, on one side.
    pub(crate) fn all_fields(&self, change: &ChangeRecord) -> Result<Vec<Field>, StoreError> {
        let made = match change.action.as_str() {
            "create" => true,
            "delete" => false,
            _ => return self.fields(&change.fields),
        };
        let recorded: Map<String, Value> = serde_json::from_str(&change.fields)?;
        let field = |(name, value): (String, Value)| {
            let value = self.value(&name, value)?;
            let (old, new) = if made {
                (Value::Null, value)
            } else {
                (value, Value::Null)
            };
            Ok(Field { name, old, new })
        };
        recorded.into_iter().map(field).collect()
    }

    fn fields(&self, recorded: &str) -> Result<Vec<Field>, StoreError> {
        let recorded: Map<String, Value> = serde_json::from_str(recorded)?;
        let field = |(name, sides): (String, Value)| {
            let side = |at: usize| {
                let value = sides.get(at).cloned().unwrap_or(Value::Null);
                self.value(&name, value)
            };
            let (old, new) = (side(0)?, side(1)?);
            Ok(Field { name, old, new })
        };
        recorded.into_iter().map(field).collect()
    }

    /// Names instead of the numbers under which things are stored.
    fn value(&self, field: &str, value: Value) -> Result<Value, StoreError> {
        Ok(match (field, value) {
            ("payee", Value::Number(id)) => {
                let id = PayeeId::from_raw(id.as_i64().unwrap_or(0));
                let payee = self.book.view().get::<Payee>(id.raw())?;
                let name = match payee {
                    Some(payee) => Some(payee.name),
                    None => self.book.recorded_name(id.raw())?,
                };
                Value::from(name.unwrap_or_else(|| id.to_string()))
            }
            ("tag", Value::Number(id)) => {
                let id = TagId::from_raw(id.as_i64().unwrap_or(0));
                let tag = self.book.view().get::<Tag>(id.raw())?;
                let name = match tag {
                    Some(tag) => Some(tag.name),
                    None => self.book.recorded_name(id.raw())?,
                };
                Value::from(name.unwrap_or_else(|| id.to_string()))
            }
            ("account" | "parent", Value::Number(id)) => {
                let id = domain::id::AccountId::from_raw(id.as_i64().unwrap_or(0));
                let known = self
                    .chart
                    .get(id)
                    .map(|account| self.chart.path(account.id));
                Value::from(known.map_or_else(|| id.to_string(), str::to_owned))
            }
            ("goal" | "transaction" | "batch", Value::Number(id)) => {
                Value::from(Id::from_raw(id.as_i64().unwrap_or(0)).to_string())
            }
            ("tags", Value::Array(ids)) => {
                let names = ids.into_iter().map(|id| self.value("tag", id));
                Value::Array(names.collect::<Result<_, _>>()?)
            }
            ("postings", Value::Array(legs)) => {
                let legs = legs.into_iter().map(|leg| self.leg(leg));
                Value::Array(legs.collect::<Result<_, _>>()?)
            }
            (_, value) => value,
        })
    }

    /// A leg in the shape of a transaction's postings.
    fn leg(&self, leg: Value) -> Result<Value, StoreError> {
        let Value::Object(fields) = leg else {
            return Ok(leg);
        };
        let mut named = Map::new();
        for (name, value) in fields {
            let value = self.value(&name, value)?;
            match (name.as_str(), value.as_str().map(str::parse::<Money>)) {
                ("amount", Some(Ok(amount))) => {
                    named.insert("amount".to_owned(), Value::from(amount.digits()));
                    let code = amount.currency.code.as_str();
                    named.insert("currency".to_owned(), Value::from(code));
                }
                ("cost", Some(Ok(cost))) => {
                    let code = cost.currency.code.as_str();
                    let cost = json!({ "amount": cost.digits(), "currency": code });
                    named.insert(name, cost);
                }
                _ => {
                    named.insert(name, value);
                }
            }
        }
        Ok(Value::Object(named))
    }
}

/// A part of a value as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words.
    Text(String),
    /// What flowed into an account.
    Leg(String, Money),
}

/// The parts of a value; none of nothing.
pub(crate) fn pieces(value: &Value) -> Vec<Piece> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) if text.is_empty() => Vec::new(),
        Value::String(text) => vec![Piece::Text(text.clone())],
        Value::Array(values) => values.iter().flat_map(pieces).collect(),
        Value::Object(fields) => {
            let text = |name: &str| fields.get(name).and_then(Value::as_str);
            let (amount, currency) = (text("amount"), text("currency"));
            let money = amount
                .zip(currency)
                .and_then(|(amount, code)| format!("{amount} {code}").parse::<Money>().ok());
            vec![match (text("account"), money) {
                (Some(account), Some(money)) => Piece::Leg(account.to_owned(), money),
                _ => Piece::Text(value.to_string()),
            }]
        }
        other => vec![Piece::Text(other.to_string())],
    }
}

/// A moment of the history.
pub(crate) fn moment(at_ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at_ms).unwrap_or_default()
}
