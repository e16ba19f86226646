//! CAMT and MT940 as banks write them, against the standards: what a deviation makes other
//! programs fail at is here by its name.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use domain::NaiveDate;
use formats::import::{Hints, ReadError, Row, RowProblem, Statement, Warning, read};
use rstest::rstest;

fn statement(bytes: &[u8]) -> Statement {
    let today = NaiveDate::from_ymd_opt(2026, 6, 15).unwrap();
    read(bytes, &Hints::new(today)).unwrap_or_else(|error| panic!("{error}"))
}

fn refusal(bytes: &[u8]) -> ReadError {
    let today = NaiveDate::from_ymd_opt(2026, 6, 15).unwrap();
    read(bytes, &Hints::new(today)).unwrap_err()
}

fn line(row: &Row) -> String {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or("-").to_owned();
    format!(
        "{} {} {} | {} | {} | {}",
        row.date,
        row.amount,
        row.currency
            .map_or_else(|| "?".to_owned(), |code| code.to_string()),
        text(&row.payee),
        text(&row.memo),
        text(&row.bank_id),
    )
}

fn lines(statement: &Statement) -> Vec<String> {
    statement.rows.iter().map(line).collect()
}

/// A statement around some entries, with a name space of its own.
fn camt(entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ns2:Document xmlns:ns2=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><ns2:BkToCstmrStmt><ns2:Stmt><ns2:Id>1</ns2:Id><ns2:Acct><ns2:Id><ns2:IBAN>DE89370400440532013000</ns2:IBAN></ns2:Id><ns2:Ccy>EUR</ns2:Ccy></ns2:Acct>\n{entries}\n</ns2:Stmt></ns2:BkToCstmrStmt></ns2:Document>"
    )
}

fn entry(amount: &str, sign: &str, more: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-05</Dt></BookgDt>{more}</Ntry>\n"
    )
}

fn detail(inside: &str) -> String {
    format!("<NtryDtls><TxDtls>{inside}</TxDtls></NtryDtls>")
}

const PARTIES: &str = "<RltdPties><Dbtr><Pty><Nm>Payer</Nm></Pty></Dbtr><Cdtr><Pty><Nm>Shop</Nm></Pty></Cdtr></RltdPties>";

#[rstest]
#[case::money_out("DBIT", "", "2026-03-05 -5.00 EUR | Shop | - | -")]
#[case::money_in("CRDT", "", "2026-03-05 5.00 EUR | Payer | - | -")]
// A debit that came back is a credit; its parties are those of the debit.
#[case::returned_debit(
    "CRDT",
    "<RvslInd>true</RvslInd>",
    "2026-03-05 5.00 EUR | Shop | - | -"
)]
#[case::returned_credit("DBIT", "<RvslInd>1</RvslInd>", "2026-03-05 -5.00 EUR | Payer | - | -")]
fn camt_the_indicator_is_the_sign_also_of_a_reversal(
    #[case] sign: &str,
    #[case] more: &str,
    #[case] expected: &str,
) {
    let text = camt(&entry("5.00", sign, &format!("{more}{}", detail(PARTIES))));
    assert_eq!(lines(&statement(text.as_bytes())), [expected]);
}

#[rstest]
#[case::old_party("<RltdPties><Cdtr><Nm>A &amp; B</Nm></Cdtr></RltdPties>", "A & B | -")]
#[case::ultimate(
    "<RltdPties><UltmtCdtr><Pty><Nm>Last</Nm></Pty></UltmtCdtr></RltdPties>",
    "Last | -"
)]
#[case::bank_as_party(
    "<RltdPties><Cdtr><Agt><FinInstnId><Nm>Bank</Nm></FinInstnId></Agt></Cdtr></RltdPties>",
    "Bank | -"
)]
#[case::party_not_provided("<RltdPties><Cdtr><Nm>NOTPROVIDED</Nm></Cdtr></RltdPties>", "- | -")]
#[case::all_remittances(
    "<RmtInf><Ustrd>one</Ustrd><Ustrd> two\n three</Ustrd><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf><AddtlRmtInf>four</AddtlRmtInf></Strd></RmtInf><AddtlTxInf>five</AddtlTxInf>",
    "- | one two three RF18 four five"
)]
#[case::cdata(
    "<RmtInf><Ustrd><![CDATA[a <b> & c]]></Ustrd></RmtInf>",
    "- | a <b> & c"
)]
#[case::a_bare_ampersand("<RmtInf><Ustrd>H & M</Ustrd></RmtInf>", "- | H & M")]
#[case::comment_in_a_text("<RmtInf><Ustrd>a<!-- x -->b</Ustrd></RmtInf>", "- | ab")]
fn camt_who_and_what_for(#[case] inside: &str, #[case] expected: &str) {
    let text = camt(&entry("5.00", "DBIT", &detail(inside)));
    let found = lines(&statement(text.as_bytes()));
    assert_eq!(found, [format!("2026-03-05 -5.00 EUR | {expected} | -")]);
}

