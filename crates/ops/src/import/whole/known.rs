//! Which transactions of a book the ledger knows: counted as rows of bank files are, by date, amount
//! and what the file says of them.

use std::collections::HashMap;

use domain::id::AccountId;
use domain::statement::Tally;
use domain::{Money, NaiveDate, Period};
use formats::book::foreign::ForeignTransaction;
use store::{StoreError, View, Writer};

use super::chart::ChartPlan;
use super::convert::Leg;
use super::plan::Plan;

/// So much of what a transaction says is compared and kept.
const LONGEST: usize = 2000;
/// Under which name the ledger remembers the account that stands in for those without one.
const ANCHOR: &str = "book-anchor";

/// The account and amount under which a transaction is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub(super) slot: usize,
    pub(super) amount: Money,
}

/// What is known, by account.
pub(super) struct Knowledge {
    tallies: HashMap<usize, Tally>,
    stand_in: Option<usize>,
}

impl Knowledge {
    pub(super) fn new(
        view: View<'_>,
        chart: &ChartPlan,
        days: Option<Period>,
    ) -> Result<Self, StoreError> {
        let mut tallies = HashMap::new();
        let raw = view.remembered(ANCHOR)?.and_then(|raw| raw.parse().ok());
        let anchor = raw.map(AccountId::from_raw);
        let mut stand_in = None;
        for at in 0..chart.len() {
            let Some(slot) = chart.slot(at).filter(|slot| slot.currency.is_some()) else {
                continue;
            };
            if let (Some(id), Some(days)) = (slot.id, days) {
                tallies.insert(at, view.tally(id, days)?);
            }
            if slot.id.is_some() && slot.id == anchor {
                stand_in = Some(at);
            }
        }
        Ok(Self { tallies, stand_in })
    }

    /// Under what a transaction is known: its first leg that is no category's. One of categories
    /// alone stands under some account of the book, always the same one.
    pub(super) fn anchor(&mut self, plan: &mut Plan, legs: &[Leg], spare: &str) -> Option<Anchor> {
        let holds = |slot: usize| {
            plan.chart
                .slot(slot)
                .is_some_and(|slot| slot.currency.is_some())
        };
        let own = legs.iter().find(|leg| holds(leg.slot));
        if let Some(leg) = own {
            return Some(Anchor {
                slot: leg.slot,
                amount: leg.amount,
            });
        }
        let slot = match self.stand_in {
            Some(slot) => slot,
            None => plan.equity(spare, plan.main),
        };
        self.stand_in = Some(slot);
        let code = plan.chart.slot(slot)?.currency?;
        let currencies = plan.currencies.iter().chain([&plan.main]);
        let currency = currencies.copied().find(|currency| currency.code == code)?;
        Some(Anchor {
            slot,
            amount: Money::zero(currency),
        })
    }

    /// Tells whether the next transaction is a known one.
    pub(super) fn take(&mut self, date: NaiveDate, anchor: Anchor, text: &str) -> bool {
        let tally = self.tallies.get_mut(&anchor.slot);
        tally.is_some_and(|tally| tally.take(date, anchor.amount.minor, text, None).is_some())
    }

    /// Remembers the account that stands in.
    pub(super) fn remember(
        &self,
        writer: &mut Writer<'_>,
        chart: &ChartPlan,
    ) -> Result<(), StoreError> {
        let id = self.stand_in.and_then(|at| chart.slot(at)?.id);
        match id {
            Some(id) => writer.remember(ANCHOR, &id.raw().to_string()),
            None => Ok(()),
        }
    }
}

/// What a transaction is recognised by.
pub(super) fn text_of(foreign: &ForeignTransaction) -> String {
    foreign.identity.chars().take(LONGEST).collect()
}

/// The days that a book covers.
pub(super) fn days(transactions: &[ForeignTransaction]) -> Option<Period> {
    super::super::judge::span(transactions.iter().map(|one| one.date))
}
