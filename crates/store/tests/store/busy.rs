//! Two at once: both are saved, or one hears that the ledger is busy.

use std::sync::mpsc;
use std::thread;

use store::{Filter, Locked, StoreError, Verb};

use crate::fixture::{Fixture, device};

#[test]
fn a_writer_waits_for_another_and_then_gives_up() {
    let mut fixture = Fixture::new();
    let mut second = Locked::find(fixture.directory())
        .unwrap()
        .open(&fixture.key, device())
        .unwrap();
    let holding = fixture.ledger().write(Verb::Add, 1).unwrap();
    let refused = second.write(Verb::Add, 1).map(drop);
    assert!(matches!(refused, Err(StoreError::Busy)), "{refused:?}");
    drop(holding);
    second.write(Verb::Add, 1).map(drop).unwrap();
}

#[test]
fn a_reader_sees_the_ledger_while_another_writes() {
    let mut fixture = Fixture::new();
    fixture.add("2025-01-01", 10);
    let other = Locked::find(fixture.directory())
        .unwrap()
        .open(&fixture.key, device())
        .unwrap();
    let mut unsaved = fixture.transaction(domain::id::Id::new(0, 500).unwrap(), "2025-01-02", 5);
    unsaved.memo = "not yet".to_owned();
    let mut writer = fixture.ledger().write(Verb::Add, 1).unwrap();
    writer.create(&unsaved).unwrap();
    assert_eq!(other.view().count(&Filter::default()).unwrap(), 1);
    writer.commit().unwrap();
    assert_eq!(other.view().count(&Filter::default()).unwrap(), 2);
}

#[test]
fn two_writers_take_turns() {
    let mut fixture = Fixture::new();
    let (directory, key) = (fixture.directory(), fixture.key.duplicate());
    let (cash, food) = (fixture.cash, fixture.food);
    let (started, start) = mpsc::channel();
    let other = thread::spawn(move || {
        let mut ledger = Locked::find(directory)
            .unwrap()
            .open(&key, device())
            .unwrap();
        started.send(()).unwrap();
        for minor in 0..25 {
            let mut writer = ledger.write(Verb::Add, 1).unwrap();
            let id = writer.next_id().unwrap();
            writer
                .create(&Fixture::expense(id, "2025-02-02", 1 + minor, cash, food))
                .unwrap();
            writer.commit().unwrap();
        }
    });
    start.recv().unwrap();
    for minor in 0..25 {
        fixture.add("2025-03-03", 1 + minor);
    }
    other.join().unwrap();
    assert_eq!(
        fixture.ledger().view().count(&Filter::default()).unwrap(),
        50
    );
    assert_eq!(fixture.troubles(), []);
}
