//! `luka report register ACCOUNT`: rows are written as they are read.

use std::cell::RefCell;
use std::io::{self, BufWriter, StdoutLock};

use domain::CurrencyCode;
use ops::report::{RegisterHead, RegisterLine, RegisterReport as Request, ReportError};
use ops::session::StoreError;
use serde::Serialize;
use serde_json::{Value, json};

use super::Desk;
use super::page::{Line, money};
use crate::cli::args::report::RegisterReport;
use crate::cli::error::{Explain, Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Listing, Row, Shape};
use crate::i18n::Texts;

pub(super) fn run(desk: &Desk<'_>, args: &RegisterReport) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let request = Request {
        account: args.account.clone(),
        limit: args.limit,
        scope: desk.scope(&args.scope)?,
    };
    // The head begins the listing, the rows fill it.
    let listing = RefCell::new(None);
    let unconverted = desk
        .book
        .report_register::<Stop>(
            &request,
            |head| {
                *listing.borrow_mut() = Some(begin(desk, head)?);
                Ok(())
            },
            |line| match listing.borrow_mut().as_mut() {
                Some(listing) => Ok(listing.row(&Posting::of(line))?),
                None => Ok(()),
            },
        )
        .or_explain(texts)?;
    let codes: Vec<&str> = unconverted.iter().map(CurrencyCode::as_str).collect();
    if let Some(listing) = listing.into_inner() {
        listing
            .finish(&[("unconverted", json!(codes))])
            .or_explain(texts)?;
    }
    desk.tell_unconverted(&unconverted);
    Ok(())
}

type Rows = Listing<BufWriter<StdoutLock<'static>>>;

fn begin(desk: &Desk<'_>, head: &RegisterHead) -> Result<Rows, Stop> {
    let opening: Vec<Value> = head.opening.iter().map(|balance| money(*balance)).collect();
    let shape = Shape {
        name: "rows",
        head: vec![
            ("account", Value::from(head.account.as_str())),
            ("kind", Value::from(head.kind.as_str())),
            ("opening", Value::from(opening)),
        ],
        columns: vec![
            Column::fixed("date", desk.text("head-date")),
            Column::fixed("id", desk.text("head-id")),
            Column::text("payee", desk.text("head-payee")),
            Column::text("memo", desk.text("head-memo")),
            Column::number("amount", desk.text("head-amount")),
            Column::number("balance", desk.text("head-balance")),
            Column::csv_only("currency"),
            Column::csv_only("account"),
        ],
    };
    let mut listing = desk
        .session
        .listing(shape, desk.style.clone())
        .map_err(Stop::Told)?;
    if desk.session.format().map_err(Stop::Told)? == Format::Table {
        for balance in &head.opening {
            let mut cells = vec![Cell::Empty; 8];
            cells[2] = Cell::text(desk.text("word-opening"));
            cells[5] = Cell::Money(*balance);
            let fields = Vec::new();
            listing.row(&Line { fields, cells })?;
        }
    }
    Ok(listing)
}

/// One row, with the field order of the contract.
#[derive(Serialize)]
struct Posting<'a> {
    date: String,
    id: String,
    payee: Option<&'a str>,
    memo: &'a str,
    amount: String,
    balance: String,
    currency: &'a str,
    account: &'a str,
    #[serde(skip)]
    line: RegisterLine<'a>,
}

impl<'a> Posting<'a> {
    fn of(line: &'a RegisterLine<'a>) -> Self {
        Self {
            date: crate::present::date(line.date),
            id: line.id.to_string(),
            payee: line.payee,
            memo: line.memo,
            amount: line.amount.digits(),
            balance: line.balance.digits(),
            currency: line.amount.currency.code.as_str(),
            account: line.account,
            line: *line,
        }
    }
}

impl Row for Posting<'_> {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Date(self.line.date),
            Cell::text(self.id.as_str()),
            Cell::text(self.payee.unwrap_or_default()),
            Cell::text(self.memo),
            Cell::Money(self.line.amount),
            Cell::Money(self.line.balance),
            Cell::text(self.currency),
            Cell::text(self.account),
        ]
    }
}

/// Why a register ended before its last row.
enum Stop {
    Report(ReportError),
    Output(io::Error),
    Told(Failure),
}

impl From<ReportError> for Stop {
    fn from(error: ReportError) -> Self {
        Self::Report(error)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Report(error.into())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Explain for Stop {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Report(error) => error.explain(texts),
            Self::Output(error) => error.explain(texts),
            Self::Told(failure) => failure.clone(),
        }
    }
}
