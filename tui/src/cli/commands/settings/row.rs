//! One setting that differs, as a row.

use serde::Serialize;

use super::Item;
use crate::carry::{Change, Verdict};
use crate::cli::output::{Cell, Row};
use crate::i18n::Texts;

/// A setting with what both sides say of it.
#[derive(Serialize)]
pub(super) struct SettingRow<'a> {
    document: &'static str,
    setting: &'a str,
    here: Option<&'a str>,
    server: Option<&'a str>,
    goes: &'static str,
    #[serde(skip)]
    words: Option<String>,
}

impl<'a> SettingRow<'a> {
    /// With the words of a table, when it is for one.
    pub(super) fn of(item: &Item, change: &'a Change, texts: Option<&Texts>) -> Self {
        let (goes, id) = match item.verdict {
            Verdict::Here => ("push", "word-goes-push"),
            Verdict::There => ("pull", "word-goes-pull"),
            Verdict::Both | Verdict::Same => ("conflict", "word-goes-conflict"),
        };
        Self {
            document: item.document.as_str(),
            setting: &change.name,
            here: change.here.as_deref(),
            server: change.there.as_deref(),
            goes,
            words: texts.map(|texts| texts.get(id)),
        }
    }
}

impl Row for SettingRow<'_> {
    fn cells(&self) -> Vec<Cell> {
        let said = |value: Option<&str>| value.map_or(Cell::Empty, Cell::text);
        vec![
            Cell::text(self.document),
            Cell::text(self.setting),
            said(self.here),
            said(self.server),
            Cell::text(self.words.as_deref().unwrap_or(self.goes)),
        ]
    }
}
