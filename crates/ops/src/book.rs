//! An open book: a ledger, and the moment at which it is used.

use chrono::NaiveDate;
use domain::Currency;
use store::{Interrupter, Ledger, StoreError, Verb, View, Writer};

use crate::progress::{Progress, Work};

/// The moment at which a face runs a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The day where the person is.
    pub today: NaiveDate,
    /// Milliseconds since 1970, UTC.
    pub now_ms: i64,
}

/// An open ledger with a clock; every verb is called on one.
#[derive(Debug)]
pub struct Book {
    ledger: Ledger,
    clock: Clock,
    progress: Option<Box<dyn Progress>>,
}

/// Under which name the ledger remembers its main currency.
pub(crate) const CURRENCY: &str = "currency";
/// Under which name the ledger remembers the account used last.
pub(crate) const LAST_ACCOUNT: &str = "last-account";

impl Book {
    /// Wraps an open ledger.
    pub fn new(ledger: Ledger, clock: Clock) -> Self {
        Self {
            ledger,
            clock,
            progress: None,
        }
    }

    /// The ledger below, for reading what no verb offers.
    pub fn view(&self) -> View<'_> {
        self.ledger.view()
    }

    /// The ledger itself.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// A way to stop what this book is doing, from another thread.
    pub fn interrupter(&mut self) -> Result<Interrupter, StoreError> {
        self.ledger.interrupter()
    }

    /// From now on this is told how far long verbs are.
    pub fn tell(&mut self, progress: Box<dyn Progress>) {
        self.progress = Some(progress);
    }

    /// Moves the clock on and takes in what others changed, for a face that stays open.
    pub fn go_on(&mut self, clock: Clock) -> Result<(), StoreError> {
        self.clock = clock;
        self.ledger.refresh()
    }

    /// The clock.
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// The day where the person is.
    pub const fn today(&self) -> NaiveDate {
        self.clock.today
    }

    /// The ledger's main currency: that of new accounts and of reports.
    pub fn currency(&self) -> Result<Currency, StoreError> {
        main_currency(self.view())
    }

    /// Runs one operation: everything `verb` writes is saved together, or nothing is.
    pub(crate) fn write<T, E: From<StoreError>>(
        &mut self,
        verb: Verb,
        act: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write_many(verb, |writer, _| act(writer))
    }

    /// The same for what may take long.
    pub(crate) fn write_many<T, E: From<StoreError>>(
        &mut self,
        verb: Verb,
        act: impl FnOnce(&mut Writer<'_>, &mut Work<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut work = Work::new(self.progress.as_deref_mut());
        let mut writer = self.ledger.write(verb, self.clock.now_ms)?;
        let outcome = act(&mut writer, &mut work)?;
        writer.commit()?;
        Ok(outcome)
    }

    /// Runs one operation to see what would come of it; nothing is saved.
    pub(crate) fn rehearse<T, E: From<StoreError>>(
        &mut self,
        verb: Verb,
        act: impl FnOnce(&mut Writer<'_>, &mut Work<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut work = Work::new(self.progress.as_deref_mut());
        act(&mut self.ledger.write(verb, self.clock.now_ms)?, &mut work)
    }
}

pub(crate) fn main_currency(view: View<'_>) -> Result<Currency, StoreError> {
    view.remembered(CURRENCY)?
        .and_then(|code| code.parse().ok())
        .and_then(|code| view.currency(code))
        .ok_or_else(|| StoreError::Contradiction("the ledger has no main currency".to_owned()))
}
