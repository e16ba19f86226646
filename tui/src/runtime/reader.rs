//! The thread that answers questions. A question that was asked again meanwhile is skipped, or
//! stopped in the middle.

use std::sync::mpsc::{Receiver, Sender};

use ops::Book;

use super::answer::answer;
use super::ground::Ground;
use super::hands::{Lane, ReaderOrder};
use super::keyboard::Inbound;
use crate::app::{Answer, Read, Reply, Ticket, Trouble};
use crate::i18n::{Language, Texts};

/// Serves until the loop is gone.
pub(super) fn serve(
    ground: &Ground,
    orders: &Receiver<ReaderOrder>,
    lane: &Lane,
    out: &Sender<Inbound>,
) {
    let mut book: Option<Box<Book>> = None;
    while let Ok(order) = orders.recv() {
        match order {
            ReaderOrder::Hold(next) => {
                let interrupter = next.as_ref().map(|book| book.ledger().interrupter());
                lane.hold(interrupter);
                book = next;
            }
            ReaderOrder::Read(ticket, read, language) => {
                let Some(book) = &mut book else { continue };
                let outcome = ask(book, ticket, &read, language, (ground, lane));
                let reply = outcome.map(|outcome| Inbound::Reply(Reply { ticket, outcome }));
                if reply.is_some_and(|reply| out.send(reply).is_err()) {
                    return;
                }
            }
        }
    }
}

/// Answers, unless the question is stale by then.
fn ask(
    book: &mut Book,
    ticket: Ticket,
    read: &Read,
    language: Language,
    (ground, lane): (&Ground, &Lane),
) -> Option<Result<Answer, Trouble>> {
    let texts = Texts::new(language);
    loop {
        if lane.is_stale(ticket) {
            return None;
        }
        lane.run(Some(ticket));
        book.set_clock(ground.clock());
        let outcome = answer(book, read, ground, &texts);
        lane.run(None);
        match outcome {
            Ok(answer) => return Some(Ok(answer)),
            // Stopped for the question before this one, of which the loop had not heard yet.
            Err(failure) if failure.kind == crate::cli::error::Kind::Interrupted => {}
            Err(failure) => return Some(Err(failure.into())),
        }
    }
}
