//! Rows of a report in any format, sheet by sheet.
//!
//! JSON has the rows of the report's own currency under its name and all others in
//! `other_currencies`; JSONL and CSV have all rows one after the other, each with its currency; on
//! a screen each currency has a table, with its totals and perhaps a chart.

use domain::{Currency, CurrencyCode, Money};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::{Value, json};

use super::Desk;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Row, Shape};
use crate::i18n::text;
use crate::present::{Bar, bars};

/// Named values of a JSON object, in their order.
pub(super) type Fields = Vec<(&'static str, Value)>;

/// One row: its JSON fields and its cells.
pub(super) struct Line {
    pub(super) fields: Fields,
    pub(super) cells: Vec<Cell>,
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for (name, value) in &self.fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

/// What a report shows in one currency.
pub(super) struct Part {
    pub(super) currency: Currency,
    pub(super) lines: Vec<Line>,
    /// Further fields beside the rows in JSON.
    pub(super) fields: Fields,
    /// Rows of totals, which only a table has.
    pub(super) totals: Vec<Vec<Cell>>,
    /// A chart and what it shows.
    pub(super) chart: Option<(String, Vec<Bar>)>,
}

/// A whole report.
pub(super) struct Page {
    /// The name of the rows in JSON.
    pub(super) name: &'static str,
    /// Fields before the rows.
    pub(super) head: Fields,
    pub(super) columns: Vec<Column>,
    /// The report's own currency first.
    pub(super) parts: Vec<Part>,
    /// What could not be converted.
    pub(super) unconverted: Vec<CurrencyCode>,
}

impl Desk<'_> {
    /// Writes a report.
    pub(super) fn write(&self, page: Page) -> Result<(), Failure> {
        let unconverted = page.unconverted.clone();
        match self.session.format()? {
            Format::Table => self.tables(page),
            Format::Json => self.json(page),
            Format::Jsonl | Format::Csv => self.stream(page),
        }?;
        self.tell_unconverted(&unconverted);
        Ok(())
    }

    /// Says on stderr for which currencies there was no price.
    pub(super) fn tell_unconverted(&self, currencies: &[CurrencyCode]) {
        if !currencies.is_empty() {
            let codes: Vec<&str> = currencies.iter().map(CurrencyCode::as_str).collect();
            let codes = codes.join(", ");
            self.session.say(&text!(
                self.session.texts,
                "say-unconverted",
                currencies = codes
            ));
        }
    }

    fn json(&self, page: Page) -> Result<(), Failure> {
        let texts = &self.session.texts;
        let mut parts = page.parts.into_iter();
        let mut head = page.head;
        let mut tail = Fields::new();
        let mut rows = Vec::new();
        if let Some(main) = parts.next() {
            head.push(("currency", code(main.currency)));
            rows = main.lines;
            tail = main.fields;
        }
        let others: Vec<Value> = parts.map(|part| other(page.name, part)).collect();
        let unconverted: Vec<&str> = page.unconverted.iter().map(CurrencyCode::as_str).collect();
        tail.push(("other_currencies", Value::from(others)));
        tail.push(("unconverted", json!(unconverted)));
        let shape = Shape {
            name: page.name,
            head,
            columns: page.columns,
        };
        let mut listing = self.session.listing(shape, self.style.clone())?;
        for row in &rows {
            listing.row(row).or_explain(texts)?;
        }
        listing.finish(&tail).or_explain(texts)
    }

    fn stream(&self, page: Page) -> Result<(), Failure> {
        let texts = &self.session.texts;
        let shape = Shape {
            name: page.name,
            head: Vec::new(),
            columns: page.columns,
        };
        let mut listing = self.session.listing(shape, self.style.clone())?;
        for row in page.parts.iter().flat_map(|part| &part.lines) {
            listing.row(row).or_explain(texts)?;
        }
        listing.finish(&[]).or_explain(texts)
    }

    fn tables(&self, page: Page) -> Result<(), Failure> {
        let texts = &self.session.texts;
        let mut written = false;
        for part in page.parts {
            if part.lines.is_empty() {
                continue;
            }
            if written {
                self.session.lines(["", part.currency.code.as_str()])?;
            }
            written = true;
            let shape = Shape {
                name: page.name,
                head: Vec::new(),
                columns: page.columns.clone(),
            };
            let mut listing = self.session.listing(shape, self.style.clone())?;
            for row in &part.lines {
                listing.row(row).or_explain(texts)?;
            }
            for cells in part.totals {
                let total = Line {
                    fields: Fields::new(),
                    cells,
                };
                listing.row(&total).or_explain(texts)?;
            }
            listing.finish(&[]).or_explain(texts)?;
            self.chart(part.chart)?;
        }
        if !written {
            self.session.say(&texts.get("say-nothing-to-report"));
        }
        Ok(())
    }

    /// Draws a chart, on a terminal only, when there is anything to see.
    fn chart(&self, chart: Option<(String, Vec<Bar>)>) -> Result<(), Failure> {
        let (Some((title, lines)), Some(width)) = (chart, self.session.screen().width) else {
            return Ok(());
        };
        if lines.iter().all(|bar| bar.size == 0) {
            return Ok(());
        }
        self.session.lines([String::new(), title])?;
        self.session.lines(bars(&lines, width))
    }

    /// One line of a chart.
    pub(super) fn bar(&self, label: String, amount: Money) -> Bar {
        Bar {
            label,
            size: amount.minor,
            value: self.style.write(amount),
        }
    }

    /// A month as people read it.
    pub(super) fn month(&self, month: domain::NaiveDate) -> String {
        crate::present::month(month, self.session.texts.language())
    }

    /// A text of the catalogues.
    pub(super) fn text(&self, id: &str) -> String {
        self.session.texts.get(id)
    }
}

fn other(name: &'static str, part: Part) -> Value {
    let mut object = serde_json::Map::new();
    object.insert("currency".to_owned(), code(part.currency));
    object.insert(name.to_owned(), json!(part.lines));
    let fields = part.fields.into_iter();
    object.extend(fields.map(|(name, value)| (name.to_owned(), value)));
    Value::Object(object)
}

/// A currency in JSON.
pub(super) fn code(currency: Currency) -> Value {
    Value::from(currency.code.as_str())
}

/// The bare digits of an amount, whose currency stands beside it.
pub(super) fn digits(amount: Money) -> Value {
    Value::from(amount.digits())
}

/// An amount with its currency in JSON.
pub(super) fn money(amount: Money) -> Value {
    json!({ "amount": amount.digits(), "currency": amount.currency.code.as_str() })
}

/// A day in JSON.
pub(super) fn date(day: domain::NaiveDate) -> Value {
    Value::from(crate::present::date(day))
}

/// A month in JSON.
pub(super) fn month(day: domain::NaiveDate) -> Value {
    Value::from(day.format("%Y-%m").to_string())
}
