//! What a table of text must never do: drop a row, invent one, or read one wrong without a word.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use domain::{Currency, NaiveDate};
use formats::import::{Hints, ReadError, RowProblem, Statement, read};
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

#[test]
fn decimals_cut_off_by_the_comma_of_the_file_are_put_back() {
    let found = statement(
        "Datum,Naam,Bedrag,Saldo\n02-01-2026,Bakker,-4,50,95,50\n13-01-2026,Loon,900,00,995,50\n",
    );
    assert_eq!(rows(&found), ["02 -4.50", "13 900.00"]);
    assert_eq!(found.rows[1].balance.unwrap().to_string(), "995.50");
}

#[test]
fn cents_are_cents_and_amounts_with_a_mark_are_not() {
    let cents = "date,description,amount_cents\n2026-01-02,Rent,-70050\n2026-01-03,Job,90000\n";
    assert_eq!(rows(&statement(cents)), ["02 -700.50", "03 900.00"]);
    let marked = "date,description,amount_cents\n2026-01-02,Rent,-700.50\n2026-01-03,Job,900.00\n";
    assert_eq!(rows(&statement(marked)), ["02 -700.50", "03 900.00"]);
}

#[test]
fn the_value_date_is_not_the_date_beside_another_one() {
    let found = statement(
        "Zeitstempel;Text;Betrag;Valuta\n2026-01-02;Miete;-700.50;2026-01-05\n2026-01-03;Lohn;900.00;2026-01-06\n",
    );
    assert_eq!(rows(&found), ["02 -700.50", "03 900.00"]);
}

#[test]
fn purchases_that_are_positive_throughout_turn_the_signs() {
    let found = statement(
        "Date,Description,Type,Amount\n2026-01-02,Shop,Purchase,20.50\n2026-01-03,Bank,Payment,-900.00\n2026-01-04,Shop,Purchase,5.00\n",
    );
    assert_eq!(rows(&found), ["02 -20.50", "03 900.00", "04 -5.00"]);
    let mixed = statement(
        "Date,Description,Type,Amount\n2026-01-02,Shop,Purchase,-20.50\n2026-01-03,Bank,Payment,-900.00\n2026-01-04,Shop,Refund,5.00\n",
    );
    assert_eq!(rows(&mixed), ["02 -20.50", "03 -900.00", "04 5.00"]);
}

#[rstest]
#[case::payment(
    "date,title,amount\n2026-01-02,Padaria,20.50\n2026-01-03,Pagamento recebido,-90.00\n2026-01-04,Bar,5.00\n"
)]
#[case::instalments(
    "Fecha,Descripción,Cuotas,Monto\n02/01/2026,Kiosko,01/03,20.50\n13/01/2026,Pago TEF,01/01,-90.00\n14/01/2026,Bar,01/01,5.00\n"
)]
#[case::owed(
    "Date,Payee,Amount,Balance\n2026-01-02,Shop,20.50,100.50\n2026-01-03,Payment - thank you,-90.00,10.50\n2026-01-04,Bar,5.00,15.50\n"
)]
fn the_signs_of_a_card_are_asked(#[case] text: &str) {
    let question = read(text.as_bytes(), &hints()).unwrap_err();
    assert!(matches!(question, ReadError::AmbiguousSigns { .. }));
    let mut said = hints();
    said.inverted = Some(false);
    let found = read(text.as_bytes(), &said).unwrap();
    assert_eq!(found.rows[0].amount.to_string(), "20.50");
}

#[test]
fn a_payment_of_a_bill_is_no_question_without_a_card() {
    let text = "Fecha,Descripción,Monto\n02/01/2026,Abono sueldo,900.50\n13/01/2026,Pago luz,-90.00\n14/01/2026,Devolución,5.00\n";
    assert_eq!(
        rows(&statement(text)),
        ["02 900.50", "13 -90.00", "14 5.00"]
    );
}

#[test]
fn the_running_balance_gives_the_signs_in_the_order_of_the_dates() {
    let found = statement(
        "Date,Description,Amount,Balance\n2026-01-02,Rent,20.00,80.00\n2026-01-03,Shop,10.00,70.00\n2026-01-04,Job,25.00,95.00\n2026-01-05,Shop,5.00,90.00\n",
    );
    assert_eq!(rows(&found), ["03 -10.00", "04 25.00", "05 -5.00"]);
    // Nothing tells what the balance was before the first row.
    assert_eq!(found.errors[0].line, 2);
    assert_eq!(found.errors[0].problem, RowProblem::BadSign);
    let newest_first = statement(
        "Date,Description,Amount,Balance\n2026-01-05,Shop,5.00,90.00\n2026-01-04,Job,25.00,95.00\n2026-01-03,Shop,10.00,70.00\n2026-01-02,Rent,20.00,80.00\n",
    );
    assert_eq!(rows(&newest_first), ["05 -5.00", "04 25.00", "03 -10.00"]);
}

