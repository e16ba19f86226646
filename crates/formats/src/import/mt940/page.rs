//! The code pages of MT940: SWIFT allows ASCII alone, banks write what their machine had: UTF-8,
//! the pages of Windows, and still those of DOS, which no web standard knows.
//!
//! The page is the one in which most characters are letters of the languages that it was made
//! for; the currency says which of those are likely.

use std::borrow::Cow;

use encoding_rs::{ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};

use crate::import::encoding;
use crate::import::error::ReadError;

/// The upper half of DOS page 850 (Western Europe).
#[rustfmt::skip]
const DOS_850: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ",
    "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀",
    "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
);

/// The upper half of DOS page 852 (Central Europe).
#[rustfmt::skip]
const DOS_852: &str = concat!(
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č",
    "áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐",
    "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀",
    "ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
);

const WESTERN: &str = "äöüßéèêëàâáåæøœçñíìîïóòôúùûÄÖÜÉÈÊÀÂÁÅÆØÇÑÍÎÓÔÚ";
const CENTRAL: &str = "ąćęłńóśźżáčďéěíňřšťúůýžôľĺŕäöüőűăâîșțşţđÁÄÖÜÓĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽÚÝÉÍŐŰĽĂÂÎŞŢĐ";

/// Currencies of countries whose banks write Central European pages.
const CENTRAL_CURRENCIES: &[&[u8]] = &[
    b"PLN", b"CZK", b"HUF", b"RON", b"HRK", b"SKK", b"BAM", b"RSD", b"SIT",
];

/// One page that may be meant.
#[derive(Clone, Copy)]
enum Page {
    Web(&'static encoding_rs::Encoding),
    Dos(&'static str, &'static str),
}

/// Decodes a file and names its page.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), ReadError> {
    let decoded = encoding::decode(bytes, None)?;
    if [UTF_8, UTF_16LE, UTF_16BE].contains(&decoded.encoding) {
        return Ok((decoded.text, decoded.encoding.name()));
    }
    let western = [
        (Page::Web(WINDOWS_1252), WESTERN),
        (Page::Dos(DOS_850, "IBM850"), WESTERN),
    ];
    let central = [
        (Page::Web(WINDOWS_1250), CENTRAL),
        (Page::Web(ISO_8859_2), CENTRAL),
        (Page::Dos(DOS_852, "IBM852"), CENTRAL),
    ];
    let is_central = bytes
        .windows(3)
        .take(4096)
        .any(|three| CENTRAL_CURRENCIES.contains(&three));
    let mut pages: Vec<(Page, &str)> = western.into_iter().collect();
    let at = if is_central { 0 } else { pages.len() };
    pages.splice(at..at, central);
    // Of equals the last is taken: the likely ones stand first.
    let best = pages
        .into_iter()
        .rev()
        .max_by_key(|(page, letters)| score(*page, letters, bytes));
    Ok(match best {
        Some((Page::Dos(upper, name), _)) => (Cow::Owned(from_dos(upper, bytes)), name),
        Some((Page::Web(page), _)) => (page.decode_without_bom_handling(bytes).0, page.name()),
        None => (decoded.text, decoded.encoding.name()),
    })
}

/// How many characters are letters of the page's languages, less the signs inside of words.
fn score(page: Page, letters: &str, bytes: &[u8]) -> i64 {
    let mut score = 0;
    let high = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| !byte.is_ascii());
    for (at, byte) in high.take(4096) {
        let c = match page {
            Page::Dos(upper, _) => dos(upper, *byte),
            Page::Web(page) => {
                let single = [*byte];
                let (text, _) = page.decode_without_bom_handling(&single);
                text.chars().next().unwrap_or_default()
            }
        };
        let beside = |at: Option<usize>, test: fn(&u8) -> bool| {
            at.and_then(|at| bytes.get(at)).is_some_and(test)
        };
        let lower_around = beside(at.checked_sub(1), u8::is_ascii_lowercase)
            && beside(Some(at + 1), u8::is_ascii_lowercase);
        let upper_around = beside(at.checked_sub(1), u8::is_ascii_uppercase)
            && beside(Some(at + 1), u8::is_ascii_uppercase);
        let odd_case = (lower_around && c.is_uppercase()) || (upper_around && c.is_lowercase());
        score += match (letters.contains(c), c.is_alphabetic()) {
            (true, _) if odd_case && c != 'ß' => -1,
            (true, _) => 2,
            (false, true) => 0,
            (false, false) => -2,
        };
    }
    score
}

fn dos(upper: &str, byte: u8) -> char {
    let at = usize::from(byte).checked_sub(0x80);
    at.map_or(char::from(byte), |at| upper.chars().nth(at).unwrap_or(' '))
}

fn from_dos(upper: &str, bytes: &[u8]) -> String {
    let table: Vec<char> = upper.chars().collect();
    let decode = |byte: &u8| match usize::from(*byte).checked_sub(0x80) {
        Some(at) => table.get(at).copied().unwrap_or(' '),
        None => char::from(*byte),
    };
    bytes.iter().map(decode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn to_dos(upper: &str, text: &str) -> Vec<u8> {
        let byte = |c: char| match upper.chars().position(|known| known == c) {
            Some(at) => u8::try_from(at + 0x80).unwrap(),
            None => u8::try_from(c).unwrap(),
        };
        text.chars().map(byte).collect()
    }

    const POLISH: &str = ":60F:C200101PLN1,00\n:86:Zażółć gęślą jaźń, opłata";
    const GERMAN: &str = ":60F:C200101EUR1,00\n:86:Müller Größe Bäcker STRAßE ÄRZTE MÜNCHEN";

    #[rstest]
    #[case(&WINDOWS_1250.encode(POLISH).0, POLISH, "windows-1250")]
    #[case(&ISO_8859_2.encode(POLISH).0, POLISH, "ISO-8859-2")]
    #[case(&to_dos(DOS_852, POLISH), POLISH, "IBM852")]
    #[case(&WINDOWS_1252.encode(GERMAN).0, GERMAN, "windows-1252")]
    #[case(&to_dos(DOS_850, GERMAN), GERMAN, "IBM850")]
    #[case(POLISH.as_bytes(), POLISH, "UTF-8")]
    fn pages(#[case] bytes: &[u8], #[case] text: &str, #[case] name: &str) {
        assert_eq!(decode(bytes).unwrap(), (Cow::Borrowed(text), name));
    }

    #[test]
    fn the_tables_are_whole() {
        assert_eq!(DOS_850.chars().count(), 128);
        assert_eq!(DOS_852.chars().count(), 128);
    }
}
