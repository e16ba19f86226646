use super::*;

fn columns() -> Vec<Column> {
    vec![
        Column::text("payee", "Payee"),
        Column::number("amount", "Amount"),
        Column::csv_only("currency"),
    ]
}

fn row(payee: &str, amount: &str) -> Vec<Cell> {
    let money = amount.parse().unwrap();
    vec![Cell::text(payee), Cell::Money(money), Cell::text("CLP")]
}

fn written(screen: Screen, rows: &[(&str, &str)]) -> String {
    let style = MoneyStyle::new(Language::Es, Some("CLP".parse().unwrap()));
    let mut table = Table::new(Vec::new(), columns(), screen, style, Language::Es);
    for (payee, amount) in rows {
        table.row(row(payee, amount)).unwrap();
    }
    String::from_utf8(table.finish().unwrap()).unwrap()
}

#[test]
fn columns_align_by_the_width_of_characters() {
    let text = written(
        Screen::NONE,
        &[("Café Ñandú", "-4500 CLP"), ("日本", "12500 CLP")],
    );
    assert_eq!(
        text,
        "Payee        Amount\nCafé Ñandú  -$4.500\n日本        $12.500\n"
    );
}

#[test]
fn a_narrow_terminal_shortens_texts_and_never_numbers() {
    let screen = Screen {
        width: Some(18),
        colour: false,
    };
    let text = written(screen, &[("A payee with a long name", "1234567 CLP")]);
    assert_eq!(
        text,
        "Payee       Amount\nA paye…  $1.234.567\n".replace("A paye…  $", "A pay…  $")
    );
}

#[test]
fn colour_marks_what_is_negative() {
    let screen = Screen {
        width: None,
        colour: true,
    };
    let text = written(screen, &[("a", "-1 CLP"), ("b", "1 CLP")]);
    assert!(
        text.contains("\x1b[31m   -$1\x1b[0m") && text.contains("\x1b[1mPayee"),
        "{text:?}"
    );
}

#[test]
fn texts_cannot_steer_the_terminal() {
    let text = written(Screen::NONE, &[("evil\x1b[2J\n", "1 CLP")]);
    assert!(
        !text.contains('\x1b') && text.lines().count() == 2,
        "{text:?}"
    );
}

#[test]
fn rows_beyond_the_look_ahead_are_written_as_they_come() {
    let rows = vec![("x", "1 CLP"); LOOK_AHEAD + 10];
    assert_eq!(
        written(Screen::NONE, &rows).lines().count(),
        LOOK_AHEAD + 11
    );
}

#[test]
fn no_rows_no_table() {
    assert_eq!(written(Screen::NONE, &[]), "");
}

fn narrow(width: usize) -> Screen {
    Screen {
        width: Some(width),
        colour: false,
    }
}

#[test]
fn a_row_that_is_too_wide_even_when_cut_is_stacked() {
    let text = written(narrow(14), &[("A payee with a long name", "1234567 CLP")]);
    assert_eq!(text, "A payee with a\nlong name\n    $1.234.567\n");
}

#[test]
fn a_later_figure_that_is_wider_than_its_column_stacks_its_own_row() {
    let mut rows = vec![("x", "1 CLP"); LOOK_AHEAD];
    rows.push(("y", "123456789012 CLP"));
    let text = written(narrow(22), &rows);
    assert!(
        text.ends_with("x          $1\ny\n  A…  $123.456.789.012\n"),
        "{}",
        &text[text.len() - 60..]
    );
}
