//! Which format some bytes are in, by their content alone.
//!
//! Formats that are known but not read here are named, so that a person learns what the file is.

use super::document;
use super::encoding;
use super::error::ReadError;
use super::statement::Format;

/// Only the beginning of a file is looked at.
const HEAD: usize = 64 << 10;

const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a text document (RTF)"),
];

/// Tells the format.
pub(super) fn format(bytes: &[u8]) -> Result<Format, ReadError> {
    for (magic, what) in MAGIC {
        if bytes.starts_with(magic) {
            return Err(ReadError::Unsupported { what });
        }
    }
    // Which kind of document it was stands inside.
    if bytes.starts_with(document::MAGIC.as_bytes()) {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Format::Xlsx);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Ok(Format::Xls);
    }
    if encoding::is_binary(bytes) {
        return Err(ReadError::Unsupported {
            what: "a binary file",
        });
    }
    let head = encoding::decode(&bytes[..bytes.len().min(HEAD)], None)?.text;
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if head.is_empty() {
        return Err(ReadError::Empty);
    }
    if is_ofx(head) {
        return Ok(Format::Ofx);
    }
    if is_qif(head) {
        return Ok(Format::Qif);
    }
    if is_camt(head) {
        return Ok(Format::Camt);
    }
    if is_mt940(head) {
        return Ok(Format::Mt940);
    }
    if let Some(format) = table_in_markup(head, bytes) {
        return Ok(format);
    }
    unsupported(head).map_or(Ok(Format::Csv), |what| Err(ReadError::Unsupported { what }))
}

fn contains(head: &str, words: &[&str]) -> bool {
    words.iter().any(|word| head.contains(word))
}

fn is_ofx(head: &str) -> bool {
    let start = head.get(..9).unwrap_or_default().to_ascii_uppercase();
    start == "OFXHEADER"
        || (contains(head, &["<OFX>", "<ofx>", "<?OFX", "<OFX "])
            && !head.starts_with(|c: char| c.is_ascii_digit() || c == '"'))
}

/// QIF starts with a `!` line, after blank lines and comments at most.
fn is_qif(head: &str) -> bool {
    let mut lines = head.split(['\n', '\r']).map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| {
        let line = line.to_ascii_lowercase();
        ["!type", "!account", "!option", "!clear"]
            .iter()
            .any(|start| line.starts_with(start))
    })
}

/// A CAMT message, also inside of a business message's envelope.
fn is_camt(head: &str) -> bool {
    let known = ["BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"];
    let spaces = [":camt.052.", ":camt.053.", ":camt.054."];
    head.starts_with('<') && (contains(head, &known) || contains(head, &spaces))
}

/// A spreadsheet in XML, or a web page that holds a table somewhere.
fn table_in_markup(head: &str, bytes: &[u8]) -> Option<Format> {
    if !head.starts_with('<') {
        return None;
    }
    if contains(head, &["urn:schemas-microsoft-com:office:spreadsheet"])
        && contains(head, &["<Workbook", ":Workbook", "<Worksheet"])
    {
        return Some(Format::XmlSheet);
    }
    let begins = head.to_ascii_lowercase();
    let page = contains(
        &begins,
        &["<html", "<table", "<!doctype html", "<tr", "<meta"],
    );
    let has_cell = |cell: &[u8]| {
        bytes
            .windows(cell.len())
            .any(|window| window.eq_ignore_ascii_case(cell))
    };
    let wide = b"<\0t\0d\0";
    (page && (has_cell(b"<td") || has_cell(wide))).then_some(Format::Html)
}

