//! `luka currency …`

use domain::LedgerCurrency;
use domain::currency::{CurrencyCode, iso_currencies, iso_symbol};
use serde::Serialize;

use super::{Desk, Done, object};
use crate::cli::args::money::{CurrencyAdd, CurrencyCommand, CurrencyEdit};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::cli::session::Session;

/// Lists or changes currencies.
pub(crate) fn run(session: &Session, command: &CurrencyCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        CurrencyCommand::List { all } => list(&desk, *all),
        CurrencyCommand::Add(args) => add(&mut desk, args),
        CurrencyCommand::Edit(args) => edit(&mut desk, args),
        CurrencyCommand::Rm { code } => remove(&mut desk, *code),
    }
}

#[derive(Serialize)]
struct Line {
    code: CurrencyCode,
    decimals: u8,
    symbol: Option<String>,
    default: bool,
    /// False for one that is built in and that the ledger has not used yet.
    in_ledger: bool,
    #[serde(skip)]
    marks: [String; 2],
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        let [default, in_ledger] = &self.marks;
        vec![
            Cell::text(self.code.as_str()),
            Cell::Count(i64::from(self.decimals)),
            Cell::text(self.symbol.as_deref().unwrap_or_default()),
            Cell::text(default.as_str()),
            Cell::text(in_ledger.as_str()),
        ]
    }
}

impl Line {
    fn of(desk: &Desk<'_>, entry: &LedgerCurrency, in_ledger: bool) -> Result<Self, Failure> {
        let main = desk.book.currency().or_explain(&desk.session.texts)?;
        let code = entry.currency.code;
        let default = main.code == code;
        let marks = if desk.is_table()? {
            let mark = |set: bool, id| if set { desk.text(id) } else { String::new() };
            [
                mark(default, "word-main-currency"),
                mark(in_ledger, "word-in-ledger"),
            ]
        } else {
            [default.to_string(), in_ledger.to_string()]
        };
        Ok(Self {
            code,
            decimals: entry.currency.exponent,
            symbol: entry.symbol.clone(),
            default,
            in_ledger,
            marks,
        })
    }
}

fn list(desk: &Desk<'_>, all: bool) -> Result<(), Failure> {
    let own = desk.book.view().currencies();
    let own = own.or_explain(&desk.session.texts)?;
    let mut lines: Vec<Line> = own
        .iter()
        .map(|entry| Line::of(desk, entry, true))
        .collect::<Result<_, _>>()?;
    if all {
        let known = |code| own.iter().any(|entry| entry.currency.code == code);
        for currency in iso_currencies().filter(|currency| !known(currency.code)) {
            let entry = LedgerCurrency {
                id: domain::id::CurrencyId::from_raw(0),
                currency,
                symbol: iso_symbol(currency.code).map(str::to_owned),
            };
            lines.push(Line::of(desk, &entry, false)?);
        }
    }
    lines.sort_by_key(|line| line.code);
    let columns = vec![
        Column::fixed("code", desk.text("head-currency")),
        Column::number("decimals", desk.text("head-decimals")),
        Column::text("symbol", desk.text("head-symbol")),
        Column::text("default", ""),
        if all {
            Column::text("in_ledger", "")
        } else {
            Column::csv_only("in_ledger")
        },
    ];
    desk.list("currencies", columns, &lines)
}

fn tell(desk: &Desk<'_>, entry: &LedgerCurrency, done: Done) -> Result<(), Failure> {
    let line = Line::of(desk, entry, done != Done::Removed)?;
    let sentence = desk.sentence(done, line.code.as_str());
    desk.done("currency", object(&line), &[], &sentence)
}

fn add(desk: &mut Desk<'_>, args: &CurrencyAdd) -> Result<(), Failure> {
    let added = desk
        .book
        .add_currency(args.code, args.decimals, args.symbol.clone());
    let entry = added.or_explain(&desk.session.texts)?;
    tell(desk, &entry, Done::Added)
}

fn edit(desk: &mut Desk<'_>, args: &CurrencyEdit) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let mut entry = None;
    if let Some(symbol) = &args.symbol {
        entry = Some(
            desk.book
                .edit_currency(args.code, symbol)
                .or_explain(texts)?,
        );
    }
    if args.default {
        entry = Some(desk.book.set_main_currency(args.code).or_explain(texts)?);
    }
    let Some(entry) = entry else {
        return Err(desk.nothing_to_edit());
    };
    tell(desk, &entry, Done::Changed)
}

fn remove(desk: &mut Desk<'_>, code: CurrencyCode) -> Result<(), Failure> {
    let removed = desk.book.remove_currency(code);
    let entry = removed.or_explain(&desk.session.texts)?;
    tell(desk, &entry, Done::Removed)
}
