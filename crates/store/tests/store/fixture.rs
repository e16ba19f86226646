//! A ledger with a few accounts in a temporary directory.

use domain::currency::iso_currency;
use domain::id::{AccountId, CurrencyId, Id, TransactionId};
use domain::transaction::Metadata;
use domain::{
    Account, AccountKind, Currency, LedgerCurrency, Money, NaiveDate, Posting, Source, Status,
    Transaction,
};
use store::{Check, DeviceId, Ledger, LedgerDir, Locked, NewLedger, StoreError, Verb};
use tempfile::TempDir;
use vault::{LedgerKey, Passphrase};

pub(crate) struct Fixture {
    pub(crate) folder: TempDir,
    pub(crate) ledger: Option<Ledger>,
    pub(crate) key: LedgerKey,
    pub(crate) cash: AccountId,
    pub(crate) food: AccountId,
}

pub(crate) fn device() -> DeviceId {
    "0123456789abcdef0123456789abcdef".parse().unwrap()
}

pub(crate) fn clp() -> Currency {
    iso_currency("CLP".parse().unwrap()).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The ledger of a fixture and its key, as another process finds them.
pub(crate) fn found(folder: impl Into<std::path::PathBuf>) -> (Locked, LedgerKey) {
    let locked = Locked::find(LedgerDir::new(folder)).unwrap();
    let key = locked
        .key_from_passphrase(&Passphrase::new("correct horse".to_owned()))
        .unwrap();
    (locked, key)
}

impl Fixture {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let directory = LedgerDir::new(folder.path().join("ledger"));
        let passphrase = Passphrase::new("correct horse".to_owned());
        let new = NewLedger::create(directory.clone(), &passphrase, device()).unwrap();
        let mut ledger = new.ledger;
        let key = Locked::find(directory)
            .unwrap()
            .key_from_passphrase(&passphrase)
            .unwrap();
        let mut writer = ledger.write(Verb::Init, 1_000).unwrap();
        let currency = LedgerCurrency {
            id: CurrencyId(writer.next_id().unwrap()),
            currency: clp(),
            symbol: None,
        };
        writer.create(&currency).unwrap();
        let cash = account(&mut writer, "Cash", AccountKind::Asset);
        let food = account(&mut writer, "Food", AccountKind::Expense);
        writer.commit().unwrap();
        Self {
            folder,
            ledger: Some(ledger),
            key,
            cash,
            food,
        }
    }

    pub(crate) fn directory(&self) -> LedgerDir {
        LedgerDir::new(self.folder.path().join("ledger"))
    }

    pub(crate) fn ledger(&mut self) -> &mut Ledger {
        self.ledger.as_mut().unwrap()
    }

    /// Closes the ledger and opens it again, as the next process would.
    pub(crate) fn reopen(&mut self) -> Result<(), StoreError> {
        self.ledger = None;
        self.ledger = Some(Locked::find(self.directory())?.open(&self.key, device())?);
        Ok(())
    }

    pub(crate) fn transaction(&self, id: Id, date: &str, minor: i64) -> Transaction {
        Self::expense(id, date, minor, self.cash, self.food)
    }

    pub(crate) fn expense(
        id: Id,
        date: &str,
        minor: i64,
        cash: AccountId,
        food: AccountId,
    ) -> Transaction {
        Transaction {
            id: TransactionId(id),
            date: day(date),
            payee: None,
            memo: String::new(),
            status: Status::Unmarked,
            source: Source::Manual,
            tags: Vec::new(),
            metadata: Metadata::new(),
            postings: vec![
                Posting::new(cash, Money::new(-minor, clp())),
                Posting::new(food, Money::new(minor, clp())),
            ],
        }
    }

    /// Adds one expense, in an operation of its own.
    pub(crate) fn add(&mut self, date: &str, minor: i64) -> Transaction {
        let mut ledger = self.ledger.take().unwrap();
        let mut writer = ledger.write(Verb::Add, 2_000).unwrap();
        let transaction = self.transaction(writer.next_id().unwrap(), date, minor);
        writer.create(&transaction).unwrap();
        writer.commit().unwrap();
        self.ledger = Some(ledger);
        transaction
    }

    /// The checks that find something wrong.
    pub(crate) fn troubles(&self) -> Vec<(Check, String)> {
        let ledger = self.ledger.as_ref().unwrap();
        Check::ALL
            .into_iter()
            .map(|check| (check, ledger.examine(check)))
            .filter(|(_, finding)| !finding.is_fine())
            .map(|(check, finding)| (check, finding.first.unwrap_or_default()))
            .collect()
    }
}

pub(crate) fn account(writer: &mut store::Writer<'_>, name: &str, kind: AccountKind) -> AccountId {
    let account = Account {
        id: AccountId(writer.next_id().unwrap()),
        name: name.to_owned(),
        kind,
        parent: None,
        currency: (!kind.is_category()).then(|| clp().code),
        closed: false,
    };
    writer.create(&account).unwrap();
    account.id
}
