//! The changes of the screen `goals`.

use ops::Book;
use ops::goal::Contributions;

use crate::app::Done;
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::{Texts, text};
use crate::screens::goals::Wanted;

pub(super) fn change(book: &mut Book, wanted: Wanted, texts: &Texts) -> Result<Done, Failure> {
    let named = |id: &str, name: &str| text!(texts, id, name = name);
    let said = match wanted {
        Wanted::Add(request) => {
            let added = book.add_goal(&request).or_explain(texts)?;
            named("say-added", &added.name)
        }
        Wanted::Edit { name, edit } => {
            let changed = book.edit_goal(&name, &edit).or_explain(texts)?;
            let id = match edit.active {
                Some(false) => "say-closed",
                Some(true) => "say-reopened",
                None => "say-changed",
            };
            named(id, &changed.name)
        }
        Wanted::Contribute(request) => {
            let progress = book.contribute(&request).or_explain(texts)?;
            let style = super::style(book, texts);
            text!(
                texts,
                "say-contributed",
                name = progress.goal.name.as_str(),
                current = style.write(progress.current),
                target = style.write(progress.goal.target)
            )
        }
        Wanted::Remove { name } => {
            // Undo brings back the contributions too, so they may go with it.
            book.remove_goal(&name, Contributions::Remove)
                .or_explain(texts)?;
            named("tell-goal-removed", &name)
        }
    };
    Ok(Done {
        said,
        transaction: None,
    })
}
