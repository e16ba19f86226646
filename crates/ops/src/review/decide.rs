//! Answers: yes, no, "it is that one", "these are two". All of one call are one operation.

use domain::account::Wanted;
use domain::rule::RuleState;
use domain::statement::{Reason, StatementRow, Verdict};
use domain::suggest::Payment;
use domain::{Chart, Payee, Rule, Transaction};
use store::{Verb, Writer};

use super::book_waiting::book_waiting;
use super::correction::Corrections;
use super::find::{Subject, booked, candidate, subject};
use super::{ReviewError, matching, pair};
use crate::Book;
use crate::habits::{Habits, SUGGESTED};
use crate::import::{Booker, Confirmation, Fallback, Uncategorized, confirm, fallbacks};
use crate::lookup::{self, open_account};
use crate::progress::Work;

/// What a person says about one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes; with another category than the proposed one, or the one that was missing.
    Accept {
        /// Its name.
        category: Option<String>,
    },
    /// No.
    Reject,
    /// The row is this transaction, or the other side of it.
    Match(String),
    /// The two sides of a transfer are two transactions.
    Unpair,
}

/// Answers to give.
#[derive(Clone, Debug, Default)]
pub struct Decide {
    /// Each with the id of its item, or the beginning of it.
    pub answers: Vec<(String, Answer)>,
    /// Names for the categories of rows without one.
    pub uncategorized: Uncategorized,
}

/// What came of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The id of the item.
    pub id: String,
    /// The transaction that there is now, if any.
    pub transaction: Option<Transaction>,
}

impl Book {
    /// Takes answers, all in one operation.
    pub fn decide(&mut self, request: &Decide) -> Result<Vec<Decided>, ReviewError> {
        self.write_many(Verb::Review, |writer, work| perform(writer, work, request))
    }
}

fn perform(
    writer: &mut Writer<'_>,
    work: &mut Work<'_>,
    request: &Decide,
) -> Result<Vec<Decided>, ReviewError> {
    work.expect(request.answers.len());
    let chart = writer.view().chart()?;
    let mut bench = Bench {
        chart,
        names: &request.uncategorized,
        booker: None,
        habits: None,
        corrections: Corrections::default(),
    };
    let mut decided = Vec::with_capacity(request.answers.len());
    for (typed, answer) in &request.answers {
        work.one()?;
        decided.push(bench.answer(writer, typed, answer)?);
    }
    let corrections = std::mem::take(&mut bench.corrections);
    corrections.propose_rules(writer)?;
    Ok(decided)
}

/// What several answers need, made when first needed.
struct Bench<'a> {
    chart: Chart,
    names: &'a Uncategorized,
    booker: Option<Booker<'a>>,
    habits: Option<Habits>,
    corrections: Corrections,
}

impl<'a> Bench<'a> {
    fn answer(
        &mut self,
        writer: &mut Writer<'_>,
        typed: &str,
        answer: &Answer,
    ) -> Result<Decided, ReviewError> {
        match (subject(writer.view(), typed)?, answer) {
            (Subject::Row(row), Answer::Accept { category }) => {
                self.accept_row(writer, &row, category.as_deref())
            }
            (Subject::Row(row), Answer::Reject) => self.reject_row(writer, &row),
            (Subject::Row(row), Answer::Match(other)) => {
                let other = lookup::transaction(writer.view(), other)?;
                let transaction = matching::join(writer, &self.chart, &row, &other)?;
                done(writer, row.id.to_string(), Some(transaction))
            }
            (Subject::Row(row), Answer::Unpair) => {
                let found = booked(writer.view(), &row)?;
                let found = found.ok_or_else(|| ReviewError::NoPair(row.id.to_string()))?;
                self.unpair(writer, &found)
            }
            (Subject::Rule(rule), answer) => decide_rule(writer, &rule, answer),
            (Subject::Transaction(found), Answer::Unpair) => self.unpair(writer, &found),
            (Subject::Transaction(found), Answer::Accept { category }) => {
                self.categorize(writer, &found, category.as_deref())
            }
            (Subject::Transaction(found), _) => {
                Err(ReviewError::NothingToReject(found.id.to_string()))
            }
        }
    }

