//! Marking what a statement has.

use ops::Book;
use ops::transaction::Reconcile;

use crate::app::Done;
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::{Texts, text};

pub(super) fn change(book: &mut Book, request: &Reconcile, texts: &Texts) -> Result<Done, Failure> {
    let reconciled = book.reconcile(request).or_explain(texts)?;
    let balance = super::style(book, texts).write(reconciled.balance);
    let n = i64::try_from(reconciled.marked).unwrap_or(i64::MAX);
    let account = request.account.as_str();
    Ok(Done {
        said: text!(
            texts,
            "tell-reconciled",
            account = account,
            balance = balance,
            n = n
        ),
        transaction: None,
    })
}
