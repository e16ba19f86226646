//! Reports equal a naive recount of all transactions, whatever was entered.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use domain::{AccountKind, Chart, Money, NaiveDate, Period, Transaction};
use ops::report::{ReportError, Scope};
use proptest::prelude::*;
use store::{Filter, Order, StoreError};

use crate::fixture::{Fixture, day, scope};

/// A day of 2024 or 2025, an amount, and which of a few ways it flows.
type Entry = (u64, i64, usize);

fn entered(entries: &[Entry]) -> Fixture {
    let mut fixture = Fixture::lived_in();
    for &(after, amount, way) in entries {
        let date = (day("2024-01-01") + chrono::Days::new(after)).to_string();
        let pesos = amount.to_string();
        let dollars = format!("{amount}.25");
        match way {
            0 => fixture.add(&date, &pesos, "Food", "Checking", Some("Luna")),
            1 => fixture.add(&date, &pesos, "Groceries", "Card", Some("Jumbo")),
            2 => fixture.add(&date, &dollars, "Salary", "Dollars", None),
            3 => fixture.add(&date, &pesos, "Emergency", "Checking", None),
            4 => fixture.transfer(&date, &pesos.replace('-', ""), "Checking", "Card", None),
            _ => fixture.transfer(
                &date,
                &pesos.replace('-', ""),
                "Checking",
                "Dollars",
                Some("7.5"),
            ),
        }
    }
    fixture
}

fn all(fixture: &Fixture) -> (Chart, Vec<Transaction>) {
    let mut found = Vec::new();
    let view = fixture.book.view();
    view.visit::<StoreError>(
        &Filter::default(),
        Order::OldestFirst,
        None,
        |transaction| {
            found.push(transaction);
            Ok(())
        },
    )
    .unwrap();
    (view.chart().unwrap(), found)
}

/// The sum of all postings that `counts` takes, by currency and key.
fn recount<K: Ord>(
    (chart, transactions): &(Chart, Vec<Transaction>),
    period: Period,
    key: impl Fn(NaiveDate, AccountKind, &str) -> Option<K>,
) -> BTreeMap<(String, K), i64> {
    let mut sums = BTreeMap::new();
    for transaction in transactions.iter().filter(|t| period.contains(t.date)) {
        for posting in &transaction.postings {
            let kind = chart.get(posting.account).unwrap().kind;
            if let Some(key) = key(transaction.date, kind, chart.path(posting.account)) {
                let minor = posting.amount.minor * kind.direction();
                *sums
                    .entry((posting.amount.currency.code.to_string(), key))
                    .or_default() += minor;
            }
        }
    }
    sums
}

fn check(fixture: &Fixture, scope: &Scope) -> Result<(), TestCaseError> {
    let period = scope.period.unwrap();
    let books = all(fixture);
    let naive = recount(&books, period, |date, kind, _| {
        kind.is_category()
            .then_some((date.year(), date.month(), kind))
    });
    let report = fixture.book.report_monthly(scope).unwrap();
    let mut found = BTreeMap::new();
    for sheet in report.sheets.iter() {
        for m in &sheet.body.months {
            let kinds = [
                (AccountKind::Income, m.income),
                (AccountKind::Expense, m.expense),
                (AccountKind::Saving, m.saving),
            ];
            for (kind, money) in kinds {
                let key = (m.month.year(), m.month.month(), kind);
                found.insert((sheet.currency.to_string(), key), money.minor);
            }
            prop_assert_eq!(m.net.minor, m.income.minor - m.expense.minor);
        }
    }
    prop_assert_eq!(without_zeros(found), without_zeros(naive));

    let naive = recount(&books, period, |_, kind, path| {
        kind.is_category().then(|| path.to_owned())
    });
    let report = fixture.book.report_categories(scope).unwrap();
    let found = report
        .sheets
        .iter()
        .flat_map(|s| s.body.categories.iter())
        .map(|c| {
            (
                (c.total.currency.to_string(), c.category.clone()),
                c.total.minor,
            )
        })
        .collect();
    prop_assert_eq!(without_zeros(found), without_zeros(naive));

    let until = Period {
        from: None,
        to: period.to,
    };
    let naive = recount(&books, until, |_, kind, _| {
        kind.is_holding().then_some(kind)
    });
    let report = fixture.book.report_networth(scope).unwrap();
    let found = report
        .sheets
        .iter()
        .filter_map(|s| s.body.last())
        .flat_map(|p| {
            [
                (AccountKind::Asset, p.assets),
                (AccountKind::Liability, p.liabilities),
            ]
        })
        .map(|(kind, money)| ((money.currency.to_string(), kind), money.minor))
        .collect();
    prop_assert_eq!(without_zeros(found), without_zeros(naive));
    flows_explain_balances(fixture, scope)?;
    registers_end_at_the_balance(fixture, scope)
}

