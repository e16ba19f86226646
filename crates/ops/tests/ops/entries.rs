//! Entering and changing transactions: what is booked, and what is refused.

use domain::AccountKind;
use ops::transaction::{
    AddTransaction, AddTransfer, EditTransaction, EntryError, RemoveTransactions, Selection,
};
use ops::{Book, LookupError};

use crate::fixture::Fixture;

fn entry(amount: &str, category: &str) -> AddTransaction {
    AddTransaction {
        amount: amount.to_owned(),
        category: category.to_owned(),
        ..AddTransaction::default()
    }
}

/// The legs as `account amount`.
fn legs(book: &Book, id: &str) -> Vec<String> {
    let (transaction, _) = book.show(id).unwrap();
    let chart = book.view().chart().unwrap();
    let leg = |p: &domain::Posting| format!("{} {}", chart.path(p.account), p.amount);
    transaction.postings.iter().map(leg).collect()
}

#[test]
fn the_kind_of_the_category_gives_the_direction() {
    let mut fixture = Fixture::new();
    for (amount, category, expected) in [
        ("4.500", "lunch", ["Cash -4500 CLP", "Food:Lunch 4500 CLP"]),
        ("-4500", "lunch", ["Cash 4500 CLP", "Food:Lunch -4500 CLP"]),
        (
            "1.5m",
            "Salary",
            ["Cash 1500000 CLP", "Salary -1500000 CLP"],
        ),
        (
            "20000",
            "Retirement",
            ["Cash -20000 CLP", "Retirement 20000 CLP"],
        ),
    ] {
        let id = fixture.add(amount, category);
        assert_eq!(legs(&fixture.book, &id), expected);
    }
}

#[test]
fn the_category_takes_what_the_splits_leave() {
    let mut fixture = Fixture::new();
    let split = AddTransaction {
        splits: vec![
            ("Coffee".into(), "1500".into()),
            ("Gifts".into(), "1000".into()),
        ],
        ..entry("10000", "Groceries")
    };
    let id = fixture.book.add(&split).unwrap().transaction.id.to_string();
    let expected = [
        "Cash -10000 CLP",
        "Food:Groceries 7500 CLP",
        "Food:Coffee 1500 CLP",
        "Gifts 1000 CLP",
    ];
    assert_eq!(legs(&fixture.book, &id), expected);

    let withheld = AddTransaction {
        splits: vec![("Taxes".into(), "100000".into())],
        ..entry("900000", "Salary")
    };
    let id = fixture
        .book
        .add(&withheld)
        .unwrap()
        .transaction
        .id
        .to_string();
    let expected = ["Cash 900000 CLP", "Salary -1000000 CLP", "Taxes 100000 CLP"];
    assert_eq!(legs(&fixture.book, &id), expected);

    let over = AddTransaction {
        splits: vec![("Coffee".into(), "20000".into())],
        ..split
    };
    let refused = fixture.book.add(&over).unwrap_err();
    assert!(matches!(refused, EntryError::SplitsExceed { over } if over.minor == 10_000));
}

#[test]
fn refusals_write_nothing() {
    let mut fixture = Fixture::new();
    fixture.account("Dollars", "USD");
    let before = fixture.json();
    let refused = |fixture: &mut Fixture, entry: AddTransaction| {
        let error = fixture.book.add(&entry).unwrap_err();
        assert_eq!(fixture.json(), before, "{error}");
        error
    };
    let error = refused(&mut fixture, entry("100", "Lnuch"));
    let EntryError::Lookup(LookupError::Name(domain::account::NameError::Unknown { near, .. })) =
        error
    else {
        panic!("{error}");
    };
    assert_eq!(near, ["Food:Lunch"]);
    assert!(matches!(
        refused(&mut fixture, entry("0", "Lunch")),
        EntryError::ZeroAmount
    ));
    assert!(matches!(
        refused(&mut fixture, entry("1.5", "Lunch")),
        EntryError::Amount(_)
    ));
    let dollars = AddTransaction {
        account: Some("Dollars".into()),
        ..entry("1.500", "Lunch")
    };
    assert!(matches!(
        refused(&mut fixture, dollars),
        EntryError::Amount(_)
    ));
    let long = AddTransaction {
        memo: "x".repeat(501),
        ..entry("100", "Lunch")
    };
    assert!(matches!(
        refused(&mut fixture, long),
        EntryError::Transaction(_)
    ));
    let half_made = AddTransaction {
        create: Some(AccountKind::Expense),
        tags: vec!["\u{7}".into()],
        ..entry("100", "Brand new")
    };
    assert!(matches!(
        refused(&mut fixture, half_made),
        EntryError::Label(_)
    ));
    let other_kind = AddTransaction {
        create: Some(AccountKind::Income),
        ..entry("100", "Lunch")
    };
    assert!(matches!(
        refused(&mut fixture, other_kind),
        EntryError::OtherKind { .. }
    ));
}

