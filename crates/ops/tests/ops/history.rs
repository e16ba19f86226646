//! The history in pages: what stands, what was taken back, how many steps lead to it.

use ops::history::{Place, Standing, Thing, UndoToError};
use proptest::prelude::*;

use crate::fixture::Fixture;

fn standings(fixture: &Fixture, page: u64) -> Vec<(u64, Standing)> {
    let mut found = Vec::new();
    let mut from: Option<Place> = None;
    loop {
        let page = fixture.book.history_page(from, page).unwrap();
        let told = page.entries.into_iter();
        found.extend(told.map(|told| (told.operation.sequence, told.standing)));
        match page.next {
            Some(next) => from = Some(next),
            None => return found,
        }
    }
}

#[test]
fn what_was_taken_back_is_told_as_such_and_named() {
    let mut fixture = Fixture::new();
    fixture.add("4500", "Lunch");
    fixture.add("900", "Lunch");
    fixture.book.undo(1).unwrap();
    let told = fixture.book.history_page(None, 100).unwrap().entries;
    let seen: Vec<Standing> = told.iter().map(|told| told.standing).collect();
    assert_eq!(
        seen[..3],
        [Standing::Move, Standing::TakenBack, Standing::Stands(1)]
    );
    assert_eq!(seen.last(), Some(&Standing::Ground));
    for told in &told[..3] {
        let thing = told.subjects.first().and_then(|one| one.thing.as_ref());
        let named = matches!(thing, Some(Thing::Transaction(_)));
        assert!(named, "{:?}", told.operation);
    }
}

#[test]
fn undo_to_counts_its_steps_when_it_writes() {
    let mut fixture = Fixture::new();
    fixture.add("4500", "Lunch");
    fixture.add("900", "Lunch");
    let list = standings(&fixture, 100);
    let (newer, older) = (list[0].0, list[1].0);
    // Something that the list does not know yet is taken back with the rest.
    fixture.add("700", "Lunch");
    assert_eq!(fixture.book.undo_to(newer).unwrap().len(), 2);
    for gone in [newer, list[0].0 + 1, u64::MAX] {
        let refused = fixture.book.undo_to(gone);
        assert!(
            matches!(refused, Err(UndoToError::NotStanding(one)) if one == gone),
            "{gone}"
        );
    }
    assert_eq!(fixture.book.undo_to(older).unwrap().len(), 1);
    fixture.book.redo(1).unwrap();
    assert_eq!(fixture.book.undo_to(older).unwrap().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Undoing as many steps as an operation says takes back it and all that stand above it.
    #[test]
    fn the_steps_lead_to_the_operation(moves in proptest::collection::vec(0u8..5, 1..14), page in 1u64..5) {
        let mut fixture = Fixture::new();
        for step in moves {
            match step {
                0 => drop(fixture.book.undo(1).unwrap()),
                1 => drop(fixture.book.redo(1).unwrap()),
                _ => drop(fixture.add("900", "Lunch")),
            }
        }
        let before = standings(&fixture, page);
        prop_assert_eq!(&before, &standings(&fixture, 1000));
        let stands = before.iter().filter_map(|(sequence, standing)| match standing {
            Standing::Stands(steps) => Some((*sequence, *steps)),
            _ => None,
        });
        if let Some((sequence, steps)) = stands.max_by_key(|(_, steps)| *steps) {
            fixture.book.undo(steps).unwrap();
            for (other, standing) in standings(&fixture, page) {
                let above = other >= sequence && standing != Standing::Move;
                prop_assert!(!above || standing == Standing::TakenBack, "{} {:?}", other, standing);
            }
        }
    }
}
