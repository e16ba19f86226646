//! Who plays: accounts, categories, payees, in two languages.

use domain::account::AccountKind::{self, Asset, Expense, Income, Liability, Saving};
use domain::currency::iso_currency;
use domain::id::{AccountId, PayeeId, TagId};
use domain::{Account, Currency, Payee, Tag};
use store::{StoreError, Writer};

use crate::StarterLanguage;
use crate::currency_lookup;

/// The names in one language.
pub(super) struct Words {
    /// Checking, savings, cash, credit card, dollars: in this order.
    accounts: [(&'static str, AccountKind, &'static str); 5],
    /// Full names; the ones that `plot` knows by position come first.
    categories: &'static [(&'static str, AccountKind)],
    /// Shops: name, position of the category, smallest and largest amount, how often.
    shops: &'static [(&'static str, usize, i64, i64, u64)],
    /// Name, target and monthly contribution.
    pub(super) goals: &'static [(&'static str, i64, i64)],
    tag: &'static str,
    /// Memos of some expenses.
    pub(super) memos: [&'static str; 4],
    employer: &'static str,
    landlord: &'static str,
}

/// A payee with what one buys there.
pub(super) struct Shop {
    pub(super) id: PayeeId,
    pub(super) category: AccountId,
    pub(super) least: i64,
    pub(super) most: i64,
    pub(super) weight: u64,
}

/// Everything a plot needs.
pub(super) struct Cast {
    pub(super) words: &'static Words,
    pub(super) pesos: Currency,
    pub(super) dollars: Currency,
    pub(super) checking: AccountId,
    pub(super) savings: AccountId,
    pub(super) cash: AccountId,
    pub(super) card: AccountId,
    pub(super) dollar_account: AccountId,
    pub(super) categories: Vec<AccountId>,
    pub(super) payees: Vec<Shop>,
    pub(super) trip: TagId,
}

/// Positions of the categories that `plot` uses by name.
pub(super) const SALARY: usize = 0;
pub(super) const RENT: usize = 1;
pub(super) const POWER: usize = 2;
pub(super) const INTERNET: usize = 3;
pub(super) const RESERVE: usize = 4;
pub(super) const INTEREST: usize = 5;
/// Positions of the payees that `plot` uses by name: the employer, then the landlord.
pub(super) const EMPLOYER: usize = 0;
pub(super) const LANDLORD: usize = 1;

impl Cast {
    pub(super) fn make(
        writer: &mut Writer<'_>,
        language: StarterLanguage,
    ) -> Result<Self, StoreError> {
        let words = match language {
            StarterLanguage::English => &ENGLISH,
            StarterLanguage::Spanish => &SPANISH,
        };
        let currency = |code: &str| {
            code.parse()
                .ok()
                .and_then(iso_currency)
                .ok_or(StoreError::Overflow)
        };
        let (pesos, dollars) = (currency("CLP")?, currency("USD")?);
        currency_lookup::ensure(writer, pesos)?;
        currency_lookup::ensure(writer, dollars)?;
        let mut ids = Vec::with_capacity(words.accounts.len());
        for (name, kind, code) in words.accounts {
            ids.push(account(writer, name, kind, None, Some(currency(code)?))?);
        }
        let &[checking, savings, cash, card, dollar_account] = ids.as_slice() else {
            return Err(StoreError::Overflow);
        };
        let categories = categories(writer, words)?;
        let payees = payees(writer, words, &categories)?;
        let trip = Tag {
            id: TagId(writer.next_id()?),
            name: words.tag.to_owned(),
        };
        writer.create(&trip)?;
        Ok(Self {
            words,
            pesos,
            dollars,
            checking,
            savings,
            cash,
            card,
            dollar_account,
            categories,
            payees,
            trip: trip.id,
        })
    }
}

fn account(
    writer: &mut Writer<'_>,
    name: &str,
    kind: AccountKind,
    parent: Option<AccountId>,
    currency: Option<Currency>,
) -> Result<AccountId, StoreError> {
    let chart = writer.view().chart()?;
    if let Some(known) = chart
        .children(parent)
        .find(|a| a.name == name && a.kind == kind)
    {
        return Ok(known.id);
    }
    let account = Account {
        id: AccountId(writer.next_id()?),
        name: name.to_owned(),
        kind,
        parent,
        currency: currency.map(|currency| currency.code),
        closed: false,
    };
    writer.create(&account)?;
    Ok(account.id)
}

fn categories(writer: &mut Writer<'_>, words: &Words) -> Result<Vec<AccountId>, StoreError> {
    let mut ids = Vec::with_capacity(words.categories.len());
    for (path, kind) in words.categories {
        let mut parent = None;
        for name in path.split(':') {
            parent = Some(account(writer, name, *kind, parent, None)?);
        }
        ids.extend(parent);
    }
    Ok(ids)
}

