//! The whole program in a box, for tests: the real loop, the real threads, a real encrypted ledger,
//! a terminal that is a grid of letters. Driven by keys; waits for answers, never for a time.

pub(crate) mod shelf;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use clap::{CommandFactory as _, FromArgMatches as _};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use domain::currency::iso_currency;
use ops::demo::Demo;
use ops::session::{LedgerDir, Passphrase};
use ops::{Book, Clock, InitLedger, LedgerMade, StarterLanguage};
use ratatui::backend::TestBackend;
use ratatui::{Frame, Terminal};
use tempfile::TempDir;

use super::hands::Hands;
use super::keyboard::Inbound;
use super::terminal::Screen;
use super::turning::Turning;
use super::{Ground, appearance, first};
use crate::app::{Model, Msg, Opening};
use crate::cli::args::Cli;
use crate::cli::place::Places;
use crate::cli::session::{Session, Time};
use crate::config::ConfigFile;
use crate::i18n::{Language, Texts};

pub(crate) use shelf::Shelf;

/// The passphrase of the ledgers in tests.
pub(crate) const PASSPHRASE: &str = "correct horse battery staple";
/// Transactions of the demo ledger in tests.
const TRANSACTIONS: u64 = 400;

/// When a test that waits for an answer gives up.
const LIMIT: std::time::Duration = std::time::Duration::from_mins(1);

/// A terminal that is a grid, and a clipboard.
pub(crate) struct Grid {
    terminal: Terminal<TestBackend>,
    /// What was copied last.
    pub(crate) clipboard: String,
}

impl Screen for Grid {
    fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> std::io::Result<()> {
        self.terminal.draw(view).expect("a grid can be drawn on");
        Ok(())
    }

    fn clear(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn copy(&mut self, text: &str) -> std::io::Result<()> {
        text.clone_into(&mut self.clipboard);
        Ok(())
    }

    fn suspend(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The program in its box.
pub(crate) struct Rig {
    turning: Turning<'static>,
    inbox: Receiver<Inbound>,
    grid: Grid,
    home: TempDir,
}

/// The moment of all tests: a Saturday.
pub(crate) fn clock() -> Clock {
    Clock {
        today: domain::NaiveDate::from_ymd_opt(2026, 3, 14).expect("a day"),
        now_ms: 1_773_489_600_000,
    }
}

impl Rig {
    /// A ledger with made-up data, opened.
    pub(crate) fn demo(size: (u16, u16), language: Language) -> Self {
        let home = TempDir::new().expect("a temporary folder");
        copy(&demo_ledger(language), &home.path().join("data/ledger"));
        let opening = Opening::Passphrase(Passphrase::new(PASSPHRASE.to_owned()));
        Self::start(home, size, language, Some(opening))
    }

    /// Made-up data, as `luka demo` shows it.
    pub(crate) fn made_up(size: (u16, u16), language: Language) -> Self {
        let home = TempDir::new().expect("a temporary folder");
        let opening = Opening::Demo {
            transactions: 50,
            seed: 1,
        };
        Self::start(home, size, language, Some(opening))
    }

    /// A ledger with made-up data and what is done to its backups before it is opened.
    pub(crate) fn backed_up(
        size: (u16, u16),
        language: Language,
        prepare: impl FnOnce(&mut Shelf),
    ) -> Self {
        let home = TempDir::new().expect("a temporary folder");
        let ledger = home.path().join("data/ledger");
        copy(&demo_ledger(language), &ledger);
        prepare(&mut Shelf::of(&ledger));
        let opening = Opening::Passphrase(Passphrase::new(PASSPHRASE.to_owned()));
        Self::start(home, size, language, Some(opening))
    }

    /// A new ledger with English categories and the account `Cash`, filled through `ops`.
    pub(crate) fn filled(
        size: (u16, u16),
        language: Language,
        fill: impl FnOnce(&mut ops::Book),
    ) -> Self {
        let home = TempDir::new().expect("a temporary folder");
        std::fs::create_dir_all(home.path().join("data")).expect("a folder");
        let starter = Some(StarterLanguage::English);
        let mut made = init(home.path().join("data/ledger"), starter);
        fill(&mut made.book);
        drop(made);
        let opening = Opening::Passphrase(Passphrase::new(PASSPHRASE.to_owned()));
        Self::start(home, size, language, Some(opening))
    }

    /// Nothing yet: the welcome.
    pub(crate) fn empty(size: (u16, u16), language: Language) -> Self {
        let home = TempDir::new().expect("a temporary folder");
        Self::start(home, size, language, None)
    }

    fn start(
        home: TempDir,
        size: (u16, u16),
        language: Language,
        opening: Option<Opening>,
    ) -> Self {
        let places = Places::below(home.path());
        let ledger = home.path().join("data/ledger");
        let words = ["luka", "--color", "always", "--ledger"].map(str::to_owned);
        let words = words.into_iter().chain([ledger.display().to_string()]);
        let matches = Cli::command()
            .try_get_matches_from(words)
            .expect("arguments");
        let globals = Cli::from_arg_matches(&matches).expect("arguments").globals;
        let config = ConfigFile::load(places.config_file()).expect("no configuration");
        let time = Time::Stands(clock());
        let session = Session::new(Texts::new(language), globals, config, places, time);
        let session: &'static Session = Box::leak(Box::new(session));
        let (to, inbox) = mpsc::channel();
        let mut ground = Ground::of(session);
        ground.here = home.path().to_owned();
        // This program is the tests: nothing starts it again.
        ground.program = None;
        let hands = Hands::new(ground, language, to);
        let (screen, found) = first(session, &super::Start::Own).expect("a first screen");
        let mut appearance = appearance(session).expect("the usual appearance");
        appearance.theme = crate::theme::Theme::new(crate::theme::Palette::Dark, true);
        let model = Model::new(screen, appearance, clock().today, size);
        let mut rig = Self {
            turning: Turning::new(model, hands, session),
            inbox,
            grid: Grid {
                terminal: Terminal::new(TestBackend::new(size.0, size.1)).expect("a grid"),
                clipboard: String::new(),
            },
            home,
        };
        let opening = opening.or(found);
        rig.turning
            .begin(opening, &mut rig.grid)
            .expect("a beginning");
        rig.settle();
        rig
    }

    /// Waits until every question is answered, and draws.
    pub(crate) fn settle(&mut self) {
        while self.turning.model.is_waiting() || self.turning.model.errand.is_some() {
            let next = self.inbox.recv_timeout(LIMIT).expect("an answer");
            self.turning.take(next, &mut self.grid).expect("taken");
        }
        self.turning.draw(&mut self.grid).expect("drawn");
    }

    /// Presses keys, separated by blanks: `j`, `enter`, `ctrl-s`; `"text"` is typed letter by letter,
    /// its blanks written as `_`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            if let Some(text) = word.strip_prefix('"').and_then(|w| w.strip_suffix('"')) {
                for letter in text.replace('_', " ").chars() {
                    self.event(Event::Key(KeyEvent::new(
                        KeyCode::Char(letter),
                        KeyModifiers::NONE,
                    )));
                }
            } else {
                let key: crate::keymap::Key = word.parse().expect("a key");
                self.event(Event::Key(key.into()));
            }
            self.settle();
        }
        self
    }

