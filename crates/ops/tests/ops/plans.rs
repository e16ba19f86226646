//! Budgets against the postings themselves, schedules that never enter twice, rules at an import.

use domain::budget::{Every, StartDay, Starting};
use domain::query::Query;
use domain::schedule::{End, Plain};
use domain::{NaiveDate, Source, Transaction};
use ops::account::{AccountError, AddAccount, Opening};
use ops::budget::{AddBudget, BudgetError};
use ops::import::{AccountChoice, BankFile, Import};
use ops::label::LabelChangeError;
use ops::rule::{AddRule, EditRule, RuleError, RuleSettings, TryRules};
use ops::schedule::{AddSchedule, EditSchedule, Repeats, RunSchedules, ScheduleError, Target};
use ops::transaction::{AddTransaction, ListTransactions};
use ops::{Book, LookupError};
use rstest::rstest;
use store::StoreError;

use crate::fixture::{Fixture, day};

fn budget(category: &str, every: Every, starting: Starting) -> AddBudget {
    AddBudget {
        category: category.to_owned(),
        amount: "10000".to_owned(),
        currency: None,
        every,
        starting,
        rollover: true,
    }
}

fn all(book: &Book) -> Vec<Transaction> {
    #[derive(Debug)]
    struct Stop;
    impl From<LookupError> for Stop {
        fn from(_: LookupError) -> Self {
            Self
        }
    }
    impl From<StoreError> for Stop {
        fn from(_: StoreError) -> Self {
            Self
        }
    }
    let mut found = Vec::new();
    let everything = ListTransactions::default();
    book.list::<Stop>(
        &everything,
        |_| Ok(()),
        |transaction, _| {
            found.push(transaction.clone());
            Ok(())
        },
    )
    .unwrap();
    found
}

/// What the postings of a category and those inside it say, without any rollup.
fn spent(book: &Book, category: &str, from: NaiveDate, to: NaiveDate) -> i64 {
    let chart = book.view().chart().unwrap();
    let root = chart
        .resolve(category, domain::account::Wanted::Category)
        .unwrap();
    let inside = chart.subtree(root.id);
    let on = |transaction: &&Transaction| (from..=to).contains(&transaction.date);
    let pesos = |code: &str| code == "CLP";
    all(book)
        .iter()
        .filter(on)
        .flat_map(|transaction| &transaction.postings)
        .filter(|leg| inside.contains(&leg.account) && pesos(leg.amount.currency.code.as_str()))
        .map(|leg| leg.amount.minor)
        .sum()
}