#[rstest]
#[case::the_bank_s(
    "<AcctSvcrRef>BANK1</AcctSvcrRef>",
    "<Refs><EndToEndId>E2E</EndToEndId></Refs>",
    Some("BANK1")
)]
#[case::the_bank_s_below("", "<Refs><AcctSvcrRef>BANK2</AcctSvcrRef></Refs>", Some("BANK2"))]
#[case::the_payer_s("", "<Refs><EndToEndId>INV-77</EndToEndId></Refs>", Some("INV-77"))]
#[case::none(
    "<AcctSvcrRef>NONREF</AcctSvcrRef>",
    "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>",
    None
)]
#[case::a_count_is_no_identity("<NtryRef>0001</NtryRef>", "", None)]
#[case::the_entry_s("<NtryRef>2026030500017</NtryRef>", "", Some("2026030500017"))]
fn camt_identities(
    #[case] of_entry: &str,
    #[case] of_detail: &str,
    #[case] expected: Option<&str>,
) {
    let text = camt(&entry(
        "5.00",
        "DBIT",
        &format!("{of_entry}{}", detail(of_detail)),
    ));
    let found = statement(text.as_bytes());
    assert_eq!(found.rows[0].bank_id.as_deref(), expected);
}

#[test]
fn camt_a_reference_that_all_entries_share_is_no_identity() {
    let one = entry("5.00", "CRDT", "<NtryRef>CH4431999123000889012</NtryRef>");
    let found = statement(camt(&[one.clone(), one].concat()).as_bytes());
    assert!(found.rows.iter().all(|row| row.bank_id.is_none()));
}

#[test]
fn camt_a_batch_is_one_row_and_its_parts_only_when_they_add_up() {
    let part = |amount: &str, name: &str| {
        format!(
            "<TxDtls><Refs><EndToEndId>x</EndToEndId></Refs><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RltdPties><Cdtr><Nm>{name}</Nm></Cdtr></RltdPties><RmtInf><Ustrd>for {name}</Ustrd></RmtInf></TxDtls>"
        )
    };
    let batch = |total: &str| {
        entry(
            total,
            "DBIT",
            &format!(
                "<AddtlNtryInf>Batch</AddtlNtryInf><NtryDtls>{}{}</NtryDtls>",
                part("10.00", "A"),
                part("20.00", "B")
            ),
        )
    };
    let text = camt(&[batch("30.00"), batch("31.50")].concat());
    let found = statement(text.as_bytes());
    assert_eq!(
        lines(&found),
        [
            "2026-03-05 -30.00 EUR | Batch | A for A B for B | -",
            "2026-03-05 -31.50 EUR | Batch | A for A B for B | -",
        ]
    );
    let parts = &found.rows[0].extra().splits;
    let parts: Vec<String> = parts.iter().map(|part| part.amount.to_string()).collect();
    assert_eq!(parts, ["-10.00", "-20.00"]);
    // Charges, or another currency: nothing is made up.
    assert!(found.rows[1].extra().splits.is_empty());
}

#[test]
fn camt_an_instructed_amount_in_another_currency_is_not_the_entry_s() {
    let inside = "<AmtDtls><InstdAmt><Amt Ccy=\"USD\">99.00</Amt></InstdAmt><TxAmt><Amt Ccy=\"EUR\">90.00</Amt></TxAmt></AmtDtls><Chrgs><Rcrd><Amt Ccy=\"EUR\">1.00</Amt></Rcrd></Chrgs>";
    let found = statement(camt(&entry("91.00", "DBIT", &detail(inside))).as_bytes());
    assert_eq!(lines(&found), ["2026-03-05 -91.00 EUR | - | - | -"]);
}

