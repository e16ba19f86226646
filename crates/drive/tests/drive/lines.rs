//! Connections: kept while they last, noticed when they end, slow without harm, encrypted.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use backup::progress::Unwatched;
use backup::remote::contract::{bytes, name};
use backup::{DriveDefinition, Progress, Remote as _, RemoteError};
use drive::Drive;
use drive_double::{Fault, Name, Route};

use crate::rig::Rig;

#[test]
fn a_silence_ends() {
    let mut rig = Rig::ready();
    rig.pace.patience = Duration::from_millis(150);
    rig.double.fault(Fault::once(Name::Hang).on(Route::Create));
    rig.put(&mut rig.drive(), 1, &bytes(100, 1)).unwrap();
    rig.has_just(1, &bytes(100, 1));
    rig.double.fault(Fault::once(Name::Hang).always());
    let put = rig.put(&mut rig.drive(), 2, &bytes(100, 2));
    assert!(
        matches!(put, Err(RemoteError::Unreachable { .. })),
        "{put:?}"
    );
}

#[test]
fn a_slow_line_is_no_silence() {
    let mut rig = Rig::ready();
    // The whole takes twice as long, so a limit on the whole would end it.
    rig.pace.patience = Duration::from_millis(1500);
    let content = bytes(3_000_000, 1);
    rig.double.fault(Fault::once(Name::Slow).value(1_000_000));
    rig.put(&mut rig.drive(), 1, &content).unwrap();
    assert_eq!(rig.routes(), [Route::Create], "nobody had to ask");
    rig.has_just(1, &content);
}

#[test]
fn nobody_there_is_unreachable() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    let staged = rig.stage(&name(1), b"x");
    drop(rig.double);
    let put = drive.put(&name(1), &staged, &Unwatched);
    assert!(
        matches!(put, Err(RemoteError::Unreachable { .. })),
        "{put:?}"
    );
}

#[test]
fn a_connection_that_was_closed_meanwhile_costs_no_try() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    for number in 0..20 {
        rig.put(&mut drive, number, &bytes(10, number)).unwrap();
        rig.double.cut_connections();
        let mut found = Vec::new();
        drive
            .read(&name(number), 0..10, &mut found, &Unwatched)
            .unwrap();
        rig.double.cut_connections();
    }
    assert_eq!(rig.double.count(Route::Create), 20);
    assert_eq!(rig.double.count(Route::Download), 20);
    assert_eq!(rig.double.log().len(), 40);
}

#[test]
fn a_restart_between_two_puts_is_not_noticed() {
    let mut rig = Rig::ready();
    let mut drive = rig.drive();
    for number in 0..5 {
        rig.put(&mut drive, number, &bytes(10, number)).unwrap();
        rig.double.restart().unwrap();
    }
    assert_eq!(drive.list().unwrap().len(), 5);
}

/// Is asked, and after a while wants it to stop.
struct Impatient(AtomicU64);

impl Progress for Impatient {
    fn is_cancelled(&self) -> bool {
        self.0.fetch_add(1, Ordering::SeqCst) > 5
    }
}

#[test]
fn whoever_waits_for_a_silence_may_stop() {
    let mut rig = Rig::ready();
    rig.pace.patience = Duration::from_hours(1);
    rig.double.fault(Fault::once(Name::Hang).always());
    let staged = rig.stage(&name(1), &bytes(10, 1));
    let put = rig
        .drive()
        .put(&name(1), &staged, &Impatient(AtomicU64::new(0)));
    assert!(matches!(put, Err(RemoteError::Cancelled)), "{put:?}");
}

#[test]
fn verbs_without_progress_may_be_stopped_too() {
    let mut rig = Rig::ready();
    rig.pace.patience = Duration::from_hours(1);
    rig.double.fault(Fault::once(Name::Hang).always());
    let watch = || Box::new(Impatient(AtomicU64::new(0)));
    let listed = rig.drive().watched_by(watch()).list();
    assert!(matches!(listed, Err(RemoteError::Cancelled)), "{listed:?}");
    let removed = rig.drive().watched_by(watch()).remove(&name(1));
    assert!(
        matches!(removed, Err(RemoteError::Cancelled)),
        "{removed:?}"
    );
}

#[test]
fn whoever_waits_for_a_limit_may_stop() {
    let mut rig = Rig::ready();
    (rig.pace.second, rig.pace.budget) = (Duration::from_secs(1), Duration::from_hours(1));
    rig.double
        .fault(Fault::once(Name::Rate429).value(600).always());
    let staged = rig.stage(&name(1), &bytes(10, 1));
    let put = rig
        .drive()
        .put(&name(1), &staged, &Impatient(AtomicU64::new(0)));
    assert!(matches!(put, Err(RemoteError::Cancelled)), "{put:?}");
}

#[test]
fn what_should_be_encrypted_is_never_spoken_in_clear() {
    let rig = Rig::ready();
    let mut definition = DriveDefinition::at_google("LukaLibre");
    let url = rig.double.url().replace("http://", "https://");
    definition.api_url = Some(url.clone());
    definition.token_url = Some(format!("{url}/token"));
    let mut drive = Drive::open_with(&definition, rig.client(), rig.directory(), rig.pace).unwrap();
    let listed = drive.list();
    assert!(
        matches!(listed, Err(RemoteError::Unreachable { .. })),
        "{listed:?}"
    );
    assert!(rig.routes().is_empty(), "the double understood nothing");
}
