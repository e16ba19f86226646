//! Columns get their roles: the header's words propose, the contents of the column dispose.

use super::shape::Shape;
use super::survey::{Column, Survey};
use super::words::{Meaning, meaning};
use crate::import::layout::Role;
use crate::import::profile::Profile;

/// One column with its name, what its header says and what it holds.
#[derive(Debug)]
pub(super) struct Candidate<'s> {
    pub(super) at: usize,
    pub(super) name: String,
    pub(super) meaning: Option<Meaning>,
    pub(super) column: &'s Column,
}

/// All columns of a table.
#[derive(Debug)]
pub(super) struct Candidates<'s> {
    pub(super) all: Vec<Candidate<'s>>,
    pub(super) records: u32,
}

impl<'s> Candidates<'s> {
    /// Looks every header up, or takes the roles that a profile gives.
    pub(super) fn new(shape: &Shape<'_>, survey: &'s Survey, profile: Option<&Profile>) -> Self {
        let names = shape.names();
        let all = survey
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let header = names.get(at).filter(|name| !name.is_empty());
                let name = header.cloned().unwrap_or_else(|| format!("#{}", at + 1));
                let meaning = match profile.filter(|profile| !profile.columns.is_empty()) {
                    Some(profile) => profile.role(&name, at).map(|(role, rank)| Meaning {
                        role,
                        rank,
                        exact: true,
                    }),
                    None => header
                        .and_then(|header| meaning(header))
                        .map(|meaning| corrected(meaning, column)),
                };
                Candidate {
                    at,
                    name,
                    meaning,
                    column,
                }
            })
            .collect();
        Self {
            all,
            records: survey.records,
        }
    }

    /// The columns whose header has a role and whose contents agree, the best first.
    pub(super) fn with(&self, role: Role, fits: impl Fn(&Column) -> bool) -> Vec<&Candidate<'s>> {
        let mut found: Vec<(Meaning, &Candidate<'s>)> = self
            .all
            .iter()
            .filter_map(|candidate| Some((candidate.meaning?, candidate)))
            .filter(|(meaning, candidate)| meaning.role == role && fits(candidate.column))
            .collect();
        found.sort_by_key(|(meaning, candidate)| (meaning.rank, !meaning.exact, candidate.at));
        found.into_iter().map(|(_, candidate)| candidate).collect()
    }

    /// The best column of a role.
    pub(super) fn best(&self, role: Role, fits: impl Fn(&Column) -> bool) -> Option<usize> {
        self.with(role, fits).first().map(|candidate| candidate.at)
    }

    /// The columns that no header word explains.
    pub(super) fn unnamed(&self) -> impl Iterator<Item = &Candidate<'s>> {
        self.all
            .iter()
            .filter(|candidate| candidate.meaning.is_none())
    }

    /// The name of a column.
    pub(super) fn name(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |candidate| &candidate.name)
    }

    /// What a column holds.
    pub(super) fn column(&self, at: usize) -> Option<&'s Column> {
        self.all.get(at).map(|candidate| candidate.column)
    }

    /// What the columns are, for an error message.
    pub(super) fn describe(&self) -> Vec<String> {
        self.all
            .iter()
            .map(|candidate| candidate.name.clone())
            .take(40)
            .collect()
    }
}

/// `Valuta` is a date in some languages and a currency in others: the contents tell.
fn corrected(meaning: Meaning, column: &Column) -> Meaning {
    if meaning.role == Role::ValueDate && column.is_codes() {
        return Meaning {
            role: Role::Currency,
            ..meaning
        };
    }
    meaning
}
