use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn cycle(every: &str, starting: &str) -> Cycle {
    let today = day("2025-04-16");
    let starting = if starting.is_empty() {
        Starting::Usual
    } else {
        Starting::parse(starting, today).unwrap()
    };
    Cycle::new(Every::from_word(every).unwrap(), starting, today).unwrap()
}

#[rstest]
#[case("month", "", "2025-04-16", "2025-04-01", "2025-04-30")]
#[case("month", "25", "2025-04-16", "2025-03-25", "2025-04-24")]
#[case("month", "25", "2025-04-25", "2025-04-25", "2025-05-24")]
#[case("month", "31", "2025-02-28", "2025-02-28", "2025-03-30")]
#[case("month", "31", "2025-02-27", "2025-01-31", "2025-02-27")]
#[case("month", "last-business-day", "2025-06-01", "2025-05-30", "2025-06-29")]
#[case("month", "último día hábil", "2025-08-29", "2025-08-29", "2025-09-29")]
#[case("week", "", "2025-04-16", "2025-04-14", "2025-04-20")]
#[case("two-weeks", "2025-04-11", "2025-04-10", "2025-03-28", "2025-04-10")]
#[case("four-weeks", "2025-04-11", "2025-05-09", "2025-05-09", "2025-06-05")]
#[case("quarter", "", "2025-04-16", "2025-04-01", "2025-06-30")]
#[case("quarter", "2025-02-10", "2025-05-09", "2025-02-10", "2025-05-09")]
#[case("year", "", "2024-02-29", "2024-01-01", "2024-12-31")]
#[case("year", "15", "2025-01-14", "2024-01-15", "2025-01-14")]
fn the_period_of_a_day(
    #[case] every: &str,
    #[case] starting: &str,
    #[case] on: &str,
    #[case] from: &str,
    #[case] to: &str,
) {
    let period = cycle(every, starting).period_of(day(on)).unwrap();
    assert_eq!(
        (period.from.unwrap(), period.to.unwrap()),
        (day(from), day(to))
    );
}

#[test]
fn a_day_of_the_month_is_none_for_weeks_and_has_bounds() {
    let today = day("2025-04-16");
    let refused = Cycle::new(Every::Week, Starting::On(StartDay::Day(5)), today);
    assert_eq!(refused, Err(CycleError::DayOfMonth));
    assert!(Starting::parse("32", today).is_err());
    assert!(Starting::parse("0", today).is_err());
}

fn starting() -> impl Strategy<Value = Starting> {
    prop_oneof![
        Just(Starting::Usual),
        Just(Starting::On(StartDay::LastBusinessDay)),
        (1u8..=31).prop_map(|day| Starting::On(StartDay::Day(day))),
        (0i64..4000).prop_map(|n| Starting::Date(
            day("2020-01-01") + chrono::TimeDelta::try_days(n).unwrap()
        )),
    ]
}

proptest! {
    /// Each day lies in the period of its number, and periods leave no gap.
    #[test]
    fn periods_follow_each_other(every in 0usize..6, starting in starting(), n in 0i64..20_000) {
        let today = day("2025-04-16");
        let Ok(cycle) = Cycle::new(Every::ALL[every], starting, today) else { return Ok(()) };
        prop_assert!(cycle.is_sound());
        let on = day("2000-01-01") + chrono::TimeDelta::try_days(n).unwrap();
        let index = cycle.index_of(on);
        let period = cycle.period(index).unwrap();
        prop_assert!(period.contains(on));
        prop_assert_eq!(cycle.period(index + 1).unwrap().from, period.to.unwrap().succ_opt());
        prop_assert_eq!(cycle.index_of(period.from.unwrap()), index);
    }
}