#[test]
fn deposits_alone_stay_as_they_are() {
    let found = statement(
        "Date,Description,Amount,Balance\n2026-01-02,a,20.00,80.00\n2026-01-03,b,10.00,90.00\n2026-01-04,c,25.00,115.00\n",
    );
    assert_eq!(found.rows.len(), 3);
    assert!(found.errors.is_empty() && found.warnings.is_empty());
}

#[test]
fn two_words_beside_amounts_without_signs() {
    let text = |one: &str, other: &str| {
        format!(
            "Date,Description,Amount,Zork\n2026-01-02,a,20.00,{one}\n2026-01-03,b,10.00,{other}\n2026-01-04,c,25.00,{one}\n2026-01-05,d,25.00,{one}\n"
        )
    };
    let greek = statement(&text("Χ", "Π"));
    assert_eq!(rows(&greek)[..2], ["02 -20.00", "03 10.00"]);
    let chinese = statement(&text("支出", "收入"));
    assert_eq!(rows(&chinese)[..2], ["02 -20.00", "03 10.00"]);
    let unknown = read(text("blik", "blok").as_bytes(), &hints()).unwrap_err();
    assert!(matches!(unknown, ReadError::UnknownSigns { .. }));
    // One of three words is unknown, and the amounts have no signs: nothing is taken for granted.
    let partly = format!("{}2026-01-06,e,1.00,不计收支\n", text("支出", "收入"));
    let partly = read(partly.as_bytes(), &hints()).unwrap_err();
    assert!(matches!(partly, ReadError::UnknownSigns { .. }));
}

#[test]
fn an_ofx_file_of_debits_without_signs_is_a_question() {
    let file = |debit: &str| {
        format!(
            "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260102<TRNAMT>{debit}20.00<FITID>1<NAME>Shop</STMTTRN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260103<TRNAMT>90.00<FITID>2<NAME>Job</STMTTRN></BANKTRANLIST></STMTRS></OFX>\n"
        )
    };
    let question = read(file("").as_bytes(), &hints()).unwrap_err();
    assert!(matches!(question, ReadError::AmbiguousSigns { .. }));
    assert_eq!(rows(&statement(&file("-"))), ["02 -20.00", "03 90.00"]);
}

#[rstest]
#[case::dashes_are_nothing(
    "Date,Description,Debit,Credit,Balance\n2026-01-02,a,20.50,-,79.50\n2026-01-03,b,-,90.00,169.50\n2026-01-04,c,5.00,-,164.50\n2026-01-05,d,5.00,-,159.50\n"
)]
#[case::suffix(
    "Date;Description;Amount;Balance\n2026-01-02;a;-20,50 TL;79,50 TL\n2026-01-03;b;90,00 TL;169,50 TL\n"
)]
#[case::balance_with_another_mark(
    "Date;Description;Amount;Balance\n2026-01-02;a;-20,50;1234.56\n2026-01-03;b;90,00;1234.56\n"
)]
#[case::a_name_is_no_currency(
    "Date,Description,Zork,Amount\n2026-01-02,a,Bob,-20.50\n2026-01-03,b,Bob,90.00\n"
)]
#[case::as_of(
    "Date,Description,Amount\n01/02/2026 as of 01/01/2026,a,-20.50\n01/03/2026,b,90.00\n01/31/2026,c,1.00\n"
)]
#[case::formulas(
    "Date;Description;Amount\n=\"2026-01-02\";=\"a\";=\"-20,50\"\n=\"2026-01-03\";=\"b\";=\"90,00\"\n"
)]
#[case::packed_lines(
    "\"Date,Description,Amount\"\n\"2026-01-02,\"\"a, b\"\",-20.50\"\n\"2026-01-03,c,90.00\"\n"
)]
#[case::a_named_balance_tells_unnamed_columns(
    "Date,Description,Blik,Blok,Balance\n2026-01-02,a,20.50,,79.50\n2026-01-03,b,,90.00,169.50\n2026-01-04,c,5.00,,164.50\n"
)]
#[case::russian(
    "Дата;Описание;Расход;Приход\n02.01.2026;Кофе;20,50;0\n03.01.2026;Работа;0;90,00\n"
)]
#[case::vietnamese(
    "Ngày giao dịch,Nội dung,Ghi nợ,Ghi có\n02/01/2026,a,20.50,\n23/01/2026,b,,90.00\n"
)]
fn decided_without_a_question(#[case] text: &str) {
    let found = statement(text);
    assert!(found.errors.is_empty(), "{:?}", found.errors);
    let amounts: Vec<String> = found
        .rows
        .iter()
        .map(|row| row.amount.to_string())
        .collect();
    assert_eq!(amounts[..2], ["-20.50", "90.00"]);
    assert_ne!(
        found.rows[0]
            .currency
            .map(|code| code.to_string())
            .as_deref(),
        Some("BOB")
    );
}
