//! What a policy keeps, on made-up versions.

use chrono::TimeDelta;
use rstest::rstest;

use super::*;
use crate::Stamp;

fn version(sequence: u64, created_at: DateTime<Utc>) -> Version {
    let stamp = Stamp {
        device: [1; 8],
        sequence,
        created_at,
        id: [u8::try_from(sequence % 251).unwrap(); 16],
    };
    Version {
        name: ObjectName::version(&stamp),
        created_at,
        size: 1,
        ledger_bytes: 1,
        blake3: String::new(),
        is_ours: true,
        verified_at: None,
        proven_at: None,
        keys_are_current: true,
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// Four versions a day for 400 days, the last one an hour ago.
fn history() -> Vec<Version> {
    let first = now() - TimeDelta::hours(1) - TimeDelta::hours(6 * 1599);
    (0..1600_u32)
        .map(|count| {
            version(
                u64::from(count) + 1,
                first + TimeDelta::hours(6 * i64::from(count)),
            )
        })
        .collect()
}

fn kept(policy: Policy, versions: &[Version]) -> Vec<ObjectName> {
    keep(&policy, versions, now())
        .into_iter()
        .map(|kept| kept.name)
        .collect()
}

#[rstest]
#[case::nothing_asked(Policy::default(), 1)]
#[case::last(Policy { keep_last: 7, ..Policy::default() }, 7)]
#[case::days(Policy { keep_daily: 14, ..Policy::default() }, 14)]
#[case::months(Policy { keep_monthly: 12, ..Policy::default() }, 12)]
#[case::years(Policy { keep_yearly: 10, ..Policy::default() }, 2)]
#[case::days_and_months(Policy { keep_daily: 10, keep_monthly: 2, ..Policy::default() }, 11)]
fn so_many_are_kept(#[case] policy: Policy, #[case] count: usize) {
    let versions = history();
    let kept = kept(policy, &versions);
    assert_eq!(kept.len(), count);
    assert!(
        kept.contains(&versions.last().unwrap().name),
        "the newest always"
    );
}

#[test]
fn the_last_of_each_day_is_kept() {
    let versions = history();
    let kept = kept(
        Policy {
            keep_daily: 3,
            ..Policy::default()
        },
        &versions,
    );
    let hours: Vec<_> = kept
        .iter()
        .map(|name| name.stamp().unwrap().created_at.format("%d %H").to_string())
        .collect();
    assert_eq!(hours, ["20 23", "21 23", "22 11"]);
}

#[test]
fn a_clock_that_ran_ahead_or_back_prunes_nothing_extra() {
    let policy = Policy {
        keep_daily: 14,
        ..Policy::default()
    };
    let mut versions = history();
    let length = versions.len();
    // One version from a clock ten years ahead, one from a clock a year behind.
    versions[length - 30] = version(
        versions[length - 30].name.stamp().unwrap().sequence,
        now() + TimeDelta::days(3650),
    );
    let ahead = kept(policy, &versions);
    assert_eq!(ahead.len(), 14);
    let days: BTreeSet<_> = ahead
        .iter()
        .map(|name| name.stamp().unwrap().created_at.date_naive())
        .collect();
    assert!(days.len() >= 13, "{days:?}");
    let mut versions = history();
    versions[length - 1] = version(1600, now() - TimeDelta::days(365));
    let behind = kept(policy, &versions);
    assert!(
        behind.contains(&versions[length - 1].name),
        "the newest by its counter"
    );
    assert!(!behind.is_empty());
}