#[test]
fn camt_statuses_dates_and_what_books_nothing() {
    let of = |status: &str, dates: &str| {
        format!("<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd>{status}{dates}</Ntry>")
    };
    let text = camt(
        &[
            of("<Sts>PDNG</Sts>", "<ValDt><Dt>2026-03-06</Dt></ValDt>"),
            of(
                "<Sts><Cd>FUTR</Cd></Sts>",
                "<BookgDt><DtTm>2026-03-07T23:59:59.000+01:00</DtTm></BookgDt>",
            ),
            of("<Sts>INFO</Sts>", "<BookgDt><Dt>2026-03-08</Dt></BookgDt>"),
            of(
                "<Sts>BOOK</Sts>",
                "<BookgDt><Dt>2026-03-09+01:00</Dt></BookgDt>",
            ),
        ]
        .concat(),
    );
    let found = statement(text.as_bytes());
    let pending: Vec<(String, bool)> = found
        .rows
        .iter()
        .map(|row| (row.date.to_string(), row.pending))
        .collect();
    let expected = [
        ("2026-03-06", true),
        ("2026-03-07", true),
        ("2026-03-09", false),
    ];
    assert_eq!(
        pending,
        expected.map(|(date, pending)| (date.to_owned(), pending))
    );
    assert_eq!(
        found.warnings,
        [Warning::Skipped {
            status: "INFO".to_owned(),
            count: 1
        }]
    );
}

#[test]
fn camt_a_bad_entry_is_named_and_the_rest_is_read() {
    let bad = |what: &str, with: &str| entry("5.00", "DBIT", "").replace(what, with);
    let text = camt(
        &[
            bad("5.00", "5,00"),
            bad("5.00", "-5.00"),
            bad("2026-03-05", "2026-02-30"),
            bad("DBIT", "D"),
            bad("<BookgDt><Dt>2026-03-05</Dt></BookgDt>", ""),
            entry("7.00", "CRDT", ""),
        ]
        .concat(),
    );
    let found = statement(text.as_bytes());
    assert_eq!(found.rows.len(), 1);
    let errors: Vec<_> = found
        .errors
        .iter()
        .map(|error| (error.line, error.column.as_deref().unwrap(), error.problem))
        .collect();
    assert_eq!(
        errors,
        [
            (3, "Amt", RowProblem::BadAmount),
            (4, "Amt", RowProblem::BadAmount),
            (5, "BookgDt", RowProblem::BadDate),
            (6, "CdtDbtInd", RowProblem::BadSign),
            (7, "BookgDt", RowProblem::MissingDate),
        ]
    );
}

fn balance(kind: &str, amount: &str, date: &str) -> String {
    format!(
        "<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{date}</Dt></Dt></Bal>"
    )
}

#[rstest]
#[case::booked(&[("OPBD", "10"), ("CLBD", "15"), ("CLAV", "99")], Some("10"), Some("15"), false)]
#[case::previously_closed(&[("PRCD", "10"), ("CLBD", "15")], Some("10"), Some("15"), false)]
#[case::pages(&[("ITBD", "10"), ("ITBD", "15")], Some("10"), Some("15"), false)]
#[case::last_page(&[("ITBD", "10"), ("CLBD", "15")], Some("10"), Some("15"), false)]
#[case::available_alone(&[("CLAV", "15")], None, None, false)]
#[case::off(&[("OPBD", "10"), ("CLBD", "16")], Some("10"), Some("16"), true)]
fn camt_balances(
    #[case] balances: &[(&str, &str)],
    #[case] opening: Option<&str>,
    #[case] closing: Option<&str>,
    #[case] off: bool,
) {
    let balances: String = balances
        .iter()
        .map(|(kind, amount)| balance(kind, amount, "2026-03-05"))
        .collect();
    let found = statement(camt(&format!("{balances}{}", entry("5", "CRDT", ""))).as_bytes());
    let account = &found.accounts[0];
    let text = |amount: Option<domain::Decimal>| amount.map(|amount| amount.to_string());
    assert_eq!(
        (
            text(account.opening).as_deref(),
            text(account.closing).as_deref()
        ),
        (opening, closing)
    );
    assert_eq!(!found.warnings.is_empty(), off, "{:?}", found.warnings);
}

