//! From an empty home directory to the first expense, in both languages and at three sizes.

use crate::terminal::Terminal;

const PASSPHRASE: &str = "caballo correcto bateria grapa";

#[test]
fn the_first_run_ends_with_an_expense_and_the_next_asks_for_the_passphrase() {
    for (size, language, welcome, code, saved) in [
        ((80, 24), "en_US.UTF-8", "Welcome", "Recovery code", "Saved"),
        (
            (40, 20),
            "es_CL.UTF-8",
            "bienvenida",
            "Código de recuperación",
            "Guardada",
        ),
        (
            (160, 50),
            "es_CL.UTF-8",
            "bienvenida",
            "Código de recuperación",
            "Guardada",
        ),
    ] {
        let mut terminal = Terminal::run(&[], size, language);
        terminal.sees(welcome);
        terminal
            .send(PASSPHRASE)
            .send("\t")
            .send(PASSPHRASE)
            .send("\x13");
        terminal.sees(code).send("\r");
        terminal.until("the month", |screen| !screen.contents().contains(code));
        terminal.send("a").send("Kiosco\t").send("4500\t");
        terminal.sees("4500").send("alm\t").send("\x13");
        terminal.sees(saved);
        terminal.send("q");
        assert!(terminal.ends().success());
        terminal.is_sane();
    }
}

#[test]
fn keys_that_are_faster_than_the_ledger_are_not_lost() {
    let mut terminal = Terminal::run(&["demo", "--transactions", "1000"], (80, 24), "en_US.UTF-8");
    terminal.send("2/cafe\r").sees("/cafe").sees("Café Luna");
}

#[test]
fn demo_data_is_looked_at_and_gone() {
    let mut terminal = Terminal::run(&["demo", "--transactions", "1000"], (80, 24), "en_US.UTF-8");
    terminal.sees("made-up data").send("2").sees("1,000 rows");
    terminal.send("/cafe\r").sees("Café");
    terminal.send("*").sees("•••").send("q");
    assert!(terminal.ends().success());
    terminal.is_sane();
    let left: Vec<_> = std::fs::read_dir(terminal.home.path()).unwrap().collect();
    let scratch = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with("lukalibre-");
    assert!(
        left.iter()
            .flatten()
            .all(|entry| !scratch(&entry.file_name())),
        "{left:?}"
    );
}
