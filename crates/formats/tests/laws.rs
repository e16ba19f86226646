//! What holds for every file: no bytes make the reader panic or run away, and the form in which a
//! statement is written doesn't change its rows.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use domain::{Currency, Decimal, NaiveDate};
use formats::import::{
    Hints, Profile, ReadError, Role, RowProblem, Signs, Statement, Warning, read,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hints() -> Hints<'static> {
    let mut hints = Hints::new(day("2026-06-15"));
    hints.currency = Some(Currency {
        code: "EUR".parse().unwrap(),
        exponent: 2,
    });
    hints
}

fn pairs(statement: &Statement) -> Vec<(NaiveDate, Decimal, String)> {
    let row = |row: &formats::import::Row| {
        (
            row.date,
            row.amount.normalize(),
            row.payee.as_deref().unwrap_or_default().to_owned(),
        )
    };
    statement.rows.iter().map(row).collect()
}

/// One made-up statement: cents and days after 2025-01-13, so that day and month are told apart.
fn statement() -> impl Strategy<Value = Vec<(i64, u64)>> {
    let row = (prop_oneof![-500_000i64..-1, 1i64..500_000], 0u64..500);
    prop::collection::vec(row, 3..40).prop_map(|mut rows| {
        rows.sort_by_key(|(_, days)| *days);
        // A negative and a positive amount, and a day that is no month.
        rows.insert(0, (-1234, 0));
        rows.push((567_890, 501));
        rows
    })
}

/// How the statement is written.
#[derive(Clone, Copy, Debug)]
struct Form {
    delimiter: char,
    decimal: char,
    grouping: Option<char>,
    date: &'static str,
    ending: &'static str,
}

fn money(cents: i64, form: Form) -> String {
    let whole = (cents.abs() / 100).to_string();
    let mut digits = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            digits.extend(form.grouping);
        }
        digits.push(digit);
    }
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{digits}{}{:02}", form.decimal, cents.abs() % 100)
}

fn write(rows: &[(i64, u64)], form: Form, order: [usize; 3]) -> String {
    let quote = |cell: String| {
        if cell.contains(form.delimiter) {
            format!("\"{cell}\"")
        } else {
            cell
        }
    };
    let line = |cells: [String; 3]| {
        let cells = order.map(|at| quote(cells[at].clone()));
        cells.join(&form.delimiter.to_string()) + form.ending
    };
    let mut text = line(["Date".into(), "Description".into(), "Amount".into()]);
    for (at, (cents, days)) in rows.iter().enumerate() {
        let date = day("2025-01-13") + chrono::Days::new(*days);
        text += &line([
            date.format(form.date).to_string(),
            format!("Shop {at} Ñuñoa"),
            money(*cents, form),
        ]);
    }
    text
}

fn expected(rows: &[(i64, u64)]) -> Vec<(NaiveDate, Decimal, String)> {
    let row = |(at, (cents, days)): (usize, &(i64, u64))| {
        let date = day("2025-01-13") + chrono::Days::new(*days);
        (
            date,
            Decimal::new(*cents, 2).normalize(),
            format!("Shop {at} Ñuñoa"),
        )
    };
    rows.iter().enumerate().map(row).collect()
}

fn form() -> impl Strategy<Value = Form> {
    let marks = prop_oneof![
        Just(('.', None)),
        Just(('.', Some(','))),
        Just((',', Some('.'))),
        Just((',', None)),
        Just((',', Some(' '))),
        Just((',', Some('\u{a0}'))),
        Just(('.', Some('\''))),
    ];
    let dates = prop::sample::select(vec![
        "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%y", "%d %b %Y", "%Y%m%d",
    ]);
    let endings = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    let delimiters = prop::sample::select(vec![',', ';', '\t', '|']);
    (delimiters, marks, dates, endings).prop_map(
        |(delimiter, (decimal, grouping), date, ending)| Form {
            delimiter,
            decimal,
            grouping,
            date,
            ending,
        },
    )
}