#[test]
fn camt_months_and_accounts_in_one_file() {
    let of = |id: &str, open: &str, close: &str, day: &str, amount: &str| {
        format!(
            "<Stmt><Acct><Id><Othr><Id>{id}</Id></Othr></Id><Ccy>EUR</Ccy></Acct>{}{}{}</Stmt>",
            balance("OPBD", open, day),
            balance("CLBD", close, day),
            entry(amount, "CRDT", "")
        )
    };
    // The newest first, as some banks do.
    let text = format!(
        "<Document><BkToCstmrStmt>{}{}{}</BkToCstmrStmt></Document>",
        of("A", "15", "18", "2026-02-28", "3"),
        of("A", "10", "15", "2026-01-31", "5"),
        of("B", "0", "1", "2026-01-31", "1")
    );
    let found = statement(text.as_bytes());
    let accounts: Vec<String> = found
        .accounts
        .iter()
        .map(|one| format!("{} {:?} {:?}", one.id, one.opening, one.closing))
        .collect();
    assert_eq!(accounts, ["A Some(10) Some(18)", "B Some(0) Some(1)"]);
    assert_eq!(
        found.rows.iter().map(|row| row.account).collect::<Vec<_>>(),
        [Some(0), Some(0), Some(1)]
    );
    assert!(found.warnings.is_empty());
}

#[rstest]
#[case("BkToCstmrAcctRpt", "Rpt")]
#[case("BkToCstmrDbtCdtNtfctn", "Ntfctn")]
fn camt_reports_and_notifications(#[case] message: &str, #[case] report: &str) {
    let text = camt(&entry("5.00", "CRDT", ""))
        .replace("BkToCstmrStmt", message)
        .replace(":Stmt>", &format!(":{report}>"));
    assert_eq!(statement(text.as_bytes()).rows.len(), 1);
}

#[rstest]
#[case::latin_1_as_declared("ISO-8859-1", false)]
#[case::utf_8_declared_as_latin_1("ISO-8859-1", true)]
#[case::latin_1_declared_as_utf_8("UTF-8", false)]
fn camt_encodings(#[case] declared: &str, #[case] is_utf8: bool) {
    let inside = detail("<RmtInf><Ustrd>Café Zürich</Ustrd></RmtInf>");
    let text = camt(&entry("5.00", "DBIT", &inside)).replace("UTF-8", declared);
    let bytes = if is_utf8 {
        text.into_bytes()
    } else {
        text.chars().map(|c| u8::try_from(c).unwrap()).collect()
    };
    assert_eq!(
        statement(&bytes).rows[0].memo.as_deref(),
        Some("Café Zürich")
    );
}

#[test]
fn camt_utf_16() {
    let text = camt(&entry("5.00", "DBIT", "")).replace("UTF-8", "UTF-16");
    let bytes: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(statement(&bytes).rows.len(), 1);
}

#[test]
fn camt_without_a_statement_holds_nothing() {
    let text =
        "<Document><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr></BkToCstmrStmt></Document>";
    assert!(matches!(
        refusal(text.as_bytes()),
        ReadError::NoTransactions { .. }
    ));
    assert!(statement(camt("").as_bytes()).rows.is_empty());
}

// MT940.

fn mt940(movements: &str) -> String {
    format!(
        ":20:STARTUMS\n:25:10020030/1234567\n:28C:5/1\n:60F:C260101EUR100,00\n{movements}\n:62F:C260131EUR100,00\n-\n"
    )
}

#[test]
fn mt940_with_swift_s_envelope() {
    let inside = mt940(":61:2601020102C5,00NTRFNONREF//A1\n:86:words\n:61:2601030103D5,00NTRFX")
        .replace("\n-\n", "\n-}{5:{CHK:1}}\n");
    let text = format!("{{1:F01AXISINBBAXXX}}{{2:I940XXXXN}}{{4:\r\n{inside}").repeat(2);
    let found = statement(text.as_bytes());
    assert_eq!(found.rows.len(), 4);
    assert!(
        found.errors.is_empty() && found.warnings.is_empty(),
        "{:?}",
        found.warnings
    );
    assert_eq!(line(&found.rows[0]), "2026-01-02 5.00 EUR | - | words | A1");
}

/// cmxl#8: the text begins with a minus sign; `NCHK` has the number of a cheque.
#[test]
fn mt940_cmxl_8_a_text_that_begins_with_a_minus_sign() {
    let found = statement(mt940(":61:2601020102DR390000,00NCHK73401\n:86:-CHQ73401   TX BRN-CLG-CHQ PAID TO X\n- more\n:61:2601030103C1,00NTRFX").as_bytes());
    assert_eq!(
        found.rows[0].memo.as_deref(),
        Some("-CHQ73401 TX BRN-CLG-CHQ PAID TO X - more")
    );
    assert_eq!(found.rows[0].extra().check_number.as_deref(), Some("73401"));
    assert_eq!(found.rows.len(), 2);
}

