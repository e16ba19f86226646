//! One ledger, every report, figures by hand.

use domain::Money;
use ops::report::{Monthly, Sheet};

use crate::fixture::{Fixture, day, scope, texts};

fn months(sheet: &Sheet<Monthly>) -> Vec<String> {
    sheet
        .body
        .months
        .iter()
        .take(4)
        .map(|m| {
            let [income, expense, saving, net] =
                [m.income, m.expense, m.saving, m.net].map(Money::digits);
            format!("{} {income} {expense} {saving} {net}", m.month.format("%m"))
        })
        .collect()
}

#[test]
fn figures_by_hand() {
    let fixture = Fixture::lived_in();
    monthly(&fixture);
    categories(&fixture);
    balance(&fixture);
    registers(&fixture);
    statements(&fixture);
    over_time(&fixture);
    payees_and_trend(&fixture);
}

fn monthly(fixture: &Fixture) {
    let report = fixture.book.report_monthly(&scope("", &[])).unwrap();
    assert_eq!(
        (report.from, report.to),
        (day("2025-01-01"), day("2025-12-31"))
    );
    assert_eq!(report.sheets.main.body.months.len(), 12);
    let expected = [
        "01 2000000 80000 0 1920000",
        "02 0 12000 0 -12000",
        "03 0 0 100000 0",
        "04 0 0 0 0",
    ];
    assert_eq!(months(&report.sheets.main), expected);
    let [dollars] = report.sheets.others.as_slice() else {
        panic!("{:?}", report.sheets.others);
    };
    assert_eq!(
        months(dollars)[1..3],
        ["02 0.00 12.50 0.00 -12.50", "03 30.00 0.00 0.00 30.00"]
    );
    assert_eq!(dollars.body.total.net.to_string(), "17.50 USD");
    let empty = fixture.book.report_monthly(&scope("2019", &[])).unwrap();
    assert!(empty.sheets.others.is_empty());
    assert_eq!(empty.sheets.main.body.total.net.to_string(), "0 CLP");
}

fn categories(fixture: &Fixture) {
    let rows = |period: &str| -> Vec<String> {
        let report = fixture.book.report_categories(&scope(period, &[])).unwrap();
        let body = report.sheets.main.body;
        body.categories
            .iter()
            .map(|c| {
                let (own, whole) = (c.total.digits(), c.with_children.digits());
                format!("{} {} {own} {whole} {}", c.category, c.kind, c.depth)
            })
            .collect()
    };
    let all = [
        "Salary income 2000000 2000000 0",
        "Food expense 30000 92000 0",
        "Food:Groceries expense 62000 62000 1",
        "Emergency saving 100000 100000 0",
    ];
    assert_eq!(rows("2025"), all);
    // The middle of months: the purchase of the 31st and the refund of the 10th, not the 1st.
    assert_eq!(rows("2025-01-31..2025-01-31").len(), 2);
    assert_eq!(
        rows("2025-02-02..2025-02-28"),
        [
            "Food expense 0 -8000 0",
            "Food:Groceries expense -8000 -8000 1"
        ]
    );
    assert_eq!(rows("2025-01-31..2025-02-10").len(), 2);
    assert_eq!(
        rows("2025-01-31..2025-02-10")[1],
        "Food:Groceries expense 62000 62000 1"
    );
    // This month, in which nothing happened.
    assert!(rows("").is_empty());
}

fn balance(fixture: &Fixture) {
    let report = fixture.book.report_balance(&scope("", &[])).unwrap();
    assert_eq!(report.date, day("2025-04-16"));
    let rows: Vec<String> = report
        .accounts
        .iter()
        .map(|a| {
            format!(
                "{} {} {}",
                a.account,
                a.kind,
                texts(&a.balances).join(" + ")
            )
        })
        .collect();
    let expected = [
        "Checking asset 2713000 CLP",
        "Dollars asset 617.50 USD",
        "Card liability 0 CLP",
        "Opening CLP equity -1000000 CLP",
        "Opening USD equity -500.00 USD",
    ];
    assert_eq!(rows, expected);
    assert_eq!(texts(&report.totals), ["2713000 CLP", "617.50 USD"]);
    let then = fixture
        .book
        .report_balance(&scope("..2025-01-31", &[]))
        .unwrap();
    assert_eq!(texts(&then.accounts[2].balances), ["-50000 CLP"]);
}

