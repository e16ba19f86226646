//! A book in which every name and text is one that some program trips over.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::collections::BTreeMap;

use domain::account::AccountKind::{self, Asset, Equity, Expense, Income, Liability, Saving};
use domain::currency::iso_currency;
use domain::id::{AccountId, BatchId, CurrencyId, Id, PayeeId, PriceId, TagId, TransactionId};
use domain::transaction::{Mark, Metadata, Source, Status};
use domain::{
    Account, Chart, Currency, LedgerCurrency, Money, NaiveDate, Payee, Posting, Price, Tag,
    Transaction,
};
use formats::book::{BookHead, BookWriter, Statement};
use formats::export::{ExportFormat, writer};

pub(crate) struct Nasty {
    pub(crate) head: BookHead,
    pub(crate) transactions: Vec<Transaction>,
}

pub(crate) fn currency(code: &str) -> Currency {
    let code = code.parse().unwrap();
    iso_currency(code).unwrap_or(Currency { code, exponent: 3 })
}

fn id(counter: u64) -> Id {
    Id::new(0, counter).unwrap()
}

pub(crate) fn account_id(counter: u64) -> AccountId {
    AccountId(id(counter))
}

const ACCOUNTS: &[(&str, AccountKind, Option<u64>, &str)] = &[
    ("Checking", Asset, None, "CLP"),                      // 1
    ("Banco \"Estado\"; cuenta, RUT", Asset, None, "CLP"), // 2
    ("Dollars  $ & more", Asset, Some(1), "USD"),          // 3
    ("¥ 現金", Asset, None, "JPY"),                        // 4
    ("Wallet 🪙 [cold]", Asset, None, "BTC"),              // 5
    ("(parens)", Asset, None, "KWD"),                      // 6
    ("Food", Asset, None, "CLP"),                          // 7, as category 12
    ("4x4 loan @ 5%", Liability, None, "CLF"),             // 8
    ("a b", Asset, None, "CLP"),                           // 9
    ("a-b", Asset, None, "CLP"),                           // 10, as 9 in beancount
    ("saving", Equity, None, "CLP"),                       // 11, as the top of savings
    ("Food", Expense, None, ""),                           // 12
    ("Groceries & café", Expense, Some(12), ""),           // 13
    ("=1+1", Expense, None, ""),                           // 14
    ("ßüß", Income, None, ""),                             // 15
    ("Food", Saving, None, ""),                            // 16
    ("🍕", Expense, None, ""),                             // 17
    ("🍔", Expense, None, ""),                             // 18, as 17 in beancount
    ("*star", Expense, Some(12), ""),                      // 19
    ("!bang", Expense, Some(12), ""),                      // 20
    ("Points", Asset, None, "X1"),                         // 21
    ("Old; closed", Asset, None, "TRUE"),                  // 22
    ("Never used", Asset, None, "CLP"),                    // 23, closed too
];

const PAYEES: &[&str] = &[
    "Café \"Luna\" | sur; S.A.",
    "(code) payee",
    "* starred",
    "=SUM(A1:A9)",
    "Ω 🍕 \\ back",
    "#tag ^link",
];
const TAGS: &[&str] = &["two words", "Two-Words", "ñandú", "a:b,c", "🎉", "date"];
const CODES: &[&str] = &[
    "CLP", "USD", "JPY", "BTC", "KWD", "CLF", "X1", "TRUE", "NULL", "EUR",
];

fn head() -> BookHead {
    let entries = CODES.iter().zip(1..).map(|(code, counter)| LedgerCurrency {
        id: CurrencyId(id(counter)),
        currency: currency(code),
        symbol: None,
    });
    let currencies: Vec<LedgerCurrency> = entries.collect();
    let mut head = BookHead::new(currencies[0].clone());
    head.currencies = currencies;
    let accounts = ACCOUNTS.iter().zip(1..);
    let accounts = accounts.map(|(&(name, kind, parent, code), counter)| Account {
        id: account_id(counter),
        name: name.to_owned(),
        kind,
        parent: parent.map(account_id),
        currency: code.parse().ok(),
        closed: counter >= 22,
    });
    head.chart = Chart::new(accounts.collect());
    let payees = PAYEES.iter().zip(1..).map(|(name, counter)| Payee {
        id: PayeeId(id(counter)),
        name: (*name).to_owned(),
        aliases: vec!["LUNA*SUR".to_owned()],
    });
    head.payees = payees.collect::<Vec<_>>().into();
    let tags = TAGS.iter().zip(1..).map(|(name, counter)| Tag {
        id: TagId(id(counter)),
        name: (*name).to_owned(),
    });
    head.tags = tags.collect::<Vec<_>>().into();
    head.prices = [("CLF", "CLP", "37856.1234"), ("X1", "USD", "0.00000012")]
        .iter()
        .zip(1..)
        .map(|((base, quote, rate), counter)| Price {
            id: PriceId(id(counter)),
            date: date(2),
            base: base.parse().unwrap(),
            quote: quote.parse().unwrap(),
            rate: rate.parse().unwrap(),
        })
        .collect();
    head
}

