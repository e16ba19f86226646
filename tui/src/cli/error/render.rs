//! How a failure is written on stderr: two lines for people, one JSON object for scripts.

use std::io::{self, Write};

use serde_json::json;

use super::Failure;
use crate::i18n::Texts;

/// How failures are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// `error: …` and `hint: …`, perhaps in colour.
    Person {
        /// Whether the two words are coloured.
        colour: bool,
    },
    /// The error object, on one line.
    Script,
}

impl Failure {
    /// Writes it; says nothing when the reader went away.
    pub(crate) fn write(&self, to: &mut impl Write, voice: Voice, texts: &Texts) -> io::Result<()> {
        match voice {
            _ if self.kind.is_silent() => Ok(()),
            Voice::Script => writeln!(to, "{}", self.to_json()),
            Voice::Person { colour } => {
                let (red, cyan, plain) = if colour {
                    ("\x1b[1;31m", "\x1b[1;36m", "\x1b[0m")
                } else {
                    ("", "", "")
                };
                let word = texts.get("word-error");
                writeln!(to, "{red}{word}:{plain} {}", printable(&self.message))?;
                let Some(hint) = &self.hint else {
                    return Ok(());
                };
                let word = texts.get("word-hint");
                writeln!(to, "{cyan}{word}:{plain} {}", printable(hint))
            }
        }
    }

    fn to_json(&self) -> serde_json::Value {
        json!({
            "version": 1,
            "error": {
                "code": self.kind.code(),
                "kind": self.kind.word(),
                "message": self.message,
                "hint": self.hint,
            }
        })
    }
}

/// What was typed or read from a file must not steer the terminal.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::error::Kind;
    use crate::i18n::Language;

    fn written(failure: &Failure, voice: Voice) -> String {
        let mut buffer = Vec::new();
        let texts = Texts::new(Language::En);
        failure.write(&mut buffer, voice, &texts).unwrap();
        String::from_utf8(buffer).unwrap()
    }

    #[test]
    fn people_read_two_lines_and_scripts_one_object() {
        let failure = Failure::new(Kind::BadInput, "`x\x1b[2J` is no date").hint("write a date");
        assert_eq!(
            written(&failure, Voice::Person { colour: false }),
            "error: `x\u{fffd}[2J` is no date\nhint: write a date\n"
        );
        let json: serde_json::Value =
            serde_json::from_str(&written(&failure, Voice::Script)).unwrap();
        assert_eq!(json["error"]["code"], 5);
        assert_eq!(json["error"]["kind"], "bad-input");
    }

    #[test]
    fn a_reader_that_went_away_is_told_nothing() {
        let failure = Failure::new(Kind::BrokenPipe, "");
        assert_eq!(written(&failure, Voice::Script), "");
    }
}
