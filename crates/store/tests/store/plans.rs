//! What the constraints of plans can't say, the doctor does.

use domain::Budget;
use domain::budget::{Cycle, Every, Starting};
use domain::id::{AccountId, BudgetId, PayeeId, RuleId, TagId};
use domain::{Money, Rule};
use rstest::rstest;
use store::{Check, Verb};

use crate::fixture::{Fixture, clp, day};

fn budget(id: BudgetId, category: AccountId) -> Budget {
    let today = day("2025-04-16");
    Budget {
        id,
        category,
        amount: Money::new(1000, clp()),
        cycle: Cycle::new(Every::Month, Starting::Usual, today).unwrap(),
        rollover: false,
    }
}

#[test]
fn a_budget_is_for_a_category_and_begins_where_its_periods_do() {
    let mut fixture = Fixture::new();
    let (cash, food) = (fixture.cash, fixture.food);
    let mut writer = fixture.ledger().write(Verb::Budget, 3_000).unwrap();
    let sound = budget(BudgetId(writer.next_id().unwrap()), food);
    writer.create(&sound).unwrap();
    writer.commit().unwrap();
    assert_eq!(fixture.troubles(), []);
    let mut writer = fixture.ledger().write(Verb::Budget, 4_000).unwrap();
    let odd = budget(BudgetId(writer.next_id().unwrap()), cash);
    writer.create(&odd).unwrap();
    let mut late = sound.clone();
    late.cycle.since = day("2025-04-02");
    writer.update(&sound, &late).unwrap();
    writer.commit().unwrap();
    let found = fixture.ledger().examine(Check::Plans);
    assert_eq!((found.examined, found.wrong), (2, 2), "{found:?}");
    assert_eq!(fixture.troubles().len(), 1, "and nothing else is wrong");
}

#[rstest]
#[case("acct:t6231ygf-00001", vec![])]
#[case("luna", vec![TagId::from_raw(99)])]
fn a_rule_names_only_what_is_there(#[case] term: &str, #[case] tags: Vec<TagId>) {
    let mut fixture = Fixture::new();
    let food = fixture.food;
    let mut writer = fixture.ledger().write(Verb::Rule, 3_000).unwrap();
    let rule = Rule {
        id: RuleId(writer.next_id().unwrap()),
        name: String::new(),
        position: 1,
        terms: vec![term.parse().unwrap()],
        category: Some(food),
        payee: None::<PayeeId>,
        memo: None,
        tags,
        splits: Vec::new(),
        transfer: None,
        state: domain::rule::RuleState::Active,
    };
    writer.create(&rule).unwrap();
    writer.commit().unwrap();
    let troubles = fixture.troubles();
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    assert_eq!(troubles[0].0, Check::Plans);
}
