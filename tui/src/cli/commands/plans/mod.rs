//! What is planned: budgets, schedules with their instalments, and the rules for imports.
//!
//! One file for each. They are told as names are: a sentence on stderr for people, the thing as it
//! is now for scripts.

pub(super) mod budget;
pub(super) mod rule;
mod rule_line;
pub(super) use rule_line::rule_json;
pub(super) mod schedule;
mod schedule_line;

use domain::date::parse_date;
use domain::rule::RuleTerm;
use domain::{NaiveDate, Query};

use super::names::Desk;
use crate::cli::error::{Failure, OrExplain as _};

/// Reads the conditions of a rule as typed: query terms, and those that only rules have.
fn conditions(desk: &Desk<'_>, typed: &[String]) -> Result<(Query, Vec<RuleTerm>), Failure> {
    let texts = &desk.session.texts;
    let (mut plain, mut more) = (Vec::new(), Vec::new());
    for term in typed {
        match RuleTerm::only_of_rules(term.trim()) {
            Some(read) => more.push(read.or_explain(texts)?),
            None => plain.push(term.clone()),
        }
    }
    Ok((query(desk, &plain)?, more))
}

/// Reads a query as typed.
fn query(desk: &Desk<'_>, terms: &[String]) -> Result<Query, Failure> {
    let texts = &desk.session.texts;
    let currency = desk.book.currency().or_explain(texts)?;
    Query::parse(terms, desk.book.today(), currency).or_explain(texts)
}

/// Reads a day as typed.
fn day(desk: &Desk<'_>, text: &str) -> Result<NaiveDate, Failure> {
    parse_date(text, desk.book.today()).or_explain(&desk.session.texts)
}
