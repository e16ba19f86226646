//! The history, driven by keys.

use chrono::Local;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use insta::assert_snapshot;

use crate::i18n::Language;
use crate::present::recorded::moment;
use crate::runtime::rig::{Rig, clock};

/// Two entries, one of them changed and taken back.
fn rig(size: (u16, u16), language: Language) -> Rig {
    let mut rig = Rig::demo(size, language);
    let category = match language {
        Language::En => "groc",
        Language::Es => "super",
    };
    rig.press(&format!(
        r#"a "Kiosk" enter "9900" enter "{category}" ctrl-s"#
    ));
    rig.press(&format!(
        r#"a "Luna" enter "4500" enter "{category}" ctrl-s u"#
    ));
    rig.press("2 c 9");
    rig
}

/// What is seen, with the time of day where the tests were made.
fn screen(rig: &Rig) -> String {
    let here = moment(clock().now_ms).with_timezone(&Local);
    let here = here.format("%H:%M").to_string();
    let screen = rig.screen().replace(&here, "12:00");
    // The ledger came from another device; each run has its own.
    let device = std::fs::read_to_string(rig.home().join("data/device")).unwrap();
    screen.replace(&device[..8], "01234567")
}

#[test]
fn the_history_shows_what_it_can_at_each_width() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let mut rig = rig(size, language);
            rig.press("j j");
            let name = format!("history-{name}-{}", language.as_str());
            assert_snapshot!(name, screen(&rig));
        }
    }
}

#[test]
fn enter_shows_each_field_before_and_after() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("enter");
    assert_snapshot!("details-of-an-edit", screen(&rig));
    rig.press("esc j j enter");
    assert_snapshot!("details-of-what-was-taken-back", screen(&rig));
}

#[test]
fn undo_to_here_takes_back_everything_down_to_the_cursor() {
    let mut rig = rig((80, 24), Language::En);
    let before = rig.model().facts.transactions;
    // From the top: the status, the undo of Luna, Luna, Kiosk.
    rig.press("j U");
    assert!(rig.screen().contains("itself an undo"), "{}", rig.screen());
    rig.press("j U");
    assert!(rig.screen().contains("already"), "{}", rig.screen());
    rig.press("j y");
    assert_eq!(rig.clipboard(), "luka undo 2");
    rig.press("U");
    assert_eq!(rig.model().facts.transactions, before - 1);
    assert!(rig.screen().contains("Taken back"), "{}", rig.screen());
    rig.press("ctrl-r ctrl-r");
    assert_eq!(rig.model().facts.transactions, before);
}

#[test]
fn hidden_amounts_stay_hidden_in_the_details() {
    let mut rig = rig((160, 50), Language::En);
    rig.press("j j j");
    assert!(rig.screen().contains("9,900"), "{}", rig.screen());
    rig.press("*");
    assert!(!rig.screen().contains("9,900"), "{}", rig.screen());
}

#[test]
fn undo_to_here_is_refused_when_another_program_was_first() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("j j j");
    rig.elsewhere(|book| {
        book.undo(2).unwrap();
    });
    let before = rig.model().facts.transactions;
    rig.press("U");
    assert!(
        rig.screen().contains("does not stand any more"),
        "{}",
        rig.screen()
    );
    assert!(
        rig.screen().contains("undo of status") || rig.screen().contains("undo of entry"),
        "the list is read again: {}",
        rig.screen()
    );
    assert_eq!(rig.model().facts.transactions, before - 1);
    rig.press("ctrl-r ctrl-r");
    assert_eq!(rig.model().facts.transactions, before);
}

#[test]
fn details_that_come_late_are_not_shown_under_another_operation() {
    let mut rig = rig((80, 24), Language::En);
    let key = |letter| Event::Key(KeyEvent::new(letter, KeyModifiers::NONE));
    rig.event(key(KeyCode::Enter));
    rig.event(key(KeyCode::Char('j')));
    rig.settle();
    assert!(rig.model().dialog.is_none(), "{}", rig.screen());
    rig.press("k enter");
    assert!(rig.model().dialog.is_some(), "{}", rig.screen());
}

#[test]
fn details_are_in_words() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press("3 j c G c 6 c 9 enter");
    let screen = rig.screen();
    assert!(screen.contains("Activa: sí → no"), "{screen}");
    rig.press("esc u enter");
    let screen = rig.screen();
    assert!(screen.contains("deshace meta"), "{screen}");
    assert!(
        !screen.contains("true") && !screen.contains("active"),
        "{screen}"
    );
    rig.press(r#"esc 6 n "Bicicleta" enter "650000" ctrl-s 9 enter"#);
    let screen = rig.screen();
    assert!(screen.contains("$650.000"), "{screen}");
}