    fn accept_row(
        &mut self,
        writer: &mut Writer<'_>,
        row: &StatementRow,
        category: Option<&str>,
    ) -> Result<Decided, ReviewError> {
        let id = row.id.to_string();
        if !row.is_open() {
            return Err(ReviewError::Decided(id));
        }
        let same = matches!(row.reason, None | Some(Reason::Entry | Reason::Redated));
        let transaction = match (row.verdict, row.reason) {
            (Verdict::Review, _) if same => {
                no_category(row, category)?;
                let entry = candidate(writer.view(), row)?;
                let said = Confirmation {
                    account: row.account,
                    pending: row.unbooked.as_ref().is_some_and(|parts| parts.pending),
                    day: (row.reason == Some(Reason::Redated)).then_some(row.date),
                };
                confirm(writer, entry, &said)?;
                settle(writer, row, Verdict::Matched, Some(entry))?;
                Some(entry)
            }
            (Verdict::Review, _) => {
                let made = self.book(writer, row)?;
                if let Some(name) = category {
                    self.set_category(writer, made, name)?;
                }
                Some(made)
            }
            (_, Some(Reason::Transfer)) => {
                no_category(row, category)?;
                let other = candidate(writer.view(), row)?;
                Some(pair::pair(writer, &self.chart, row, other)?)
            }
            _ => {
                let found = row.transaction;
                settle(writer, row, row.verdict, found)?;
                match (found, category) {
                    (Some(id), Some(name)) => self.set_category(writer, id, name)?,
                    (Some(id), None) => bless(writer, id)?,
                    (None, _) => {}
                }
                found
            }
        };
        done(writer, id, transaction)
    }

    fn reject_row(
        &mut self,
        writer: &mut Writer<'_>,
        row: &StatementRow,
    ) -> Result<Decided, ReviewError> {
        let id = row.id.to_string();
        let transaction = match (row.verdict, row.reason) {
            (Verdict::Review, Some(Reason::Document)) => {
                settle(writer, row, Verdict::Declined, None)?;
                None
            }
            (Verdict::Review | Verdict::Matched, _) => Some(self.book(writer, row)?),
            (Verdict::New, Some(Reason::Late)) if row.waits => {
                if let Some(made) = booked(writer.view(), row)? {
                    crate::transaction::let_go(writer, made.id)?;
                    writer.delete(&made)?;
                }
                let current = lookup::entity::<StatementRow>(writer.view(), &id)?;
                settle(writer, &current, Verdict::Declined, None)?;
                None
            }
            (Verdict::New, Some(Reason::Suggested)) if row.waits => {
                settle(writer, row, row.verdict, row.transaction)?;
                if let Some(made) = row.transaction {
                    self.forget_category(writer, made)?;
                }
                row.transaction
            }
            (Verdict::New, _) if row.waits => {
                settle(writer, row, row.verdict, row.transaction)?;
                row.transaction
            }
            _ => return Err(ReviewError::NothingToReject(id)),
        };
        done(writer, id, transaction)
    }

    fn book(
        &mut self,
        writer: &mut Writer<'_>,
        row: &StatementRow,
    ) -> Result<domain::id::TransactionId, ReviewError> {
        let booker = match &mut self.booker {
            Some(booker) => booker,
            empty => empty.insert(Booker::new(writer, self.names)?),
        };
        book_waiting(writer, &self.chart, booker, row)
    }

    fn unpair(
        &self,
        writer: &mut Writer<'_>,
        transfer: &Transaction,
    ) -> Result<Decided, ReviewError> {
        let mut fallback = Fallback::new(self.names);
        pair::unpair(writer, &self.chart, &mut fallback, transfer)?;
        done(writer, transfer.id.to_string(), Some(transfer.id))
    }

    /// Gives a transaction without a category the one that was named, or the likeliest.
    fn categorize(
        &mut self,
        writer: &mut Writer<'_>,
        found: &Transaction,
        category: Option<&str>,
    ) -> Result<Decided, ReviewError> {
        let id = found.id;
        if let Some(name) = category {
            self.set_category(writer, id, name)?;
            return done(writer, id.to_string(), Some(id));
        }
        let unknown = fallbacks(writer.view())?;
        let leg = found.postings.iter().find(|leg| unknown.contains(&leg.account));
        let Some(leg) = leg else {
            return Err(ReviewError::NothingWaits(id.to_string()));
        };
        let payee = match found.payee {
            Some(id) => writer.view().get::<Payee>(id.raw())?,
            None => None,
        };
        let habits = match &mut self.habits {
            Some(habits) => habits,
            empty => empty.insert(Habits::of(writer.view(), &self.chart)?),
        };
        let payment = Payment {
            payee: payee.as_ref().map_or("", |payee| payee.name.as_str()),
            memo: &found.memo,
            minor: -leg.amount.minor,
        };
        let likely = habits.likely(&self.chart, &payment).into_iter().next();
        let likely = likely.ok_or_else(|| ReviewError::NothingProposed(id.to_string()))?;
        let name = self.chart.path(likely.category).to_owned();
        self.set_category(writer, id, &name)?;
        done(writer, id.to_string(), Some(id))
    }

