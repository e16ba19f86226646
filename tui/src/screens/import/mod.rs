//! Bank files: a file is chosen, it is said how it is read, each row has a verdict, and all that is
//! sure is booked in one operation.
//!
//! `browser` finds the file, `plan` holds the rows and what a person decided about them, `options`
//! is the form of what the file leaves open, `steps` goes from one to the next. Files are read by the runtime, never here.

mod book;
mod browser;
mod columns;
mod command;
mod files_view;
mod options;
mod plan;
mod reading;
mod steps;
mod update;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;

use domain::NaiveDate;
use ops::import::{BookImport, DateOrder, Decision, Fees, HandEntries, Import, Role, TableHead};

use browser::Browser;
use plan::Review;

pub(crate) use book::BookPlan;
pub(crate) use browser::{FileEntry, FileKind, Folder};
pub(crate) use plan::{Counts, Guess, Plan, PlanRow};

/// A question of this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// What is in a folder; without one, where looking begins.
    Folder(Option<PathBuf>),
    /// The first lines of a file.
    Head(PathBuf),
    /// What would become of a file's rows.
    Plan(PathBuf, Box<Options>),
    /// The columns of a table.
    Columns(PathBuf),
    /// How much waits for a decision.
    Waiting,
    /// The batch that was imported last.
    Batch,
}

/// Its answer.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// What is in a folder.
    Folder(Folder),
    /// The first lines of a file.
    Head(PathBuf, Vec<String>),
    /// What would become of the rows.
    Plan(Box<Plan>),
    /// What a whole book would bring.
    Book(Box<BookPlan>),
    /// The file leaves something open.
    Question(PathBuf, Question),
    /// How much waits for a decision.
    Waiting(u64),
    /// The batch that was imported last.
    Batch(Option<String>),
}

/// What a file leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// A date has two readings: with the day first, and with the month first.
    Dates(String, [NaiveDate; 2]),
    /// A number has two readings: with this mark as the decimal one, and with the other.
    Numbers(String, [(char, String); 2]),
    /// A row that may be money in or out, as written.
    Signs(String),
    /// Which accounts its rows belong to; the accounts that it names.
    Accounts(Vec<String>),
    /// What its columns are.
    Columns(TableHead),
}

/// How a file is to be read, as far as a person said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// The ledger's accounts: for all rows, or for those of one account in the file.
    pub(crate) accounts: Vec<(Option<String>, String)>,
    /// Day or month first.
    pub(crate) date_order: Option<DateOrder>,
    /// The decimal mark.
    pub(crate) decimal: Option<char>,
    /// Whether money out is written as positive.
    pub(crate) signs: Signs,
    /// Where fees belong.
    pub(crate) fees: Option<Fees>,
    /// What becomes of rows that look like entries by hand.
    pub(crate) matches: Matches,
    /// The profile to read with; the one that fits when none is named.
    pub(crate) profile: Option<String>,
    /// What the columns are; found out when nobody said.
    pub(crate) columns: Option<Columns>,
    /// The name under which to save how the file is read.
    pub(crate) save_as: Option<String>,
}

/// What the columns of a table are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    /// What separates them.
    pub(crate) delimiter: char,
    /// By their headers or as `#3`.
    pub(crate) chosen: Vec<(Role, String)>,
}

impl Columns {
    /// The column of a role.
    fn of(&self, role: Role) -> Option<&str> {
        let mut chosen = self.chosen.iter();
        let found = chosen.find(|(one, _)| *one == role)?;
        Some(&found.1)
    }
}

/// A profile that is to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewProfile {
    /// Its name.
    pub(crate) name: String,
    /// Where it goes.
    pub(crate) path: PathBuf,
    /// Its text.
    pub(crate) toml: String,
}

/// What the signs of the file mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Signs {
    /// Nobody said.
    #[default]
    Open,
    /// Money in is positive.
    AsWritten,
    /// Money out is positive.
    Inverted,
}

/// What becomes of rows that look like entries by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Matches {
    /// A person decides.
    #[default]
    Review,
    /// They are these entries.
    Merge,
    /// They are something else.
    New,
}

impl From<Matches> for HandEntries {
    fn from(matches: Matches) -> Self {
        match matches {
            Matches::Review => Self::Review,
            Matches::Merge => Self::Merge,
            Matches::New => Self::New,
        }
    }
}

/// A change that this screen asks for.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    /// Book what is sure, and what a person decided.
    Accept {
        /// The file.
        path: PathBuf,
        /// What its bytes were when the rows were judged.
        print: u64,
        /// How it was read.
        request: Box<Import>,
        /// What was decided about single rows, by their positions.
        decisions: BTreeMap<usize, Decision>,
    },
    /// Bring a whole book.
    Book {
        /// The file.
        path: PathBuf,
        /// What its bytes were when it was looked at.
        print: u64,
        /// How it was read.
        request: Box<BookImport>,
    },
    /// Save how a file was read.
    Save(NewProfile),
}

/// What was imported.
#[derive(Debug)]
struct Outcome {
    file: String,
    /// Numbers of rows by what became of them.
    counts: plan::Counts,
    /// For finding the rows again.
    batch: Option<String>,
}

/// Where one is.
#[derive(Debug, Default)]
enum Step {
    /// Choosing a file.
    #[default]
    Files,
    /// Looking at its rows.
    Rows(Box<Review>),
    /// It is done.
    Done(Outcome),
}

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    browser: Browser,
    step: Step,
    /// How the file is to be read; what was asked for last.
    options: Options,
    /// The file that is being read.
    reading: Option<PathBuf>,
    /// The file that leaves something open.
    asking: Option<PathBuf>,
    /// The accounts that the file names.
    named: Vec<String>,
    /// Where its rows would go: said by a person, or found out.
    targets: Vec<(Option<String>, String)>,
    /// Profiles that were saved.
    profiles: Vec<String>,
    /// The columns of the table that is asked about.
    table: Option<TableHead>,
    /// The profile that is being saved.
    saving: Option<String>,
    /// How much waits for a decision.
    waiting: u64,
    /// Files about which something was decided, and that were left for another.
    kept: Vec<Kept>,
    /// The book that is looked at.
    book: Option<Box<BookPlan>>,
    /// True while it is brought.
    booking: bool,
}

/// What was decided about a file that is not open now.
#[derive(Debug)]
struct Kept {
    options: Options,
    review: Box<Review>,
}
