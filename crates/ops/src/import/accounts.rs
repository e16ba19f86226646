//! Which ledger account a row belongs to.
//!
//! What the person says wins; then what was said for the same bank account before; then a ledger
//! account with the name that the file gives. Nothing is guessed beyond that.

use std::str::FromStr;

use domain::account::Wanted;
use domain::id::AccountId;
use domain::{Account, Chart, Currency};
use formats::import::{Row, Statement};
use store::{StoreError, View, Writer};

use super::{Import, ImportError};
use crate::lookup::{LookupError, open_account};
use crate::{Book, currency_lookup};

/// What the person said: an account for all rows, or for those of one account in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountChoice {
    /// The account as the file names it; all when none.
    pub in_file: Option<String>,
    /// The ledger account.
    pub in_ledger: String,
}

impl FromStr for AccountChoice {
    type Err = std::convert::Infallible;

    /// Reads `Checking` or `12345678=Checking`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text.split_once('=') {
            Some((in_file, in_ledger)) => Self {
                in_file: Some(in_file.trim().to_owned()),
                in_ledger: in_ledger.trim().to_owned(),
            },
            None => Self {
                in_file: None,
                in_ledger: text.trim().to_owned(),
            },
        })
    }
}

/// A ledger account that rows go to.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) account: Account,
    pub(super) path: String,
    pub(super) currency: Currency,
}

/// The targets of a statement: one for each account it names, and one for rows that name none.
pub(super) struct Targets {
    by_index: Vec<Option<Target>>,
    unnamed: Option<Target>,
}

impl Targets {
    pub(super) fn of(&self, row: &Row) -> Option<&Target> {
        match row.account.and_then(|index| usize::try_from(index).ok()) {
            Some(index) => self.by_index.get(index)?.as_ref(),
            None => self.unnamed.as_ref(),
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Target> {
        let mut seen: Vec<AccountId> = Vec::new();
        self.by_index
            .iter()
            .chain([&self.unnamed])
            .flatten()
            .filter(move |target| {
                let new = !seen.contains(&target.account.id);
                seen.push(target.account.id);
                new
            })
    }
}

/// The name under which the ledger remembers the account of a bank account.
fn memory(in_file: &str) -> String {
    format!("bank-account:{in_file}")
}

impl Book {
    /// The currency of the account that the person chose for all rows.
    pub(super) fn currency_for(&self, request: &Import) -> Result<Option<Currency>, LookupError> {
        let chart = self.view().chart()?;
        let choice = request
            .accounts
            .iter()
            .find(|choice| choice.in_file.is_none());
        let choice = choice.or_else(|| request.accounts.first());
        let Some(choice) = choice else {
            return Ok(None);
        };
        let account = open_account(&chart, &choice.in_ledger, Wanted::Account)?;
        Ok(account
            .currency
            .and_then(|code| currency_lookup::known(self.view(), code)))
    }
}

/// Finds the target of every row; a row without one is an error that names the file's accounts.
pub(super) fn targets(
    view: View<'_>,
    file: &str,
    statement: &Statement,
    request: &Import,
) -> Result<Targets, ImportError> {
    let chart = view.chart()?;
    let for_all = request
        .accounts
        .iter()
        .find(|choice| choice.in_file.is_none());
    let unnamed = for_all
        .map(|choice| target(view, &chart, &choice.in_ledger))
        .transpose()?;
    let mut by_index = Vec::with_capacity(statement.accounts.len());
    for named in &statement.accounts {
        let said = request.accounts.iter().find(|choice| {
            choice
                .in_file
                .as_deref()
                .is_some_and(|in_file| in_file == named.id)
        });
        let found = match said {
            Some(choice) => Some(target(view, &chart, &choice.in_ledger)?),
            None if unnamed.is_some() => unnamed.clone(),
            None => known(view, &chart, &named.id)?,
        };
        by_index.push(found);
    }
    let targets = Targets { by_index, unnamed };
    if statement.rows.iter().any(|row| targets.of(row).is_none()) {
        let named = statement
            .accounts
            .iter()
            .map(|account| account.id.clone())
            .collect();
        return Err(ImportError::WhichAccount {
            file: file.to_owned(),
            named,
        });
    }
    Ok(targets)
}

/// Remembers where the rows of each account in the file went.
pub(super) fn remember(
    writer: &mut Writer<'_>,
    statement: &Statement,
    targets: &Targets,
) -> Result<(), StoreError> {
    for (named, target) in statement.accounts.iter().zip(&targets.by_index) {
        if let Some(target) = target.as_ref().filter(|_| !named.id.trim().is_empty()) {
            writer.remember(&memory(&named.id), &target.account.id.raw().to_string())?;
        }
    }
    Ok(())
}

fn known(view: View<'_>, chart: &Chart, in_file: &str) -> Result<Option<Target>, ImportError> {
    let remembered = view.remembered(&memory(in_file))?;
    let remembered = remembered
        .and_then(|raw| raw.parse().ok())
        .map(AccountId::from_raw);
    if let Some(account) = remembered.and_then(|id| chart.get(id)) {
        return Ok(Some(target(view, chart, chart.path(account.id))?));
    }
    match chart.resolve(in_file, Wanted::Account) {
        Ok(account) => Ok(Some(target(view, chart, chart.path(account.id))?)),
        Err(_) => Ok(None),
    }
}

fn target(view: View<'_>, chart: &Chart, typed: &str) -> Result<Target, ImportError> {
    let account = open_account(chart, typed, Wanted::Account)?;
    let currency = account
        .currency
        .and_then(|code| currency_lookup::known(view, code));
    Ok(Target {
        path: chart.path(account.id).to_owned(),
        currency: currency.ok_or(crate::transaction::EntryError::NoAccount)?,
        account: account.clone(),
    })
}
