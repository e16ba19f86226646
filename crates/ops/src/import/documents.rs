//! Rows of documents were read from a page made for people: every one waits for a person, and none is
//! booked by an import, whatever else was decided about it.

use domain::statement::{Reason, Verdict};

use super::RowVerdict;
use super::judge::Judgement;
use super::proposals::Finding;

/// Nothing is taken before a person was asked. What looks like an entry is asked about as that.
pub(super) fn ask_about_all(judgement: &mut Judgement) {
    for (position, verdict) in judgement.verdicts.iter_mut().enumerate() {
        if !matches!(verdict, RowVerdict::Taken(_)) {
            continue;
        }
        *verdict = RowVerdict::Taken(Verdict::Review);
        let known = judgement.findings.get(&position);
        if known.is_none_or(|finding| finding.candidate.is_none()) {
            let finding = Finding {
                reason: Reason::Document,
                candidate: None,
            };
            judgement.findings.insert(position, finding);
        }
    }
}

/// What a person decided about single rows may link or leave out, and books nothing either.
pub(super) fn hold_back(judgement: &mut Judgement) {
    for verdict in &mut judgement.verdicts {
        if *verdict == RowVerdict::Taken(Verdict::New) {
            *verdict = RowVerdict::Taken(Verdict::Review);
        }
    }
}
