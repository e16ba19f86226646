//! The rows of a file with their verdicts, and what a person decided about them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use domain::statement::Verdict;
use domain::{Money, NaiveDate};
use ops::import::{Decision, Import, RowVerdict, decided};

use super::{NewProfile, Wanted};
use crate::widgets::cursor::Cursor;

/// What would become of a file.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The file.
    pub(crate) path: PathBuf,
    /// Its name.
    pub(crate) file: String,
    /// What its bytes were when it was read.
    pub(crate) print: u64,
    /// How it was read.
    pub(crate) request: Box<Import>,
    /// The ledger's accounts that the rows go to.
    pub(crate) accounts: Vec<String>,
    /// The same for each account in the file, where it names several.
    pub(crate) targets: Vec<(Option<String>, String)>,
    /// Why these.
    pub(crate) guess: Guess,
    /// The accounts that the file names.
    pub(crate) named: Vec<String>,
    /// Its format, encoding, dates and numbers: label and value.
    pub(crate) facts: Vec<(&'static str, String)>,
    /// The columns with what they are used for.
    pub(crate) columns: Vec<String>,
    /// Why it was read so.
    pub(crate) reasons: Vec<String>,
    /// What a person should look at.
    pub(crate) warnings: Vec<String>,
    /// The rows, in the order of the file.
    pub(crate) rows: Vec<PlanRow>,
    /// Rows beyond those.
    pub(crate) more: usize,
    /// How many rows have each verdict, beyond those too.
    pub(crate) counts: Counts,
    /// Profiles that were saved.
    pub(crate) profiles: Vec<String>,
    /// How it was read, when that is to be saved.
    pub(crate) save: Option<NewProfile>,
}

/// Why an account was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guess {
    /// The person said so.
    Said,
    /// The last file of this form went there.
    Before,
    /// The file names it.
    Named,
    /// It was used last.
    LastUsed,
    /// It holds the currency of the file.
    Currency,
}

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlanRow {
    /// Its position in the statement; none when it can't be read.
    pub(crate) position: Option<usize>,
    /// Its line in the file.
    pub(crate) line: u32,
    /// Its day.
    pub(crate) date: Option<NaiveDate>,
    /// Payee and memo.
    pub(crate) text: String,
    /// Its amount.
    pub(crate) amount: Option<Money>,
    /// What was found out about it.
    pub(crate) verdict: RowVerdict,
    /// The entry by hand that it looks like: day, and what it was.
    pub(crate) entry: Option<(NaiveDate, String)>,
    /// Why it can't be read.
    pub(crate) problem: Option<String>,
}

/// How many rows have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) new: usize,
    pub(crate) review: usize,
    pub(crate) matched: usize,
    pub(crate) known: usize,
    pub(crate) left_out: usize,
    pub(crate) bad: usize,
}

impl Counts {
    /// The number of one verdict.
    pub(crate) fn of(&mut self, verdict: RowVerdict) -> &mut usize {
        match verdict {
            RowVerdict::Taken(Verdict::New) => &mut self.new,
            RowVerdict::Taken(Verdict::Review) => &mut self.review,
            RowVerdict::Taken(Verdict::Matched) => &mut self.matched,
            RowVerdict::Duplicate => &mut self.known,
            RowVerdict::LeftOut | RowVerdict::Taken(Verdict::Declined) => &mut self.left_out,
            RowVerdict::Bad => &mut self.bad,
        }
    }

    /// All of them.
    pub(crate) const fn all(self) -> usize {
        self.new + self.review + self.matched + self.known + self.left_out + self.bad
    }
}

/// Which rows are seen, by what was found out about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Group {
    #[default]
    All,
    Review,
    New,
    Known,
    Bad,
}

impl Group {
    pub(super) const ALL: [Self; 5] = [Self::All, Self::Review, Self::New, Self::Known, Self::Bad];

    fn has(self, verdict: RowVerdict) -> bool {
        match self {
            Self::All => true,
            Self::Review => matches!(
                verdict,
                RowVerdict::Taken(Verdict::Review | Verdict::Matched)
            ),
            Self::New => verdict == RowVerdict::Taken(Verdict::New),
            Self::Known => verdict == RowVerdict::Duplicate,
            Self::Bad => verdict == RowVerdict::Bad,
        }
    }
}

/// A plan, and what a person made of it so far.
#[derive(Debug)]
pub(super) struct Review {
    pub(super) plan: Plan,
    pub(super) decisions: BTreeMap<usize, Decision>,
    pub(super) group: Group,
    /// The places of the rows that are seen.
    pub(super) seen: Vec<usize>,
    pub(super) cursor: Cursor,
    /// It is being imported.
    pub(super) sending: bool,
}

