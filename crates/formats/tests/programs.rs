//! OFX and QIF as programs and banks write them, in all their dialects.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use domain::{Currency, Decimal, NaiveDate};
use formats::import::{Hints, ReadError, RowProblem, Statement, Warning, read};
use rstest::rstest;

fn hints() -> Hints<'static> {
    let mut hints = Hints::new(NaiveDate::from_ymd_opt(2026, 6, 15).unwrap());
    hints.currency = Some(Currency {
        code: "USD".parse().unwrap(),
        exponent: 2,
    });
    hints
}

fn rows(text: &str) -> (Statement, Vec<String>) {
    let statement =
        read(text.as_bytes(), &hints()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let rows = statement
        .rows
        .iter()
        .map(|row| {
            let account = statement.account_of(row).map_or("-", |account| &account.id);
            let payee = row.payee.as_deref().unwrap_or("-");
            format!("{} {} {payee} {account}", row.date, row.amount.normalize())
        })
        .collect();
    (statement, rows)
}

const BANK: &str = "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>A1</BANKACCTFROM><BANKTRANLIST>";

#[rstest]
#[case::values_on_their_own_lines("<STMTTRN>\n<DTPOSTED>\n20260115\n<TRNAMT>\n-5.00\n<NAME>\nShop\n</STMTTRN>", &["2026-01-15 -5 Shop A1"])]
#[case::without_any_closing_tag("<STMTTRN><DTPOSTED>20260115<TRNAMT>-5.00<NAME>Shop<STMTTRN><DTPOSTED>20260116<TRNAMT>7<NAME>Job", &["2026-01-15 -5 Shop A1", "2026-01-16 7 Job A1"])]
#[case::wrong_closing_tags("<STMTTRN><DTPOSTED>20260115</DTUSER><TRNAMT>-5.00</AMT><NAME>Shop</MEMO></STMTTRN>", &["2026-01-15 -5 Shop A1"])]
#[case::comma_decimals("<STMTTRN><DTPOSTED>20260115<TRNAMT>-1234,50<NAME>A &amp; B & C</STMTTRN>", &["2026-01-15 -1234.5 A & B & C A1"])]
#[case::grouped_thousands("<STMTTRN><DTPOSTED>20260115<TRNAMT>-1,234.50<NAME>Shop</STMTTRN>", &["2026-01-15 -1234.5 Shop A1"])]
#[case::a_payee_aggregate("<STMTTRN><DTPOSTED>20260115120000[-3:CLT]<TRNAMT>-5<PAYEE><NAME>Shop<CITY>X</PAYEE></STMTTRN>", &["2026-01-15 -5 Shop A1"])]
#[case::account_of_the_other_side("<STMTTRN><DTPOSTED>20260115<TRNAMT>-5<NAME>Move<BANKACCTTO><ACCTID>B2</BANKACCTTO></STMTTRN>", &["2026-01-15 -5 Move A1"])]
#[case::lower_case("<stmttrn><dtposted>20260115<trnamt>-5.00<name>Shop</stmttrn>", &["2026-01-15 -5 Shop A1"])]
fn ofx_dialects(#[case] body: &str, #[case] expected: &[&str]) {
    assert_eq!(
        rows(&format!(
            "{BANK}{body}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
        ))
        .1,
        expected
    );
}

#[test]
fn months_glued_together_are_one_account() {
    let month = |day: &str, balance: &str| {
        format!(
            "{BANK}<STMTTRN><DTPOSTED>{day}<TRNAMT>-5<NAME>Shop</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>{balance}<DTASOF>{day}</LEDGERBAL></STMTRS></OFX>"
        )
    };
    let (statement, rows) = rows(&(month("20260115", "10") + &month("20260215", "5")));
    assert_eq!(rows, ["2026-01-15 -5 Shop A1", "2026-02-15 -5 Shop A1"]);
    assert_eq!(statement.accounts.len(), 1);
    assert_eq!(statement.accounts[0].closing, Some(Decimal::from(5)));
}

#[test]
fn several_accounts_pending_rows_and_trades() {
    let text = format!(
        "{BANK}<STMTTRN><DTPOSTED>20260115<TRNAMT>-5<NAME>Shop</STMTTRN></BANKTRANLIST>\
         <BANKTRANLISTP><STMTTRNP><DTTRAN>20260116<TRNAMT>-6<NAME>Later</STMTTRNP></BANKTRANLISTP></STMTRS>\
         <CCSTMTRS><CURDEF>USD<CCACCTFROM><ACCTID>C3</CCACCTFROM><STMTTRN><DTPOSTED>20260117<TRNAMT>-7<NAME>Card</STMTTRN></CCSTMTRS>\
         <INVSTMTRS><INVACCTFROM><ACCTID>I4</INVACCTFROM><INVTRANLIST><BUYSTOCK><INVBUY><UNITS>1</INVBUY></BUYSTOCK></INVTRANLIST></INVSTMTRS></OFX>"
    );
    let (statement, rows) = rows(&text);
    assert_eq!(
        rows,
        [
            "2026-01-15 -5 Shop A1",
            "2026-01-16 -6 Later A1",
            "2026-01-17 -7 Card C3"
        ]
    );
    assert!(statement.rows[1].pending);
    assert_eq!(
        statement.rows[2]
            .currency
            .map(|code| code.to_string())
            .as_deref(),
        Some("USD")
    );
    assert_eq!(
        statement.warnings,
        [Warning::InvestmentRecords { count: 1 }]
    );
}

#[test]
fn a_code_page_that_the_header_names() {
    let text = format!(
        "OFXHEADER:100\nCHARSET:1250\n\n{BANK}<STMTTRN><DTPOSTED>20260115<TRNAMT>-5<NAME>Żabka</STMTTRN>"
    );
    let (bytes, _, _) = encoding_rs::WINDOWS_1250.encode(&text);
    let statement = read(&bytes, &hints()).unwrap();
    assert_eq!(statement.rows[0].payee.as_deref(), Some("Żabka"));
}

#[test]
fn what_an_ofx_number_leaves_open_is_refused() {
    let text = format!("{BANK}<STMTTRN><DTPOSTED>20260115<TRNAMT>-1,500<NAME>Shop</STMTTRN>");
    assert!(matches!(
        read(text.as_bytes(), &hints()),
        Err(ReadError::AmbiguousNumbers { .. })
    ));
}

#[rstest]
#[case::quicken("!Type:Bank\nD1/15'26\nT-1,234.50\nPShop\n^\n", &["2026-01-15 -1234.5 Shop -"])]
#[case::padded("!Type:Bank\nD1/ 5'26\nT-5.00\nPA\n^\nD1/15'26\nT6.00\nPB\n^\n", &["2026-01-05 -5 A -", "2026-01-15 6 B -"])]
#[case::day_first("!Type:CCard\nD25/01/2026\nT-5,00\nPA\n^\nD05/02/2026\nT6,00\nPB\n", &["2026-01-25 -5 A -", "2026-02-05 6 B -"])]
#[case::accounts("!Account\nNChecking\nTBank\n^\n!Type:Bank\nD2026-01-15\nT-5\nPA\n^\n!Account\nNCard\nTCCard\n^\n!Type:CCard\nD2026-01-16\nT-6\nPB\n^\n", &["2026-01-15 -5 A Checking", "2026-01-16 -6 B Card"])]
#[case::auto_switch("!Option:AutoSwitch\n!Account\nNOne\n^\nNTwo\n^\n!Clear:AutoSwitch\n!Account\nNOne\n^\n!Type:Bank\nD2026-01-15\nT-5\nPA\n^\n", &["2026-01-15 -5 A One"])]
#[case::other_lists("!Type:Cat\nNFood\nE\n^\n!Type:Memorized\nKP\nT-9\nPX\n^\n!Type:Cash\nD2026-01-15\nU-5\nPA\n^\n", &["2026-01-15 -5 A -"])]
#[case::carriage_returns("!Type:Bank\rD2026-01-15\rT-5\rPA\r^\r", &["2026-01-15 -5 A -"])]
fn qif_dialects(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(rows(text).1, expected);
}

#[test]
fn splits_and_transfers() {
    let text = "!Type:Bank\nD2026-01-15\nT-10\nPA\nL[Savings]\n^\nD2026-01-16\nT-10\nPB\nL--Split--\nSFood\nEbread\n$-4\nS[Card]\n$-6\n^\nD2026-01-17\nT-10\nSFood\n$-9\n^\n";
    let statement = read(text.as_bytes(), &hints()).unwrap();
    assert_eq!(
        statement.rows[0].extra().transfer_account.as_deref(),
        Some("Savings")
    );
    let splits = &statement.rows[1].extra().splits;
    assert_eq!(
        (splits[0].category.as_deref(), splits[0].memo.as_deref()),
        (Some("Food"), Some("bread"))
    );
    assert_eq!(
        (splits[1].transfer_account.as_deref(), splits[1].amount),
        (Some("Card"), Decimal::from(-6))
    );
    assert!(statement.rows[2].extra().splits.is_empty());
    let difference = Decimal::from(-1);
    assert_eq!(
        statement.warnings,
        [Warning::SplitMismatch {
            line: 17,
            difference
        }]
    );
}

#[test]
fn bad_records_and_open_dates() {
    let text = "!Type:Bank\nD2026-01-15\nT-10\n^\nD2026-02-31\nT1\n^\nT2\n^\nD2026-01-16\nTx\n^\nD2026-01-16\n^\n";
    let statement = read(text.as_bytes(), &hints()).unwrap();
    let problems: Vec<(u32, RowProblem)> = statement
        .errors
        .iter()
        .map(|error| (error.line, error.problem))
        .collect();
    let expected = [
        (5, RowProblem::BadDate),
        (8, RowProblem::MissingDate),
        (10, RowProblem::BadAmount),
        (13, RowProblem::MissingAmount),
    ];
    assert_eq!(problems, expected);
    let open = read(b"!Type:Bank\nD5/3/2026\nT-10\n^\n", &hints());
    assert!(matches!(open, Err(ReadError::AmbiguousDates { .. })));
}
