//! `luka help [COMMAND]…`: the same as `--help` behind the command.

use clap::CommandFactory as _;

use crate::cli::args::Cli;
use crate::cli::error::{Failure, Kind, did_you_mean};
use crate::cli::help;
use crate::cli::session::Session;
use crate::i18n::text;

/// Shows the help of a command.
pub(crate) fn run(session: &Session, path: &[String]) -> Result<(), Failure> {
    let mut root = help::with_texts(Cli::command(), &session.texts);
    root.build();
    let mut command = &mut root;
    for name in path {
        let known: Vec<String> = command
            .get_subcommands()
            .map(|inner| inner.get_name().to_owned())
            .collect();
        let Some(inner) = command.find_subcommand_mut(name) else {
            let texts = &session.texts;
            let message = text!(texts, "usage-unknown-command", command = name.clone());
            let near = domain::text::suggest(name, known.iter().map(String::as_str));
            return Err(Failure::new(Kind::Usage, message).maybe_hint(did_you_mean(texts, &near)));
        };
        command = inner;
    }
    let help = command.render_long_help().to_string();
    session.lines([help.trim_end()])
}