fn flows_explain_balances(fixture: &Fixture, scope: &Scope) -> Result<(), TestCaseError> {
    let period = scope.period.unwrap();
    let change = recount(&all(fixture), period, |_, kind, _| {
        kind.is_holding().then_some(())
    });
    // Liabilities were counted in their own direction: take the assets' sign for all.
    let debts = recount(&all(fixture), period, |_, kind, _| {
        (kind == AccountKind::Liability).then_some(())
    });
    for sheet in fixture.book.report_cashflow(scope).unwrap().sheets.iter() {
        let key = (sheet.currency.to_string(), ());
        let of = |sums: &BTreeMap<(String, ()), i64>| sums.get(&key).copied().unwrap_or(0);
        let total = sheet.body.total;
        prop_assert_eq!(
            total.net.minor + total.other.minor,
            of(&change) - 2 * of(&debts)
        );
    }
    for sheet in fixture
        .book
        .report_balance_sheet(scope)
        .unwrap()
        .sheets
        .iter()
    {
        let body = &sheet.body;
        let equity: i64 = body.equity.iter().map(|line| line.total.minor).sum();
        let explained = equity + body.retained.minor + body.exchange.minor;
        prop_assert_eq!(body.net_worth.minor, explained);
    }
    Ok(())
}

fn registers_end_at_the_balance(fixture: &Fixture, scope: &Scope) -> Result<(), TestCaseError> {
    let balance = fixture.book.report_balance(scope).unwrap();
    for account in balance.accounts {
        let (opening, all) = fixture
            .register(&account.account, None, scope.clone())
            .unwrap();
        let (_, last) = fixture
            .register(&account.account, Some(3), scope.clone())
            .unwrap();
        prop_assert_eq!(&all[all.len().saturating_sub(3)..], &last[..]);
        let expected = account.balances[0];
        let end = match all.last() {
            Some(row) => row
                .splitn(3, ' ')
                .nth(2)
                .unwrap()
                .splitn(3, ' ')
                .nth(2)
                .unwrap()
                .to_owned(),
            None => opening
                .first()
                .cloned()
                .unwrap_or(Money::zero(expected.currency).to_string()),
        };
        prop_assert_eq!(end, expected.to_string(), "{}", account.account);
    }
    Ok(())
}

fn without_zeros<K: Ord>(mut sums: BTreeMap<K, i64>) -> BTreeMap<K, i64> {
    sums.retain(|_, minor| *minor != 0);
    sums
}

/// A query that only a scan can answer, and that every transaction passes, changes nothing.
fn scan_equals_rollups(fixture: &Fixture, rolled: &Scope) -> Result<(), ReportError> {
    let scanned = Scope {
        query: scope("", &["not:status:pending"]).query,
        ..rolled.clone()
    };
    let book = &fixture.book;
    assert_eq!(book.report_monthly(&scanned)?, book.report_monthly(rolled)?);
    assert_eq!(
        book.report_categories(&scanned)?,
        book.report_categories(rolled)?
    );
    assert_eq!(
        book.report_networth(&scanned)?,
        book.report_networth(rolled)?
    );
    assert_eq!(
        book.report_cashflow(&scanned)?,
        book.report_cashflow(rolled)?
    );
    assert_eq!(
        book.report_balance_sheet(&scanned)?,
        book.report_balance_sheet(rolled)?
    );
    assert_eq!(book.report_payees(&scanned)?, book.report_payees(rolled)?);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(6) })]

    #[test]
    fn reports_equal_a_recount(
        entries in prop::collection::vec((0u64..730, prop_oneof![-9_000i64..-1, 1i64..90_000], 0usize..6), 0..30),
        from in 0u64..700,
        length in 0u64..400,
    ) {
        let fixture = entered(&entries);
        let first = day("2024-01-01") + chrono::Days::new(from);
        let period = Period { from: Some(first), to: Some(first + chrono::Days::new(length)) };
        let scope = Scope { period: Some(period), ..Scope::default() };
        check(&fixture, &scope)?;
        scan_equals_rollups(&fixture, &scope).unwrap();
    }
}
