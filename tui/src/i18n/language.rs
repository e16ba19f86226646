//! Which language to speak.

use std::ffi::OsString;
use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    /// English, which is also what other locales get.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// All languages.
    pub(crate) const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The word used for it on the command line.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language of the locale, as POSIX orders the variables; `C` and unknown ones are English.
    pub(crate) fn of_locale(read: impl Fn(&str) -> Option<OsString>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(read)
            .find(|value| !value.is_empty());
        let locale = locale.as_deref().map(|value| value.to_string_lossy());
        let word = locale
            .as_deref()
            .and_then(|l| l.split(['_', '.', '@', '-']).next());
        word.and_then(|word| word.parse().ok()).unwrap_or_default()
    }

    /// The language that `--lang` asks for, found before the arguments are understood as a whole:
    /// what is wrong with them must be said in it too.
    pub(crate) fn in_arguments(arguments: &[OsString]) -> Option<Self> {
        let mut words = arguments.iter().filter_map(|word| word.to_str());
        while let Some(word) = words.next() {
            match word.strip_prefix("--lang") {
                _ if word == "--" => return None,
                Some("") => return words.next()?.parse().ok(),
                Some(rest) => return rest.strip_prefix('=')?.parse().ok(),
                None => {}
            }
        }
        None
    }
}

/// A word that names none of the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language that is spoken here")]
pub(crate) struct LanguageError;

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(word: &str) -> Result<Self, LanguageError> {
        Self::ALL
            .into_iter()
            .find(|language| language.as_str().eq_ignore_ascii_case(word))
            .ok_or(LanguageError)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