fn registers(fixture: &Fixture) {
    let (opening, rows) = fixture.register("Card", None, scope("", &[])).unwrap();
    assert!(opening.is_empty());
    let card = [
        "2025-01-31 Jumbo -50000 CLP -50000 CLP",
        "2025-02-15 - 50000 CLP 0 CLP",
    ];
    assert_eq!(rows, card);
    // A period and a limit begin with the true balance.
    let (opening, rows) = fixture
        .register("Checking", None, scope("2025-02-10..2025-02-15", &[]))
        .unwrap();
    assert_eq!(opening, ["2950000 CLP"]);
    let february = [
        "2025-02-10 Jumbo 8000 CLP 2958000 CLP",
        "2025-02-15 - -50000 CLP 2908000 CLP",
    ];
    assert_eq!(rows, february);
    let (opening, rows) = fixture
        .register("Checking", Some(1), scope("..2025-02-15", &[]))
        .unwrap();
    assert_eq!(
        (opening[0].as_str(), rows),
        ("2958000 CLP", vec![february[1].to_owned()])
    );
    let (opening, rows) = fixture
        .register("Checking", Some(0), scope("", &[]))
        .unwrap();
    assert_eq!((opening[0].as_str(), rows.len()), ("2713000 CLP", 0));
    // A query hides rows, the balance stays the true one.
    let (_, rows) = fixture
        .register("Checking", Some(2), scope("", &["payee:jumbo"]))
        .unwrap();
    assert_eq!(
        rows,
        ["2025-02-01 Jumbo -20000 CLP 2950000 CLP", february[0]]
    );
    // A category with those inside it, merged by day, each currency by itself.
    let (_, rows) = fixture.register("Food", None, scope("", &[])).unwrap();
    let food = [
        "2025-01-10 Luna 30000 CLP 30000 CLP",
        "2025-01-31 Jumbo 50000 CLP 80000 CLP",
        "2025-02-01 Jumbo 20000 CLP 100000 CLP",
        "2025-02-10 Jumbo -8000 CLP 92000 CLP",
        "2025-02-20 Luna 12.50 USD 12.50 USD",
    ];
    assert_eq!(rows, food);
    let (_, last) = fixture.register("Food", Some(2), scope("", &[])).unwrap();
    assert_eq!(last, food[3..]);
}

fn statements(fixture: &Fixture) {
    let income = fixture.book.report_income(&scope("2025", &[])).unwrap();
    let body = &income.sheets.main.body;
    let totals = [
        body.total_income,
        body.total_expense,
        body.total_saving,
        body.net,
    ];
    assert_eq!(
        texts(&totals),
        ["2000000 CLP", "92000 CLP", "100000 CLP", "1908000 CLP"]
    );
    let names: Vec<&str> = body.expense.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Food:Groceries", "Food"]);

    let sheet = fixture.book.report_balance_sheet(&scope("", &[])).unwrap();
    let pesos = &sheet.sheets.main.body;
    // 1,000,000 + 1,808,000 − 95,000 changed into dollars.
    let figures = [
        pesos.net_worth,
        pesos.equity[0].total,
        pesos.retained,
        pesos.exchange,
    ];
    assert_eq!(
        texts(&figures),
        ["2713000 CLP", "1000000 CLP", "1808000 CLP", "-95000 CLP"]
    );
    let dollars = &sheet.sheets.others[0].body;
    let figures = [
        dollars.net_worth,
        dollars.equity[0].total,
        dollars.retained,
        dollars.exchange,
    ];
    assert_eq!(
        texts(&figures),
        ["617.50 USD", "500.00 USD", "17.50 USD", "100.00 USD"]
    );
}

