//! The rows around the cursor, and which ones to ask for next.

use domain::{Money, Query};
use ops::transaction::{Order, Place};

use super::Row;
use crate::widgets::cursor::Cursor;

/// Rows that are asked for at once.
pub(super) const PAGE: usize = 200;
/// When fewer rows than these are left beyond the cursor, more are asked for.
const MARGIN: usize = 80;
/// Rows that are kept; those that are farthest from the cursor go first.
const KEPT: usize = 800;

/// Which part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// From its first row.
    Start,
    /// Up to its last row.
    End,
    /// The rows after a place.
    After(Place, Option<Money>),
    /// The rows before a place.
    Before(Place, Option<Money>),
    /// Those around a place.
    Around(Place),
}

/// A question for rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// What they must match.
    pub(crate) query: Query,
    /// In which order.
    pub(crate) order: Order,
    /// Which part.
    pub(crate) anchor: Anchor,
    /// How many.
    pub(crate) limit: usize,
    /// The account whose balance is shown.
    pub(crate) account: Option<String>,
}

/// The answer: rows in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// Which part it is.
    pub(crate) anchor: Anchor,
    /// The rows.
    pub(crate) rows: Vec<Row>,
    /// True when there is nothing before them.
    pub(crate) at_start: bool,
    /// True when there is nothing after them.
    pub(crate) at_end: bool,
}

impl Window {
    /// True for an answer that begins the list anew, rather than going on with it.
    pub(super) const fn is_fresh(&self) -> bool {
        !matches!(self.anchor, Anchor::After(..) | Anchor::Before(..))
    }
}

/// The rows that are here.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) rows: Vec<Row>,
    pub(super) cursor: Cursor,
    at_start: bool,
    at_end: bool,
    /// Which part is being asked for.
    asked: Option<Anchor>,
    /// False before the first answer.
    pub(super) loaded: bool,
}

impl List {
    pub(super) fn current(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    /// The part to ask for so that the list shows what it does now, perhaps changed.
    pub(super) fn refresh(&mut self) -> Anchor {
        let anchor = match self.current() {
            // At the very beginning new rows shall be seen.
            Some(_) if self.at_start && self.cursor.at == 0 => Anchor::Start,
            Some(row) => Anchor::Around(row.place()),
            None => Anchor::Start,
        };
        self.asked = Some(anchor);
        anchor
    }

    /// Asks for a part from scratch.
    pub(super) fn ask(&mut self, anchor: Anchor) -> Anchor {
        self.asked = Some(anchor);
        anchor
    }

    /// The part to ask for because the cursor comes near an end of what is here.
    pub(super) fn more(&mut self) -> Option<Anchor> {
        if self.asked.is_some() {
            return None;
        }
        let after = self.rows.len().saturating_sub(self.cursor.at);
        let anchor = if !self.at_end && after < MARGIN {
            let last = self.rows.last()?;
            let balance = last.balance.zip(last.amount);
            let next = balance.and_then(|(held, flow)| held.checked_sub(flow).ok());
            Anchor::After(last.place(), next)
        } else if !self.at_start && self.cursor.at < MARGIN {
            let first = self.rows.first()?;
            Anchor::Before(first.place(), first.balance)
        } else {
            return None;
        };
        self.asked = Some(anchor);
        Some(anchor)
    }

    /// Takes rows in; an answer to an older question than the last is none of ours.
    pub(super) fn take(&mut self, window: Window) {
        if self.asked != Some(window.anchor) {
            return;
        }
        self.asked = None;
        self.loaded = true;
        let count = window.rows.len();
        match window.anchor {
            Anchor::After(..) => {
                self.rows.extend(window.rows);
                self.at_end = window.at_end;
                let spare = self.rows.len().saturating_sub(KEPT);
                if spare > 0 {
                    self.rows.drain(..spare);
                    self.at_start = false;
                    self.shift(-isize::try_from(spare).unwrap_or(0));
                }
            }
            Anchor::Before(..) => {
                self.rows.splice(0..0, window.rows);
                self.at_start = window.at_start;
                self.shift(isize::try_from(count).unwrap_or(0));
                if self.rows.len() > KEPT {
                    self.rows.truncate(KEPT);
                    self.at_end = false;
                }
            }
            Anchor::Start | Anchor::End | Anchor::Around(_) => self.replace(window),
        }
    }

    fn replace(&mut self, window: Window) {
        let screen_row = self.cursor.at.saturating_sub(self.cursor.top);
        self.rows = window.rows;
        (self.at_start, self.at_end) = (window.at_start, window.at_end);
        let last = self.rows.len().saturating_sub(1);
        self.cursor.at = match window.anchor {
            Anchor::End => last,
            Anchor::Around(place) => self
                .rows
                .iter()
                .position(|row| row.id == place.id)
                .or_else(|| self.rows.iter().position(|row| row.date <= place.date))
                .unwrap_or(last),
            _ => 0,
        };
        // The row that was looked at stays on its line of the screen.
        self.cursor.top = self.cursor.at.saturating_sub(screen_row);
    }

    fn shift(&mut self, by: isize) {
        self.cursor.at = self.cursor.at.saturating_add_signed(by);
        self.cursor.top = self.cursor.top.saturating_add_signed(by);
    }

    /// What was asked for does not come.
    pub(super) fn forget_asked(&mut self) {
        self.asked = None;
    }

    pub(super) const fn is_at_start(&self) -> bool {
        self.at_start
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.at_end
    }

    /// Puts the cursor on a transaction, if it is here.
    pub(super) fn find(&mut self, id: domain::id::TransactionId) -> bool {
        let at = self.rows.iter().position(|row| row.id == id);
        if let Some(at) = at {
            self.cursor.at = at;
        }
        at.is_some()
    }
}
