//! Entering what is due: all schedules in one operation, so that one undo takes it back, how far
//! each had come included.

use chrono::NaiveDate;
use domain::id::TransactionId;
use domain::schedule::Occurrence;
use domain::transaction::{Metadata, Source, Status};
use domain::{Account, Chart, Money, Posting, Schedule, Transaction};
use store::{StoreError, Verb, Writer};

use super::ScheduleError;
use crate::Book;
use crate::lookup::LookupError;
use crate::transaction::{Share, legs};

/// Up to which day.
#[derive(Clone, Copy, Debug, Default)]
pub struct RunSchedules {
    /// The last day that counts; today when not given.
    pub until: Option<NaiveDate>,
}

/// What a run entered, or would enter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The transactions, by day.
    pub transactions: Vec<Transaction>,
}

/// The most transactions of one run: a mistyped year is no reason to fill a ledger.
pub const MAX_RUN: usize = 10_000;

/// Under which key the metadata of an instalment says which one it is.
const INSTALMENT: &str = "instalment";

impl Book {
    /// Enters everything that is due.
    pub fn run_schedules(&mut self, request: &RunSchedules) -> Result<Due, ScheduleError> {
        let until = request.until.unwrap_or(self.today());
        self.write(Verb::Run, |writer| enter(writer, until))
    }

    /// Says what a run would enter, in an operation that is given up.
    pub fn plan_run(&mut self, request: &RunSchedules) -> Result<Due, ScheduleError> {
        let until = request.until.unwrap_or(self.today());
        self.rehearse(Verb::Run, |writer, _| enter(writer, until))
    }
}

fn enter(writer: &mut Writer<'_>, until: NaiveDate) -> Result<Due, ScheduleError> {
    let chart = writer.view().chart()?;
    let mut due: Vec<(Occurrence, Schedule)> = Vec::new();
    for before in writer.view().schedules()? {
        let mut after = before.clone();
        for occurrence in before.upcoming().take_while(|next| next.date <= until) {
            due.push((occurrence, before.clone()));
            if due.len() > MAX_RUN {
                return Err(ScheduleError::TooMany);
            }
            after = after.past(occurrence);
        }
        writer.update(&before, &after)?;
    }
    due.sort_by_key(|(occurrence, schedule)| (occurrence.date, schedule.id));
    let mut transactions = Vec::with_capacity(due.len());
    for (occurrence, schedule) in &due {
        let transaction = transaction(writer, &chart, schedule, *occurrence)?;
        transaction.validate()?;
        writer.create(&transaction)?;
        transactions.push(transaction);
    }
    Ok(Due { transactions })
}

fn transaction(
    writer: &mut Writer<'_>,
    chart: &Chart,
    schedule: &Schedule,
    occurrence: Occurrence,
) -> Result<Transaction, ScheduleError> {
    let mut metadata = Metadata::new();
    let mut memo = schedule.memo.clone();
    if let Some(part) = schedule.part_of(occurrence) {
        if !memo.is_empty() {
            memo.push(' ');
        }
        memo.push_str(&part);
        metadata.insert(INSTALMENT.to_owned(), part.into());
    }
    Ok(Transaction {
        postings: postings(chart, schedule, occurrence.amount)?,
        id: TransactionId(writer.next_id()?),
        date: occurrence.date,
        payee: schedule.payee,
        memo,
        status: Status::Unmarked,
        source: Source::Schedule(schedule.id),
        tags: schedule.tags.clone(),
        metadata,
    })
}

fn postings(
    chart: &Chart,
    schedule: &Schedule,
    amount: Money,
) -> Result<Vec<Posting>, ScheduleError> {
    let (account, counter) = (
        open(chart, schedule.account)?,
        open(chart, schedule.counter)?,
    );
    if counter.kind.is_category() {
        let none: [Share<'_>; 0] = [];
        return Ok(legs(account, counter, amount, &none)?);
    }
    Ok(vec![
        Posting::new(account.id, amount.checked_neg()?),
        Posting::new(counter.id, amount),
    ])
}

/// An account that was closed since takes nothing, and the run says so.
fn open(chart: &Chart, id: domain::id::AccountId) -> Result<&Account, ScheduleError> {
    let gone = || StoreError::Contradiction("a schedule has no account".to_owned());
    let account = chart.get(id).ok_or_else(gone)?;
    if account.closed {
        return Err(LookupError::Closed(chart.path(id).to_owned()).into());
    }
    Ok(account)
}
