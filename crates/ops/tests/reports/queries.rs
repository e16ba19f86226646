//! What a query does to a report: terms on rows limit rows, others select transactions.

use ops::report::ReportError;

use crate::fixture::{Fixture, scope};

#[test]
fn queries_on_reports() {
    let fixture = Fixture::lived_in();
    let expenses = |terms: &[&str]| -> Vec<i64> {
        let report = fixture
            .book
            .report_monthly(&scope("2025-q1", terms))
            .unwrap();
        report
            .sheets
            .main
            .body
            .months
            .iter()
            .map(|m| m.expense.minor)
            .collect()
    };
    assert_eq!(expenses(&["cat:Groceries"]), [50_000, 12_000, 0]);
    assert_eq!(expenses(&["cat:Food"]), [80_000, 12_000, 0]);
    assert_eq!(expenses(&["not:cat:Groceries"]), [30_000, 0, 0]);
    assert_eq!(expenses(&["acct:Card"]), [50_000, 0, 0]);
    assert_eq!(
        expenses(&["acct:Checking", "cat:Food"]),
        [30_000, 12_000, 0]
    );
    assert_eq!(expenses(&["payee:luna"]), [30_000, 0, 0]);
    assert_eq!(expenses(&["jumbo", "amt:>10000"]), [50_000, 20_000, 0]);
    assert_eq!(expenses(&["date:2025-02"]).len(), 1);
    assert_eq!(expenses(&["currency:USD"]), [0, 0, 0]);

    let totals = |terms: &[&str]| -> Vec<String> {
        let report = fixture.book.report_balance(&scope("", terms)).unwrap();
        report.totals.iter().map(ToString::to_string).collect()
    };
    assert_eq!(totals(&["acct:Checking"]), ["2713000 CLP"]);
    assert_eq!(totals(&["currency:USD"]), ["617.50 USD"]);
    // What the purchases of food took from the accounts.
    assert_eq!(totals(&["cat:Food"]), ["-92000 CLP", "-12.50 USD"]);

    let payees = fixture
        .book
        .report_payees(&scope("2025", &["acct:Card"]))
        .unwrap();
    assert_eq!(payees.sheets.main.body.payees.len(), 1);
    let nothing = fixture.book.report_monthly(&scope("2025", &["date:2024"]));
    assert!(matches!(nothing, Err(ReportError::Period(_))));
}
