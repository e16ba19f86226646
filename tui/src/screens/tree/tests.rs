//! What a tree does when it is folded, moved in and planted anew.

use domain::AccountKind::{Asset, Liability};

use super::Tree;
use crate::keymap::Action;

const PAGE: u16 = 20;
const ROWS: [(domain::AccountKind, &str); 5] = [
    (Asset, "Bank"),
    (Asset, "Bank:Checking"),
    (Asset, "Bank:Savings"),
    (Asset, "Cash"),
    (Liability, "Card"),
];

fn planted() -> Tree {
    let mut tree = Tree::default();
    tree.plant(ROWS.into_iter(), PAGE);
    tree
}

fn seen(tree: &Tree) -> Vec<&str> {
    let rows = (0..tree.len()).filter_map(|at| tree.row(at));
    rows.map(|node| node.path.as_str()).collect()
}

#[test]
fn it_begins_with_the_first_account_below_its_head() {
    let tree = planted();
    let all = [
        "",
        "Bank",
        "Bank:Checking",
        "Bank:Savings",
        "Cash",
        "",
        "Card",
    ];
    assert_eq!(seen(&tree), all);
    assert_eq!(tree.place(), Some(0));
}

#[test]
fn a_branch_is_folded_from_any_of_its_leaves_and_opened_again() {
    let mut tree = planted();
    tree.act(Action::Down, PAGE);
    tree.act(Action::Fold, PAGE);
    assert_eq!(seen(&tree), ["", "Bank", "Cash", "", "Card"]);
    assert_eq!(tree.place(), Some(0), "the cursor is on the branch");
    tree.act(Action::Fold, PAGE);
    assert_eq!(seen(&tree).len(), 7);
    tree.act(Action::First, PAGE);
    tree.act(Action::Fold, PAGE);
    assert_eq!(seen(&tree), ["", "", "Card"]);
}

#[test]
fn the_cursor_stays_by_name_and_goes_to_what_was_sought() {
    let mut tree = planted();
    tree.act(Action::Last, PAGE);
    let more = [(Asset, "Aaa"), (Asset, "Aab")].into_iter().chain(ROWS);
    tree.plant(more, PAGE);
    assert_eq!(tree.current().map(|node| node.path.as_str()), Some("Card"));
    tree.act(Action::First, PAGE);
    tree.act(Action::Fold, PAGE);
    tree.seek("Bank:Savings".to_owned());
    tree.plant(ROWS.into_iter(), PAGE);
    let now = tree.current().map(|node| node.path.as_str());
    assert_eq!(now, Some("Bank:Savings"), "what is sought is unfolded");
}
