use chrono::NaiveDate;
use rstest::rstest;
use rust_decimal::Decimal;

use super::*;

fn term(text: &str) -> RuleTerm {
    text.parse().unwrap()
}

#[rstest]
#[case("luna", true)]
#[case("memo:luna", false)]
#[case("not:memo:luna", true)]
#[case("payee:cafe", true)]
#[case("with ana", true)]
#[case("amt:4500", true)]
#[case("amt:>4500", false)]
#[case("amt:4500..", true)]
#[case("amt:<4500", false)]
#[case("amt:..4499.5", false)]
#[case("date:2025-03-14", true)]
#[case("date:..2025-03-13", false)]
#[case("not:date:2025-03-15..", true)]
#[case("day:14", true)]
#[case("day:1..13", false)]
#[case("/^cafe/", true)]
#[case("not:payee:/tierra/", true)]
#[case("memo:/an.$/", true)]
fn a_term_reads_back_and_judges(#[case] text: &str, #[case] holds: bool) {
    let subject = Subject {
        payees: &["cafe luna", "luna"],
        memo: "with ana",
        sizes: &[Decimal::from(4500)],
        accounts: &[AccountId::from_raw(7)],
        date: NaiveDate::from_ymd_opt(2025, 3, 14).unwrap(),
    };
    assert_eq!(term(text).to_string(), text);
    assert_eq!(term(text).holds(&subject), holds);
    let account = format!("acct:{}", AccountId::from_raw(7));
    assert!(term(&account).holds(&subject));
    assert_eq!(term(&account).to_string(), account);
    assert_eq!(term(&account).typed(|_| "Cash".to_owned()), "acct:Cash");
}

#[rstest]
#[case("cat:food")]
#[case("amt:many")]
#[case("date:soon")]
#[case("acct:!")]
#[case("payee:")]
#[case("payee:/(/")]
#[case("day:32")]
#[case("day:5..1")]
#[case("")]
fn what_is_no_condition(#[case] text: &str) {
    assert!(text.parse::<RuleTerm>().is_err(), "{text}");
}

#[test]
fn the_first_that_sets_a_field_wins_and_tags_add_up() {
    let rule = |id: i64, category: Option<i64>, payee: Option<i64>, tags: &[i64]| Rule {
        id: RuleId::from_raw(id),
        name: String::new(),
        position: 1,
        terms: vec![term("luna")],
        category: category.map(AccountId::from_raw),
        payee: payee.map(PayeeId::from_raw),
        memo: None,
        tags: tags.iter().copied().map(TagId::from_raw).collect(),
        splits: Vec::new(),
        transfer: None,
        state: RuleState::Active,
    };
    let rules = [
        rule(1, Some(10), None, &[1]),
        rule(2, Some(20), None, &[1]),
        rule(3, Some(30), Some(5), &[2]),
    ];
    let subject = Subject {
        payees: &["luna"],
        memo: "",
        sizes: &[],
        accounts: &[],
        date: NaiveDate::default(),
    };
    let ruling = Ruling::of(&rules, &subject);
    assert_eq!(ruling.category, Some(AccountId::from_raw(10)));
    assert_eq!(ruling.payee, Some(PayeeId::from_raw(5)));
    assert_eq!(ruling.tags, [1, 2].map(TagId::from_raw));
    assert_eq!(ruling.by, [1, 3].map(RuleId::from_raw));
}
