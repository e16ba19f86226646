//! What is known of the ledger as a whole.

use domain::Query;
use ops::{Book, LookupError};

use crate::app::{Facts, NamedAccount};

pub(super) fn facts(book: &Book) -> Result<Facts, LookupError> {
    let view = book.view();
    let chart = view.chart()?;
    let mut accounts: Vec<NamedAccount> = chart
        .iter()
        .map(|account| NamedAccount {
            path: chart.path(account.id).to_owned(),
            kind: account.kind,
            currency: account.currency,
            closed: account.closed,
        })
        .collect();
    accounts.sort_by(|one, other| (one.kind, &one.path).cmp(&(other.kind, &other.path)));
    Ok(Facts {
        currency: Some(book.currency()?),
        known: view.currencies()?,
        accounts,
        tags: view.tags()?.into_iter().map(|tag| tag.name).collect(),
        last_account: book.last_account()?,
        transactions: book.count(&Query::default())?,
    })
}
