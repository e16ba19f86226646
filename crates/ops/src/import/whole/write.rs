//! A book is gone through once: previewed, or booked in one operation.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat};
use domain::id::{BatchId, BudgetId, PriceId, StatementRowId, TagId, TransactionId};
use domain::label::{MAX_NAME, tidy_name};
use domain::statement::{Batch, Reason, StatementRow, Verdict};
use domain::transaction::{Metadata, Source};
use domain::{Posting, Tag, Transaction};
use formats::book::foreign::{ForeignBook, ForeignTransaction, LineError, Place, Uncarried, Why};
use store::{StoreError, Verb, View, Writer};

use super::convert::{Converter, Leg, Refused};
use super::known::{Anchor, Knowledge, days, text_of};
use super::plan::Plan;
use super::{BookImport, ImportedBook, budgets, currencies, prices};
use crate::Book;
use crate::import::ImportError;
use crate::import::payees::Payees;
use crate::lookup::sorted;
use crate::progress::Work;

/// What is counted on the way.
#[derive(Default)]
struct Counts {
    imported: usize,
    duplicates: usize,
    prices: usize,
    budgets: usize,
    errors: Vec<LineError>,
    batch: Option<BatchId>,
}

/// Says what would come of a book.
pub(super) fn preview(
    view: View<'_>,
    file: &str,
    mut book: ForeignBook,
    request: &BookImport,
) -> Result<ImportedBook, ImportError> {
    let mut plan = Plan::new(view, &book, request)?;
    check_open(&plan, &book, request, file)?;
    let mut known = Knowledge::new(view, &plan.chart, days(&book.transactions))?;
    let mut converter = Converter::new(&request.words);
    let mut counts = Counts::default();
    for foreign in &book.transactions {
        let judged = judge(&mut plan, &mut converter, &mut known, foreign, &mut counts);
        counts.imported += usize::from(judged.is_some());
    }
    counts.prices = prices::new(view, &book, &plan, &mut converter.uncarried)?.len();
    counts.budgets = budgets::new(view, &book, &plan, &mut converter.uncarried)?.len();
    book.uncarried.append(&mut converter.uncarried);
    Ok(report(file, book, &plan, counts))
}

/// Books it.
pub(super) fn import(
    book: &mut Book,
    file: &str,
    mut foreign: ForeignBook,
    request: &BookImport,
) -> Result<ImportedBook, ImportError> {
    if request.strict && !foreign.errors.is_empty() {
        return Err(strict(file, foreign.errors.len()));
    }
    let now_ms = book.clock().now_ms;
    book.write_many(Verb::Import, |writer, work| {
        work.expect(foreign.transactions.len());
        let mut plan = Plan::new(writer.view(), &foreign, request)?;
        check_open(&plan, &foreign, request, file)?;
        let mut known = Knowledge::new(writer.view(), &plan.chart, days(&foreign.transactions))?;
        currencies::write(writer, &foreign, &plan.currencies)?;
        plan.write_accounts(writer)?;
        let mut booking = Booking {
            labels: Labels::new(writer.view())?,
            converter: Converter::new(&request.words),
            counts: Counts::default(),
            now_ms,
        };
        for name in &foreign.payees {
            booking.labels.payees.of(writer, name)?;
        }
        booking.take(writer, work, &mut plan, &mut known, &foreign, file)?;
        let Booking {
            mut converter,
            mut counts,
            ..
        } = booking;
        if request.strict && !counts.errors.is_empty() {
            return Err(strict(file, counts.errors.len()));
        }
        for price in prices::new(writer.view(), &foreign, &plan, &mut converter.uncarried)? {
            let id = PriceId(writer.next_id()?);
            writer.create(&domain::Price { id, ..price })?;
            counts.prices += 1;
        }
        for budget in budgets::new(writer.view(), &foreign, &plan, &mut converter.uncarried)? {
            let id = BudgetId(writer.next_id()?);
            if let Some(budget) = budget.with_id(id, &plan) {
                writer.create(&budget)?;
                counts.budgets += 1;
            }
        }
        plan.remember(writer)?;
        known.remember(writer, &plan.chart)?;
        foreign.uncarried.append(&mut converter.uncarried);
        Ok(report(file, foreign, &plan, counts))
    })
}

