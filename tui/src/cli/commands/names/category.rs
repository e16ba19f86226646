//! `luka category …`

use std::collections::HashSet;

use domain::{Account, AccountKind};
use ops::account::{AddAccount, EditAccount};
use serde::Serialize;
use serde_json::Value;

use super::chart::{self, Half};
use super::{Desk, Done};
use crate::cli::args::account::{CategoryAdd, CategoryCommand, CategoryEdit, CategoryList};
use crate::cli::commands::report::kind_word;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::cli::session::Session;

/// Lists or changes categories.
pub(crate) fn run(session: &Session, command: &CategoryCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    let half = Half::Categories;
    match command {
        CategoryCommand::List(args) => list(&desk, args),
        CategoryCommand::Add(args) => add(&mut desk, args),
        CategoryCommand::Edit(args) => edit(&mut desk, args),
        CategoryCommand::Rm { name } => chart::remove(&mut desk, half, name),
        CategoryCommand::Close { name } => chart::set_closed(&mut desk, half, name, Done::Closed),
        CategoryCommand::Reopen { name } => {
            chart::set_closed(&mut desk, half, name, Done::Reopened)
        }
        CategoryCommand::Rename(args) => chart::rename(&mut desk, half, args),
        CategoryCommand::Merge(args) => chart::merge(&mut desk, half, args),
    }
}

/// One category, with the fields of the contract.
#[derive(Serialize)]
struct Line {
    name: String,
    kind: AccountKind,
    parent: Option<String>,
    closed: bool,
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

impl Line {
    fn of((account, path): &(Account, String)) -> Self {
        let parent = chart::parent(path);
        Self {
            name: path.clone(),
            kind: account.kind,
            closed: account.closed,
            cells: vec![
                Cell::text(path.as_str()),
                Cell::text(account.kind.as_str()),
                Cell::text(account.closed.to_string()),
                Cell::text(parent.as_deref().unwrap_or_default()),
            ],
            parent,
        }
    }

    /// What people see of it.
    fn for_people(&mut self, desk: &Desk<'_>, listed: &HashSet<&str>) {
        let closed = if self.closed {
            Cell::text(desk.text("word-closed"))
        } else {
            Cell::Empty
        };
        self.cells = vec![
            Cell::text(chart::indented(&self.name, listed)),
            Cell::text(kind_word(self.kind, &desk.session.texts)),
            closed,
            Cell::Empty,
        ];
    }
}

fn list(desk: &Desk<'_>, args: &CategoryList) -> Result<(), Failure> {
    let mut found = desk.book.categories().or_explain(&desk.session.texts)?;
    found.retain(|(account, _)| {
        (args.all || !account.closed) && args.kind.is_none_or(|kind| kind == account.kind)
    });
    found.sort_by(|(a, one), (b, other)| {
        (a.kind, chart::parts(one)).cmp(&(b.kind, chart::parts(other)))
    });
    let mut lines: Vec<Line> = found.iter().map(Line::of).collect();
    let mut closed = Column::text("closed", "");
    if desk.is_table()? {
        let listed: HashSet<&str> = found.iter().map(|(_, path)| path.as_str()).collect();
        for line in &mut lines {
            line.for_people(desk, &listed);
        }
        if found.iter().all(|(account, _)| !account.closed) {
            closed = Column::csv_only("closed");
        }
    }
    let columns = vec![
        Column::text("name", desk.text("head-category")),
        Column::fixed("kind", desk.text("head-kind")),
        closed,
        Column::csv_only("parent"),
    ];
    desk.list("categories", columns, &lines)
}

fn add(desk: &mut Desk<'_>, args: &CategoryAdd) -> Result<(), Failure> {
    let request = AddAccount {
        name: args.name.clone(),
        kind: args.kind,
        parent: args.parent.clone(),
        currency: None,
        opening: None,
    };
    let added = desk
        .book
        .add_account(&request)
        .or_explain(&desk.session.texts)?;
    chart::tell(desk, Half::Categories, &added.path, Done::Added)
}

fn edit(desk: &mut Desk<'_>, args: &CategoryEdit) -> Result<(), Failure> {
    let change = EditAccount {
        name: args.new_name.clone(),
        parent: args
            .parent
            .clone()
            .or_else(|| args.no_parent.then(String::new)),
        closed: None,
    };
    chart::edit(desk, Half::Categories, &args.name, &change)
}

/// A category in JSON, by its full name.
pub(super) fn object(desk: &Desk<'_>, path: &str) -> Result<Value, Failure> {
    let all = desk.book.categories().or_explain(&desk.session.texts)?;
    let found = all.iter().find(|(_, known)| known == path);
    Ok(found.map_or(Value::Null, |found| super::object(&Line::of(found))))
}
