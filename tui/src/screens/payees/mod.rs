//! Payees.

use ratatui::layout::Rect;

use crate::app::{Context, Do, Page, Paper};
use crate::keymap::{Action, Scope};

/// A question of this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {}

/// Its answer.
#[derive(Clone, Debug)]
pub(crate) enum Found {}

/// A change that this screen asks for.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {}

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Payees, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-payees")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    fn act(&mut self, _action: Action, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    fn view(&self, _paper: &mut Paper<'_, '_>, _area: Rect, _cx: &Context<'_>) {}
}