/// Nothing is rounded away because the file doesn't say its currency.
fn check_open(
    plan: &Plan,
    book: &ForeignBook,
    request: &BookImport,
    file: &str,
) -> Result<(), ImportError> {
    match plan.open_digits(book, request) {
        None => Ok(()),
        Some((currency, digits)) => Err(ImportError::OpenCurrency {
            file: file.to_owned(),
            currency,
            digits,
        }),
    }
}

fn strict(file: &str, rows: usize) -> ImportError {
    let file = file.to_owned();
    ImportError::Strict { file, rows }
}

/// The legs of a transaction that is to be booked, and under what it will be known; none when it is
/// known, empty or wrong.
fn judge(
    plan: &mut Plan,
    converter: &mut Converter<'_>,
    known: &mut Knowledge,
    foreign: &ForeignTransaction,
    counts: &mut Counts,
) -> Option<(Vec<Leg>, Anchor)> {
    let noted = converter.uncarried.len();
    let legs = match converter.legs(plan, foreign) {
        Ok(legs) => legs,
        Err(Refused::Empty) => {
            converter.note(foreign, foreign.place.line, &foreign.identity, Why::Empty);
            return None;
        }
        Err(Refused::Wrong(line, problem)) => {
            let place = Place {
                line,
                ..foreign.place.clone()
            };
            let text = foreign.identity.chars().take(120).collect();
            counts.errors.push(LineError {
                place,
                text,
                problem,
            });
            return None;
        }
    };
    let spare = converter.words.rounding.as_str();
    let anchor = known.anchor(plan, &legs, spare)?;
    if known.take(foreign.date, anchor, &text_of(foreign)) {
        converter.uncarried.truncate(noted);
        counts.duplicates += 1;
        return None;
    }
    Some((legs, anchor))
}

/// Payees and tags by their names.
struct Labels {
    payees: Payees,
    tags: HashMap<String, TagId>,
}

impl Labels {
    fn new(view: View<'_>) -> Result<Self, StoreError> {
        let tags = view.tags()?.into_iter().map(|tag| (tag.name, tag.id));
        Ok(Self {
            payees: Payees::new(view)?,
            tags: tags.collect(),
        })
    }

    fn tag(&mut self, writer: &mut Writer<'_>, text: &str) -> Result<Option<TagId>, StoreError> {
        let short: String = text.chars().take(MAX_NAME).collect();
        let Ok(name) = tidy_name(&short) else {
            return Ok(None);
        };
        if let Some(known) = self.tags.get(&name) {
            return Ok(Some(*known));
        }
        let id = TagId(writer.next_id()?);
        writer.create(&Tag {
            id,
            name: name.clone(),
        })?;
        self.tags.insert(name, id);
        Ok(Some(id))
    }
}

struct Booking<'a> {
    labels: Labels,
    converter: Converter<'a>,
    counts: Counts,
    now_ms: i64,
}

