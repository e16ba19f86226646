//! What a person decided about single rows, over what `judge` found out.
//!
//! A row that can't be read stays so, and only a row that looks like an entry can be merged with
//! one: what makes no sense for a row changes nothing.

use std::collections::BTreeMap;

use domain::statement::Verdict;
use formats::import::Statement;

use super::documents::hold_back;
use super::judge::Judgement;
use super::{Decision, RowVerdict};

/// The verdict of a row after a person's decision; `matched` when it looks like an entry.
pub fn decided(verdict: RowVerdict, decision: Decision, matched: bool) -> RowVerdict {
    match (verdict, decision) {
        (RowVerdict::Duplicate | RowVerdict::Taken(_), Decision::Book) => {
            RowVerdict::Taken(Verdict::New)
        }
        (RowVerdict::Taken(_), Decision::Merge) if matched => RowVerdict::Taken(Verdict::Matched),
        (RowVerdict::Taken(_), Decision::LeaveOut) => RowVerdict::LeftOut,
        (verdict, _) => verdict,
    }
}

/// Puts the decisions over the verdicts.
pub(super) fn decide(
    statement: &Statement,
    judgement: &mut Judgement,
    decisions: &BTreeMap<usize, Decision>,
) {
    for (position, decision) in decisions {
        let finding = judgement.findings.get(position);
        let matched = finding.is_some_and(|finding| finding.candidate.is_some());
        if let Some(verdict) = judgement.verdicts.get_mut(*position) {
            *verdict = decided(*verdict, *decision, matched);
        }
    }
    if statement.format.is_document() {
        hold_back(judgement);
    }
}
