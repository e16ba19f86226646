//! The filter: the query terms of the command line, typed into one line.

use domain::Query;
use domain::query::PREFIXES;
use domain::text::fold;

use super::{State, Typing};
use crate::app::{Context, Trouble};
use crate::i18n::Texts;
use crate::widgets::fuzzy;

/// Names that are offered at once.
const OFFERED: usize = 5;

/// Splits a line into terms as a shell would: blanks between them, double quotes around blanks.
pub(crate) fn split_terms(line: &str) -> Vec<String> {
    let (mut terms, mut term, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => {
                if !term.is_empty() {
                    terms.push(std::mem::take(&mut term));
                }
            }
            letter => term.push(letter),
        }
    }
    if !term.is_empty() {
        terms.push(term);
    }
    terms
}

/// Writes terms so that they can be typed again.
pub(super) fn join_terms(terms: &[String]) -> String {
    let quoted = terms.iter().map(|term| {
        if term.contains(' ') {
            format!("\"{term}\"")
        } else {
            term.clone()
        }
    });
    quoted.collect::<Vec<_>>().join(" ")
}

impl State {
    /// Reads the terms anew; when they can't be understood the query stays as it was.
    pub(super) fn read_terms(&mut self, cx: &Context<'_>) -> Result<(), String> {
        let Some(currency) = cx.facts.currency else {
            return Ok(());
        };
        let terms = self.all_terms();
        match Query::parse(&terms, cx.today, currency) {
            Ok(query) => {
                self.query = query;
                Ok(())
            }
            Err(error) => Err(Trouble::of(&error, cx.texts).message),
        }
    }

    /// Names that complete the term that is being typed.
    pub(super) fn offer(typing: &mut Typing, cx: &Context<'_>) {
        let line = typing.input.value();
        let term = line.rsplit(' ').next().unwrap_or_default();
        typing.offered = match term.split_once(':') {
            _ if term.is_empty() => Vec::new(),
            None => prefixes(term),
            Some(("not", rest)) if !rest.contains(':') => prefixes(rest),
            Some((prefix, typed)) => values(prefix, typed, cx),
        };
    }

    /// Puts the first offered name in place of the term that is being typed.
    pub(super) fn complete(typing: &mut Typing) -> bool {
        let Some(name) = typing.offered.first().cloned() else {
            return false;
        };
        let line = typing.input.value();
        let kept = line.rfind([' ', ':']).map_or(0, |at| at + 1);
        let kept = line.get(..kept).unwrap_or_default();
        let (before, after) = if name.contains(' ') {
            match kept.rsplit_once(' ') {
                Some((before, prefix)) => (format!("{before} \"{prefix}"), "\" "),
                None => (format!("\"{kept}"), "\" "),
            }
        } else {
            (kept.to_owned(), if name.ends_with(':') { "" } else { " " })
        };
        typing.input = format!("{before}{name}{after}").into();
        typing.offered.clear();
        true
    }
}

fn prefixes(typed: &str) -> Vec<String> {
    let typed = fold(typed);
    let matching = PREFIXES.iter().filter(|prefix| prefix.starts_with(&typed));
    matching.map(|prefix| format!("{prefix}:")).collect()
}

fn values(prefix: &str, typed: &str, cx: &Context<'_>) -> Vec<String> {
    let facts = cx.facts;
    let names: Vec<&str> = match prefix {
        "acct" => facts.holdings().map(|known| known.path.as_str()).collect(),
        "cat" => facts
            .categories()
            .map(|known| known.path.as_str())
            .collect(),
        "tag" => facts.tags.iter().map(String::as_str).collect(),
        "status" => vec!["unmarked", "pending", "cleared", "reconciled"],
        "date" => vec![
            "this-month",
            "last-month",
            "this-year",
            "last-year",
            "last-90-days",
        ],
        "source" => vec!["manual", "import"],
        _ => Vec::new(),
    };
    let found = fuzzy::find(typed, names.iter().copied(), OFFERED);
    let found = found.into_iter().filter_map(|at| names.get(at));
    found.map(|name| (*name).to_owned()).collect()
}

/// What the filter line says before anything is typed.
pub(super) fn placeholder(texts: &Texts) -> String {
    texts.get("ask-filter")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("", &[])]
    #[case("  café   cat:Food ", &["café", "cat:Food"])]
    #[case(r#"payee:"Café Luna" amt:>100"#, &["payee:Café Luna", "amt:>100"])]
    #[case(r#""payee:Café Luna""#, &["payee:Café Luna"])]
    #[case(r#"an "open quote"#, &["an", "open quote"])]
    fn a_line_is_split_as_a_shell_would(#[case] line: &str, #[case] expected: &[&str]) {
        assert_eq!(split_terms(line), expected);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let terms = ["payee:Café Luna".to_owned(), "amt:>100".to_owned()];
        assert_eq!(split_terms(&join_terms(&terms)), terms);
    }
}
