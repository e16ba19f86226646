//! Making a schedule.

use chrono::NaiveDate;
use domain::account::Wanted;
use domain::amount::parse_amount;
use domain::id::ScheduleId;
use domain::schedule::{End, MAX_INSTALMENTS, Plain, Recurrence};
use domain::transaction::MAX_MEMO;
use domain::{Account, Chart, Money, Schedule};
use store::{Verb, View};

use super::ScheduleError;
use crate::Book;
use crate::lookup::open_account;
use crate::transaction::{EntryError, account_currency, holding_account, labels};

/// Where the money goes, or comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An expense, an income or a saving.
    Category(String),
    /// A transfer to this account.
    Account(String),
}

/// How often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// A plain word.
    Plain(Plain),
    /// A rule as RFC 5545 writes it.
    Rule(Recurrence),
}

/// A schedule to make.
#[derive(Clone, Debug)]
pub struct AddSchedule {
    /// How much each time; with instalments the whole purchase.
    pub amount: String,
    /// What it is for.
    pub target: Target,
    /// The account; the one used last when not given.
    pub account: Option<String>,
    /// With whom; made when new.
    pub payee: Option<String>,
    /// A note.
    pub memo: String,
    /// Tags; made when new.
    pub tags: Vec<String>,
    /// How often.
    pub repeats: Repeats,
    /// From which day; today when not given.
    pub from: Option<NaiveDate>,
    /// When it ends, unless the rule says.
    pub end: End,
    /// In how many parts the amount is paid.
    pub instalments: Option<u32>,
}

/// What `3/12` may add to a memo.
const PART_LENGTH: usize = 10;

impl Book {
    /// Makes a schedule; nothing is entered by it yet.
    pub fn add_schedule(&mut self, request: &AddSchedule) -> Result<Schedule, ScheduleError> {
        let today = self.today();
        self.write(Verb::Schedule, |writer| {
            let chart = writer.view().chart()?;
            let typed = request.account.as_deref();
            let account = holding_account(writer.view(), &chart, typed)?.clone();
            let counter = counter(writer.view(), &chart, &account, &request.target)?.clone();
            let currency = account_currency(writer.view(), &account)?;
            let start = request.from.unwrap_or(today);
            let payee = request.payee.as_deref();
            let schedule = Schedule {
                account: account.id,
                counter: counter.id,
                amount: directed(parse_amount(&request.amount, currency)?, &counter)?,
                payee: payee.map_or(Ok(None), |name| labels::payee(writer, name))?,
                memo: request.memo.trim().to_owned(),
                tags: labels::tags(writer, &request.tags)?,
                start,
                recurrence: recurrence(&request.repeats, start, request.end)?,
                instalments: request.instalments,
                passed: 0,
                through: None,
                id: ScheduleId(writer.next_id()?),
            };
            let schedule = checked(schedule)?;
            writer.create(&schedule)?;
            Ok(schedule)
        })
    }
}

/// The category, or the account that a transfer reaches.
pub(super) fn counter<'c>(
    view: View<'_>,
    chart: &'c Chart,
    account: &Account,
    target: &Target,
) -> Result<&'c Account, ScheduleError> {
    let to = match target {
        Target::Category(name) => return Ok(open_account(chart, name, Wanted::Category)?),
        Target::Account(name) => open_account(chart, name, Wanted::Account)?,
    };
    fits(view, account, to)?;
    Ok(to)
}

/// A transfer is between two accounts in one currency.
pub(super) fn fits(
    view: View<'_>,
    account: &Account,
    counter: &Account,
) -> Result<(), ScheduleError> {
    if counter.kind.is_category() {
        return Ok(());
    }
    if account.id == counter.id {
        return Err(EntryError::SameAccount.into());
    }
    let gives = account_currency(view, account)?.code;
    let takes = account_currency(view, counter)?.code;
    if gives == takes {
        Ok(())
    } else {
        Err(ScheduleError::Currencies {
            from: gives,
            to: takes,
        })
    }
}

/// An amount other than zero; of a transfer more than that.
pub(super) fn directed(amount: Money, counter: &Account) -> Result<Money, ScheduleError> {
    if amount.is_zero() {
        return Err(EntryError::ZeroAmount.into());
    }
    if amount.minor < 0 && !counter.kind.is_category() {
        return Err(ScheduleError::NotPositive);
    }
    Ok(amount)
}

pub(super) fn recurrence(
    repeats: &Repeats,
    start: NaiveDate,
    end: End,
) -> Result<Recurrence, ScheduleError> {
    let rule = match repeats {
        Repeats::Plain(word) => Recurrence::plain(*word, start),
        Repeats::Rule(rule) => rule.clone(),
    };
    match (rule.end(), end) {
        (_, End::Never) => Ok(rule),
        (End::Never, end) => Ok(rule.ending(end)),
        _ => Err(ScheduleError::EndTwice),
    }
}

/// Lets a schedule pass that can be entered; instalments end it.
pub(super) fn checked(mut schedule: Schedule) -> Result<Schedule, ScheduleError> {
    if let Some(parts) = schedule.instalments {
        let most = schedule.amount.minor.unsigned_abs();
        if !(2..=MAX_INSTALMENTS).contains(&parts) || u64::from(parts) > most {
            return Err(ScheduleError::Instalments(parts));
        }
        schedule.recurrence = match schedule.recurrence.end() {
            End::Never => schedule.recurrence.ending(End::Count(parts)),
            End::Count(count) if count == parts => schedule.recurrence,
            End::Count(_) | End::Until(_) => return Err(ScheduleError::EndTwice),
        };
    }
    let added = schedule.instalments.map_or(0, |_| PART_LENGTH);
    if schedule.memo.chars().count() + added > MAX_MEMO {
        return Err(ScheduleError::MemoTooLong);
    }
    if schedule.passed == 0 && schedule.next().is_none() {
        return Err(ScheduleError::Never);
    }
    Ok(schedule)
}