impl Booking<'_> {
    fn take(
        &mut self,
        writer: &mut Writer<'_>,
        work: &mut Work<'_>,
        plan: &mut Plan,
        known: &mut Knowledge,
        book: &ForeignBook,
        file: &str,
    ) -> Result<(), ImportError> {
        for foreign in &book.transactions {
            work.one()?;
            let judged = judge(plan, &mut self.converter, known, foreign, &mut self.counts);
            plan.write_accounts(writer)?;
            let Some((legs, anchor)) = judged else {
                continue;
            };
            let batch = self.batch(writer, file, book.format.as_str())?;
            let transaction = self.transaction(writer, plan, batch, foreign, legs)?;
            transaction
                .validate()
                .map_err(crate::transaction::EntryError::from)?;
            writer.create(&transaction)?;
            self.counts.imported += 1;
            let account = plan.chart.slot(anchor.slot).and_then(|slot| slot.id);
            if let Some(account) = account {
                let id = StatementRowId(writer.next_id()?);
                writer.create(&StatementRow {
                    id,
                    batch,
                    account,
                    date: foreign.date,
                    amount: anchor.amount,
                    text: text_of(foreign),
                    bank_id: None,
                    transaction: Some(transaction.id),
                    verdict: Verdict::New,
                    reason: Some(Reason::Book),
                    waits: false,
                    candidate: None,
                    unbooked: None,
                })?;
            }
        }
        Ok(())
    }

    fn batch(
        &mut self,
        writer: &mut Writer<'_>,
        file: &str,
        format: &str,
    ) -> Result<BatchId, StoreError> {
        if let Some(id) = self.counts.batch {
            return Ok(id);
        }
        let now = DateTime::from_timestamp_millis(self.now_ms).unwrap_or_default();
        let batch = Batch {
            id: BatchId(writer.next_id()?),
            file: file.to_owned(),
            format: format.to_owned(),
            imported_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
        };
        writer.create(&batch)?;
        self.counts.batch = Some(batch.id);
        Ok(batch.id)
    }

    fn transaction(
        &mut self,
        writer: &mut Writer<'_>,
        plan: &Plan,
        batch: BatchId,
        foreign: &ForeignTransaction,
        legs: Vec<Leg>,
    ) -> Result<Transaction, ImportError> {
        let payee = match &foreign.payee {
            Some(name) => self.labels.payees.of(writer, name)?,
            None => None,
        };
        let mut memo = foreign.memo.clone();
        if let Some(name) = foreign
            .payee
            .as_ref()
            .filter(|n| n.chars().count() > MAX_NAME)
        {
            memo = if memo.is_empty() {
                name.clone()
            } else {
                format!("{name}; {memo}")
            };
        }
        let mut tags = Vec::with_capacity(foreign.tags.len());
        for tag in &foreign.tags {
            tags.extend(self.labels.tag(writer, tag)?);
        }
        let postings = legs.into_iter().filter_map(|leg| {
            Some(Posting {
                account: plan.chart.slot(leg.slot)?.id?,
                amount: leg.amount,
                cost: leg.cost,
                memo: leg.memo.filter(|memo| !memo.is_empty()),
                mark: leg.mark,
            })
        });
        Ok(Transaction {
            id: TransactionId(writer.next_id()?),
            date: foreign.date,
            payee,
            memo: self.converter.memo(foreign, foreign.place.line, &memo),
            status: foreign.status,
            source: Source::Import(batch),
            tags: sorted(tags),
            metadata: metadata(foreign),
            postings: postings.collect(),
        })
    }
}

/// Keys with values; what a key says twice is joined.
fn metadata(foreign: &ForeignTransaction) -> Metadata {
    let mut metadata = Metadata::new();
    for (key, value) in &foreign.metadata {
        let before = metadata.get(key).and_then(|known| known.as_str());
        let value = before.map_or_else(|| value.clone(), |known| format!("{known}; {value}"));
        metadata.insert(key.clone(), value.into());
    }
    metadata
}

fn report(file: &str, mut book: ForeignBook, plan: &Plan, counts: Counts) -> ImportedBook {
    book.errors.extend(counts.errors);
    book.errors
        .sort_by(|one, other| one.place.cmp(&other.place));
    book.uncarried
        .sort_by(|one: &Uncarried, other| one.place.cmp(&other.place));
    ImportedBook {
        file: file.to_owned(),
        format: book.format,
        accounts: plan.report(&book),
        currencies: currencies::report(&book, &plan.currencies),
        transactions: book.transactions.len(),
        imported: counts.imported,
        duplicates: counts.duplicates,
        prices: counts.prices,
        budgets: counts.budgets,
        uncarried: book.uncarried,
        errors: book.errors,
        warnings: book.warnings,
        batch: counts.batch,
    }
}