    /// Something happens while answers may still be on their way.
    pub(crate) fn happens(&mut self, msg: Msg) {
        self.turning.happens(msg, &mut self.grid).expect("taken");
    }

    /// Something comes in from the terminal.
    pub(crate) fn event(&mut self, event: Event) {
        self.turning
            .take(Inbound::Event(event), &mut self.grid)
            .expect("taken");
    }

    /// The left button goes down on a column and a row, both counted from 0.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.event(Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        }));
        self.settle();
        self
    }

    /// Nobody touches anything for so long, while the machine may sleep.
    pub(crate) fn pass(&mut self, by: Duration) {
        self.turning.pass(by);
    }

    /// An answer, or a signal, lets the loop draw.
    pub(crate) fn redraw(&mut self) {
        self.turning.draw(&mut self.grid).expect("drawn");
    }

    /// The terminal gets another size.
    pub(crate) fn resize(&mut self, size: (u16, u16)) {
        self.grid.terminal.backend_mut().resize(size.0, size.1);
        self.event(Event::Resize(size.0, size.1));
        self.settle();
    }

    /// What is seen.
    pub(crate) fn screen(&self) -> String {
        self.grid.terminal.backend().to_string()
    }

    /// What was copied last.
    pub(crate) fn clipboard(&self) -> &str {
        &self.grid.clipboard
    }

    /// The state.
    pub(crate) fn model(&self) -> &Model {
        &self.turning.model
    }

    /// True when the person left.
    pub(crate) fn is_over(&self) -> bool {
        self.turning.is_over()
    }

    /// Another program works on the same ledger.
    pub(crate) fn elsewhere(&self, act: impl FnOnce(&mut Book)) {
        let directory = LedgerDir::new(self.home.path().join("data/ledger"));
        let locked = ops::session::Locked::find(directory).expect("a ledger");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let key = locked.key_from_passphrase(&passphrase).expect("its key");
        let device = "fedcba9876543210fedcba9876543210".parse().expect("an id");
        let ledger = locked.open(&key, device).expect("an open ledger");
        act(&mut Book::new(ledger, clock()));
    }

    /// Lets the doctor prove the ledger.
    pub(crate) fn prove(&self) {
        let directory = LedgerDir::new(self.home.path().join("data/ledger"));
        let locked = ops::session::Locked::find(directory).expect("a ledger");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let key = locked.key_from_passphrase(&passphrase).expect("its key");
        let device = "0123456789abcdef0123456789abcdef".parse().expect("an id");
        let patient = locked
            .open_to_examine(&key, device)
            .expect("an open ledger");
        ops::doctor::examine(&patient, |check, finding| {
            assert!(finding.is_fine(), "{check:?}: {finding:?}");
        });
    }

    /// The ledger on the disk, as another program opens it.
    fn book(&self) -> ops::Book {
        let directory = LedgerDir::new(self.home.path().join("data/ledger"));
        let locked = ops::session::Locked::find(directory).expect("a ledger");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let key = locked.key_from_passphrase(&passphrase).expect("its key");
        let device = "0123456789abcdef0123456789abcdef".parse().expect("an id");
        let ledger = locked.open(&key, device).expect("an open ledger");
        ops::Book::new(ledger, clock())
    }

    /// How many operations its history has.
    pub(crate) fn operations(&self) -> usize {
        let book = self.book();
        let operations = book.view().operations(u64::MAX).expect("a history");
        operations.len()
    }

    /// The legs of the transaction that was made last, in order: `Cash -4500 CLP`.
    pub(crate) fn legs_of_last(&self) -> Vec<String> {
        let book = self.book();
        let mut last = None;
        let window = ops::transaction::Window {
            query: domain::Query::default(),
            order: ops::transaction::Order::NewestFirst,
            start: ops::transaction::Start::default(),
            limit: u64::MAX,
        };
        book.window::<ops::LookupError>(&window, |transaction, _| {
            if last.as_ref().is_none_or(|(id, _)| *id < transaction.id) {
                last = Some((transaction.id, transaction.postings));
            }
            Ok(())
        })
        .expect("transactions");
        let chart = book.view().chart().expect("accounts");
        let (_, legs) = last.expect("a transaction");
        let legs = legs.iter();
        legs.map(|leg| format!("{} {}", chart.path(leg.account), leg.amount))
            .collect()
    }

    /// Another program changes the ledger, and what is known of it is read again.
    pub(crate) fn change_behind(&mut self, change: impl FnOnce(&mut ops::Book)) {
        change(&mut self.book());
        let today = crate::app::Msg::Today(clock().today);
        self.turning.update(today, &mut self.grid).expect("taken");
        self.settle();
    }

    /// The home directory of the box.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }
}

