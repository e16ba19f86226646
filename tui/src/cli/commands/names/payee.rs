//! `luka payee …`

use domain::Payee;
use domain::text::fold;
use ops::label::EditPayee;
use serde::Serialize;
use serde_json::json;

use super::{Desk, Done, object};
use crate::cli::args::account::Merge;
use crate::cli::args::label::{LabelList, PayeeAdd, PayeeCommand};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::cli::session::Session;

/// Lists or changes payees.
pub(crate) fn run(session: &Session, command: &PayeeCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        PayeeCommand::List(args) => list(&desk, args),
        PayeeCommand::Add(args) => add(&mut desk, args),
        PayeeCommand::Edit(args) => {
            let change = EditPayee {
                name: args.new_name.clone(),
                alias: args.aliases.clone(),
                unalias: args.unaliases.clone(),
            };
            edit(&mut desk, &args.name, &change)
        }
        PayeeCommand::Rename(args) => {
            let change = EditPayee {
                name: Some(args.new.clone()),
                ..EditPayee::default()
            };
            edit(&mut desk, &args.name, &change)
        }
        PayeeCommand::Rm { name } => remove(&mut desk, name),
        PayeeCommand::Merge(args) => merge(&mut desk, args),
    }
}

#[derive(Serialize)]
struct Line {
    name: String,
    aliases: Vec<String>,
    transactions: u64,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.name.as_str()),
            Cell::Count(i64::try_from(self.transactions).unwrap_or(i64::MAX)),
            Cell::text(self.aliases.join(", ")),
        ]
    }
}

impl Line {
    fn of(desk: &Desk<'_>, payee: Payee) -> Result<Self, Failure> {
        let uses = desk.book.view().transactions_of_payee(payee.id);
        Ok(Self {
            transactions: uses.or_explain(&desk.session.texts)?,
            name: payee.name,
            aliases: payee.aliases,
        })
    }
}

fn list(desk: &Desk<'_>, args: &LabelList) -> Result<(), Failure> {
    let wanted = fold(args.text.as_deref().unwrap_or_default());
    let most = usize::try_from(args.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let all = desk.book.payees().or_explain(&desk.session.texts)?;
    let fits = |payee: &Payee| {
        let mut names = payee.aliases.iter().chain([&payee.name]);
        names.any(|name| fold(name).contains(&wanted))
    };
    let lines: Vec<Line> = all
        .into_iter()
        .filter(|used| fits(&used.payee))
        .take(most)
        .map(|used| Line {
            name: used.payee.name,
            aliases: used.payee.aliases,
            transactions: used.transactions,
        })
        .collect();
    let columns = vec![
        Column::text("name", desk.text("head-payee")),
        Column::number("transactions", desk.text("head-transactions")),
        Column::text("aliases", desk.text("head-aliases")),
    ];
    desk.list("payees", columns, &lines)
}

fn tell(desk: &Desk<'_>, payee: Payee, done: Done) -> Result<(), Failure> {
    let line = Line::of(desk, payee)?;
    let sentence = desk.sentence(done, &line.name);
    desk.done("payee", object(&line), &[], &sentence)
}

fn add(desk: &mut Desk<'_>, args: &PayeeAdd) -> Result<(), Failure> {
    let added = desk.book.add_payee(&args.name, &args.aliases);
    let payee = added.or_explain(&desk.session.texts)?;
    tell(desk, payee, Done::Added)
}

fn edit(desk: &mut Desk<'_>, typed: &str, change: &EditPayee) -> Result<(), Failure> {
    let edited = desk.book.edit_payee(typed, change);
    let payee = edited.or_explain(&desk.session.texts)?;
    tell(desk, payee, Done::Changed)
}

fn remove(desk: &mut Desk<'_>, typed: &str) -> Result<(), Failure> {
    let removed = desk.book.remove_payee(typed);
    let payee = removed.or_explain(&desk.session.texts)?;
    tell(desk, payee, Done::Removed)
}

fn merge(desk: &mut Desk<'_>, args: &Merge) -> Result<(), Failure> {
    let merged = desk.book.merge_payees(&args.from, &args.into);
    let (payee, moved) = merged.or_explain(&desk.session.texts)?;
    let line = Line::of(desk, payee)?;
    let sentence = desk.merged(args.from.trim(), &line.name, moved);
    desk.done(
        "payee",
        object(&line),
        &[("moved", json!(moved))],
        &sentence,
    )
}
