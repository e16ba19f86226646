//! What the screen `history` asks for.

use chrono::Local;
use ops::history::{Subject, Thing, Told};
use ops::{Book, Names as _};

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::present::recorded::{Readable, moment, pieces};
use crate::present::{Sides, words};
use crate::screens::history::{About, Changed, Entry, Found, Wish};

/// Fields that say nothing to a person beside the rest.
const UNTOLD: [&str; 2] = ["id", "imported_at"];

pub(super) fn find(book: &Book, wish: &Wish, texts: &Texts) -> Result<Found, Failure> {
    match wish {
        Wish::Page(from, limit) => {
            let page = book.history_page(*from, *limit).or_explain(texts)?;
            let entries = page.entries.iter().map(|told| entry(told, book, texts));
            Ok(Found::Page {
                first: from.is_none(),
                entries: entries.collect::<Result<_, Failure>>()?,
                next: page.next,
            })
        }
        Wish::Details(sequence) => {
            let changed = details(book, *sequence, texts)?;
            Ok(Found::Details(*sequence, changed))
        }
    }
}

fn entry(told: &Told, book: &Book, texts: &Texts) -> Result<Entry, Failure> {
    let operation = &told.operation;
    let named = told.subjects.iter();
    let mut named = named.filter(|subject| subject.thing.is_some());
    let mut about = match named.next() {
        Some(subject) => about(subject, book, texts)?,
        None => About::default(),
    };
    about.more = named.next().is_some();
    Ok(Entry {
        sequence: operation.sequence,
        at: moment(operation.at_ms).with_timezone(&Local),
        verb: words::verb(operation.verb.as_str()),
        target: match operation.target {
            Some(target) => {
                let target = book.view().operation(target).or_explain(texts)?;
                target.map(|target| words::verb(target.verb.as_str()))
            }
            None => None,
        },
        about,
        changes: operation.changes,
        device: operation.device.clone(),
        standing: told.standing,
    })
}

fn about(subject: &Subject, book: &Book, texts: &Texts) -> Result<About, Failure> {
    Ok(match &subject.thing {
        None => About::default(),
        Some(Thing::Named(name)) => About {
            name: name.clone(),
            ..About::default()
        },
        Some(Thing::Transaction(found)) => {
            let (transaction, names) = found.as_ref();
            let sides = Sides::of(transaction, names);
            let payee = match transaction.payee {
                Some(id) => match names.payee(id) {
                    Some(payee) => Some(payee.to_owned()),
                    None => book.recorded_name(id.raw()).or_explain(texts)?,
                },
                None => None,
            };
            let who = match payee {
                Some(payee) => payee,
                None if !transaction.memo.is_empty() => transaction.memo.clone(),
                None => sides.category(names.chart(), texts),
            };
            About {
                day: Some(transaction.date),
                name: who,
                amount: sides.amount(),
                more: false,
                transaction: Some(transaction.id.to_string()),
            }
        }
    })
}

fn details(book: &Book, sequence: u64, texts: &Texts) -> Result<Vec<Changed>, Failure> {
    let Some(entry) = book.history_entry(sequence).or_explain(texts)? else {
        return Ok(Vec::new());
    };
    let readable = Readable::new(book).or_explain(texts)?;
    let changed = entry.changes.iter().map(|change| {
        let fields = readable.all_fields(change).or_explain(texts)?.into_iter();
        let fields = fields.filter(|field| !UNTOLD.contains(&field.name.as_str()));
        Ok(Changed {
            action: match change.action.as_str() {
                "create" => "word-was-made",
                "delete" => "word-was-removed",
                _ => "word-was-changed",
            },
            kind: change.kind.as_str(),
            fields: fields
                .map(|field| (field.name, pieces(&field.old), pieces(&field.new)))
                .collect(),
        })
    });
    changed.collect()
}
