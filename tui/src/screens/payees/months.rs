//! A year of months of all payees, taken in month by month; what was known stays until it is told anew.

use chrono::Months as Span;
use domain::id::PayeeId;
use domain::{Currency, Money, NaiveDate, Period};
use ops::label::FlowsOfPayees;

/// Months of which the trend is shown.
const MONTHS: u32 = 12;

/// The months, this one last.
#[derive(Debug, Default)]
pub(super) struct Months {
    known: Vec<(NaiveDate, Option<FlowsOfPayees>)>,
    main: Option<Currency>,
}

impl Months {
    /// Begins anew up to the month of a day; the month to ask for first.
    pub(super) fn begin(&mut self, today: NaiveDate, main: Option<Currency>) -> Option<NaiveDate> {
        self.main = main;
        let this = Period::month_of(today).from?;
        let before = (0..MONTHS).rev();
        let months = before.filter_map(|back| this.checked_sub_months(Span::new(back)));
        let mut old = std::mem::take(&mut self.known);
        let known = months.map(|month| {
            let same = old.iter_mut().find(|(known, _)| *known == month);
            (month, same.and_then(|(_, flows)| flows.take()))
        });
        self.known = known.collect();
        Some(this)
    }

    /// Takes a month in; the month before it that is to be asked for, until there is none.
    pub(super) fn take(&mut self, month: NaiveDate, flows: FlowsOfPayees) -> Option<NaiveDate> {
        let at = self.known.iter().position(|(known, _)| *known == month)?;
        self.known.get_mut(at)?.1 = Some(flows);
        let before = self.known.get(at.checked_sub(1)?)?;
        Some(before.0)
    }

    /// The name of this month.
    pub(super) fn this(&self) -> Option<NaiveDate> {
        self.known.last().map(|(month, _)| *month)
    }

    /// True when it is known what flowed this month.
    pub(super) fn knows_this(&self) -> bool {
        self.known.last().is_some_and(|(_, flows)| flows.is_some())
    }

    /// What flowed with a payee: a line of months for each currency, the ledger's first.
    pub(super) fn of(&self, payee: PayeeId) -> Vec<Vec<Money>> {
        let moved = |flows: &Option<FlowsOfPayees>| {
            let flows = flows.as_ref().and_then(|flows| flows.get(&payee));
            flows.cloned().unwrap_or_default()
        };
        let months: Vec<Vec<Money>> = self.known.iter().map(|(_, flows)| moved(flows)).collect();
        let mut currencies: Vec<Currency> = Vec::new();
        for amount in months.iter().flatten() {
            if !currencies.contains(&amount.currency) {
                currencies.push(amount.currency);
            }
        }
        currencies.sort_by_key(|currency| (Some(*currency) != self.main, currency.code));
        let line = |currency: Currency| {
            let in_month = move |month: &Vec<Money>| {
                let found = month.iter().find(|amount| amount.currency == currency);
                found.copied().unwrap_or(Money::zero(currency))
            };
            months.iter().map(in_month).collect()
        };
        currencies.into_iter().map(line).collect()
    }

    /// How much flowed this month, without a sign: in the ledger's currency, then in another one.
    pub(super) fn size_of(&self, payee: PayeeId) -> (u64, u64) {
        let this = self.known.last().and_then(|(_, flows)| flows.as_ref());
        let amounts = this.and_then(|flows| flows.get(&payee));
        let largest = |is_main: bool| {
            let amounts = amounts.into_iter().flatten();
            let own = amounts.filter(|amount| (Some(amount.currency) == self.main) == is_main);
            own.map(|amount| amount.minor.unsigned_abs())
                .max()
                .unwrap_or(0)
        };
        (largest(true), largest(false))
    }
}
