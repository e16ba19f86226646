//! Every change is recorded, and can be taken back and done again, across restarts.

use domain::Period;
use domain::id::TransactionId;
use store::{Filter, Order, StoreError, Verb};

use crate::fixture::{Fixture, day};

fn memos(fixture: &mut Fixture) -> Vec<String> {
    let mut memos = Vec::new();
    fixture
        .ledger()
        .view()
        .visit::<StoreError>(
            &Filter::default(),
            Order::OldestFirst,
            None,
            |transaction| {
                memos.push(format!("{} {}", transaction.date, transaction.memo));
                Ok(())
            },
        )
        .unwrap();
    memos
}

fn undo(fixture: &mut Fixture) -> bool {
    let mut writer = fixture.ledger().write(Verb::Undo, 3_000).unwrap();
    let done = writer.undo(&mut || Ok(())).unwrap().is_some();
    writer.commit().unwrap();
    done
}

fn redo(fixture: &mut Fixture) -> bool {
    let mut writer = fixture.ledger().write(Verb::Redo, 3_000).unwrap();
    let done = writer.redo(&mut || Ok(())).unwrap().is_some();
    writer.commit().unwrap();
    done
}

#[test]
fn undo_and_redo_walk_the_history_both_ways() {
    let mut fixture = Fixture::new();
    let first = fixture.add("2025-01-10", 4500);
    let mut changed = first.clone();
    changed.memo = "lunch".to_owned();
    changed.date = day("2025-02-01");
    let mut writer = fixture.ledger().write(Verb::Edit, 2_500).unwrap();
    writer.update(&first, &changed).unwrap();
    writer.commit().unwrap();
    fixture.add("2025-03-10", 100);

    let all = ["2025-02-01 lunch", "2025-03-10 "];
    assert_eq!(memos(&mut fixture), all);
    assert!(undo(&mut fixture));
    fixture.reopen().unwrap();
    assert!(undo(&mut fixture));
    assert_eq!(memos(&mut fixture), ["2025-01-10 "]);
    assert!(undo(&mut fixture));
    assert!(memos(&mut fixture).is_empty());
    fixture.reopen().unwrap();
    assert!(redo(&mut fixture) && redo(&mut fixture) && redo(&mut fixture));
    assert!(!redo(&mut fixture), "nothing is left to redo");
    assert_eq!(memos(&mut fixture), all);
    assert_eq!(fixture.troubles(), []);
}

#[test]
fn a_new_change_empties_redo() {
    let mut fixture = Fixture::new();
    fixture.add("2025-01-10", 1);
    fixture.add("2025-01-11", 2);
    assert!(undo(&mut fixture));
    fixture.add("2025-01-12", 3);
    assert!(!redo(&mut fixture));
    assert_eq!(memos(&mut fixture), ["2025-01-10 ", "2025-01-12 "]);
    assert!(undo(&mut fixture) && undo(&mut fixture));
    assert!(memos(&mut fixture).is_empty());
    assert_eq!(fixture.troubles(), []);
}

#[test]
fn an_operation_that_is_dropped_leaves_nothing() {
    let mut fixture = Fixture::new();
    let before = fixture.add("2025-01-10", 1);
    let unsaved = fixture.transaction(domain::id::Id::new(0, 999).unwrap(), "2025-01-11", 5);
    let mut writer = fixture.ledger().write(Verb::Add, 2_000).unwrap();
    writer.create(&unsaved).unwrap();
    drop(writer);
    assert_eq!(memos(&mut fixture), ["2025-01-10 "]);
    assert_eq!(fixture.troubles(), []);
    assert!(
        fixture
            .ledger()
            .view()
            .transaction(before.id)
            .unwrap()
            .is_some()
    );
    assert_eq!(
        fixture
            .ledger()
            .view()
            .transaction(TransactionId::from_raw(999))
            .unwrap(),
        None
    );
}

#[test]
fn sums_come_from_rollups_and_edges() {
    let mut fixture = Fixture::new();
    for (date, minor) in [
        ("2025-01-10", 1),
        ("2025-01-20", 10),
        ("2025-02-05", 100),
        ("2025-03-25", 1000),
    ] {
        fixture.add(date, minor);
    }
    let food = fixture.food;
    let sum = |fixture: &mut Fixture, period: Period| -> i64 {
        let sums = fixture.ledger().view().sums(period).unwrap();
        sums.iter()
            .filter(|sum| sum.account == food)
            .map(|sum| sum.amount.minor)
            .sum()
    };
    assert_eq!(sum(&mut fixture, Period::ALWAYS), 1111);
    let middle = Period::between(Some(day("2025-01-15")), Some(day("2025-03-01"))).unwrap();
    assert_eq!(sum(&mut fixture, middle), 110);
    assert_eq!(sum(&mut fixture, Period::month_of(day("2025-02-01"))), 100);
    assert_eq!(
        fixture.ledger().view().count(&Filter::default()).unwrap(),
        4
    );
}
