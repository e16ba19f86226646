//! Rows of any kind in any format, one at a time.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::{Cell, Column, Format, Screen, Table};
use crate::i18n::Language;
use crate::present::MoneyStyle;

/// A row of a list or report: its JSON form is its `Serialize`.
pub(crate) trait Row: Serialize {
    /// Its cells, one for each column of the shape.
    fn cells(&self) -> Vec<Cell>;
}

/// What a list or report looks like.
pub(crate) struct Shape {
    /// The name of the array in the JSON document: `transactions`.
    pub(crate) name: &'static str,
    /// Fields of the document that come before the array: `("account", …)`.
    pub(crate) head: Vec<(&'static str, Value)>,
    /// The columns of the table and of CSV.
    pub(crate) columns: Vec<Column>,
}

/// A list or report that is being written.
pub(crate) struct Listing<W: Write>(Pen<W>);

enum Pen<W: Write> {
    Table(Table<W>),
    Csv(Box<csv::Writer<W>>),
    Jsonl(W),
    Json { to: W, rows: u64 },
}

impl<W: Write> Listing<W> {
    /// Begins the list.
    pub(crate) fn begin(
        mut to: W,
        format: Format,
        shape: Shape,
        screen: Screen,
        style: MoneyStyle,
        language: Language,
    ) -> io::Result<Self> {
        let pen = match format {
            Format::Table => Pen::Table(Table::new(to, shape.columns, screen, style, language)),
            Format::Csv => {
                let mut csv = csv::Writer::from_writer(to);
                csv.write_record(shape.columns.iter().map(|column| column.key))?;
                Pen::Csv(Box::new(csv))
            }
            Format::Jsonl => Pen::Jsonl(to),
            Format::Json => {
                write!(to, "{{\"version\":1")?;
                for (name, value) in &shape.head {
                    write!(to, ",{}:{value}", Value::from(*name))?;
                }
                write!(to, ",{}:[", Value::from(shape.name))?;
                Pen::Json { to, rows: 0 }
            }
        };
        Ok(Self(pen))
    }

    /// Writes one row.
    pub(crate) fn row(&mut self, row: &impl Row) -> io::Result<()> {
        match &mut self.0 {
            Pen::Table(table) => table.row(row.cells()),
            Pen::Csv(csv) => {
                let cells = row.cells();
                csv.write_record(cells.iter().map(|cell| cell.plain().into_owned()))?;
                Ok(())
            }
            Pen::Jsonl(to) => {
                serde_json::to_writer(&mut *to, row)?;
                writeln!(to)
            }
            Pen::Json { to, rows } => {
                if *rows > 0 {
                    write!(to, ",")?;
                }
                *rows += 1;
                serde_json::to_writer(to, row)?;
                Ok(())
            }
        }
    }

    /// Ends the list; `tail` are fields of the JSON document that come after the array
    /// (`("total", …)`).
    pub(crate) fn finish(self, tail: &[(&'static str, Value)]) -> io::Result<()> {
        match self.0 {
            Pen::Table(table) => table.finish()?.flush(),
            Pen::Csv(mut csv) => csv.flush(),
            Pen::Jsonl(mut to) => to.flush(),
            Pen::Json { mut to, .. } => {
                write!(to, "]")?;
                for (name, value) in tail {
                    write!(to, ",{}:{value}", Value::from(*name))?;
                }
                writeln!(to, "}}")?;
                to.flush()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Spent {
        payee: &'static str,
        amount: &'static str,
    }

    impl Row for Spent {
        fn cells(&self) -> Vec<Cell> {
            let money = format!("{} CLP", self.amount).parse().unwrap();
            vec![Cell::text(self.payee), Cell::Money(money)]
        }
    }

    fn written(format: Format, payees: &[&'static str]) -> String {
        let shape = Shape {
            name: "rows",
            head: vec![("account", Value::from("Cash"))],
            columns: vec![
                Column::text("payee", "Who"),
                Column::number("amount", "How much"),
            ],
        };
        let style = MoneyStyle::new(Language::En, None);
        let mut buffer = Vec::new();
        let mut listing = Listing::begin(
            &mut buffer,
            format,
            shape,
            Screen::NONE,
            style,
            Language::En,
        )
        .unwrap();
        for payee in payees {
            listing
                .row(&Spent {
                    payee,
                    amount: "12500",
                })
                .unwrap();
        }
        listing
            .finish(&[("total", Value::from(payees.len()))])
            .unwrap();
        String::from_utf8(buffer).unwrap()
    }

    #[test]
    fn json_is_one_document() {
        let text = written(Format::Json, &["a \"b\"", "c"]);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["version"], 1);
        assert_eq!(value["rows"][0]["payee"], "a \"b\"");
        assert_eq!(
            (&value["account"], &value["total"]),
            (&"Cash".into(), &2.into())
        );
        let empty: Value = serde_json::from_str(&written(Format::Json, &[])).unwrap();
        assert_eq!(empty["rows"], Value::Array(Vec::new()));
    }

    #[test]
    fn jsonl_csv_and_table_have_the_same_rows() {
        let jsonl = "{\"payee\":\"a,b\",\"amount\":\"12500\"}\n";
        assert_eq!(written(Format::Jsonl, &["a,b"]), jsonl);
        assert_eq!(
            written(Format::Csv, &["a,b"]),
            "payee,amount\n\"a,b\",12500\n"
        );
        assert_eq!(
            written(Format::Table, &["a,b"]),
            "Who  How much\na,b   $12,500\n"
        );
        assert_eq!(written(Format::Csv, &[]), "payee,amount\n");
    }
}
