//! A small ledger whose figures can be worked out by hand. Today is 16 April 2025.

use domain::currency::iso_currency;
use domain::{AccountKind, Money, NaiveDate, Period, Query};
use ops::account::{AddAccount, Opening};
use ops::currency::AddPrice;
use ops::report::{ReportError, Scope};
use ops::session::{DeviceId, LedgerDir, Passphrase};
use ops::transaction::{AddTransaction, AddTransfer};
use ops::{Book, Clock, InitLedger};
use tempfile::TempDir;

pub(crate) struct Fixture {
    pub(crate) book: Book,
    _folder: TempDir,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `12.50 USD`: the text form of one amount, for comparing.
pub(crate) fn texts(amounts: &[Money]) -> Vec<String> {
    amounts.iter().map(ToString::to_string).collect()
}

impl Fixture {
    /// A ledger in pesos without any account.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let init = InitLedger {
            directory: LedgerDir::new(folder.path().join("ledger")),
            passphrase: Passphrase::new("correct horse battery".to_owned()),
            device: "0123456789abcdef0123456789abcdef"
                .parse::<DeviceId>()
                .unwrap(),
            currency: iso_currency("CLP".parse().unwrap()).unwrap(),
            starter: None,
        };
        let clock = Clock {
            today: day("2025-04-16"),
            now_ms: 1_744_800_000_000,
        };
        let book = init.run(clock).unwrap().book;
        Self {
            book,
            _folder: folder,
        }
    }

    /// Accounts in two currencies, nested categories, refunds, transfers, prices.
    pub(crate) fn lived_in() -> Self {
        let mut fixture = Self::empty();
        fixture.account("Checking", AccountKind::Asset, "CLP", Some("1000000"));
        fixture.account("Card", AccountKind::Liability, "CLP", None);
        fixture.account("Dollars", AccountKind::Asset, "USD", Some("500.00"));
        for (name, parent, kind) in [
            ("Salary", None, AccountKind::Income),
            ("Food", None, AccountKind::Expense),
            ("Groceries", Some("Food"), AccountKind::Expense),
            ("Home", None, AccountKind::Expense),
            ("Emergency", None, AccountKind::Saving),
        ] {
            fixture.category(name, parent, kind);
        }
        fixture.add("2025-01-05", "2000000", "Salary", "Checking", None);
        fixture.add("2025-01-10", "30000", "Food", "Checking", Some("Luna"));
        fixture.add("2025-01-31", "50000", "Groceries", "Card", Some("Jumbo"));
        fixture.add(
            "2025-02-01",
            "20000",
            "Groceries",
            "Checking",
            Some("Jumbo"),
        );
        fixture.add(
            "2025-02-10",
            "-8000",
            "Groceries",
            "Checking",
            Some("Jumbo"),
        );
        fixture.transfer("2025-02-15", "50000", "Checking", "Card", None);
        fixture.add("2025-02-20", "12.50", "Food", "Dollars", Some("Luna"));
        fixture.transfer("2025-03-01", "95000", "Checking", "Dollars", Some("100"));
        fixture.add("2025-03-10", "100000", "Emergency", "Checking", None);
        fixture.add("2025-03-20", "30.00", "Salary", "Dollars", None);
        fixture.price("USD", "950", "CLP", "2025-02-01");
        fixture.price("USD", "900", "CLP", "2025-03-15");
        fixture
    }

    pub(crate) fn account(
        &mut self,
        name: &str,
        kind: AccountKind,
        currency: &str,
        opening: Option<&str>,
    ) {
        let opening = opening.map(|amount| Opening {
            amount: amount.to_owned(),
            date: Some(day("2025-01-01")),
            equity: format!("Opening {currency}"),
        });
        let request = AddAccount {
            name: name.to_owned(),
            kind,
            parent: None,
            currency: Some(currency.parse().unwrap()),
            opening,
        };
        self.book.add_account(&request).unwrap();
    }

    pub(crate) fn category(&mut self, name: &str, parent: Option<&str>, kind: AccountKind) {
        let request = AddAccount {
            name: name.to_owned(),
            kind,
            parent: parent.map(str::to_owned),
            currency: None,
            opening: None,
        };
        self.book.add_account(&request).unwrap();
    }

    pub(crate) fn add(
        &mut self,
        date: &str,
        amount: &str,
        category: &str,
        account: &str,
        payee: Option<&str>,
    ) {
        let entry = AddTransaction {
            amount: amount.to_owned(),
            category: category.to_owned(),
            account: Some(account.to_owned()),
            payee: payee.map(str::to_owned),
            date: Some(day(date)),
            ..AddTransaction::default()
        };
        self.book.add(&entry).unwrap();
    }

    pub(crate) fn transfer(
        &mut self,
        date: &str,
        amount: &str,
        from: &str,
        to: &str,
        received: Option<&str>,
    ) {
        let entry = AddTransfer {
            amount: amount.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            received: received.map(str::to_owned),
            date: Some(day(date)),
            ..AddTransfer::default()
        };
        self.book.transfer(&entry).unwrap();
    }

    pub(crate) fn price(&mut self, base: &str, rate: &str, quote: &str, date: &str) {
        let price = AddPrice {
            base: base.parse().unwrap(),
            rate: rate.to_owned(),
            quote: quote.parse().unwrap(),
            date: Some(day(date)),
        };
        self.book.add_price(&price).unwrap();
    }

    /// The rows of a register as `date payee amount balance`, and its opening balances.
    pub(crate) fn register(
        &self,
        account: &str,
        limit: Option<u64>,
        scope: Scope,
    ) -> Result<(Vec<String>, Vec<String>), ReportError> {
        let request = ops::report::RegisterReport {
            account: account.to_owned(),
            limit,
            scope,
        };
        let (mut opening, mut rows) = (Vec::new(), Vec::new());
        self.book.report_register::<ReportError>(
            &request,
            |head| {
                opening = texts(&head.opening);
                Ok(())
            },
            |line| {
                let payee = line.payee.unwrap_or("-");
                let (date, amount, balance) = (line.date, line.amount, line.balance);
                rows.push(format!("{date} {payee} {amount} {balance}"));
                Ok(())
            },
        )?;
        Ok((opening, rows))
    }
}

/// A scope with a period, if not empty, and query terms.
pub(crate) fn scope(period: &str, terms: &[&str]) -> Scope {
    let today = day("2025-04-16");
    let currency = iso_currency("CLP".parse().unwrap()).unwrap();
    Scope {
        period: (!period.is_empty()).then(|| Period::parse(period, today).unwrap()),
        query: Query::parse(terms, today, currency).unwrap(),
        currency: None,
    }
}

/// The same, converted.
pub(crate) fn scope_in(period: &str, currency: &str) -> Scope {
    Scope {
        currency: Some(currency.parse().unwrap()),
        ..scope(period, &[])
    }
}
