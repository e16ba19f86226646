//! Saving goals: how far each has come, and what it needs a month to arrive in time.

mod forms;
mod update;
mod view;

#[cfg(test)]
mod tests;

use domain::Contribution;
use ops::goal::{AddGoal, Contribute, EditGoal};
use ops::report::GoalProgress;

use crate::widgets::cursor::Cursor;

/// A question of this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// All goals, the most important first.
    All,
}

/// Its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// How far each goal is, the most important first.
    pub(crate) goals: Vec<GoalProgress>,
    /// What was set aside, the latest first.
    pub(crate) contributions: Vec<Contribution>,
}

/// A change that this screen asks for.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    /// Make one.
    Add(AddGoal),
    /// Change one, close it or open it again.
    Edit {
        /// Its name.
        name: String,
        /// What to change.
        edit: EditGoal,
    },
    /// Set money aside for it.
    Contribute(Contribute),
    /// Delete it with its contributions.
    Remove {
        /// Its name.
        name: String,
    },
}

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    goals: Vec<GoalProgress>,
    contributions: Vec<Contribution>,
    cursor: Cursor,
    sought: Option<String>,
    loaded: bool,
}

impl State {
    fn current(&self) -> Option<&GoalProgress> {
        self.goals.get(self.cursor.at)
    }

    /// Takes the goals; the cursor stays on its own, or goes to the one that was sought.
    fn take(&mut self, found: Found, page: u16) {
        let kept = self.current().map(|one| one.goal.id);
        (self.goals, self.contributions) = (found.goals, found.contributions);
        let mut places = self.goals.iter();
        let place = match self.sought.take() {
            Some(name) => places.position(|one| one.goal.name == name),
            None => places.position(|one| Some(one.goal.id) == kept),
        };
        self.cursor.at = place.unwrap_or(self.cursor.at);
        self.loaded = true;
        self.cursor.settle(self.goals.len(), usize::from(page));
    }
}
