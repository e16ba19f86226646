//! Reports: each as a table with its chart, for a period that the arrows move and `+` and `-` size.
//!
//! The runtime turns every report into the same few shapes, [`Sheet`]s of [`Line`]s; this room only
//! knows those, so that all reports move, scroll and open in one way.

mod chart;
mod pages;
mod period;
mod table;
mod trend;
mod update;
mod view;

#[cfg(test)]
mod tests;

use domain::{Currency, CurrencyCode, Money, NaiveDate, Period};

pub(crate) use pages::Tab;
use period::Unit;

use crate::widgets::cursor::Cursor;

/// A question of this screen: one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// Which one.
    pub(crate) tab: Tab,
    /// The days; the last one for a report about a day.
    pub(crate) period: Period,
    /// The query term for the same days; none for all.
    pub(crate) term: Option<String>,
    /// Whether months are put together into years.
    pub(crate) by_year: bool,
    /// The category of a trend; the one that took most when none was chosen.
    pub(crate) category: Option<String>,
    /// Into which currency everything is converted.
    pub(crate) currency: Option<CurrencyCode>,
}

/// What is behind a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Behind {
    /// The transactions that match these terms.
    Rows(Vec<String>),
    /// An account.
    Account(String),
}

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Rank {
    /// One of many.
    #[default]
    Row,
    /// What several come to.
    Sum,
}

/// A line of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// What it is about.
    pub(crate) name: String,
    /// How far it is indented.
    pub(crate) depth: usize,
    /// What it is.
    pub(crate) rank: Rank,
    /// Its amounts, one for each column.
    pub(crate) cells: Vec<Money>,
    /// Thousandths of the sum that it belongs to.
    pub(crate) share: Option<i64>,
    /// How many transactions it is made of, where that is told.
    pub(crate) count: Option<i64>,
    /// The largest amount of those that its bar is compared with; none for a line without a bar.
    pub(crate) scale: Option<u64>,
    /// What is behind it.
    pub(crate) behind: Option<Behind>,
}

/// A column of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amounts {
    /// The text id of its head.
    pub(crate) head: &'static str,
    /// Where there is no room for all, those with the highest number stay.
    pub(crate) weight: u8,
}

/// How the lines are drawn besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chart {
    /// A bar beside each line.
    Bars,
    /// Columns of these amounts, from left to right in time.
    Columns(&'static [usize]),
    /// A line of this amount.
    Line(usize),
}

/// A report in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// The currency.
    pub(crate) currency: Currency,
    /// The lines.
    pub(crate) lines: Vec<Line>,
}

/// The answer: a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Which one.
    pub(crate) tab: Tab,
    /// The text id of what the lines are about.
    pub(crate) about: &'static str,
    /// The columns of amounts.
    pub(crate) columns: Vec<Amounts>,
    /// The chart.
    pub(crate) chart: Chart,
    /// The report's currency, then the others.
    pub(crate) sheets: Vec<Sheet>,
    /// The category that a trend is about.
    pub(crate) subject: Option<String>,
    /// The currencies that have no price.
    pub(crate) unconverted: Vec<String>,
}

/// What the screen knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    tab: Tab,
    unit: Unit,
    /// A day in the period; today when none was chosen.
    anchor: Option<NaiveDate>,
    /// The category that was chosen for the trend.
    category: Option<String>,
    converted: bool,
    /// True until the last question is answered: what is shown is older than the period above it.
    waiting: bool,
    found: Option<Found>,
    cursor: Cursor,
}

/// What is drawn on one line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// The name of the currency of the lines below.
    Currency(usize),
    /// A line of a sheet.
    Line(usize, usize),
}

impl Found {
    /// What is drawn, from top to bottom.
    fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (at, sheet) in self.sheets.iter().enumerate() {
            if self.sheets.len() > 1 {
                entries.push(Entry::Currency(at));
            }
            entries.extend((0..sheet.lines.len()).map(|line| Entry::Line(at, line)));
        }
        entries
    }

    fn line(&self, entry: Entry) -> Option<&Line> {
        match entry {
            Entry::Currency(_) => None,
            Entry::Line(sheet, line) => self.sheets.get(sheet)?.lines.get(line),
        }
    }
}

impl State {
    /// The report that is shown, unless it is still awaited.
    fn shown(&self) -> Option<&Found> {
        self.found.as_ref().filter(|found| found.tab == self.tab)
    }

    fn entry(&self) -> Option<Entry> {
        self.shown()?.entries().get(self.cursor.at).copied()
    }

    fn current(&self) -> Option<&Line> {
        self.shown()?.line(self.entry()?)
    }
}
