//! `luka man DIR`: a manual page for each command.

use std::fs;
use std::io;
use std::path::Path;

use clap::{Command, CommandFactory as _};

use crate::cli::args::Cli;
use crate::cli::args::config::Man;
use crate::cli::error::{Failure, read_failure};
use crate::cli::help;
use crate::cli::session::{Session, shown};
use crate::i18n::text;

/// Writes the pages into a directory, which is made when missing.
pub(crate) fn run(session: &Session, args: &Man) -> Result<(), Failure> {
    let mut root = help::with_texts(Cli::command(), &session.texts);
    root.build();
    let told = |error: io::Error| read_failure(&session.texts, &args.dir, &error);
    fs::create_dir_all(&args.dir).map_err(told)?;
    let pages = write(&root, "luka", &args.dir).map_err(told)?;
    let count = i64::try_from(pages).unwrap_or(i64::MAX);
    session.say(&text!(
        session.texts,
        "say-pages",
        n = count,
        dir = shown(&args.dir)
    ));
    Ok(())
}

fn write(command: &Command, name: &str, folder: &Path) -> io::Result<usize> {
    let page = clap_mangen::Man::new(command.clone().name(name.to_owned()));
    let mut text = Vec::new();
    page.render(&mut text)?;
    fs::write(folder.join(format!("{name}.1")), text)?;
    let mut pages = 1;
    for inner in command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set())
    {
        pages += write(inner, &format!("{name}-{}", inner.get_name()), folder)?;
    }
    Ok(pages)
}
