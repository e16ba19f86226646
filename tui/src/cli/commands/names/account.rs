//! `luka account …`

use std::collections::HashSet;

use domain::{AccountKind, Money};
use ops::account::{AccountBalance, AddAccount, EditAccount, Opening};
use serde::Serialize;
use serde_json::{Value, json};

use super::chart::{self, Half};
use super::{Desk, Done, money};
use crate::cli::args::account::{AccountAdd, AccountCommand, AccountEdit, AccountList};
use crate::cli::commands::report::kind_word;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::cli::session::Session;

/// Lists or changes accounts.
pub(crate) fn run(session: &Session, command: &AccountCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    let half = Half::Accounts;
    match command {
        AccountCommand::List(args) => list(&desk, args),
        AccountCommand::Add(args) => add(&mut desk, args),
        AccountCommand::Edit(args) => edit(&mut desk, args),
        AccountCommand::Rm { name } => chart::remove(&mut desk, half, name),
        AccountCommand::Close { name } => chart::set_closed(&mut desk, half, name, Done::Closed),
        AccountCommand::Reopen { name } => chart::set_closed(&mut desk, half, name, Done::Reopened),
        AccountCommand::Rename(args) => chart::rename(&mut desk, half, args),
        AccountCommand::Merge(args) => chart::merge(&mut desk, half, args),
    }
}

/// One account, with the fields of the contract.
#[derive(Serialize)]
struct Line {
    name: String,
    kind: AccountKind,
    currency: String,
    parent: Option<String>,
    closed: bool,
    balance: Value,
    #[serde(skip)]
    shown: Shown,
}

/// What a table and CSV show of it.
struct Shown {
    name: String,
    kind: String,
    closed: String,
    balance: Money,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.shown.name.as_str()),
            Cell::text(self.shown.kind.as_str()),
            Cell::Money(self.shown.balance),
            Cell::text(self.shown.closed.as_str()),
            Cell::text(self.currency.as_str()),
            Cell::text(self.parent.as_deref().unwrap_or_default()),
        ]
    }
}

impl Line {
    fn of(found: &AccountBalance) -> Self {
        let account = &found.account;
        Self {
            name: found.path.clone(),
            kind: account.kind,
            currency: found.balance.currency.code.as_str().to_owned(),
            parent: chart::parent(&found.path),
            closed: account.closed,
            balance: money(found.balance),
            shown: Shown {
                name: found.path.clone(),
                kind: account.kind.as_str().to_owned(),
                closed: account.closed.to_string(),
                balance: found.balance,
            },
        }
    }
}

fn list(desk: &Desk<'_>, args: &AccountList) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let until = desk.date(args.date.as_deref())?;
    let mut found = desk.book.account_balances(until).or_explain(texts)?;
    found.retain(|found| {
        (args.all || !found.account.closed)
            && args.kind.is_none_or(|kind| kind == found.account.kind)
    });
    found.sort_by(|a, b| {
        let key = |one: &AccountBalance| one.account.kind;
        (key(a), chart::parts(&a.path)).cmp(&(key(b), chart::parts(&b.path)))
    });
    let mut lines: Vec<Line> = found.iter().map(Line::of).collect();
    let columns = if desk.is_table()? {
        let known: HashSet<&str> = found.iter().map(|found| found.path.as_str()).collect();
        for line in &mut lines {
            line.shown.name = chart::indented(&line.name, &known);
            line.shown.kind = kind_word(line.kind, texts);
            line.shown.closed = if line.closed {
                texts.get("word-closed")
            } else {
                String::new()
            };
        }
        columns(desk, found.iter().any(|found| found.account.closed))
    } else {
        columns(desk, true)
    };
    desk.list("accounts", columns, &lines)
}

fn columns(desk: &Desk<'_>, closed: bool) -> Vec<Column> {
    vec![
        Column::text("name", desk.text("head-account")),
        Column::fixed("kind", desk.text("head-kind")),
        Column::number("balance", desk.text("head-balance")),
        if closed {
            Column::text("closed", "")
        } else {
            Column::csv_only("closed")
        },
        Column::csv_only("currency"),
        Column::csv_only("parent"),
    ]
}

fn add(desk: &mut Desk<'_>, args: &AccountAdd) -> Result<(), Failure> {
    let date = desk.date(args.date.as_deref())?;
    let request = AddAccount {
        name: args.name.clone(),
        kind: args.kind,
        parent: args.parent.clone(),
        currency: args.currency,
        opening: args.opening.as_ref().map(|amount| Opening {
            amount: amount.clone(),
            date,
            equity: desk.text("word-opening-balances"),
        }),
    };
    let added = desk
        .book
        .add_account(&request)
        .or_explain(&desk.session.texts)?;
    let opening = added.opening.map(|id| ("opening", json!(id.to_string())));
    let thing = object(desk, &added.path)?;
    let sentence = desk.sentence(Done::Added, &added.path);
    desk.done("account", thing, opening.as_slice(), &sentence)
}

fn edit(desk: &mut Desk<'_>, args: &AccountEdit) -> Result<(), Failure> {
    let change = EditAccount {
        name: args.new_name.clone(),
        parent: args
            .parent
            .clone()
            .or_else(|| args.no_parent.then(String::new)),
        closed: None,
    };
    chart::edit(desk, Half::Accounts, &args.name, &change)
}

/// An account in JSON, by its full name.
pub(super) fn object(desk: &Desk<'_>, path: &str) -> Result<Value, Failure> {
    let texts = &desk.session.texts;
    let all = desk.book.account_balances(None).or_explain(texts)?;
    let found = all.iter().find(|found| found.path == path);
    Ok(found.map_or(Value::Null, |found| super::object(&Line::of(found))))
}
