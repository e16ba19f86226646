//! `luka goal …`

use domain::{Contribution, Goal, Money};
use ops::goal::{AddGoal, Contribute, Contributions, EditGoal, GoalError};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Desk, Done, money, object};
use crate::cli::args::goal::{self as args, GoalCommand};
use crate::cli::ask;
use crate::cli::commands::report::{gauge, percent};
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _, did_you_mean};
use crate::cli::output::{Cell, Column, Format, Row};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::present;

/// Lists or changes goals, or puts money aside for one.
pub(crate) fn run(session: &Session, command: &GoalCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        GoalCommand::List(args) => list(&desk, args),
        GoalCommand::Show { name } => show(&desk, name),
        GoalCommand::Add(args) => add(&mut desk, args),
        GoalCommand::Edit(args) => edit(&mut desk, args),
        GoalCommand::Rm { name } => remove(&mut desk, name),
        GoalCommand::Close { name } => set_active(&mut desk, name, Done::Closed),
        GoalCommand::Reopen { name } => set_active(&mut desk, name, Done::Reopened),
        GoalCommand::Contribute(args) => contribute(&mut desk, args),
    }
}

/// One goal, with the fields of the contract.
#[derive(Serialize)]
struct Line {
    name: String,
    target: Value,
    current: Value,
    target_date: Option<String>,
    priority: u32,
    active: bool,
    description: String,
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

impl Line {
    fn of(desk: &Desk<'_>, goal: &Goal, current: Money) -> Result<Self, Failure> {
        let target = goal.target;
        let done = i128::from(current.minor) * 1000 / i128::from(target.minor.max(1));
        let done = i64::try_from(done).unwrap_or(i64::MAX);
        let (mut progress, mut active) = (percent(done), goal.active.to_string());
        if desk.is_table()? {
            if desk.session.screen().width.is_some() {
                progress = format!("{} {progress} %", gauge(done));
            }
            active = if goal.active {
                String::new()
            } else {
                desk.text("word-inactive")
            };
        }
        Ok(Self {
            name: goal.name.clone(),
            target: money(target),
            current: money(current),
            target_date: goal.target_date.map(present::date),
            priority: goal.priority,
            active: goal.active,
            description: goal.description.clone(),
            cells: vec![
                Cell::text(goal.name.as_str()),
                Cell::text(progress),
                Cell::Money(current),
                Cell::Money(target),
                goal.target_date.map_or(Cell::Empty, Cell::Date),
                Cell::Count(i64::from(goal.priority)),
                Cell::text(active),
                Cell::text(target.currency.code.as_str()),
                Cell::text(goal.description.as_str()),
            ],
        })
    }
}

fn columns(desk: &Desk<'_>, active: bool) -> Vec<Column> {
    vec![
        Column::text("name", desk.text("head-goal")),
        Column::text("percent", desk.text("head-progress")),
        Column::number("current", desk.text("head-saved")),
        Column::number("target", desk.text("head-target")),
        Column::fixed("target_date", desk.text("head-until")),
        Column::number("priority", desk.text("head-priority")),
        if active {
            Column::text("active", "")
        } else {
            Column::csv_only("active")
        },
        Column::csv_only("currency"),
        Column::csv_only("description"),
    ]
}

fn list(desk: &Desk<'_>, args: &args::GoalList) -> Result<(), Failure> {
    let mut found = desk.book.goals().or_explain(&desk.session.texts)?;
    // A script gets them all: each says whether it is active.
    let all = args.all || desk.session.format()? != Format::Table;
    found.retain(|found| all || found.goal.active);
    let lines: Vec<Line> = found
        .iter()
        .map(|found| Line::of(desk, &found.goal, found.current))
        .collect::<Result<_, _>>()?;
    let inactive = found.iter().any(|found| !found.goal.active);
    desk.list("goals", columns(desk, inactive), &lines)
}

/// One contribution.
#[derive(Serialize)]
struct Part {
    id: String,
    date: String,
    amount: Value,
    memo: String,
    transaction: Option<String>,
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Part {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

impl Part {
    fn of(contribution: &Contribution) -> Self {
        let transaction = contribution.transaction.map(|id| id.to_string());
        let code = contribution.amount.currency.code;
        Self {
            id: contribution.id.to_string(),
            date: present::date(contribution.date),
            amount: money(contribution.amount),
            memo: contribution.memo.clone(),
            cells: vec![
                Cell::Date(contribution.date),
                Cell::Money(contribution.amount),
                Cell::text(contribution.memo.as_str()),
                Cell::text(transaction.as_deref().unwrap_or_default()),
                Cell::text(code.as_str()),
            ],
            transaction,
        }
    }
}

fn show(desk: &Desk<'_>, typed: &str) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let (goal, current) = find(desk, typed)?;
    let mut parts = desk.book.view().contributions().or_explain(texts)?;
    parts.retain(|part| part.goal == goal.id);
    parts.sort_by_key(|part| (part.date, part.id));
    let parts: Vec<Part> = parts.iter().map(Part::of).collect();
    let line = Line::of(desk, &goal, current)?;
    if desk.session.format()?.is_json() {
        let mut thing = object(&line);
        thing["contributions"] = json!(parts);
        return desk.done("goal", thing, &[], "");
    }
    let columns_of_parts = vec![
        Column::fixed("date", desk.text("head-date")),
        Column::number("amount", desk.text("head-amount")),
        Column::text("memo", desk.text("head-memo")),
        Column::text("transaction", desk.text("head-transaction")),
        Column::csv_only("currency"),
    ];
    if !desk.is_table()? {
        return desk.list("contributions", columns_of_parts, &parts);
    }
    desk.list("goals", columns(desk, !goal.active), &[line])?;
    if !goal.description.is_empty() {
        desk.session.sentences(["", goal.description.as_str()])?;
    }
    if parts.is_empty() {
        return Ok(());
    }
    desk.session.lines([""])?;
    desk.list("contributions", columns_of_parts, &parts)
}

/// The goal that a name means: exactly spelled, else without regard to case and accents.
fn find(desk: &Desk<'_>, typed: &str) -> Result<(Goal, Money), Failure> {
    let all = desk.book.goals().or_explain(&desk.session.texts)?;
    let folded = domain::text::fold(typed);
    let at = all
        .iter()
        .position(|known| known.goal.name == typed.trim())
        .or_else(|| {
            all.iter()
                .position(|known| domain::text::fold(&known.goal.name) == folded)
        });
    let Some(found) = at.and_then(|at| all.get(at)) else {
        let texts = &desk.session.texts;
        let names = all.iter().map(|known| known.goal.name.as_str());
        let near = domain::text::suggest(typed, names);
        let message = text!(texts, "error-nothing-named", name = typed.trim().to_owned());
        return Err(Failure::new(Kind::NotFound, message).maybe_hint(did_you_mean(texts, &near)));
    };
    Ok((found.goal.clone(), found.current))
}

fn tell(desk: &Desk<'_>, goal: &Goal, done: Done) -> Result<(), Failure> {
    let all = desk.book.goals().or_explain(&desk.session.texts)?;
    let known = all.iter().find(|known| known.goal.id == goal.id);
    let current = known.map_or(Money::zero(goal.target.currency), |known| known.current);
    let line = Line::of(desk, goal, current)?;
    let sentence = desk.sentence(done, &line.name);
    desk.done("goal", object(&line), &[], &sentence)
}

fn add(desk: &mut Desk<'_>, args: &args::GoalAdd) -> Result<(), Failure> {
    let request = AddGoal {
        name: args.name.clone(),
        description: args.description.clone().unwrap_or_default(),
        target: args.target.clone(),
        currency: args.currency,
        target_date: desk.date(args.date.as_deref())?,
        priority: args.priority,
    };
    let added = desk.book.add_goal(&request);
    let goal = added.or_explain(&desk.session.texts)?;
    tell(desk, &goal, Done::Added)
}

fn edit(desk: &mut Desk<'_>, args: &args::GoalEdit) -> Result<(), Failure> {
    let date = desk.date(args.date.as_deref())?;
    let change = EditGoal {
        name: args.new_name.clone(),
        description: args.description.clone(),
        target: args.target.clone(),
        target_date: if args.no_date {
            Some(None)
        } else {
            date.map(Some)
        },
        priority: args.priority,
        active: None,
    };
    if change == EditGoal::default() {
        return Err(desk.nothing_to_edit());
    }
    let edited = desk.book.edit_goal(&args.name, &change);
    let goal = edited.or_explain(&desk.session.texts)?;
    tell(desk, &goal, Done::Changed)
}

fn set_active(desk: &mut Desk<'_>, typed: &str, done: Done) -> Result<(), Failure> {
    let change = EditGoal {
        active: Some(done == Done::Reopened),
        ..EditGoal::default()
    };
    let edited = desk.book.edit_goal(typed, &change);
    let goal = edited.or_explain(&desk.session.texts)?;
    tell(desk, &goal, done)
}

/// Removes a goal; its contributions go with it after a yes.
fn remove(desk: &mut Desk<'_>, typed: &str) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let (goal, current) = find(desk, typed)?;
    let was = Line::of(desk, &goal, current)?;
    let contributions = if desk.session.globals.yes {
        Contributions::Remove
    } else {
        Contributions::Keep
    };
    let removed = match desk.book.remove_goal(typed, contributions) {
        Err(ref refused @ GoalError::InUse { contributions, .. }) if ask::can_ask() => {
            let n = i64::try_from(contributions).unwrap_or(i64::MAX);
            let question = text!(texts, "ask-remove-goal", name = goal.name.clone(), n = n);
            if !desk.session.confirm(&question)? {
                return Err(refused.explain(texts));
            }
            desk.book.remove_goal(typed, Contributions::Remove)
        }
        outcome => outcome,
    };
    removed.or_explain(texts)?;
    let sentence = desk.sentence(Done::Removed, &was.name);
    desk.done("goal", object(&was), &[], &sentence)
}

fn contribute(desk: &mut Desk<'_>, args: &args::Contribute) -> Result<(), Failure> {
    let request = Contribute {
        goal: args.goal.clone(),
        amount: args.amount.clone(),
        date: desk.date(args.date.as_deref())?,
        memo: args.memo.clone().unwrap_or_default(),
        transaction: args.transaction.clone(),
    };
    let contributed = desk.book.contribute(&request);
    let now = contributed.or_explain(&desk.session.texts)?;
    let line = Line::of(desk, &now.goal, now.current)?;
    let sentence = text!(
        desk.session.texts,
        "say-contributed",
        name = line.name.clone(),
        current = desk.style.write(now.current),
        target = desk.style.write(now.goal.target)
    );
    desk.done("goal", object(&line), &[], &sentence)
}
