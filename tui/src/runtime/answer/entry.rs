//! What the entry form asks for.

use domain::Transaction;
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
    let is_category = |posting: &&domain::Posting| {
        chart
            .get(posting.account)
            .is_some_and(|account| account.kind.is_category())
    };
    let (categories, accounts): (Vec<_>, Vec<_>) =
        transaction.postings.iter().partition(is_category);
    let path = |posting: &domain::Posting| chart.path(posting.account).to_owned();
    let common = common(transaction, names);
    if let (Some(account), Some((first, rest))) = (accounts.first(), categories.split_first()) {
        let direction = chart
            .get(first.account)
            .map_or(1, |account| account.kind.direction());
        let signed = |minor: i64, posting: &domain::Posting| {
            domain::Money::new(minor * direction, posting.amount.currency).digits()
        };
        let whole = -account.amount.minor;
        return Template {
            kind: Kind::Everyday,
            amount: signed(whole, account),
            to: path(first),
            account: path(account),
            splits: rest
                .iter()
                .map(|leg| (path(leg), signed(leg.amount.minor, leg)))
                .collect(),
            ..common
        };
    }
    let gives = transaction.postings.iter().find(|leg| leg.amount.minor < 0);
    let takes = transaction.postings.iter().find(|leg| leg.amount.minor > 0);
    let (Some(gives), Some(takes)) = (gives, takes) else {
        return common;
    };
    let exchanged = gives.amount.currency != takes.amount.currency;
    Template {
        kind: Kind::Transfer,
        amount: gives.amount.digits().trim_start_matches('-').to_owned(),
        account: path(gives),
        to: path(takes),
        received: if exchanged {
            takes.amount.digits()
        } else {
            String::new()
        },
        ..common
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
