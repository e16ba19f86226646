//! Making an account or category, with its opening balance.

use chrono::NaiveDate;
use domain::account::{AccountKind, MAX_DEPTH, Wanted, split_path};
use domain::amount::parse_amount;
use domain::currency::MAX_EXPONENT;
use domain::id::{AccountId, TransactionId};
use domain::transaction::{Metadata, Source, Status};
use domain::{Account, Chart, Currency, CurrencyCode, Money, Posting, Transaction};
use store::Writer;

use super::{AccountError, free_name, verb};
use crate::book::{LAST_ACCOUNT, main_currency};
use crate::{Book, currency_lookup};

/// An account or category to make.
#[derive(Clone, Debug)]
pub struct AddAccount {
    /// Its name; `Bank:Checking` puts it below `Bank`, which is made when it is missing.
    pub name: String,
    /// Its kind.
    pub kind: AccountKind,
    /// Below which one.
    pub parent: Option<String>,
    /// The currency of an account; the ledger's when not given. None for a category.
    pub currency: Option<CurrencyCode>,
    /// What it holds at the start.
    pub opening: Option<Opening>,
}

/// What an account holds when the ledger begins to know it.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The balance as typed, in the account's currency; negative for a debt.
    pub amount: String,
    /// On which day; today when not given.
    pub date: Option<NaiveDate>,
    /// The name of the equity account on the other side.
    pub equity: String,
}

/// It was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountAdded {
    /// The account.
    pub account: Account,
    /// Its full name.
    pub path: String,
    /// The opening entry, when there is one.
    pub opening: Option<TransactionId>,
}

impl Book {
    /// Makes an account or category.
    pub fn add_account(&mut self, request: &AddAccount) -> Result<AccountAdded, AccountError> {
        self.add_account_in(request, None)
    }

    /// The same; `exponent` is the number of decimal digits of a currency that is neither the
    /// ledger's nor built in, which is made with the account.
    pub fn add_account_in(
        &mut self,
        request: &AddAccount,
        exponent: Option<u8>,
    ) -> Result<AccountAdded, AccountError> {
        let today = self.today();
        let wanted = if request.kind.is_category() {
            Wanted::Category
        } else {
            Wanted::Account
        };
        self.write(verb(wanted), |writer| {
            let currency = currency(writer, request, exponent)?;
            let account = make(writer, request, wanted, currency)?;
            let opening = match (&request.opening, currency) {
                (Some(opening), Some(currency)) => open(
                    writer,
                    &account,
                    currency,
                    opening,
                    opening.date.unwrap_or(today),
                )?,
                _ => None,
            };
            let first = writer.view().remembered(LAST_ACCOUNT)?.is_none();
            if first && account.kind.is_holding() {
                // With nothing entered yet, the first account made is the one used last.
                writer.remember(LAST_ACCOUNT, &account.id.raw().to_string())?;
            }
            let path = writer.view().chart()?.path(account.id).to_owned();
            Ok(AccountAdded {
                account,
                path,
                opening,
            })
        })
    }
}

/// The currency of an account, made known to the ledger; none for a category.
fn currency(
    writer: &mut Writer<'_>,
    request: &AddAccount,
    exponent: Option<u8>,
) -> Result<Option<Currency>, AccountError> {
    if request.kind.is_category() {
        return Ok(None);
    }
    let currency = match request.currency {
        None => main_currency(writer.view())?,
        Some(code) => {
            let new = exponent.filter(|exponent| *exponent <= MAX_EXPONENT);
            let new = new.map(|exponent| Currency { code, exponent });
            currency_lookup::known(writer.view(), code)
                .or(new)
                .ok_or(AccountError::UnknownCurrency(code))?
        }
    };
    currency_lookup::ensure(writer, currency)?;
    Ok(Some(currency))
}

