//! Documents as words with their places, as they come out of a PDF or a picture.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use domain::{Currency, Decimal, NaiveDate};
use formats::import::{
    DocumentKind, DocumentText, Hints, ReadError, Signs, Statement, Warning, Word, fingerprint,
    read, table_head,
};
use proptest::prelude::*;
use rstest::rstest;

fn hints() -> Hints<'static> {
    let mut hints = Hints::new(NaiveDate::from_ymd_opt(2025, 6, 15).unwrap());
    hints.currency = Some(Currency {
        code: "USD".parse().unwrap(),
        exponent: 2,
    });
    hints
}

/// Pages of text in letters of one width, ten points high: a column is six points.
fn document(pages: &[&str]) -> DocumentText {
    let page = |text: &&str| {
        let mut words = Vec::new();
        for (row, line) in text.lines().enumerate() {
            let mut at = 0;
            for word in line.split(' ') {
                let width = word.chars().count();
                let number = |n: usize| i32::try_from(n).unwrap();
                if width > 0 {
                    words.push(Word(
                        number(at) * 600,
                        number(row) * 1200 + 3000,
                        number(width) * 600,
                        1000,
                        word.to_owned(),
                    ));
                }
                at += width + 1;
            }
        }
        words
    };
    DocumentText {
        kind: DocumentKind::Pdf,
        pages: pages.iter().map(page).collect(),
    }
}

fn statement(pages: &[&str]) -> Statement {
    read(&document(pages).to_bytes(), &hints()).unwrap()
}

fn rows(statement: &Statement) -> Vec<(String, String, u32)> {
    let row = |row: &formats::import::Row| {
        let payee = row.payee.as_deref().unwrap_or_default();
        let text = format!("{} {payee}", row.date);
        (text, row.amount.to_string(), row.extra().page.unwrap())
    };
    statement.rows.iter().map(row).collect()
}

const FIRST: &str = "\
ACME BANK
Opening balance $100.00
Date        Description                 Withdrawals    Deposits    Balance
02/13/2025  SHOP ONE                          10.00                  90.00
            of the corner
02/14/2025  PAY                                           50.00     140.00


Page 1 of 2";

const SECOND: &str = "\
ACME BANK
Date        Description                 Withdrawals    Deposits    Balance
02/15/2025  SHOP TWO                          40.00                 100.00


Total withdrawals $50.00
Closing balance $100.00
Page 2 of 2";

#[test]
fn a_table_goes_on_over_pages_and_its_rows_keep_theirs() {
    let found = statement(&[FIRST, SECOND]);
    let expected = [
        ("2025-02-13 SHOP ONE of the corner", "-10.00", 1),
        ("2025-02-14 PAY", "50.00", 1),
        ("2025-02-15 SHOP TWO", "-40.00", 2),
    ];
    let expected = expected.map(|(text, amount, page)| (text.to_owned(), amount.to_owned(), page));
    assert_eq!(rows(&found), expected);
    assert_eq!(
        (found.errors.len(), found.warnings.len()),
        (0, 0),
        "{:?}",
        found.warnings
    );
    let hundred = Some(Decimal::from(100));
    assert_eq!(
        (found.accounts[0].opening, found.accounts[0].closing),
        (hundred, hundred)
    );
    let memos = found.rows.iter().filter(|row| row.memo.is_some()).count();
    assert_eq!(memos, 0, "feet of pages belong to no row");
}

#[test]
fn totals_and_balances_that_do_not_agree_are_warnings() {
    let found = statement(&[FIRST, &SECOND.replace("$50.00", "$51.00")]);
    assert!(found.warnings.iter().any(|warning| matches!(
        warning,
        Warning::TotalMismatch { difference, .. } if *difference == Decimal::ONE
    )));
    let found = statement(&[FIRST, &SECOND.replace("$100.00", "$101.00")]);
    assert!(found.warnings.iter().any(|warning| matches!(
        warning,
        Warning::ClosingMismatch { difference, .. } if *difference == Decimal::ONE
    )));
}

#[rstest]
#[case("Credit limit", "$130.00", Signs::Inverted)]
#[case("Credit limit", "$131.00", Signs::AsWritten)]
#[case("Some words", "$130.00", Signs::AsWritten)]
fn purchases_of_a_card_are_money_out_when_words_and_balances_say_so(
    #[case] words: &str,
    #[case] after: &str,
    #[case] signs: Signs,
) {
    let text = format!(
        "{words}\nPrevious Balance $100.00\nNew Balance {after}\n\
         Date        Description             Amount\n\
         02/13/2025  SHOP                     80.00\n\
         02/14/2025  SENT TO US              -50.00\n"
    );
    let found = statement(&[&text]);
    assert_eq!(found.layout.signs, Some(signs));
    let out = if signs == Signs::Inverted {
        "-80.00"
    } else {
        "80.00"
    };
    assert_eq!(found.rows[0].amount.to_string(), out);
}

