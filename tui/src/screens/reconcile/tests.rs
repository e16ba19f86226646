//! A statement, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

const SIZES: [(&str, (u16, u16)); 3] = [
    ("40x20", (40, 20)),
    ("80x24", (80, 24)),
    ("160x50", (160, 50)),
];

#[test]
fn a_statement_is_seen_at_each_width() {
    for (name, size) in SIZES {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press(r#"3 j R enter "1000000" enter space j space"#);
            assert_snapshot!(
                format!("statement-{name}-{}", language.as_str()),
                rig.screen()
            );
        }
    }
}

#[test]
fn the_statement_is_asked_for_and_understood_while_it_is_typed() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press(r#"3 j R "-14" enter "2*500.000""#);
    assert_snapshot!(rig.screen());
}

#[test]
fn what_is_missing_is_said_and_what_agrees_is_marked_at_once() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("3 enter");
    let held = rig.screen();
    let held = held.lines().nth(3).expect("a row");
    let held = held.split('$').next_back().expect("a balance");
    let digits: String = held.chars().filter(char::is_ascii_digit).collect();
    let sign = if rig
        .screen()
        .lines()
        .nth(3)
        .expect("a row")
        .contains(&format!("-${held}"))
    {
        "-"
    } else {
        ""
    };
    rig.press(&format!("R enter \"{sign}{digits}\" enter enter"));
    assert!(
        rig.screen().contains("more in the statement"),
        "{}",
        rig.screen()
    );
    rig.press("V");
    assert!(
        rig.screen().contains("Everything agrees"),
        "{}",
        rig.screen()
    );
    rig.press("enter");
    let screen = rig.screen();
    assert!(screen.contains("Reconciled Cash at"), "{screen}");
    assert!(
        screen.contains(" = "),
        "the register shows the marks: {screen}"
    );
    rig.press(&format!("R enter \"{sign}{digits}\" enter"));
    assert!(
        rig.screen().contains("reconciled already"),
        "{}",
        rig.screen()
    );
    rig.press("esc u");
    assert!(!rig.screen().contains(" = "), "{}", rig.screen());
}

#[test]
fn changing_the_statement_begins_at_its_balance() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"3 j R enter "1000" enter e "2000" ctrl-s"#);
    assert!(rig.screen().contains("$2,000"), "{}", rig.screen());
}
