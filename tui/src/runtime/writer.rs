//! The thread that changes the ledger: one change after the other, each saved before it is said.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use ops::Book;

use super::change::change;
use super::errands::{ErrandOrder, Held};
use super::ground::Ground;
use super::hands::{ReaderOrder, WriterOrder};
use super::keyboard::Inbound;
use super::opening::{Opened, open, rewrap};
use super::stop::StopWriter;
use super::teller::Teller;
use crate::app::{Answer, Reply};
use crate::cli::error::OrExplain as _;
use crate::i18n::Texts;

/// Serves until the loop is gone.
pub(super) fn serve(
    ground: &Ground,
    orders: &Receiver<WriterOrder>,
    others: &Others,
    stop: &Arc<StopWriter>,
    out: &Sender<Inbound>,
) {
    let mut book: Option<Box<Book>> = None;
    while let Ok(order) = orders.recv() {
        let (ticket, outcome) = match order {
            WriterOrder::Close => {
                stop.hold(None);
                book = None;
                continue;
            }
            WriterOrder::Open(ticket, opening, language) => {
                let texts = Texts::of_screens(language);
                stop.release();
                let progress = |said: String| {
                    let _ = out.send(Inbound::Progress(said));
                    stop.go_on()
                };
                let opened = open(ground, opening, &texts, progress);
                let outcome = opened.map(|opened| {
                    let (mut writing, answer) = hand_out(opened, others, stop);
                    writing.tell(Box::new(Teller::new(out.clone(), Arc::clone(stop))));
                    book = Some(writing);
                    answer
                });
                (ticket, outcome)
            }
            WriterOrder::Rewrap(ticket, wanted, language) => {
                let texts = Texts::of_screens(language);
                let Some(book) = &book else { continue };
                let directory = book.ledger().directory().clone();
                (ticket, rewrap(directory, &wanted, &texts).map(Answer::Done))
            }
            WriterOrder::Change(ticket, wanted, language) => {
                let Some(book) = &mut book else { continue };
                let texts = Texts::of_screens(language);
                stop.release();
                let done = book
                    .go_on(ground.clock())
                    .or_explain(&texts)
                    .and_then(|()| change(book, wanted, &texts));
                (ticket, done.map(Answer::Done))
            }
        };
        let outcome = outcome.map_err(Into::into);
        if out.send(Inbound::Reply(Reply { ticket, outcome })).is_err() {
            return;
        }
    }
}

/// Who else is given a ledger that was opened.
pub(super) struct Others {
    /// Those who answer.
    pub(super) readers: [Sender<ReaderOrder>; 2],
    /// Who goes to the remotes.
    pub(super) errands: Sender<ErrandOrder>,
}

/// Gives the others their ledgers, before anybody asks them; the writer's own comes back.
fn hand_out(opened: Opened, others: &Others, stop: &StopWriter) -> (Box<Book>, Answer) {
    let Opened {
        reading,
        mut writing,
        recovery_code,
        demo,
        key,
    } = opened;
    stop.hold(writing.interrupter().ok());
    // Made-up data is backed up nowhere.
    if !demo {
        let directory = writing.ledger().directory().clone();
        let held = Box::new(Held { directory, key });
        let _ = others.errands.send(ErrandOrder::Hold(Some(held)));
    }
    for (reader, book) in others.readers.iter().zip(reading) {
        let _ = reader.send(ReaderOrder::Hold(Some(Box::new(book))));
    }
    let answer = Answer::Opened {
        recovery_code,
        demo,
    };
    (Box::new(writing), answer)
}
