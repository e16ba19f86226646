//! Changing, skipping and deleting schedules.

use chrono::NaiveDate;
use domain::Schedule;
use domain::account::Wanted;
use domain::amount::parse_amount;
use domain::schedule::{End, Occurrence};
use store::{StoreError, Verb, Writer};

use super::add::{checked, counter, directed, fits, recurrence};
use super::{Repeats, ScheduleError, Target};
use crate::Book;
use crate::lookup::{LookupError, entity, open_account, sorted};
use crate::transaction::{account_currency, labels};

/// What to change of a schedule; what is `None` or empty stays.
#[derive(Clone, Debug, Default)]
pub struct EditSchedule {
    /// Another amount.
    pub amount: Option<String>,
    /// Another category or account to transfer to.
    pub target: Option<Target>,
    /// Another account.
    pub account: Option<String>,
    /// Another payee; an empty one takes it away.
    pub payee: Option<String>,
    /// Another memo.
    pub memo: Option<String>,
    /// Tags to add.
    pub tag: Vec<String>,
    /// Tags to take away.
    pub untag: Vec<String>,
    /// How often.
    pub repeats: Option<Repeats>,
    /// From which day.
    pub from: Option<NaiveDate>,
    /// When it ends; `End::Never` leaves what it was.
    pub end: End,
}

impl EditSchedule {
    /// True when it touches what instalments were computed from.
    fn moves(&self) -> bool {
        let days = self.repeats.is_some() || self.from.is_some() || self.end != End::Never;
        self.amount.is_some() || days
    }
}

impl Book {
    /// Changes what a schedule enters from now on; what it entered stays.
    pub fn edit_schedule(
        &mut self,
        typed: &str,
        edit: &EditSchedule,
    ) -> Result<Schedule, ScheduleError> {
        self.write(Verb::Schedule, |writer| {
            let before: Schedule = entity(writer.view(), typed)?;
            if before.instalments.is_some() && before.passed > 0 && edit.moves() {
                return Err(ScheduleError::Begun {
                    passed: before.passed,
                });
            }
            let mut after = before.clone();
            change_sides(writer, &mut after, edit)?;
            change_labels(writer, &mut after, edit)?;
            change_days(&mut after, edit)?;
            let after = checked(after)?;
            writer.update(&before, &after)?;
            Ok(after)
        })
    }

    /// Lets one occurrence go by.
    pub fn skip_schedule(&mut self, typed: &str) -> Result<(Schedule, Occurrence), ScheduleError> {
        self.write(Verb::Schedule, |writer| {
            let before: Schedule = entity(writer.view(), typed)?;
            let skipped = before.next().ok_or(ScheduleError::Over)?;
            let after = before.clone().past(skipped);
            writer.update(&before, &after)?;
            Ok((after, skipped))
        })
    }

    /// Deletes a schedule; what it entered stays.
    pub fn remove_schedule(&mut self, typed: &str) -> Result<Schedule, ScheduleError> {
        self.write(Verb::Schedule, |writer| {
            let schedule: Schedule = entity(writer.view(), typed)?;
            writer.delete(&schedule)?;
            Ok(schedule)
        })
    }

    /// One schedule, by its id or the beginning of it.
    pub fn schedule(&self, typed: &str) -> Result<Schedule, LookupError> {
        entity(self.view(), typed)
    }
}

fn change_sides(
    writer: &Writer<'_>,
    after: &mut Schedule,
    edit: &EditSchedule,
) -> Result<(), ScheduleError> {
    let view = writer.view();
    let chart = view.chart()?;
    let gone = || StoreError::Contradiction("a schedule has no account".to_owned());
    let account = match &edit.account {
        Some(name) => open_account(&chart, name, Wanted::Account)?,
        None => chart.get(after.account).ok_or_else(gone)?,
    };
    let target = match &edit.target {
        Some(target) => counter(view, &chart, account, target)?,
        None => chart.get(after.counter).ok_or_else(gone)?,
    };
    fits(view, account, target)?;
    let currency = account_currency(view, account)?;
    if let Some(text) = &edit.amount {
        after.amount = parse_amount(text, currency)?;
    } else if currency != after.amount.currency {
        return Err(ScheduleError::Currencies {
            from: after.amount.currency.code,
            to: currency.code,
        });
    }
    after.amount = directed(after.amount, target)?;
    (after.account, after.counter) = (account.id, target.id);
    Ok(())
}

fn change_labels(
    writer: &mut Writer<'_>,
    after: &mut Schedule,
    edit: &EditSchedule,
) -> Result<(), ScheduleError> {
    if let Some(name) = &edit.payee {
        after.payee = labels::payee(writer, name)?;
    }
    if let Some(memo) = &edit.memo {
        memo.trim().clone_into(&mut after.memo);
    }
    let mut tags = after.tags.clone();
    tags.extend(labels::tags(writer, &edit.tag)?);
    let away = labels::known_tags(writer.view(), &edit.untag)?;
    tags.retain(|tag| !away.contains(tag));
    after.tags = sorted(tags);
    Ok(())
}

fn change_days(after: &mut Schedule, edit: &EditSchedule) -> Result<(), ScheduleError> {
    after.start = edit.from.unwrap_or(after.start);
    let old = after.recurrence.end();
    if let Some(repeats) = &edit.repeats {
        let rule = recurrence(repeats, after.start, edit.end)?;
        let open = rule.end() == End::Never && old != End::Never;
        after.recurrence = if open { rule.ending(old) } else { rule };
    } else if edit.end != End::Never {
        after.recurrence = after.recurrence.clone().ending(edit.end);
    }
    Ok(())
}
