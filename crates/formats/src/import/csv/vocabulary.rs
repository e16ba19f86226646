//! The word list of `vocabulary.txt`, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};

use super::words::Meaning;
use crate::import::layout::Role;

static TEXT: &str = include_str!("vocabulary.txt");

/// The words, indexed.
pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(TEXT));

/// Phrases and what they mean.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// Whole headers.
    pub(super) whole: HashMap<&'static str, Meaning>,
    /// Words inside of a header.
    pub(super) parts: Vec<(&'static str, Meaning)>,
    /// Beginnings and ends of words.
    pub(super) stems: Vec<(&'static str, Meaning)>,
    /// Words and stems of amounts that were not booked.
    pub(super) not_booked: Vec<&'static str>,
}

impl Vocabulary {
    fn read(text: &'static str) -> Self {
        let mut vocabulary = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((head, phrases)) = line.split_once(':') else {
                continue;
            };
            let phrases = phrases.split(';').map(str::trim);
            match role_and_rank(head) {
                Some((role, rank)) => phrases.for_each(|phrase| vocabulary.add(phrase, role, rank)),
                None => vocabulary.not_booked.extend(phrases),
            }
        }
        vocabulary
    }

    fn add(&mut self, phrase: &'static str, role: Role, rank: u8) {
        let meaning = |exact| Meaning { role, rank, exact };
        if let Some(stem) = phrase.strip_suffix('~') {
            self.stems.push((stem, meaning(false)));
        } else if let Some(whole) = phrase.strip_prefix('=') {
            self.whole.entry(whole).or_insert(meaning(true));
        } else {
            self.whole.entry(phrase).or_insert(meaning(true));
            self.parts.push((phrase, meaning(false)));
        }
    }
}

fn role_and_rank(head: &str) -> Option<(Role, u8)> {
    let (role, rank) = head.split_once(' ')?;
    let name: StrDeserializer<'_, Error> = role.into_deserializer();
    Some((Role::deserialize(name).ok()?, rank.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_understood() {
        for line in TEXT
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let (head, phrases) = line.split_once(':').unwrap();
            assert!(
                head == "not-booked 0" || role_and_rank(head).is_some(),
                "{head}"
            );
            assert!(
                phrases.split(';').all(|phrase| !phrase.trim().is_empty()),
                "{line}"
            );
        }
    }

    #[test]
    fn phrases_are_folded() {
        for phrase in VOCABULARY.whole.keys() {
            assert_eq!(&domain::text::fold(phrase), phrase);
        }
    }
}
