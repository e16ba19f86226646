//! One schedule, as lists and answers show it.

use domain::{Chart, Payee, Schedule, Tag};
use ops::session::StoreError;
use serde::Serialize;
use serde_json::{Value, json};

use super::super::names::{Desk, money};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::present;

/// One schedule.
#[derive(Serialize)]
pub(super) struct Line {
    pub(super) id: String,
    amount: Value,
    category: Option<String>,
    to: Option<String>,
    account: String,
    payee: Option<String>,
    memo: String,
    tags: Vec<String>,
    rule: String,
    from: String,
    next: Option<String>,
    /// How much comes next: an instalment's part.
    next_amount: Option<Value>,
    passed: u32,
    remaining: Option<u32>,
    instalments: Option<u32>,
    debt: Option<Value>,
    #[serde(skip)]
    pub(super) name: String,
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

/// What a schedule's numbers stand for.
struct Named {
    account: String,
    category: Option<String>,
    to: Option<String>,
    payee: Option<String>,
    tags: Vec<String>,
}

impl Named {
    fn of(desk: &Desk<'_>, chart: &Chart, schedule: &Schedule) -> Result<Self, StoreError> {
        let view = desk.book.view();
        let path = chart.path(schedule.counter).to_owned();
        let counter = chart.get(schedule.counter);
        let is_category = counter.is_some_and(|counter| counter.kind.is_category());
        let payee = match schedule.payee {
            Some(id) => view.get::<Payee>(id.raw())?,
            None => None,
        };
        let tags = schedule.tags.iter().map(|id| view.get::<Tag>(id.raw()));
        let tags = tags.collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            account: chart.path(schedule.account).to_owned(),
            category: is_category.then(|| path.clone()),
            to: (!is_category).then_some(path),
            payee: payee.map(|payee| payee.name),
            tags: tags.into_iter().flatten().map(|tag| tag.name).collect(),
        })
    }

    fn target(&self) -> String {
        let to = self.to.as_ref().map(|to| format!("→ {to}"));
        self.category.clone().or(to).unwrap_or_default()
    }
}

impl Line {
    pub(super) fn of(desk: &Desk<'_>, schedule: &Schedule) -> Result<Self, Failure> {
        let texts = &desk.session.texts;
        let chart = desk.book.view().chart().or_explain(texts)?;
        let named = Named::of(desk, &chart, schedule).or_explain(texts)?;
        let next = schedule.next();
        let debt = schedule.debt().transpose().or_explain(texts)?;
        let remaining = schedule.remaining();
        let rule = schedule.recurrence.to_string();
        let id = schedule.id.to_string();
        let target = named.target();
        let left = match (remaining, schedule.instalments) {
            (Some(left), Some(all)) => format!("{left}/{all}"),
            (Some(left), None) => left.to_string(),
            (None, _) => String::new(),
        };
        Ok(Self {
            cells: vec![
                Cell::text(id.as_str()),
                next.map_or(Cell::Empty, |next| Cell::Date(next.date)),
                next.map_or(Cell::Empty, |next| Cell::Money(next.amount)),
                Cell::text(named.payee.as_deref().unwrap_or_default()),
                Cell::text(target.as_str()),
                Cell::text(named.account.as_str()),
                Cell::text(left),
                debt.map_or(Cell::Empty, Cell::Money),
                Cell::text(rule.as_str()),
                Cell::text(schedule.amount.currency.code.as_str()),
                Cell::text(schedule.memo.as_str()),
            ],
            name: named.payee.clone().unwrap_or(target),
            id,
            amount: money(schedule.amount),
            category: named.category,
            to: named.to,
            account: named.account,
            payee: named.payee,
            memo: schedule.memo.clone(),
            tags: named.tags,
            rule,
            from: present::date(schedule.start),
            next: next.map(|next| present::date(next.date)),
            next_amount: next.map(|next| money(next.amount)),
            passed: schedule.passed,
            remaining,
            instalments: schedule.instalments,
            debt: debt.map(|debt| json!(money(debt))),
        })
    }
}

pub(super) fn columns(desk: &Desk<'_>) -> Vec<Column> {
    vec![
        Column::fixed("id", desk.text("head-id")),
        Column::fixed("next", desk.text("head-next")),
        Column::number("amount", desk.text("head-amount")),
        Column::text("payee", desk.text("head-payee")),
        Column::text("category", desk.text("head-category")),
        Column::text("account", desk.text("head-account")),
        Column::number("remaining", desk.text("head-remaining")),
        Column::number("debt", desk.text("head-debt")),
        Column::text("rule", desk.text("head-recurrence")),
        Column::csv_only("currency"),
        Column::csv_only("memo"),
    ]
}
