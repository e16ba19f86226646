//! Pairs of booked rows that may be one transfer seen from both accounts: equal opposite amounts
//! within four days. They stay two transactions until a person says so.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate, TimeDelta};
use domain::id::{AccountId, StatementRowId, TransactionId};
use domain::statement::{Reason, StatementRow};
use domain::{Account, AccountKind, Chart, CurrencyCode, Money, Period};
use store::{StoreError, View, Writer};

use crate::import::judge::span;

/// How far apart the days of the two sides may be, in the order in which they are tried.
const DISTANCES: [i64; 9] = [0, 1, -1, 2, -2, 3, -3, 4, -4];
const NEAR_DAYS: u64 = 4;

/// A row that this import booked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Booked {
    pub(crate) row: StatementRowId,
    pub(crate) transaction: TransactionId,
    pub(crate) account: AccountId,
    pub(crate) currency: CurrencyCode,
    pub(crate) day: NaiveDate,
    pub(crate) minor: i64,
}

impl Booked {
    /// A row with its transaction, the account it is of, its amount there and its day.
    pub(crate) const fn of(
        row: StatementRowId,
        transaction: TransactionId,
        account: AccountId,
        amount: Money,
        day: NaiveDate,
    ) -> Self {
        Self {
            row,
            transaction,
            account,
            currency: amount.currency.code,
            day,
            minor: amount.minor,
        }
    }
}

/// What a side of a transfer is found by.
type Key = (CurrencyCode, i64, NaiveDate);

#[derive(Clone, Copy)]
struct Side {
    row: StatementRowId,
    account: AccountId,
    transaction: TransactionId,
}

/// Marks the booked rows that have another side; returns how many pairs are proposed.
pub(crate) fn propose_transfers(
    writer: &mut Writer<'_>,
    booked: &[Booked],
) -> Result<usize, StoreError> {
    let chart = writer.view().chart()?;
    let mut sides = sides(writer.view(), &chart, booked)?;
    if sides.is_empty() {
        return Ok(0);
    }
    let mut used: HashSet<StatementRowId> = HashSet::new();
    let mut about = writer.view().candidates()?;
    let mut pairs = 0;
    for one in booked {
        if used.contains(&one.row) || about.contains(&one.transaction) {
            continue;
        }
        let Some(other) = other_side(&mut sides, one, &used) else {
            continue;
        };
        let single = |id| is_single(writer.view(), &chart, id);
        if about.contains(&other.transaction)
            || !single(one.transaction)?
            || !single(other.transaction)?
        {
            continue;
        }
        let Some(row) = writer.current::<StatementRow>(one.row.raw())? else {
            continue;
        };
        let mut waiting = row.clone();
        waiting.reason = Some(Reason::Transfer);
        waiting.waits = true;
        waiting.candidate = Some(other.transaction);
        writer.update_current(&row, &waiting)?;
        used.extend([one.row, other.row]);
        about.extend([one.transaction, other.transaction]);
        pairs += 1;
    }
    Ok(pairs)
}

/// Takes the nearest side that fits.
fn other_side(
    sides: &mut HashMap<Key, Vec<Side>>,
    one: &Booked,
    used: &HashSet<StatementRowId>,
) -> Option<Side> {
    let opposite = one.minor.checked_neg()?;
    DISTANCES.iter().find_map(|days| {
        let day = one.day.checked_add_signed(TimeDelta::days(*days))?;
        let sides = sides.get_mut(&(one.currency, opposite, day))?;
        let fits = |side: &Side| side.account != one.account && !used.contains(&side.row);
        let at = sides.iter().rposition(fits)?;
        Some(sides.swap_remove(at))
    })
}

/// The booked rows of all own accounts that have the opposite amount of a new one on a near day.
fn sides(
    view: View<'_>,
    chart: &Chart,
    booked: &[Booked],
) -> Result<HashMap<Key, Vec<Side>>, StoreError> {
    let mut sides: HashMap<Key, Vec<Side>> = HashMap::new();
    let Some(days) = span(booked.iter().map(|one| one.day)) else {
        return Ok(sides);
    };
    let days = Period {
        from: days
            .from
            .and_then(|day| day.checked_sub_days(Days::new(NEAR_DAYS))),
        to: days
            .to
            .and_then(|day| day.checked_add_days(Days::new(NEAR_DAYS))),
    };
    let wanted: HashSet<(CurrencyCode, i64)> = booked
        .iter()
        .filter_map(|one| Some((one.currency, one.minor.checked_neg()?)))
        .collect();
    let currencies: HashSet<CurrencyCode> = booked.iter().map(|one| one.currency).collect();
    let holds = |account: &&Account| {
        let own = matches!(account.kind, AccountKind::Asset | AccountKind::Liability);
        own && account
            .currency
            .is_some_and(|code| currencies.contains(&code))
    };
    let own: Vec<&Account> = chart.iter().filter(holds).collect();
    if own.len() < 2 {
        return Ok(sides);
    }
    for account in own {
        view.visit_booked_rows(account.id, days, |row| {
            let code = row.amount.currency.code;
            let asked = row.reason == Some(Reason::Transfer);
            if let Some(transaction) = row.transaction
                && !asked
                && wanted.contains(&(code, row.amount.minor))
            {
                let key = (code, row.amount.minor, row.date);
                sides.entry(key).or_default().push(Side {
                    row: row.id,
                    account: row.account,
                    transaction,
                });
            }
        })?;
    }
    Ok(sides)
}

/// True for a transaction of one leg in an account and one in a category: what the side of a
/// transfer looks like before it is known to be one.
fn is_single(view: View<'_>, chart: &Chart, id: TransactionId) -> Result<bool, StoreError> {
    let Some(transaction) = view.transaction(id)? else {
        return Ok(false);
    };
    let is_category = |id| {
        chart
            .get(id)
            .is_some_and(|one: &Account| one.kind.is_category())
    };
    let legs = transaction.postings.iter();
    let categories = legs.filter(|leg| is_category(leg.account)).count();
    Ok(transaction.postings.len() == 2 && categories == 1)
}