/// mt940-rs#51: colons in the text, also at the beginning of a line.
#[test]
fn mt940_rs_51_colons_in_a_text() {
    let found = statement(mt940(":61:2601020102D5,00N033NONREF\n:86:rebum. 20:44:45 clita\n:44:45 uhr\n:20:zwanzig\n: x").as_bytes());
    assert_eq!(
        found.rows[0].memo.as_deref(),
        Some("rebum. 20:44:45 clita :44:45 uhr :20:zwanzig : x")
    );
    assert!(found.errors.is_empty());
}

/// wolph/mt940#62: one account in several numbered pages.
#[test]
fn mt940_wolph_62_pages_of_one_statement() {
    let page = |number: u32, open: &str, close: &str| {
        format!(
            ":20:STARTUMSE\n:25:44550045/0000177352\n:28C:00000/{number:03}\n:60{open}\n:61:2601020102C5,00NTRFX\n:62{close}\n-\n"
        )
    };
    let text = [
        page(1, "F:C260101EUR1,00", "M:C260102EUR6,00"),
        page(2, "M:C260102EUR6,00", "F:C260103EUR11,00"),
    ]
    .concat();
    let found = statement(text.as_bytes());
    assert_eq!(
        (found.rows.len(), found.accounts.len(), found.warnings.len()),
        (2, 1, 0)
    );
    assert_eq!(
        (found.accounts[0].opening, found.accounts[0].closing),
        ("1.00".parse().ok(), "11.00".parse().ok())
    );
}

/// wolph/mt940#111: references far longer than the standard's sixteen signs.
#[test]
fn mt940_wolph_111_long_references() {
    let found = statement(
        mt940(":61:2207060706DR20,NTRFBIPI-dvT1FzfMqvzF5HaU4oetlH7SGRkonU//2022070616391534000")
            .as_bytes(),
    );
    assert_eq!(
        line(&found.rows[0]),
        "2022-07-06 -20 EUR | - | BIPI-dvT1FzfMqvzF5HaU4oetlH7SGRkonU 2022070616391534000 | 2022070616391534000"
    );
}

/// wolph/mt940#117: supplementary details of more than 34 signs.
#[test]
fn mt940_wolph_117_long_supplementary_details() {
    let found = statement(
        mt940(":61:250107C0,92FMSCNONREF\nBALANCE_CASHBACK-510151a4-4ead-46c5-05ab-99b88521063c")
            .as_bytes(),
    );
    assert_eq!(
        line(&found.rows[0]),
        "2025-01-07 0.92 EUR | - | BALANCE_CASHBACK-510151a4-4ead-46c5-05ab-99b88521063c | -"
    );
}

/// wolph/mt940#23: `:NS:` instead of `:86:`, types without a letter, balances without a currency.
#[test]
fn mt940_wolph_23_ns_fields() {
    let text = ":20:STARTUMS\n:25:1222333444\n:28:1/1\n:NS:22Test GmbH\n23Testkonto\n:60F:C020315DEM0,00\n:61:0203170320CM5000,00S05168790452\n:NS:01Zweck 1\n02Zweck 2\n15Partner\n17Buchungstext\n1812345\n:61:020322CM20000,00NCHG\n:61:020322DM50000,00S051\n:62M:D02032225000,00\n:20:STARTUMS\n:25:3346780111\n:60F:C020324DEM145000,00\n:61:020324DM50000,00S051\n:NS:01bekannt\n:62F:C02032495000,00\n";
    let found = statement(text.as_bytes());
    assert!(
        found.errors.is_empty() && found.warnings.is_empty(),
        "{found:?}"
    );
    assert_eq!(
        line(&found.rows[0]),
        "2002-03-20 5000.00 DEM | Partner | Zweck 1 Zweck 2 Buchungstext | -"
    );
    assert_eq!(found.rows.len(), 4);
}

/// wolph/mt940#5 and #2: the words of Dutch banks, and a `:86:` about the whole statement.
#[test]
fn mt940_wolph_5_named_parts_and_a_text_about_the_statement() {
    let text = mt940(":61:1401060106C1597,20NTRFEREF//14006711073704\n/TRCD/00100/\n:86:/EREF/131224R//CNTP/NL92RABO01/RABONL2U/J. JANSEN///REMI/USTD//000060/")
        .replace("\n-\n", "\n:64:C260131EUR100,00\n:65:C260201EUR100,00\n:86:/SUM/10/3/308435,72/14435,72/\n-\n");
    let found = statement(text.as_bytes());
    assert_eq!(
        lines(&found),
        ["2014-01-06 1597.20 EUR | J. JANSEN | 000060 | 14006711073704"]
    );
}

