//! A column of fees: on top of the amounts, part of them, or nobody knows.
//!
//! What the person says wins, then the profile, then the running balance. Without any of them the
//! amounts stay as written, and the statement says how much in fees was not booked.

use super::chain::examine;
use super::choose::links;
use super::money::{Fee, Money};
use super::records::Records;
use super::roles::Candidates;
use super::survey::Column;
use crate::import::Hints;
use crate::import::layout::{Evidence, Fees, Role};

/// What is known of the fees of a table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub(super) known: Option<Fees>,
    /// The column of fees of which nothing is known.
    pub(super) open: Option<usize>,
}

/// Decides about the column of fees, if there is one.
pub(super) fn decide(
    candidates: &Candidates<'_>,
    records: &Records<'_>,
    money: &mut Money,
    hints: &Hints<'_>,
    evidence: &mut Vec<Evidence>,
) -> Known {
    let Some(column) = candidates.best(Role::Fee, Column::is_amounts) else {
        return Known::default();
    };
    let said = hints
        .fees
        .or(hints.profile.and_then(|profile| profile.fees));
    let known = said.or_else(|| by_balance(records, money, column));
    if said.is_some() {
        evidence.push(Evidence::Given("fees"));
    } else if known == Some(Fees::Apart) {
        evidence.push(Evidence::FeesSubtracted);
    }
    let adds = hints.inverted == Some(true);
    money.fee = (known == Some(Fees::Apart)).then_some(Fee { column, adds });
    Known {
        known,
        open: known.is_none().then_some(column),
    }
}

/// Fees count when the balance only follows with them, and don't when it follows without.
fn by_balance(records: &Records<'_>, money: &Money, column: usize) -> Option<Fees> {
    money.balance?;
    let with_fee = Money {
        fee: Some(Fee {
            column,
            adds: false,
        }),
        ..money.clone()
    };
    let chain = |money: &Money| examine(&links(records, money).into_iter());
    let plain = chain(money)?;
    let upright = chain(&with_fee).filter(|finding| !finding.inverted);
    match upright {
        Some(with) if with.chain.proves() && with.chain.breaks < plain.chain.breaks => {
            Some(Fees::Apart)
        }
        _ => plain.chain.proves().then_some(Fees::Within),
    }
}
