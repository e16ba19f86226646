//! What happens to the loop.

use crossterm::event::{KeyEvent, MouseEvent};
use domain::NaiveDate;

use super::{Reply, Target, Trouble};
use crate::i18n::Language;
use crate::keymap::Keymap;
use crate::theme::Theme;

/// One thing that happened.
#[derive(Debug)]
pub(crate) enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted.
    Paste(String),
    /// The mouse did something, over what was drawn there.
    Mouse(MouseEvent, Option<Target>),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// An answer came.
    Reply(Reply),
    /// Long work got further: what is said about it.
    Progress(String),
    /// A change got further.
    Step(ops::Step),
    /// An errand got further.
    ErrandStep(ops::Step),
    /// A setting was written, or not.
    Configured(Result<Box<Looks>, Trouble>),
    /// The day changed.
    Today(NaiveDate),
    /// Nobody touched anything for as long as the settings say.
    Idle,
}

/// What the settings make of the screens, after one of them changed.
#[derive(Debug)]
pub(crate) struct Looks {
    /// The language, when that is what changed.
    pub(crate) language: Option<Language>,
    /// Colours and glyphs.
    pub(crate) theme: Theme,
    /// The keys.
    pub(crate) keymap: Keymap,
}
