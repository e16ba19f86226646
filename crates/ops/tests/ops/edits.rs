//! Editing and repeating: each leg keeps what it has, and amounts mean what they meant when typed.

use domain::{Mark, Money};
use ops::transaction::{AddTransaction, AddTransfer, EditTransaction, EntryError, Shape};

use crate::fixture::{Fixture, day};

fn legs(fixture: &Fixture, id: &str) -> Vec<String> {
    let (transaction, _) = fixture.book.show(id).unwrap();
    let chart = fixture.book.view().chart().unwrap();
    let legs = transaction.postings.iter();
    legs.map(|leg| format!("{} {}", chart.path(leg.account), leg.amount))
        .collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, amount)| ((*name).to_owned(), (*amount).to_owned()))
        .collect()
}

/// A salary of which 800 arrives: 1000, and 200 of tax withheld.
fn salary(fixture: &mut Fixture) -> String {
    let entry = AddTransaction {
        amount: "800".into(),
        category: "Salary".into(),
        splits: pairs(&[("Taxes", "200")]),
        ..AddTransaction::default()
    };
    fixture.book.add(&entry).unwrap().transaction.id.to_string()
}

#[test]
fn a_salary_with_tax_reads_back_as_it_was_typed() {
    let mut fixture = Fixture::new();
    let id = salary(&mut fixture);
    assert_eq!(
        legs(&fixture, &id),
        ["Cash 800 CLP", "Salary -1000 CLP", "Taxes 200 CLP"]
    );
    let (mut transaction, _) = fixture.book.show(&id).unwrap();
    let chart = fixture.book.view().chart().unwrap();
    // Whatever the order of the legs, the salary is what it is about.
    for _ in 0..3 {
        transaction.postings.rotate_left(1);
        let Shape::Everyday {
            main,
            total,
            splits,
            ..
        } = Shape::of(&transaction.postings, &chart)
        else {
            unreachable!("one account and two categories");
        };
        assert_eq!(chart.path(main.account), "Salary");
        assert_eq!(total.to_string(), "800 CLP");
        let shares: Vec<Money> = splits.iter().map(|(_, share)| *share).collect();
        assert_eq!(shares, ["200 CLP".parse().unwrap()]);
    }
}

#[test]
fn splits_can_be_replaced_added_and_taken_away() {
    let mut fixture = Fixture::new();
    let id = salary(&mut fixture);
    let more = EditTransaction {
        splits: Some(pairs(&[("Taxes", "250"), ("Lunch", "50")])),
        ..EditTransaction::default()
    };
    fixture.book.edit(&id, &more).unwrap();
    let after = [
        "Cash 800 CLP",
        "Salary -1100 CLP",
        "Taxes 250 CLP",
        "Food:Lunch 50 CLP",
    ];
    assert_eq!(
        legs(&fixture, &id).join(", ").replace("Food:", ""),
        after.join(", ").replace("Food:", "")
    );
    let none = EditTransaction {
        splits: Some(Vec::new()),
        category: Some("Gifts".into()),
        amount: Some("800".into()),
        ..EditTransaction::default()
    };
    fixture.book.edit(&id, &none).unwrap();
    assert_eq!(legs(&fixture, &id).len(), 2);
    assert_eq!(legs(&fixture, &id)[0], "Cash -800 CLP", "gifts are given");
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn legs_keep_their_notes_and_marks_wherever_they_stand() {
    let mut fixture = Fixture::new();
    let id = salary(&mut fixture);
    // A note on the last leg, and a bank that has seen the first: files can say so, no verb does.
    let seen = r#""amount":"800","currency":"CLP","memo":null"#;
    let noted = r#""amount":"200","currency":"CLP","memo":null"#;
    let document = fixture
        .json()
        .replace(seen, &format!(r#"{seen},"mark":"cleared""#))
        .replace(noted, &noted.replace("null", r#""withheld""#));
    let mut restored = Fixture::new();
    restored.book.restore_json(document.as_bytes()).unwrap();
    let edit = EditTransaction {
        splits: Some(pairs(&[("Lunch", "50"), ("Taxes", "200")])),
        ..EditTransaction::default()
    };
    let after = restored.book.edit(&id, &edit).unwrap().after;
    assert_eq!(after.postings[0].mark, Mark::Cleared);
    assert_eq!(after.postings[3].memo.as_deref(), Some("withheld"));
    let again = restored
        .book
        .repeat(&id, &EditTransaction::default())
        .unwrap();
    let again = again.transaction;
    assert_eq!(again.date, day("2025-04-16"));
    assert_eq!(again.postings[0].mark, Mark::None);
    assert_eq!(again.postings[3].memo.as_deref(), Some("withheld"));
    let amounts = |of: &domain::Transaction| -> Vec<_> {
        let legs = of.postings.iter();
        legs.map(|leg| (leg.account, leg.amount, leg.cost))
            .collect()
    };
    assert_eq!(amounts(&again), amounts(&after), "every leg came along");
}

#[test]
fn a_transfer_is_moved_and_exchanged() {
    let mut fixture = Fixture::new();
    fixture.account("Dollars", "USD");
    fixture.account("Checking", "CLP");
    let entry = AddTransfer {
        amount: "95000".into(),
        from: "Cash".into(),
        to: "Checking".into(),
        ..AddTransfer::default()
    };
    let added = fixture.book.transfer(&entry).unwrap();
    let id = added.transaction.id.to_string();
    let to = |account: &str, received: Option<&str>| EditTransaction {
        to: Some(account.into()),
        received: received.map(str::to_owned),
        ..EditTransaction::default()
    };
    let refused = fixture.book.edit(&id, &to("Dollars", None)).unwrap_err();
    assert!(matches!(refused, EntryError::ReceivedMissing { .. }));
    let refused = fixture.book.edit(&id, &to("Cash", None)).unwrap_err();
    assert!(matches!(refused, EntryError::SameAccount));
    fixture.book.edit(&id, &to("Dollars", Some("100"))).unwrap();
    assert_eq!(
        legs(&fixture, &id),
        ["Cash -95000 CLP", "Dollars 100.00 USD"]
    );
    let from = EditTransaction {
        from: Some("Checking".into()),
        ..EditTransaction::default()
    };
    fixture.book.edit(&id, &from).unwrap();
    assert_eq!(
        legs(&fixture, &id),
        ["Checking -95000 CLP", "Dollars 100.00 USD"]
    );
    fixture.book.edit(&id, &to("Cash", None)).unwrap();
    assert_eq!(
        legs(&fixture, &id),
        ["Checking -95000 CLP", "Cash 95000 CLP"]
    );
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn nothing_is_repeated_into_a_closed_account() {
    let mut fixture = Fixture::new();
    let id = fixture.add("100", "Lunch");
    let close = ops::account::EditAccount {
        closed: Some(true),
        ..ops::account::EditAccount::default()
    };
    let lunch = domain::account::Wanted::Category;
    fixture.book.edit_account(lunch, "Lunch", &close).unwrap();
    let refused = fixture.book.repeat(&id, &EditTransaction::default());
    assert!(matches!(
        refused,
        Err(EntryError::Lookup(ops::LookupError::Closed(_)))
    ));
}
