//! What a screen is: a value that takes actions and typing, and is drawn.

use crossterm::event::Event;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Answer, Change, Context, Dialog, Done, Read, Rewrap, Trouble};
use crate::config::Setting;
use crate::i18n::Language;
use crate::keymap::{Action, Scope};
use crate::screens::Screen;
use crate::screens::backups::Errand;
use crate::widgets::form::{FieldError, Form};

/// What follows from something that happened to a screen.
#[derive(Debug)]
pub(crate) enum Do {
    /// Ask the ledger; the slot says what for.
    Read(&'static str, Read),
    /// What was asked for this is not wanted any more.
    Forget(&'static str),
    /// Change the ledger.
    Change(Change),
    /// Go to a remote.
    Errand(Errand),
    /// Put a screen on top.
    Push(Box<Screen>),
    /// Go back to the screen below.
    Back,
    /// Open a dialog.
    Ask(Dialog),
    /// Say something in the bottom line.
    Say(Notice),
    /// Do what a key elsewhere would.
    Act(Action),
    /// Put the ledger's key under another passphrase.
    Rewrap(Box<Rewrap>),
    /// Write a setting; it holds at once.
    Configure(Setting, Option<String>),
    /// Open a ledger.
    Open(super::Opening),
    /// Speak another language.
    Speak(Language),
}

/// A sentence in the bottom line, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// Something was done.
    Good(String),
    /// Something to know.
    Plain(String),
    /// Something did not happen.
    Bad(Trouble),
}

/// What lies under the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// The words of an action.
    Action(Action),
    /// A row of a list, counted from the first that is loaded.
    Row(usize),
    /// A field of a form.
    Field(usize),
    /// One of the choices below a field.
    Choice(usize),
    /// The name of a page, such as one of the reports.
    Tab(usize),
}

/// What a screen draws on: the frame, and a note of what can be clicked.
pub(crate) struct Paper<'a, 'f> {
    /// The frame.
    pub(crate) frame: &'a mut Frame<'f>,
    /// What can be clicked; the last that was drawn lies on top.
    pub(crate) targets: &'a mut Vec<(Rect, Target)>,
}

impl Paper<'_, '_> {
    /// Notes what lies where.
    pub(crate) fn target(&mut self, area: Rect, target: Target) {
        self.targets.push((area, target));
    }
}

/// A screen.
pub(crate) trait Page {
    /// Where its keys come from, the nearest first.
    fn scopes(&self) -> &'static [Scope];

    /// True while keys are letters of a text.
    fn is_typing(&self) -> bool {
        false
    }

    /// Its name for the top line.
    fn title(&self, cx: &Context<'_>) -> String;

    /// Asks for what it shows: when it opens, when it comes back, and after each change.
    fn load(&mut self, cx: &Context<'_>) -> Vec<Do>;

    /// Does an action.
    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do>;

    /// Takes typing: a key that is no action, or a paste.
    fn typed(&mut self, _event: &Event, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    /// Takes a click on something that it drew; `twice` when the cursor was there already.
    fn clicked(&mut self, _target: Target, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    /// Takes the mouse being drawn over a row.
    fn dragged(&mut self, _row: usize, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    /// Takes one step back inside of the screen; false when there is none to take.
    fn back(&mut self) -> bool {
        false
    }

    /// What would be lost by leaving the screen; then leaving takes the same key twice.
    fn unsaved(&self, _cx: &Context<'_>) -> Option<String> {
        None
    }

    /// What is known of the ledger was read anew.
    fn learned(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    /// What is remembered of the remotes was read anew.
    fn remembered(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    /// Takes an answer from the ledger.
    fn answered(&mut self, _slot: &'static str, _answer: Answer, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    /// A change of its own is saved.
    fn done(&mut self, _done: &Done, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    /// A question or a change of its own failed; what it doesn't show itself it gives back.
    fn refused(
        &mut self,
        _slot: &'static str,
        trouble: Trouble,
        _cx: &Context<'_>,
    ) -> Option<Trouble> {
        Some(trouble)
    }

    /// Looks at a form that it asked for while it is typed, and says how it is understood.
    fn check(&mut self, _form: &mut Form, _cx: &Context<'_>) {}

    /// Takes what was typed into a form that it asked for.
    fn submitted(&mut self, _form: &Form, _cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        Ok(Vec::new())
    }

    /// The account that the screen is about, where new entries go.
    fn account(&self) -> Option<&str> {
        None
    }

    /// Why an action can't be done now, as a text id.
    fn why_not(&self, _action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        None
    }

    /// The command line that does or shows the same.
    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        None
    }

    /// Draws it.
    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>);
}
