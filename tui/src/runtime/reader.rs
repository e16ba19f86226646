//! The thread that answers questions. A question that was asked again meanwhile is skipped, or
//! stopped in the middle.

use std::sync::mpsc::{Receiver, Sender};

use ops::Book;

use super::answer::answer;
use super::ground::Ground;
use super::hands::{Lane, ReaderOrder};
use super::keyboard::Inbound;
use crate::app::{Answer, Read, Reply, Ticket, Trouble};
use crate::cli::error::{Kind, OrExplain as _};
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
            ReaderOrder::Hold(mut next) => {
                // Without it a question can't be stopped, and is answered all the same.
                let interrupter = next.as_mut().and_then(|book| book.interrupter().ok());
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
    let texts = Texts::of_screens(language);
    if !lane.begin(ticket) {
        return None;
    }
    let outcome = book
        .go_on(ground.clock())
        .or_explain(&texts)
        .and_then(|()| answer(book, read, ground, &texts));
    lane.finish();
    match outcome {
        Ok(answer) => Some(Ok(answer)),
        // Stopped because nobody wants to know any more.
        Err(failure) if failure.kind == Kind::Interrupted => None,
        Err(failure) => Some(Err(failure.into())),
    }
}
