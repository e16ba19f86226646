//! `luka review`: the queue, without the screens.
//!
//! `list` shows what waits and why, `line` is one item of it; the answers are taken here, all of one
//! command in one operation.

mod line;
mod list;

use ops::import::Uncategorized;
use ops::review::{Answer, Decide, ItemKind, QueueItem, QueueRequest};
use ops::transaction_shape;
use serde_json::{Value, json};

use super::names::Desk;
use crate::cli::args::review::{
    Review, ReviewAccept, ReviewCommand, ReviewList, ReviewReject, WaitingKind,
};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;

/// Lists the queue, or answers.
pub(crate) fn run(session: &Session, args: Review) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match args.command {
        None => list::run(&desk, &ReviewList::default()),
        Some(ReviewCommand::List(args)) => list::run(&desk, &args),
        Some(ReviewCommand::Accept(args)) => accept(&mut desk, &args),
        Some(ReviewCommand::Reject(args)) => reject(&mut desk, args),
        Some(ReviewCommand::Match { item, entry }) => {
            answer(&mut desk, vec![(item, Answer::Match(entry))])
        }
        Some(ReviewCommand::Unpair { transfers }) => {
            let answers = transfers.into_iter().map(|id| (id, Answer::Unpair));
            answer(&mut desk, answers.collect())
        }
    }
}

fn accept(desk: &mut Desk<'_>, args: &ReviewAccept) -> Result<(), Failure> {
    let yes = Answer::Accept {
        category: args.category.clone(),
    };
    let items = if args.sure {
        waiting(desk, &[], QueueItem::is_sure)?
    } else if args.items.is_empty() {
        waiting(desk, &args.kinds, |_| true)?
    } else {
        args.items.clone()
    };
    answer(
        desk,
        items.into_iter().map(|id| (id, yes.clone())).collect(),
    )
}

fn reject(desk: &mut Desk<'_>, args: ReviewReject) -> Result<(), Failure> {
    let items = if args.items.is_empty() {
        waiting(desk, &args.kinds, |_| true)?
    } else {
        args.items
    };
    let no = |id| (id, Answer::Reject);
    answer(desk, items.into_iter().map(no).collect())
}

/// The ids of what waits.
fn waiting(
    desk: &Desk<'_>,
    wanted: &[WaitingKind],
    fits: impl Fn(&QueueItem) -> bool,
) -> Result<Vec<String>, Failure> {
    let request = QueueRequest {
        kinds: kinds(wanted),
        ..QueueRequest::default()
    };
    let list = desk.book.queue(&request).or_explain(&desk.session.texts)?;
    let fitting = list.items.into_iter().filter(|item| fits(item));
    Ok(fitting.map(|item| item.id).collect())
}

fn kinds(wanted: &[WaitingKind]) -> Vec<ItemKind> {
    let kind = |kind: &WaitingKind| match kind {
        WaitingKind::Entry => ItemKind::Entry,
        WaitingKind::Redated => ItemKind::Redated,
        WaitingKind::Transfer => ItemKind::Transfer,
        WaitingKind::Late => ItemKind::Late,
        WaitingKind::Document => ItemKind::Document,
        WaitingKind::Category => ItemKind::Category,
        WaitingKind::Rule => ItemKind::Rule,
        WaitingKind::Suggested => ItemKind::Suggested,
    };
    wanted.iter().map(kind).collect()
}

/// Gives the answers, and tells what there is now.
fn answer(desk: &mut Desk<'_>, answers: Vec<(String, Answer)>) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let request = Decide {
        answers,
        uncategorized: Uncategorized {
            expense: texts.get("word-uncategorized"),
            income: texts.get("word-uncategorized-income"),
        },
    };
    let decided = if request.answers.is_empty() {
        Vec::new()
    } else {
        desk.book.decide(&request).or_explain(texts)?
    };
    let left = desk.book.count_queue().or_explain(texts)?;
    if desk.session.format()?.is_json() {
        let mut list = Vec::with_capacity(decided.len());
        for one in &decided {
            let transaction = match &one.transaction {
                Some(found) => {
                    let names = desk.book.names_of(found).or_explain(texts)?;
                    json!(transaction_shape(&names, found).or_explain(texts)?)
                }
                None => Value::Null,
            };
            list.push(json!({ "id": one.id, "transaction": transaction }));
        }
        return desk
            .session
            .document(&json!({ "decided": list, "left": left }));
    }
    let n = i64::try_from(decided.len()).unwrap_or(i64::MAX);
    let left = i64::try_from(left).unwrap_or(i64::MAX);
    desk.session.say(&text!(texts, "say-decided", n = n));
    desk.session
        .say(&text!(texts, "say-left-to-review", n = left));
    Ok(())
}
