//! The changes of the trees of accounts and categories.

use ops::Book;

use crate::app::Done;
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::{Texts, text};
use crate::screens::tree::Wanted;

pub(super) fn change(book: &mut Book, wanted: Wanted, texts: &Texts) -> Result<Done, Failure> {
    let named = |id: &str, name: &str| text!(texts, id, name = name);
    let said = match wanted {
        Wanted::Add { request, decimals } => {
            let added = book.add_account_in(&request, decimals);
            let added = added.or_explain(texts)?;
            named("say-added", &added.path)
        }
        Wanted::Edit { half, name, edit } => {
            let changed = book.edit_account(half, &name, &edit).or_explain(texts)?;
            let id = match edit.closed {
                Some(true) => "say-closed",
                Some(false) => "say-reopened",
                None => "say-changed",
            };
            named(id, &changed.1)
        }
        Wanted::Merge { half, from, into } => {
            let merged = book.merge_accounts(half, &from, &into).or_explain(texts)?;
            let n = i64::try_from(merged.transactions).unwrap_or(i64::MAX);
            text!(texts, "say-merged", from = from, into = merged.into, n = n)
        }
        Wanted::Remove { half, name } => {
            book.remove_account(half, &name).or_explain(texts)?;
            named("say-removed", &name)
        }
    };
    Ok(Done {
        said,
        transaction: None,
    })
}
