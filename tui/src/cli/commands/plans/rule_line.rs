//! One rule, as lists and answers show it.

use domain::rule::RuleState;
use domain::{Payee, Rule, Tag};
use ops::session::StoreError;
use serde::Serialize;
use serde_json::Value;

use super::super::names::{Desk, object};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};

/// One rule.
#[derive(Serialize)]
pub(super) struct Line {
    pub(super) id: String,
    position: u32,
    name: String,
    query: Vec<String>,
    set: Set,
    state: RuleState,
    #[serde(skip)]
    cells: Vec<Cell>,
}

/// What it sets.
#[derive(Serialize)]
struct Set {
    category: Option<String>,
    payee: Option<String>,
    memo: Option<String>,
    tags: Vec<String>,
    splits: Vec<Part>,
    transfer: Option<String>,
}

/// A part that goes to another category.
#[derive(Serialize)]
struct Part {
    category: String,
    share: String,
}

impl Set {
    fn of(desk: &Desk<'_>, rule: &Rule) -> Result<Self, StoreError> {
        let view = desk.book.view();
        let chart = view.chart()?;
        let payee = match rule.payee {
            Some(id) => view.get::<Payee>(id.raw())?,
            None => None,
        };
        let tags = rule.tags.iter().map(|id| view.get::<Tag>(id.raw()));
        let tags = tags.collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            category: rule.category.map(|id| chart.path(id).to_owned()),
            payee: payee.map(|payee| payee.name),
            memo: rule.memo.clone(),
            tags: tags.into_iter().flatten().map(|tag| tag.name).collect(),
            splits: rule
                .splits
                .iter()
                .map(|split| Part {
                    category: chart.path(split.category).to_owned(),
                    share: split.share.to_string(),
                })
                .collect(),
            transfer: rule.transfer.map(|id| chart.path(id).to_owned()),
        })
    }

    /// `category=Food; tag=trip`
    fn shown(&self) -> String {
        let said = |name: &str, value: &str| format!("{name}={value}");
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.category.as_deref().map(|text| said("category", text)));
        parts.extend(self.payee.as_deref().map(|text| said("payee", text)));
        parts.extend(self.memo.as_deref().map(|text| said("memo", text)));
        parts.extend(self.tags.iter().map(|text| said("tag", text)));
        let split = |part: &Part| format!("split={}={}", part.category, part.share);
        parts.extend(self.splits.iter().map(split));
        parts.extend(self.transfer.as_deref().map(|text| said("transfer", text)));
        parts.join("; ")
    }
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

impl Line {
    pub(super) fn of(desk: &Desk<'_>, rule: &Rule) -> Result<Self, Failure> {
        let texts = &desk.session.texts;
        let chart = desk.book.view().chart().or_explain(texts)?;
        let set = Set::of(desk, rule).or_explain(texts)?;
        let path = |id| chart.path(id).to_owned();
        let query: Vec<String> = rule.terms.iter().map(|term| term.typed(path)).collect();
        let id = rule.id.to_string();
        Ok(Self {
            cells: vec![
                Cell::Count(i64::from(rule.position)),
                Cell::text(id.as_str()),
                Cell::text(rule.name.as_str()),
                Cell::text(query.join(" & ")),
                Cell::text(set.shown()),
            ],
            id,
            position: rule.position,
            name: rule.name.clone(),
            query,
            set,
            state: rule.state,
        })
    }

    /// What a person calls it.
    pub(super) fn called(&self) -> String {
        if self.name.is_empty() {
            self.id.clone()
        } else {
            self.name.clone()
        }
    }
}

/// A rule as answers about other things show it.
pub(in crate::cli::commands) fn rule_json(desk: &Desk<'_>, rule: &Rule) -> Result<Value, Failure> {
    Ok(object(&Line::of(desk, rule)?))
}

pub(super) fn columns(desk: &Desk<'_>) -> Vec<Column> {
    vec![
        Column::number("position", desk.text("head-number")),
        Column::fixed("id", desk.text("head-id")),
        Column::text("name", desk.text("head-name")),
        Column::text("query", desk.text("head-conditions")),
        Column::text("set", desk.text("head-sets")),
    ]
}
