//! The settings.

use ratatui::layout::Rect;

use crate::app::{Context, Do, Page, Paper};
use crate::keymap::{Action, Scope};

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Settings, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-settings")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    fn act(&mut self, _action: Action, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    fn view(&self, _paper: &mut Paper<'_, '_>, _area: Rect, _cx: &Context<'_>) {}
}