/// Lines that begin with the tags of a statement, or SWIFT's envelope of one.
fn is_mt940(head: &str) -> bool {
    if head.starts_with("{1:") || head.starts_with("{2:") || head.starts_with("{4:") {
        return true;
    }
    let starts = |line: &str, tags: &[&str]| tags.iter().any(|tag| line.starts_with(tag));
    let (mut reference, mut account) = (false, false);
    for line in head.split(['\n', '\r']).map(str::trim_start) {
        if starts(line, &[":60F:", ":60M:", ":61:", ":62F:", ":62M:"]) {
            return true;
        }
        reference |= starts(line, &[":20:", ":28:", ":28C:"]);
        account |= starts(line, &[":25:", ":25P:"]);
        if reference && account {
            return true;
        }
    }
    false
}

fn unsupported(head: &str) -> Option<&'static str> {
    if head.starts_with('<') {
        return Some(xml_kind(head));
    }
    if head.starts_with('{') || head.starts_with("[{") {
        return Some("a JSON document");
    }
    if is_journal(head) {
        return Some("a journal of hledger, ledger or beancount");
    }
    None
}

fn xml_kind(head: &str) -> &'static str {
    if contains(
        &head.to_ascii_lowercase(),
        &["<html", "<table", "<!doctype html"],
    ) {
        "a web page (HTML)"
    } else {
        "an XML document that is no bank statement"
    }
}

/// A journal has dated headings with indented postings below, or beancount's directives.
fn is_journal(head: &str) -> bool {
    let mut dated = false;
    for line in head.lines() {
        if dated && line.starts_with([' ', '\t']) && line.trim().contains("  ") {
            return true;
        }
        let date = line.split([' ', '\t']).next().unwrap_or_default();
        let rest = line.get(date.len()..).unwrap_or_default().trim_start();
        let digits = date.bytes().filter(u8::is_ascii_digit).count();
        dated = (4..=8).contains(&digits)
            && date.len() <= 10
            && date.contains(['/', '-', '.'])
            && date.starts_with(|c: char| c.is_ascii_digit())
            && !line.contains(['\t', ';']);
        if dated
            && ["open ", "commodity ", "price "]
                .iter()
                .any(|word| rest.starts_with(word))
        {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("OFXHEADER:100\n<OFX>", Format::Ofx)]
    #[case(
        "\n\n<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?><OFX>",
        Format::Ofx
    )]
    #[case("# made by hand\n\n!Type:Bank\nD1/1/2020", Format::Qif)]
    #[case("Date,Amount\n2020-01-01,5", Format::Csv)]
    #[case("{1:F01BANK}{2:I940}{4:\n:20:1", Format::Mt940)]
    #[case("\n:20:X\n:25:1\n:60F:C200101EUR1,00", Format::Mt940)]
    #[case("ABNANL2A\n940\nABNANL2A\n:25:1\n:28:1\n:34F:EUR0,00", Format::Mt940)]
    #[case(
        "<?xml version='1.0'?><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'/>",
        Format::Camt
    )]
    #[case("<n:Document><n:BkToCstmrAcctRpt>", Format::Camt)]
    #[case("PK\x03\x04rest", Format::Xlsx)]
    #[case("<HTML><body><TABLE><TR><TD>1", Format::Html)]
    #[case("<table><tr><th>Fecha</th></tr><tr><td>1", Format::Html)]
    #[case(
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
        Format::XmlSheet
    )]
    #[case("2020-01-01;shop;5,00\n2020-01-02;shop;6,00", Format::Csv)]
    fn known_formats(#[case] text: &str, #[case] expected: Format) {
        assert_eq!(format(text.as_bytes()), Ok(expected));
    }

    #[rstest]
    #[case(b"%PDF-1.7")]
    #[case(
        b"<?xml version='1.0'?><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.056.001.02'/>"
    )]
    #[case(b"2020-01-01 * Shop\n    expenses:food    5.00 EUR\n    cash\n")]
    #[case(b"\x00\x01\x02\x03\x00\x00\x07\x09")]
    fn what_is_something_else_is_named(#[case] bytes: &[u8]) {
        assert!(matches!(format(bytes), Err(ReadError::Unsupported { .. })));
    }
}
