//! Sheets: a report's figures in one currency, and in each other that it holds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::money::MoneyError;
use domain::{AccountKind, Currency, CurrencyCode, Decimal, Money};

use super::ReportError;

/// One named amount of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The full name of the account or category.
    pub name: String,
    /// Its kind.
    pub kind: AccountKind,
    /// The amount, positive in the direction of the kind.
    pub total: Money,
}

/// A report's figures in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet<T> {
    /// The currency of all amounts.
    pub currency: Currency,
    /// The figures.
    pub body: T,
}

/// A report's figures in its own currency, and what it holds in others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets<T> {
    /// The report's currency.
    pub main: Sheet<T>,
    /// The other currencies, by code; after a conversion those for which there was no price.
    pub others: Vec<Sheet<T>>,
    /// The currencies that should have been converted and were not (for some month at least).
    pub unconverted: Vec<CurrencyCode>,
}

impl<T> Sheets<T> {
    /// All sheets, the report's currency first.
    pub fn iter(&self) -> impl Iterator<Item = &Sheet<T>> {
        std::iter::once(&self.main).chain(&self.others)
    }
}

/// What flowed into one account in one month, in the currency of its group, not yet rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Valued {
    pub(super) account: AccountId,
    pub(super) month: NaiveDate,
    pub(super) value: Decimal,
}

/// All flows that a report shows in one currency.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) currency: Currency,
    pub(super) flows: Vec<Valued>,
}

impl Group {
    /// Rounds a sum to the group's currency, half to even.
    pub(super) fn money(&self, value: Decimal) -> Result<Money, ReportError> {
        round(value, self.currency)
    }
}

/// Rounds a sum, half to even.
pub(super) fn round(value: Decimal, currency: Currency) -> Result<Money, ReportError> {
    Money::round(value, currency).map_err(|_: MoneyError| ReportError::Overflow)
}

/// The flows of a report, by the currency in which they are shown.
#[derive(Debug)]
pub(super) struct Groups {
    main: Currency,
    by_currency: BTreeMap<Currency, Vec<Valued>>,
    unconverted: BTreeSet<CurrencyCode>,
}

impl Groups {
    pub(super) fn new(main: Currency) -> Self {
        Self {
            main,
            by_currency: BTreeMap::new(),
            unconverted: BTreeSet::new(),
        }
    }

    pub(super) fn push(&mut self, currency: Currency, flow: Valued) {
        self.by_currency.entry(currency).or_default().push(flow);
    }

    /// Makes sure that there is a sheet in a currency.
    pub(super) fn touch(&mut self, currency: Currency) {
        self.by_currency.entry(currency).or_default();
    }

    pub(super) fn unconverted(&mut self, currency: Currency) {
        self.unconverted.insert(currency.code);
    }

    /// Makes a sheet of each group; the report's currency has one even without flows.
    pub(super) fn sheets<T>(
        mut self,
        mut figures: impl FnMut(&Group) -> Result<T, ReportError>,
    ) -> Result<Sheets<T>, ReportError> {
        let mut sheet = |currency: Currency, flows: Vec<Valued>| {
            let group = Group { currency, flows };
            figures(&group).map(|body| Sheet { currency, body })
        };
        let main = sheet(
            self.main,
            self.by_currency.remove(&self.main).unwrap_or_default(),
        )?;
        let others = self
            .by_currency
            .into_iter()
            .map(|(currency, flows)| sheet(currency, flows))
            .collect::<Result<_, _>>()?;
        Ok(Sheets {
            main,
            others,
            unconverted: self.unconverted.into_iter().collect(),
        })
    }
}

/// Sums by any key, checked.
#[derive(Clone, Debug)]
pub(super) struct Tally<K>(BTreeMap<K, Decimal>);

impl<K: Ord> Tally<K> {
    pub(super) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    pub(super) fn add(&mut self, key: K, value: Decimal) -> Result<(), ReportError> {
        let sum = self.0.entry(key).or_default();
        *sum = sum.checked_add(value).ok_or(ReportError::Overflow)?;
        Ok(())
    }

    /// The sum under a key, zero when there is none.
    pub(super) fn get(&self, key: &K) -> Decimal {
        self.0.get(key).copied().unwrap_or_default()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, Decimal)> {
        self.0.iter().map(|(key, sum)| (key, *sum))
    }
}
