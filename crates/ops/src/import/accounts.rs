//! Which ledger account a row belongs to.
//!
//! What the person says wins; then what was said for the same bank account before; then a ledger
//! account with the name that the file gives. Nothing is guessed beyond that.

use std::collections::BTreeSet;
use std::str::FromStr;

use domain::account::Wanted;
use domain::id::AccountId;
use domain::{Account, Chart, Currency, CurrencyCode};
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
pub(crate) struct Target {
    pub(crate) account: Account,
    pub(crate) path: String,
    pub(crate) currency: Currency,
}

/// The targets of a statement: one for each account it names, and one for rows that name none.
pub(super) struct Targets {
    /// Each with one account for each currency; the first is the one for rows that name none.
    by_index: Vec<Vec<Target>>,
    unnamed: Vec<Target>,
}

impl Targets {
    pub(super) fn of(&self, row: &Row) -> Option<&Target> {
        let targets = match row.account.and_then(|index| usize::try_from(index).ok()) {
            Some(index) => self.by_index.get(index)?,
            None => &self.unnamed,
        };
        let fits = |target: &&Target| row.currency == Some(target.currency.code);
        targets.iter().find(fits).or(targets.first())
    }

    /// What each account in the file goes to: one ledger account, or one for each currency.
    pub(super) fn named(&self, statement: &Statement) -> Vec<AccountChoice> {
        let named = statement.accounts.iter().zip(&self.by_index);
        named
            .flat_map(|(named, targets)| {
                targets.iter().map(|target| AccountChoice {
                    in_file: Some(named.id.clone()),
                    in_ledger: target.path.clone(),
                })
            })
            .collect()
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

/// The same for a bank account that holds several currencies.
fn memory_in(in_file: &str, currency: CurrencyCode) -> String {
    format!("bank-account-{currency}:{in_file}")
}

/// The same for files of one form, which name no account.
fn memory_of_head(head: &str) -> String {
    format!("bank-head:{head}")
}

impl Book {
    /// The account that the last file with this head (see `fingerprint`) went to; a suggestion for
    /// a person, never more.
    pub fn suggest_account(&self, head: &str) -> Result<Option<String>, StoreError> {
        let chart = self.view().chart()?;
        let raw = self.view().remembered(&memory_of_head(head))?;
        let account = raw.and_then(|raw| chart.get(AccountId::from_raw(raw.parse().ok()?)));
        let open = account.filter(|account| !account.closed);
        Ok(open.map(|account| chart.path(account.id).to_owned()))
    }

    /// The currency of the account that the person chose for all rows; none when there are several.
    pub(super) fn currency_for(&self, request: &Import) -> Result<Option<Currency>, LookupError> {
        let chart = self.view().chart()?;
        let for_all = request
            .accounts
            .iter()
            .any(|choice| choice.in_file.is_none());
        let mut chosen = None;
        for choice in &request.accounts {
            if for_all && choice.in_file.is_some() {
                continue;
            }
            let account = open_account(&chart, &choice.in_ledger, Wanted::Account)?;
            match chosen {
                Some(before) if before != account.currency => return Ok(None),
                _ => chosen = Some(account.currency),
            }
            if !for_all {
                break;
            }
        }
        let code = chosen.flatten();
        Ok(code.and_then(|code| currency_lookup::known(self.view(), code)))
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
    let chosen = |in_file: Option<&str>| {
        let of = request.accounts.iter();
        let of = of.filter(move |choice| choice.in_file.as_deref() == in_file);
        of.map(|choice| target(view, &chart, &choice.in_ledger))
            .collect::<Result<Vec<Target>, _>>()
    };
    let unnamed = chosen(None)?;
    let mut by_index = Vec::with_capacity(statement.accounts.len());
    for named in &statement.accounts {
        let said = chosen(Some(&named.id))?;
        by_index.push(match (said.is_empty(), unnamed.is_empty()) {
            (false, _) => said,
            (true, false) => unnamed.clone(),
            (true, true) => known(view, &chart, &named.id, statement)?,
        });
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
        if named.id.trim().is_empty() {
            continue;
        }
        let id = |target: &Target| target.account.id.raw().to_string();
        if let Some(first) = target.first() {
            writer.remember(&memory(&named.id), &id(first))?;
        }
        for other in target.iter().skip(1) {
            writer.remember(&memory_in(&named.id, other.currency.code), &id(other))?;
        }
    }
    if let (Some(head), Some(target)) = (&statement.layout.fingerprint, targets.all().next()) {
        writer.remember(&memory_of_head(head), &target.account.id.raw().to_string())?;
    }
    Ok(())
}

/// What was said before of a bank account, else the account with its name.
fn known(
    view: View<'_>,
    chart: &Chart,
    in_file: &str,
    statement: &Statement,
) -> Result<Vec<Target>, ImportError> {
    let remembered = |memory: &str| -> Result<Option<Target>, ImportError> {
        let raw = view.remembered(memory)?.and_then(|raw| raw.parse().ok());
        let account = raw.and_then(|raw| chart.get(AccountId::from_raw(raw)));
        let path = account.map(|account| chart.path(account.id));
        path.map(|path| target(view, chart, path)).transpose()
    };
    let Some(first) = remembered(&memory(in_file))? else {
        return match chart.resolve(in_file, Wanted::Account) {
            Ok(account) => Ok(vec![target(view, chart, chart.path(account.id))?]),
            Err(_) => Ok(Vec::new()),
        };
    };
    let currencies: BTreeSet<CurrencyCode> = statement
        .rows
        .iter()
        .filter_map(|row| row.currency)
        .collect();
    let mut targets = vec![first];
    for code in currencies {
        targets.extend(remembered(&memory_in(in_file, code))?);
    }
    Ok(targets)
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
