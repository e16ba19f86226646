//! `luka schedule …`

use domain::Schedule;
use domain::schedule::{End, Plain, Recurrence};
use ops::schedule::{AddSchedule, EditSchedule, Repeats, RunSchedules, Target};

use super::super::names::{Desk, Done, object};
use super::super::transaction;
use super::day;
use super::schedule_line::{Line, columns};
use crate::cli::args::schedule::{Days, ScheduleAdd, ScheduleCommand, ScheduleEdit, ScheduleRun};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::present;

/// Lists, changes or enters what recurs.
pub(crate) fn run(session: &Session, command: ScheduleCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        ScheduleCommand::List => list(&desk),
        ScheduleCommand::Add(args) => add(&mut desk, args),
        ScheduleCommand::Edit(args) => edit(&mut desk, args),
        ScheduleCommand::Rm { id } => remove(&mut desk, &id),
        ScheduleCommand::Skip { id } => skip(&mut desk, &id),
        ScheduleCommand::Run(args) => enter(desk, &args),
    }
}

fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let schedules = desk.book.schedules().or_explain(&desk.session.texts)?;
    let lines: Vec<Line> = schedules
        .iter()
        .map(|schedule| Line::of(desk, schedule))
        .collect::<Result<_, _>>()?;
    desk.list("schedules", columns(desk), &lines)
}

fn tell(desk: &Desk<'_>, schedule: &Schedule, done: Done) -> Result<(), Failure> {
    let line = Line::of(desk, schedule)?;
    let name = format!("{} ({})", line.name, line.id);
    let sentence = desk.sentence(done, &name);
    desk.done("schedule", object(&line), &[], &sentence)
}

fn repeats(desk: &Desk<'_>, days: &Days) -> Result<Option<Repeats>, Failure> {
    let rule = days.rule.as_deref().map(str::parse::<Recurrence>);
    let rule = rule.transpose().or_explain(&desk.session.texts)?;
    Ok(rule.map(Repeats::Rule).or(days.every.map(Repeats::Plain)))
}

fn end(desk: &Desk<'_>, days: &Days) -> Result<End, Failure> {
    Ok(match (&days.until, days.times) {
        (Some(text), _) => End::Until(day(desk, text)?),
        (None, Some(times)) => End::Count(times),
        (None, None) => End::Never,
    })
}

fn target(category: Option<String>, to: Option<String>) -> Option<Target> {
    category.map(Target::Category).or(to.map(Target::Account))
}

fn add(desk: &mut Desk<'_>, args: ScheduleAdd) -> Result<(), Failure> {
    let request = AddSchedule {
        repeats: repeats(desk, &args.days)?.unwrap_or(Repeats::Plain(Plain::Month)),
        from: desk.date(args.days.from.as_deref())?,
        end: end(desk, &args.days)?,
        amount: args.amount,
        // One of the two is required.
        target: target(args.category, args.to_account).unwrap_or(Target::Category(String::new())),
        account: args.details.account,
        payee: args.details.payee,
        memo: args.details.memo.unwrap_or_default(),
        tags: args.details.tags,
        instalments: args.instalments,
    };
    let added = desk.book.add_schedule(&request);
    let schedule = added.or_explain(&desk.session.texts)?;
    tell(desk, &schedule, Done::Added)
}

fn edit(desk: &mut Desk<'_>, args: ScheduleEdit) -> Result<(), Failure> {
    let change = EditSchedule {
        repeats: repeats(desk, &args.days)?,
        from: desk.date(args.days.from.as_deref())?,
        end: end(desk, &args.days)?,
        amount: args.new_amount,
        target: target(args.category, args.to_account),
        account: args.details.account,
        payee: args.details.payee,
        memo: args.details.memo,
        tag: args.details.tags,
        untag: args.untags,
    };
    let edited = desk.book.edit_schedule(&args.id, &change);
    let schedule = edited.or_explain(&desk.session.texts)?;
    tell(desk, &schedule, Done::Changed)
}

fn remove(desk: &mut Desk<'_>, id: &str) -> Result<(), Failure> {
    let removed = desk.book.remove_schedule(id);
    let schedule = removed.or_explain(&desk.session.texts)?;
    tell(desk, &schedule, Done::Removed)
}

fn skip(desk: &mut Desk<'_>, id: &str) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let (schedule, skipped) = desk.book.skip_schedule(id).or_explain(texts)?;
    let line = Line::of(desk, &schedule)?;
    let date = present::date(skipped.date);
    let sentence = text!(
        texts,
        "say-skipped-once",
        name = line.name.clone(),
        date = date
    );
    desk.done("schedule", object(&line), &[], &sentence)
}

/// Enters what is due, or shows it.
fn enter(desk: Desk<'_>, args: &ScheduleRun) -> Result<(), Failure> {
    let (session, texts) = (desk.session, &desk.session.texts);
    let until = desk.date(args.until.as_deref())?;
    let mut book = desk.book;
    let request = RunSchedules { until };
    let due = if args.dry_run {
        book.plan_run(&request)
    } else {
        book.run_schedules(&request)
    };
    let due = due.or_explain(texts)?;
    let desk = transaction::Desk::with(session, book)?;
    let n = i64::try_from(due.transactions.len()).unwrap_or(i64::MAX);
    desk.show_all(&due.transactions, args.dry_run)?;
    let said = match (n, args.dry_run) {
        (0, _) => "say-nothing-due",
        (_, true) => "say-would-enter",
        (_, false) => "say-entered",
    };
    if !session.format()?.is_json() {
        session.say(&text!(texts, said, n = n));
    }
    Ok(())
}
