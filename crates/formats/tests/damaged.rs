//! Files that are cut, damaged or hostile: each has the outcome that a person needs, and none
//! makes the reader panic or its memory run away.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::fmt::Write as _;

use domain::NaiveDate;
use formats::import::{Hints, ReadError, RowProblem, Statement, Warning, read};
use proptest::prelude::*;

fn try_read(bytes: &[u8]) -> Result<Statement, ReadError> {
    read(
        bytes,
        &Hints::new(NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()),
    )
}

const HEAD: &str = "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89</IBAN></Id></Acct>\n";
const TAIL: &str = "</Stmt></BkToCstmrStmt></Document>";

fn entry(more: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-02</Dt></BookgDt>{more}</Ntry>\n"
    )
}

fn mt940(rows: usize) -> String {
    let mut text = String::from(":20:X\n:25:1\n:28C:1\n:60F:C260101EUR0,00\n");
    for _ in 0..rows {
        text.push_str(":61:2601020102C1,00NTRFNONREF\n:86:words\n");
    }
    writeln!(text, ":62F:C260102EUR{rows},00").unwrap();
    text
}

/// Rows and problems.
fn found(bytes: &[u8]) -> (usize, Vec<(u32, RowProblem)>) {
    let statement = try_read(bytes).unwrap();
    let problems = statement
        .errors
        .iter()
        .map(|error| (error.line, error.problem));
    (statement.rows.len(), problems.collect())
}

#[test]
fn a_cut_message_gives_what_is_whole_and_says_where_it_ends() {
    let whole = format!(
        "{HEAD}{}{}{TAIL}",
        entry(""),
        entry("<AddtlNtryInf>x</AddtlNtryInf>")
    );
    let (first, second) = (
        HEAD.len() + entry("").len(),
        whole.find("<AddtlNtryInf>").unwrap(),
    );
    for (at, rows, line) in [
        (first, 1, 3),
        (second, 1, 3),
        (second + 5, 1, 3),
        (second + 16, 1, 3),
        (whole.len() - TAIL.len(), 2, 4),
    ] {
        let (have, problems) = found(&whole.as_bytes()[..at]);
        assert_eq!(
            (have, problems),
            (rows, vec![(line, RowProblem::Truncated)]),
            "{at}"
        );
    }
}

#[test]
fn a_message_that_is_cut_before_its_statement_is_refused() {
    let cut = &HEAD[..HEAD.find("<Stmt>").unwrap()];
    assert_eq!(
        try_read(cut.as_bytes()).unwrap_err(),
        ReadError::Damaged { line: 1 }
    );
}

#[test]
fn a_damaged_message_gives_what_stands_before() {
    let text = format!("{HEAD}{}<Ntry></Amt>{}{TAIL}", entry(""), entry(""));
    assert_eq!(found(text.as_bytes()), (1, vec![(3, RowProblem::Damaged)]));
}

#[test]
fn entities_are_refused() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]><Document><BkToCstmrStmt><Stmt>&lol2;</Stmt></BkToCstmrStmt></Document>";
    assert!(matches!(
        try_read(laughs.as_bytes()),
        Err(ReadError::Unsupported { .. })
    ));
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE d SYSTEM \"file:///etc/passwd\"><Document><BkToCstmrStmt/></Document>";
    assert!(matches!(
        try_read(outside.as_bytes()),
        Err(ReadError::Unsupported { .. })
    ));
}

#[test]
fn a_hundred_thousand_entries_are_a_hundred_thousand_rows() {
    let text = format!("{HEAD}{}{TAIL}", entry("").repeat(100_000));
    assert_eq!(found(text.as_bytes()), (100_000, Vec::new()));
    assert_eq!(found(mt940(100_000).as_bytes()), (100_000, Vec::new()));
}

#[test]
fn a_text_of_fifty_megabytes_is_shortened() {
    let long = "x ".repeat(25 << 20);
    let text = format!(
        "{HEAD}{}{TAIL}",
        entry(&format!("<AddtlNtryInf>{long}</AddtlNtryInf>"))
    );
    let statement = try_read(text.as_bytes()).unwrap();
    assert!(statement.rows[0].payee.as_deref().unwrap().len() <= 4000);
    let text = mt940(1).replace("words", &long);
    let statement = try_read(text.as_bytes()).unwrap();
    assert!(statement.rows[0].memo.as_deref().unwrap().len() <= 8000);
}

#[test]
fn a_batch_of_a_hundred_thousand_parts_is_one_row() {
    let part = "<TxDtls><Amt Ccy=\"EUR\">0.01</Amt><RmtInf><Ustrd>some words of a part</Ustrd></RmtInf></TxDtls>";
    let text = format!(
        "{HEAD}{}{TAIL}",
        entry(&format!("<NtryDtls>{}</NtryDtls>", part.repeat(100_000)))
    );
    let statement = try_read(text.as_bytes()).unwrap();
    assert!(statement.rows[0].memo.as_deref().unwrap().len() <= 4000);
    assert!(statement.rows[0].extra().splits.is_empty());
}

#[test]
fn elements_in_elements_have_an_end() {
    let text = format!("{HEAD}{}{}", entry(""), "<a>".repeat(100_000));
    assert_eq!(found(text.as_bytes()), (1, vec![(3, RowProblem::Damaged)]));
}

#[test]
fn a_statement_without_its_end_is_said() {
    let whole = mt940(2);
    let cut = &whole[..whole.find(":62F:").unwrap()];
    let statement = try_read(cut.as_bytes()).unwrap();
    assert_eq!(statement.rows.len(), 2);
    assert_eq!(statement.warnings, [Warning::NoClosing { line: 1 }]);
    // An envelope that never closes, or a statement among whole ones: something is missing.
    let enveloped = format!("{{1:F01X}}{{4:\n{cut}");
    assert_eq!(
        found(enveloped.as_bytes()),
        (2, vec![(10, RowProblem::Truncated)])
    );
    let second = format!("{whole}{cut}");
    assert_eq!(found(second.as_bytes()).1.len(), 1);
    // One in the middle is no end.
    let middle = format!("{cut}{whole}");
    let statement = try_read(middle.as_bytes()).unwrap();
    assert!(statement.errors.is_empty());
    assert_eq!(statement.warnings, [Warning::NoClosing { line: 1 }]);
    let within = &whole[..whole.rfind("C1,00NTRF").unwrap()];
    assert_eq!(found(within.as_bytes()).1, [(7, RowProblem::BadSign)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// No bytes in, before or instead of a message make the readers panic, and no cut is silent.
    #[test]
    fn no_damage_is_a_panic(at in 0usize..2000, with in prop::collection::vec(any::<u8>(), 0..6), is_camt: bool) {
        let whole = if is_camt {
            format!("{HEAD}{}{TAIL}", entry("<NtryDtls><TxDtls><RmtInf><Ustrd>é x</Ustrd></RmtInf></TxDtls></NtryDtls>").repeat(4))
        } else {
            mt940(6).replace("words", "020?00é?20x?32N\n/NAME/x")
        };
        let mut bytes = whole.into_bytes();
        let at = at % bytes.len();
        bytes.splice(at..(at + with.len()).min(bytes.len()), with);
        let _ = try_read(&bytes);
        bytes.truncate(at);
        if let (Ok(statement), true) = (try_read(&bytes), is_camt) {
            prop_assert!(!statement.errors.is_empty());
        }
    }
}