fn over_time(fixture: &Fixture) {
    let report = fixture.book.report_networth(&scope("", &[])).unwrap();
    assert_eq!(report.sheets.main.body.len(), 12);
    let points: Vec<String> = report.sheets.main.body[7..]
        .iter()
        .map(|p| format!("{} {} {} {}", p.date, p.assets, p.liabilities, p.net_worth))
        .collect();
    let expected = [
        "2024-12-31 0 CLP 0 CLP 0 CLP",
        "2025-01-31 2970000 CLP 50000 CLP 2920000 CLP",
        "2025-02-28 2908000 CLP 0 CLP 2908000 CLP",
        "2025-03-31 2713000 CLP 0 CLP 2713000 CLP",
        "2025-04-16 2713000 CLP 0 CLP 2713000 CLP",
    ];
    assert_eq!(points, expected);

    let flow = fixture.book.report_cashflow(&scope("", &[])).unwrap();
    let pesos: Vec<String> = flow.sheets.main.body.months[..3]
        .iter()
        .map(|m| texts(&[m.inflow, m.outflow, m.net, m.other]).join(" "))
        .collect();
    let expected = [
        "2000000 CLP 80000 CLP 1920000 CLP 1000000 CLP",
        "0 CLP 12000 CLP -12000 CLP 0 CLP",
        "0 CLP 100000 CLP -100000 CLP -95000 CLP",
    ];
    assert_eq!(pesos, expected);
    let total = flow.sheets.others[0].body.total;
    assert_eq!(
        texts(&[total.net, total.other]),
        ["17.50 USD", "600.00 USD"]
    );
}

fn payees_and_trend(fixture: &Fixture) {
    let report = fixture.book.report_payees(&scope("2025", &[])).unwrap();
    let rows: Vec<String> = report
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.body.payees)
        .map(|p| {
            let payee = p.payee.as_deref().unwrap_or("-");
            format!("{payee} {} {}", p.total, p.transactions)
        })
        .collect();
    assert_eq!(
        rows,
        ["Jumbo 62000 CLP 3", "Luna 30000 CLP 1", "Luna 12.50 USD 1"]
    );

    let trend = fixture
        .book
        .report_trend("food", &scope("2025-q1", &[]))
        .unwrap();
    let body = trend.sheets.main.body;
    let months: Vec<i64> = body.months.iter().map(|m| m.total.minor).collect();
    assert_eq!(months, [80_000, 12_000, 0]);
    // 92,000 / 3 = 30,666.67
    assert_eq!(
        texts(&[body.total, body.average]),
        ["92000 CLP", "30667 CLP"]
    );
    assert_eq!(trend.sheets.others[0].body.average.to_string(), "4.17 USD");
}

#[test]
fn an_empty_ledger_has_empty_reports() {
    let fixture = Fixture::empty();
    let all = scope("", &[]);
    let monthly = fixture.book.report_monthly(&all).unwrap();
    assert_eq!(monthly.sheets.main.body.months.len(), 12);
    assert!(
        fixture
            .book
            .report_categories(&all)
            .unwrap()
            .sheets
            .main
            .body
            .categories
            .is_empty()
    );
    let balance = fixture.book.report_balance(&all).unwrap();
    assert_eq!(
        (balance.accounts.len(), texts(&balance.totals)),
        (0, vec!["0 CLP".to_owned()])
    );
    assert_eq!(
        fixture
            .book
            .report_networth(&scope("always", &[]))
            .unwrap()
            .sheets
            .main
            .body
            .len(),
        1
    );
    assert!(
        fixture
            .book
            .report_payees(&all)
            .unwrap()
            .sheets
            .main
            .body
            .payees
            .is_empty()
    );
    assert!(fixture.book.report_goals().unwrap().goals.is_empty());
    assert!(fixture.register("Nothing", None, all).is_err());
}
