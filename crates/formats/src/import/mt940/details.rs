//! `:86:`: who and what for, free or structured in the dialects of banks.
//!
//! German and Polish banks number the parts (`166?00LOHN?20…?32NAME`, with `?`, `>`, `~`, `+` or
//! `^` between them), Dutch ones name them (`/NAME/…/REMI/…`). All else is one text. Lines are
//! wrapped at 65 signs, in the middle of words: a full line goes on without a blank.

use crate::import::wording::{is_placeholder, push_text};

/// What was said about a movement.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Details {
    pub(super) payee: String,
    pub(super) memo: String,
}

/// More bytes than six lines of 65 signs: the rest of a longer text is left out.
const MAX_BYTES: usize = 8000;
/// A line of so many signs was cut by the bank, not by its author.
const FULL_LINE: usize = 64;
/// A numbered part of so many signs goes on in the next, unless the bank writes longer ones.
const FULL_PART: usize = 27;

/// Reads `:86:`.
pub(super) fn details(text: &str) -> Details {
    let text = &text[..text.floor_char_boundary(MAX_BYTES)];
    let lines = || text.split(['\n', '\r']).filter(|line| !line.is_empty());
    let glued: String = lines().collect();
    if let Some(found) = numbered(glued.trim_start()) {
        return found;
    }
    let mut joined = String::with_capacity(glued.len());
    let mut full = false;
    for line in lines() {
        let named = text.trim_start().starts_with('/') && line.starts_with('/');
        if !joined.is_empty() && !full && !named {
            joined.push(' ');
        }
        joined.push_str(line);
        full = line.chars().count() >= FULL_LINE;
    }
    let joined = joined.trim();
    named(joined).unwrap_or_else(|| free(joined))
}

/// `:NS:` of some German banks: a number of two digits begins each line.
pub(super) fn numbered_lines(text: &str) -> Details {
    let text = &text[..text.floor_char_boundary(MAX_BYTES)];
    let mut found = Details::default();
    for line in text.lines() {
        let Some((code, rest)) = line.split_at_checked(2) else {
            continue;
        };
        match code.parse() {
            Ok(1u8..=14 | 17) => push_text(&mut found.memo, rest),
            Ok(15 | 16) => push_text(&mut found.payee, rest),
            _ => {}
        }
    }
    found
}

fn free(text: &str) -> Details {
    let mut found = Details::default();
    // Knab and others end with the other account and its name.
    let name = text.split_once("/NAAM: ").map(|(_, name)| name);
    push_text(&mut found.payee, name.unwrap_or_default());
    push_text(&mut found.memo, text);
    found
}

/// Parts behind a separator and two digits.
fn numbered(text: &str) -> Option<Details> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let head = if digits == 3 { 3 } else { 0 };
    let separator = text[head..].chars().next()?;
    if !"?>~+^<#|@&!*".contains(separator) {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = &text[head..];
    while let Some(inner) = rest.strip_prefix(separator) {
        let (code, _) = part_code(inner)?;
        let end = next_part(inner, separator).unwrap_or(inner.len());
        parts.push((code, &inner[2..end]));
        rest = &inner[end..];
    }
    (head == 3 || parts.len() > 1).then(|| of_parts(&parts))
}

/// The number of a part, when it is one that is in use.
fn part_code(text: &str) -> Option<(u8, &str)> {
    let (code, rest) = text.split_at_checked(2)?;
    let code: u8 = code
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| code.parse().ok())??;
    matches!(code, 0 | 10 | 20..=39 | 60..=79).then_some((code, rest))
}

fn next_part(text: &str, separator: char) -> Option<usize> {
    let mut found = text.match_indices(separator).map(|(at, _)| at);
    found.find(|at| part_code(&text[at + separator.len_utf8()..]).is_some())
}

