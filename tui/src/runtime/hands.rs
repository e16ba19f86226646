//! The two threads that hold the ledger, seen from the loop.

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use ops::session::Interrupter;

use super::ground::Ground;
use super::keyboard::Inbound;
use super::{reader, writer};
use crate::app::{Change, Opening, Read, Rewrap, ScreenId, Ticket};
use crate::i18n::Language;

/// A question for the reader.
pub(super) enum ReaderOrder {
    /// From now on this ledger, or none.
    Hold(Option<Box<ops::Book>>),
    /// Answer a question.
    Read(Ticket, Read, Language),
}

/// Something for the writer to do.
pub(super) enum WriterOrder {
    /// Open a ledger.
    Open(Ticket, Opening, Language),
    /// Change it.
    Change(Ticket, Change, Language),
    /// Put its key under another passphrase.
    Rewrap(Ticket, Box<Rewrap>, Language),
    /// Forget it.
    Close,
}

/// What the loop and the threads both look at.
#[derive(Default)]
pub(super) struct Shared {
    /// The question that is being answered.
    running: Mutex<Option<Ticket>>,
    /// The last question for each purpose.
    latest: Mutex<HashMap<(Option<ScreenId>, &'static str), u64>>,
    /// Stops what the reader does.
    reader: Mutex<Option<Interrupter>>,
    /// Stops what the writer does.
    writer: Mutex<Option<Interrupter>>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    /// True when the same was asked again since.
    pub(super) fn is_stale(&self, ticket: Ticket) -> bool {
        let latest = lock(&self.latest);
        latest
            .get(&(ticket.screen, ticket.slot))
            .is_some_and(|serial| *serial > ticket.serial)
    }

    /// The reader begins with a question, or has none.
    pub(super) fn run(&self, ticket: Option<Ticket>) {
        *lock(&self.running) = ticket;
    }

    /// How to stop the reader.
    pub(super) fn hold_reader(&self, interrupter: Option<Interrupter>) {
        *lock(&self.reader) = interrupter;
    }

    /// How to stop the writer.
    pub(super) fn hold_writer(&self, interrupter: Option<Interrupter>) {
        *lock(&self.writer) = interrupter;
    }

    /// A question is asked: what is being answered for the same purpose is of no use any more.
    fn ask(&self, ticket: Ticket) {
        lock(&self.latest).insert((ticket.screen, ticket.slot), ticket.serial);
        let running = lock(&self.running);
        let same =
            |running: &Ticket| (running.screen, running.slot) == (ticket.screen, ticket.slot);
        if running.as_ref().is_some_and(same)
            && let Some(reader) = lock(&self.reader).as_ref()
        {
            reader.interrupt();
        }
    }
}

/// The threads.
pub(super) struct Hands {
    reader: Sender<ReaderOrder>,
    writer: Sender<WriterOrder>,
    shared: Arc<Shared>,
    language: Language,
}

impl Hands {
    /// Starts the threads; their answers go to `out`.
    pub(super) fn new(ground: Ground, language: Language, out: Sender<Inbound>) -> Self {
        let shared = Arc::new(Shared::default());
        let (reader, questions) = mpsc::channel();
        let (writer, orders) = mpsc::channel();
        let (for_reader, replies) = (Arc::clone(&shared), out.clone());
        let for_answers = ground.clone();
        thread::spawn(move || reader::serve(&for_answers, &questions, &for_reader, &replies));
        let (for_writer, to_reader) = (Arc::clone(&shared), reader.clone());
        thread::spawn(move || writer::serve(&ground, &orders, &to_reader, &for_writer, &out));
        Self {
            reader,
            writer,
            shared,
            language,
        }
    }

    /// The language of answers from now on.
    pub(super) fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// Asks the reader.
    pub(super) fn read(&self, ticket: Ticket, read: Read) {
        self.shared.ask(ticket);
        // A thread that is gone has panicked, and the program with it.
        let _ = self
            .reader
            .send(ReaderOrder::Read(ticket, read, self.language));
    }

    /// Asks the writer for a change.
    pub(super) fn change(&self, ticket: Ticket, change: Change) {
        let order = WriterOrder::Change(ticket, change, self.language);
        let _ = self.writer.send(order);
    }

    /// Asks the writer to open a ledger.
    pub(super) fn open(&self, ticket: Ticket, opening: Opening) {
        let order = WriterOrder::Open(ticket, opening, self.language);
        let _ = self.writer.send(order);
    }

    /// Asks the writer to put the key under another passphrase.
    pub(super) fn rewrap(&self, ticket: Ticket, rewrap: Box<Rewrap>) {
        let order = WriterOrder::Rewrap(ticket, rewrap, self.language);
        let _ = self.writer.send(order);
    }

    /// Stops the change that is running.
    pub(super) fn cancel(&self) {
        if let Some(writer) = lock(&self.shared.writer).as_ref() {
            writer.interrupt();
        }
    }

    /// Lets both threads forget the ledger and its key.
    pub(super) fn close(&self) {
        let _ = self.reader.send(ReaderOrder::Hold(None));
        let _ = self.writer.send(WriterOrder::Close);
    }
}
