//! What may lie over a screen: one thing at a time.

mod menu;
mod message;

use crossterm::event::Event;
use ratatui::layout::Rect;

use super::{Context, Paper, Target};
use crate::keymap::{Action, Scope};
use crate::widgets::form::Form;
use crate::widgets::pane;

pub(crate) use menu::{Item, Menu};
pub(crate) use message::Message;

/// A dialog.
#[derive(Debug)]
pub(crate) enum Dialog {
    /// The actions of this screen, or all of them; Enter does one.
    Menu(Menu),
    /// A form of the screen below.
    Form(Form),
    /// A few sentences to be read.
    Message(Message),
}

/// The widest dialog, in columns.
const WIDEST: u16 = 72;

impl Dialog {
    /// Where its keys come from.
    pub(super) fn scopes(&self) -> &'static [Scope] {
        match self {
            Self::Menu(_) => &[Scope::Menu, Scope::Always],
            Self::Form(_) => &[Scope::Form, Scope::Always],
            Self::Message(message) if message.job => &[Scope::Job, Scope::Message, Scope::Always],
            Self::Message(_) => &[Scope::Message, Scope::List, Scope::Always],
        }
    }

    /// Takes typing.
    pub(super) fn typed(&mut self, event: &Event) {
        match self {
            Self::Menu(menu) => menu.typed(event),
            Self::Form(form) => {
                form.typed(event);
            }
            Self::Message(_) => {}
        }
    }

    /// Takes a click.
    pub(super) fn clicked(&mut self, target: Target) {
        match self {
            Self::Menu(menu) => menu.clicked(target),
            Self::Form(form) => form.clicked(target),
            Self::Message(_) => {}
        }
    }

    /// The action that Enter starts, if it starts one.
    pub(super) fn chosen(&self) -> Option<Action> {
        match self {
            Self::Menu(menu) => menu.chosen(),
            Self::Form(_) | Self::Message(_) => None,
        }
    }

    /// Draws it.
    pub(super) fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let wide = WIDEST.min(area.width.saturating_sub(2));
        match self {
            Self::Menu(menu) => {
                let inner = pane::dialog(paper, area, menu.title(), (wide, area.height), cx);
                menu.view(paper, inner, cx);
            }
            Self::Form(form) => {
                let inner = pane::dialog(
                    paper,
                    area,
                    &form.title,
                    (wide, form.height(wide.saturating_sub(4))),
                    cx,
                );
                form.view(paper, inner, cx);
            }
            Self::Message(message) => {
                let rows = message.height(wide.saturating_sub(4));
                let inner = pane::dialog(paper, area, &message.title, (wide, rows), cx);
                message.view(paper, inner, cx);
            }
        }
    }
}