pub(crate) fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, day).unwrap()
}

/// `1 -100.00 USD @@ -95000 CLP` is a posting to account 1.
fn leg(text: &str) -> Posting {
    let (account, amount) = text.split_once(' ').unwrap();
    let (amount, cost) = amount.split_once(" @@ ").unwrap_or((amount, ""));
    let mut posting = Posting::new(
        account_id(account.parse().unwrap()),
        amount.parse().unwrap(),
    );
    posting.cost = cost.parse::<Money>().ok();
    posting
}

const LEGS: &[&[&str]] = &[
    &["1 -4500 CLP", "13 4500 CLP"],
    &["13 -1200 CLP", "2 1200 CLP"],
    &["3 -100.07 USD @@ -95001 CLP", "1 95001 CLP"],
    &["3 333.33 USD @@ 333331 CLP", "2 -333331 CLP"],
    &["4 -1000 JPY", "14 600 JPY", "17 300 JPY", "18 100 JPY"],
    &["5 0.00000003 BTC @@ 7 CLP", "1 -7 CLP"],
    &["6 1.234 KWD", "15 -1.234 KWD"],
    &["8 -1500.1234 CLF @@ -56786789 CLP", "9 56786789 CLP"],
    &["7 -10 CLP", "10 10 CLP", "19 -5 CLP", "20 5 CLP"],
    &["1 -50000 CLP", "16 50000 CLP"],
    &["11 -900000000000 CLP", "1 900000000000 CLP"],
    &["21 5.000 X1 @@ 0 CLP", "1 0 CLP"],
    &["22 7.125 TRUE", "15 -7.125 TRUE"],
    &["22 -7.125 TRUE", "14 7.125 TRUE"],
    &["12 0.000 NULL", "14 0.000 NULL"],
    &["1 0 CLP @@ 0.00 USD", "2 0 CLP"],
    &["3 12.00 USD", "14 -12.00 USD", "1 -1 CLP", "17 1 CLP"],
    &["1 -8000000000000000000 CLP", "12 8000000000000000000 CLP"],
    &["2 8000000000000000000 CLP", "12 -8000000000000000000 CLP"],
    &[
        "3 0.07 USD @@ 900000000000000000 CLP",
        "1 -900000000000000000 CLP",
    ],
    &["1 900000000000000000 CLP", "14 -900000000000000000 CLP"],
];

const MEMOS: &[&str] = &[
    "",
    "lunch; with \"quotes\" and \\ backslash | pipe",
    "two\nlines\r\nand\ta tab",
    "(not a code) [2025-13-45] date: never, date2:x",
    "* not a status",
    "key:: (broken expression",
    ":tag: @ 5 USD  ; no comment",
    "=cmd|' /C calc'!A0",
    "%(account) %d {curly} <b>&amp;</b>",
    "\u{0}\u{7}bell\u{85}\u{2028}\u{FEFF}",
    "ends with a backslash \\",
    "Ω≈ç√ 日本語 🍕 العربية",
    "@",
];

fn metadata(number: usize) -> Metadata {
    let text = match number % 3 {
        0 => {
            r#"{"date":"x","Key With Blanks":1.5,"key-with-blanks":null,"payee":"[2025-99-99]","a":true}"#
        }
        1 => {
            r#"{"filename":"f","lineno":7,"ñ":{"deep":["\"q\"",{"x":1e300}]},"":"date:","a::b":"::("}"#
        }
        _ => "{}",
    };
    serde_json::from_str(text).unwrap()
}

