//! The changes of the screen `payees`.

use ops::Book;

use crate::app::Done;
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::{Texts, text};
use crate::screens::payees::Wanted;

pub(super) fn change(book: &mut Book, wanted: Wanted, texts: &Texts) -> Result<Done, Failure> {
    let named = |id: &str, name: &str| text!(texts, id, name = name);
    let said = match wanted {
        Wanted::Add { name, aliases } => {
            let added = book.add_payee(&name, &aliases).or_explain(texts)?;
            named("say-added", &added.name)
        }
        Wanted::Edit { name, edit } => {
            let changed = book.edit_payee(&name, &edit).or_explain(texts)?;
            named("say-changed", &changed.name)
        }
        Wanted::Merge { from, into } => {
            let (into, moved) = book.merge_payees(&from, &into).or_explain(texts)?;
            let n = i64::try_from(moved).unwrap_or(i64::MAX);
            text!(texts, "say-merged", from = from, into = into.name, n = n)
        }
        Wanted::Remove { name } => {
            book.remove_payee(&name).or_explain(texts)?;
            named("say-removed", &name)
        }
    };
    Ok(Done {
        said,
        transaction: None,
    })
}
