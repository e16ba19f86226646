//! `luka show`: one transaction with all its legs.

use domain::Transaction;
use ops::{KnownNames, Names};
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::Desk;
use crate::cli::args::transaction::Show;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Row, Shape};
use crate::cli::session::Session;
use crate::i18n::{Texts, text};
use crate::present;

/// One leg; tables only.
#[derive(Serialize)]
struct Leg {
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Leg {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

/// Shows it.
pub(crate) fn run(session: &Session, args: &Show) -> Result<(), Failure> {
    let texts = &session.texts;
    let desk = Desk::open(session)?;
    let (transaction, names) = desk.book.show(&args.id).or_explain(texts)?;
    if session.format()? != Format::Table {
        return desk.hand_over(&transaction, &names);
    }
    session.sentences(facts(&transaction, &names, texts))?;
    session.lines([""])?;
    legs(&desk, &transaction, &names)?;
    let files = desk
        .book
        .count_attachments(transaction.id)
        .or_explain(texts)?;
    let id = transaction.id.to_string();
    if files > 0 {
        let n = i64::try_from(files).unwrap_or(i64::MAX);
        session.say(&text!(texts, "say-attachments", n = n, id = id.clone()));
    }
    let history = desk.book.history_of(&id).or_explain(texts)?;
    if history.len() > 1 {
        let n = i64::try_from(history.len() - 1).unwrap_or(i64::MAX);
        session.say(&text!(texts, "say-changed-since", n = n, id = id));
    }
    Ok(())
}

/// What is known of it besides its legs, as two columns.
fn facts(transaction: &Transaction, names: &KnownNames, texts: &Texts) -> Vec<String> {
    let mut facts = vec![
        (texts.get("head-id"), transaction.id.to_string()),
        (texts.get("head-date"), present::date(transaction.date)),
    ];
    let payee = transaction.payee.and_then(|id| names.payee(id));
    let tags = names.tags_of(transaction).unwrap_or_default().join(", ");
    facts.push((
        texts.get("head-payee"),
        payee.unwrap_or_default().to_owned(),
    ));
    facts.push((texts.get("head-memo"), transaction.memo.clone()));
    facts.push((texts.get("head-tags"), tags));
    let status = texts.get(status_word(transaction.status.as_str()));
    facts.push((texts.get("head-status"), status));
    facts.push((texts.get("head-source"), transaction.source.to_string()));
    for (key, value) in &transaction.metadata {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        facts.push((key.clone(), value));
    }
    facts.retain(|(_, value)| !value.is_empty());
    let widest = facts
        .iter()
        .map(|(name, _)| name.width())
        .max()
        .unwrap_or(0);
    let line = |(name, value): (String, String)| {
        let blank = " ".repeat(widest.saturating_sub(name.width()));
        let value: String = value.chars().map(printable).collect();
        format!("{name}{blank}  {value}")
    };
    facts.into_iter().map(line).collect()
}

/// Nothing that was imported may steer the terminal.
fn printable(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}

/// The text of a status or of a leg's mark.
pub(super) fn status_word(word: &str) -> &'static str {
    match word {
        "pending" => "word-status-pending",
        "cleared" => "word-status-cleared",
        "reconciled" => "word-status-reconciled",
        _ => "word-status-unmarked",
    }
}

fn legs(desk: &Desk<'_>, transaction: &Transaction, names: &KnownNames) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let (memos, costs, marks) = (
        transaction.postings.iter().any(|leg| leg.memo.is_some()),
        transaction.postings.iter().any(|leg| leg.cost.is_some()),
        transaction
            .postings
            .iter()
            .any(|leg| leg.mark != domain::Mark::None),
    );
    let mut columns = vec![
        Column::text("account", desk.text("head-account")),
        Column::number("amount", desk.text("head-amount")),
    ];
    columns.extend(costs.then(|| Column::number("cost", desk.text("head-cost"))));
    columns.extend(marks.then(|| Column::text("mark", desk.text("head-status"))));
    columns.extend(memos.then(|| Column::text("memo", desk.text("head-memo"))));
    let shape = Shape {
        name: "postings",
        head: Vec::new(),
        columns,
    };
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for leg in &transaction.postings {
        let mut cells = vec![
            Cell::text(names.chart().path(leg.account)),
            Cell::Money(leg.amount),
        ];
        cells.extend(costs.then(|| leg.cost.map_or(Cell::Empty, Cell::Money)));
        let mark = || match leg.mark {
            domain::Mark::None => Cell::Empty,
            mark => Cell::text(texts.get(status_word(mark.as_str()))),
        };
        cells.extend(marks.then(mark));
        cells.extend(memos.then(|| Cell::text(leg.memo.as_deref().unwrap_or_default())));
        listing.row(&Leg { cells }).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)
}
