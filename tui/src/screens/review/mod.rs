//! The review queue: what imports left for a person to decide, one line each, with its reason.
//!
//! The queue comes whole, up to a limit, and is narrowed here to one kind at a time. `update` turns
//! keys into answers, `forms` asks for a category, `view` draws the list and the reason of the row
//! under the cursor. What is answered goes; the cursor stays where it was, on the next one.

mod forms;
mod update;
mod view;

#[cfg(test)]
mod tests;

use domain::{Money, NaiveDate};
use ops::review::{Answer, ItemKind};

use crate::widgets::cursor::Cursor;

/// Its answer: what waits, up to a limit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The items, by kind.
    pub(crate) items: Vec<Item>,
    /// How many wait in all, but for those that were only suggested.
    pub(crate) total: u64,
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The id by which it is answered.
    pub(crate) id: String,
    /// Why it waits.
    pub(crate) kind: ItemKind,
    /// Its day, when it has one.
    pub(crate) date: Option<NaiveDate>,
    /// The account; empty for a rule.
    pub(crate) account: String,
    /// The amount in that account.
    pub(crate) amount: Option<Money>,
    /// What the bank wrote.
    pub(crate) text: String,
    /// Why, in a sentence.
    pub(crate) why: String,
    /// The category that is likeliest.
    pub(crate) likely: Option<String>,
    /// The file that brought it.
    pub(crate) file: String,
    /// True when a plain yes is what most people want.
    pub(crate) sure: bool,
}

impl Item {
    /// True when a category can be given with the yes.
    const fn takes_category(&self) -> bool {
        matches!(
            self.kind,
            ItemKind::Category | ItemKind::Suggested | ItemKind::Document | ItemKind::Late
        )
    }
}

/// A change that this screen asks for: answers with the ids of their items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The answers.
    pub(crate) answers: Vec<(String, Answer)>,
}

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    found: Found,
    /// The only kind that is seen; all when none.
    kind: Option<ItemKind>,
    /// The places of those that are seen.
    seen: Vec<usize>,
    cursor: Cursor,
    loaded: bool,
}

impl State {
    fn current(&self) -> Option<&Item> {
        self.row(self.cursor.at)
    }

    fn row(&self, at: usize) -> Option<&Item> {
        self.found.items.get(*self.seen.get(at)?)
    }

    /// The kinds that something waits for, in their order.
    fn kinds(&self) -> Vec<ItemKind> {
        let waits = |kind: &ItemKind| self.found.items.iter().any(|item| item.kind == *kind);
        ItemKind::ALL.into_iter().filter(waits).collect()
    }

    /// Sees one kind, or all.
    fn see(&mut self, kind: Option<ItemKind>, page: u16) {
        self.kind = kind;
        let items = self.found.items.iter().enumerate();
        let seen = items.filter(|(_, item)| kind.is_none_or(|kind| item.kind == kind));
        self.seen = seen.map(|(at, _)| at).collect();
        self.cursor.settle(self.seen.len(), usize::from(page));
    }

    /// The next kind, and all again after the last.
    fn next_kind(&mut self, back: bool, page: u16) {
        let mut round = vec![None];
        round.extend(self.kinds().into_iter().map(Some));
        let at = round
            .iter()
            .position(|kind| *kind == self.kind)
            .unwrap_or(0);
        let step = if back { round.len() - 1 } else { 1 };
        let next = round.get((at + step) % round.len()).copied().flatten();
        self.cursor = Cursor::default();
        self.see(next, page);
    }
}