fn transaction(number: usize, legs: &[&str]) -> Transaction {
    let counter = u64::try_from(number).unwrap() + 1;
    let mut postings: Vec<Posting> = legs.iter().map(|text| leg(text)).collect();
    let memo = MEMOS[number % MEMOS.len()];
    postings[0].mark = [Mark::None, Mark::Cleared, Mark::Reconciled][number % 3];
    postings[1].memo = (!memo.is_empty()).then(|| memo.to_owned());
    let payee = (!number.is_multiple_of(7)).then(|| PayeeId(id(1 + counter % 6)));
    let tags = (1..=counter % 7).map(|tag| TagId(id(tag)));
    Transaction {
        id: TransactionId(id(counter)),
        date: date(1 + u32::try_from(number).unwrap() % 28),
        payee,
        memo: if number == 5 {
            "🍕é".repeat(250)
        } else {
            memo.to_owned()
        },
        status: Status::ALL[number % 3],
        source: if number.is_multiple_of(4) {
            Source::Import(BatchId(id(3)))
        } else {
            Source::Manual
        },
        tags: tags.collect(),
        metadata: metadata(number),
        postings,
    }
}

pub(crate) fn book() -> Nasty {
    let repeated = LEGS.iter().cycle().take(LEGS.len() * 2 - 4).enumerate();
    let transactions: Vec<Transaction> = repeated
        .map(|(number, legs)| transaction(number, legs))
        .collect();
    for transaction in &transactions {
        transaction.validate().unwrap();
    }
    Nasty {
        head: head(),
        transactions,
    }
}

/// Does what `ops` does: all transactions once, or account by account.
pub(crate) fn export(book: &Nasty, format: ExportFormat) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = writer(format, date(31), &mut out);
    writer.begin(&book.head).unwrap();
    if format.goes_by_account() {
        for account in book.head.chart.iter().filter(|a| a.kind.is_holding()) {
            by_account(book, account, writer.as_mut());
        }
    } else {
        for transaction in &book.transactions {
            writer.transaction(&book.head, transaction).unwrap();
        }
    }
    writer.finish().unwrap();
    drop(writer);
    out
}

fn by_account(book: &Nasty, account: &Account, writer: &mut dyn BookWriter) {
    let own: Vec<&Transaction> = book
        .transactions
        .iter()
        .filter(|t| t.postings.iter().any(|p| p.account == account.id))
        .collect();
    let (Some(from), Some(to)) = (
        own.iter().map(|t| t.date).min(),
        own.iter().map(|t| t.date).max(),
    ) else {
        return;
    };
    let postings = own.iter().flat_map(|t| &t.postings);
    let minors = postings.filter(|p| p.account == account.id);
    let statement = Statement {
        account: account.id,
        from,
        to,
        balance: Money::new(
            minors.map(|p| p.amount.minor).sum(),
            currency(account.currency.unwrap().as_str()),
        ),
    };
    writer.begin_account(&book.head, &statement).unwrap();
    for transaction in own {
        writer.transaction(&book.head, transaction).unwrap();
    }
}

/// Our own balances that are not zero, as sorted digits with currency. Names differ between
/// programs and are left out; the chart has enough accounts to make the multiset telling.
pub(crate) fn balances(book: &Nasty) -> Vec<String> {
    let mut sums: BTreeMap<(AccountId, Currency), Money> = BTreeMap::new();
    for posting in book.transactions.iter().flat_map(|t| &t.postings) {
        let key = (posting.account, posting.amount.currency);
        let sum = sums.entry(key).or_insert(Money::zero(key.1));
        *sum = sum.checked_add(posting.amount).unwrap();
    }
    let sums = sums.into_values().filter(|sum| !sum.is_zero());
    let mut texts: Vec<String> = sums.map(|sum| normal(&sum.to_string())).collect();
    texts.sort();
    texts
}

/// An amount without what programs write differently: trailing zeros, quotes, our renamed codes.
pub(crate) fn normal(amount: &str) -> String {
    let (digits, code) = amount.trim().split_once(' ').unwrap();
    let value: domain::Decimal = digits.replace(',', "").parse().unwrap();
    format!(
        "{} {}",
        value.normalize(),
        code.replace(['"', '.'], "").replace("TRUEC", "TRUE")
    )
}
