//! What the screen `reconcile` asks for.

use domain::{Money, Transaction};
use ops::transaction::EntryError;
use ops::{Book, KnownNames, Names as _};

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::present::Sides;
use crate::screens::reconcile::{Found, Row, Wish};

pub(super) fn find(book: &Book, wish: &Wish, texts: &Texts) -> Result<Found, Failure> {
    let mut rows = Vec::new();
    let all = book
        .open_entries::<EntryError>(
            &wish.account,
            wish.date,
            wish.limit,
            |found, flow, names| {
                rows.push(row(&found, flow, names, texts));
                Ok(())
            },
        )
        .or_explain(texts)?;
    Ok(Found {
        reconciled: all.reconciled,
        open: all.open,
        count: all.count,
        rows,
    })
}

fn row(found: &Transaction, flow: Money, names: &KnownNames, texts: &Texts) -> Row {
    let payee = found.payee.and_then(|id| names.payee(id));
    Row {
        id: found.id,
        date: found.date,
        payee: payee.unwrap_or_default().to_owned(),
        memo: found.memo.clone(),
        category: Sides::of(found, names).category(names.chart(), texts),
        amount: flow,
    }
}