fn of_parts(parts: &[(u8, &str)]) -> Details {
    let long = parts.iter().map(|(_, part)| part.chars().count()).max();
    let full = long.unwrap_or_default().max(FULL_PART);
    let (mut kind, mut purpose, mut name) = (String::new(), String::new(), String::new());
    for (code, part) in parts {
        let text = match code {
            0 => &mut kind,
            20..=29 | 60..=79 => &mut purpose,
            32 | 33 => &mut name,
            _ => continue,
        };
        text.push_str(part);
        if part.chars().count() < full || part.starts_with(char::is_whitespace) {
            text.push(' ');
        }
    }
    let mut found = Details::default();
    if !is_placeholder(&name) {
        push_text(&mut found.payee, &name);
    }
    push_text(&mut found.memo, &kind);
    push_text(&mut found.memo, &words_first(&purpose));
    found
}

/// The keys of SEPA in a purpose.
const SEPA: &[&str] = &[
    "EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "SVWZ+", "ABWA+", "ABWE+", "IBAN+", "BIC+",
    "PURP+", "COAM+", "OAMT+",
];

/// Of a purpose with keys the words of a person (`SVWZ+`) first, the references behind them.
fn words_first(purpose: &str) -> String {
    let Some(at) = purpose.find("SVWZ+") else {
        return purpose.to_owned();
    };
    let words = &purpose[at + 5..];
    let end = SEPA
        .iter()
        .filter_map(|key| words.find(key))
        .min()
        .unwrap_or(words.len());
    format!("{} {} {}", &words[..end], &purpose[..at], &words[end..])
}

/// The keys of Dutch banks.
#[rustfmt::skip]
const KEYS: &[&str] = &[
    "TRTP", "IBAN", "BIC", "NAME", "REMI", "EREF", "ORDP", "BENM", "MARF", "CSID", "ISDT", "CNTP",
    "PREF", "RTRN", "ACCW", "ID", "ADDR", "SVCL", "RREF", "ULTD", "ULTB", "ULTC", "PURP", "OCMT",
    "CHGS", "EXCH", "TRCD", "BUSP", "CREF", "IREF", "NRTX",
];

/// Parts behind their names between slashes.
fn named(text: &str) -> Option<Details> {
    let first = text.strip_prefix('/')?.split('/').next()?;
    if !KEYS.contains(&first) {
        return None;
    }
    let (mut name, mut purpose, mut rest) = (String::new(), String::new(), String::new());
    let mut pieces = text.split('/').skip(1).peekable();
    let mut key = "";
    // `/CNTP/account/bic/name/city/` has its parts by place.
    let mut place = 0;
    for piece in pieces.by_ref() {
        if KEYS.contains(&piece) && (key != "REMI" || ends_purpose(piece)) {
            (key, place) = (piece, 0);
            continue;
        }
        place += 1;
        match key {
            "NAME" if name.is_empty() => push_text(&mut name, piece),
            "CNTP" if place == 3 && name.is_empty() => push_text(&mut name, piece),
            "REMI" if place <= 2 && matches!(piece, "USTD" | "STRD" | "") => {}
            "REMI" if place > 1 && !purpose.is_empty() && !piece.is_empty() => {
                purpose.push('/');
                purpose.push_str(piece);
            }
            "REMI" => purpose.push_str(piece),
            "TRTP" => push_text(&mut rest, piece),
            _ => {}
        }
    }
    let mut found = Details::default();
    if !is_placeholder(&name) {
        push_text(&mut found.payee, &name);
    }
    let purpose = purpose.trim_matches(['/', ' ']);
    match (purpose.is_empty(), rest.is_empty()) {
        (false, _) => push_text(&mut found.memo, purpose),
        (true, false) => push_text(&mut found.memo, &rest),
        (true, true) => push_text(&mut found.memo, text),
    }
    Some(found)
}

