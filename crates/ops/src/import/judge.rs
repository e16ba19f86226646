//! The verdict on each row: known, new, or like an entry made by hand.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::money::MoneyError;
use domain::statement::{Tally, Verdict};
use domain::{Money, Period};
use formats::import::{Row, RowError, RowProblem, Statement};
use store::{StoreError, View};

use super::accounts::{Target, Targets};
use super::documents;
use super::proposals::{Finding, propose};
use super::{Import, ImportError, RowVerdict};

/// What was decided about a statement.
pub(super) struct Judgement {
    pub(super) verdicts: Vec<RowVerdict>,
    pub(super) refused: Vec<RowError>,
    pub(super) rounded: usize,
    /// Why rows are remarkable, by their positions.
    pub(super) findings: HashMap<usize, Finding>,
}

/// The rows that files before this one would bring, while nothing is written.
#[derive(Default)]
pub(super) struct Earlier(Vec<(AccountId, NaiveDate, i64, String, Option<String>)>);

impl Earlier {
    /// Remembers what is taken from a file.
    pub(super) fn learn(
        &mut self,
        statement: &Statement,
        targets: &Targets,
        judgement: &Judgement,
    ) {
        for (row, verdict) in statement.rows.iter().zip(&judgement.verdicts) {
            let (RowVerdict::Taken(_), Some(target)) = (verdict, targets.of(row)) else {
                continue;
            };
            if let Ok((amount, _)) = row_amount(statement, row, target) {
                let bank_id = row.bank_id.as_deref().map(str::to_owned);
                let account = target.account.id;
                self.0
                    .push((account, row.date, amount.minor, row_text(row), bank_id));
            }
        }
    }

    fn tell(&self, tallies: &mut HashMap<AccountId, Tally>) {
        for (account, date, minor, text, bank_id) in &self.0 {
            let tally = tallies.entry(*account).or_default();
            tally.know(*date, *minor, text, bank_id.as_deref());
        }
    }
}

/// Payee and memo in one text: what tells rows of one day and amount apart.
pub(super) fn row_text(row: &Row) -> String {
    match (&row.payee, &row.memo) {
        (Some(payee), Some(memo)) => format!("{payee} {memo}"),
        (Some(text), None) | (None, Some(text)) => text.to_string(),
        (None, None) => String::new(),
    }
}

/// The amount of a row in the account's currency. Investment statements state computed totals
/// with more digits than money has; those are rounded, half to even. Anything else is refused.
pub(super) fn row_amount(
    statement: &Statement,
    row: &Row,
    target: &Target,
) -> Result<(Money, bool), MoneyError> {
    let exact = Money::from_decimal(row.amount, target.currency);
    let investment = statement
        .account_of(row)
        .is_some_and(|account| account.kind.as_deref() == Some("investment"));
    match exact {
        Err(MoneyError::TooPrecise { .. }) if investment => {
            Ok((Money::round(row.amount, target.currency)?, true))
        }
        exact => Ok((exact?, false)),
    }
}

/// Judges all rows of a statement against what the ledger knows for the same accounts and days.
pub(super) fn judge(
    view: View<'_>,
    file: &str,
    statement: &Statement,
    targets: &Targets,
    request: &Import,
    earlier: &Earlier,
) -> Result<Judgement, ImportError> {
    let mut judgement = Judgement {
        verdicts: Vec::with_capacity(statement.rows.len()),
        refused: Vec::new(),
        rounded: 0,
        findings: HashMap::new(),
    };
    let mut tallies = tallies(view, statement, targets)?;
    earlier.tell(&mut tallies);
    for row in &statement.rows {
        let Some(target) = targets.of(row) else {
            judgement.verdicts.push(RowVerdict::Bad);
            continue;
        };
        check_currency(file, row, target)?;
        let Ok((amount, rounded)) = row_amount(statement, row, target) else {
            judgement.refused.push(too_precise(row));
            judgement.verdicts.push(RowVerdict::Bad);
            continue;
        };
        judgement.rounded += usize::from(rounded);
        let tally = tallies.entry(target.account.id).or_default();
        let (text, bank_id) = (row_text(row), row.bank_id.as_deref());
        if tally.take(row.date, amount.minor, &text, bank_id).is_some() {
            judgement.verdicts.push(RowVerdict::Duplicate);
        } else {
            judgement.verdicts.push(RowVerdict::Taken(Verdict::New));
        }
    }
    propose(
        view,
        statement,
        targets,
        request.hand_entries,
        &mut judgement,
    )?;
    if statement.format.is_document() {
        documents::ask_about_all(&mut judgement);
    }
    Ok(judgement)
}

fn check_currency(file: &str, row: &Row, target: &Target) -> Result<(), ImportError> {
    match row.currency {
        Some(found) if found != target.currency.code => Err(ImportError::OtherCurrency {
            file: file.to_owned(),
            account: target.path.clone(),
            found,
            expected: target.currency.code,
        }),
        _ => Ok(()),
    }
}

fn too_precise(row: &Row) -> RowError {
    RowError {
        line: row.line,
        column: None,
        text: row.amount.to_string(),
        problem: RowProblem::TooPrecise,
    }
}

/// What is known of each account for the days that the file covers.
fn tallies(
    view: View<'_>,
    statement: &Statement,
    targets: &Targets,
) -> Result<HashMap<AccountId, Tally>, StoreError> {
    let Some(days) = span(statement.rows.iter().map(|row| row.date)) else {
        return Ok(HashMap::new());
    };
    targets
        .all()
        .map(|target| Ok((target.account.id, view.tally(target.account.id, days)?)))
        .collect()
}

pub(super) fn span(days: impl Iterator<Item = NaiveDate> + Clone) -> Option<Period> {
    Some(Period {
        from: Some(days.clone().min()?),
        to: Some(days.max()?),
    })
}