fn encode(text: &str, encoding: usize) -> Vec<u8> {
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        3 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        4 => [
            vec![0xfe, 0xff],
            text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ]
        .concat(),
        _ => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_form_reads_to_the_same_rows(
        rows in statement(),
        form in form(),
        order in prop::sample::select(vec![[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]]),
        encoding in 0usize..6,
    ) {
        let text = write(&rows, form, order);
        let statement = read(&encode(&text, encoding), &hints());
        let statement = statement.map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(pairs(&statement), expected(&rows));
        prop_assert!(statement.errors.is_empty());
    }

    #[test]
    fn the_profile_of_a_file_reads_it_the_same(rows in statement(), form in form()) {
        let text = write(&rows, form, [2, 0, 1]);
        let first = read(text.as_bytes(), &hints()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let profile = first.layout.to_profile("test");
        let profile = Profile::from_toml(&profile.to_toml().unwrap()).unwrap();
        let words = formats::import::fingerprint(text.as_bytes(), hints().today);
        prop_assert!(profile.fits(words.as_deref().unwrap_or_default()));
        let mut hints = hints();
        hints.profile = Some(&profile);
        let second = read(text.as_bytes(), &hints).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(first.rows, second.rows);
    }

    #[test]
    fn any_bytes_come_to_an_end(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes, &hints());
    }

    #[test]
    fn any_cells_come_to_an_end(text in "[-0-9a-zA-Z/., ;\"'\n\r\t|éß€$()<>!^]{0,600}") {
        for head in ["", "Date,Description,Amount,Balance\n", "!Type:Bank\n", "OFXHEADER:100\n<OFX><STMTRS>"] {
            let _ = read(format!("{head}{text}").as_bytes(), &hints());
        }
    }

    #[test]
    fn any_tags_come_to_an_end(tags in prop::collection::vec("</?(STMTRS|STMTTRN|TRNAMT|NAME|STATUS|OFX|A|CURRENCY)/?>[-0-9a-z.,&;]{0,8}", 0..80)) {
        let _ = read(format!("<OFX>{}", tags.concat()).as_bytes(), &hints());
    }
}

fn one_good_row(text: &str) {
    let statement = read(text.as_bytes(), &hints()).unwrap();
    assert!(
        statement
            .rows
            .iter()
            .any(|row| row.amount == Decimal::new(-500, 2))
    );
}

#[test]
fn hostile_tables_are_bounded() {
    let head = "Date,Description,Amount\n2026-01-14,a,-5.00\n";
    one_good_row(&format!(
        "{head}2026-01-15,{},6.00\n",
        "x".repeat(2_000_000)
    ));
    one_good_row(&format!("{head}2026-01-15{}\n", ",x".repeat(100_000)));
    one_good_row(&format!(
        "{head}{}",
        "2026-01-15,\"unterminated,6.00\n".repeat(10_000)
    ));
    one_good_row(&format!("{head}{}", "\"a,".repeat(200_000)));
    assert!(read(&[b"Date,Amount\n", &[0u8; 64][..]].concat(), &hints()).is_err());
}

#[test]
fn hostile_tags_are_bounded() {
    for text in [
        "<A>".repeat(200_000),
        "<STMTTRN>".repeat(50_000),
        "<".repeat(1_000_000),
        "<NAME><![CDATA[".repeat(20_000),
    ] {
        let statement = read(format!("<OFX><STMTRS>{text}").as_bytes(), &hints());
        assert!(statement.is_ok_and(|statement| statement.rows.is_empty()));
    }
}

#[test]
fn a_bad_row_never_stops_the_good_ones() {
    let text = "Fecha;Glosa;Monto\n14/01/2026;uno;-1,50\n31/02/2026;dos;-2,50\n16/01/2026;tres;abc\n17/01/2026;cuatro;\n;cinco;-5,50\n18/01/2026;seis;6,50\n";
    let statement = read(text.as_bytes(), &hints()).unwrap();
    assert_eq!(statement.rows.len(), 2);
    let errors: Vec<(u32, Option<&str>, RowProblem)> = statement
        .errors
        .iter()
        .map(|error| (error.line, error.column.as_deref(), error.problem))
        .collect();
    let expected = [
        (3, Some("Fecha"), RowProblem::BadDate),
        (4, Some("Monto"), RowProblem::BadAmount),
        (5, Some("Monto"), RowProblem::MissingAmount),
        (6, Some("Fecha"), RowProblem::MissingDate),
    ];
    assert_eq!(errors, expected);
    assert_eq!(
        statement.errors[0].to_string(),
        "line 3, column Fecha: a date in the format of the other rows was expected (`31/02/2026`)"
    );
}

#[test]
fn what_stays_open_is_refused_and_named() {
    let dates = "Date,Description,Amount\n05/03/2026,a,-1.50\n04/02/2026,b,-2.50\n";
    let error = read(dates.as_bytes(), &hints()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`05/03/2026` may be 2026-03-05 (day first) or 2026-05-03 (month first), and no row tells which"
    );
    assert_eq!(error.flag(), Some("--date-format"));
    let numbers = "Date,Description,Amount\n2026-01-14,a,-1.500\n2026-01-15,b,-2.500\n";
    let error = read(numbers.as_bytes(), &hints()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`-1.500` may be -1500 or -1.500, and no row tells which"
    );
    assert_eq!(error.flag(), Some("--decimal"));
    let columns = "Date,Description,Amount,Amount\n2026-01-14,a,-1.50,-2.50\n";
    assert!(matches!(
        read(columns.as_bytes(), &hints()),
        Err(ReadError::AmbiguousColumns { .. })
    ));
    let missing = "Date,Description\n2026-01-14,a\n";
    assert!(matches!(
        read(missing.as_bytes(), &hints()),
        Err(ReadError::NoColumns {
            missing: "amount",
            ..
        })
    ));
}

