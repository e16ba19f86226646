//! `luka completions SHELL`

use std::io::Write as _;

use clap::CommandFactory as _;

use crate::cli::args::Cli;
use crate::cli::args::config::Completions;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;
use crate::cli::{help, output};

/// Writes the completion script; its descriptions are in the person's language.
pub(crate) fn run(session: &Session, args: &Completions) -> Result<(), Failure> {
    let mut root = help::with_texts(Cli::command(), &session.texts);
    // Into memory first: clap panics when a writer fails, as a closed pipe does.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut root, "luka", &mut script);
    let mut to = output::stdout();
    to.write_all(&script)
        .and_then(|()| to.flush())
        .or_explain(&session.texts)
}