fn payees(
    writer: &mut Writer<'_>,
    words: &Words,
    categories: &[AccountId],
) -> Result<Vec<Shop>, StoreError> {
    let named = [
        (words.employer, SALARY, 0, 0, 0),
        (words.landlord, RENT, 0, 0, 0),
    ];
    let mut shops = Vec::with_capacity(words.shops.len() + named.len());
    for &(name, category, least, most, weight) in named.iter().chain(words.shops) {
        let payee = Payee {
            id: PayeeId(writer.next_id()?),
            name: name.to_owned(),
            aliases: Vec::new(),
        };
        writer.create(&payee)?;
        let category = categories
            .get(category)
            .copied()
            .ok_or(StoreError::Overflow)?;
        shops.push(Shop {
            id: payee.id,
            category,
            least,
            most,
            weight,
        });
    }
    Ok(shops)
}

static ENGLISH: Words = Words {
    accounts: [
        ("Checking", Asset, "CLP"),
        ("Savings", Asset, "CLP"),
        ("Cash", Asset, "CLP"),
        ("Credit card", Liability, "CLP"),
        ("Dollars", Asset, "USD"),
    ],
    categories: &[
        ("Salary", Income),
        ("Home:Rent", Expense),
        ("Home:Electricity", Expense),
        ("Home:Internet", Expense),
        ("Emergency fund", Saving),
        ("Interest", Income),
        ("Food:Groceries", Expense),
        ("Food:Lunch", Expense),
        ("Food:Coffee", Expense),
        ("Food:Restaurants", Expense),
        ("Transport:Public transport", Expense),
        ("Transport:Fuel", Expense),
        ("Health:Pharmacy", Expense),
        ("Leisure:Books", Expense),
        ("Leisure:Subscriptions", Expense),
        ("Leisure:Travel", Expense),
        ("Clothes", Expense),
        ("Gifts", Expense),
    ],
    shops: SHOPS,
    goals: &[
        ("Emergency fund", 6_000_000, 120_000),
        ("Trip to Patagonia", 1_800_000, 35_000),
        ("New bicycle", 650_000, 15_000),
    ],
    tag: "trip",
    memos: ["with Ana", "for the week", "birthday", "on the way home"],
    employer: "Observatorio Andino",
    landlord: "Inmobiliaria Los Robles",
};

static SPANISH: Words = Words {
    accounts: [
        ("Cuenta corriente", Asset, "CLP"),
        ("Ahorro", Asset, "CLP"),
        ("Efectivo", Asset, "CLP"),
        ("Tarjeta de crédito", Liability, "CLP"),
        ("Dólares", Asset, "USD"),
    ],
    categories: &[
        ("Sueldo", Income),
        ("Casa:Arriendo", Expense),
        ("Casa:Luz", Expense),
        ("Casa:Internet", Expense),
        ("Fondo de emergencia", Saving),
        ("Intereses", Income),
        ("Comida:Supermercado", Expense),
        ("Comida:Almuerzo", Expense),
        ("Comida:Café", Expense),
        ("Comida:Restaurantes", Expense),
        ("Transporte:Transporte público", Expense),
        ("Transporte:Bencina", Expense),
        ("Salud:Farmacia", Expense),
        ("Ocio:Libros", Expense),
        ("Ocio:Suscripciones", Expense),
        ("Ocio:Viajes", Expense),
        ("Ropa", Expense),
        ("Regalos", Expense),
    ],
    shops: SHOPS,
    goals: &[
        ("Fondo de emergencia", 6_000_000, 120_000),
        ("Viaje a la Patagonia", 1_800_000, 35_000),
        ("Bicicleta nueva", 650_000, 15_000),
    ],
    tag: "viaje",
    memos: ["con Ana", "para la semana", "cumpleaños", "camino a casa"],
    employer: "Observatorio Andino",
    landlord: "Inmobiliaria Los Robles",
};

/// Made-up shops; amounts in pesos.
const SHOPS: &[(&str, usize, i64, i64, u64)] = &[
    ("Supermercado El Huerto", 6, 8_000, 62_000, 16),
    ("Almacén Don Tito", 6, 1_500, 14_000, 14),
    ("Feria La Vega Chica", 6, 5_000, 24_000, 6),
    ("Casino Central", 7, 3_900, 6_500, 20),
    ("Empanadas La Abuela", 7, 2_800, 7_900, 10),
    ("Café Luna", 8, 1_900, 4_800, 24),
    ("Café Quinta Normal", 8, 2_100, 5_200, 10),
    ("Picada del Puerto", 9, 9_000, 38_000, 5),
    ("Sushi Nishiki", 9, 12_000, 41_000, 4),
    ("Metro y buses", 10, 760, 1_700, 26),
    ("Bencinera Ruta 5", 11, 15_000, 52_000, 4),
    ("Farmacia San Roque", 12, 2_300, 29_000, 5),
    ("Librería Araucaria", 13, 7_900, 28_900, 3),
    ("Música sin Fin", 14, 4_550, 7_950, 2),
    ("Cine Alameda", 14, 3_800, 9_800, 3),
    ("Buses del Sur", 15, 9_500, 38_000, 2),
    ("Hostal Lago Azul", 15, 24_000, 96_000, 1),
    ("Tienda Telares", 16, 8_990, 54_990, 2),
    ("Florería Pasaje 9", 17, 5_500, 21_000, 2),
];
