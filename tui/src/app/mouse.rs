//! What the mouse does: everything that keys do, and nothing more.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::{Effect, Model, Target};
use crate::keymap::Action;

/// Rows that one notch of the wheel moves.
const WHEEL: usize = 3;

impl Model {
    pub(super) fn mouse(&mut self, event: MouseEvent, target: Option<Target>) -> Vec<Effect> {
        match (event.kind, target) {
            (MouseEventKind::ScrollDown, _) => self.wheel(Action::Down),
            (MouseEventKind::ScrollUp, _) => self.wheel(Action::Up),
            (MouseEventKind::Down(MouseButton::Left), Some(Target::Action(action))) => {
                self.notice = None;
                self.act(action)
            }
            (MouseEventKind::Down(MouseButton::Left), Some(target)) => {
                self.notice = None;
                let (stack, dialog, cx) = self.parts();
                if let Some(dialog) = dialog {
                    dialog.clicked(target);
                    self.check_dialog();
                    return Vec::new();
                }
                let follows = stack.top_mut().page_mut().clicked(target, &cx);
                self.perform(self.stack.top_id(), follows)
            }
            (MouseEventKind::Drag(MouseButton::Left), Some(Target::Row(row))) => {
                let (stack, dialog, cx) = self.parts();
                if dialog.is_some() {
                    return Vec::new();
                }
                let follows = stack.top_mut().page_mut().dragged(row, &cx);
                self.perform(self.stack.top_id(), follows)
            }
            _ => Vec::new(),
        }
    }

    fn wheel(&mut self, action: Action) -> Vec<Effect> {
        let by = if self.dialog.is_some() {
            match action {
                Action::Down => Action::NextChoice,
                _ => Action::PreviousChoice,
            }
        } else {
            action
        };
        (0..WHEEL).flat_map(|_| self.act(by)).collect()
    }
}
