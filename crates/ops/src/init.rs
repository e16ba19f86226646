//! Making a ledger: encrypted from its first byte, with a main currency and starter categories.

use domain::id::AccountId;
use domain::{Account, AccountKind, Currency};
use store::{DeviceId, LedgerDir, NewLedger, StoreError, Unfinished, Verb, Writer};
use vault::{Passphrase, RecoveryCode};

use crate::book::{CURRENCY, LAST_ACCOUNT};
use crate::{Book, Clock, currency_lookup};

/// In which language the starter accounts and categories are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StarterLanguage {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

/// What is needed to make a ledger.
#[derive(Debug)]
pub struct InitLedger {
    /// Where; holds no ledger yet.
    pub directory: LedgerDir,
    /// Opens it from now on.
    pub passphrase: Passphrase,
    /// The device that makes it.
    pub device: DeviceId,
    /// The main currency.
    pub currency: Currency,
    /// Starter categories and a first account; none for an empty ledger.
    pub starter: Option<StarterLanguage>,
}

/// A ledger was made.
#[derive(Debug)]
pub struct LedgerMade {
    /// The open book.
    pub book: Book,
    /// To be shown once and written down.
    pub recovery_code: RecoveryCode,
}

impl InitLedger {
    /// Makes the ledger.
    pub fn run(self, clock: Clock) -> Result<LedgerMade, StoreError> {
        let directory = self.directory.clone();
        let unfinished = Unfinished::begin(&directory)?;
        self.make(clock)
            .and_then(|made| unfinished.finish().map(|()| made))
            .inspect_err(|_| directory.discard())
    }

    fn make(self, clock: Clock) -> Result<LedgerMade, StoreError> {
        let new = NewLedger::create(self.directory, &self.passphrase, self.device)?;
        let NewLedger {
            ledger,
            recovery_code,
        } = new;
        let mut book = Book::new(ledger, clock);
        book.write(Verb::Init, |writer| {
            currency_lookup::ensure(writer, self.currency)?;
            writer.remember(CURRENCY, self.currency.code.as_str())?;
            self.starter
                .map_or(Ok(()), |language| plant(writer, language, self.currency))
        })?;
        Ok(LedgerMade {
            book,
            recovery_code,
        })
    }
}

/// A category and those below it.
type Branch = (AccountKind, &'static str, &'static [&'static str]);

fn plant(
    writer: &mut Writer<'_>,
    language: StarterLanguage,
    currency: Currency,
) -> Result<(), StoreError> {
    let (cash, branches) = match language {
        StarterLanguage::English => ("Cash", ENGLISH),
        StarterLanguage::Spanish => ("Efectivo", SPANISH),
    };
    let mut make = |name: &str, kind: AccountKind, parent: Option<AccountId>| {
        let account = Account {
            id: AccountId(writer.next_id()?),
            name: name.to_owned(),
            kind,
            parent,
            currency: (!kind.is_category()).then_some(currency.code),
            closed: false,
        };
        writer.create(&account)?;
        Ok::<_, StoreError>(account.id)
    };
    let cash = make(cash, AccountKind::Asset, None)?;
    for (kind, name, children) in branches {
        let parent = make(name, *kind, None)?;
        for child in *children {
            make(child, *kind, Some(parent))?;
        }
    }
    writer.remember(LAST_ACCOUNT, &cash.raw().to_string())
}

const ENGLISH: &[Branch] = &[
    (AccountKind::Income, "Salary", &[]),
    (AccountKind::Income, "Interest", &[]),
    (AccountKind::Income, "Other income", &[]),
    (
        AccountKind::Expense,
        "Food",
        &["Groceries", "Lunch", "Restaurants", "Coffee"],
    ),
    (
        AccountKind::Expense,
        "Home",
        &["Rent", "Electricity", "Water", "Internet", "Repairs"],
    ),
    (
        AccountKind::Expense,
        "Transport",
        &["Public transport", "Fuel", "Taxi"],
    ),
    (AccountKind::Expense, "Health", &["Doctor", "Pharmacy"]),
    (
        AccountKind::Expense,
        "Leisure",
        &["Travel", "Books", "Subscriptions"],
    ),
    (AccountKind::Expense, "Clothes", &[]),
    (AccountKind::Expense, "Education", &[]),
    (AccountKind::Expense, "Gifts", &[]),
    (AccountKind::Expense, "Fees", &[]),
    (AccountKind::Expense, "Taxes", &[]),
    (AccountKind::Expense, "Other", &[]),
    (AccountKind::Saving, "Emergency fund", &[]),
    (AccountKind::Saving, "Retirement", &[]),
];

const SPANISH: &[Branch] = &[
    (AccountKind::Income, "Sueldo", &[]),
    (AccountKind::Income, "Intereses", &[]),
    (AccountKind::Income, "Otros ingresos", &[]),
    (
        AccountKind::Expense,
        "Comida",
        &["Supermercado", "Almuerzo", "Restaurantes", "Café"],
    ),
    (
        AccountKind::Expense,
        "Casa",
        &["Arriendo", "Luz", "Agua", "Internet", "Arreglos"],
    ),
    (
        AccountKind::Expense,
        "Transporte",
        &["Transporte público", "Bencina", "Taxi"],
    ),
    (AccountKind::Expense, "Salud", &["Médico", "Farmacia"]),
    (
        AccountKind::Expense,
        "Ocio",
        &["Viajes", "Libros", "Suscripciones"],
    ),
    (AccountKind::Expense, "Ropa", &[]),
    (AccountKind::Expense, "Educación", &[]),
    (AccountKind::Expense, "Regalos", &[]),
    (AccountKind::Expense, "Comisiones", &[]),
    (AccountKind::Expense, "Impuestos", &[]),
    (AccountKind::Expense, "Otros", &[]),
    (AccountKind::Saving, "Fondo de emergencia", &[]),
    (AccountKind::Saving, "Jubilación", &[]),
];
