//! Bank files, driven by keys.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::{Rig, clock};

const MARCH: &str = "Fecha;Descripción;Cargo;Abono;Saldo\n\
    01/03/2026;SUPERMERCADO LIDER;12.500;;237.500\n\
    12/03/2026;KIOSCO 0123;9.900;;227.600\n\
    13/03/2026;CAFE LUNA;3.500;;224.100\n\
    13/03/2026;CAFE LUNA;3.500;;220.600\n\
    31/02/2026;FANTASMA;1.000;;219.600\n\
    14/03/2026;SUELDO;;1.000.000;1.219.600\n";
const TWO_DATES: &str = "Date,Description,Amount\n03/04/2025,Tea,-1000\n";

/// The files, as old as the tests say they are.
fn date(path: &Path, then: SystemTime) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(then).unwrap();
}

fn rig(size: (u16, u16), language: Language) -> Rig {
    let mut rig = Rig::demo(size, language);
    let now = u64::try_from(clock().now_ms).unwrap();
    let files = rig.home().join("bank");
    fs::create_dir(&files).unwrap();
    for (at, (name, content)) in [
        ("marzo.csv", MARCH),
        ("tea.csv", TWO_DATES),
        ("scan.pdf", "%PDF-1.7"),
    ]
    .into_iter()
    .enumerate()
    {
        let path = files.join(name);
        fs::write(&path, content).unwrap();
        let age = Duration::from_secs(86_400 * at as u64);
        date(
            &path,
            SystemTime::UNIX_EPOCH + Duration::from_millis(now) - age,
        );
    }
    rig.press(r#"8 / "bank" enter"#);
    rig
}

/// What is seen, without the name of the temporary folder.
fn screen(rig: &Rig) -> String {
    let temporary = regex_lite::Regex::new(r"/\S*\.tmp\w{6}").unwrap();
    let screen = temporary
        .replace_all(&rig.screen(), "/tmp/.tmpXXXXXX")
        .into_owned();
    // The rest of the line moves with it.
    screen
        .lines()
        .map(|line| line.trim_end_matches(['"', ' ']).to_owned() + "\n")
        .collect()
}

/// An entry by hand that the file has too.
fn by_hand(rig: &mut Rig, language: Language) {
    let category = match language {
        Language::En => "groc",
        Language::Es => "super",
    };
    rig.press(&format!(
        r#"1 a "Kiosk" enter "9900" enter "{category}" ctrl-s"#
    ));
    rig.press(r#"8 / "bank" enter"#);
}

#[test]
fn the_steps_of_an_import_show_what_they_can_at_each_width() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let mut rig = rig(size, language);
            by_hand(&mut rig, language);
            let language = language.as_str();
            assert_snapshot!(format!("files-{name}-{language}"), screen(&rig));
            rig.press("enter j");
            assert_snapshot!(format!("rows-{name}-{language}"), screen(&rig));
            rig.press("e");
            assert_snapshot!(format!("options-{name}-{language}"), screen(&rig));
            rig.press("esc a");
            assert_snapshot!(format!("done-{name}-{language}"), screen(&rig));
        }
    }
}

#[test]
fn a_file_is_imported_by_a_few_keys_and_taken_back_by_one() {
    let mut rig = rig((80, 24), Language::En);
    let before = rig.model().facts.transactions;
    rig.press("enter a");
    assert_eq!(rig.model().facts.transactions, before + 5);
    rig.press("enter");
    assert!(rig.screen().contains("5 rows"), "{}", rig.screen());
    rig.press("esc u");
    assert_eq!(rig.model().facts.transactions, before);
    rig.press("esc enter");
    assert!(rig.screen().contains("new 5"), "{}", rig.screen());
}

#[test]
fn what_looks_like_an_entry_by_hand_is_decided_by_space() {
    let mut rig = rig((80, 24), Language::En);
    by_hand(&mut rig, Language::En);
    let before = rig.model().facts.transactions;
    rig.press("enter j");
    assert!(
        rig.screen().contains("Looks like your entry"),
        "{}",
        rig.screen()
    );
    rig.press("space");
    assert!(
        rig.screen().contains("which it confirms"),
        "{}",
        rig.screen()
    );
    rig.press("k space");
    assert!(rig.screen().contains("left it out"), "{}", rig.screen());
    rig.press("a");
    // Two coffees and the salary; the first row was left out, the kiosk is the entry by hand.
    assert_eq!(rig.model().facts.transactions, before + 3);
    rig.press("esc enter");
    assert!(rig.screen().contains("known 4"), "{}", rig.screen());
    rig.press("j space");
    assert!(
        rig.screen().contains("booked once more"),
        "{}",
        rig.screen()
    );
}

