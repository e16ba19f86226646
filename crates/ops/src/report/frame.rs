//! What every report begins with: the chart, the report's currency, the divided query, the flows.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::{AccountKind, Chart, Currency, Decimal, Money, Period};
use store::{Order, Sum, View};

use super::exchange::Exchange;
use super::months::{end_of_month, month_of};
use super::selection::{Rows, Selection};
use super::sheet::{Groups, Valued};
use super::{ReportError, Scope};
use crate::query::within;
use crate::{Book, currency_lookup};

/// What flowed into one account in one month, in its own currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flow {
    pub(super) account: AccountId,
    pub(super) month: NaiveDate,
    pub(super) amount: Money,
}

/// The ground on which a report is made.
pub(super) struct Frame<'b> {
    pub(super) view: View<'b>,
    pub(super) chart: Chart,
    pub(super) currency: Currency,
    pub(super) selection: Selection,
    pub(super) today: NaiveDate,
    exchange: Option<Exchange<'b>>,
}

impl<'b> Frame<'b> {
    pub(super) fn new(book: &'b Book, scope: &Scope, rows: Rows) -> Result<Self, ReportError> {
        let view = book.view();
        let main = book.currency()?;
        let (currency, exchange) = match scope.currency {
            None => (main, None),
            Some(code) => {
                let target =
                    currency_lookup::known(view, code).ok_or(ReportError::UnknownCurrency(code))?;
                (target, Some(Exchange::into(view, target, main)?))
            }
        };
        Ok(Self {
            view,
            chart: view.chart()?,
            currency,
            selection: Selection::of(view, &scope.query, rows)?,
            today: book.today(),
            exchange,
        })
    }

    /// The kind of an account; an account that isn't in the chart has none and counts nowhere.
    pub(super) fn kind(&self, account: AccountId) -> Option<AccountKind> {
        self.chart.get(account).map(|account| account.kind)
    }

    /// True when amounts are converted, so that sums need a day.
    pub(super) fn converts(&self) -> bool {
        self.exchange.is_some()
    }

    /// Closes the open ends of a period: from the first transaction to the last, or to today.
    pub(super) fn closed(&self, period: Period) -> Result<(NaiveDate, NaiveDate), ReportError> {
        let span = self.view.span()?;
        let to = period
            .to
            .unwrap_or_else(|| span.map_or(self.today, |(_, last)| last.max(self.today)));
        let from = period
            .from
            .unwrap_or_else(|| span.map_or(self.today, |(first, _)| first));
        Ok((from.min(to), to.max(from)))
    }

    /// What flowed in a period into the accounts that the query and `keep` take.
    pub(super) fn flows(
        &self,
        period: Period,
        keep: impl Fn(AccountKind) -> bool,
    ) -> Result<Vec<Flow>, ReportError> {
        let takes = |account: AccountId, currency: Currency| {
            self.kind(account).is_some_and(&keep) && self.selection.takes(account, currency)
        };
        if self.selection.filter.is_empty() {
            return Ok(kept(self.view.sums(period)?, takes));
        }
        self.scanned(period, takes)
    }

    /// What the accounts hold at the end of a day; the flows' months say nothing.
    pub(super) fn balances(
        &self,
        date: NaiveDate,
        keep: impl Fn(AccountKind) -> bool,
    ) -> Result<Vec<Flow>, ReportError> {
        let until = Period {
            from: None,
            to: Some(date),
        };
        if !self.selection.filter.is_empty() {
            return self.flows(until, keep);
        }
        let takes = |account: AccountId, currency: Currency| {
            self.kind(account).is_some_and(&keep) && self.selection.takes(account, currency)
        };
        Ok(kept(self.view.totals(until)?, takes))
    }

    /// The same from the matching transactions, one by one.
    fn scanned(
        &self,
        period: Period,
        takes: impl Fn(AccountId, Currency) -> bool,
    ) -> Result<Vec<Flow>, ReportError> {
        let filter = within(self.selection.filter.clone(), period);
        let mut sums: BTreeMap<(AccountId, NaiveDate, Currency), i64> = BTreeMap::new();
        self.view
            .visit::<ReportError>(&filter, Order::OldestFirst, None, |transaction| {
                let month = month_of(transaction.date);
                for posting in &transaction.postings {
                    let currency = posting.amount.currency;
                    if !takes(posting.account, currency) {
                        continue;
                    }
                    let sum = sums.entry((posting.account, month, currency)).or_default();
                    *sum = sum
                        .checked_add(posting.amount.minor)
                        .ok_or(ReportError::Overflow)?;
                }
                Ok(())
            })?;
        let flow = |((account, month, currency), minor)| Flow {
            account,
            month,
            amount: Money::new(minor, currency),
        };
        Ok(sums.into_iter().map(flow).collect())
    }

    /// Groups flows by the currency in which they are shown; `day` says for each month on which
    /// day prices are taken.
    pub(super) fn grouped(
        &self,
        flows: &[Flow],
        day: impl Fn(NaiveDate) -> NaiveDate,
    ) -> Result<Groups, ReportError> {
        let mut groups = Groups::new(self.currency);
        for flow in flows {
            let Flow {
                account,
                month,
                amount,
            } = *flow;
            let (currency, value) = self.valued(amount, day(month), &mut groups)?;
            let valued = Valued {
                account,
                month,
                value,
            };
            groups.push(currency, valued);
        }
        Ok(groups)
    }

    /// An amount in the report's currency when it is to be converted and can be.
    pub(super) fn valued(
        &self,
        amount: Money,
        day: NaiveDate,
        groups: &mut Groups,
    ) -> Result<(Currency, Decimal), ReportError> {
        if let Some(value) = self.converted(amount, day)? {
            return Ok((self.currency, value));
        }
        if self.converts() {
            groups.unconverted(amount.currency);
        }
        Ok((amount.currency, amount.to_decimal()))
    }

    /// An amount's value in the report's currency; none when there is no price, or when no
    /// conversion was asked for and the currency is another one.
    pub(super) fn converted(
        &self,
        amount: Money,
        day: NaiveDate,
    ) -> Result<Option<Decimal>, ReportError> {
        let value = amount.to_decimal();
        if amount.currency == self.currency {
            return Ok(Some(value));
        }
        let Some(exchange) = &self.exchange else {
            return Ok(None);
        };
        exchange
            .rate(amount.currency.code, day)?
            .map(|rate| rate.apply(value))
            .transpose()
    }

    /// Flows are converted at the end of their month, or of the period when that comes first.
    pub(super) fn grouped_by_month(
        &self,
        flows: &[Flow],
        to: NaiveDate,
    ) -> Result<Groups, ReportError> {
        self.grouped(flows, |month| end_of_month(month).min(to))
    }
}

fn kept(sums: Vec<Sum>, takes: impl Fn(AccountId, Currency) -> bool) -> Vec<Flow> {
    sums.into_iter()
        .filter(|sum| takes(sum.account, sum.amount.currency))
        .map(|sum| Flow {
            account: sum.account,
            month: sum.month,
            amount: sum.amount,
        })
        .collect()
}

/// Turns a sum as posted into a total in the direction of a kind.
pub(super) fn directed(value: Decimal, kind: AccountKind) -> Decimal {
    if kind.direction() < 0 { -value } else { value }
}
