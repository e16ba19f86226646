//! What a configuration means.

use rstest::rstest;

use super::*;

#[rstest]
#[case("200ms", 200)]
#[case("90s", 90_000)]
#[case("15m", 900_000)]
#[case("1h30m", 5_400_000)]
#[case(" 2d ", 172_800_000)]
#[case("1w", 604_800_000)]
fn a_duration_is_read(#[case] text: &str, #[case] millis: u64) {
    assert_eq!(parse_duration(text), Ok(Duration::from_millis(millis)));
}

#[rstest]
#[case("")]
#[case("0s")]
#[case("5")]
#[case("m")]
#[case("1y")]
#[case("-5m")]
#[case("5 m")]
#[case("99999999999999999999d")]
#[case("18446744073709551615w")]
fn what_is_no_duration_is_refused(#[case] text: &str) {
    assert!(parse_duration(text).is_err());
}

#[rstest]
#[case::nothing("")]
#[case::other_tables("language = \"es\"\n[tui]\nunheard = 1\n[keys]\nundo = \"z\"\n")]
#[case::empty_tables("[sync]\n[backup]\nmax_age = \"3d\"\n")]
fn without_a_word_about_it_the_standard_holds(#[case] text: &str) {
    assert_eq!(Settings::from_toml(text).unwrap(), Settings::STANDARD);
}

#[test]
fn every_key_has_its_place() {
    let settings = Settings::from_toml(
        "[sync]\nquiet = \"1s\"\nat_most = \"2s\"\npoll = \"3s\"\nverify_every = \"4s\"\n\
         prune = false\nretry_first = \"5s\"\nretry_most = \"6s\"\n\
         [backup]\nkeep_last = 1\nkeep_daily = 2\nkeep_weekly = 3\nkeep_monthly = 4\n\
         keep_yearly = 5\n",
    );
    let seconds = Duration::from_secs;
    let expected = Settings {
        pace: Pace {
            quiet: seconds(1),
            at_most: seconds(2),
            poll: seconds(3),
            verify_every: Some(seconds(4)),
            prune: false,
            retry_first: seconds(5),
            retry_most: seconds(6),
        },
        policy: Policy {
            keep_last: 1,
            keep_daily: 2,
            keep_weekly: 3,
            keep_monthly: 4,
            keep_yearly: 5,
        },
    };
    assert_eq!(settings.unwrap(), expected);
}

#[test]
fn a_verification_can_be_left_to_the_person() {
    let settings = Settings::from_toml("[sync]\nverify_every = \"never\"\n").unwrap();
    assert_eq!(settings.pace.verify_every, None);
}

#[test]
fn what_is_not_written_is_as_usual() {
    let settings = Settings::from_toml("[backup]\nkeep_daily = 7\n").unwrap();
    let seven_days = Policy {
        keep_daily: 7,
        ..Policy::STANDARD
    };
    assert_eq!(settings.policy, seven_days);
}

#[test]
fn quotes_make_no_difference() {
    let plain = "[sync]\nprune = false\n[backup]\nkeep_last = 3\n";
    let quoted = "[sync]\nprune = \"false\"\n[backup]\nkeep_last = \"3\"\n";
    let read = |text| Settings::from_toml(text).unwrap();
    assert_eq!(read(plain), read(quoted));
    assert!(!read(plain).pace.prune);
}

#[rstest]
#[case::unknown_key("[sync]\nquite = \"1s\"\n", "quite")]
#[case::unknown_backup_key("[backup]\nkeep_hourly = 1\n", "keep_hourly")]
#[case::no_duration("[sync]\npoll = \"soon\"\n", "soon")]
#[case::a_bare_number("[sync]\npoll = 15\n", "15")]
#[case::no_choice("[sync]\nprune = \"maybe\"\n", "maybe")]
#[case::no_toml("[sync", "1")]
#[case::less_than_nothing("[backup]\nkeep_last = -1\n", "-1")]
#[case::keeps_nothing(
    "[backup]\nkeep_last=0\nkeep_daily=0\nkeep_weekly=0\nkeep_monthly=0\nkeep_yearly=0\n",
    "keeps nothing"
)]
fn what_makes_no_sense_is_named(#[case] text: &str, #[case] named: &str) {
    let said = Settings::from_toml(text).unwrap_err().to_string();
    assert!(said.contains(named), "{said}");
}
