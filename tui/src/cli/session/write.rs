//! What a command writes: rows, a document, lines, messages.

use std::io::{BufWriter, StdoutLock, Write as _};

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::Session;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{self, Listing, Shape};
use crate::present::{MoneyStyle, wrapped};

impl Session {
    /// Begins a list or report in the format that was asked for.
    pub(crate) fn listing(
        &self,
        shape: Shape,
        style: MoneyStyle,
    ) -> Result<Listing<BufWriter<StdoutLock<'static>>>, Failure> {
        let (format, screen) = (self.format()?, self.screen());
        let language = self.texts.language();
        Listing::begin(output::stdout(), format, shape, screen, style, language)
            .or_explain(&self.texts)
    }

    /// Writes the JSON document of a command that shows a single thing.
    pub(crate) fn document(&self, body: &impl Serialize) -> Result<(), Failure> {
        let mut to = output::stdout();
        output::document(&mut to, body)
            .and_then(|()| to.flush())
            .or_explain(&self.texts)
    }

    /// Writes lines of data to stdout.
    pub(crate) fn lines<T: AsRef<str>>(
        &self,
        lines: impl IntoIterator<Item = T>,
    ) -> Result<(), Failure> {
        let mut to = output::stdout();
        let written = lines
            .into_iter()
            .try_for_each(|line| writeln!(to, "{}", line.as_ref()));
        written.and_then(|()| to.flush()).or_explain(&self.texts)
    }

    /// Writes sentences to stdout; those that are wider than the screen go on below.
    pub(crate) fn sentences<T: AsRef<str>>(
        &self,
        sentences: impl IntoIterator<Item = T>,
    ) -> Result<(), Failure> {
        let Some(width) = self.screen().width else {
            return self.lines(sentences);
        };
        let fitting = |sentence: T| match sentence.as_ref() {
            line if line.width() <= width => vec![line.to_owned()],
            line => wrapped(line, width),
        };
        self.lines(sentences.into_iter().flat_map(fitting))
    }

    /// Writes what a command did to stdout, unless `--quiet`.
    pub(crate) fn outcome<T: AsRef<str>>(
        &self,
        lines: impl IntoIterator<Item = T>,
    ) -> Result<(), Failure> {
        if self.globals.quiet {
            Ok(())
        } else {
            self.lines(lines)
        }
    }

    /// Says something on stderr, unless `--quiet`. What can't be said is let go.
    pub(crate) fn say(&self, message: &str) {
        if !self.globals.quiet {
            let _ = writeln!(output::stderr(), "{message}");
        }
    }

    /// Says on stderr what the person has to do now, `--quiet` or not.
    pub(crate) fn announce(message: &str) {
        let _ = writeln!(output::stderr(), "{message}");
    }

    /// Says something on stderr with `--verbose` only.
    pub(crate) fn note(&self, message: &str) {
        if self.globals.verbose {
            self.say(message);
        }
    }
}
