//! The threads that hold the ledger, seen from the loop.

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use ops::session::Interrupter;

use super::errands::Errands;
use super::ground::Ground;
use super::keyboard::Inbound;
use super::stop::StopWriter;
use super::writer::Others;
use super::{reader, writer};
use crate::app::{Change, Opening, Read, Rewrap, ScreenId, Ticket};
use crate::i18n::Language;
use crate::screens::backups::Errand;

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

/// What the loop and one reader both look at.
#[derive(Default)]
pub(super) struct Lane {
    /// The question that is being answered.
    running: Mutex<Option<Ticket>>,
    /// The last question for each purpose.
    latest: Mutex<HashMap<(Option<ScreenId>, &'static str), u64>>,
    /// Stops what the reader does.
    stop: Mutex<Option<Interrupter>>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lane {
    /// True when the same was asked again since.
    fn is_stale(&self, ticket: Ticket) -> bool {
        let latest = lock(&self.latest);
        latest.get(&(ticket.screen, ticket.slot)) != Some(&ticket.serial)
    }

    /// The reader begins with a question; false when the same was asked again since.
    ///
    /// `ask` writes down the newer question before it looks at what is running, and here it is the
    /// other way round: whichever comes first, one of the two sees the other.
    pub(super) fn begin(&self, ticket: Ticket) -> bool {
        let mut running = lock(&self.running);
        *running = Some(ticket);
        if let Some(stop) = lock(&self.stop).as_ref() {
            stop.release();
        }
        drop(running);
        !self.is_stale(ticket)
    }

    /// The reader has answered.
    pub(super) fn finish(&self) {
        if let Some(ticket) = lock(&self.running).take() {
            let mut latest = lock(&self.latest);
            let purpose = (ticket.screen, ticket.slot);
            if latest.get(&purpose) == Some(&ticket.serial) {
                latest.remove(&purpose);
            }
        }
    }

    /// How to stop the reader.
    pub(super) fn hold(&self, stop: Option<Interrupter>) {
        *lock(&self.stop) = stop;
    }

    /// A question is asked: what is being answered for the same purpose is of no use any more.
    fn ask(&self, ticket: Ticket) {
        let mut latest = lock(&self.latest);
        let newest = latest.entry((ticket.screen, ticket.slot)).or_default();
        if *newest > ticket.serial {
            // An effect of an effect comes before the rest of the effects that it is among.
            return;
        }
        *newest = ticket.serial;
        drop(latest);
        let running = lock(&self.running);
        let same =
            |running: &Ticket| (running.screen, running.slot) == (ticket.screen, ticket.slot);
        if running.as_ref().is_some_and(same) {
            self.stop();
        }
    }

    /// No question so far is wanted any more.
    fn forget_all(&self) {
        let mut latest = lock(&self.latest);
        latest.clear();
        drop(latest);
        self.stop();
    }

    fn stop(&self) {
        if let Some(stop) = lock(&self.stop).as_ref() {
            stop.interrupt();
        }
    }
}

/// A thread that reads, and what is shared with it.
struct Reader {
    orders: Sender<ReaderOrder>,
    lane: Arc<Lane>,
    thread: JoinHandle<()>,
}

impl Reader {
    fn start(ground: Ground, out: Sender<Inbound>) -> Self {
        let (orders, questions) = mpsc::channel();
        let lane = Arc::new(Lane::default());
        let shared = Arc::clone(&lane);
        let thread = thread::spawn(move || reader::serve(&ground, &questions, &shared, &out));
        Self {
            orders,
            lane,
            thread,
        }
    }

    fn ask(&self, ticket: Ticket, read: Read, language: Language) {
        self.lane.ask(ticket);
        // A thread that is gone has panicked, and the program with it.
        let _ = self.orders.send(ReaderOrder::Read(ticket, read, language));
    }

    /// Forgets the ledger: what is being answered, and what was asked before, is wanted no more.
    fn close(&self) {
        self.lane.forget_all();
        let _ = self.orders.send(ReaderOrder::Hold(None));
    }

    fn end(self) {
        drop(self.orders);
        // One that panicked has ended the program already.
        let _ = self.thread.join();
    }
}

/// The threads: one reads what is looked at, one what may take a while, one writes.
pub(super) struct Hands {
    quick: Reader,
    slow: Reader,
    writer: Sender<WriterOrder>,
    stop_writer: Arc<StopWriter>,
    language: Language,
    writing: JoinHandle<()>,
    errands: Errands,
}

impl Hands {
    /// Starts the threads; their answers go to `out`.
    pub(super) fn new(ground: Ground, language: Language, out: Sender<Inbound>) -> Self {
        let quick = Reader::start(ground.clone(), out.clone());
        let slow = Reader::start(ground.clone(), out.clone());
        let (writer, orders) = mpsc::channel();
        let stop_writer = Arc::new(StopWriter::default());
        let stop = Arc::clone(&stop_writer);
        let errands = Errands::start(ground.clone(), out.clone());
        let others = Others {
            readers: [quick.orders.clone(), slow.orders.clone()],
            errands: errands.orders(),
        };
        let writing = thread::spawn(move || writer::serve(&ground, &orders, &others, &stop, &out));
        Self {
            quick,
            slow,
            writer,
            stop_writer,
            language,
            writing,
            errands,
        }
    }

    /// The language of answers from now on.
    pub(super) fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// Asks a reader.
    pub(super) fn read(&self, ticket: Ticket, read: Read) {
        let reader = if read.is_slow() {
            &self.slow
        } else {
            &self.quick
        };
        reader.ask(ticket, read, self.language);
    }

    /// What was asked with earlier tickets for the same purpose is of no use any more.
    pub(super) fn forget(&self, ticket: Ticket) {
        self.quick.lane.ask(ticket);
        self.slow.lane.ask(ticket);
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
        self.stop_writer.stop();
    }

    /// Sends somebody to a remote.
    pub(super) fn errand(&self, ticket: Ticket, errand: Errand) {
        self.errands.send(ticket, errand, self.language);
    }

    /// Calls back who is at a remote.
    pub(super) fn cancel_errand(&self) {
        self.errands.cancel();
    }

    /// Lets a change that is running be saved, gives up what is only made up, and ends all threads: a process that leaves while one
    /// of them is inside of the ledger pulls the cryptography away under it.
    pub(super) fn end(self) {
        self.stop_writer.end();
        self.errands.call_back();
        self.close();
        drop(self.writer);
        let _ = self.writing.join();
        self.quick.end();
        self.slow.end();
        self.errands.end();
    }

    /// Lets all threads forget the ledger and its key.
    pub(super) fn close(&self) {
        self.quick.close();
        self.slow.close();
        self.errands.close();
        let _ = self.writer.send(WriterOrder::Close);
    }
}
