//! Conversion, rounding and goals.

use ops::goal::{AddGoal, Contribute};
use ops::report::ReportError;

use crate::fixture::{Fixture, day, scope_in, texts};

#[test]
fn amounts_are_converted_by_the_latest_price_and_the_rest_is_named() {
    let mut fixture = Fixture::lived_in();
    fixture.account("Coins", domain::AccountKind::Asset, "BTC", Some("0.5"));
    fixture.price("EUR", "1.25", "USD", "2025-01-01");

    let report = fixture.book.report_monthly(&scope_in("", "CLP")).unwrap();
    let months = &report.sheets.main.body.months;
    // 12,000 + 12.50 × 950; 30.00 × 900.
    assert_eq!(
        texts(&[months[1].expense, months[2].income]),
        ["23875 CLP", "27000 CLP"]
    );
    assert!(report.sheets.others.is_empty() && report.unconverted_codes().is_empty());

    // Before the first price nothing can be converted, and nothing is dropped.
    let report = fixture.book.report_monthly(&scope_in("", "USD")).unwrap();
    let months = &report.sheets.main.body.months;
    // February: 12,000 / 950 + 12.50 = 25.1316; March: 100,000 / 900.
    assert_eq!(
        texts(&[months[1].expense, months[2].saving]),
        ["25.13 USD", "111.11 USD"]
    );
    assert_eq!(months[0].income.to_string(), "0.00 USD");
    assert_eq!(report.unconverted_codes(), ["CLP"]);
    assert_eq!(
        report.sheets.others[0].body.total.income.to_string(),
        "2000000 CLP"
    );

    // 2,713,000 + 617.50 × 900 = 3,268,750; coins have no price.
    let balance = fixture.book.report_balance(&scope_in("", "CLP")).unwrap();
    assert_eq!(texts(&balance.totals), ["3268750 CLP", "0.50000000 BTC"]);
    assert_eq!(balance.unconverted.len(), 1);
    // By way of dollars: (2,713,000 / 900 + 617.50) / 1.25 = 2,905.56 (2,905.5556).
    let balance = fixture.book.report_balance(&scope_in("", "EUR")).unwrap();
    assert_eq!(balance.totals[0].to_string(), "2905.56 EUR");

    // Both sides of the sheet stay equal: what the dollars gained is in the exchange.
    let sheet = fixture
        .book
        .report_balance_sheet(&scope_in("", "CLP"))
        .unwrap();
    let body = sheet.sheets.main.body;
    let equity: i64 = body.equity.iter().map(|line| line.total.minor).sum();
    assert_eq!(
        body.net_worth.minor,
        equity + body.retained.minor + body.exchange.minor
    );
    // The exchange cost 95,000 for what is now worth 90,000.
    assert_eq!(body.exchange.to_string(), "-5000 CLP");

    let worth = fixture
        .book
        .report_networth(&scope_in("2025-02..2025-03", "CLP"))
        .unwrap();
    // February: 2,908,000 + 487.50 × 950 = 3,371,125.
    assert_eq!(
        worth.sheets.main.body[0].net_worth.to_string(),
        "3371125 CLP"
    );
    assert_eq!(
        worth.sheets.main.body[1].net_worth.to_string(),
        "3268750 CLP"
    );

    let payees = fixture
        .book
        .report_payees(&scope_in("2025", "CLP"))
        .unwrap();
    let luna = &payees.sheets.main.body.payees[1];
    // 30,000 + 12.50 × 950.
    assert_eq!(
        (luna.total.to_string(), luna.transactions),
        ("41875 CLP".to_owned(), 2)
    );

    let (_, rows) = fixture
        .register("Food", Some(1), scope_in("", "CLP"))
        .unwrap();
    assert_eq!(rows, ["2025-02-20 Luna 11875 CLP 103875 CLP"]);
    let unknown = fixture.book.report_monthly(&scope_in("", "ZZZ"));
    assert!(matches!(unknown, Err(ReportError::UnknownCurrency(_))));
}

trait Unconverted {
    fn unconverted_codes(&self) -> Vec<String>;
}

impl Unconverted for ops::report::MonthlyReport {
    fn unconverted_codes(&self) -> Vec<String> {
        self.sheets
            .unconverted
            .iter()
            .map(ToString::to_string)
            .collect()
    }
}

#[test]
fn goals_tell_what_they_need_each_month() {
    let mut fixture = Fixture::empty();
    for (name, target, date) in [
        ("Trip", "100000", Some("2025-06-30")),
        ("Past", "1000", Some("2025-01-01")),
        ("Someday", "1000", None),
    ] {
        let goal = AddGoal {
            name: name.to_owned(),
            target: target.to_owned(),
            target_date: date.map(day),
            ..AddGoal::default()
        };
        fixture.book.add_goal(&goal).unwrap();
    }
    for (goal, amount) in [("Trip", "33333"), ("Trip", "-1"), ("Someday", "1000")] {
        let contribution = Contribute {
            goal: goal.to_owned(),
            amount: amount.to_owned(),
            ..Contribute::default()
        };
        fixture.book.contribute(&contribution).unwrap();
    }
    let rows: Vec<String> = fixture
        .book
        .report_goals()
        .unwrap()
        .goals
        .iter()
        .map(|g| {
            let pace = g.pace.map(|pace| (pace.months_left, pace.per_month.minor));
            format!(
                "{} {} {} {} {pace:?}",
                g.goal.name, g.current, g.remaining, g.per_mille
            )
        })
        .collect();
    let expected = [
        // 66,668 over April, May and June: 22,222.67, rounded up.
        "Trip 33332 CLP 66668 CLP 333 Some((3, 22223))",
        "Past 0 CLP 1000 CLP 0 Some((0, 1000))",
        "Someday 1000 CLP 0 CLP 1000 None",
    ];
    assert_eq!(rows, expected);
}