#[test]
fn the_first_day_counts_whatever_a_bank_calls_it() {
    let text = "\
Bu-Tag      Wert        Vorgang                    Betrag EUR
13.02.2025  14.02.2025  Laden am Eck                   -75,64
15.02.2025  17.02.2025  Lohn                         1.770,85";
    let found = statement(&[text]);
    assert_eq!(found.rows[0].date.to_string(), "2025-02-13");
    assert_eq!(found.rows[1].amount.to_string(), "1770.85");
}

#[test]
fn a_document_has_a_head_and_a_fingerprint_as_tables_have() {
    let bytes = document(&[FIRST, SECOND]).to_bytes();
    let today = hints().today;
    assert!(
        fingerprint(&bytes, today)
            .unwrap()
            .starts_with("date|description|")
    );
    assert_eq!(table_head(&bytes, today).unwrap().columns.len(), 5);
}

#[test]
fn text_without_movements_is_refused() {
    let news = document(&["Dear customer,\n\nthere is news of 02/13/2025."]).to_bytes();
    let error = read(&news, &hints()).unwrap_err();
    assert!(matches!(error, ReadError::NoTransactions { .. }), "{error}");
    assert_eq!(
        read(&document(&[""]).to_bytes(), &hints()).unwrap_err(),
        ReadError::NoText
    );
    let cut = &document(&[FIRST]).to_bytes()[..200];
    assert_eq!(read(cut, &hints()).unwrap_err(), ReadError::DamagedDocument);
}

const RECEIPT: &str = "\
BOLETA ELECTRONICA 123
CAFE DEL PUERTO SPA
RUT 76.123.456-7
FECHA 14/03/2025 HORA 18:22
CORTADO          2.380
QUEQUE           1.990
SUBTOTAL         4.370
TOTAL $          4.370
EFECTIVO         5.000
VUELTO             630";

#[test]
fn a_receipt_is_one_row_with_its_total() {
    let mut pesos = hints();
    pesos.currency = Some(Currency {
        code: "CLP".parse().unwrap(),
        exponent: 0,
    });
    let found = read(&document(&[RECEIPT]).to_bytes(), &pesos).unwrap();
    let row = ("2025-03-14 CAFE DEL PUERTO SPA", "-4370", 1);
    assert_eq!(rows(&found), [(row.0.to_owned(), row.1.to_owned(), row.2)]);
}

#[test]
fn what_a_receipt_leaves_open_is_asked() {
    let text = "CAFE\n03/04/2025\nTOTAL 4.50";
    let bytes = document(&[text]).to_bytes();
    let error = read(&bytes, &hints()).unwrap_err();
    assert!(matches!(error, ReadError::AmbiguousDates { .. }), "{error}");
    let without = document(&["CAFE\n13/04/2025\nSUBTOTAL 4.50"]).to_bytes();
    let error = read(&without, &hints()).unwrap_err();
    assert!(matches!(error, ReadError::NoTransactions { .. }), "{error}");
}

#[test]
fn a_table_that_leaves_days_open_is_no_receipt() {
    let text = "\
Date        Description             Amount
02/03/2025  SHOP                     80.00
02/03/2025  SHOP                     50.00
Total                               130.00";
    let error = read(&document(&[text]).to_bytes(), &hints()).unwrap_err();
    assert!(matches!(error, ReadError::AmbiguousDates { .. }), "{error}");
}

proptest! {
    #[test]
    fn words_anywhere_never_panic(
        words in proptest::collection::vec(
            (any::<i32>(), any::<i32>(), any::<i32>(), any::<i32>(),
             "Date|Amount|Total|Description|02/13/2025|1[0-9]{1,3}[.,][0-9]{2}|[a-z]{1,8}|\\PC{0,6}"),
            0..60,
        ),
    ) {
        let words = words.into_iter().map(|(x, y, w, h, text)| Word(x, y, w, h, text));
        let text = DocumentText { kind: DocumentKind::Image, pages: vec![words.collect()] };
        let _ = read(&text.to_bytes(), &hints());
    }
}
