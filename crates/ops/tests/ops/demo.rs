//! Demo data: as many as asked for, the same for the same seed, and sound.

use std::ops::ControlFlow;

use ops::StarterLanguage;
use ops::demo::{Demo, DemoError};
use rstest::rstest;

use crate::fixture::Fixture;

#[rstest]
#[case(1)]
#[case(150)]
#[case(3000)]
fn there_are_exactly_as_many_as_asked_for(#[case] transactions: u64) {
    let demo = Demo {
        transactions,
        seed: 7,
        language: StarterLanguage::Spanish,
    };
    let mut fixture = Fixture::with(None, "CLP");
    fixture
        .book
        .make_demo(demo, |_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(
        fixture
            .book
            .view()
            .count(&store::Filter::default())
            .unwrap(),
        transactions
    );
    assert_eq!(fixture.troubles(), Vec::<String>::new());
    let mut twin = Fixture::with(None, "CLP");
    twin.book
        .make_demo(demo, |_| ControlFlow::Continue(()))
        .unwrap();
    let body = |fixture: &Fixture| {
        fixture
            .json()
            .lines()
            .filter(|l| !l.contains("ledger_id"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(body(&fixture), body(&twin));
}

#[test]
fn making_stops_when_it_is_told_to() {
    let demo = Demo {
        transactions: 100_000,
        seed: 7,
        language: StarterLanguage::English,
    };
    let mut fixture = Fixture::with(None, "CLP");
    let stopped = fixture.book.make_demo(demo, |_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(DemoError::Stopped)));
    let made = fixture.book.view().count(&store::Filter::default());
    assert_eq!(made.unwrap(), 0, "the month that was begun is given up");
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}
