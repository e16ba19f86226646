//! A new ledger in a temporary folder, and what a test asks of it.

use domain::currency::iso_currency;
use domain::query::Query;
use domain::{AccountKind, NaiveDate};
use formats::export::ExportFormat;
use ops::account::AddAccount;
use ops::export::Export;
use ops::session::{DeviceId, LedgerDir, Passphrase};
use ops::transaction::AddTransaction;
use ops::{Book, Clock, InitLedger, StarterLanguage};
use tempfile::TempDir;

pub(crate) struct Fixture {
    pub(crate) book: Book,
    _folder: TempDir,
}

pub(crate) fn clock() -> Clock {
    Clock {
        today: day("2025-04-16"),
        now_ms: 1_744_800_000_000,
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Fixture {
    /// A ledger in pesos with the English starter categories and the account `Cash`.
    pub(crate) fn new() -> Self {
        Self::with(Some(StarterLanguage::English), "CLP")
    }

    pub(crate) fn with(starter: Option<StarterLanguage>, currency: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let device: DeviceId = "0123456789abcdef0123456789abcdef".parse().unwrap();
        let made = InitLedger {
            directory: LedgerDir::new(folder.path().join("ledger")),
            passphrase: Passphrase::new("correct horse".to_owned()),
            device,
            currency: iso_currency(currency.parse().unwrap()).unwrap(),
            starter,
        };
        Self {
            book: made.run(clock()).unwrap().book,
            _folder: folder,
        }
    }

    /// Makes an account of one's own.
    pub(crate) fn account(&mut self, name: &str, currency: &str) {
        let request = AddAccount {
            name: name.to_owned(),
            kind: AccountKind::Asset,
            parent: None,
            currency: Some(currency.parse().unwrap()),
            opening: None,
        };
        self.book.add_account(&request).unwrap();
    }

    /// Enters `luka add AMOUNT CATEGORY`.
    pub(crate) fn add(&mut self, amount: &str, category: &str) -> String {
        let entry = AddTransaction {
            amount: amount.to_owned(),
            category: category.to_owned(),
            ..AddTransaction::default()
        };
        self.book.add(&entry).unwrap().transaction.id.to_string()
    }

    /// The whole ledger as lossless JSON.
    pub(crate) fn json(&self) -> String {
        let mut out = Vec::new();
        let request = Export {
            format: ExportFormat::Json,
            query: Query::default(),
        };
        self.book.export(&request, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Everything that the doctor finds wrong.
    pub(crate) fn troubles(&self) -> Vec<String> {
        let mut troubles = Vec::new();
        for check in ops::doctor::DoctorCheck::ALL {
            let finding = self.book.ledger().examine(check);
            if !finding.is_fine() {
                troubles.push(format!("{}: {:?}", check.as_str(), finding.first));
            }
        }
        troubles
    }
}
