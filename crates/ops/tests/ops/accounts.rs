//! Accounts and categories: what is refused, and why.

use domain::account::{AccountKind, Wanted};
use ops::account::{AccountError, AddAccount, EditAccount};

use crate::fixture::Fixture;

fn category(name: &str) -> AddAccount {
    AddAccount {
        name: name.to_owned(),
        kind: AccountKind::Expense,
        parent: None,
        currency: None,
        opening: None,
    }
}

#[test]
fn names_are_unique_inside_their_parent() {
    let mut fixture = Fixture::new();
    let again = fixture.book.add_account(&category("food"));
    assert!(matches!(again, Err(AccountError::Exists(name)) if name == "Food"));
    assert_eq!(
        fixture
            .book
            .add_account(&category("Pets:Food"))
            .unwrap()
            .path,
        "Pets:Food"
    );
    let renamed = EditAccount {
        name: Some("Lunch".into()),
        ..EditAccount::default()
    };
    let clash = fixture
        .book
        .edit_account(Wanted::Category, "Coffee", &renamed);
    assert!(matches!(clash, Err(AccountError::Exists(name)) if name == "Food:Lunch"));
}

#[test]
fn what_is_in_use_is_not_deleted() {
    let mut fixture = Fixture::new();
    fixture.add("100", "Lunch");
    let refused = fixture.book.remove_account(Wanted::Category, "Lunch");
    assert!(matches!(
        refused,
        Err(AccountError::InUse { postings: 1, .. })
    ));
    let refused = fixture.book.remove_account(Wanted::Category, "Home");
    assert!(matches!(
        refused,
        Err(AccountError::InUse { children: 5, .. })
    ));
    let close = EditAccount {
        closed: Some(true),
        ..EditAccount::default()
    };
    let refused = fixture.book.edit_account(Wanted::Account, "Cash", &close);
    assert!(matches!(refused, Err(AccountError::NotEmpty(_))));
}

#[test]
fn a_tree_stays_a_tree() {
    let mut fixture = Fixture::new();
    let below_itself = EditAccount {
        parent: Some("Lunch".into()),
        ..EditAccount::default()
    };
    let refused = fixture
        .book
        .edit_account(Wanted::Category, "Food", &below_itself);
    assert!(matches!(refused, Err(AccountError::Circle(_))));
    let other_kind = EditAccount {
        parent: Some("Salary".into()),
        ..EditAccount::default()
    };
    let refused = fixture
        .book
        .edit_account(Wanted::Category, "Food", &other_kind);
    assert!(matches!(refused, Err(AccountError::Kind { .. })));
}

#[test]
fn the_past_of_accounts_and_categories_is_that_of_their_postings() {
    let mut fixture = Fixture::new();
    fixture.account("Bank", "CLP");
    fixture.account("Bank:Checking", "CLP");
    fixture.account("Bank:Dollars", "USD");
    for (amount, day) in [
        ("1000", "2024-01-10"),
        ("200", "2025-03-31"),
        ("30", "2025-04-16"),
    ] {
        let entry = ops::transaction::AddTransaction {
            amount: amount.into(),
            category: "Lunch".into(),
            account: Some("Bank:Checking".into()),
            date: Some(crate::fixture::day(day)),
            ..Default::default()
        };
        fixture.book.add(&entry).unwrap();
    }
    let past = fixture.book.accounts_past(3).unwrap();
    assert_eq!(
        past.months,
        ["2025-02-01", "2025-03-01", "2025-04-01"].map(crate::fixture::day)
    );
    let named = |path: &str| past.all.iter().find(|one| one.path == path).unwrap();
    let checking = named("Bank:Checking");
    let minors = |money: &[domain::Money]| money.iter().map(|m| m.minor).collect::<Vec<_>>();
    assert_eq!(minors(&checking.own.ends), [-1000, -1200, -1230]);
    assert_eq!((checking.own.balance.minor, checking.postings), (-1230, 3));
    assert_eq!(named("Bank").whole, None, "two currencies");
    let past = fixture
        .book
        .categories_past(crate::fixture::day("2025-04-16"), 2)
        .unwrap();
    let food = past.all.iter().find(|one| one.path == "Food").unwrap();
    assert_eq!(minors(&food.flows[0]), [200, 30], "with what is below it");
}

#[test]
fn a_currency_of_ones_own_is_made_with_its_account_and_taken_back_with_it() {
    let mut fixture = Fixture::new();
    let before = fixture.json();
    let request = |name: &str, code: &str| AddAccount {
        name: name.to_owned(),
        kind: AccountKind::Asset,
        parent: None,
        currency: Some(code.parse().unwrap()),
        opening: None,
    };
    let refused = fixture.book.add_account(&request("Coins", "GEMS"));
    assert!(matches!(refused, Err(AccountError::UnknownCurrency(_))));
    let refused = fixture
        .book
        .add_account_in(&request("Coins", "GEMS"), Some(99));
    assert!(matches!(refused, Err(AccountError::UnknownCurrency(_))));
    fixture
        .book
        .add_account_in(&request("Coins", "GEMS"), Some(8))
        .unwrap();
    // What is known or built in keeps its own number of digits.
    fixture
        .book
        .add_account_in(&request("More", "GEMS"), Some(2))
        .unwrap();
    fixture
        .book
        .add_account_in(&request("Euros", "EUR"), Some(0))
        .unwrap();
    let known = fixture.book.view().currencies().unwrap();
    let digits = |code: &str| {
        let found = known.iter().find(|one| one.currency.code.as_str() == code);
        found.map(|one| one.currency.exponent)
    };
    assert_eq!((digits("GEMS"), digits("EUR")), (Some(8), Some(2)));
    assert_eq!(fixture.book.undo(3).unwrap().len(), 3);
    assert_eq!(fixture.json(), before);
}
