//! `luka rule …`

use domain::Rule;
use ops::rule::{AddRule, EditRule, RuleSettings, TryRules};

use super::super::names::{Desk, Done, object};
use super::super::transaction;
use super::rule_line::{Line, columns};
use super::{conditions, query};
use crate::cli::args::rule::{RuleAdd, RuleCommand, RuleEdit, RuleTest, Sets};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;

/// Lists, changes or tries rules.
pub(crate) fn run(session: &Session, command: RuleCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        RuleCommand::List => list(&desk),
        RuleCommand::Add(args) => add(&mut desk, args),
        RuleCommand::Edit(args) => edit(&mut desk, args),
        RuleCommand::Rm { rule } => remove(&mut desk, &rule),
        RuleCommand::Test(args) => test(desk, &args),
    }
}

fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let rules = desk.book.rules().or_explain(&desk.session.texts)?;
    // Those that wait for a yes are in the review queue.
    let lines: Vec<Line> = rules
        .iter()
        .filter(|rule| rule.state.is_active())
        .map(|rule| Line::of(desk, rule))
        .collect::<Result<_, _>>()?;
    desk.list("rules", columns(desk), &lines)
}

fn tell(desk: &Desk<'_>, line: &Line, done: Done) -> Result<(), Failure> {
    let sentence = desk.sentence(done, &line.called());
    desk.done("rule", object(line), &[], &sentence)
}

fn settings(sets: Sets) -> RuleSettings {
    RuleSettings {
        category: sets.set_category,
        payee: sets.set_payee,
        memo: sets.set_memo,
        tags: sets.add_tags,
        splits: match (sets.set_splits.is_empty(), sets.no_splits) {
            (true, false) => None,
            _ => Some(
                sets.set_splits
                    .into_iter()
                    .map(|one| (one.key, one.value))
                    .collect(),
            ),
        },
        transfer: sets.set_transfer,
    }
}

fn add(desk: &mut Desk<'_>, mut args: RuleAdd) -> Result<(), Failure> {
    let (query, more) = conditions(desk, &args.terms)?;
    let request = AddRule {
        query,
        more,
        name: args.sets.called.take().unwrap_or_default(),
        position: args.sets.position,
        set: settings(args.sets),
    };
    let added = desk.book.add_rule(&request);
    let rule: Rule = added.or_explain(&desk.session.texts)?;
    tell(desk, &Line::of(desk, &rule)?, Done::Added)
}

fn edit(desk: &mut Desk<'_>, mut args: RuleEdit) -> Result<(), Failure> {
    let terms = (!args.terms.is_empty()).then_some(&args.terms);
    let change = EditRule {
        terms: terms.map(|terms| conditions(desk, terms)).transpose()?,
        name: args.sets.called.take(),
        position: args.sets.position,
        set: settings(args.sets),
        untag: args.no_tags,
    };
    let edited = desk.book.edit_rule(&args.rule, &change);
    let rule = edited.or_explain(&desk.session.texts)?;
    tell(desk, &Line::of(desk, &rule)?, Done::Changed)
}

fn remove(desk: &mut Desk<'_>, typed: &str) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let rule = desk.book.rule(typed).or_explain(texts)?;
    let line = Line::of(desk, &rule)?;
    desk.book.remove_rule(typed).or_explain(texts)?;
    tell(desk, &line, Done::Removed)
}

/// Shows what rules would change. A first word without a colon names one rule; every other word is a
/// query term.
fn test(desk: Desk<'_>, args: &RuleTest) -> Result<(), Failure> {
    let (rule, terms) = match args.words.split_first() {
        Some((first, rest)) if !first.contains(':') => (Some(first.clone()), rest),
        _ => (None, args.words.as_slice()),
    };
    let request = TryRules {
        rule,
        query: query(&desk, terms)?,
    };
    let texts = &desk.session.texts;
    let trial = desk.book.try_rules(&request).or_explain(texts)?;
    let desk = transaction::Desk::with(desk.session, desk.book)?;
    transaction::bulk::preview(&desk, trial.edits, trial.unchanged)
}
