//! What a register needs to know before its first row: which postings, and what lies before them.

use std::ops::ControlFlow;

use domain::account::Wanted;
use domain::id::AccountId;
use domain::{AccountKind, Money, Period};
use store::{Order, RegisterKey, RegisterPosting, RegisterQuery};

use super::RegisterReport;
use super::balances::Balances;
use crate::Book;
use crate::report::ReportError;
use crate::report::frame::Frame;
use crate::report::selection::Rows;

/// What a register needs to know before it begins.
pub(super) struct Plan<'b> {
    pub(super) frame: Frame<'b>,
    pub(super) root: AccountId,
    pub(super) kind: AccountKind,
    pub(super) query: RegisterQuery,
}

/// Where a register begins.
pub(super) enum Start {
    /// With the first row of the period, or with this one.
    At(Option<RegisterKey>),
    /// There is no row to show.
    Nowhere,
}

impl<'b> Plan<'b> {
    pub(super) fn of(book: &'b Book, request: &RegisterReport) -> Result<Self, ReportError> {
        let chart = book.view().chart()?;
        let root = chart.resolve(&request.account, Wanted::Either)?;
        let rows = if root.kind.is_category() {
            Rows::Categories
        } else {
            Rows::Accounts
        };
        let frame = Frame::new(book, &request.scope, rows)?;
        let selection = &frame.selection;
        let mut accounts = chart.subtree(root.id);
        accounts.retain(|id| selection.takes_account(*id));
        let query = RegisterQuery {
            accounts,
            filter: selection.filter.clone(),
            period: selection.period(request.scope.period, Period::ALWAYS)?,
        };
        Ok(Self {
            root: root.id,
            kind: root.kind,
            query,
            frame,
        })
    }

    pub(super) fn shows(&self, posting: &RegisterPosting) -> bool {
        posting.matches && self.frame.selection.takes_currency(posting.amount.currency)
    }

    /// The balances before the first row, and where it is.
    pub(super) fn start(&self, limit: Option<u64>) -> Result<(Balances, Start), ReportError> {
        let Some(limit) = limit else {
            let before = self.query.period.from.map(|from| from.pred_opt());
            let balances = match before {
                Some(Some(day)) => Balances::until(self, Some(day))?,
                _ => Balances::default(),
            };
            return Ok((balances, Start::At(None)));
        };
        let mut balances = Balances::until(self, self.query.period.to)?;
        let (mut shown, mut first) = (0, None);
        let mut after = Balances::default();
        self.frame.view.register_postings::<ReportError>(
            &self.query,
            Order::NewestFirst,
            None,
            |posting| {
                if shown == limit {
                    return Ok(ControlFlow::Break(()));
                }
                after.add(posting.amount)?;
                if self.shows(&posting) {
                    shown += 1;
                    first = Some(posting.key);
                    for (currency, sum) in std::mem::take(&mut after.sums) {
                        balances.add(Money::new(-sum, currency))?;
                    }
                }
                Ok(ControlFlow::Continue(()))
            },
        )?;
        Ok((
            balances,
            first.map_or(Start::Nowhere, |key| Start::At(Some(key))),
        ))
    }
}
