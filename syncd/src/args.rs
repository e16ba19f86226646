//! What was typed.

use std::path::PathBuf;

use lexopt::prelude::*;

/// The text of `--help`.
pub(crate) const HELP: &str = "\
Keeps the backups of a LukaLibre ledger up to date. Needs no passphrase.

Usage: luka-syncd [OPTIONS]

Options:
      --once          Back up to each remote once, prune if due, and end (for timers and cron)
      --ledger DIR    The ledger, instead of $LUKA_LEDGER or the usual place
      --config FILE   The configuration, instead of the usual file; [sync] and [backup] are read
  -h, --help          Print this
  -V, --version       Print the version

Signals: SIGTERM and SIGINT stop it, SIGHUP reads the configuration and the remotes anew.
Exit codes: 0 done, 1 failed, 2 usage, 4 nothing to do it with, 5 bad configuration,
6 another one is running, 7 a remote failed, 8 a backup is damaged.
Set up remotes with `luka remote add`, ask it with `luka sync status`.
";

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The work.
    Run(Options),
    /// Print the help.
    Help,
    /// Print the version.
    Version,
}

/// How to do it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Once, rather than for ever.
    pub(crate) once: bool,
    /// The ledger's directory.
    pub(crate) ledger: Option<PathBuf>,
    /// The configuration.
    pub(crate) config: Option<PathBuf>,
}

/// Reads the arguments, without the program's name.
pub(crate) fn parse(mut parser: lexopt::Parser) -> Result<Wish, lexopt::Error> {
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("once") => options.once = true,
            Long("ledger") => options.ledger = Some(parser.value()?.into()),
            Long("config") => options.config = Some(parser.value()?.into()),
            Short('h') | Long("help") => return Ok(Wish::Help),
            Short('V') | Long("version") => return Ok(Wish::Version),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Wish::Run(options))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Wish, lexopt::Error> {
        parse(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn what_is_typed_is_what_is_meant() {
        let options = Options {
            once: true,
            ledger: Some("/a".into()),
            config: Some("b.toml".into()),
        };
        let typed = ["--once", "--ledger", "/a", "--config=b.toml"];
        assert_eq!(parsed(&typed).unwrap(), Wish::Run(options));
        assert_eq!(parsed(&[]).unwrap(), Wish::Run(Options::default()));
    }

    #[rstest]
    #[case(&["-h"], Wish::Help)]
    #[case(&["--help"], Wish::Help)]
    #[case(&["--once", "--version"], Wish::Version)]
    fn help_and_version_are_given(#[case] typed: &[&str], #[case] wish: Wish) {
        assert_eq!(parsed(typed).unwrap(), wish);
    }

    #[rstest]
    #[case(&["--twice"])]
    #[case(&["now"])]
    #[case(&["--ledger"])]
    #[case(&["--once=yes"])]
    fn anything_else_is_refused(#[case] typed: &[&str]) {
        assert!(parsed(typed).is_err());
    }
}
