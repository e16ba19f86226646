//! One attachment, as lists and answers show it.

use domain::{Attachment, Transaction};
use serde::Serialize;

use super::super::names::Desk;
use crate::cli::output::{Cell, Column, Row};
use crate::i18n::Language;
use crate::present;

/// One attachment.
#[derive(Serialize)]
pub(super) struct Line {
    id: String,
    transaction: String,
    name: String,
    /// In bytes.
    size: u64,
    digest: String,
    added_at: String,
    #[serde(skip)]
    date: Option<domain::NaiveDate>,
    #[serde(skip)]
    shown: String,
}

impl Line {
    pub(super) fn of(attachment: &Attachment) -> Self {
        Self {
            id: attachment.id.to_string(),
            transaction: attachment.transaction.to_string(),
            name: attachment.name.clone(),
            size: attachment.size,
            digest: attachment.digest.to_string(),
            added_at: attachment.added_at.clone(),
            date: None,
            shown: String::new(),
        }
    }

    pub(super) fn with(
        attachment: &Attachment,
        transaction: &Transaction,
        language: Language,
    ) -> Self {
        Self {
            date: Some(transaction.date),
            shown: present::bytes(attachment.size, language),
            ..Self::of(attachment)
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.id.as_str()),
            Cell::text(self.transaction.as_str()),
            self.date.map_or(Cell::Empty, Cell::Date),
            Cell::text(self.name.as_str()),
            Cell::text(self.shown.as_str()),
        ]
    }
}

pub(super) fn columns(desk: &Desk<'_>) -> Vec<Column> {
    vec![
        Column::fixed("id", desk.text("head-id")),
        Column::fixed("transaction", desk.text("head-transaction")),
        Column::fixed("date", desk.text("head-date")),
        Column::text("name", desk.text("head-name")),
        Column::number("size", desk.text("head-size")),
    ]
}
