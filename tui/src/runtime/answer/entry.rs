//! What the entry form asks for.

use domain::amount::as_typed;
use domain::{Money, Posting, Transaction};
use ops::transaction::Shape;
use ops::{Book, KnownNames, Names as _};

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::entry::{Found, Kind, Template, Wish};

pub(super) fn find(book: &Book, wish: &Wish, texts: &Texts) -> Result<Found, Failure> {
    Ok(match wish {
        Wish::Payees => {
            let payees = book.view().payees().or_explain(texts)?;
            let mut names: Vec<String> = payees.into_iter().map(|payee| payee.name).collect();
            // Those that were made last are those that are used now.
            names.reverse();
            Found::Payees(names)
        }
        Wish::Similar(payee) => {
            let last = book.last_with(payee).or_explain(texts)?;
            Found::Similar(last.map(|(transaction, names)| template(&transaction, &names)))
        }
        Wish::Transaction(id) => {
            let (transaction, names) = book.transaction_at(*id).or_explain(texts)?;
            Found::Transaction(template(&transaction, &names))
        }
    })
}

/// A transaction as one would type it.
fn template(transaction: &Transaction, names: &KnownNames) -> Template {
    let chart = names.chart();
    let path = |posting: &Posting| chart.path(posting.account).to_owned();
    let common = common(transaction, names);
    match Shape::of(&transaction.postings, chart) {
        Shape::Everyday {
            account,
            main,
            total,
            splits,
        } => Template {
            kind: Kind::Everyday,
            amount: as_typed(total),
            to: path(main),
            account: path(account),
            splits: splits
                .into_iter()
                .map(|(leg, share)| (path(leg), as_typed(share)))
                .collect(),
            ..common
        },
        Shape::Transfer { gives, takes } => {
            let exchanged = gives.amount.currency != takes.amount.currency;
            let sent = Money::new(gives.amount.minor.saturating_neg(), gives.amount.currency);
            Template {
                kind: Kind::Transfer,
                amount: as_typed(sent),
                account: path(gives),
                to: path(takes),
                received: if exchanged {
                    as_typed(takes.amount)
                } else {
                    String::new()
                },
                ..common
            }
        }
        Shape::Other => Template {
            kind: Kind::Many,
            ..common
        },
    }
}

/// What every kind of transaction has.
fn common(transaction: &Transaction, names: &KnownNames) -> Template {
    let payee = transaction.payee.and_then(|id| names.payee(id));
    Template {
        date: Some(transaction.date),
        payee: payee.unwrap_or_default().to_owned(),
        memo: transaction.memo.clone(),
        tags: names
            .tags_of(transaction)
            .map(|tags| tags.into_iter().map(str::to_owned).collect())
            .unwrap_or_default(),
        status: transaction.status,
        ..Template::default()
    }
}
