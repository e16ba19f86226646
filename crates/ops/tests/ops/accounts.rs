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
