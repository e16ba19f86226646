//! Reports about what there is on a day: the balance sheet, and what each account holds.

use domain::{AccountKind, Money};
use ops::report::{AccountBalance, BalanceSheet, Line as Named};

use super::{Desk, kind_head, largest, sum};
use crate::cli::error::{Failure, OrExplain as _};
use crate::screens::reports::{Behind, Chart, Found, Line, Sheet};

pub(super) fn balance_sheet(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_balance_sheet(&desk.scope());
    let sheets = report.or_explain(desk.texts)?.sheets;
    let found = desk.found("head-account", &[("head-total", 1)], Chart::Bars);
    Ok(desk.fill(found, &sheets, |body| sheet(desk, body)))
}

fn sheet(desk: &Desk<'_>, body: &BalanceSheet) -> Vec<Line> {
    let all = body
        .assets
        .iter()
        .chain(&body.liabilities)
        .chain(&body.equity);
    let scale = largest(all.map(|row| row.total));
    let rows = |rows: &[Named]| -> Vec<Line> {
        let line = |row: &Named| Line {
            name: row.name.clone(),
            depth: 1,
            cells: vec![row.total],
            scale,
            behind: Some(desk.account(&row.name)),
            ..Line::default()
        };
        rows.iter().map(line).collect()
    };
    let computed = |id: &str, amount: Money| Line {
        depth: 1,
        ..sum(desk.text(id), vec![amount])
    };
    let mut lines = vec![sum(desk.text("head-assets"), vec![body.total_assets])];
    lines.extend(rows(&body.assets));
    lines.push(sum(
        desk.text("head-liabilities"),
        vec![body.total_liabilities],
    ));
    lines.extend(rows(&body.liabilities));
    // What is owned less what is owed is what equity, results and exchange come to.
    lines.push(sum(desk.text("head-net-worth"), vec![body.net_worth]));
    lines.extend(rows(&body.equity));
    let made = [
        ("word-retained", body.retained),
        ("word-exchange", body.exchange),
    ];
    let made = made.into_iter().filter(|(_, amount)| !amount.is_zero());
    lines.extend(made.map(|(id, amount)| computed(id, amount)));
    lines
}

pub(super) fn balances(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_balance(&desk.scope());
    let report = report.or_explain(desk.texts)?;
    let currency = desk.book.currency().or_explain(desk.texts)?;
    let in_use = report.accounts.iter().filter(|row| row.is_in_use());
    let rows: Vec<&AccountBalance> = in_use.collect();
    let mut lines = Vec::new();
    let kinds = [
        AccountKind::Asset,
        AccountKind::Liability,
        AccountKind::Equity,
    ];
    for kind in kinds {
        let of_kind: Vec<&&AccountBalance> = rows.iter().filter(|row| row.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        lines.push(sum(desk.text(kind_head(kind)), Vec::new()));
        for row in of_kind {
            lines.extend(row.balances.iter().map(|balance| {
                let same = rows.iter().flat_map(|row| &row.balances);
                let same = same.filter(|other| other.currency == balance.currency);
                Line {
                    name: row.account.clone(),
                    depth: 1,
                    cells: vec![*balance],
                    scale: largest(same.copied()),
                    behind: Some(desk.account(&row.account)),
                    ..Line::default()
                }
            }));
        }
    }
    let totals = report.totals.iter();
    lines.extend(totals.map(|total| sum(desk.text("head-net-worth"), vec![*total])));
    let mut found = desk.found("head-account", &[("head-balance", 1)], Chart::Bars);
    found.sheets = vec![Sheet { currency, lines }];
    found.unconverted = report.unconverted.iter().map(ToString::to_string).collect();
    Ok(found)
}

impl Desk<'_> {
    /// The register of an account; up to the day of the report when that has passed.
    fn account(&self, name: &str) -> Behind {
        let day = self.wish.period.to.filter(|day| *day < self.book.today());
        match day {
            None => Behind::Account(name.to_owned()),
            Some(day) => Behind::Rows(vec![
                format!("acct:{name}"),
                format!("date:..{}", day.format("%Y-%m-%d")),
            ]),
        }
    }
}
