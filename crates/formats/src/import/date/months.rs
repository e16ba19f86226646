//! The names of months in the languages of the banks, as their first letters.

/// Folded beginnings of month names; the longest that fits wins.
#[rustfmt::skip]
const NAMES: &[(&str, u8)] = &[
    ("jan", 1), ("ene", 1), ("gen", 1), ("gener", 1), ("janv", 1), ("led", 1), ("leden", 1),
    ("sty", 1), ("tammi", 1), ("ledna", 1), ("feb", 2), ("fev", 2), ("fevr", 2), ("unor", 2),
    ("unora", 2), ("lut", 2), ("helmi", 2), ("febbr", 2), ("mar", 3), ("mars", 3), ("maart", 3),
    ("mrt", 3), ("marz", 3), ("mrz", 3), ("brez", 3), ("maalis", 3), ("mae", 3), ("marc", 3),
    ("bre", 3), ("apr", 4), ("abr", 4), ("avr", 4), ("dub", 4), ("kwi", 4), ("huhti", 4),
    ("may", 5), ("mai", 5), ("mei", 5), ("mag", 5), ("maj", 5), ("kve", 5), ("touko", 5),
    ("maio", 5), ("kvet", 5), ("maggio", 5), ("jun", 6), ("giu", 6), ("juin", 6), ("cerven", 6),
    ("cer", 6), ("cze", 6), ("kesa", 6), ("cervna", 6), ("jul", 7), ("lug", 7), ("juil", 7),
    ("cervenec", 7), ("cervence", 7), ("lip", 7), ("heina", 7), ("cvc", 7), ("aug", 8), ("ago", 8),
    ("aou", 8), ("srp", 8), ("sie", 8), ("elo", 8), ("aout", 8), ("avg", 8), ("sep", 9),
    ("set", 9), ("zar", 9), ("zari", 9), ("wrz", 9), ("syys", 9), ("szept", 9), ("sept", 9),
    ("oct", 10), ("okt", 10), ("out", 10), ("ott", 10), ("rij", 10), ("paz", 10), ("loka", 10),
    ("ruj", 10), ("nov", 11), ("lis", 11), ("listopad", 11), ("marras", 11), ("noi", 11),
    ("dec", 12), ("dic", 12), ("dez", 12), ("des", 12), ("pro", 12), ("gru", 12), ("joulu", 12),
    ("prosin", 12), ("dets", 12),
];

/// Words between day, month and year that say nothing.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "de", "del", "of", "di", "den", "st", "nd", "rd", "th", "d", "er", "the",
];

#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mie", "jue", "vie", "sab", "dom",
    "mer", "jeu", "ven", "sam", "dim", "mo", "di", "mi", "do", "fr", "sa", "so", "gio", "ma", "wo",
    "vr", "za", "zo", "tues", "thur", "thurs", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado",
    "domingo",
];

/// What a word inside of a date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Month(u8),
    Filler,
    Weekday,
}

/// Reads a word of a date; `after_number` tells a weekday (`mar 3 mars`) from a month.
pub(super) fn word(text: &str, after_number: bool) -> Option<Word> {
    if text.len() > 24 {
        return None;
    }
    let folded = domain::text::fold(text);
    let folded = folded.as_str();
    if after_number && FILLERS.contains(&folded) {
        return Some(Word::Filler);
    }
    if let Some(month) = month(folded) {
        return Some(Word::Month(month));
    }
    (!after_number && WEEKDAYS.contains(&folded)).then_some(Word::Weekday)
}

/// An abbreviation, or a whole name by its longest beginning.
fn month(word: &str) -> Option<u8> {
    // Most words are no months: the first letter tells before whole words are compared.
    let first = word.bytes().next()?;
    let is_word = |name: &str| name.as_bytes()[0] == first && name == word;
    if let Some((_, month)) = NAMES.iter().find(|(name, _)| is_word(name)) {
        return Some(*month);
    }
    if !FULL.iter().any(|name| is_word(name)) {
        return None;
    }
    let beginnings = NAMES.iter().filter(|(name, _)| word.starts_with(name));
    beginnings
        .max_by_key(|(name, _)| name.len())
        .map(|(_, month)| *month)
}

/// Whole names, so that `marker` and `decade` are no months.
#[rustfmt::skip]
const FULL: &[&str] = &[
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
    "agosto", "septiembre", "setiembre", "octubre", "noviembre", "diciembre", "januar", "februar",
    "marz", "maerz", "juni", "juli", "oktober", "dezember", "jaenner", "jan", "janvier", "fevrier",
    "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    "januari", "februari", "maart", "mei", "augustus", "augusti", "gennaio", "febbraio", "aprile",
    "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre", "janeiro", "fevereiro",
    "marco", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro", "marts",
    "desember", "stycznia", "styczen", "lutego", "luty", "marca", "marzec", "kwietnia", "kwiecien",
    "maja", "czerwca", "czerwiec", "lipca", "lipiec", "sierpnia", "sierpien", "wrzesnia",
    "wrzesien", "pazdziernika", "pazdziernik", "listopada", "listopad", "grudnia", "grudzien",
    "januar", "marcius", "aprilis", "majus", "junius", "julius", "augusztus", "szeptember",
    "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesakuu", "heinakuu", "elokuu",
    "syyskuu", "lokakuu", "marraskuu", "joulukuu", "prosince", "prosinec", "kvetna", "kveten",
    "dubna", "duben", "brezna", "brezen", "srpna", "srpen", "rijna", "rijen",
];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Jan", 1)]
    #[case("ENE", 1)]
    #[case("März", 3)]
    #[case("mei", 5)]
    #[case("août", 8)]
    #[case("sept", 9)]
    #[case("diciembre", 12)]
    #[case("října", 10)]
    #[case("listopada", 11)]
    fn names(#[case] text: &str, #[case] month: u8) {
        assert_eq!(word(text, true), Some(Word::Month(month)));
    }

    #[rstest]
    #[case("marker")]
    #[case("decade")]
    #[case("shop")]
    #[case("monkey")]
    fn other_words(#[case] text: &str) {
        assert_eq!(word(text, true), None);
    }
}
