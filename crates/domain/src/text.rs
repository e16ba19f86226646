//! Text as people search it: case and accents don't count.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Folds case and accents and squeezes blanks: `  Café   LUNA ` becomes `cafe luna`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        push_squeezed(&mut folded, text.chars());
    } else {
        push_squeezed(&mut folded, text.nfd().filter(|c| !is_combining_mark(*c)));
    }
    folded
}

fn push_squeezed(folded: &mut String, chars: impl Iterator<Item = char>) {
    let mut blank = false;
    for c in chars {
        if c.is_whitespace() {
            blank = !folded.is_empty();
            continue;
        }
        if blank {
            folded.push(' ');
            blank = false;
        }
        folded.extend(c.to_lowercase());
    }
}

/// True when the folded text contains a needle that is folded already.
pub fn folded_contains(text: &str, needle: &str) -> bool {
    let bytes = text.as_bytes();
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0x0b;
    let squeezed = |pair: &[u8]| pair.iter().all(blank);
    let odd_blank = |byte: &u8| blank(byte) && *byte != b' ';
    if !text.is_ascii() || bytes.windows(2).any(squeezed) || bytes.iter().any(odd_blank) {
        return fold(text).contains(needle);
    }
    // Most notes are plain: compared where they are, a million of them take a third of the time.
    needle.is_empty()
        || bytes
            .windows(needle.len())
            .any(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

/// The entries of `known` that `typed` may have meant, the likeliest first, at most three.
pub fn suggest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let typed = fold(typed);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| distance(&typed, name).map(|far| (far, name)))
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter()
        .take(3)
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// How far a name is from what was typed; `None` when nobody would mistake the one for the other.
fn distance(typed: &str, name: &str) -> Option<usize> {
    let whole = fold(name);
    let leaf = whole.rsplit(':').next().unwrap_or(&whole).to_owned();
    let far = [whole.as_str(), leaf.as_str()]
        .map(|candidate| strsim::damerau_levenshtein(typed, candidate))
        .into_iter()
        .min()?;
    let allowed = (typed.chars().count() / 3).max(1);
    let contained = typed.len() >= 3 && whole.contains(typed);
    (far <= allowed || contained).then_some(far)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("  Café   LUNA ", "cafe luna")]
    #[case("ÑUÑOA", "nunoa")]
    #[case("İ", "i")]
    #[case("", "")]
    #[case("Straße", "straße")]
    fn folding(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(fold(text), expected);
    }

    proptest! {
        #[test]
        fn containing_is_what_folding_says(text in "[ -~\\tÁéñß]{0,20}", needle in "[a-c ñé]{0,3}") {
            let needle = fold(&needle);
            prop_assert_eq!(folded_contains(&text, &needle), fold(&text).contains(&needle));
        }
    }

    #[test]
    fn a_slip_of_the_finger_finds_the_name() {
        let known = ["Food:Groceries", "Transport", "Rent"];
        assert_eq!(suggest("grocries", known), ["Food:Groceries"]);
        assert_eq!(suggest("TRANSPROT", known), ["Transport"]);
        assert!(suggest("zzzzzz", known).is_empty());
    }
}
