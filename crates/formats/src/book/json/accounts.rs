//! The accounts of a document: each below one of its own kind, none below itself, each in a
//! currency that the document has.

use std::collections::HashMap;

use domain::Account;
use domain::id::AccountId;

use crate::book::BookHead;

/// What is wrong with an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountProblem {
    /// Its parent isn't in the document.
    #[error("its parent is not there")]
    NoParent,
    /// Its parent is of another kind.
    #[error("its parent is of another kind")]
    OtherKind,
    /// It lies below itself.
    #[error("it lies below itself")]
    Circle,
    /// Its currency isn't in the document.
    #[error("its currency is not there")]
    NoCurrency,
    /// An account without a currency, or a category with one.
    #[error("accounts have one currency, categories none")]
    Currency,
}

/// Checks all accounts; the first that is wrong is named.
pub(super) fn check(head: &BookHead) -> Result<(), (String, AccountProblem)> {
    let accounts: HashMap<AccountId, &Account> = head
        .chart
        .iter()
        .map(|account| (account.id, account))
        .collect();
    for account in head.chart.iter() {
        let checked = parent(account, &accounts).and_then(|()| currency(account, head));
        checked.map_err(|problem| (account.name.clone(), problem))?;
    }
    Ok(())
}

fn parent(
    account: &Account,
    accounts: &HashMap<AccountId, &Account>,
) -> Result<(), AccountProblem> {
    let mut above = account.parent;
    // Whoever climbs higher than there are accounts goes round.
    for _ in 0..=accounts.len() {
        let Some(id) = above else { return Ok(()) };
        let parent = accounts.get(&id).ok_or(AccountProblem::NoParent)?;
        if parent.kind != account.kind {
            return Err(AccountProblem::OtherKind);
        }
        above = parent.parent;
        if above == Some(account.id) {
            break;
        }
    }
    Err(AccountProblem::Circle)
}

fn currency(account: &Account, head: &BookHead) -> Result<(), AccountProblem> {
    let known = |code| {
        head.currencies
            .iter()
            .any(|entry| entry.currency.code == code)
    };
    match account.currency {
        Some(_) if account.kind.is_category() => Err(AccountProblem::Currency),
        None if !account.kind.is_category() => Err(AccountProblem::Currency),
        Some(code) if !known(code) => Err(AccountProblem::NoCurrency),
        _ => Ok(()),
    }
}
