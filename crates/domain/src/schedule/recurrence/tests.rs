use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn first_days(rule: &str, first: &str, most: usize) -> Vec<String> {
    let rule: Recurrence = rule.parse().unwrap();
    let days = rule.from(day(first)).take(most);
    days.map(|day| day.to_string()).collect()
}

#[rstest]
#[case("FREQ=DAILY;INTERVAL=10", "2025-01-25", &["2025-01-25", "2025-02-04", "2025-02-14"])]
#[case("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2025-01-01", &["2025-01-03", "2025-01-13", "2025-01-17"])]
#[case("RRULE:freq=weekly", "2025-01-01", &["2025-01-01", "2025-01-08", "2025-01-15"])]
#[case("FREQ=MONTHLY", "2025-01-31", &["2025-01-31", "2025-03-31", "2025-05-31"])]
#[case("FREQ=MONTHLY;BYMONTHDAY=-1", "2025-01-31", &["2025-01-31", "2025-02-28", "2025-03-31"])]
#[case("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2025-01-30", &["2025-01-30", "2025-02-28", "2025-03-30"])]
#[case("FREQ=MONTHLY;BYDAY=1MO", "2025-01-15", &["2025-02-03", "2025-03-03", "2025-04-07"])]
#[case("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2025-01-01", &["2025-01-31", "2025-02-28"])]
#[case("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2025-01-01", &["2025-06-13", "2026-02-13", "2026-03-13"])]
#[case("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2025-05-01", &["2025-05-30", "2025-06-30", "2025-07-31"])]
#[case("FREQ=YEARLY;BYMONTH=3,9;BYDAY=2SU", "2025-01-01", &["2025-03-09", "2025-09-14", "2026-03-08"])]
#[case("FREQ=YEARLY", "2024-02-29", &["2024-02-29", "2028-02-29", "2032-02-29"])]
#[case("FREQ=DAILY;UNTIL=20250102", "2025-01-01", &["2025-01-01", "2025-01-02"])]
#[case("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2025-01-01", &[])]
fn days_of_a_rule(#[case] rule: &str, #[case] first: &str, #[case] expected: &[&str]) {
    assert_eq!(first_days(rule, first, 3), expected);
}

#[rstest]
#[case(Plain::Month, "2025-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1")]
#[case(
    Plain::Month,
    "2025-01-29",
    "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"
)]
#[case(Plain::Quarter, "2025-01-05", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5")]
#[case(Plain::TwoWeeks, "2025-01-05", "FREQ=WEEKLY;INTERVAL=2")]
#[case(
    Plain::Year,
    "2024-02-29",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"
)]
fn plain_words(#[case] word: Plain, #[case] first: &str, #[case] expected: &str) {
    let rule = Recurrence::plain(word, day(first));
    assert_eq!(rule.to_string(), expected);
    assert_eq!(rule.from(day(first)).next(), Some(day(first)));
}

#[rstest]
#[case("", RecurrenceError::NoFrequency)]
#[case("FREQ=HOURLY", RecurrenceError::Value { part: "FREQ".into(), value: "HOURLY".into() })]
#[case("FREQ=DAILY;BYHOUR=9", RecurrenceError::Part("BYHOUR".into()))]
#[case(
    "FREQ=DAILY;COUNT=2;UNTIL=20250101",
    RecurrenceError::Combination("COUNT and UNTIL")
)]
#[case("FREQ=DAILY;FREQ=DAILY", RecurrenceError::Twice("FREQ".into()))]
#[case("FREQ=DAILY;UNTIL=20250101T000000Z", RecurrenceError::Value { part: "UNTIL".into(), value: "20250101T000000Z".into() })]
#[case("FREQ=MONTHLY;BYMONTHDAY=0", RecurrenceError::Value { part: "BYMONTHDAY".into(), value: "0".into() })]
#[case("FREQ=MONTHLY;BYSETPOS=1", RecurrenceError::Value { part: "BYSETPOS".into(), value: "1".into() })]
fn what_is_not_in_the_subset_is_named(#[case] rule: &str, #[case] expected: RecurrenceError) {
    assert_eq!(rule.parse::<Recurrence>(), Err(expected));
}

#[rstest]
#[case("FREQ=WEEKLY;BYDAY=1MO")]
#[case("FREQ=WEEKLY;BYMONTHDAY=1")]
#[case("FREQ=YEARLY;BYDAY=MO")]
#[case("FREQ=DAILY;BYSETPOS=-1")]
fn what_does_not_go_together_is_refused(#[case] rule: &str) {
    let refused = rule.parse::<Recurrence>();
    assert!(
        matches!(refused, Err(RecurrenceError::Combination(_))),
        "{refused:?}"
    );
}

fn rules() -> impl Strategy<Value = Recurrence> {
    let end = prop_oneof![
        Just(String::new()),
        (1u32..40).prop_map(|n| format!(";COUNT={n}")),
        (2025i32..2035, 1u32..=12).prop_map(|(year, month)| format!(";UNTIL={year}{month:02}15")),
    ];
    let body = prop_oneof![
        prop::option::of(1u8..=12).prop_map(|month| {
            format!(
                "FREQ=DAILY{}",
                month.map_or(String::new(), |m| format!(";BYMONTH={m}"))
            )
        }),
        prop::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..7)
            .prop_map(|days| format!("FREQ=WEEKLY;BYDAY={}", days.join(","))),
        (1i8..=31, any::<bool>()).prop_map(|(n, back)| {
            format!("FREQ=MONTHLY;BYMONTHDAY={}", if back { -n } else { n })
        }),
        (1i8..=5, any::<bool>()).prop_map(|(n, back)| {
            format!(
                "FREQ=MONTHLY;BYDAY={}TH,SU;BYSETPOS=-1",
                if back { -n } else { n }
            )
        }),
        (1u8..=12, 1u8..=28)
            .prop_map(|(month, day)| format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}")),
    ];
    (body, 1u32..5, end).prop_map(|(body, interval, end)| {
        format!("{body};INTERVAL={interval}{end}").parse().unwrap()
    })
}

proptest! {
    #[test]
    fn a_rule_reads_back(rule in rules()) {
        prop_assert_eq!(rule.to_string().parse(), Ok(rule));
    }

    /// The days only grow, begin on or after the first, and what comes after a day is the sequence
    /// without what came before it.
    #[test]
    fn days_grow_and_can_be_taken_from_any_day(
        rule in rules(),
        first in 0u64..2000,
        later in 0u64..3000,
    ) {
        let first = day("2024-01-01") + chrono::Days::new(first);
        let after = day("2024-01-01") + chrono::Days::new(later);
        let days: Vec<NaiveDate> = rule.from(first).take(200).collect();
        prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(days.iter().all(|day| *day >= first));
        let filtered: Vec<NaiveDate> =
            rule.from(first).filter(|day| *day > after).take(5).collect();
        let jumped: Vec<NaiveDate> = rule.after(first, Some(after)).take(5).collect();
        prop_assert_eq!(jumped, filtered);
    }
}
