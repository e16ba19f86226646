//! The currency of the amounts: a column of codes, the header's words, the lines above.

use domain::currency::iso_currency;
use domain::{Currency, CurrencyCode};

use super::preamble::Preamble;
use super::roles::{Candidate, Candidates};
use super::survey::Column;
use super::words::currency_of;
use crate::import::Hints;
use crate::import::layout::Role;

/// The column with the currency of the amount: the one next to it when there are several.
pub(super) fn column(candidates: &Candidates<'_>) -> Option<usize> {
    let found = candidates.with(Role::Currency, Column::is_codes);
    let amount = candidates
        .with(Role::Amount, Column::is_amounts)
        .first()
        .map(|candidate| candidate.at);
    let beside = |at: usize| amount.map(|amount| (at != amount + 1, at + 1 != amount));
    let named = found
        .iter()
        .min_by_key(|c| (c.meaning.map(|m| (m.rank, !m.exact)), beside(c.at), c.at));
    let unnamed = || {
        candidates
            .unnamed()
            .find(|candidate| candidate.column.is_codes() && may_be_codes(candidate))
    };
    named
        .map(|candidate| candidate.at)
        .or_else(|| Some(unnamed()?.at))
}

/// Under a header that says something else, one code may be a name (`Bob`): several are none.
fn may_be_codes(candidate: &Candidate<'_>) -> bool {
    let several = candidate.column.words.as_ref();
    candidate.name.starts_with('#') || several.is_some_and(|words| words.len() > 1)
}

/// The currency that the file names outside of its rows.
pub(super) fn of_file(
    candidates: &Candidates<'_>,
    preamble: &Preamble,
    hints: &Hints<'_>,
) -> Option<CurrencyCode> {
    let money = [Role::Amount, Role::Debit, Role::Credit, Role::Balance];
    let headers = money.iter().find_map(|role| {
        candidates
            .with(*role, |_| true)
            .iter()
            .find_map(|c| currency_of(&c.name))
    });
    hints
        .profile
        .and_then(|profile| profile.currency)
        .or(headers)
        .or(preamble.currency)
}

/// How many decimals the amounts can have: the file's currency first, then the ledger account's.
pub(super) fn exponent(
    candidates: &Candidates<'_>,
    column: Option<usize>,
    file: Option<CurrencyCode>,
    account: Option<Currency>,
) -> Option<u8> {
    let written = column.and_then(|at| candidates.column(at)?.code).or(file);
    match (written, account) {
        (Some(code), Some(account)) if account.code == code => Some(account.exponent),
        (Some(code), _) => iso_currency(code).map(|currency| currency.exponent),
        (None, account) => account.map(|account| account.exponent),
    }
}
