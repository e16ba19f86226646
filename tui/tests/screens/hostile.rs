//! What no person types.

use crate::terminal::Terminal;

fn list() -> Terminal {
    let mut terminal = Terminal::run(&["demo", "--transactions", "1000"], (80, 24), "en_US.UTF-8");
    terminal.sees("made-up data").send("2").sees("1,000 rows");
    terminal
}

#[test]
fn a_storm_of_sizes_ends_with_a_whole_screen() {
    let mut terminal = list();
    for round in 0..60_u16 {
        terminal.resize(20 + (round * 37) % 150, 5 + (round * 13) % 50);
    }
    terminal.resize(100, 30);
    terminal.until("a head and a bottom line", |screen| {
        let contents = screen.contents();
        let lines: Vec<&str> = contents.lines().collect();
        lines
            .first()
            .is_some_and(|line| line.contains("Transactions"))
            && lines.get(29).is_some_and(|line| line.contains("help"))
    });
}

#[test]
fn a_window_that_is_too_small_says_so_and_grows_again() {
    let mut terminal = list();
    terminal.resize(30, 10).sees("too small");
    terminal.resize(80, 24).sees("1,000 rows");
}

#[test]
fn a_long_paste_fills_a_field_and_nothing_else() {
    let mut terminal = list();
    terminal.send("a").sees("ctrl-s");
    let letters = "paste me ".repeat(12_000);
    terminal.send(format!("\x1b[200~{letters}\x1b[201~"));
    terminal.sees("paste me");
    terminal.send("\x1b").sees("1,000 rows");
}

#[test]
fn bytes_that_are_no_text_are_no_input() {
    let mut terminal = list();
    terminal.send("/").sees("payee, memo");
    terminal.send(b"\xff\xfe\xc3\x28caf\xc3\xa9");
    terminal.sees("Café");
    terminal.send("\r").send("q");
    assert!(terminal.ends().success());
}

#[test]
fn wide_and_combining_letters_keep_the_columns_straight() {
    let mut terminal = list();
    terminal.send("a").sees("ctrl-s");
    terminal.send("日本語 e\u{301} 👩‍👩‍👧 x\t").send("100\t");
    terminal.sees("日本語");
    terminal.send("coffee\t\x13").sees("Saved");
    terminal.until("straight columns", |screen| {
        let contents = screen.contents();
        let row = contents
            .lines()
            .find(|line| line.contains("日本語") && line.contains("-$100"));
        row.is_some_and(|row| row.trim_end().ends_with("-$100"))
    });
}
