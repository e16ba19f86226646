//! `luka review list`: what waits, each with its reason and what is proposed.

use ops::review::QueueRequest;

use super::super::names::Desk;
use super::kinds;
use super::line::{Line, columns};
use crate::cli::args::review::ReviewList;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::Shape;
use crate::i18n::text;

/// How many items a table has when nobody says.
const USUAL: u64 = 50;

pub(super) fn run(desk: &Desk<'_>, args: &ReviewList) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let table = desk.is_table()?;
    let request = QueueRequest {
        kinds: kinds(&args.kinds),
        limit: args.limit.or(table.then_some(USUAL)),
        decided: args.decided,
    };
    let queue = desk.book.queue(&request).or_explain(texts)?;
    let lines: Vec<Line> = queue
        .items
        .iter()
        .map(|item| Line::of(desk, item))
        .collect::<Result<_, _>>()?;
    let shape = Shape {
        name: "items",
        head: Vec::new(),
        columns: columns(desk),
    };
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for line in &lines {
        listing.row(line).or_explain(texts)?;
    }
    listing
        .finish(&[("total", queue.total.into())])
        .or_explain(texts)?;
    if table && lines.is_empty() {
        desk.session.say(&texts.get("say-nothing-waits"));
    } else if table && !args.decided {
        let n = i64::try_from(queue.total).unwrap_or(i64::MAX);
        desk.session.say(&text!(texts, "say-left-to-review", n = n));
    }
    Ok(())
}
