//! What is planned: budgets, schedules with their instalments, and the rules for imports.
//!
//! One file for each. They are told as names are: a sentence on stderr for people, the thing as it
//! is now for scripts.

pub(super) mod budget;
pub(super) mod rule;
mod rule_line;
pub(super) mod schedule;
mod schedule_line;

use domain::date::parse_date;
use domain::{NaiveDate, Query};

use super::names::Desk;
use crate::cli::error::{Failure, OrExplain as _};

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
