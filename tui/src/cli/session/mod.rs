//! What a command runs in: its texts, its options, the clock, the way to the ledger.
//!
//! A [`Session`] is made once the command line is understood. Commands ask it for an open book
//! ([`open_book`]), for a place to write their rows, and for answers to their questions; they never
//! read the environment themselves. Where a passphrase comes from is told in `secret`, who keeps
//! keys for a while in `agent`.

mod agent;
mod clock;
mod device;
mod environment;
mod open;
mod password;
mod repository;
mod secret;
mod write;

use std::path::Path;

use chrono::{DateTime, Utc};
use ops::Clock;
use ops::session::LedgerDir;

use super::args::global::Globals;
use super::ask;
use super::error::{Failure, Kind, ask_failure};
use super::output::{Format, Screen, Stream};
use super::place::Places;
use crate::config::{ColourWish, Config, ConfigFile};
use crate::i18n::Texts;

pub(crate) use agent::{READY, connect, start_agent};
pub(crate) use clock::Time;
pub(crate) use device::device_id;
pub(crate) use environment::variable;
pub(crate) use open::{Secret, key, key_by_secret, key_without_asking};
pub(crate) use open::{open_book, open_patient};
pub(crate) use password::{Password, password};
pub(crate) use repository::unlock_repository;
pub(crate) use secret::{NEW_PASSPHRASE, PASSPHRASE, new_passphrase};

/// Everything that is the same for each command.
pub(crate) struct Session {
    /// The person's language.
    pub(crate) texts: Texts,
    /// The options that every command takes.
    pub(crate) globals: Globals,
    /// The configuration file.
    pub(crate) config: ConfigFile,
    /// The directories of this machine.
    pub(crate) places: Places,
    clock: Clock,
    time: Time,
}

impl Session {
    /// Prepares a session; reads the clock once, so that a command has one "now".
    pub(crate) fn new(
        texts: Texts,
        globals: Globals,
        config: ConfigFile,
        places: Places,
        time: Time,
    ) -> Self {
        Self {
            texts,
            globals,
            config,
            places,
            clock: time.now(),
            time,
        }
    }

    /// Where the time comes from, for who stays longer than a command.
    pub(crate) const fn time(&self) -> Time {
        self.time
    }

    /// The moment at which the command runs.
    pub(crate) const fn clock(&self) -> Clock {
        self.clock
    }

    /// The same moment as others measure it.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.clock.now_ms).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// Where the ledger is, or will be.
    pub(crate) fn ledger(&self) -> LedgerDir {
        self.places
            .ledger(self.globals.ledger.as_deref(), variable("LUKA_LEDGER"))
    }

    /// The format of lists and reports.
    pub(crate) fn format(&self) -> Result<Format, Failure> {
        let Some(chosen) = self.globals.format else {
            return Ok(if self.globals.json {
                Format::Json
            } else {
                Format::Table
            });
        };
        chosen.of_lists().ok_or_else(|| {
            Failure::new(Kind::Usage, self.texts.get("error-export-format"))
                .hint(self.texts.get("hint-export-format"))
        })
    }

    /// What stdout can show.
    pub(crate) fn screen(&self) -> Screen {
        Screen::of(Stream::Stdout, self.colour_wish(), variable)
    }

    /// Whether someone sees a line on stderr that is written over and over.
    pub(crate) fn can_see_progress(&self) -> bool {
        let screen = Screen::of(Stream::Stderr, self.colour_wish(), variable);
        !self.globals.quiet && screen.width.is_some()
    }

    /// When to use colour: the flag, else the configuration.
    pub(crate) fn colour_wish(&self) -> ColourWish {
        let configured = self.config.config().color;
        self.globals.color.or(configured).unwrap_or_default()
    }

    /// Whether there is a terminal on both sides, for the screens.
    pub(crate) fn has_screen(&self) -> bool {
        ask::can_ask() && self.screen().width.is_some()
    }

    /// Whether the screens may use colour, as a configuration says.
    pub(crate) fn wants_colour(&self, config: &Config) -> bool {
        let wish = self.globals.color.or(config.color).unwrap_or_default();
        Screen::of(Stream::Stdout, wish, variable).colour
    }

    /// Whether the terminal understands more than ASCII, as the locale says.
    pub(crate) fn speaks_utf8() -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(variable);
        locale.is_some_and(|locale| {
            let locale = locale.to_string_lossy().to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        })
    }

    /// Asks for a yes. `--yes` answers it; without a terminal it is an error that names the flag.
    pub(crate) fn confirm(&self, question: &str) -> Result<bool, Failure> {
        if self.globals.yes {
            return Ok(true);
        }
        if !ask::can_ask() {
            return Err(
                Failure::new(Kind::Usage, self.texts.get("error-not-confirmed"))
                    .hint(self.texts.get("hint-yes")),
            );
        }
        let choice = self.texts.get("ask-yes-or-no");
        let answer = ask::line(&format!("{question} {choice}"))
            .map_err(|error| ask_failure(&self.texts, &error))?;
        Ok(matches!(
            answer.to_lowercase().as_str(),
            "y" | "yes" | "s" | "si" | "sí"
        ))
    }
}

/// A path as it is shown to people.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The failure of a machine without a home directory.
pub(crate) fn no_home(texts: &Texts) -> Failure {
    Failure::new(Kind::Failed, texts.get("error-no-home")).hint(texts.get("hint-no-home"))
}
