//! The legs of a transaction as one would type them: what `legs` and a transfer build, read back.
//!
//! What can't be typed so (two accounts and a category, a cost beside a category) is
//! [`Shape::Other`]; such legs can be copied and kept, but not computed anew.

use domain::{Account, Chart, Money, Posting};

/// How the legs of a transaction were, or could have been, typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape<'t> {
    /// One account, and categories that share what flows through it.
    Everyday {
        /// The account's leg.
        account: &'t Posting,
        /// The category that takes what the splits leave.
        main: &'t Posting,
        /// What flows through the account, in the direction of the main category's kind.
        total: Money,
        /// The other categories with their shares, each in the direction of its own kind.
        splits: Vec<(&'t Posting, Money)>,
    },
    /// From one account to another.
    Transfer {
        /// The leg that value leaves.
        gives: &'t Posting,
        /// The leg that it reaches.
        takes: &'t Posting,
    },
    /// Anything else.
    Other,
}

impl<'t> Shape<'t> {
    /// Reads the legs of a transaction.
    pub fn of(postings: &'t [Posting], chart: &Chart) -> Self {
        let is_category = |posting: &&Posting| {
            let account = chart.get(posting.account);
            account.is_some_and(|account| account.kind.is_category())
        };
        let (categories, accounts): (Vec<_>, Vec<_>) = postings.iter().partition(is_category);
        let found = match (accounts.as_slice(), categories.as_slice()) {
            ([account], [_, ..]) => everyday(account, &categories, chart),
            ([one, other], []) => transfer(one, other),
            _ => None,
        };
        found.unwrap_or(Self::Other)
    }
}

fn everyday<'t>(
    account: &'t Posting,
    categories: &[&'t Posting],
    chart: &Chart,
) -> Option<Shape<'t>> {
    let plain = |posting: &Posting| {
        let one_currency = posting.amount.currency == account.amount.currency;
        posting.cost.is_none() && one_currency && !posting.amount.is_zero()
    };
    if !plain(account) || !categories.iter().all(|leg| plain(leg)) {
        return None;
    }
    let typed = |leg: &Posting, flow: Money| -> Option<Money> {
        let kind = chart.get(leg.account).map(|found: &Account| found.kind)?;
        let minor = flow.minor.checked_mul(kind.direction())?;
        Some(Money::new(minor, flow.currency))
    };
    let whole = account.amount.checked_neg().ok()?;
    // Of a salary with tax withheld the salary is what it is about: the leg against the account's.
    let along = |leg: &&&Posting| leg.amount.minor.signum() == whole.minor.signum();
    let main = categories.iter().find(along).copied()?;
    let others = categories.iter().filter(|leg| !std::ptr::eq(**leg, main));
    let splits = others.map(|leg| Some((*leg, typed(leg, leg.amount)?)));
    Some(Shape::Everyday {
        account,
        main,
        total: typed(main, whole)?,
        splits: splits.collect::<Option<_>>()?,
    })
}

fn transfer<'t>(one: &'t Posting, other: &'t Posting) -> Option<Shape<'t>> {
    let (gives, takes) = match (one.amount.minor.signum(), other.amount.minor.signum()) {
        (-1, 1) => (one, other),
        (1, -1) => (other, one),
        _ => return None,
    };
    let exchanged = gives.amount.currency != takes.amount.currency;
    let sums = match (gives.cost, takes.cost) {
        (None, None) => !exchanged,
        (Some(cost), None) => exchanged && cost.checked_neg().ok()? == takes.amount,
        (None, Some(cost)) => exchanged && cost.checked_neg().ok()? == gives.amount,
        (Some(_), Some(_)) => false,
    };
    (sums && one.account != other.account).then_some(Shape::Transfer { gives, takes })
}
