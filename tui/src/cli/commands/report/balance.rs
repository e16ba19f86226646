//! `luka report balance`

use domain::{CurrencyCode, Money};
use ops::report::{AccountBalance, BalanceReport as Report};
use serde_json::{Value, json};

use super::page::{Line, date, money};
use super::{Desk, kind_word};
use crate::cli::args::report::BalanceReport;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Shape};

pub(super) fn run(desk: &Desk<'_>, args: &BalanceReport) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let scope = desk.scope_until(&args.day)?;
    let mut report = desk.book.report_balance(&scope).or_explain(texts)?;
    report
        .accounts
        .retain(|account| args.all || account.is_in_use());
    let format = desk.session.format()?;
    let shape = Shape {
        name: "accounts",
        head: vec![("date", date(report.date))],
        columns: vec![
            Column::text("account", desk.text("head-account")),
            Column::fixed("kind", desk.text("head-kind")),
            Column::number("amount", desk.text("head-balance")),
            Column::csv_only("currency"),
        ],
    };
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for line in lines(desk, &report, format) {
        listing.row(&line).or_explain(texts)?;
    }
    let totals: Vec<Value> = report.totals.iter().map(|total| money(*total)).collect();
    let unconverted: Vec<&str> = report
        .unconverted
        .iter()
        .map(CurrencyCode::as_str)
        .collect();
    let tail = [
        ("totals", json!(totals)),
        ("unconverted", json!(unconverted)),
    ];
    listing.finish(&tail).or_explain(texts)?;
    desk.tell_unconverted(&report.unconverted);
    Ok(())
}

fn lines(desk: &Desk<'_>, report: &Report, format: Format) -> Vec<Line> {
    if format.is_json() {
        return report.accounts.iter().map(object).collect();
    }
    let mut lines = Vec::new();
    for account in &report.accounts {
        let kind = match format {
            Format::Table => kind_word(account.kind, &desk.session.texts),
            _ => account.kind.as_str().to_owned(),
        };
        for balance in &account.balances {
            lines.push(row(account.account.clone(), kind.clone(), *balance));
        }
    }
    if format == Format::Table && !lines.is_empty() {
        let name = desk.text("head-net-worth");
        let totals = report.totals.iter();
        lines.extend(totals.map(|total| row(name.clone(), String::new(), *total)));
    }
    lines
}

fn row(name: String, kind: String, balance: Money) -> Line {
    Line {
        fields: Vec::new(),
        cells: vec![
            Cell::text(name),
            Cell::text(kind),
            Cell::Money(balance),
            Cell::text(balance.currency.code.as_str()),
        ],
    }
}

fn object(account: &AccountBalance) -> Line {
    let balances: Vec<Value> = account
        .balances
        .iter()
        .map(|balance| money(*balance))
        .collect();
    Line {
        fields: vec![
            ("account", Value::from(account.account.as_str())),
            ("kind", Value::from(account.kind.as_str())),
            ("balances", Value::from(balances)),
            ("closed", Value::from(account.closed)),
        ],
        cells: Vec::new(),
    }
}
