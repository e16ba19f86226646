//! What a person sees of the demo without the screens: the month, the balances, where the money
//! went, the last transactions.

use domain::{AccountKind, Money, Period, Query};
use ops::report::{BalanceReport, CategoriesReport, MonthTotals, Scope};
use serde::Serialize;
use serde_json::{Value, json};

use super::super::transaction::Desk;
use super::transactions;
use crate::cli::args::ledger::Demo as Args;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Row, Shape};
use crate::i18n::text;
use crate::present::{self, Bar, bars};

/// How wide a chart is where nobody says.
const USUAL_WIDTH: usize = 80;
/// How many categories and transactions are shown.
const CATEGORIES: usize = 8;
const LAST: u64 = 10;

/// Everything that the summary shows.
struct Summary {
    months: [MonthTotals; 2],
    balances: BalanceReport,
    categories: Vec<(String, Money)>,
}

/// One line of a table of the summary.
#[derive(Serialize)]
struct Line {
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

/// Writes the summary.
pub(super) fn write(desk: &Desk<'_>, args: &Args) -> Result<(), Failure> {
    match desk.session.format()? {
        Format::Csv => return desk.list(Query::default(), None).map(drop),
        Format::Json | Format::Jsonl => return json(desk, &Summary::of(desk)?, args),
        Format::Table => {}
    }
    let (session, texts) = (desk.session, &desk.session.texts);
    let summary = Summary::of(desk)?;
    let n = i64::try_from(transactions(args)).unwrap_or(i64::MAX);
    session.lines([text!(texts, "say-demo", n = n), String::new()])?;
    months(desk, &summary.months)?;
    session.lines([""])?;
    balances(desk, &summary.balances)?;
    categories(desk, summary.categories)?;
    session.lines(["", &texts.get("head-last-transactions")])?;
    desk.list(Query::default(), Some(LAST))?;
    session.lines(["", &texts.get("say-demo-next")])
}

impl Summary {
    fn of(desk: &Desk<'_>) -> Result<Self, Failure> {
        let texts = &desk.session.texts;
        let today = desk.book.today();
        let month = Period::month_of(today);
        let before = month.from.and_then(|first| first.pred_opt());
        let months = [Some(today), before].map(|day| {
            let scope = Scope {
                period: day.map(Period::month_of),
                ..Scope::default()
            };
            desk.book.report_monthly(&scope)
        });
        let [this, last] = months;
        let (this, last) = (this.or_explain(texts)?, last.or_explain(texts)?);
        let this_month = Scope {
            period: Some(month),
            ..Scope::default()
        };
        let categories = desk.book.report_categories(&this_month).or_explain(texts)?;
        Ok(Self {
            months: [this.sheets.main.body.total, last.sheets.main.body.total],
            balances: desk
                .book
                .report_balance(&Scope::default())
                .or_explain(texts)?,
            categories: largest(categories),
        })
    }
}

/// The categories of the month on which most was spent.
fn largest(report: CategoriesReport) -> Vec<(String, Money)> {
    let mut spent: Vec<(String, Money)> = report
        .sheets
        .main
        .body
        .categories
        .into_iter()
        .filter(|row| row.kind == AccountKind::Expense && row.total.minor > 0)
        .map(|row| (row.category, row.total))
        .collect();
    spent.sort_by_key(|(_, total)| std::cmp::Reverse(total.minor));
    spent.truncate(CATEGORIES);
    spent
}

fn months(desk: &Desk<'_>, [this, last]: &[MonthTotals; 2]) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let month = |row: &MonthTotals| present::month(row.month, texts.language());
    let shape = Shape {
        name: "months",
        head: Vec::new(),
        columns: vec![
            Column::text("what", ""),
            Column::number("this", month(this)),
            Column::number("last", month(last)),
        ],
    };
    let rows = [
        ("head-income", this.income, last.income),
        ("head-expense", this.expense, last.expense),
        ("head-saving", this.saving, last.saving),
        ("head-net", this.net, last.net),
    ];
    let rows = rows.map(|(head, this, last)| {
        vec![
            Cell::text(texts.get(head)),
            Cell::Money(this),
            Cell::Money(last),
        ]
    });
    table(desk, shape, rows)
}

fn balances(desk: &Desk<'_>, report: &BalanceReport) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let shape = Shape {
        name: "accounts",
        head: Vec::new(),
        columns: vec![
            Column::text("account", texts.get("head-account")),
            Column::number("balance", texts.get("head-balance")),
        ],
    };
    let line = |name: &str, money: &Money| vec![Cell::text(name), Cell::Money(*money)];
    let held = report
        .accounts
        .iter()
        .filter(|row| row.kind != AccountKind::Equity && row.is_in_use());
    let mut rows: Vec<Vec<Cell>> = held
        .flat_map(|row| row.balances.iter().map(|money| line(&row.account, money)))
        .collect();
    let worth = texts.get("head-net-worth");
    rows.extend(report.totals.iter().map(|money| line(&worth, money)));
    table(desk, shape, rows)
}

/// Where the money of the month went, as bars.
fn categories(desk: &Desk<'_>, spent: Vec<(String, Money)>) -> Result<(), Failure> {
    if spent.is_empty() {
        return Ok(());
    }
    let (session, texts) = (desk.session, &desk.session.texts);
    let width = session.screen().width.unwrap_or(USUAL_WIDTH);
    let lines = spent.into_iter().map(|(label, total)| Bar {
        label,
        size: total.minor,
        value: desk.style.write(total),
    });
    session.lines(["", &texts.get("head-top-categories")])?;
    session.lines(bars(&lines.collect::<Vec<_>>(), width))
}

fn table(
    desk: &Desk<'_>,
    shape: Shape,
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for cells in rows {
        listing.row(&Line { cells }).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)
}

fn json(desk: &Desk<'_>, summary: &Summary, args: &Args) -> Result<(), Failure> {
    let money = |money: &Money| json!({ "amount": money.digits(), "currency": money.currency.code.as_str() });
    let months = summary.months.iter().map(|row| {
        json!({
            "month": row.month.format("%Y-%m").to_string(),
            "income": row.income.digits(),
            "expense": row.expense.digits(),
            "saving": row.saving.digits(),
            "net": row.net.digits(),
        })
    });
    let accounts = summary.balances.accounts.iter().map(|row| {
        let balances: Vec<Value> = row.balances.iter().map(money).collect();
        json!({ "account": row.account, "kind": row.kind.as_str(), "balances": balances })
    });
    let categories = summary
        .categories
        .iter()
        .map(|(category, total)| json!({ "category": category, "total": total.digits() }));
    desk.session.document(&json!({
        "transactions": transactions(args),
        "seed": args.seed,
        "currency": desk.book.currency().or_explain(&desk.session.texts)?.code.as_str(),
        "months": months.collect::<Vec<_>>(),
        "accounts": accounts.collect::<Vec<_>>(),
        "categories": categories.collect::<Vec<_>>(),
    }))
}
