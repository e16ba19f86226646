//! What each category took between two dates; in this month when no period is given.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::{AccountKind, Money, Period};

use super::frame::{Frame, directed};
use super::selection::Rows;
use super::sheet::{Group, Tally};
use super::{ReportError, Scope, Sheets};
use crate::Book;

/// The total of one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryTotal {
    /// The full name.
    pub category: String,
    /// How many categories it is inside of.
    pub depth: usize,
    /// Its kind.
    pub kind: AccountKind,
    /// What the category itself took, so that the totals of all rows add up.
    pub total: Money,
    /// What it took with all categories inside it.
    pub with_children: Money,
}

/// The categories of one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Categories {
    /// Income, expense, saving; inside a kind the largest first, each followed by those inside it.
    pub categories: Vec<CategoryTotal>,
    /// The total of each kind.
    pub kinds: Vec<(AccountKind, Money)>,
}

/// Category totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoriesReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The figures.
    pub sheets: Sheets<Categories>,
}

/// The kinds of categories, in the order in which reports show them.
pub(super) const KINDS: [AccountKind; 3] = [
    AccountKind::Income,
    AccountKind::Expense,
    AccountKind::Saving,
];

impl Book {
    /// Totals the categories that had a posting in the period, and those around them.
    pub fn report_categories(&self, scope: &Scope) -> Result<CategoriesReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Categories)?;
        let period = frame
            .selection
            .period(scope.period, Period::month_of(self.today()))?;
        let (from, to) = frame.closed(period)?;
        let flows = frame.flows(period, AccountKind::is_category)?;
        let sheets = frame
            .grouped_by_month(&flows, to)?
            .sheets(|group| categories(&frame, group))?;
        Ok(CategoriesReport { from, to, sheets })
    }
}

fn categories(frame: &Frame<'_>, group: &Group) -> Result<Categories, ReportError> {
    let tree = Tree::grow(frame, group)?;
    let mut rows = Vec::new();
    for kind in KINDS {
        tree.walk(None, kind, 0, &mut rows)?;
    }
    let kinds = KINDS
        .iter()
        .map(|kind| Ok((*kind, group.money(tree.kinds.get(kind))?)))
        .collect::<Result<_, ReportError>>()?;
    Ok(Categories {
        categories: rows,
        kinds,
    })
}

/// Totals of categories, alone and with all inside them.
struct Tree<'a> {
    frame: &'a Frame<'a>,
    group: &'a Group,
    own: Tally<AccountId>,
    whole: Tally<AccountId>,
    kinds: Tally<AccountKind>,
    shown: HashSet<AccountId>,
}

impl<'a> Tree<'a> {
    fn grow(frame: &'a Frame<'a>, group: &'a Group) -> Result<Self, ReportError> {
        let mut tree = Self {
            frame,
            group,
            own: Tally::new(),
            whole: Tally::new(),
            kinds: Tally::new(),
            shown: HashSet::new(),
        };
        for flow in &group.flows {
            let Some(kind) = frame.kind(flow.account) else {
                continue;
            };
            let value = directed(flow.value, kind);
            tree.own.add(flow.account, value)?;
            tree.kinds.add(kind, value)?;
            let mut above = Some(flow.account);
            for _ in 0..domain::account::MAX_DEPTH {
                let Some(id) = above else { break };
                tree.whole.add(id, value)?;
                tree.shown.insert(id);
                above = frame.chart.get(id).and_then(|account| account.parent);
            }
        }
        Ok(tree)
    }

    fn walk(
        &self,
        parent: Option<AccountId>,
        kind: AccountKind,
        depth: usize,
        rows: &mut Vec<CategoryTotal>,
    ) -> Result<(), ReportError> {
        if depth == domain::account::MAX_DEPTH {
            return Ok(());
        }
        let mut here: Vec<AccountId> = self
            .frame
            .chart
            .children(parent)
            .filter(|account| account.kind == kind && self.shown.contains(&account.id))
            .map(|account| account.id)
            .collect();
        here.sort_by_cached_key(|id| {
            (
                std::cmp::Reverse(self.whole.get(id)),
                self.frame.chart.path(*id).to_owned(),
            )
        });
        for id in here {
            rows.push(CategoryTotal {
                category: self.frame.chart.path(id).to_owned(),
                depth,
                kind,
                total: self.group.money(self.own.get(&id))?,
                with_children: self.group.money(self.whole.get(&id))?,
            });
            self.walk(Some(id), kind, depth + 1, rows)?;
        }
        Ok(())
    }
}
