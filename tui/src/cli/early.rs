//! What must be known before the arguments are understood: in which language, and in which form, to
//! say that they make no sense.

use std::ffi::OsString;

use super::error::Voice;
use super::output::{Screen, Stream};
use super::place::Places;
use super::session::variable;
use crate::config::{ColourWish, ConfigFile};
use crate::i18n::Language;

/// A first look at the arguments.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Early {
    /// The language: `--lang`, the configuration, the locale.
    pub(crate) language: Language,
    json: bool,
    colour: ColourWish,
}

impl Early {
    /// Looks at the words; a broken configuration is told later, by who needs it.
    pub(crate) fn look(words: &[OsString]) -> Self {
        let flag = Language::in_arguments(words);
        let language = flag
            .or_else(configured)
            .unwrap_or_else(|| Language::of_locale(variable));
        Self {
            language,
            json: wants_json(words),
            colour: colour(words),
        }
    }

    /// How failures are told.
    pub(crate) fn voice(self) -> Voice {
        if self.json {
            return Voice::Script;
        }
        let screen = Screen::of(Stream::Stderr, self.colour, variable);
        Voice::Person {
            colour: screen.colour,
        }
    }
}

fn configured() -> Option<Language> {
    let file = ConfigFile::load(Places::find()?.config_file()).ok()?;
    file.config().language
}

fn wants_json(words: &[OsString]) -> bool {
    let json = |value: &OsString| value == "json" || value == "jsonl";
    let mut words = words.iter().skip(1).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let asked = word == "--json"
            || word == "--format=json"
            || word == "--format=jsonl"
            || (word == "--format" && words.next().is_some_and(json));
        if asked {
            return true;
        }
    }
    false
}

fn colour(words: &[OsString]) -> ColourWish {
    let has = |one: &str, pair: [&str; 2]| {
        words.iter().any(|word| word == one) || words.windows(2).any(|two| two == pair)
    };
    if has("--color=never", ["--color", "never"]) {
        ColourWish::Never
    } else if has("--color=always", ["--color", "always"]) {
        ColourWish::Always
    } else {
        ColourWish::Auto
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(&["luka", "list", "--json"], true)]
    #[case(&["luka", "--format", "jsonl", "list"], true)]
    #[case(&["luka", "--format=json"], true)]
    #[case(&["luka", "--format", "csv"], false)]
    #[case(&["luka", "list", "--", "--json"], false)]
    fn json_is_noticed(#[case] words: &[&str], #[case] expected: bool) {
        let words: Vec<_> = words.iter().map(OsString::from).collect();
        assert_eq!(wants_json(&words), expected);
    }
}
