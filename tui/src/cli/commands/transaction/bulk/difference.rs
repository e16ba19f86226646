//! Before and after, one row for each field that differs.

use domain::Transaction;
use ops::Names;
use ops::transaction::{BulkPlan, TransactionEdited};
use serde::Serialize;

use super::super::Desk;
use super::super::show::status_word;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row, Shape};
use crate::i18n::{Texts, text};
use crate::present::Sides;

/// How many transactions a table shows before the question.
pub(super) const SHOWN: usize = 20;

/// One field of one transaction; tables and CSV only.
#[derive(Serialize)]
struct Difference {
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Difference {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

/// Shows the first few, and how many more there are.
pub(super) fn write(desk: &Desk<'_>, plan: &BulkPlan, names: &impl Names) -> Result<(), Failure> {
    let edits = plan.edits.as_slice();
    let shown = edits.get(..SHOWN).unwrap_or(edits);
    write_all(desk, shown, names)?;
    let left = plan.changed - shown.len();
    if left > 0 {
        let n = i64::try_from(left).unwrap_or(i64::MAX);
        let more = text!(desk.session.texts, "say-bulk-more", n = n);
        return desk.session.lines([more]);
    }
    Ok(())
}

/// Shows all of them.
pub(super) fn write_all(
    desk: &Desk<'_>,
    edits: &[TransactionEdited],
    names: &impl Names,
) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let shape = Shape {
        name: "changes",
        head: Vec::new(),
        columns: vec![
            Column::fixed("id", desk.text("head-id")),
            Column::fixed("date", desk.text("head-date")),
            Column::text("field", desk.text("head-field")),
            Column::text("before", desk.text("head-before")),
            Column::text("after", desk.text("head-after")),
        ],
    };
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for edit in edits {
        let before = fields(&edit.before, names, texts);
        let after = fields(&edit.after, names, texts);
        for ((head, old), (_, new)) in before.into_iter().zip(after) {
            if old != new {
                let cells = vec![
                    Cell::text(edit.before.id.to_string()),
                    Cell::Date(edit.before.date),
                    Cell::text(texts.get(head)),
                    Cell::text(old),
                    Cell::text(new),
                ];
                listing.row(&Difference { cells }).or_explain(texts)?;
            }
        }
    }
    listing.finish(&[]).or_explain(texts)
}

/// The fields that a bulk edit can change, as people read them.
fn fields(
    transaction: &Transaction,
    names: &impl Names,
    texts: &Texts,
) -> Vec<(&'static str, String)> {
    let (account, category) = Sides::of(transaction, names).plain(names.chart());
    let payee = transaction.payee.and_then(|id| names.payee(id));
    vec![
        ("head-payee", payee.unwrap_or_default().to_owned()),
        ("head-category", category),
        ("head-account", account),
        (
            "head-tags",
            names.tags_of(transaction).unwrap_or_default().join(", "),
        ),
        (
            "head-status",
            texts.get(status_word(transaction.status.as_str())),
        ),
        ("head-memo", transaction.memo.clone()),
    ]
}