#[test]
fn a_date_with_two_readings_is_asked_about() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("j enter");
    assert_snapshot!("a-question", screen(&rig));
    rig.press("down ctrl-s");
    assert!(rig.screen().contains("2025-03-04"), "{}", rig.screen());
    rig.press("y");
    let command = rig.clipboard();
    assert!(command.contains("--date-format MDY"), "{command}");
}

#[test]
fn what_is_no_bank_file_is_said_and_one_can_go_on() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("G enter");
    assert!(rig.screen().contains("PDF"), "{}", rig.screen());
    rig.press("a");
    assert!(
        rig.screen().contains("first open a file"),
        "{}",
        rig.screen()
    );
    rig.press("backspace");
    assert!(rig.screen().contains("▸ bank/"), "{}", rig.screen());
}

#[test]
fn a_file_that_changed_since_it_was_judged_is_not_imported() {
    let mut rig = rig((80, 24), Language::En);
    let before = rig.model().facts.transactions;
    rig.press("enter");
    fs::write(rig.home().join("bank/marzo.csv"), TWO_DATES).unwrap();
    rig.press("a");
    assert!(rig.screen().contains("changed since"), "{}", rig.screen());
    assert_eq!(rig.model().facts.transactions, before);
}

#[test]
fn a_path_can_be_typed_and_a_missing_one_is_said() {
    let mut rig = rig((160, 50), Language::En);
    rig.press(r#"/ "/nowhere/at/all" enter"#);
    assert!(rig.screen().contains("/nowhere/at/all"), "{}", rig.screen());
    let path = rig.home().join("bank/tea.csv");
    rig.press(&format!(r#"/ "{}" enter"#, path.display()));
    assert!(rig.screen().contains("▸ tea.csv"), "{}", rig.screen());
    assert!(rig.screen().contains("03/04/2025,Tea"), "{}", rig.screen());
}

/// Presses the mouse where a text is seen.
fn click(rig: &mut Rig, text: &str) {
    let screen = rig.screen();
    let mut lines = screen.lines().enumerate();
    let place = lines.find_map(|(row, line)| {
        let at = line.find(text)?;
        // The first letter of each line is a quote.
        Some((line[..at].chars().count() - 1, row))
    });
    let (column, row) = place.unwrap_or_else(|| panic!("no {text} in {screen}"));
    rig.event(Event::Mouse(MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: u16::try_from(column).unwrap(),
        row: u16::try_from(row).unwrap(),
        modifiers: KeyModifiers::NONE,
    }));
    rig.settle();
}

#[test]
fn the_mouse_opens_narrows_and_decides() {
    let mut rig = rig((80, 24), Language::En);
    click(&mut rig, "marzo.csv");
    assert!(rig.screen().contains("SUPERMERCADO"), "{}", rig.screen());
    click(&mut rig, "unreadable 1");
    assert!(!rig.screen().contains("SUPERMERCADO"), "{}", rig.screen());
    assert!(rig.screen().contains("[unreadable 1]"), "{}", rig.screen());
    click(&mut rig, "new 5");
    click(&mut rig, "SUPERMERCADO");
    assert!(rig.screen().contains("left it out"), "{}", rig.screen());
}

#[test]
fn a_question_that_is_left_open_can_be_answered_later() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("j enter esc");
    assert!(!rig.screen().contains("Reading"), "{}", rig.screen());
    rig.press("e");
    assert!(
        rig.screen().contains("How the file is read"),
        "{}",
        rig.screen()
    );
    rig.press("esc k enter");
    assert!(rig.screen().contains("SUPERMERCADO"), "{}", rig.screen());
}

#[test]
fn digits_of_the_file_are_hidden_with_the_amounts() {
    let mut rig = rig((160, 50), Language::En);
    rig.press("*");
    assert!(!rig.screen().contains("12.500"), "{}", rig.screen());
    rig.press("enter");
    assert!(!rig.screen().contains("12,500"), "{}", rig.screen());
    assert!(!rig.screen().contains("1219600"), "{}", rig.screen());
}

/// A statement of two accounts, each with one row.
fn two_accounts() -> String {
    let account = |id: &str, amount: &str, name: &str| {
        format!(
            "<STMTTRNRS><STMTRS><CURDEF>CLP<BANKACCTFROM><BANKID>1<ACCTID>{id}\
             <ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT\
             <DTPOSTED>20260310<TRNAMT>{amount}<FITID>{id}-1<NAME>{name}</STMTTRN>\
             </BANKTRANLIST></STMTRS></STMTTRNRS>"
        )
    };
    let (one, other) = (
        account("111", "-1500", "TEA"),
        account("222", "-2500", "CAKE"),
    );
    format!("OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1>{one}{other}</BANKMSGSRSV1></OFX>")
}

#[test]
fn each_account_of_a_file_keeps_its_own_rows() {
    let mut rig = rig((160, 50), Language::En);
    fs::write(rig.home().join("bank/two.ofx"), two_accounts()).unwrap();
    let path = rig.home().join("bank/two.ofx");
    let open = format!(r#"/ "{}" enter enter"#, path.display());
    rig.press("esc 8").press(&open);
    assert!(
        rig.screen().contains("How the file is read"),
        "nobody guesses which is which: {}",
        rig.screen()
    );
    rig.press(r#""Checking" enter "Savings" ctrl-s"#);
    assert!(rig.screen().contains("new 2"), "{}", rig.screen());
    rig.press("a esc u");
    // From here on the ledger knows both; the form begins with what it knows.
    rig.press("esc 8").press(&open).press("a esc u");
    rig.press("enter y");
    let command = rig.clipboard().to_owned();
    assert!(command.contains("111=Checking"), "{command}");
    assert!(command.contains("222=Savings"), "{command}");
    rig.press("e ctrl-s y");
    assert_eq!(rig.clipboard(), command, "nothing was changed in the form");
}

#[test]
fn decisions_do_not_outlive_the_options_they_were_made_under() {
    let mut rig = rig((160, 50), Language::En);
    rig.press("enter space");
    assert!(rig.screen().contains("left it out"), "{}", rig.screen());
    rig.press(r#"e ctrl-u "Cash" enter ctrl-s"#);
    assert!(!rig.screen().contains("left it out"), "{}", rig.screen());
}

/// A file with two columns of one name.
const TWICE: &str = "Fecha;Glosa;Monto;Monto\n\
    01/03/2026;TE;-1.500;-3.500\n13/03/2026;SUELDO;20.000;45.000\n";

/// Writes a file and opens it.
fn open(rig: &mut Rig, name: &str, content: &str) {
    let path = rig.home().join("bank").join(name);
    fs::write(&path, content).unwrap();
    // The newest, on a day that the pictures know.
    let now = u64::try_from(clock().now_ms).unwrap();
    let days = Duration::from_hours(6 * 24);
    date(
        &path,
        SystemTime::UNIX_EPOCH + Duration::from_millis(now) + days,
    );
    let keys = format!(r#"/ "{}" enter enter"#, path.display());
    rig.press("1 8").press(&keys);
}

#[test]
fn columns_that_are_not_recognised_are_said_saved_and_found_again() {
    for language in Language::ALL {
        let mut rig = rig((80, 24), language);
        open(&mut rig, "dos.csv", TWICE);
        rig.press(r##"tab tab tab tab ctrl-u "#4""##);
        assert_snapshot!(format!("columns-{}", language.as_str()), screen(&rig));
        rig.press(r#"tab tab tab tab tab tab tab "mine" ctrl-s"#);
        assert!(rig.screen().contains("45"), "{}", rig.screen());
        rig.press("y");
        let command = rig.clipboard().to_owned();
        assert!(command.contains("--profile mine"), "{command}");
        // The next file of that form is read without a question.
        open(&mut rig, "next.csv", &TWICE.replace("TE;", "PAN;"));
        assert!(rig.screen().contains("PAN"), "{}", rig.screen());
        // What was recognised can be said otherwise; a name is given once.
        rig.press("e tab tab tab tab tab tab right ctrl-s");
        assert!(rig.screen().contains("Glosa"), "{}", rig.screen());
        rig.press(r#"backtab "mine" ctrl-s"#);
        let taken = match language {
            Language::En => "choose another",
            Language::Es => "elija otro",
        };
        assert!(rig.screen().contains(taken), "{}", rig.screen());
    }
}

#[test]
fn a_column_is_for_one_thing_and_date_and_amount_need_one() {
    let mut rig = rig((80, 24), Language::En);
    open(&mut rig, "dos.csv", TWICE);
    rig.press("ctrl-u ctrl-s");
    assert!(
        rig.screen().contains("it needs a column"),
        "{}",
        rig.screen()
    );
    rig.press(r#""Fecha" enter ctrl-u "Fecha" ctrl-s"#);
    assert!(rig.screen().contains("chosen already"), "{}", rig.screen());
    rig.press("ctrl-u enter tab tab ctrl-u ctrl-s");
    assert!(rig.screen().contains("▸amount"), "{}", rig.screen());
    assert!(
        rig.screen().contains("it needs a column"),
        "{}",
        rig.screen()
    );
    rig.press("esc e");
    assert!(
        rig.screen().contains("What the columns are"),
        "{}",
        rig.screen()
    );
}

#[test]
fn a_statement_of_many_accounts_asks_for_each_of_them() {
    let names: Vec<String> = (1..=11).map(|at| format!("A{at}00")).collect();
    let account = |id: &String| {
        format!(
            "<STMTTRNRS><STMTRS><CURDEF>CLP<BANKACCTFROM><BANKID>1<ACCTID>{id}\
             <ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT\
             <DTPOSTED>20260310<TRNAMT>-1500<FITID>{id}-1<NAME>TEA {id}</STMTTRN>\
             </BANKTRANLIST></STMTRS></STMTTRNRS>"
        )
    };
    let accounts: String = names.iter().map(account).collect();
    let file = format!(
        "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1>{accounts}</BANKMSGSRSV1></OFX>"
    );
    let mut rig = rig((80, 24), Language::En);
    open(&mut rig, "many.ofx", &file);
    for _ in &names {
        rig.press(r#"ctrl-u "Checking" enter"#);
    }
    rig.press("ctrl-s");
    assert!(rig.screen().contains("new 11"), "{}", rig.screen());
    rig.press("y");
    let command = rig.clipboard();
    assert!(command.contains("A1100=Checking"), "{command}");
}

#[test]
fn decisions_outlive_a_look_at_another_file_and_are_not_left_silently() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("enter space esc");
    assert!(
        rig.screen().contains("1 decision about marzo.csv"),
        "{}",
        rig.screen()
    );
    rig.press("j enter esc esc");
    assert!(
        rig.screen().contains("same key again leaves"),
        "{}",
        rig.screen()
    );
    assert!(rig.screen().contains("tea.csv"), "{}", rig.screen());
    rig.press("k enter");
    assert!(rig.screen().contains("left it out"), "{}", rig.screen());
    for key in ["q", "2", "1"] {
        rig.press(key);
        assert!(
            rig.screen().contains("same key again leaves"),
            "{}",
            rig.screen()
        );
    }
    assert!(!rig.is_over());
    rig.press("1");
    assert!(!rig.screen().contains("marzo.csv"), "{}", rig.screen());
}

#[test]
fn rows_that_wait_are_counted_and_listed_until_they_are_decided() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("w");
    assert!(
        rig.screen().contains("nothing waits for a decision"),
        "{}",
        rig.screen()
    );
    by_hand(&mut rig, Language::En);
    rig.press("enter a esc");
    assert!(rig.screen().contains("wait: w"), "{}", rig.screen());
    rig.press("w");
    assert!(rig.screen().contains("an entry?"), "{}", rig.screen());
    assert!(rig.screen().contains("KIOSCO 0123"), "{}", rig.screen());
    assert!(rig.screen().contains("marzo.csv"), "{}", rig.screen());
    rig.press("esc enter j space a esc w");
    assert!(!rig.screen().contains("an entry?"), "{}", rig.screen());
}

const BOOK: &str = "2026-01-05 * Shop | bread\n    expenses:food    $5500\n    assets:purse\n\n\
    2026-01-06 Shop\n    expenses:food    $500\n    assets:purse\n\n\
    ~ monthly\n    expenses:rent   $5\n    assets:purse\n";

/// A rig with a whole book as the newest file, opened.
fn with_book(size: (u16, u16), language: Language) -> Rig {
    let mut rig = rig(size, language);
    let path = rig.home().join("bank/anew.dat");
    fs::write(&path, BOOK).unwrap();
    let now = u64::try_from(clock().now_ms).unwrap();
    date(&path, SystemTime::UNIX_EPOCH + Duration::from_millis(now));
    rig.press(r#"esc 1 8 / "bank" enter / "anew" enter"#);
    rig
}

#[test]
fn a_whole_book_says_what_it_brings_and_enter_brings_it() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let rig = with_book(size, language);
            let language = language.as_str();
            assert_snapshot!(format!("book-{name}-{language}"), screen(&rig));
        }
    }
    let mut rig = with_book((80, 24), Language::En);
    let before = rig.model().facts.transactions;
    rig.press("enter");
    assert_eq!(
        rig.model().facts.transactions,
        before + 2,
        "{}",
        rig.screen()
    );
    rig.press("u");
    assert_eq!(rig.model().facts.transactions, before);
}
