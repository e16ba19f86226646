//! `luka undo` and `luka redo`: what was taken back or done again, by name.

use ops::history::{Moved, Subject, Thing};
use ops::{TransactionShape, transaction_shape};
use serde::Serialize;

use super::super::transaction::Desk;
use super::words;
use crate::cli::args::history::Steps;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;

/// One operation for scripts.
#[derive(Serialize)]
struct Line<'m> {
    sequence: u64,
    verb: &'static str,
    changes: i64,
    /// The first things that it was about.
    subjects: Vec<SubjectLine<'m>>,
}

#[derive(Serialize)]
struct SubjectLine<'m> {
    kind: &'static str,
    id: String,
    action: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transaction: Option<TransactionShape<'m>>,
}

#[derive(Serialize)]
struct Undone<'m> {
    undone: Vec<Line<'m>>,
}

#[derive(Serialize)]
struct Redone<'m> {
    redone: Vec<Line<'m>>,
}

/// Takes operations back.
pub(in crate::cli::commands) fn undo(session: &Session, args: &Steps) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    let moved = desk.book.undo(args.steps).or_explain(&session.texts)?;
    must_move(session, &moved, "error-no-undo")?;
    if session.format()?.is_json() {
        let undone = lines(session, &moved)?;
        return session.document(&Undone { undone });
    }
    tell(&desk, args.steps, &moved, "say-undone")?;
    session.say(&session.texts.get("say-redo"));
    Ok(())
}

/// Does again what was taken back.
pub(in crate::cli::commands) fn redo(session: &Session, args: &Steps) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    let moved = desk.book.redo(args.steps).or_explain(&session.texts)?;
    must_move(session, &moved, "error-no-redo")?;
    if session.format()?.is_json() {
        let redone = lines(session, &moved)?;
        return session.document(&Redone { redone });
    }
    tell(&desk, args.steps, &moved, "say-redone")
}

/// Having moved none is an error.
fn must_move(session: &Session, moved: &[Moved], nothing: &str) -> Result<(), Failure> {
    if moved.is_empty() {
        let hint = session.texts.get("hint-history");
        return Err(Failure::new(Kind::NotFound, session.texts.get(nothing)).hint(hint));
    }
    Ok(())
}

fn lines<'m>(session: &Session, moved: &'m [Moved]) -> Result<Vec<Line<'m>>, Failure> {
    let line = |moved: &'m Moved| {
        let subjects = moved.subjects.iter().map(|one| subject(session, one));
        Ok(Line {
            sequence: moved.operation.sequence,
            verb: moved.operation.verb.as_str(),
            changes: moved.operation.changes,
            subjects: subjects.collect::<Result<_, Failure>>()?,
        })
    };
    moved.iter().map(line).collect()
}

fn subject<'m>(session: &Session, subject: &'m Subject) -> Result<SubjectLine<'m>, Failure> {
    let (name, transaction) = match &subject.thing {
        Some(Thing::Named(name)) => (Some(name.as_str()), None),
        Some(Thing::Transaction(found)) => {
            let (transaction, names) = found.as_ref();
            let shape = transaction_shape(names, transaction).or_explain(&session.texts)?;
            (None, Some(shape))
        }
        None => (None, None),
    };
    Ok(SubjectLine {
        kind: subject.kind.as_str(),
        id: subject.id.to_string(),
        action: subject.action.as_str(),
        name,
        transaction,
    })
}

/// One line for each operation that was moved.
fn tell(desk: &Desk<'_>, steps: u32, moved: &[Moved], said: &str) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    desk.session.outcome(moved.iter().map(|moved| {
        let sequence = moved.operation.sequence.to_string();
        text!(texts, said, what = what(desk, moved), sequence = sequence)
    }))?;
    if (moved.len() as u64) < u64::from(steps) {
        let n = i64::try_from(moved.len()).unwrap_or(i64::MAX);
        desk.session.say(&text!(texts, "say-no-more-steps", n = n));
    }
    Ok(())
}

/// The word of an operation, the first thing that it was about, and how many more there are.
fn what(desk: &Desk<'_>, moved: &Moved) -> String {
    let texts = &desk.session.texts;
    let verb = texts.get(words::verb(moved.operation.verb.as_str()));
    let mut named = moved.subjects.iter().filter_map(|one| one.thing.as_ref());
    let first = match named.next() {
        None => return verb,
        Some(Thing::Named(name)) => name.clone(),
        Some(Thing::Transaction(found)) => desk.line(&found.0, &found.1),
    };
    if named.next().is_none() {
        return text!(texts, "word-moved-one", verb = verb, first = first);
    }
    let n = moved.operation.changes;
    text!(
        texts,
        "word-moved-several",
        verb = verb,
        first = first,
        n = n
    )
}
