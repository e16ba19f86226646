//! Damaged books: the right line, the right sentence, the rest is read.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on must fail"
)]

use domain::NaiveDate;
use formats::book::foreign::{
    BookFormat, BookHints, BookProblem, BookWarning, ForeignBook, Why, read,
};
use formats::import::ReadError;
use rstest::rstest;

fn with(text: &str, format: BookFormat, decimal: Option<char>) -> Result<ForeignBook, ReadError> {
    let hints = BookHints {
        decimal,
        ..BookHints::new(NaiveDate::from_ymd_opt(2026, 6, 15).unwrap())
    };
    let mut load = |path: &str| match path {
        "prices.journal" => {
            Some(b"P 2024-01-01 EUR $1.10\nnonsense here\ninclude deep/more.journal\n".to_vec())
        }
        "deep/more.journal" => Some(b"2024-01-01 more\n  assets:a  1 EUR\n  assets:b\n".to_vec()),
        "loop.journal" => Some(b"include loop.journal\n".to_vec()),
        "more.beancount" => Some(b"2024-01-01 open Assets:More\n".to_vec()),
        _ => None,
    };
    read(text.as_bytes(), format, &hints, &mut load)
}

fn journal(text: &str) -> ForeignBook {
    with(text, BookFormat::Hledger, None).unwrap()
}

fn beans(text: &str) -> ForeignBook {
    with(text, BookFormat::Beancount, None).unwrap()
}

/// A good transaction follows each; it is always read.
const GOOD: &str = "\n2024-05-05 good\n  assets:a  1 EUR\n  assets:b\n";

#[rstest]
#[case("2024-13-05 x\n  a  1 EUR\n  b\n", 1, BookProblem::BadDate)]
#[case("2024-02-30 x\n  a  1 EUR\n  b\n", 1, BookProblem::BadDate)]
#[case("2024-02-03 x\n  a  1..2 EUR\n  b\n", 2, BookProblem::BadAmount)]
#[case("2024-02-03 x\n  a  five EUR\n  b\n", 2, BookProblem::BadAmount)]
#[case("2024-02-03 x\n  a  5 EUR @\n  b\n", 2, BookProblem::BadAmount)]
#[case("2024-02-03 x\n  a  5 EUR {3 USD\n  b\n", 2, BookProblem::BadAmount)]
#[case("2024-02-03 x\n  a  5 EUR\n  b\n  c\n", 1, BookProblem::SeveralOpen)]
#[case("2024-02-03 x\n  a  5 EUR\n  b  -4 EUR\n", 1, BookProblem::Unbalanced)]
#[case("2024-02-03 x\n  a  5 EUR\n", 1, BookProblem::Unbalanced)]
#[case(
    "2024-02-03 x\n  a  5 EUR\n  [b]  -5 EUR\n",
    1,
    BookProblem::Unbalanced
)]
#[case("2024-02-03 x\n  ()  5 EUR\n  b\n", 2, BookProblem::BadAccount)]
#[case("nonsense\n", 1, BookProblem::UnknownLine)]
#[case("   assets:a  5 EUR\n", 1, BookProblem::Indented)]
#[case("P 2024-01-01 EUR\n", 1, BookProblem::BadAmount)]
#[case("P someday EUR $1\n", 1, BookProblem::BadDate)]
#[case("include loop.journal\n", 1, BookProblem::IncludeDepth)]
#[case("Year next\n", 1, BookProblem::UnknownLine)]
fn journals(#[case] text: &str, #[case] line: u32, #[case] problem: BookProblem) {
    let book = journal(&format!("{text}{GOOD}"));
    let found: Vec<(u32, BookProblem)> = book
        .errors
        .iter()
        .map(|e| (e.place.line, e.problem))
        .collect();
    assert_eq!(found, [(line, problem)], "{:?}", book.errors);
    assert_eq!(book.transactions.len(), 1, "the rest is read");
}

#[test]
fn a_comment_without_its_end() {
    let book = journal(&format!("{GOOD}comment\nnothing of this\n"));
    assert_eq!(book.errors[0].problem, BookProblem::NoEnd);
    assert_eq!((book.errors[0].place.line, book.transactions.len()), (5, 1));
}

