//! Carries a change out through the verbs of `ops`, and says in one sentence what came of it.

mod goals;
mod import;
mod payees;
mod reconcile;
mod review;
mod tree;

use domain::Transaction;
use domain::id::TransactionId;
use ops::Book;
use ops::history::Moved;
use ops::transaction::{RemoveTransactions, Selection};

use crate::app::{Change, Done};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::i18n::{Texts, text};
use crate::present::{MoneyStyle, Sides, words};

/// Changes the ledger.
pub(super) fn change(book: &mut Book, wanted: Change, texts: &Texts) -> Result<Done, Failure> {
    match wanted {
        Change::Add(entry) => {
            let added = book.add(&entry).or_explain(texts)?.transaction;
            Ok(about(book, "tell-saved", &added, texts))
        }
        Change::Transfer(entry) => {
            let added = book.transfer(&entry).or_explain(texts)?.transaction;
            Ok(about(book, "tell-saved", &added, texts))
        }
        Change::Edit(id, edit) if edit.is_empty() => Ok(unchanged(id, texts)),
        Change::Edit(id, edit) => {
            let edited = book.edit(&id.to_string(), &edit).or_explain(texts)?;
            if edited.before == edited.after {
                return Ok(unchanged(id, texts));
            }
            Ok(about(book, "tell-changed", &edited.after, texts))
        }
        Change::Repeat(id, edit) => {
            let repeated = book.repeat(&id.to_string(), &edit).or_explain(texts)?;
            Ok(about(book, "tell-saved", &repeated.transaction, texts))
        }
        Change::Bulk(request) => {
            let edited = book.bulk(&request, Some(0)).or_explain(texts)?;
            Ok(Done {
                said: counted("tell-bulk", edited.changed, texts),
                // The cursor stays where it is.
                transaction: None,
            })
        }
        Change::Remove(selection) => remove(book, selection, texts),
        Change::Undo(steps) => {
            let undone = book.undo(steps).or_explain(texts)?;
            moved(book, &undone, "tell-undone", "error-no-undo", texts)
        }
        Change::UndoTo(sequence) => {
            let undone = book.undo_to(sequence).or_explain(texts)?;
            moved(book, &undone, "tell-undone", "error-no-undo", texts)
        }
        Change::Redo(steps) => {
            let redone = book.redo(steps).or_explain(texts)?;
            moved(book, &redone, "tell-redone", "error-no-redo", texts)
        }
        Change::Tree(wanted) => tree::change(book, wanted, texts),
        Change::Reconcile(request) => reconcile::change(book, &request, texts),
        Change::Payees(wanted) => payees::change(book, wanted, texts),
        Change::Goals(wanted) => goals::change(book, wanted, texts),
        Change::Import(wanted) => import::change(book, wanted, texts),
        Change::Review(wanted) => review::change(book, wanted, texts),
    }
}

fn remove(book: &mut Book, selection: Selection, texts: &Texts) -> Result<Done, Failure> {
    let request = RemoveTransactions {
        selection,
        reconciled_too: false,
    };
    let removed = book.remove(&request, Some(0)).or_explain(texts)?;
    Ok(Done {
        said: counted("tell-removed", removed.count, texts),
        transaction: None,
    })
}

fn unchanged(id: TransactionId, texts: &Texts) -> Done {
    Done {
        said: texts.get("tell-unchanged"),
        transaction: Some(id),
    }
}

/// One transaction in a sentence. It is saved by now: what can't be read any more is said plainly,
/// never as a failure, or it would be entered twice.
fn about(book: &Book, id: &str, transaction: &Transaction, texts: &Texts) -> Done {
    let line = book.names_of(transaction).ok().map(|names| {
        Sides::of(transaction, &names).line(transaction, &names, &style(book, texts), texts)
    });
    let line = line.unwrap_or_else(|| transaction.id.to_string());
    Done {
        said: text!(texts, id, line = line),
        transaction: Some(transaction.id),
    }
}

fn counted(id: &str, n: usize, texts: &Texts) -> String {
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    text!(texts, id, n = n)
}

fn moved(
    book: &Book,
    operations: &[Moved],
    said: &str,
    nothing: &str,
    texts: &Texts,
) -> Result<Done, Failure> {
    if operations.is_empty() {
        return Err(Failure::new(Kind::NotFound, texts.get(nothing)));
    }
    let style = style(book, texts);
    let what = operations
        .iter()
        .map(|moved| words::operation(moved, &style, texts));
    Ok(Done {
        said: text!(texts, said, what = what.collect::<Vec<_>>().join("; ")),
        transaction: None,
    })
}

/// How money is written in this ledger; in the usual way when it can't be asked.
fn style(book: &Book, texts: &Texts) -> MoneyStyle {
    let home = book.currency().ok().map(|currency| currency.code);
    let known = book.view().currencies().unwrap_or_default();
    MoneyStyle::new(texts.language(), home).with_symbols(&known)
}
