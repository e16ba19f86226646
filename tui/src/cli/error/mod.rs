//! The one room that turns what went wrong into an exit code, a sentence and a hint.
//!
//! Each library keeps its own error enum; here, one file per topic, [`Explain`] says of each value
//! what kind of trouble it is, what happened and what to do, in the person's language. Nothing is
//! ever shown by `Debug`, and what the system said is passed on only as the system's words.
//! How a [`Failure`] is written (a sentence or JSON) is decided in `render`.

mod account;
mod agent;
mod attachment;
mod backup;
mod book;
mod budget;
mod clap;
mod config;
mod currency;
mod domain;
mod drive;
mod goal;
mod import;
mod label;
mod lookup;
mod name;
mod private;
mod query;
mod read;
mod rebuild;
mod remote;
mod render;
mod report;
mod restore;
mod review;
mod row;
mod rule;
mod schedule;
mod server;
mod store;
mod sync;
mod system;
mod transaction;
mod vault;

use crate::i18n::Texts;

pub(crate) use self::clap::explain_usage;
pub(crate) use book::{book_warning_sentence, line_sentence, uncarried_sentence};
pub(crate) use currency::unknown as unknown_currency;
pub(crate) use read::marks;
pub(crate) use render::Voice;
pub(crate) use row::{row_sentence, warning_sentence};
pub(crate) use system::{ask_failure, read_failure};

/// What kind of trouble it was: the exit code, and the word for it in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It could not be done.
    Failed,
    /// The command line makes no sense.
    Usage,
    /// The ledger is locked, or the passphrase is wrong.
    Locked,
    /// What was named does not exist.
    NotFound,
    /// A value or a file can't be taken.
    BadInput,
    /// It exists already, has two meanings, or is busy.
    Conflict,
    /// A remote or the network did not answer as it should.
    Remote,
    /// The ledger or a backup is damaged.
    Integrity,
    /// The reader of our output went away: nothing is left to say, and nobody to say it to.
    BrokenPipe,
    /// The person pressed ctrl-C at a question: they know.
    Interrupted,
}

impl Kind {
    /// The exit code, stable for scripts.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::BrokenPipe => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Locked => 3,
            Self::NotFound => 4,
            Self::BadInput => 5,
            Self::Conflict => 6,
            Self::Remote => 7,
            Self::Integrity => 8,
            Self::Interrupted => 130,
        }
    }

    /// True when nothing is to be said about it.
    pub(crate) const fn is_silent(self) -> bool {
        matches!(self, Self::BrokenPipe | Self::Interrupted)
    }

    /// The word in JSON, stable and never translated.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Failed | Self::BrokenPipe | Self::Interrupted => "failed",
            Self::Usage => "usage",
            Self::Locked => "locked",
            Self::NotFound => "not-found",
            Self::BadInput => "bad-input",
            Self::Conflict => "conflict",
            Self::Remote => "remote",
            Self::Integrity => "integrity",
        }
    }
}

/// What a person or a script is told when a command did not do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What kind of trouble it was.
    pub(crate) kind: Kind,
    /// One sentence on what happened.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) hint: Option<String>,
}

impl Failure {
    /// A failure without a hint.
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            hint: None,
        }
    }

    /// Adds what to do.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds what to do, if anything is known.
    #[must_use]
    pub(crate) fn maybe_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint.or(self.hint);
        self
    }
}

/// An error that can be told to a person.
pub(crate) trait Explain {
    /// Says what happened and what to do.
    fn explain(&self, texts: &Texts) -> Failure;
}

/// Explains the error of a result: `parse_date(text, today).or_explain(texts)?`.
pub(crate) trait OrExplain<T> {
    /// Passes the value on, or the error's explanation.
    fn or_explain(self, texts: &Texts) -> Result<T, Failure>;
}

impl<T, E: Explain> OrExplain<T> for Result<T, E> {
    fn or_explain(self, texts: &Texts) -> Result<T, Failure> {
        self.map_err(|error| error.explain(texts))
    }
}

/// `did you mean `A` or `B`?`, when there is something near.
pub(crate) fn did_you_mean(texts: &Texts, near: &[String]) -> Option<String> {
    let quoted: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    let (last, before) = quoted.split_last()?;
    let names = if before.is_empty() {
        last.clone()
    } else {
        format!("{} {} {last}", before.join(", "), texts.get("word-or"))
    };
    Some(crate::i18n::text!(
        texts,
        "hint-did-you-mean",
        names = names
    ))
}
