//! The first rows of a dry run, each with its verdict.

use domain::Decimal;
use domain::statement::Verdict;
use ops::import::{ImportedFile, RowVerdict};
use serde::Serialize;

use super::super::names::Desk;
use crate::cli::error::Failure;
use crate::cli::output::{Cell, Column, Row};
use crate::present;

/// How many rows of each file are shown.
const SHOWN: usize = 10;

/// One row as it would be taken.
#[derive(Serialize)]
pub(super) struct PreviewRow {
    line: u32,
    date: String,
    amount: String,
    text: String,
    verdict: &'static str,
    #[serde(skip)]
    value: Decimal,
    #[serde(skip)]
    shown: String,
}

impl Row for PreviewRow {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Count(i64::from(self.line)),
            Cell::text(self.date.as_str()),
            Cell::Number(self.value),
            Cell::text(self.text.as_str()),
            Cell::text(self.shown.as_str()),
        ]
    }
}

/// The first rows of a file.
pub(super) fn rows(file: &ImportedFile) -> Vec<PreviewRow> {
    let rows = file.statement.rows.iter().zip(&file.verdicts).take(SHOWN);
    rows.map(|(row, verdict)| {
        let texts = [&row.payee, &row.memo].into_iter().flatten();
        let texts: Vec<&str> = texts.map(|text| &**text).collect();
        PreviewRow {
            line: row.line,
            date: present::date(row.date),
            amount: row.amount.to_string(),
            value: row.amount,
            text: texts.join(" "),
            verdict: word(*verdict),
            shown: String::new(),
        }
    })
    .collect()
}

/// The verdict for scripts.
const fn word(verdict: RowVerdict) -> &'static str {
    match verdict {
        RowVerdict::Taken(Verdict::New) => "new",
        RowVerdict::Taken(Verdict::Review) => "review",
        RowVerdict::Taken(Verdict::Matched) => "matched",
        RowVerdict::Duplicate => "duplicate",
        RowVerdict::LeftOut | RowVerdict::Taken(Verdict::Declined) => "left-out",
        RowVerdict::Bad => "bad",
    }
}

/// Shows the first rows of each file for people.
pub(super) fn write<'l>(
    desk: &Desk<'_>,
    files: impl Iterator<Item = (&'l String, &'l Vec<PreviewRow>)>,
) -> Result<(), Failure> {
    for (file, rows) in files.filter(|(_, rows)| !rows.is_empty()) {
        desk.session.lines(["", file.as_str()])?;
        let columns = vec![
            Column::number("line", desk.text("head-line")),
            Column::fixed("date", desk.text("head-date")),
            Column::number("amount", desk.text("head-amount")),
            Column::text("text", desk.text("head-text")),
            Column::fixed("verdict", desk.text("head-verdict")),
        ];
        let shown: Vec<PreviewRow> = rows
            .iter()
            .map(|row| PreviewRow {
                line: row.line,
                date: row.date.clone(),
                amount: row.amount.clone(),
                value: row.value,
                text: row.text.clone(),
                verdict: row.verdict,
                shown: desk.text(match row.verdict {
                    "new" => "word-verdict-new",
                    "review" => "word-verdict-review",
                    "matched" => "word-verdict-matched",
                    "duplicate" => "word-verdict-duplicate",
                    "left-out" => "word-verdict-left-out",
                    _ => "word-verdict-bad",
                }),
            })
            .collect();
        desk.list("rows", columns, &shown)?;
    }
    Ok(())
}
