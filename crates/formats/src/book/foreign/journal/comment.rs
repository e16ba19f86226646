//! Comments: tags, keys with values, and what is left for people.

use super::dialect::Dialect;

/// What a comment says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Comment {
    pub(super) tags: Vec<String>,
    pub(super) pairs: Vec<(String, String)>,
    /// The text, when it is not only tags.
    pub(super) text: Option<String>,
    /// True when it gives a date of its own (`[2024-01-05]`, `date:`).
    pub(super) dated: bool,
}

/// Reads the text behind a `;`.
pub(super) fn read(text: &str, dialect: Dialect) -> Comment {
    let text = text.trim();
    let mut comment = Comment {
        dated: is_dated(text),
        ..Comment::default()
    };
    if text.is_empty() {
        return comment;
    }
    if let Some(tags) = chain(text) {
        comment.tags = tags;
        return comment;
    }
    let only = match dialect {
        Dialect::Ledger => comment.ledger(text),
        Dialect::Hledger => comment.hledger(text),
    };
    if !only {
        comment.text = Some(text.to_owned());
    }
    comment
}

/// `:one:two:`
fn chain(text: &str) -> Option<Vec<String>> {
    let inside = text.strip_prefix(':')?.strip_suffix(':')?;
    let tags: Vec<String> = inside.split(':').map(str::to_owned).collect();
    let plain = |tag: &String| !tag.is_empty() && !tag.contains(char::is_whitespace);
    tags.iter().all(plain).then_some(tags)
}

/// `[2024-01-05]`, `[=2024-01-05]`.
fn is_dated(text: &str) -> bool {
    let inside = text
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'));
    inside.is_some_and(|(inside, _)| {
        let date = inside.strip_prefix('=').unwrap_or(inside);
        date.len() > 2
            && date
                .chars()
                .all(|c| c.is_ascii_digit() || "/-.=".contains(c))
    })
}

impl Comment {
    /// `Key: value`, one in a line; true when that is all.
    fn ledger(&mut self, text: &str) -> bool {
        let (key, value) = match text.split_once(char::is_whitespace) {
            Some((key, value)) => (key, value.trim()),
            None => (text, ""),
        };
        let Some(name) = key.strip_suffix(':').map(|key| key.trim_end_matches(':')) else {
            return false;
        };
        if name.is_empty() || name.contains(':') {
            return false;
        }
        self.found(name, value);
        true
    }

    /// `key:value` anywhere, up to the next comma; true when nothing else is there.
    fn hledger(&mut self, text: &str) -> bool {
        let mut only = true;
        for part in text.split(',') {
            let Some((before, value)) = part.split_once(':') else {
                only &= part.trim().is_empty();
                continue;
            };
            let name = before
                .rsplit(char::is_whitespace)
                .next()
                .unwrap_or_default();
            if name.is_empty() || value.starts_with("//") {
                only = false;
                continue;
            }
            only &= before.trim() == name;
            if matches!(name, "date" | "date2") {
                self.dated = true;
            } else {
                self.found(name, value.trim());
            }
        }
        only
    }

    fn found(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            self.tags.push(name.to_owned());
        } else {
            self.pairs.push((name.to_owned(), value.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(":a:b:", Dialect::Hledger, &["a", "b"], &[], None)]
    #[case("trip:, who:Ana", Dialect::Hledger, &["trip"], &[("who", "Ana")], None)]
    #[case("for the trip:x", Dialect::Hledger, &[], &[("trip", "x")], Some("for the trip:x"))]
    #[case("see https://example.org", Dialect::Hledger, &[], &[], Some("see https://example.org"))]
    #[case("Sample: Another Value", Dialect::Ledger, &[], &[("Sample", "Another Value")], None)]
    #[case("hastag: not block", Dialect::Ledger, &[], &[("hastag", "not block")], None)]
    #[case("This is a note: yes", Dialect::Ledger, &[], &[], Some("This is a note: yes"))]
    fn comments(
        #[case] text: &str,
        #[case] dialect: Dialect,
        #[case] tags: &[&str],
        #[case] pairs: &[(&str, &str)],
        #[case] left: Option<&str>,
    ) {
        let comment = read(text, dialect);
        assert_eq!(comment.tags, tags);
        let found: Vec<(&str, &str)> = comment
            .pairs
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
            .collect();
        assert_eq!(found, pairs);
        assert_eq!(comment.text.as_deref(), left);
    }

    #[test]
    fn dates_in_brackets() {
        assert!(read("[=2011/01/01]", Dialect::Ledger).dated);
        assert!(!read("[cold]", Dialect::Ledger).dated);
    }
}
