//! What the loop asks the outside for, and what comes back.
//!
//! Each question carries a [`Ticket`]. An answer to a screen that is gone, or to a question that was
//! asked again since, is dropped.

use domain::id::TransactionId;
use ops::session::{LedgerKey, Passphrase};
use zeroize::Zeroizing;

use super::{Facts, ScreenId};
use crate::cli::error::{Explain, Failure};
use crate::config::Setting;
use crate::i18n::{Language, Texts};
use crate::screens;

/// Who asked, what for, and which question it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Ticket {
    /// The screen; none for the application itself.
    pub(crate) screen: Option<ScreenId>,
    /// What for: a later question for the same replaces an earlier one.
    pub(crate) slot: &'static str,
    /// Counts up.
    pub(crate) serial: u64,
}

/// Something for the runtime to do.
#[derive(Debug)]
pub(crate) enum Effect {
    /// Read from the ledger.
    Read(Ticket, Read),
    /// What was asked before this ticket for the same purpose is not wanted any more.
    Forget(Ticket),
    /// Change the ledger.
    Change(Ticket, Change),
    /// Open a ledger.
    Open(Ticket, Opening),
    /// Forget the key and everything read with it.
    Lock,
    /// Give up the change that is running.
    CancelChange,
    /// Go to a remote.
    Errand(Ticket, screens::backups::Errand),
    /// Come back from a remote with what is done so far.
    CancelErrand,
    /// Put a text on the clipboard.
    Copy(String),
    /// Answer in this language from now on.
    Speak(Language),
    /// Write a setting into the configuration; nothing takes it out.
    Configure(Setting, Option<String>),
    /// Put the ledger's key under another passphrase.
    Rewrap(Ticket, Box<Rewrap>),
    /// Sleep until the shell wakes the program.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End.
    Quit,
}

/// A change of the passphrase: who may do it, and the new one.
#[derive(Debug)]
pub(crate) struct Rewrap {
    /// That the ledger is unlocked is not enough.
    pub(crate) proof: Proof,
    /// The new passphrase.
    pub(crate) new: Passphrase,
}

/// What shows that the ledger is one's own.
#[derive(Debug)]
pub(crate) enum Proof {
    /// The passphrase so far.
    Passphrase(Passphrase),
    /// The recovery code.
    RecoveryCode(Zeroizing<String>),
}

/// How a ledger comes to be open.
#[derive(Debug)]
pub(crate) enum Opening {
    /// By its passphrase.
    Passphrase(Passphrase),
    /// By the recovery code.
    RecoveryCode(Zeroizing<String>),
    /// By the key itself.
    Key(LedgerKey),
    /// It is made.
    New(Box<screens::welcome::NewLedger>),
    /// A throw-away one with made-up data.
    Demo {
        /// How many transactions.
        transactions: u64,
        /// What they are made from.
        seed: u64,
    },
}

/// A question to the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// What is known of it as a whole.
    Facts,
    /// A window of transactions.
    Rows(screens::transactions::Wish),
    /// How many transactions there are for a filter.
    Count(domain::Query),
    /// What the entry form needs.
    Entry(screens::entry::Wish),
    /// For `home`.
    Home(screens::home::Wish),
    /// For `reports`.
    Reports(screens::reports::Wish),
    /// For `accounts`.
    Accounts(screens::accounts::Wish),
    /// For `reconcile`.
    Reconcile(screens::reconcile::Wish),
    /// For `categories`.
    Categories(screens::categories::Wish),
    /// For `payees`.
    Payees(screens::payees::Wish),
    /// For `goals`.
    Goals(screens::goals::Wish),
    /// For `import`.
    Import(screens::import::Wish),
    /// For `review`.
    Review,
    /// For `history`.
    History(screens::history::Wish),
    /// What is remembered of the remotes.
    Backups,
    /// For `settings`.
    Settings,
}

impl Read {
    /// True for what may take long in a large ledger, and must not keep rows waiting.
    pub(crate) const fn is_slow(&self) -> bool {
        !matches!(self, Self::Facts | Self::Rows(_) | Self::Entry(_))
    }
}

/// What came of a question.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// What is known of the ledger.
    Facts(Box<Facts>),
    /// A window of transactions.
    Rows(screens::transactions::Window),
    /// How many transactions there are.
    Count(u64),
    /// What the entry form needs.
    Entry(Box<screens::entry::Found>),
    /// For `home`.
    Home(Box<screens::home::Found>),
    /// For `reports`.
    Reports(Box<screens::reports::Found>),
    /// For `accounts`.
    Accounts(Box<screens::accounts::Found>),
    /// For `reconcile`.
    Reconcile(Box<screens::reconcile::Found>),
    /// For `categories`.
    Categories(Box<screens::categories::Found>),
    /// For `payees`.
    Payees(Box<screens::payees::Found>),
    /// For `goals`.
    Goals(Box<screens::goals::Found>),
    /// For `import`.
    Import(Box<screens::import::Found>),
    /// For `review`.
    Review(Box<screens::review::Found>),
    /// For `history`.
    History(Box<screens::history::Found>),
    /// What is remembered of the remotes.
    Backups(Vec<screens::backups::Remote>),
    /// What came of an errand.
    Came(Box<screens::backups::Came>),
    /// For `settings`.
    Settings(Box<screens::settings::Found>),
    /// A change is saved.
    Done(Done),
    /// The ledger is open. The recovery code is there when it was made just now.
    Opened {
        /// To be shown once.
        recovery_code: Option<Zeroizing<String>>,
        /// True for made-up data.
        demo: bool,
    },
}

/// A change to the ledger, as typed; `ops` judges it.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// Enter an expense, an income or a saving.
    Add(Box<ops::transaction::AddTransaction>),
    /// Enter a transfer.
    Transfer(Box<ops::transaction::AddTransfer>),
    /// Change one transaction.
    Edit(TransactionId, Box<ops::transaction::EditTransaction>),
    /// Enter one again, all of its legs, with what is changed in it.
    Repeat(TransactionId, Box<ops::transaction::EditTransaction>),
    /// Change many.
    Bulk(Box<ops::transaction::BulkEdit>),
    /// Remove transactions.
    Remove(ops::transaction::Selection),
    /// Take back the last operations.
    Undo(u32),
    /// Take back an operation and all above it that stand.
    UndoTo(u64),
    /// Bring back what was taken back.
    Redo(u32),
    /// Of the screens `accounts` and `categories`.
    Tree(screens::tree::Wanted),
    /// Mark what a statement has.
    Reconcile(Box<ops::transaction::Reconcile>),
    /// Of the screen `payees`.
    Payees(screens::payees::Wanted),
    /// Of the screen `goals`.
    Goals(screens::goals::Wanted),
    /// Of the screen `import`.
    Import(screens::import::Wanted),
    /// Of the screen `review`.
    Review(screens::review::Wanted),
}

/// A change is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// One calm sentence about it.
    pub(crate) said: String,
    /// The transaction to put the cursor on.
    pub(crate) transaction: Option<TransactionId>,
}

/// Why something did not happen, in the person's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// What happened.
    pub(crate) message: String,
    /// What to do.
    pub(crate) hint: Option<String>,
}

impl Trouble {
    /// What an error says to a person.
    pub(crate) fn of(error: &impl Explain, texts: &Texts) -> Self {
        error.explain(texts).into()
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self {
            message: failure.message,
            hint: failure.hint,
        }
    }
}

/// An answer on its way back.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// To whom.
    pub(crate) ticket: Ticket,
    /// What came of it.
    pub(crate) outcome: Result<Answer, Trouble>,
}