fn make(
    writer: &mut Writer<'_>,
    request: &AddAccount,
    wanted: Wanted,
    currency: Option<Currency>,
) -> Result<Account, AccountError> {
    let chart = writer.view().chart()?;
    let mut names = split_path(&request.name)?;
    let leaf = names.pop().ok_or(domain::label::LabelError::Empty)?;
    let mut parent = match &request.parent {
        Some(typed) => Some(chart.resolve(typed, wanted)?.id),
        None => None,
    };
    for name in names {
        parent = Some(step_down(writer, request, parent, name, currency)?);
    }
    let chart = writer.view().chart()?;
    check_parent(&chart, parent, request.kind)?;
    let account = Account {
        id: AccountId(writer.next_id()?),
        name: leaf,
        kind: request.kind,
        parent,
        currency: currency.map(|currency| currency.code),
        closed: false,
    };
    free_name(&chart, &account)?;
    writer.create(&account)?;
    Ok(account)
}

/// The account with this name below `parent`, made when it is missing.
fn step_down(
    writer: &mut Writer<'_>,
    request: &AddAccount,
    parent: Option<AccountId>,
    name: String,
    currency: Option<Currency>,
) -> Result<AccountId, AccountError> {
    let chart = writer.view().chart()?;
    let known = chart.children(parent).find(|account| {
        account.kind.is_category() == request.kind.is_category() && account.name == name
    });
    if let Some(known) = known {
        return Ok(known.id);
    }
    let account = Account {
        id: AccountId(writer.next_id()?),
        name,
        kind: request.kind,
        parent,
        currency: currency.map(|currency| currency.code),
        closed: false,
    };
    free_name(&chart, &account)?;
    writer.create(&account)?;
    Ok(account.id)
}

pub(super) fn check_parent(
    chart: &Chart,
    parent: Option<AccountId>,
    kind: AccountKind,
) -> Result<(), AccountError> {
    let Some(parent) = parent.and_then(|id| chart.get(id)) else {
        return Ok(());
    };
    let path = chart.path(parent.id);
    if parent.kind != kind {
        let name = path.to_owned();
        return Err(AccountError::Kind {
            name,
            found: parent.kind,
            expected: kind,
        });
    }
    if path.split(':').count() + 1 >= MAX_DEPTH {
        return Err(AccountError::Circle(path.to_owned()));
    }
    Ok(())
}

/// Books what the account holds at the start against equity.
fn open(
    writer: &mut Writer<'_>,
    account: &Account,
    currency: Currency,
    opening: &Opening,
    date: NaiveDate,
) -> Result<Option<TransactionId>, AccountError> {
    let amount = parse_amount(&opening.amount, currency)?;
    if amount.is_zero() {
        return Ok(None);
    }
    let equity = equity_account(writer, &opening.equity, currency)?;
    let opposite = Money::new(-amount.minor, currency);
    let transaction = Transaction {
        id: TransactionId(writer.next_id()?),
        date,
        payee: None,
        memo: opening.equity.clone(),
        status: Status::Cleared,
        source: Source::Manual,
        tags: Vec::new(),
        metadata: Metadata::new(),
        postings: vec![
            Posting::new(account.id, amount),
            Posting::new(equity, opposite),
        ],
    };
    transaction.validate()?;
    writer.create(&transaction)?;
    Ok(Some(transaction.id))
}

/// The equity account for opening balances in a currency; each currency has one.
fn equity_account(
    writer: &mut Writer<'_>,
    name: &str,
    currency: Currency,
) -> Result<AccountId, AccountError> {
    let chart = writer.view().chart()?;
    let named = |name: &str| {
        let fits = |a: &&Account| a.kind == AccountKind::Equity && a.name == name;
        chart.iter().find(fits).cloned()
    };
    let in_currency = format!("{name} {}", currency.code);
    let free = match named(name) {
        Some(found) if found.currency == Some(currency.code) => return Ok(found.id),
        Some(_) => match named(&in_currency) {
            Some(found) => return Ok(found.id),
            None => in_currency,
        },
        None => name.to_owned(),
    };
    let account = Account {
        id: AccountId(writer.next_id()?),
        name: free,
        kind: AccountKind::Equity,
        parent: None,
        currency: Some(currency.code),
        closed: false,
    };
    writer.create(&account)?;
    Ok(account.id)
}
