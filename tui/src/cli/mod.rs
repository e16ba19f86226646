//! The command line: arguments in, one command run, an exit code out.
//!
//! `args` says what can be typed, `help` explains it, `commands` does it, `output` writes what came
//! of it, and `error` says what went wrong. `session` holds what all commands need. Everything about
//! money happens behind `ops`.

pub(crate) mod args;
pub(crate) mod ask;
pub(crate) mod bank_file;
mod browser;
mod commands;
mod document;
mod early;
pub(crate) mod error;
mod exit;
mod help;
mod output;
pub(crate) mod place;
pub(crate) mod profiles;
mod scratch;
pub(crate) mod session;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

use crate::config::ConfigFile;
use crate::i18n::Texts;
use args::Cli;
use early::Early;
use error::{Failure, OrExplain as _};
use place::Places;
use session::{Session, Time};

pub(crate) use commands::doctor;
pub(crate) use exit::{by_signal, leave_signals_to_screens};
pub(crate) use scratch::{Scratch, random_word, remove_scratch};

/// Runs the program on the arguments of this process.
pub(crate) fn run() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let early = Early::look(&words);
    let outcome = perform(&words, early);
    if let Err(failure) = &outcome {
        let mut to = output::stderr();
        // Who can't be told on stderr can read the exit code.
        let _ = failure.write(&mut to, early.voice(), &Texts::new(early.language));
    }
    exit::code(&outcome)
}

fn perform(words: &[OsString], early: Early) -> Result<(), Failure> {
    let texts = Texts::new(early.language);
    // Asked by scripts and prompts all day: not worth a hundred commands' definitions.
    if matches!(words, [_, word] if word == "--version" || word == "-V") {
        return version(&texts);
    }
    let matches = match Cli::command().try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return answer(&error, words, &texts),
    };
    let cli = Cli::from_arg_matches(&matches)
        .map_err(|error| error::explain_usage(&error, &Cli::command(), words, &texts))?;
    // The agent is another kind of process: no terminal, no person, no configuration.
    if let Some(args::Command::AgentServe(serve)) = &cli.command {
        return commands::agent_serve::run(serve, &texts);
    }
    // So is the one that takes documents apart: it has no home and may be lost.
    if let Some(args::Command::ReadDocument) = &cli.command {
        return document::read_document(&texts);
    }
    exit::watch_for_interrupt().or_explain(&texts)?;
    let places = Places::find().ok_or_else(|| session::no_home(&texts))?;
    let config = ConfigFile::load(places.config_file()).or_explain(&texts)?;
    let time = Time::of_environment(&texts)?;
    let session = Session::new(texts, cli.globals, config, places, time);
    // Before anything is done: what was done could not be told in a format that can't be written.
    if !matches!(cli.command, Some(args::Command::Export(_))) {
        session.format()?;
    }
    commands::dispatch(&session, cli.command)
}

fn version(texts: &Texts) -> Result<(), Failure> {
    let mut to = output::stdout();
    let written = writeln!(to, "luka {}", env!("CARGO_PKG_VERSION"));
    written.and_then(|()| to.flush()).or_explain(texts)
}

/// What clap could not turn into a command: a wish for help or for the version, or a mistake.
fn answer(error: &clap::Error, words: &[OsString], texts: &Texts) -> Result<(), Failure> {
    use clap::error::ErrorKind;
    match error.kind() {
        ErrorKind::DisplayVersion => version(texts),
        ErrorKind::DisplayHelp => {
            let root = help::with_texts(Cli::command(), texts);
            let help = match root.try_get_matches_from(words) {
                Err(help) => help.render().to_string(),
                Ok(_) => String::new(),
            };
            let mut to = output::stdout();
            let written = write!(to, "{help}");
            written.and_then(|()| to.flush()).or_explain(texts)
        }
        _ => Err(error::explain_usage(error, &Cli::command(), words, texts)),
    }
}