    /// Moves the one leg in a category to another one.
    fn set_category(
        &mut self,
        writer: &mut Writer<'_>,
        id: domain::id::TransactionId,
        name: &str,
    ) -> Result<(), ReviewError> {
        let category = open_account(&self.chart, name, Wanted::Category)?.id;
        let Some(before) = writer.current::<Transaction>(id.raw())? else {
            return Ok(());
        };
        let mut after: Transaction = before.clone();
        let is_category = |id| self.chart.get(id).is_some_and(|one| one.kind.is_category());
        let unknown = fallbacks(writer.view())?;
        let legs: Vec<usize> = (0..after.postings.len())
            .filter(|at| is_category(after.postings[*at].account))
            .collect();
        let without: Vec<usize> = legs
            .iter()
            .copied()
            .filter(|at| unknown.contains(&after.postings[*at].account))
            .collect();
        let at = match (legs.as_slice(), without.as_slice()) {
            ([only], _) | (_, [only]) => *only,
            (legs, _) => {
                let legs = legs.len();
                return Err(crate::transaction::EntryError::WhichLeg { legs }.into());
            }
        };
        if let Some(leg) = after.postings.get_mut(at) {
            leg.account = category;
        }
        after.metadata.remove(SUGGESTED);
        self.corrections.note(&self.chart, &before, &after);
        writer.update_current(&before, &after)?;
        Ok(())
    }

    /// Takes a suggested category away again.
    fn forget_category(
        &self,
        writer: &mut Writer<'_>,
        id: domain::id::TransactionId,
    ) -> Result<(), ReviewError> {
        let Some(before) = writer.current::<Transaction>(id.raw())? else {
            return Ok(());
        };
        let mut after: Transaction = before.clone();
        let is_category = |id| self.chart.get(id).is_some_and(|one| one.kind.is_category());
        let mut fallback = Fallback::new(self.names);
        for leg in &mut after.postings {
            if is_category(leg.account) {
                leg.account = fallback.category(writer, &self.chart, -leg.amount.minor)?;
            }
        }
        after.metadata.remove(SUGGESTED);
        writer.update_current(&before, &after)?;
        Ok(())
    }
}

fn done(
    writer: &Writer<'_>,
    id: String,
    transaction: Option<domain::id::TransactionId>,
) -> Result<Decided, ReviewError> {
    let transaction = match transaction {
        Some(id) => writer.view().transaction(id)?,
        None => None,
    };
    Ok(Decided { id, transaction })
}

fn no_category(row: &StatementRow, category: Option<&str>) -> Result<(), ReviewError> {
    match category {
        None => Ok(()),
        Some(_) => Err(ReviewError::NoCategory(row.id.to_string())),
    }
}

/// Writes what was decided about a row; its reason stays.
fn settle(
    writer: &mut Writer<'_>,
    row: &StatementRow,
    verdict: Verdict,
    transaction: Option<domain::id::TransactionId>,
) -> Result<(), ReviewError> {
    let after = StatementRow {
        verdict,
        transaction,
        waits: false,
        unbooked: None,
        ..row.clone()
    };
    Ok(writer.update(row, &after)?)
}

/// A suggested category is the person's own from now on.
fn bless(writer: &mut Writer<'_>, id: domain::id::TransactionId) -> Result<(), ReviewError> {
    let Some(before) = writer.current::<Transaction>(id.raw())? else {
        return Ok(());
    };
    let mut after: Transaction = before.clone();
    after.metadata.remove(SUGGESTED);
    Ok(writer.update_current(&before, &after)?)
}

fn decide_rule(
    writer: &mut Writer<'_>,
    rule: &Rule,
    answer: &Answer,
) -> Result<Decided, ReviewError> {
    let id = rule.id.to_string();
    let state = match answer {
        Answer::Accept { category: None } => RuleState::Active,
        Answer::Accept { .. } => return Err(ReviewError::NoCategory(id)),
        Answer::Reject if rule.state == RuleState::Proposed => RuleState::Declined,
        _ => return Err(ReviewError::NothingToReject(id)),
    };
    let after = Rule {
        state,
        ..rule.clone()
    };
    writer.update(rule, &after)?;
    Ok(Decided {
        id,
        transaction: None,
    })
}