#[test]
fn a_transfer_between_currencies_needs_both_amounts() {
    let mut fixture = Fixture::new();
    fixture.account("Dollars", "USD");
    let plain = AddTransfer {
        amount: "95000".into(),
        from: "Cash".into(),
        to: "Dollars".into(),
        ..AddTransfer::default()
    };
    let refused = fixture.book.transfer(&plain).unwrap_err();
    assert!(matches!(refused, EntryError::ReceivedMissing { .. }));
    let whole = AddTransfer {
        received: Some("100".into()),
        ..plain.clone()
    };
    let id = fixture
        .book
        .transfer(&whole)
        .unwrap()
        .transaction
        .id
        .to_string();
    assert_eq!(
        legs(&fixture.book, &id),
        ["Cash -95000 CLP", "Dollars 100.00 USD"]
    );
    let itself = AddTransfer {
        to: "Cash".into(),
        ..plain
    };
    assert!(matches!(
        fixture.book.transfer(&itself).unwrap_err(),
        EntryError::SameAccount
    ));
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn ids_are_accepted_by_their_beginning() {
    let mut fixture = Fixture::new();
    let ids: Vec<String> = (0..40)
        .map(|n| fixture.add(&(100 + n).to_string(), "Lunch"))
        .collect();
    for id in &ids {
        let shortest = (1..=id.len())
            .find(|n| {
                ids.iter()
                    .filter(|other| other.starts_with(&id[..*n]))
                    .count()
                    == 1
            })
            .unwrap();
        let (found, _) = fixture.book.show(&id[..shortest]).unwrap();
        assert_eq!(found.id.to_string(), *id);
        assert!(shortest <= 3, "prefixes stay short: {id} needs {shortest}");
    }
    assert!(matches!(
        fixture.book.show(""),
        Err(LookupError::BadId { .. })
    ));
    assert!(matches!(
        fixture.book.show("zzzzzzzz"),
        Err(LookupError::NoSuchId { .. })
    ));
    let ambiguous = fixture.book.show(&ids[0][..1]);
    assert!(
        matches!(ambiguous, Err(LookupError::AmbiguousId { .. })),
        "{ambiguous:?}"
    );
}

#[test]
fn what_was_reconciled_is_not_changed_by_accident() {
    let mut fixture = Fixture::new();
    let id = fixture.add("1000", "Lunch");
    let statement = ops::transaction::Reconcile {
        account: "Cash".into(),
        date: crate::fixture::day("2025-04-30"),
        balance: "-1000".into(),
        ticked: ops::transaction::Ticked::All,
    };
    fixture.book.reconcile(&statement).unwrap();
    let edit = EditTransaction {
        amount: Some("999".into()),
        ..EditTransaction::default()
    };
    assert!(matches!(
        fixture.book.edit(&id, &edit),
        Err(EntryError::Reconciled)
    ));
    let memo = EditTransaction {
        memo: Some("fine".into()),
        ..EditTransaction::default()
    };
    fixture.book.edit(&id, &memo).unwrap();
    let gone = RemoveTransactions {
        selection: Selection::Typed(vec![id.clone()]),
        reconciled_too: false,
    };
    assert!(matches!(
        fixture.book.remove(&gone, None),
        Err(EntryError::Reconciled)
    ));
    let gone = RemoveTransactions {
        selection: Selection::Typed(vec![id]),
        reconciled_too: true,
    };
    assert_eq!(fixture.book.remove(&gone, None).unwrap().count, 1);
}

#[test]
fn uses_of_payees_are_counted_in_portions_too() {
    let mut fixture = Fixture::new();
    for (payee, day) in [
        ("Luna", "2025-01-03"),
        ("Sol", "2025-02-01"),
        ("Luna", "2024-12-24"),
    ] {
        let entry = ops::transaction::AddTransaction {
            amount: "100".into(),
            category: "Lunch".into(),
            payee: Some(payee.into()),
            date: Some(crate::fixture::day(day)),
            ..Default::default()
        };
        fixture.book.add(&entry).unwrap();
    }
    let (mut counted, mut after, mut portions) = (ops::label::UsesOfPayees::new(), None, 0);
    loop {
        let (uses, next) = fixture.book.uses_of_payees(after, 1).unwrap();
        portions += 1;
        for (payee, more) in uses {
            counted.entry(payee).or_default().add(more);
        }
        after = next;
        if next.is_none() {
            break;
        }
    }
    assert_eq!(portions, 4, "one for each and one that finds nothing");
    let whole = fixture.book.payees().unwrap();
    let luna = whole.iter().find(|one| one.payee.name == "Luna").unwrap();
    assert_eq!(
        (luna.transactions, luna.last),
        (2, Some(crate::fixture::day("2025-01-03")))
    );
    for one in whole {
        let uses = counted[&one.payee.id];
        assert_eq!((uses.transactions, uses.last), (one.transactions, one.last));
    }
}

#[test]
fn a_statement_may_have_some_rows_and_not_others() {
    use ops::transaction::{OpenEntries, Reconcile, ReconcileError, Ticked};
    let mut fixture = Fixture::new();
    let lunch = fixture.add("1000", "Lunch");
    fixture.add("2500", "Coffee");
    let day = crate::fixture::day("2025-04-30");
    let lunch_id = fixture.book.show(&lunch).unwrap().0.id;
    let open = |fixture: &Fixture, limit| {
        let mut seen = Vec::new();
        let all = fixture
            .book
            .open_entries::<EntryError>("Cash", day, limit, |found, flow, _| {
                seen.push((found.id, flow.minor));
                Ok(())
            })
            .unwrap();
        let OpenEntries {
            reconciled,
            open,
            count,
        } = all;
        (reconciled.minor, open.minor, count, seen.len())
    };
    assert_eq!(open(&fixture, 10), (0, -3500, 2, 2));
    assert_eq!(open(&fixture, 1), (0, -3500, 2, 1));
    let statement = |balance: &str, ticked| Reconcile {
        account: "Cash".into(),
        date: day,
        balance: balance.into(),
        ticked,
    };
    let apart = fixture
        .book
        .reconcile(&statement("-3500", Ticked::These(vec![lunch_id])));
    assert!(
        matches!(apart, Err(ReconcileError::Differs { difference, .. }) if difference.minor == -2500),
        "{apart:?}"
    );
    let these = statement("-1000", Ticked::These(vec![lunch_id]));
    assert_eq!(fixture.book.reconcile(&these).unwrap().marked, 1);
    assert_eq!(open(&fixture, 10), (-1000, -2500, 1, 1));
    fixture.book.undo(1).unwrap();
    let but = statement("-2500", Ticked::AllBut(vec![lunch_id]));
    assert_eq!(fixture.book.reconcile(&but).unwrap().marked, 1);
    assert_eq!(open(&fixture, 10), (-2500, -1000, 1, 1));
}

#[test]
fn flows_of_payees_are_those_of_the_month_in_each_currency() {
    let mut fixture = Fixture::new();
    fixture.account("Dollars", "USD");
    for (amount, category, payee, day, account) in [
        ("1000", "Lunch", "Luna", "2025-01-03", "Cash"),
        ("-300", "Lunch", "Luna", "2025-01-31", "Cash"),
        ("12.50", "Coffee", "Luna", "2025-01-01", "Dollars"),
        ("9000", "Salary", "Sol", "2025-01-05", "Cash"),
        ("400", "Lunch", "Luna", "2025-02-01", "Cash"),
        ("70", "Lunch", "Even", "2025-01-02", "Cash"),
        ("-70", "Lunch", "Even", "2025-01-02", "Cash"),
    ] {
        let entry = ops::transaction::AddTransaction {
            amount: amount.into(),
            category: category.into(),
            payee: Some(payee.into()),
            date: Some(crate::fixture::day(day)),
            account: Some(account.into()),
            ..Default::default()
        };
        fixture.book.add(&entry).unwrap();
    }
    let flows = |day: &str| {
        let flows = fixture.book.flows_of_payees(crate::fixture::day(day));
        let flows = flows.unwrap();
        let mut named: Vec<String> = fixture
            .book
            .view()
            .payees()
            .unwrap()
            .into_iter()
            .filter_map(|payee| {
                let amounts = flows.get(&payee.id)?;
                let amounts: Vec<String> = amounts.iter().map(ToString::to_string).collect();
                Some(format!("{} {}", payee.name, amounts.join(" + ")))
            })
            .collect();
        named.sort();
        named
    };
    assert_eq!(
        flows("2025-01-17"),
        ["Luna -700 CLP + -12.50 USD", "Sol 9000 CLP"]
    );
    assert_eq!(flows("2025-02-28"), ["Luna -400 CLP"]);
    assert!(flows("2024-12-31").is_empty());
}
