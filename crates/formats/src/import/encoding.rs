//! Bytes to text: byte order marks, UTF-16 without one, UTF-8, and the code pages of banks.
//!
//! Between windows-1252 and the Central European code pages the words decide: the reading in
//! which more header words are known wins, then the one with fewer signs inside of words.

use std::borrow::Cow;

use encoding_rs::{
    EUC_KR, Encoding, GB18030, ISO_8859_2, KOI8_R, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
};

use super::csv::known_words;
use super::error::ReadError;

/// Text, and the encoding it was in.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: &'static Encoding,
}

/// Decodes a file, in the encoding named or in the one that fits.
pub(crate) fn decode<'a>(bytes: &'a [u8], named: Option<&str>) -> Result<Decoded<'a>, ReadError> {
    let encoding = match named {
        None => detect(bytes),
        Some(name) => Encoding::for_label(name.as_bytes())
            .ok_or_else(|| ReadError::UnknownEncoding(name.chars().take(40).collect()))?,
    };
    let (text, encoding, _) = encoding.decode(bytes);
    Ok(Decoded { text, encoding })
}

/// True for bytes that are no text in any encoding known here.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    Encoding::for_bom(head).is_none() && utf16(head).is_none() && head.contains(&0)
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16(&bytes[..bytes.len().min(4096)]) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // Cut inside of a character: the head of a longer file.
        Err(error) if error.error_len().is_none() => UTF_8,
        Err(_) if is_damaged_utf8(bytes) => UTF_8,
        Err(_) => code_page(bytes),
    }
}

/// UTF-16 without a mark: in Western text every other byte is zero.
fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |start: usize| {
        head.iter()
            .skip(start)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() * 3 / 10;
    if head.len() < 4 {
        None
    } else if odd > most && even * 10 < odd {
        Some(UTF_16LE)
    } else if even > most && odd * 10 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A few broken bytes among many good characters: UTF-8 that was damaged on its way.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good > broken * 8
}

fn code_page(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(16 << 10)];
    let near = [WINDOWS_1252, WINDOWS_1250, ISO_8859_2];
    // Other scripts are believed by their words alone.
    let far = [
        WINDOWS_1251,
        KOI8_R,
        WINDOWS_1253,
        SHIFT_JIS,
        GB18030,
        EUC_KR,
    ];
    let score = |page: &'static Encoding| {
        let (text, _) = page.decode_without_bom_handling(head);
        let odd = if far.contains(&page) {
            i64::MIN
        } else {
            -odd_signs(page, bytes)
        };
        (known_words(&text), odd)
    };
    // `max_by_key` takes the last of equals: the Western page must win those.
    near.into_iter()
        .chain(far)
        .rev()
        .max_by_key(|page| score(page))
        .unwrap_or(WINDOWS_1252)
}

/// How many characters next to a letter would be signs, which no language writes there.
fn odd_signs(page: &'static Encoding, bytes: &[u8]) -> i64 {
    let mut odd = 0;
    for (at, byte) in bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| !byte.is_ascii())
        .take(4096)
    {
        let single = [*byte];
        let (text, _) = page.decode_without_bom_handling(&single);
        let letter_before = at > 0 && bytes[at - 1].is_ascii_alphabetic();
        let letter_after = bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
        let sign = text.chars().any(|c| !c.is_alphabetic());
        odd += i64::from(sign && (letter_before || letter_after));
    }
    odd
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Fecha;Descripción;Monto\n1;Año nuevo;2", WINDOWS_1252)]
    #[case("Datum provedení;Částka;Měna\n1;Žluťoučký kůň;CZK", WINDOWS_1250)]
    #[case("Data operacji;Kwota;Tytuł\n1;2;Zażółć gęślą jaźń", WINDOWS_1250)]
    #[case("日付;摘要;金額\n1;コーヒー;2", SHIFT_JIS)]
    #[case("交易时间;交易对方;金额\n1;咖啡;2", GB18030)]
    #[case("Дата;Описание;Сумма\n1;Кофе;2", WINDOWS_1251)]
    #[case("Дата;Описание;Сумма\n1;Кофе;2", KOI8_R)]
    #[case("거래일시;적요;잔액\n1;커피;2", EUC_KR)]
    fn code_pages(#[case] text: &str, #[case] expected: &'static Encoding) {
        let (bytes, _, lost) = expected.encode(text);
        assert!(!lost);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!(decoded.encoding.name(), expected.name());
        assert_eq!(decoded.text, text);
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        let text = "Date,Amount\n2020-01-01,5";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little, None).unwrap().text, text);
        assert_eq!(decode(&big, None).unwrap().text, text);
        let marked = [&[0xff, 0xfe][..], &little].concat();
        assert_eq!(decode(&marked, None).unwrap().text, text);
    }

    #[test]
    fn one_broken_byte_does_not_change_the_encoding() {
        let mut bytes = "Año ñandú Ñuñoa áéíóú".repeat(3).into_bytes();
        bytes.push(0xff);
        assert_eq!(decode(&bytes, None).unwrap().encoding, UTF_8);
    }

    #[test]
    fn an_unknown_name_is_refused() {
        assert!(decode(b"x", Some("klingon")).is_err());
    }
}
