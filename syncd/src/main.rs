//! `luka-syncd`: keeps the backups of one ledger up to date, without its key.
//!
//! | room | what is there |
//! |---|---|
//! | `schedule` | what is done when, as a pure state machine |
//! | `watch` | notices that the ledger or its settings changed |
//! | `carry` | one piece of work at one remote, on a thread of its own |
//! | `control` | answers `luka sync` on a private socket |
//! | `daemon`, `once` | the two ways to run: for ever, and for a timer |
//!
//! It copies, seals and sends ciphertext; it never sees a passphrase, an amount or a payee.

mod args;
mod carry;
mod control;
mod daemon;
mod exit;
mod instance;
mod load;
mod log;
mod memory;
mod notify_ready;
mod once;
mod place;
mod remotes;
mod schedule;
mod signals;
mod thrift;
mod watch;

use std::io::{self, Write as _};
use std::process::ExitCode;

use args::{Options, Wish};
use exit::Exit;
use place::Places;

fn main() -> ExitCode {
    match args::parse(lexopt::Parser::from_env()) {
        Ok(Wish::Help) => print(args::HELP),
        Ok(Wish::Version) => print(concat!("luka-syncd ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Wish::Run(options)) => {
            thrift::begin_again();
            log::begin();
            run(&options).into()
        }
        Err(error) => {
            // Nobody is left to tell when this fails.
            let _ = writeln!(io::stderr(), "luka-syncd: {error}\nhint: luka-syncd --help");
            Exit::Usage.into()
        }
    }
}

fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Ok(()) => Exit::Done.into(),
        Err(_) => Exit::Failed.into(),
    }
}

fn run(options: &Options) -> Exit {
    let places = match Places::find(options) {
        Ok(Some(places)) => places,
        Ok(None) => {
            tracing::error!("there is no home directory: name the ledger and the configuration");
            return Exit::Usage;
        }
        Err(error) => {
            tracing::error!(%error, "the ledger's directory can't be found");
            return Exit::Failed;
        }
    };
    let settings = match load::settings(&places) {
        Ok(settings) => settings,
        Err(error) => {
            tracing::error!("the configuration can't be used: {error}");
            return Exit::BadInput;
        }
    };
    if options.once {
        once::run(&places, settings)
    } else {
        daemon::run(places, settings)
    }
}