#[test]
fn an_answer_settles_what_was_open() {
    let text = "Date,Description,Amount\n05/03/2026,a,-1.500\n";
    let mut hints = hints();
    hints.date_order = Some(formats::import::DateOrder::Dmy);
    hints.decimal = Some(',');
    let statement = read(text.as_bytes(), &hints).unwrap();
    assert_eq!(
        pairs(&statement),
        [(day("2026-03-05"), Decimal::from(-1500), "a".to_owned())]
    );
}

#[test]
fn the_running_balance_decides_marks_and_dates() {
    let marks = "Date,Description,Amount,Balance\n2026-01-14,a,-1.500,8.500\n2026-01-15,b,-2.500,6.000\n2026-01-16,c,-500,5.500\n";
    let statement = read(marks.as_bytes(), &hints()).unwrap();
    assert_eq!(statement.rows[0].amount, Decimal::from(-1500));
    let dates =
        "Date,Description,Amount,Balance\n05/03/2026,a,-1.50,8.50\n04/04/2026,b,-2.50,6.00\n";
    let statement = read(dates.as_bytes(), &hints()).unwrap();
    assert_eq!(statement.rows[1].date, day("2026-04-04"));
}

#[test]
fn balances_that_do_not_add_up_are_a_warning_with_the_difference() {
    let text = "Date,Description,Amount,Balance\n2026-01-14,a,-1.00,9.00\n2026-01-15,b,-2.00,7.00\n2026-01-16,c,-2.00,4.00\n2026-01-17,d,-1.00,3.00\n";
    let statement = read(text.as_bytes(), &hints()).unwrap();
    let expected = Warning::BalanceMismatch {
        line: 4,
        expected: Decimal::new(500, 2),
        found: Decimal::new(400, 2),
        difference: Decimal::new(-100, 2),
        count: 1,
    };
    assert_eq!(statement.warnings, [expected]);
}

#[test]
fn a_profile_turns_the_signs_of_a_card() {
    let text =
        "Date,Description,Amount\n2026-01-14,Shop,45.10\n2026-01-20,PAYMENT - THANK YOU,-500.00\n";
    let question = read(text.as_bytes(), &hints()).unwrap_err();
    assert_eq!(question.flag(), Some("--invert"));
    let mut said = hints();
    said.inverted = Some(false);
    let statement = read(text.as_bytes(), &said).unwrap();
    let mut profile = statement.layout.to_profile("card");
    profile.inverted = true;
    let mut hints = hints();
    hints.profile = Some(&profile);
    let statement = read(text.as_bytes(), &hints).unwrap();
    assert_eq!(statement.layout.signs, Some(Signs::Inverted));
    assert_eq!(statement.rows[0].amount, Decimal::new(-4510, 2));
}

#[test]
fn a_profile_names_columns_without_a_header() {
    let profile = "name = \"bare\"\nheader = false\n[columns]\ndate = [\"#1\"]\ndebit = [\"#3\"]\ncredit = [\"#4\"]\ntext = [\"#2\"]\n";
    let profile = Profile::from_toml(profile).unwrap();
    let mut hints = hints();
    hints.profile = Some(&profile);
    let statement = read(b"2026-01-14,Shop,5.00,\n2026-01-15,Job,,9.00\n", &hints).unwrap();
    assert_eq!(statement.rows[0].amount, Decimal::new(-500, 2));
    assert_eq!(statement.layout.column(Role::Debit), Some("#3"));
    let other = read(b"2026-01-14\n", &hints);
    assert!(other.is_err());
}

#[test]
fn a_profile_of_another_bank_is_refused() {
    let profile = Profile::from_toml(
        "name = \"other\"\n[columns]\namount = [\"Betrag\"]\ndate = [\"Datum\"]\n",
    )
    .unwrap();
    let mut hints = hints();
    hints.profile = Some(&profile);
    let error = read(b"Date,Description,Amount\n2026-01-14,a,1.00\n", &hints).unwrap_err();
    assert!(
        matches!(error, ReadError::ProfileMismatch { .. }),
        "{error}"
    );
    assert!(Profile::from_toml("name = \"x\"\nunknown = 1\n").is_err());
}