/// The ledger with made-up data; made once for each language, then copied.
fn demo_ledger(language: Language) -> std::path::PathBuf {
    static MADE: [OnceLock<TempDir>; 2] = [const { OnceLock::new() }; 2];
    let (cell, words) = match language {
        Language::En => (&MADE[0], StarterLanguage::English),
        Language::Es => (&MADE[1], StarterLanguage::Spanish),
    };
    let made = cell.get_or_init(|| {
        let folder = TempDir::new().expect("a temporary folder");
        let LedgerMade { mut book, .. } = init(folder.path().join("ledger"), None);
        let demo = Demo {
            transactions: TRANSACTIONS,
            seed: 1,
            language: words,
        };
        book.make_demo(demo, |_| ControlFlow::Continue(()))
            .expect("made-up data");
        folder
    });
    made.path().join("ledger")
}

fn init(folder: std::path::PathBuf, starter: Option<StarterLanguage>) -> LedgerMade {
    let request = InitLedger {
        directory: LedgerDir::new(folder),
        passphrase: Passphrase::new(PASSPHRASE.to_owned()),
        device: "0123456789abcdef0123456789abcdef".parse().expect("an id"),
        currency: iso_currency("CLP".parse().expect("a code")).expect("a currency"),
        starter,
    };
    request.run(clock()).expect("a ledger")
}

fn copy(from: &Path, to: &Path) {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = std::fs::DirBuilder::new();
    builder
        .recursive(true)
        .mode(0o700)
        .create(to)
        .expect("a folder");
    for entry in std::fs::read_dir(from).expect("a ledger") {
        let entry = entry.expect("a file");
        std::fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
    }
}