impl Review {
    /// A fresh look at a plan.
    pub(super) fn new(plan: Plan) -> Self {
        let seen = (0..plan.rows.len()).collect();
        Self {
            plan,
            decisions: BTreeMap::new(),
            group: Group::All,
            seen,
            cursor: Cursor::default(),
            sending: false,
        }
    }

    /// The same file, read again: what was decided stays if it was read the same way. Under other
    /// options the same position may hold another row, or go to another account.
    pub(super) fn renew(&mut self, plan: Plan) {
        let old = &self.plan;
        let same_way = old.request == plan.request && old.targets == plan.targets;
        let same_rows = old.print == plan.print && old.rows.len() == plan.rows.len();
        if !(same_way && same_rows) {
            self.decisions.clear();
        }
        self.plan = plan;
        let at = self.cursor;
        self.show(self.group);
        self.cursor.at = at.at.min(self.seen.len().saturating_sub(1));
    }

    /// Shows the rows of a group; all when it has none.
    pub(super) fn show(&mut self, group: Group) {
        let rows = self.plan.rows.iter().enumerate();
        let seen = rows.filter(|(_, row)| group.has(row.verdict));
        self.seen = seen.map(|(at, _)| at).collect();
        self.group = group;
        self.cursor = Cursor::default();
        if self.seen.is_empty() && group != Group::All {
            self.show(Group::All);
        }
    }

    /// Shows the group so many steps further that has rows.
    pub(super) fn turn(&mut self, by: usize) {
        let groups = Group::ALL.len();
        let at = Group::ALL.iter().position(|group| *group == self.group);
        let next = (1..=groups).map(|step| (at.unwrap_or(0) + by * step) % groups);
        let any = |group: &Group| self.plan.rows.iter().any(|row| group.has(row.verdict));
        let next = next.filter_map(|at| Group::ALL.get(at).copied()).find(any);
        if let Some(group) = next {
            self.show(group);
        }
    }

    /// How many rows a group has.
    pub(super) fn size(&self, group: Group) -> usize {
        let counts = self.plan.counts;
        match group {
            Group::All => counts.all(),
            Group::Review => counts.review + counts.matched,
            Group::New => counts.new,
            Group::Known => counts.known,
            Group::Bad => counts.bad,
        }
    }

    /// The row on a line of the list.
    pub(super) fn row(&self, line: usize) -> Option<&PlanRow> {
        self.plan.rows.get(*self.seen.get(line)?)
    }

    /// The row under the cursor.
    pub(super) fn current(&self) -> Option<&PlanRow> {
        self.row(self.cursor.at)
    }

    /// The verdict of a row, with what was decided about it.
    pub(super) fn verdict(&self, row: &PlanRow) -> RowVerdict {
        let decision = row.position.and_then(|at| self.decisions.get(&at));
        decision.map_or(row.verdict, |decision| {
            decided(row.verdict, *decision, row.entry.is_some())
        })
    }

    /// How many rows have each verdict now.
    pub(super) fn counts(&self) -> Counts {
        let mut counts = self.plan.counts;
        for row in &self.plan.rows {
            let verdict = self.verdict(row);
            if verdict != row.verdict {
                let before = counts.of(row.verdict);
                *before = before.saturating_sub(1);
                *counts.of(verdict) += 1;
            }
        }
        counts
    }

    /// Decides otherwise about the row under the cursor.
    pub(super) fn flip(&mut self) {
        let Some((row, position)) = self.current().and_then(|row| Some((row, row.position?)))
        else {
            return;
        };
        let now = self.decisions.get(&position).copied();
        let next = match (row.verdict, now) {
            (RowVerdict::Taken(Verdict::New), None)
            | (RowVerdict::Taken(Verdict::Matched), Some(Decision::Book)) => {
                Some(Decision::LeaveOut)
            }
            (RowVerdict::Taken(Verdict::Review), None) => Some(Decision::Merge),
            (RowVerdict::Taken(Verdict::Review), Some(Decision::Merge))
            | (RowVerdict::Taken(Verdict::Matched) | RowVerdict::Duplicate, None) => {
                Some(Decision::Book)
            }
            _ => None,
        };
        match next {
            Some(decision) => self.decisions.insert(position, decision),
            None => self.decisions.remove(&position),
        };
    }

    /// What is to be booked.
    pub(super) fn wanted(&self) -> Wanted {
        Wanted::Accept {
            path: self.plan.path.clone(),
            print: self.plan.print,
            request: self.plan.request.clone(),
            decisions: self.decisions.clone(),
        }
    }
}