#[rstest]
#[case("2024-02-30 open Assets:A\n", 1, BookProblem::BadDate)]
#[case("2024-02-03 open assets\n", 1, BookProblem::BadAccount)]
#[case("2024-02-03 balance Assets:A USD\n", 1, BookProblem::BadAmount)]
#[case("2024-02-03 price USD\n", 1, BookProblem::BadAmount)]
#[case(
    "2024-02-03 * \"a\" \"b\" \"c\"\n  Assets:A  1 USD\n  Assets:B\n",
    1,
    BookProblem::BadText
)]
#[case(
    "2024-02-03 * \"x\"\n  Assets:A  1 USD\n  Assets:B  -2 USD\n",
    1,
    BookProblem::Unbalanced
)]
#[case(
    "2024-02-03 * \"x\"\n  Assets:A\n  Assets:B\n",
    1,
    BookProblem::SeveralOpen
)]
#[case(
    "2024-02-03 * \"x\"\n  Assets:A  5\n  Assets:B\n",
    2,
    BookProblem::BadAmount
)]
#[case(
    "2024-02-03 * \"x\"\n  Assets:A  1 X {2 USD\n  Assets:B\n",
    2,
    BookProblem::BadAmount
)]
#[case(
    "2024-02-03 * \"x\"\n  nobody  1 USD\n  Assets:B\n",
    2,
    BookProblem::BadAccount
)]
#[case("2024-02-03 frobnicate Assets:A\n", 1, BookProblem::UnknownLine)]
#[case("  Assets:A  5 USD\n", 1, BookProblem::Indented)]
#[case(
    "2024-01-01 * \"b\"\n  Assets:S  5 X {1 USD}\n  Assets:S  5 X {2 USD}\n  Assets:B\n2024-02-03 * \"s\"\n  Assets:S  -7 X {}\n  Assets:B\n",
    5,
    BookProblem::SeveralLots
)]
#[case(
    "2024-01-01 * \"b\"\n  Assets:S  5 X {1 USD}\n  Assets:B\n2024-02-03 * \"s\"\n  Assets:S  -7 X {}\n  Assets:B\n",
    4,
    BookProblem::NoLot
)]
fn beancount(#[case] text: &str, #[case] line: u32, #[case] problem: BookProblem) {
    let good = "2024-05-05 * \"good\"\n  Assets:A  1 USD\n  Assets:B\n";
    let book = beans(&format!("{text}{good}"));
    let found: Vec<(u32, BookProblem)> = book
        .errors
        .iter()
        .map(|e| (e.place.line, e.problem))
        .collect();
    assert_eq!(found, [(line, problem)], "{:?}", book.errors);
    assert!(!book.transactions.is_empty(), "the rest is read");
}

#[test]
fn included_files_are_read_where_they_are() {
    let book = journal("include prices.journal\ninclude missing.journal\n");
    assert_eq!((book.prices.len(), book.transactions.len()), (1, 1));
    let place = &book.errors[0].place;
    assert_eq!(
        (place.file.as_deref(), place.line),
        (Some("prices.journal"), 2)
    );
    assert_eq!(book.uncarried[0].why, Why::Include);
    assert_eq!(book.uncarried[0].place.line, 2);
    let book = beans("include \"more.beancount\"\ninclude \"missing.beancount\"\n");
    assert_eq!(
        (book.accounts.len(), book.uncarried[0].why),
        (2, Why::Include)
    );
}

#[test]
fn an_assertion_that_fails_is_told_with_what_is_there() {
    let text = "2024-01-02 b\n  assets:a  5 EUR = 15 EUR\n  assets:b\n\
        2024-01-01 a\n  assets:a  10 EUR = 10 EUR\n  assets:b\n\
        2024-01-03 c\n  assets:a  1 EUR = 17 EUR\n  assets:b   = -16 EUR\n";
    let book = journal(text);
    assert_eq!(book.errors, []);
    let [
        BookWarning::Assertion {
            place,
            expected,
            found,
            ..
        },
    ] = book.warnings.as_slice()
    else {
        panic!("{:?}", book.warnings)
    };
    assert_eq!(
        (place.line, expected.to_string(), found.to_string()),
        (8, "17".into(), "16".into())
    );
}

#[test]
fn a_mark_with_two_readings_is_decided_or_refused() {
    let text = |amount: &str| format!("2024-01-01 x\n  assets:a  {amount}\n  assets:b\n");
    let amount = |text: &str, decimal| -> Result<String, ReadError> {
        let book = with(text, BookFormat::Hledger, decimal)?;
        Ok(book.transactions[0].postings[0]
            .amount
            .normalize()
            .to_string())
    };
    let open = |text: &str| matches!(amount(text, None), Err(ReadError::AmbiguousNumbers { .. }));
    assert!(
        open(&text("1,000 EUR")),
        "hledger reads one, ledger a thousand"
    );
    assert_eq!(amount(&text("1,000 EUR"), Some('.')).unwrap(), "1000");
    assert_eq!(amount(&text("1,000 EUR"), Some(',')).unwrap(), "1");
    assert_eq!(
        amount(&text("1.000 EUR"), None).unwrap(),
        "1",
        "both read one"
    );
    assert_eq!(amount(&text("1.000,50 EUR"), None).unwrap(), "1000.5");
    assert_eq!(amount(&text("1,000,000 EUR"), None).unwrap(), "1000000");
    assert_eq!(
        amount(&format!("N $\n{}", text("1,000 EUR")), None).unwrap(),
        "1000"
    );
    assert_eq!(
        amount(
            &format!("commodity 1.000,00 EUR\n{}", text("1.000 EUR")),
            None
        )
        .unwrap(),
        "1000"
    );
    assert_eq!(
        amount(&format!("decimal-mark ,\n{}", text("1,000 EUR")), None).unwrap(),
        "1"
    );
    assert!(
        open(
            &format!("decimal-mark .\ninclude x\n{}", text("1,000 EUR"))
                .replace(
                    "decimal-mark .\n",
                    "2024-01-01 y\n  assets:a  0,50 EUR\n  assets:b\n\n"
                )
                .replace("1,000", "1.000")
        ),
        "other numbers speak against it"
    );
}
