//! What an id in an answer means: a row, else a rule that was proposed, else a transaction.

use domain::Rule;
use domain::rule::RuleState;
use domain::statement::StatementRow;
use domain::{Transaction, id::TransactionId};
use store::View;

use super::ReviewError;
use crate::LookupError;
use crate::lookup::entity;

/// What an answer is about.
pub(super) enum Subject {
    Row(Box<StatementRow>),
    Rule(Box<Rule>),
    Transaction(Box<Transaction>),
}

/// Finds it. Ids are unique over all kinds; a prefix may fit several, and then a row goes first.
pub(super) fn subject(view: View<'_>, typed: &str) -> Result<Subject, ReviewError> {
    match entity::<StatementRow>(view, typed) {
        Ok(row) => return Ok(Subject::Row(Box::new(row))),
        Err(LookupError::NoSuchId { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    match entity::<Rule>(view, typed) {
        Ok(rule) if rule.state != RuleState::Active => return Ok(Subject::Rule(Box::new(rule))),
        Ok(_) | Err(LookupError::NoSuchId { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    match entity::<Transaction>(view, typed) {
        Ok(found) => Ok(Subject::Transaction(Box::new(found))),
        Err(LookupError::NoSuchId { .. }) => {
            Err(ReviewError::NothingWaits(typed.chars().take(40).collect()))
        }
        Err(error) => Err(error.into()),
    }
}

/// The transaction that a row is booked as.
pub(super) fn booked(
    view: View<'_>,
    row: &StatementRow,
) -> Result<Option<Transaction>, ReviewError> {
    Ok(match row.transaction {
        Some(id) => view.transaction(id)?,
        None => None,
    })
}

/// The transaction that a proposal is about.
pub(super) fn candidate(view: View<'_>, row: &StatementRow) -> Result<TransactionId, ReviewError> {
    let gone = || ReviewError::CandidateGone(row.id.to_string());
    let id = row.candidate.ok_or_else(gone)?;
    view.transaction(id)?.map(|found| found.id).ok_or_else(gone)
}
