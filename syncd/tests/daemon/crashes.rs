//! Stopped or killed at any moment: nothing is lost, nothing is doubled, and the next start goes on.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::rig::{Machine, Place, eventually};

/// Whether an object is being written to a folder just now.
fn is_staging(place: &Place) -> bool {
    let staging = std::fs::read_dir(place.path().join(".staging"));
    staging.is_ok_and(|entries| entries.flatten().next().is_some())
}

#[test]
fn told_to_stop_in_the_middle_of_a_large_backup_it_stops_and_the_next_start_finishes() {
    // 64 MiB.
    let machine = Machine::new(16 * 1024);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    let begun = eventually(|| is_staging(&usb).then_some(()));
    assert!(begun.is_some(), "{}", daemon.said());
    let told = Instant::now();
    let status = daemon.stop();
    assert!(told.elapsed() < Duration::from_secs(5));
    assert!(status.success());
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    let versions = machine.restored(&usb);
    assert_eq!(versions.len(), 1);
    assert!(versions[0].1 == machine.content());
    assert!(!is_staging(&usb), "what was cut is swept");
    daemon.stop();
}

#[test]
fn killed_at_any_moment_nothing_is_lost() {
    let machine = Machine::new(2000);
    let usb = machine.add_folder("usb");
    let mut before = usb.versions();
    for round in 0..20_u32 {
        machine.change(1 + round);
        let daemon = machine.start();
        let moment = Instant::now() + Duration::from_micros(fastrand::u64(..150_000));
        // At a random moment, or when there is something new to lose, whatever comes first.
        eventually(|| {
            let new = usb.versions().len() > before.len() && fastrand::bool();
            (new || Instant::now() >= moment).then_some(())
        });
        daemon.signal(Signal::KILL);
        daemon.end();
        let now = usb.versions();
        assert!(now.is_superset(&before), "round {round}");
        before = now;
    }
    let daemon = machine.start();
    daemon.until("at rest", |status| {
        let remote = &status.remotes[0];
        !remote.changed && remote.contact.failure.is_none()
    });
    assert!(daemon.stop().success());
    let versions = machine.restored(&usb);
    assert_eq!(versions.len(), usb.versions().len(), "each restores");
    assert!(versions.last().unwrap().1 == machine.content());
    let mut contents: Vec<_> = versions
        .iter()
        .map(|(version, _)| &version.blake3)
        .collect();
    contents.dedup();
    assert_eq!(contents.len(), versions.len(), "none is there twice");
}