/// wolph/mt940#65, #99, jgnash 53: the third letter of the currency before the amount, blanks
/// or a line's end around it, no type.
#[rstest]
#[case(":61:2601020102CR5,00NTRFX")]
#[case(":61:260102    C5,00NTRFX")]
#[case(":61:2601020102CR\n5,00NTRFX")]
#[case(":61:2601020102C5,00S   X")]
#[case(":61:2601020102C5NTRFX")]
#[case(":61:2601020102C 5,00NTRFX")]
#[case(":61:2601020102RD5,00NTRFX")]
fn mt940_jgnash_53_what_stands_around_an_amount(#[case] movement: &str) {
    let found = statement(mt940(movement).as_bytes());
    let row = &found.rows[0];
    assert_eq!(
        (
            row.date.to_string().as_str(),
            row.amount.normalize().to_string().as_str()
        ),
        ("2026-01-02", "5")
    );
}

/// php-mt940#46: no `:20:` at all.
#[test]
fn mt940_without_a_reference_of_the_statement() {
    let one = "ABNANL2A\n940\nABNANL2A\n:25:NL62ABNA01\n:28:100/01\n:60F:C161111EUR10,00\n:61:1611141114C5,00N526NONREF\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL37ABNA01/BIC/ABNANL2A/NAME/\nA PERSON/REMI/GIFT\n:62F:C161114EUR15,00\n:64:C161114EUR15,00\n-\n";
    let found = statement(
        [one, &one.replace("NL62ABNA01", "NL62ABNA02")]
            .concat()
            .as_bytes(),
    );
    let ids: Vec<&str> = found
        .accounts
        .iter()
        .map(|account| account.id.as_str())
        .collect();
    assert_eq!(ids, ["NL62ABNA01", "NL62ABNA02"]);
    assert_eq!(
        line(&found.rows[1]),
        "2016-11-14 5.00 EUR | A PERSON | GIFT | -"
    );
}

#[test]
fn mt942_has_no_opening_balance() {
    let text = ":20:X\n:25:PL123\n:28C:1\n:34F:PLN0,00\n:13D:2601021200+0100\n:61:260102C5,00NTRFX\n:86:one\n:61:260102ED7,00NTRFY\n:86:two\n:90D:1PLN7,00\n:90C:1PLN5,00\n-\n";
    let found = statement(text.as_bytes());
    assert_eq!(
        lines(&found),
        [
            "2026-01-02 5.00 PLN | - | one | -",
            "2026-01-02 -7.00 PLN | - | two | -"
        ]
    );
    assert_eq!(
        found.rows.iter().map(|row| row.pending).collect::<Vec<_>>(),
        [false, true]
    );
    assert!(found.warnings.is_empty());
}

#[test]
fn mt940_line_ends_of_all_kinds_and_code_pages() {
    let text = mt940(":61:2601020102D5,00NTRFX\n:86:Müller");
    for end in ["\n", "\r\n", "\r"] {
        let text = text.replace('\n', end);
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
        let dos: Vec<u8> = latin
            .iter()
            .map(|byte| if *byte == 0xfc { 0x81 } else { *byte })
            .collect();
        for bytes in [text.into_bytes(), latin, dos] {
            let found = statement(&bytes);
            assert_eq!(found.rows[0].memo.as_deref(), Some("Müller"), "{end:?}");
            assert_eq!(found.rows[0].line, 5);
        }
    }
}

#[test]
fn mt940_bad_movements_are_named_and_the_rest_is_read() {
    let found = statement(mt940(":61:269902D5,00NTRFX\n:86:lost\n:61:2601020102Q5,00NTRFX\n:61:2601020102D,NTRFX\n:61:2601020102C5,00NTRFX\n:86:kept").as_bytes());
    let errors: Vec<_> = found
        .errors
        .iter()
        .map(|error| (error.line, error.problem))
        .collect();
    assert_eq!(
        errors,
        [
            (5, RowProblem::BadDate),
            (7, RowProblem::BadSign),
            (8, RowProblem::BadAmount)
        ]
    );
    assert_eq!(found.errors[0].column.as_deref(), Some(":61:"));
    assert_eq!(lines(&found), ["2026-01-02 5.00 EUR | - | kept | -"]);
    assert!(matches!(
        found.warnings[..],
        [Warning::ClosingMismatch { .. }]
    ));
}
