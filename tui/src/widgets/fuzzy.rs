//! Finding by a few letters, as `nucleo` does it.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The places of the texts that match, the best first; all in their order for an empty pattern.
pub(crate) fn find<'t>(
    typed: &str,
    texts: impl IntoIterator<Item = &'t str>,
    most: usize,
) -> Vec<usize> {
    let texts = texts.into_iter().enumerate();
    if typed.trim().is_empty() {
        return texts.map(|(at, _)| at).take(most).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed.trim(), CaseMatching::Ignore, Normalization::Smart);
    let mut letters = Vec::new();
    let mut found: Vec<(u32, usize)> = texts
        .filter_map(|(at, text)| {
            let score = pattern.score(Utf32Str::new(text, &mut letters), &mut matcher)?;
            Some((score, at))
        })
        .collect();
    // Equal scores keep the order of the texts, which is that of use.
    found.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    found.truncate(most);
    found.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("", &["Café Luna", "Cine", "Food:Groceries"])]
    #[case("cafe", &["Café Luna"])]
    #[case("fgro", &["Food:Groceries"])]
    #[case("zzz", &[])]
    fn a_few_letters_are_enough(#[case] typed: &str, #[case] expected: &[&str]) {
        let texts = ["Café Luna", "Cine", "Food:Groceries"];
        let found = find(typed, texts, 10);
        let found: Vec<&str> = found.into_iter().map(|at| texts[at]).collect();
        assert_eq!(found, expected);
    }
}
