//! `luka tag …`

use domain::text::fold;
use serde::Serialize;
use serde_json::json;

use super::{Desk, Done, object};
use crate::cli::args::account::Merge;
use crate::cli::args::label::{LabelList, TagCommand};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::cli::session::Session;

/// Lists or changes tags.
pub(crate) fn run(session: &Session, command: &TagCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        TagCommand::List(args) => list(&desk, args),
        TagCommand::Add { name } => add(&mut desk, name),
        TagCommand::Edit(args) => rename(&mut desk, &args.name, &args.new_name),
        TagCommand::Rename(args) => rename(&mut desk, &args.name, &args.new),
        TagCommand::Rm { name } => remove(&mut desk, name),
        TagCommand::Merge(args) => merge(&mut desk, args),
    }
}

#[derive(Serialize)]
struct Line {
    name: String,
    transactions: u64,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.name.as_str()),
            Cell::Count(i64::try_from(self.transactions).unwrap_or(i64::MAX)),
        ]
    }
}

fn list(desk: &Desk<'_>, args: &LabelList) -> Result<(), Failure> {
    let wanted = fold(args.text.as_deref().unwrap_or_default());
    let most = usize::try_from(args.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let all = desk.book.tags().or_explain(&desk.session.texts)?;
    let lines: Vec<Line> = all
        .into_iter()
        .filter(|(tag, _)| fold(&tag.name).contains(&wanted))
        .take(most)
        .map(|(tag, transactions)| Line {
            name: tag.name,
            transactions,
        })
        .collect();
    let columns = vec![
        Column::text("name", desk.text("head-tag")),
        Column::number("transactions", desk.text("head-transactions")),
    ];
    desk.list("tags", columns, &lines)
}

/// A tag as it is now, with the transactions that carry it.
fn now(desk: &Desk<'_>, name: String) -> Result<Line, Failure> {
    let all = desk.book.tags().or_explain(&desk.session.texts)?;
    let found = all.into_iter().find(|(tag, _)| tag.name == name);
    let transactions = found.map_or(0, |(_, uses)| uses);
    Ok(Line { name, transactions })
}

fn tell(desk: &Desk<'_>, name: String, done: Done) -> Result<(), Failure> {
    let line = now(desk, name)?;
    let sentence = desk.sentence(done, &line.name);
    desk.done("tag", object(&line), &[], &sentence)
}

fn add(desk: &mut Desk<'_>, name: &str) -> Result<(), Failure> {
    let added = desk.book.add_tag(name);
    let tag = added.or_explain(&desk.session.texts)?;
    tell(desk, tag.name, Done::Added)
}

fn rename(desk: &mut Desk<'_>, typed: &str, name: &str) -> Result<(), Failure> {
    let renamed = desk.book.rename_tag(typed, name);
    let tag = renamed.or_explain(&desk.session.texts)?;
    tell(desk, tag.name, Done::Changed)
}

fn remove(desk: &mut Desk<'_>, typed: &str) -> Result<(), Failure> {
    let removed = desk.book.remove_tag(typed);
    let (tag, bared) = removed.or_explain(&desk.session.texts)?;
    let line = Line {
        name: tag.name,
        transactions: u64::try_from(bared).unwrap_or(u64::MAX),
    };
    let sentence = desk.sentence(Done::Removed, &line.name);
    desk.done("tag", object(&line), &[], &sentence)
}

fn merge(desk: &mut Desk<'_>, args: &Merge) -> Result<(), Failure> {
    let merged = desk.book.merge_tags(&args.from, &args.into);
    let (tag, moved) = merged.or_explain(&desk.session.texts)?;
    let line = now(desk, tag.name)?;
    let sentence = desk.merged(args.from.trim(), &line.name, moved);
    desk.done("tag", object(&line), &[("moved", json!(moved))], &sentence)
}
