//! `luka budget …`

use domain::budget::Starting;
use domain::{Budget, NaiveDate};
use ops::budget::{AddBudget, EditBudget};
use ops::report::BudgetLine;
use serde::Serialize;
use serde_json::Value;

use super::super::names::{Desk, Done, money, object};
use crate::cli::args::budget::{BudgetAdd, BudgetCommand, BudgetEdit};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::cli::session::Session;
use crate::present;

/// Lists or changes budgets.
pub(crate) fn run(session: &Session, command: &BudgetCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        BudgetCommand::List(args) => list(&desk, args.date.as_deref()),
        BudgetCommand::Add(args) => add(&mut desk, args),
        BudgetCommand::Edit(args) => edit(&mut desk, args),
        BudgetCommand::Rm { budget } => remove(&mut desk, budget),
    }
}

/// One budget in one of its periods.
#[derive(Serialize)]
struct Line {
    id: String,
    category: String,
    amount: Value,
    every: &'static str,
    starts: String,
    rollover: bool,
    from: String,
    to: String,
    carried: Value,
    actual: Value,
    left: Value,
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

impl Line {
    fn of(desk: &Desk<'_>, line: &BudgetLine) -> Result<Self, Failure> {
        let budget = &line.budget;
        let (cycle, id) = (budget.cycle, budget.id.to_string());
        let every = cycle.every.as_str();
        let shown = if desk.is_table()? {
            desk.text(period_word(every))
        } else {
            every.to_owned()
        };
        let starts = match cycle.starts {
            Some(day) => day.to_string(),
            None => present::date(cycle.since),
        };
        Ok(Self {
            cells: vec![
                Cell::text(line.category.as_str()),
                Cell::text(shown),
                Cell::Date(line.from),
                Cell::Date(line.to),
                Cell::Money(budget.amount),
                Cell::Money(line.carried),
                Cell::Money(line.actual),
                Cell::Money(line.left),
                Cell::text(id.as_str()),
                Cell::text(budget.amount.currency.code.as_str()),
                Cell::text(starts.as_str()),
                Cell::text(budget.rollover.to_string()),
            ],
            id,
            category: line.category.clone(),
            amount: money(budget.amount),
            every,
            starts,
            rollover: budget.rollover,
            from: present::date(line.from),
            to: present::date(line.to),
            carried: money(line.carried),
            actual: money(line.actual),
            left: money(line.left),
        })
    }
}

/// The text of how long a period is.
fn period_word(every: &str) -> &'static str {
    match every {
        "week" => "word-every-week",
        "two-weeks" => "word-every-two-weeks",
        "four-weeks" => "word-every-four-weeks",
        "quarter" => "word-every-quarter",
        "year" => "word-every-year",
        _ => "word-every-month",
    }
}

fn columns(desk: &Desk<'_>) -> Vec<Column> {
    vec![
        Column::text("category", desk.text("head-category")),
        Column::text("every", desk.text("head-every")),
        Column::fixed("from", desk.text("head-from")),
        Column::fixed("to", desk.text("head-until")),
        Column::number("amount", desk.text("head-budgeted")),
        Column::number("carried", desk.text("head-carried")),
        Column::number("actual", desk.text("head-actual")),
        Column::number("left", desk.text("head-left")),
        Column::fixed("id", desk.text("head-id")),
        Column::csv_only("currency"),
        Column::csv_only("starts"),
        Column::csv_only("rollover"),
    ]
}

fn lines(desk: &Desk<'_>, date: Option<NaiveDate>) -> Result<Vec<Line>, Failure> {
    let found = desk.book.budgets(date).or_explain(&desk.session.texts)?;
    found.iter().map(|line| Line::of(desk, line)).collect()
}

fn list(desk: &Desk<'_>, date: Option<&str>) -> Result<(), Failure> {
    let date = desk.date(date)?;
    desk.list("budgets", columns(desk), &lines(desk, date)?)
}

/// The line of one budget as it is now.
fn line_of(desk: &Desk<'_>, budget: &Budget) -> Result<Option<Line>, Failure> {
    let id = budget.id.to_string();
    let mut lines = lines(desk, None)?;
    lines.retain(|line| line.id == id);
    Ok(lines.pop())
}

fn tell(desk: &Desk<'_>, line: Option<&Line>, done: Done) -> Result<(), Failure> {
    let name = line.map(|line| line.category.as_str());
    let sentence = desk.sentence(done, name.unwrap_or_default());
    let thing = line.map_or(Value::Null, object);
    desk.done("budget", thing, &[], &sentence)
}

fn starting(desk: &Desk<'_>, typed: Option<&str>) -> Result<Option<Starting>, Failure> {
    let read = |text| Starting::parse(text, desk.book.today()).or_explain(&desk.session.texts);
    typed.map(read).transpose()
}

fn add(desk: &mut Desk<'_>, args: &BudgetAdd) -> Result<(), Failure> {
    let request = AddBudget {
        category: args.category.clone(),
        amount: args.amount.clone(),
        currency: args.currency,
        every: args.every,
        starting: starting(desk, args.starts.as_deref())?.unwrap_or_default(),
        rollover: args.rollover,
    };
    let added = desk.book.add_budget(&request);
    let budget = added.or_explain(&desk.session.texts)?;
    tell(desk, line_of(desk, &budget)?.as_ref(), Done::Added)
}

fn edit(desk: &mut Desk<'_>, args: &BudgetEdit) -> Result<(), Failure> {
    let rollover = args.rollover || args.no_rollover;
    let change = EditBudget {
        amount: args.new_amount.clone(),
        every: args.every,
        starting: starting(desk, args.starts.as_deref())?,
        rollover: rollover.then_some(args.rollover),
    };
    if change == EditBudget::default() {
        return Err(desk.nothing_to_edit());
    }
    let edited = desk.book.edit_budget(&args.budget, &change);
    let budget = edited.or_explain(&desk.session.texts)?;
    tell(desk, line_of(desk, &budget)?.as_ref(), Done::Changed)
}

fn remove(desk: &mut Desk<'_>, typed: &str) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let was = desk.book.budget(typed).or_explain(texts)?;
    let line = line_of(desk, &was)?;
    desk.book.remove_budget(typed).or_explain(texts)?;
    tell(desk, line.as_ref(), Done::Removed)
}
