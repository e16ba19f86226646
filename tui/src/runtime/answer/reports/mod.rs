//! What the screen `reports` asks for: each file turns what `ops` counted into lines.
//!
//! Lines say what is behind them in query terms; the term for the days, and in a ledger of several
//! currencies that for the currency, are added here.

mod accounts;
mod categories;
mod payees;
mod series;

use domain::{AccountKind, Money};
use ops::Book;
use ops::report::{Scope, Sheets};

use crate::cli::error::Failure;
use crate::i18n::Texts;
use crate::screens::reports::{Amounts, Behind, Chart, Found, Line, Rank, Sheet, Tab, Wish};

pub(super) fn find(book: &Book, wish: &Wish, texts: &Texts) -> Result<Found, Failure> {
    let desk = Desk { book, wish, texts };
    match wish.tab {
        Tab::Monthly => series::monthly(&desk),
        Tab::NetWorth => series::networth(&desk),
        Tab::CashFlow => series::cashflow(&desk),
        Tab::Trend => series::trend(&desk),
        Tab::Categories => categories::categories(&desk),
        Tab::Income => categories::income(&desk),
        Tab::Payees => payees::payees(&desk),
        Tab::BalanceSheet => accounts::balance_sheet(&desk),
        Tab::Balances => accounts::balances(&desk),
    }
}

/// What every report is made with.
struct Desk<'a> {
    book: &'a Book,
    wish: &'a Wish,
    texts: &'a Texts,
}

impl Desk<'_> {
    fn scope(&self) -> Scope {
        Scope {
            period: Some(self.wish.period),
            currency: self.wish.currency,
            ..Scope::default()
        }
    }

    fn text(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// Transactions that match a term, in the days of the report.
    fn rows(&self, term: String) -> Behind {
        let days = self.wish.term.iter().map(|term| format!("date:{term}"));
        Behind::Rows(std::iter::once(term).chain(days).collect())
    }

    /// A report without lines yet.
    fn found(&self, about: &'static str, columns: &[(&'static str, u8)], chart: Chart) -> Found {
        let columns = columns
            .iter()
            .map(|&(head, weight)| Amounts { head, weight });
        Found {
            tab: self.wish.tab,
            about,
            columns: columns.collect(),
            chart,
            sheets: Vec::new(),
            subject: None,
            unconverted: Vec::new(),
        }
    }

    /// Fills a report with the lines of each sheet. What is behind a line of one currency among
    /// several is limited to it.
    fn fill<T>(&self, found: Found, sheets: &Sheets<T>, lines: impl Fn(&T) -> Vec<Line>) -> Found {
        let several = !sheets.others.is_empty() && self.wish.currency.is_none();
        let sheet = |sheet: &ops::report::Sheet<T>| {
            let mut lines = lines(&sheet.body);
            let behind = lines.iter_mut().filter_map(|line| line.behind.as_mut());
            for terms in behind.filter(|_| several) {
                if let Behind::Rows(terms) = terms {
                    terms.push(format!("currency:{}", sheet.currency.code));
                }
            }
            Sheet {
                currency: sheet.currency,
                lines,
            }
        };
        Found {
            sheets: sheets.iter().map(sheet).collect(),
            unconverted: sheets.unconverted.iter().map(ToString::to_string).collect(),
            ..found
        }
    }
}

/// A sum with its name.
fn sum(name: String, cells: Vec<Money>) -> Line {
    Line {
        name,
        cells,
        rank: Rank::Sum,
        ..Line::default()
    }
}

/// The largest of amounts, for their bars.
fn largest(amounts: impl Iterator<Item = Money>) -> Option<u64> {
    amounts.map(|amount| amount.minor.unsigned_abs()).max()
}

/// The text id of a kind's sum.
const fn kind_head(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Asset => "head-assets",
        AccountKind::Liability => "head-liabilities",
        AccountKind::Equity => "head-equity",
        AccountKind::Income => "head-income",
        AccountKind::Expense => "head-expense",
        AccountKind::Saving => "head-saving",
    }
}
