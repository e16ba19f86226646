//! A last look at the rows: the account they belong to, their signs, the running balance.

use chrono::NaiveDate;

use super::chain::{Finding, Link, examine_in};
use super::differences::{newest_first, sign_by_balance};
use super::lines::is_card_payment;
use super::money::Source;
use super::plan::Plan;
use super::preamble::Preamble;
use super::rows::Found;
use crate::import::date::assign_years;
use crate::import::error::{ReadError, Warning, shorten};
use crate::import::statement::{Row, StatementAccount};

/// Completes the rows with what only all of them together tell, and looks for what a person
/// should see. `latest` is the last day that dates without a year can lie on; `said` is true when
/// a person or a profile told the signs.
pub(super) fn complete(
    plan: &Plan,
    found: &mut Found,
    preamble: &Preamble,
    latest: NaiveDate,
    said: bool,
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if plan.yearless {
        assign_years(found.rows.iter_mut().map(|row| &mut row.date), latest);
        let newest = found.rows.iter().map(|row| row.date).max();
        warnings.extend(newest.map(|latest| Warning::YearAssumed { latest }));
    }
    name_account(found, preamble);
    let as_written = matches!(
        plan.money.source,
        Source::Signed {
            inverted: false,
            ..
        }
    );
    let signed = as_written && !said && is_single(found) && sign_by_balance(found);
    check(plan, found, signed, &mut warnings);
    warnings
}

/// Rows without an account of their own belong to the one that the lines above the table name.
fn name_account(found: &mut Found, preamble: &Preamble) {
    if let (true, Some(id)) = (found.accounts.is_empty(), &preamble.account) {
        found.accounts.push(StatementAccount {
            id: id.clone(),
            ..StatementAccount::default()
        });
        for row in &mut found.rows {
            row.account = Some(0);
        }
    }
}

/// Looks for what a person should look at: signs and balances.
fn check(plan: &Plan, found: &mut Found, signed: bool, warnings: &mut Vec<Warning>) {
    for (status, count) in std::mem::take(&mut found.skipped) {
        warnings.push(Warning::Skipped { status, count });
    }
    let unsigned = matches!(
        plan.money.source,
        Source::Signed {
            inverted: false,
            ..
        }
    ) && plan.numbers.signed == 0
        && !signed
        && !found.rows.is_empty();
    if unsigned {
        warnings.push(Warning::UnsignedAmounts);
    }
    if matches!(
        plan.money.source,
        Source::Signed {
            inverted: false,
            ..
        }
    ) && pays_negative(&found.rows, plan.card)
    {
        warnings.push(Warning::SignsLookInverted);
    }
    let warned = warnings.contains(&Warning::SignsLookInverted);
    if plan.money.balance.is_some() && is_single(found) {
        let links = found.rows.iter().filter(|row| !row.pending).map(link);
        if let Some(finding) = examine_in(&links, newest_first(&found.rows)) {
            let warning = balance_warning(&finding, bought(&found.rows));
            warnings.extend(warning.filter(|w| !warned || *w != Warning::SignsLookInverted));
            set_closing(found, &finding);
        }
    }
}

/// True when all rows belong to one account in one currency.
fn is_single(found: &Found) -> bool {
    let same = |pair: &[Row]| pair[0].currency == pair[1].currency;
    found.accounts.len() <= 1 && found.rows.windows(2).all(same)
}

/// True when most amounts are positive.
fn bought(rows: &[Row]) -> bool {
    let negative = rows.iter().filter(|row| row.amount.is_sign_negative());
    negative.count() * 2 < rows.len()
}

/// The question which way the money went, with the first payment as the example.
pub(super) fn ambiguous_signs(rows: &[Row]) -> ReadError {
    let negative = rows.iter().find(|row| row.amount.is_sign_negative());
    let example = negative.or_else(|| rows.first());
    let text = example
        .and_then(|row| row.payee.as_deref())
        .unwrap_or_default();
    ReadError::AmbiguousSigns {
        example: shorten(text, 60).into(),
        amount: example.map(|row| row.amount).unwrap_or_default(),
    }
}

/// Rows after which no more is learnt about signs.
const MANY_ROWS: usize = 1000;

/// True when the only negative amounts are payments to a card.
fn pays_negative(rows: &[Row], card: bool) -> bool {
    let negative = rows
        .iter()
        .filter(|row| row.amount.is_sign_negative() && !row.amount.is_zero());
    let negative = negative.take(MANY_ROWS);
    let (mut count, mut payments) = (0usize, 0usize);
    for row in negative {
        count += 1;
        payments += usize::from(
            is_card_payment(row.payee.as_deref(), card)
                || is_card_payment(row.memo.as_deref(), card),
        );
    }
    payments > 0 && payments * 2 > count && count < MANY_ROWS && rows.len() >= count * 2
}

fn link(row: &Row) -> Link {
    Link {
        line: row.line,
        amount: row.amount,
        balance: row.balance,
    }
}

fn balance_warning(finding: &Finding, bought: bool) -> Option<Warning> {
    if finding.inverted && finding.chain.proves() {
        // What is owed grows with what was bought: the signs are right as written.
        return bought.then_some(Warning::SignsLookInverted);
    }
    let (line, expected, found) = finding.chain.first_break?;
    Some(Warning::BalanceMismatch {
        line,
        expected,
        found,
        difference: found - expected,
        count: finding.chain.breaks,
    })
}

/// The closing balance is the newest one, when the order of the rows is known.
fn set_closing(found: &mut Found, finding: &Finding) {
    if !finding.chain.proves() {
        return;
    }
    let newest = if finding.newest_first {
        found.rows.iter().find(|row| row.balance.is_some())
    } else {
        found.rows.iter().rev().find(|row| row.balance.is_some())
    };
    let Some((balance, date)) = newest.map(|row| (row.balance, row.date)) else {
        return;
    };
    if found.accounts.is_empty() {
        found.accounts.push(StatementAccount::default());
    }
    if let [account] = found.accounts.as_mut_slice() {
        account.closing = balance;
        account.closing_date = Some(date);
    }
}