#[rstest]
#[case(Every::Month, Starting::Usual)]
#[case(Every::Month, Starting::On(StartDay::Day(25)))]
#[case(Every::Month, Starting::On(StartDay::LastBusinessDay))]
#[case(Every::TwoWeeks, Starting::Usual)]
#[case(Every::Quarter, Starting::On(StartDay::Day(31)))]
#[case(Every::Year, Starting::Usual)]
fn a_budget_counts_what_the_postings_say_and_carries_what_was_left(
    #[case] every: Every,
    #[case] starting: Starting,
) {
    let mut fixture = Fixture::new();
    fixture.account("Dollars", "USD");
    for n in 0..90u64 {
        let entry = AddTransaction {
            amount: (if n % 9 == 0 {
                -500
            } else {
                1000 + i64::try_from(n).unwrap()
            })
            .to_string(),
            category: ["Food", "Lunch", "Groceries", "Books"][usize::try_from(n % 4).unwrap()]
                .to_owned(),
            account: Some(if n % 10 == 7 { "Dollars" } else { "Cash" }.to_owned()),
            date: day("2025-01-05").checked_add_days(chrono::Days::new(n * 4)),
            ..AddTransaction::default()
        };
        fixture.book.add(&entry).unwrap();
    }
    let request = budget("Food", every, starting);
    let made = fixture.book.add_budget(&request).unwrap();
    assert!(matches!(
        fixture.book.add_budget(&request),
        Err(BudgetError::Exists { .. })
    ));
    let mut left = 0;
    for index in 0..8 {
        let from = made.cycle.period(index).unwrap().from.unwrap();
        let line = fixture.book.budgets(Some(from)).unwrap().remove(0);
        assert_eq!(line.from, from);
        let actual = spent(&fixture.book, "Food", line.from, line.to);
        assert_eq!(line.actual.minor, actual, "{from}");
        assert_eq!(line.carried.minor, left, "{from}");
        left = line.carried.minor + 10_000 - actual;
        assert_eq!(line.left.minor, left, "{from}");
    }
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

fn rent() -> AddSchedule {
    AddSchedule {
        amount: "1000".to_owned(),
        target: Target::Category("Books".to_owned()),
        account: None,
        payee: None,
        memo: "novels".to_owned(),
        tags: Vec::new(),
        repeats: Repeats::Plain(Plain::Month),
        from: Some(day("2025-01-31")),
        end: End::Never,
        instalments: Some(3),
    }
}

fn run(fixture: &mut Fixture, until: &str) -> Vec<Transaction> {
    let until = Some(day(until));
    let due = fixture.book.run_schedules(&RunSchedules { until }).unwrap();
    due.transactions
}

#[test]
fn instalments_come_once_each_whatever_is_undone_edited_or_skipped() {
    let mut fixture = Fixture::new();
    let made = fixture.book.add_schedule(&rent()).unwrap();
    let first = run(&mut fixture, "2025-02-28");
    let facts = |found: &[Transaction]| -> Vec<(String, i64, String)> {
        let fact = |t: &Transaction| {
            let size = t.postings[1].amount.minor;
            (t.date.to_string(), size, t.memo.clone())
        };
        found.iter().map(fact).collect()
    };
    let told = |day: &str, size: i64, memo: &str| (day.to_owned(), size, memo.to_owned());
    let expected = [
        told("2025-01-31", 334, "novels 1/3"),
        told("2025-02-28", 333, "novels 2/3"),
    ];
    assert_eq!(facts(&first), expected);
    assert_eq!(first[1].metadata["instalment"], "2/3");
    assert!(first.iter().all(|t| t.source == Source::Schedule(made.id)));
    assert!(run(&mut fixture, "2025-02-28").is_empty());
    // One undo takes the run back, how far it came included.
    fixture.book.undo(1).unwrap();
    assert_eq!(facts(&run(&mut fixture, "2025-02-28")), expected);
    let edit = EditSchedule {
        amount: Some("5000".to_owned()),
        ..EditSchedule::default()
    };
    let id = made.id.to_string();
    let refused = fixture.book.edit_schedule(&id, &edit);
    assert!(matches!(refused, Err(ScheduleError::Begun { passed: 2 })));
    let (after, skipped) = fixture.book.skip_schedule(&id).unwrap();
    assert_eq!((skipped.number, after.remaining()), (3, Some(0)));
    assert!(run(&mut fixture, "2099-01-01").is_empty());
    assert!(matches!(
        fixture.book.skip_schedule(&id),
        Err(ScheduleError::Over)
    ));
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn a_plan_enters_nothing_and_a_mistyped_year_is_refused() {
    let mut fixture = Fixture::new();
    let daily = AddSchedule {
        instalments: None,
        repeats: Repeats::Plain(Plain::Day),
        ..rent()
    };
    fixture.book.add_schedule(&daily).unwrap();
    let before = fixture.json();
    let until = Some(day("2025-02-02"));
    let plan = fixture.book.plan_run(&RunSchedules { until }).unwrap();
    assert_eq!(plan.transactions.len(), 3);
    assert_eq!(fixture.json(), before);
    let until = Some(day("2925-02-02"));
    let refused = fixture.book.run_schedules(&RunSchedules { until });
    assert!(matches!(refused, Err(ScheduleError::TooMany)));
    assert_eq!(fixture.json(), before);
}

#[rstest]
#[case(AddSchedule { instalments: Some(1), ..rent() })]
#[case(AddSchedule { instalments: Some(1001), ..rent() })]
#[case(AddSchedule { end: End::Count(9), ..rent() })]
#[case(AddSchedule { target: Target::Account("Cash".to_owned()), ..rent() })]
#[case(AddSchedule { memo: "x".repeat(495), ..rent() })]
#[case(AddSchedule { instalments: None, amount: "0".to_owned(), ..rent() })]
#[case(AddSchedule { instalments: None, repeats: Repeats::Rule("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30".parse().unwrap()), ..rent() })]
fn schedules_that_make_no_sense(#[case] request: AddSchedule) {
    let mut fixture = Fixture::new();
    let before = fixture.json();
    fixture.book.add_schedule(&request).unwrap_err();
    assert_eq!(fixture.json(), before);
}

fn rule(fixture: &mut Fixture, terms: &[&str], set: RuleSettings) -> Result<String, RuleError> {
    let currency = fixture.book.currency().unwrap();
    let query = Query::parse(terms, day("2025-04-16"), currency).unwrap();
    let request = AddRule {
        query,
        set,
        ..AddRule::default()
    };
    Ok(fixture.book.add_rule(&request)?.id.to_string())
}

fn category(name: &str) -> RuleSettings {
    RuleSettings {
        category: Some(name.to_owned()),
        ..RuleSettings::default()
    }
}

fn import(fixture: &mut Fixture, rows: &str) {
    let bytes = format!("Date,Description,Amount\n{rows}").into_bytes();
    let name = "bank.csv".to_owned();
    let request = Import {
        accounts: vec![AccountChoice {
            in_file: None,
            in_ledger: "Bank:Checking".to_owned(),
        }],
        ..Import::default()
    };
    fixture
        .book
        .import(&mut [BankFile::new(name, bytes)], &request)
        .unwrap();
}

#[test]
fn an_import_asks_the_rules_in_order_and_says_which_had_a_say() {
    let mut fixture = Fixture::new();
    let account = AddAccount {
        name: "Bank:Checking".to_owned(),
        kind: domain::AccountKind::Asset,
        parent: None,
        currency: None,
        opening: None::<Opening>,
    };
    fixture.book.add_account(&account).unwrap();
    fixture
        .book
        .add_payee("Café Luna", &["CAFE LUNA 01".to_owned()])
        .unwrap();
    let all = RuleSettings {
        payee: Some("Luna".to_owned()),
        memo: Some("coffee".to_owned()),
        tags: vec!["cup".to_owned()],
        ..category("Coffee")
    };
    let first = rule(&mut fixture, &["payee:café", "acct:Bank", "amt:<3000"], all).unwrap();
    let second = rule(&mut fixture, &["luna"], category("Restaurants")).unwrap();
    let third = rule(
        &mut fixture,
        &["01", "not:amt:>9000"],
        RuleSettings {
            tags: vec!["bank".to_owned()],
            ..RuleSettings::default()
        },
    )
    .unwrap();
    let rows = "2025-03-01,Cafe Luna 01,-2500\n2025-03-02,Cafe Luna 01,-12000\n\
                2025-03-03,Nothing,-100\n";
    import(&mut fixture, rows);
    let once = fixture.json();
    import(&mut fixture, rows);
    assert_eq!(
        fixture.json(),
        once,
        "what is known is not asked about again"
    );

    let (names, found) = (
        fixture.book.view().payees().unwrap(),
        self::all(&fixture.book),
    );
    let chart = fixture.book.view().chart().unwrap();
    let told: Vec<(String, String, String, usize, String)> = found
        .iter()
        .rev()
        .map(|t| {
            let payee = names
                .iter()
                .find(|payee| Some(payee.id) == t.payee)
                .unwrap();
            let said = t
                .metadata
                .get("rule")
                .map_or("", |rule| rule.as_str().unwrap());
            let path = chart.path(t.postings[1].account).to_owned();
            (
                payee.name.clone(),
                path,
                t.memo.clone(),
                t.tags.len(),
                said.to_owned(),
            )
        })
        .collect();
    let row = |payee: &str, path: &str, memo: &str, tags: usize, said: String| {
        (
            payee.to_owned(),
            path.to_owned(),
            memo.to_owned(),
            tags,
            said,
        )
    };
    let expected = [
        row(
            "Luna",
            "Food:Coffee",
            "coffee",
            2,
            format!("{first} {third}"),
        ),
        row("Café Luna", "Food:Restaurants", "", 0, second.clone()),
        row("Nothing", "Uncategorized", "", 0, String::new()),
    ];
    assert_eq!(told, expected);

    // Tried on the history, the second rule alone would change one of the two that it fits.
    let trial = TryRules {
        rule: Some(second),
        query: Query::default(),
    };
    let trial = fixture.book.try_rules(&trial).unwrap();
    assert_eq!((trial.edits.len(), trial.unchanged), (1, 1));
    assert_eq!(fixture.json(), once, "a trial changes nothing");
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn a_rule_goes_to_its_place_and_the_others_make_room() {
    let mut fixture = Fixture::new();
    let ids: Vec<String> = ["one", "two", "three"]
        .map(|term| rule(&mut fixture, &[term], category("Food")).unwrap())
        .into();
    let to = |position| EditRule {
        position: Some(position),
        ..EditRule::default()
    };
    let mut moved = |at: usize, position: u32, expected: [usize; 3]| {
        fixture.book.edit_rule(&ids[at], &to(position)).unwrap();
        let rules = fixture.book.rules().unwrap();
        let found: Vec<String> = rules.iter().map(|rule| rule.id.to_string()).collect();
        assert_eq!(found, expected.map(|at| ids[at].clone()));
        assert!(rules.iter().map(|rule| rule.position).eq(1..=3));
    };
    moved(2, 1, [2, 0, 1]);
    moved(2, 2, [0, 2, 1]);
    moved(0, 99, [2, 1, 0]);
}

#[rstest]
#[case("cat:food")]
#[case("tag:trip")]
#[case("status:cleared")]
#[case("source:import")]
#[case("currency:CLP")]
fn what_no_row_can_answer_is_no_condition(#[case] term: &str) {
    let mut fixture = Fixture::new();
    let refused = rule(&mut fixture, &[term], category("Food"));
    let prefix = term.split(':').next().unwrap();
    assert!(
        matches!(refused, Err(RuleError::Term(named)) if named == prefix),
        "{refused:?}"
    );
}

#[test]
fn what_plans_name_is_not_taken_from_under_them() {
    let mut fixture = Fixture::new();
    let named = RuleSettings {
        payee: Some("Luna".to_owned()),
        ..category("Taxes")
    };
    rule(&mut fixture, &["luna"], named).unwrap();
    let tagged = RuleSettings {
        tags: vec!["only".to_owned()],
        ..RuleSettings::default()
    };
    rule(&mut fixture, &["sol"], tagged).unwrap();
    let before = fixture.json();
    let wanted = domain::account::Wanted::Category;
    let refused = fixture.book.remove_account(wanted, "Taxes");
    assert!(matches!(
        refused,
        Err(AccountError::Planned { plans: 1, .. })
    ));
    for refused in [
        fixture.book.remove_payee("Luna").map(|_| ()),
        fixture.book.remove_tag("only").map(|_| ()),
    ] {
        assert!(matches!(refused, Err(LabelChangeError::Planned { .. })));
    }
    assert_eq!(fixture.json(), before);
    fixture
        .book
        .merge_accounts(wanted, "Taxes", "Gifts")
        .unwrap();
    let rules = fixture.book.rules().unwrap();
    let chart = fixture.book.view().chart().unwrap();
    let gifts = chart.resolve("Gifts", wanted).unwrap().id;
    assert_eq!(rules[0].category, Some(gifts));
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}
