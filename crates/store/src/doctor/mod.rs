//! Proving the ledger: every promise of the file, checked from the rows up.
//!
//! Each check reads everything it speaks of, in flat memory, and changes nothing. They go from the
//! pages (does SQLCipher accept them?) over the books (do they balance?) to the history (is every
//! row what the recorded changes say, and does the chain end where the head outside says?).

mod attachments;
mod books;
mod history;
mod pages;
mod patient;
mod plans;

pub use patient::Patient;

use crate::{Ledger, StoreError};

/// A promise that was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Directory and files are the user's alone.
    Permissions,
    /// The key slots can be read.
    Keys,
    /// Each page carries the HMAC of this key.
    Pages,
    /// Tables and indices are whole.
    Structure,
    /// Nothing points to what isn't there.
    References,
    /// Each transaction has two postings or more, which sum to zero.
    Balance,
    /// Each posting is in the currency of its account; children are of their parent's kind.
    Accounts,
    /// Budgets, schedules and rules fit the accounts, payees and tags that they name.
    Plans,
    /// The content of each attachment is there and hashes to its digest.
    Attachments,
    /// The rollups are the sums of the postings.
    Rollups,
    /// The recorded changes form one unbroken chain.
    Chain,
    /// The chain goes through the head kept outside the database.
    Head,
    /// Each row is what its recorded changes say.
    History,
}

impl Check {
    /// All checks, in the order in which they run.
    pub const ALL: [Self; 13] = [
        Self::Permissions,
        Self::Keys,
        Self::Pages,
        Self::Structure,
        Self::References,
        Self::Balance,
        Self::Accounts,
        Self::Plans,
        Self::Attachments,
        Self::Rollups,
        Self::Chain,
        Self::Head,
        Self::History,
    ];

    /// The name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Permissions => "permissions",
            Self::Keys => "keys",
            Self::Pages => "pages",
            Self::Structure => "structure",
            Self::References => "references",
            Self::Balance => "balance",
            Self::Accounts => "accounts",
            Self::Plans => "plans",
            Self::Attachments => "attachments",
            Self::Rollups => "rollups",
            Self::Chain => "chain",
            Self::Head => "head",
            Self::History => "history",
        }
    }
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// How many things were looked at.
    pub examined: u64,
    /// How many of them are wrong.
    pub wrong: u64,
    /// The first of those, in technical words: a page, a row, a constraint; never an amount.
    pub first: Option<String>,
}

impl Finding {
    /// True when nothing is wrong.
    pub const fn is_fine(&self) -> bool {
        self.wrong == 0
    }

    fn look(&mut self) {
        self.examined += 1;
    }

    fn complain(&mut self, what: impl FnOnce() -> String) {
        self.wrong += 1;
        self.first.get_or_insert_with(what);
    }
}

impl Ledger {
    /// Runs one check. A failure to run it at all is itself a finding, not an error: a damaged file
    /// must not keep the doctor from looking at the rest.
    pub fn examine(&self, check: Check) -> Finding {
        let mut finding = Finding::default();
        let outcome = match check {
            Check::Permissions => {
                pages::permissions(self.directory(), &mut finding);
                Ok(())
            }
            Check::Keys => {
                // They opened it.
                finding.look();
                Ok(())
            }
            Check::Pages => pages::cipher(self, &mut finding),
            Check::Structure => pages::structure(self, &mut finding),
            Check::References
            | Check::Balance
            | Check::Accounts
            | Check::Plans
            | Check::Attachments
            | Check::Rollups
            | Check::Chain
            | Check::Head
            | Check::History => self.examine_books(check, &mut finding),
        };
        if let Err(error) = outcome {
            finding.complain(|| describe(&error));
        }
        finding
    }
}

impl Ledger {
    /// The checks that compare one statement's answer with another's: at one moment, so that
    /// somebody who writes meanwhile doesn't make them differ.
    fn examine_books(&self, check: Check, finding: &mut Finding) -> Result<(), StoreError> {
        let _moment = self.snapshot()?;
        match check {
            Check::References => pages::references(self, finding),
            Check::Balance => books::balance(self, finding),
            Check::Accounts => books::accounts(self, finding),
            Check::Attachments => attachments::check(self, finding),
            Check::Plans => plans::plans(self, finding),
            Check::Rollups => books::rollups(self, finding),
            Check::Chain => history::chain(self, finding),
            Check::Head => history::head(self, finding),
            _ => history::rows(self, finding),
        }
    }
}

/// An error with its causes; SQLite's words, which name tables and pages but no values.
fn describe(error: &StoreError) -> String {
    let mut text = error.to_string();
    if matches!(error, StoreError::Record(_)) {
        // Its cause would tell what is in the record.
        return text;
    }
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
