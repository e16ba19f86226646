//! Answers the screens' questions from an open book: one file for each screen.

mod accounts;
mod backups;
mod categories;
mod entry;
mod facts;
mod goals;
mod history;
mod home;
mod import;
mod payees;
mod reconcile;
mod reports;
mod review;
mod rows;
mod settings;

use ops::Book;

pub(super) use backups::remembered;
pub(super) use import::print;

use super::ground::Ground;
use crate::app::{Answer, Read};
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;

/// Reads what was asked for.
pub(super) fn answer(
    book: &Book,
    read: &Read,
    ground: &Ground,
    texts: &Texts,
) -> Result<Answer, Failure> {
    Ok(match read {
        Read::Facts => Answer::Facts(Box::new(facts::facts(book).or_explain(texts)?)),
        Read::Rows(wish) => Answer::Rows(rows::window(book, wish, texts)?),
        Read::Count(query) => Answer::Count(book.count(query).or_explain(texts)?),
        Read::Entry(wish) => Answer::Entry(Box::new(entry::find(book, wish, texts)?)),
        Read::Home(wish) => Answer::Home(Box::new(home::find(book, wish, texts)?)),
        Read::Reports(wish) => Answer::Reports(Box::new(reports::find(book, wish, texts)?)),
        Read::Accounts(wish) => Answer::Accounts(Box::new(accounts::find(book, *wish, texts)?)),
        Read::Reconcile(wish) => Answer::Reconcile(Box::new(reconcile::find(book, wish, texts)?)),
        Read::Categories(wish) => {
            Answer::Categories(Box::new(categories::find(book, *wish, texts)?))
        }
        Read::Payees(wish) => Answer::Payees(Box::new(payees::find(book, *wish, texts)?)),
        Read::Goals(wish) => Answer::Goals(Box::new(goals::find(book, *wish, texts)?)),
        Read::Import(wish) => Answer::Import(Box::new(import::find(book, wish, ground, texts)?)),
        Read::Review => Answer::Review(Box::new(review::find(book, texts)?)),
        Read::Backups => Answer::Backups(backups::find(book, ground, texts)?),
        Read::Settings => Answer::Settings(Box::new(settings::find(ground, texts)?)),
        Read::History(wish) => Answer::History(Box::new(history::find(book, wish, texts)?)),
    })
}
