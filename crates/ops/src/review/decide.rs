//! Answers: yes, no, "it is that one", "these are two". All of one call are one operation.

use domain::id::TransactionId;
use domain::rule::RuleState;
use domain::statement::{Reason, StatementRow, Verdict};
use domain::{Chart, Rule, Transaction};
use store::{Verb, Writer};

use super::book_waiting::book_waiting;
use super::category::bless;
use super::correction::Corrections;
use super::find::{Subject, booked, candidate, subject};
use super::{ReviewError, matching, pair};
use crate::Book;
use crate::habits::Habits;
use crate::import::{Booker, Confirmation, Fallback, Uncategorized, confirm, fallbacks};
use crate::lookup;
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
pub(super) struct Bench<'a> {
    pub(super) chart: Chart,
    pub(super) names: &'a Uncategorized,
    booker: Option<Booker<'a>>,
    pub(super) habits: Option<Habits>,
    pub(super) corrections: Corrections,
}

impl Bench<'_> {
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
        let same = matches!(
            row.reason,
            None | Some(Reason::Entry | Reason::Redated | Reason::Book)
        );
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
}

pub(super) fn done(
    writer: &Writer<'_>,
    id: String,
    transaction: Option<TransactionId>,
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
    transaction: Option<TransactionId>,
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
    if state == RuleState::Active {
        let unknown = fallbacks(writer.view())?;
        crate::rule::fill_in(writer, &after, unknown)?;
    }
    Ok(Decided {
        id,
        transaction: None,
    })
}
