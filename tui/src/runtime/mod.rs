//! The only impure room of the screens: the terminal, the keyboard, the threads that hold the ledger.
//!
//! `turning` is the loop: it waits for something to happen, lets the model take it, hands the
//! effects on, and draws. Three threads hold the ledger: two `reader`s, whose questions may be
//! overtaken (one for what is looked at, one for what may take a while), and the `writer`, which
//! does one change after the other. No timer runs while nothing
//! happens.

mod answer;
mod change;
mod errands;
mod ground;
mod hands;
mod keyboard;
mod opening;
mod reader;
mod settings;
mod stop;
mod teller;
mod terminal;
mod touch;
mod turning;
mod writer;

#[cfg(test)]
pub(crate) mod rig;

use std::sync::mpsc::{self, Receiver, Sender};

use crate::app::{Appearance, Model, Opening};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::Texts;
use crate::screens::{Route, Screen, welcome};

use ground::Ground;
use hands::Hands;
use keyboard::Inbound;

/// With which ledger the screens begin.
pub(crate) enum Start {
    /// The person's own: welcome, passphrase or month, as it is found.
    Own,
    /// A throw-away one with made-up data.
    Demo {
        /// How many transactions.
        transactions: u64,
        /// What they are made from.
        seed: u64,
    },
}

/// Runs the screens until the person leaves.
pub(crate) fn run(session: &Session, start: &Start) -> Result<(), Failure> {
    let texts = &session.texts;
    let ground = Ground::of(session);
    let (screen, opening) = first(session, start)?;
    let appearance = appearance(session)?;
    let (to, from): (Sender<Inbound>, Receiver<Inbound>) = mpsc::channel();
    let hands = Hands::new(ground, texts.language(), to.clone());
    let trouble = |error: std::io::Error| {
        Failure::new(Kind::Failed, texts.get("error-terminal")).hint(error.to_string())
    };
    crate::cli::leave_signals_to_screens();
    let mut terminal = terminal::Guard::enter().map_err(trouble)?;
    keyboard::listen(&to).map_err(trouble)?;
    let size = terminal.size().map_err(trouble)?;
    let today = session.clock().today;
    let model = Model::new(screen, appearance, today, size);
    let mut turning = turning::Turning::new(model, hands, session);
    let ended = turning.run(&mut terminal, &from, opening).map_err(trouble);
    drop(terminal);
    let failed = turning.end();
    crate::cli::remove_scratch();
    if let Some(signal) = ended? {
        crate::cli::by_signal(signal);
    }
    match failed {
        Some(trouble) => Err(Failure::new(Kind::Failed, trouble.message).maybe_hint(trouble.hint)),
        None => Ok(()),
    }
}

/// The screen to begin with, and what to open at once.
fn first(session: &Session, start: &Start) -> Result<(Screen, Option<Opening>), Failure> {
    let texts = &session.texts;
    if let Start::Demo { transactions, seed } = *start {
        let demo = Opening::Demo { transactions, seed };
        return Ok((Screen::at(Route::Home, texts), Some(demo)));
    }
    if !session.ledger().holds_ledger() {
        let currency = session.config.config().currency;
        let currency = currency.map_or_else(
            || crate::config::DEFAULT_CURRENCY.to_owned(),
            |code| code.to_string(),
        );
        let screen = welcome::State::new(texts, &currency);
        return Ok((Screen::Welcome(Box::new(screen)), None));
    }
    let locked = ops::session::Locked::find(session.ledger()).or_explain(texts)?;
    match crate::cli::session::key_without_asking(session, &locked)? {
        Some(key) => Ok((Screen::at(Route::Home, texts), Some(Opening::Key(key)))),
        None => Ok((Screen::unlock(texts), None)),
    }
}

/// Language, colours, glyphs and keys, from the settings and the terminal.
fn appearance(session: &Session) -> Result<Appearance, Failure> {
    let config = session.config.config();
    let texts = Texts::of_screens(session.texts.language());
    Ok(Appearance {
        theme: settings::theme(session, config, Session::speaks_utf8()),
        keymap: settings::keymap(config, &texts)?,
        texts,
    })
}