/// Keys that may follow a purpose; a purpose itself may hold slashes and words.
fn ends_purpose(piece: &str) -> bool {
    !matches!(piece, "ID" | "NAME" | "BIC" | "IBAN" | "PURP")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::german(
        "166?00GUTSCHRIFT?109310?20EREF+NOTPROVIDED?21SVWZ+Miete Mai und alles wa?22s dazu gehoert?30COBADEFF?31DE89370400440532013000?32Mueller, Anna?33 und Bernd",
        "Mueller, Anna und Bernd",
        "GUTSCHRIFT Miete Mai und alles was dazu gehoert EREF+NOTPROVIDED"
    )]
    #[case::wrapped_in_a_separator(
        "020?00Wyplata?20INFO 1 END?2\n1INFO 2?32HUTA\n SZKLA",
        "HUTA SZKLA",
        "Wyplata INFO 1 END INFO 2"
    )]
    #[case::triodos(
        "000>100987654321\n>20ALGEMENE TUSSENREKENING KOS>21TEN VAN 01-10",
        "",
        "ALGEMENE TUSSENREKENING KOSTEN VAN 01-10"
    )]
    #[case::polish_tildes(
        "020~00VE02~20Faktura 1~32Firma~33Sp. z o.o.~38PL61109010140000071219812874",
        "Firma Sp. z o.o.",
        "VE02 Faktura 1"
    )]
    #[case::no_code_before("~20zakup~32SKLEP", "SKLEP", "zakup")]
    #[case::carets("944^00PRZELEW^20czynsz^32Jan", "Jan", "PRZELEW czynsz")]
    #[case::plus("000+00Lastschrift+20Strom+32Werke", "Werke", "Lastschrift Strom")]
    #[case::abn(
        "/TRTP/SEPA OVERBOEKING/IBAN/NL70TRIO0123456789/BIC/TRIONL2U/NAME/\nTEST CLIENT/REMI/FACTUURNUMMER 12345678/EREF/2024011\n9225235TRIONL2UX",
        "TEST CLIENT",
        "FACTUURNUMMER 12345678"
    )]
    #[case::rabobank(
        "/EREF/01-01-2013 12:00 0030000987654321/BENM//NAME/CONTRA ACCOUN\nT HOLDER/REMI//ISDT/2013-07-11",
        "CONTRA ACCOUNT HOLDER",
        "/EREF/01-01-2013 12:00 0030000987654321/BENM//NAME/CONTRA ACCOUNT HOLDER/REMI//ISDT/2013-07-11"
    )]
    #[case::ing(
        "/EREF/131224R//CNTP/NL92RABO01/RABONL2U/J JANSEN/CITY//REMI/USTD//000060/",
        "J JANSEN",
        "000060"
    )]
    #[case::slashes_in_a_purpose(
        "/TRTP/IDEAL/NAME/SHOP/REMI/order 12/2024 a/EREF/9",
        "SHOP",
        "order 12/2024 a"
    )]
    #[case::knab(
        "FACTUUR 1\nREK: NL65INGB0123456789/NAAM: PICQER",
        "PICQER",
        "FACTUUR 1 REK: NL65INGB0123456789/NAAM: PICQER"
    )]
    #[case::a_full_line(
        "GIRO AUS ONLINE-SIC 80701 AUFTRAGGEBER: XXXXXXXXX XXX XXXXXXXXSTR\nASSE 111",
        "",
        "GIRO AUS ONLINE-SIC 80701 AUFTRAGGEBER: XXXXXXXXX XXX XXXXXXXXSTRASSE 111"
    )]
    #[case::a_text_with_a_question("Was kostet das?20 Euro", "", "Was kostet das?20 Euro")]
    #[case::begins_with_a_number("123 Main St", "", "123 Main St")]
    #[case::empty("", "", "")]
    fn dialects(#[case] text: &str, #[case] payee: &str, #[case] memo: &str) {
        let found = details(text);
        assert_eq!((found.payee.as_str(), found.memo.as_str()), (payee, memo));
    }
}
