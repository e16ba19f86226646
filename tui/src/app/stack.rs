//! The screens, one above the other. The stack is never empty.

use crate::screens::Screen;

/// The number of a screen that is or was open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ScreenId(u64);

/// The screens; the top one is seen.
pub(crate) struct Stack {
    top: (ScreenId, Screen),
    below: Vec<(ScreenId, Screen)>,
    next: u64,
}

/// Opening screens on screens ends somewhere: then the lowest one but the first is forgotten.
const DEEPEST: usize = 32;

impl Stack {
    /// A stack with one screen.
    pub(crate) fn new(screen: Screen) -> Self {
        Self {
            top: (ScreenId(0), screen),
            below: Vec::new(),
            next: 1,
        }
    }

    /// The screen that is seen.
    pub(crate) fn top(&self) -> &Screen {
        &self.top.1
    }

    /// The screen that is seen.
    pub(crate) fn top_mut(&mut self) -> &mut Screen {
        &mut self.top.1
    }

    /// Its number.
    pub(crate) fn top_id(&self) -> ScreenId {
        self.top.0
    }

    /// A screen that is still open.
    pub(crate) fn get_mut(&mut self, id: ScreenId) -> Option<&mut Screen> {
        if self.top.0 == id {
            return Some(&mut self.top.1);
        }
        self.below
            .iter_mut()
            .find(|(known, _)| *known == id)
            .map(|(_, screen)| screen)
    }

    /// All screens, the lowest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Screen> {
        self.below
            .iter()
            .chain(std::iter::once(&self.top))
            .map(|(_, screen)| screen)
    }

    /// Puts a screen on top.
    pub(crate) fn push(&mut self, screen: Screen) {
        let id = ScreenId(self.next);
        self.next += 1;
        let below = std::mem::replace(&mut self.top, (id, screen));
        self.below.push(below);
        if self.below.len() > DEEPEST {
            self.below.remove(1);
        }
    }

    /// Goes back; false when there is nothing below.
    pub(crate) fn pop(&mut self) -> bool {
        match self.below.pop() {
            Some(below) => {
                self.top = below;
                true
            }
            None => false,
        }
    }

    /// Closes everything and begins with one screen; numbers go on counting.
    pub(crate) fn reset(&mut self, screen: Screen) {
        self.below.clear();
        self.top = (ScreenId(self.next), screen);
        self.next += 1;
    }
}
