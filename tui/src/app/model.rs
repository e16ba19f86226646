//! Everything that the screens know at one moment.

use std::collections::HashMap;

use crossterm::event::KeyEvent;
use domain::NaiveDate;
use zeroize::Zeroizing;

use super::stack::Stack;
use super::{Context, Dialog, Facts, Notice, ScreenId, Ticket};
use crate::i18n::Texts;
use crate::keymap::{Action, Key, Keymap};
use crate::present::MoneyStyle;
use crate::screens::{Screen, backups};
use crate::theme::Theme;

/// How things look and which keys there are: from the settings.
pub(crate) struct Appearance {
    /// The language.
    pub(crate) texts: Texts,
    /// Colours and glyphs.
    pub(crate) theme: Theme,
    /// The keys.
    pub(crate) keymap: Keymap,
}

/// Work that takes a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Job {
    /// What is said about it.
    pub(crate) said: String,
    /// How far it is, when that is known.
    pub(crate) step: Option<ops::Step>,
    /// The change that it is.
    pub(crate) ticket: Ticket,
}

/// The whole state.
pub(crate) struct Model {
    /// The screens.
    pub(crate) stack: Stack,
    /// What lies over them.
    pub(crate) dialog: Option<Dialog>,
    /// What the bottom line says.
    pub(crate) notice: Option<Notice>,
    /// Looks and keys.
    pub(crate) appearance: Appearance,
    /// How money is written.
    pub(crate) style: MoneyStyle,
    /// What is known of the ledger; nothing while it is locked.
    pub(crate) facts: Facts,
    /// True while a ledger is open.
    pub(crate) open: bool,
    /// True for made-up data.
    pub(crate) demo: bool,
    /// The opening of made-up data with which the program was begun.
    pub(super) demo_asked: Option<Ticket>,
    /// Why the program ends, when there is nothing that it could show.
    pub(crate) failed: Option<super::Trouble>,
    /// Where to go on after unlocking.
    pub(crate) place: Vec<crate::screens::Route>,
    /// The recovery code with which the ledger is being opened, until a new passphrase is offered.
    pub(super) recovery: Option<Zeroizing<String>>,
    /// The day where the person is.
    pub(crate) today: NaiveDate,
    /// Whether amounts are hidden.
    pub(crate) hidden: bool,
    /// What was not done the first time because something would be lost by it.
    pub(super) warned: Option<Action>,
    /// The keys of a sequence so far.
    pub(crate) chord: Vec<Key>,
    /// Keys that were pressed before the ledger was open.
    pub(super) held: Vec<KeyEvent>,
    /// The change that is running.
    pub(crate) job: Option<Job>,
    /// What is being done at a remote.
    pub(crate) errand: Option<Job>,
    /// What is known of the remotes; nothing while the ledger is locked.
    pub(crate) backups: backups::Known,
    /// Columns and rows of the terminal.
    pub(crate) size: (u16, u16),
    /// Changes that were asked for and not answered.
    pub(super) changes: Vec<Ticket>,
    /// The change that the form in the dialog waits for.
    pub(super) sent: Option<Ticket>,
    latest: HashMap<(Option<ScreenId>, &'static str), u64>,
    serial: u64,
}

/// Rows of the top line and the bottom line.
pub(crate) const FRAME_ROWS: u16 = 2;

impl Model {
    /// Begins with one screen.
    pub(crate) fn new(
        screen: Screen,
        appearance: Appearance,
        today: NaiveDate,
        size: (u16, u16),
    ) -> Self {
        Self {
            stack: Stack::new(screen),
            dialog: None,
            notice: None,
            style: MoneyStyle::new(appearance.texts.language(), None),
            appearance,
            facts: Facts::default(),
            open: false,
            demo: false,
            demo_asked: None,
            failed: None,
            place: Vec::new(),
            recovery: None,
            today,
            hidden: false,
            warned: None,
            chord: Vec::new(),
            held: Vec::new(),
            job: None,
            errand: None,
            backups: backups::Known::default(),
            size,
            changes: Vec::new(),
            sent: None,
            latest: HashMap::new(),
            serial: 0,
        }
    }

    /// What screens may look at.
    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            texts: &self.appearance.texts,
            style: &self.style,
            theme: &self.appearance.theme,
            keymap: &self.appearance.keymap,
            facts: &self.facts,
            backups: &self.backups,
            today: self.today,
            hidden: self.hidden,
            size: (self.size.0, self.size.1.saturating_sub(FRAME_ROWS)),
        }
    }

    /// A ticket for an errand, which is answered whatever is asked after it.
    pub(super) fn errand_ticket(&mut self, screen: ScreenId) -> Ticket {
        self.serial += 1;
        Ticket {
            screen: Some(screen),
            slot: super::errand::ERRAND,
            serial: self.serial,
        }
    }

    /// A ticket for a change; each is answered, whatever is asked after it.
    pub(super) fn change_ticket(&mut self, screen: Option<ScreenId>) -> Ticket {
        self.serial += 1;
        let ticket = Ticket {
            screen,
            slot: super::update::CHANGE,
            serial: self.serial,
        };
        self.changes.push(ticket);
        ticket
    }

    /// True while there is a ledger to lock. Nobody knows the passphrase of made-up data, and there
    /// is nothing to protect.
    pub(crate) const fn locks(&self) -> bool {
        self.open && !self.demo
    }

    /// A ticket for a question, which makes earlier ones for the same void.
    pub(super) fn ticket(&mut self, screen: Option<ScreenId>, slot: &'static str) -> Ticket {
        self.serial += 1;
        self.latest.insert((screen, slot), self.serial);
        Ticket {
            screen,
            slot,
            serial: self.serial,
        }
    }

    /// True when no later question was asked for the same.
    pub(super) fn is_latest(&self, ticket: Ticket) -> bool {
        self.latest.get(&(ticket.screen, ticket.slot)) == Some(&ticket.serial)
    }

    /// True while answers are awaited.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.latest.is_empty() || !self.changes.is_empty()
    }

    /// True while a question for this is open.
    pub(super) fn awaits(&self, screen: Option<ScreenId>, slot: &'static str) -> bool {
        self.latest.contains_key(&(screen, slot))
    }

    /// The question was answered.
    pub(super) fn settle(&mut self, ticket: Ticket) {
        self.latest.remove(&(ticket.screen, ticket.slot));
    }

    /// Forgets everything that came from the ledger.
    pub(super) fn wipe(&mut self, screen: Screen) {
        self.stack.reset(screen);
        self.dialog = None;
        self.notice = None;
        self.facts = Facts::default();
        self.style = MoneyStyle::new(self.appearance.texts.language(), None);
        self.recovery = None;
        (self.open, self.demo) = (false, false);
        (self.job, self.errand) = (None, None);
        self.backups = backups::Known::default();
        self.warned = None;
        self.chord.clear();
        self.held.clear();
        self.latest.clear();
        self.changes.clear();
        self.sent = None;
    }
}
