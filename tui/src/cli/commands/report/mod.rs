//! `luka report …`: one file for each report, which turns what `ops` counted into rows.
//!
//! `scope` reads what was typed, `page` writes rows in every format, with one table, and below it
//! on a terminal one chart, for each currency. JSON keys are those of the contract; amounts in
//! other currencies than the report's are in `other_currencies`.

mod balance;
mod balance_sheet;
mod budget;
mod cashflow;
mod categories;
mod goals;
mod income;
mod monthly;
mod networth;
mod page;
mod payees;
mod register;
mod scope;
mod trend;

pub(super) use goals::{gauge, percent};

use domain::AccountKind;
use ops::Book;

use crate::cli::args::report::ReportCommand;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::{Session, open_book};
use crate::i18n::Texts;
use crate::present::MoneyStyle;

/// What every report is written with.
struct Desk<'s> {
    session: &'s Session,
    book: Book,
    style: MoneyStyle,
}

/// Makes a report.
pub(crate) fn run(session: &Session, command: &ReportCommand) -> Result<(), Failure> {
    // A format that reports don't have is told before anybody is asked for a passphrase.
    session.format()?;
    let book = open_book(session)?;
    let texts = &session.texts;
    let currency = book.currency().or_explain(texts)?;
    let known = book.view().currencies().or_explain(texts)?;
    let style = MoneyStyle::new(texts.language(), Some(currency.code)).with_symbols(&known);
    let desk = Desk {
        session,
        book,
        style,
    };
    match command {
        ReportCommand::Monthly(args) => monthly::run(&desk, args),
        ReportCommand::Categories(args) => categories::run(&desk, args),
        ReportCommand::Balance(args) => balance::run(&desk, args),
        ReportCommand::Register(args) => register::run(&desk, args),
        ReportCommand::Income(args) => income::run(&desk, args),
        ReportCommand::BalanceSheet(args) => balance_sheet::run(&desk, args),
        ReportCommand::Networth(args) => networth::run(&desk, args),
        ReportCommand::Cashflow(args) => cashflow::run(&desk, args),
        ReportCommand::Budget(args) => budget::run(&desk, args),
        ReportCommand::Goals => goals::run(&desk),
        ReportCommand::Payees(args) => payees::run(&desk, args),
        ReportCommand::Trend(args) => trend::run(&desk, args),
    }
}

/// The word for a kind of account, as a table shows it.
pub(super) fn kind_word(kind: AccountKind, texts: &Texts) -> String {
    texts.get(match kind {
        AccountKind::Asset => "word-kind-asset",
        AccountKind::Liability => "word-kind-liability",
        AccountKind::Equity => "word-kind-equity",
        AccountKind::Income => "word-kind-income",
        AccountKind::Expense => "word-kind-expense",
        AccountKind::Saving => "word-kind-saving",
    })
}
