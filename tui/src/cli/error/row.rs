//! Rows that could not be read, and what a person should look at: one sentence each.

use ops::import::{RowError, RowProblem, Warning};

use crate::i18n::{Texts, text};

/// `line 7, column Fecha: `31/02/2025` is not a date as the other rows have it`.
pub(crate) fn row_sentence(error: &RowError, texts: &Texts) -> String {
    let problem = problem(error, texts);
    let line = error.line.to_string();
    match &error.column {
        Some(column) => text!(
            texts,
            "say-row-column",
            line = line,
            column = column.clone(),
            problem = problem
        ),
        None => text!(texts, "say-row", line = line, problem = problem),
    }
}

fn problem(error: &RowError, texts: &Texts) -> String {
    let found = error.text.clone();
    match error.problem {
        RowProblem::MissingDate => texts.get("error-row-no-date"),
        RowProblem::MissingAmount => texts.get("error-row-no-amount"),
        RowProblem::BadDate => text!(texts, "error-row-date", found = found),
        RowProblem::BadAmount => text!(texts, "error-row-amount", found = found),
        RowProblem::BadSign => text!(texts, "error-row-sign", found = found),
        RowProblem::MaybeBalance => texts.get("error-row-balance"),
        RowProblem::OtherShape => texts.get("error-row-shape"),
        RowProblem::Truncated => texts.get("error-row-truncated"),
        RowProblem::Damaged => texts.get("error-row-damaged"),
        RowProblem::TooPrecise => text!(texts, "error-row-digits", found = found),
    }
}

/// What a person should look at although the rows were read.
pub(crate) fn warning_sentence(warning: &Warning, texts: &Texts) -> String {
    match warning {
        Warning::BalanceMismatch { .. } | Warning::ClosingMismatch { .. } => {
            balances(warning, texts)
        }
        Warning::UnsignedAmounts => texts.get("say-unsigned-amounts"),
        Warning::SignsLookInverted => texts.get("say-signs-inverted"),
        Warning::Skipped { status, count } => text!(
            texts,
            "say-skipped",
            status = status.clone(),
            n = i64::from(*count)
        ),
        Warning::FeesNotBooked {
            column,
            total,
            count,
        } => text!(
            texts,
            "say-fees-not-booked",
            column = column.clone(),
            total = total.to_string(),
            n = i64::from(*count)
        ),
        Warning::InvestmentRecords { count } => {
            text!(texts, "say-investment-records", n = i64::from(*count))
        }
        Warning::SplitMismatch { line, difference } => text!(
            texts,
            "say-split-mismatch",
            line = line.to_string(),
            difference = difference.to_string()
        ),
        Warning::TotalMismatch { .. } => total(warning, texts),
        Warning::LeftOut { name, rows } => text!(
            texts,
            "say-table-left-out",
            name = name.clone(),
            rows = rows.to_string()
        ),
        Warning::HiddenSheet { name } => {
            text!(texts, "say-hidden-sheet", name = name.clone())
        }
        Warning::NoClosing { line } => {
            text!(texts, "say-no-closing", line = line.to_string())
        }
        Warning::YearAssumed { latest } => {
            text!(texts, "say-year-assumed", latest = latest.to_string())
        }
    }
}

/// A total that the rows don't make.
fn total(warning: &Warning, texts: &Texts) -> String {
    match warning {
        Warning::TotalMismatch {
            label,
            expected,
            found,
            difference,
        } => text!(
            texts,
            "say-total-mismatch",
            label = label.clone(),
            expected = expected.to_string(),
            found = found.to_string(),
            difference = difference.to_string()
        ),
        other => other.to_string(),
    }
}

/// Balances that don't follow.
fn balances(warning: &Warning, texts: &Texts) -> String {
    match warning {
        Warning::BalanceMismatch {
            line,
            expected,
            found,
            difference,
            count,
        } => text!(
            texts,
            "say-balance-mismatch",
            line = line.to_string(),
            expected = expected.to_string(),
            found = found.to_string(),
            difference = difference.to_string(),
            n = i64::from(*count)
        ),
        Warning::ClosingMismatch {
            expected,
            found,
            difference,
        } => text!(
            texts,
            "say-closing-mismatch",
            expected = expected.to_string(),
            found = found.to_string(),
            difference = difference.to_string()
        ),
        other => other.to_string(),
    }
}
