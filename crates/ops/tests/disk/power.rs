//! Power loss: what was not synced is dropped, torn or in another order.

use std::fs;

use backup::progress::Unwatched;

use crate::journal::{Journal, Survives};
use crate::place::{Place, restore, site, sound};
use crate::roles::run;

/// Of all moments every so manieth is looked at, each time with another survival.
const STRIDE: usize = 4;

#[test]
fn what_was_acknowledged_survives_a_power_loss_at_any_moment() {
    let place = Place::new();
    let (disk, log) = (place.disk(), place.beside("log"));
    let mut journal = Journal::begin(&disk);
    for role in ["add", "backup", "add", "backup"] {
        assert!(run(role, &disk, Some(&log), None), "{role}");
    }
    journal.read(&log);
    let whole = journal.marks(journal.len());
    assert_eq!(whole.len(), 8, "{whole:?}");
    let mut looked_at = 0;
    for (number, moments) in (0..=journal.len())
        .step_by(STRIDE)
        .chain([journal.len()])
        .enumerate()
    {
        let mut survives = match number % 3 {
            0 => Survives::Nothing,
            1 => Survives::Dice(fastrand::Rng::with_seed(number as u64)),
            _ => Survives::All,
        };
        let what = format!("after {moments} of {}, {survives:?}", journal.len());
        let left = place.beside("left");
        journal.leave(moments, &mut survives, &left);
        let (mut saved, mut made) = (0, Vec::new());
        for mark in journal.marks(moments) {
            match mark.split_once(' ') {
                Some(("made", name)) => made.push((name.to_owned(), saved)),
                _ => saved += 1,
            }
        }
        let found = sound(&left.join("ledger"), &place.key, &what);
        assert!(found >= saved, "{what}: {found} of {saved}");
        restore(&left, &place.key, &made, &what);
        // The machine itself goes on from there.
        let mut site = site(&left);
        let again = site.backup(chrono::Utc::now(), &Unwatched);
        let again = again.unwrap_or_else(|error| panic!("{what}: {error}"));
        assert!(again.lost.is_empty(), "{what}: {:?}", again.lost);
        drop(site);
        made.push((again.name.to_string(), saved));
        restore(&left, &place.key, &made, &what);
        fs::remove_dir_all(&left).unwrap();
        looked_at += 1;
    }
    assert!(
        looked_at > 50,
        "{looked_at} states of {} moments",
        journal.len()
    );
}
