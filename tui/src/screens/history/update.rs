//! What happens to the history.

use ops::history::Standing;
use ratatui::layout::Rect;

use super::view::WITH_DETAILS;
use super::{Found, State, Wish};
use crate::app::{Answer, Change, Context, Dialog, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};

const PAGE_SLOT: &str = "page";
const DETAILS_SLOT: &str = "details";
/// Operations asked for at once.
const PAGE: u64 = 100;
/// No more than these are read again after a change.
const MOST_AGAIN: usize = 1_000;
/// So near the end more are asked for.
const NEAR: usize = 40;

impl State {
    /// Asks for what will soon be seen, and for the details of the current row.
    fn follow(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let mut follows = Vec::new();
        let near = self.cursor.at + NEAR >= self.entries.len();
        if let (true, false, Some(place)) = (near, self.asked, self.next) {
            self.asked = true;
            let wish = Wish::Page(Some(place), PAGE);
            follows.push(Do::Read(PAGE_SLOT, Read::History(wish)));
        }
        if cx.size.0 >= WITH_DETAILS {
            follows.extend(self.ask_details());
        }
        follows
    }

    fn ask_details(&self) -> Option<Do> {
        let sequence = self.current()?.sequence;
        if self.details.as_ref().is_some_and(|(of, _)| *of == sequence) {
            return None;
        }
        let wish = Read::History(Wish::Details(sequence));
        Some(Do::Read(DETAILS_SLOT, wish))
    }

    fn step(&mut self, by: isize, cx: &Context<'_>) -> Vec<Do> {
        if by != 0 {
            self.opening = None;
        }
        self.cursor.step(by, self.entries.len());
        let lines = usize::from(Self::lines(cx));
        self.cursor.settle(self.entries.len(), lines);
        self.follow(cx)
    }

    fn open(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let Some(sequence) = self.current().map(|entry| entry.sequence) else {
            return Vec::new();
        };
        match &self.details {
            Some((of, _)) if *of == sequence => {
                let message = self.details_message(cx);
                vec![Do::Ask(Dialog::Message(message))]
            }
            _ => {
                self.opening = Some(sequence);
                self.ask_details().into_iter().collect()
            }
        }
    }

    fn take(&mut self, found: Found, cx: &Context<'_>) -> Vec<Do> {
        match found {
            Found::Page {
                first,
                entries,
                next,
            } => {
                let current = self.current().map(|entry| entry.sequence);
                // The newest is where one looks; anywhere else the place is kept.
                let kept = current.filter(|_| self.cursor.at > 0);
                if first {
                    self.entries = entries;
                } else {
                    self.entries.extend(entries);
                }
                (self.next, self.asked, self.loaded) = (next, false, true);
                if let Some(sequence) = kept {
                    let place = |entry: &super::Entry| entry.sequence == sequence;
                    self.cursor.at = self.entries.iter().position(place).unwrap_or(0);
                }
                self.step(0, cx)
            }
            Found::Details(sequence, changed) => {
                // The cursor may have gone on meanwhile.
                if self.current().map(|entry| entry.sequence) != Some(sequence) {
                    return Vec::new();
                }
                self.details = Some((sequence, changed));
                if self.opening.take() == Some(sequence) {
                    return self.open(cx);
                }
                Vec::new()
            }
        }
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::History, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-history")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        let again = self.entries.len().min(MOST_AGAIN);
        let limit = u64::try_from(again).unwrap_or(PAGE).max(PAGE);
        self.asked = true;
        let wish = Wish::Page(None, limit);
        vec![Do::Read(PAGE_SLOT, Read::History(wish))]
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let page = isize::try_from(Self::lines(cx).max(1)).unwrap_or(1);
        match action {
            Action::Down => self.step(1, cx),
            Action::Up => self.step(-1, cx),
            Action::PageDown => self.step(page, cx),
            Action::PageUp => self.step(-page, cx),
            Action::First => self.step(isize::MIN, cx),
            Action::Last => self.step(isize::MAX, cx),
            Action::Open => self.open(cx),
            Action::UndoToHere => {
                let current = self.current();
                let stands = |entry: &&super::Entry| matches!(entry.standing, Standing::Stands(_));
                let undo = current.filter(stands).map(|entry| entry.sequence);
                let undo = undo.map(|sequence| Do::Change(Change::UndoTo(sequence)));
                undo.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        let Target::Row(row) = target else {
            return Vec::new();
        };
        if self.cursor.at == row {
            return self.open(cx);
        }
        self.opening = None;
        self.cursor.to(row, self.entries.len());
        self.follow(cx)
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        match answer {
            Answer::History(found) => self.take(*found, cx),
            _ => Vec::new(),
        }
    }

    fn why_not(&self, action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        let standing = self.current().map(|entry| entry.standing);
        match (action, standing) {
            (Action::Open | Action::UndoToHere, None) => Some("why-no-rows"),
            (Action::UndoToHere, Some(Standing::TakenBack)) => Some("why-taken-back"),
            (Action::UndoToHere, Some(Standing::Move)) => Some("why-undo-itself"),
            (Action::UndoToHere, Some(Standing::Ground)) => Some("why-ground"),
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        let entry = self.current()?;
        match (entry.standing, &entry.about.transaction) {
            (Standing::Stands(steps), _) if self.cursor.at > 0 => {
                Some(format!("luka undo {steps}"))
            }
            (_, Some(id)) => Some(format!("luka history {id}")),
            _ => Some("luka history".to_owned()),
        }
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
