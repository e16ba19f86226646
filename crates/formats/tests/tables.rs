//! What a table of text must never do: drop a row, invent one, or read one wrong without a word.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use domain::{Currency, NaiveDate};
use formats::import::{Hints, RowProblem, Statement, read};
use rstest::rstest;

fn hints() -> Hints<'static> {
    let mut hints = Hints::new(NaiveDate::from_ymd_opt(2026, 6, 15).unwrap());
    hints.currency = Some(Currency {
        code: "EUR".parse().unwrap(),
        exponent: 2,
    });
    hints
}

fn statement(text: &str) -> Statement {
    read(text.as_bytes(), &hints()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The rows as `day amount`.
fn rows(statement: &Statement) -> Vec<String> {
    let row = |row: &formats::import::Row| format!("{} {}", row.date.format("%d"), row.amount);
    statement.rows.iter().map(row).collect()
}

fn lines_left_out(statement: &Statement) -> Vec<u32> {
    let left_out = &statement.layout.left_out;
    assert_eq!(u32::try_from(left_out.len()), Ok(statement.layout.ignored));
    left_out.iter().map(|line| line.line).collect()
}

#[rstest]
#[case("Opening balance Yoga")]
#[case("Closing Balance Spa")]
#[case("Saldo")]
#[case("Kontostand")]
#[case("SALDO ANTERIOR")]
#[case("Previous Balance Pilates")]
fn a_shop_with_the_name_of_a_balance_is_a_shop(#[case] payee: &str) {
    let found = statement(&format!(
        "Date,Description,Amount\n2026-01-02,Rent,-700.00\n2026-01-03,{payee},-12.00\n2026-01-04,Job,900.00\n"
    ));
    assert_eq!(rows(&found), ["02 -700.00", "03 -12.00", "04 900.00"]);
}

#[test]
fn balances_that_the_rows_prove_are_left_out_and_told() {
    let found = statement(
        "Date,Description,Amount\n2026-01-01,Opening balance,100.00\n2026-01-02,Rent,-70.00\n2026-01-03,Job,9.00\n2026-01-31,Closing balance,39.00\n",
    );
    assert_eq!(rows(&found), ["02 -70.00", "03 9.00"]);
    assert_eq!(lines_left_out(&found), [2, 5]);
    assert!(found.layout.left_out[0].text.contains("Opening balance"));
}

#[test]
fn a_balance_without_proof_at_an_end_is_reported() {
    let found = statement(
        "Date,Description,Amount\n2026-01-01,Opening balance,100.00\n2026-01-02,Rent,-70.00\n2026-01-03,Job,9.00\n",
    );
    assert_eq!(rows(&found), ["02 -70.00", "03 9.00"]);
    assert_eq!(found.errors[0].line, 2);
    assert_eq!(found.errors[0].problem, RowProblem::MaybeBalance);
}

#[test]
fn lines_of_sums_are_told_by_arithmetic_in_any_language() {
    let found = statement(
        "Data;Saaja;Selite;Summa;Nro\n2026-01-01;;Xyzzy;100,00;\n2026-01-02;Kauppa;osto;-70,00;1\n2026-01-03;Tyo;palkka;9,00;2\n2026-01-04;Kauppa;osto;-5,00;3\n2026-01-31;;Frob;-75,00;\n2026-01-31;;Frob;9,00;\n2026-01-31;;Plugh;34,00;\n",
    );
    assert_eq!(rows(&found), ["02 -70.00", "03 9.00", "04 -5.00"]);
    assert_eq!(lines_left_out(&found), [2, 6, 7, 8]);
}

#[test]
fn rows_that_happen_to_add_up_are_kept() {
    let text = "Date,Description,Amount\n2026-01-01,a,100.00\n2026-01-02,b,-70.00\n2026-01-03,c,9.00\n2026-01-04,d,-5.00\n2026-01-31,e,34.00\n";
    assert_eq!(statement(text).rows.len(), 5);
}

#[test]
fn a_last_line_of_another_shape_is_no_row() {
    let rows_of = |last: &str| {
        let text = format!(
            "02/01/2026;-4,00;Carte;;CAFE;1;0;Divers\n13/01/2026;-5,00;Carte;;CAFE;2;0;Divers\n14/01/2026;-6,00;Carte;;CAFE;3;0;Divers\n{last}"
        );
        statement(&text)
    };
    let footer = rows_of("31/01/2026;85,00;;;0001X;\n");
    assert_eq!((footer.rows.len(), footer.errors.len()), (3, 0));
    assert_eq!(lines_left_out(&footer), [4]);
    // The file may have been cut off: that is told.
    let cut = rows_of("31/01/2026;85,00;Carte;");
    assert_eq!(cut.rows.len(), 3);
    assert_eq!(cut.errors[0].problem, RowProblem::OtherShape);
}
