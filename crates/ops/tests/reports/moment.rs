//! A report is of one moment, whatever others write meanwhile.

use std::sync::atomic::{AtomicBool, Ordering};

use domain::AccountKind;
use ops::Book;
use ops::report::Scope;
use ops::session::{Locked, Passphrase};
use ops::transaction::EditTransaction;

use crate::fixture::{Fixture, day};

#[test]
fn a_transaction_that_moves_is_counted_once() {
    let mut fixture = Fixture::empty();
    fixture.account("Cash", AccountKind::Asset, "CLP", None);
    fixture.category("Food", None, AccountKind::Expense);
    fixture.add("2025-03-10", "100", "Food", "Cash", None);
    let mut id = String::new();
    let list = ops::transaction::ListTransactions::default();
    let found = |transaction: &domain::Transaction, _: &_| {
        id = transaction.id.to_string();
        Ok::<_, ops::LookupError>(())
    };
    fixture.book.list(&list, |_| Ok(()), found).unwrap();
    let locked = Locked::find(fixture.book.ledger().directory().clone()).unwrap();
    let passphrase = Passphrase::new("correct horse battery".to_owned());
    let key = locked.key_from_passphrase(&passphrase).unwrap();
    let device = "0123456789abcdef0123456789abcdef".parse().unwrap();
    let ledger = locked.open(&key, device).unwrap();
    let mut writer = Book::new(ledger, fixture.book.clock());
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for date in ["2025-04-10", "2025-03-10"].iter().cycle() {
                let edit = EditTransaction {
                    date: Some(day(date)),
                    ..EditTransaction::default()
                };
                writer.edit(&id, &edit).unwrap();
                if over.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        let wrong = (0..300).find_map(|_| {
            let report = fixture.book.report_balance(&Scope::default()).unwrap();
            let held = report.accounts[0].balances[0].minor;
            (held != -100).then_some(held)
        });
        over.store(true, Ordering::Relaxed);
        assert_eq!(wrong, None);
    });
}
