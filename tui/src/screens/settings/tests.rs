//! The settings, driven by keys.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::{PASSPHRASE, Rig};

/// What is seen, without the name of the temporary folder.
fn screen(rig: &Rig) -> String {
    let home = rig.home().display().to_string();
    let screen = rig.screen();
    assert!(!home.is_empty());
    let temporary = regex_lite::Regex::new(r"/\S*\.tmp\w{0,6}").unwrap();
    temporary
        .replace_all(&screen, "/tmp/.tmpXXXXXX")
        .into_owned()
}

fn config(rig: &Rig) -> String {
    std::fs::read_to_string(rig.home().join("config/config.toml")).unwrap_or_default()
}

#[test]
fn the_settings_show_what_they_can_at_each_width() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("0 j j");
            let language = language.as_str();
            assert_snapshot!(format!("values-{name}-{language}"), screen(&rig));
            rig.press("tab j j j j");
            assert_snapshot!(format!("keys-{name}-{language}"), screen(&rig));
        }
    }
}

#[test]
fn a_value_is_checked_while_typed_written_and_reset() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"0 j j j enter "soon""#);
    assert!(rig.screen().contains("span of time"), "{}", rig.screen());
    rig.press("enter");
    assert_eq!(config(&rig), "", "nothing that makes no sense is written");
    rig.press(r#"ctrl-u "3m" enter"#);
    assert!(
        config(&rig).contains("idle-lock = \"3m\""),
        "{}",
        config(&rig)
    );
    assert!(rig.screen().contains("3m"), "{}", rig.screen());
    rig.press("x");
    assert!(!config(&rig).contains("3m"), "{}", config(&rig));
    rig.press("x");
    assert!(rig.screen().contains("usual already"), "{}", rig.screen());
}

#[test]
fn language_theme_and_signs_change_at_once() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("0 enter up enter");
    assert!(rig.screen().contains("Ajustes"), "{}", rig.screen());
    assert!(config(&rig).contains("language = \"es\""));
    rig.press("j j enter down enter");
    assert!(rig.screen().contains("solo ASCII"), "{}", rig.screen());
    assert!(!rig.screen().contains('╭'), "{}", rig.screen());
    let before = rig.model().appearance.theme.accent;
    rig.press("k enter down enter");
    assert!(rig.screen().contains("claro"), "{}", rig.screen());
    assert_ne!(rig.model().appearance.theme.accent, before);
}

#[test]
fn a_key_is_given_by_typing_it_and_a_conflict_names_both() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("0 tab enter");
    assert_snapshot!("typing-a-key", screen(&rig));
    rig.press("e enter");
    let said = rig.screen();
    assert!(
        said.contains("“filter”") && said.contains("“edit”"),
        "{said}"
    );
    assert_eq!(config(&rig), "");
    rig.press("enter f enter");
    assert!(config(&rig).contains("filter = \"f\""), "{}", config(&rig));
    rig.press("2 /");
    assert!(!rig.screen().contains("payee, memo"), "{}", rig.screen());
    rig.press("f");
    assert!(rig.screen().contains("payee, memo"), "{}", rig.screen());
    rig.press("esc 0 tab x 2 /");
    assert!(rig.screen().contains("payee, memo"), "{}", rig.screen());
}

#[test]
fn letters_stay_letters_where_text_is_typed() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("0 tab j j j j j j j enter o enter");
    assert!(config(&rig).contains("open = \"o\""), "{}", config(&rig));
    rig.press(r#"a "Cocoa" enter"#);
    assert!(rig.screen().contains("Cocoa"), "{}", rig.screen());
}

#[test]
fn the_passphrase_is_changed_by_who_knows_the_old_one() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"0 G enter "wrong_one" enter "a_much_better_one" enter "a_much_better" enter"#);
    assert!(rig.screen().contains("differ"), "{}", rig.screen());
    rig.press(r#""_one" enter"#);
    assert_snapshot!("the-old-one-was-wrong", screen(&rig));
    let old = PASSPHRASE.replace(' ', "_");
    rig.press(&format!(r#"tab ctrl-u "{old}" ctrl-s"#));
    assert!(rig.screen().contains("was changed"), "{}", rig.screen());
    rig.press(&format!(r#"L "{old}" enter"#));
    assert!(!rig.model().open);
    rig.press(r#""a_much_better_one" enter"#);
    assert!(rig.model().open, "{}", rig.screen());
}

#[test]
fn keys_that_would_not_be_read_back_are_refused() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("0 tab enter z | Z enter");
    assert!(rig.screen().contains("no way to write"), "{}", rig.screen());
    rig.press("enter");
    rig.event(Event::Key(KeyEvent::new(
        KeyCode::CapsLock,
        KeyModifiers::NONE,
    )));
    rig.press("enter");
    assert!(rig.screen().contains("no way to write"), "{}", rig.screen());
    assert_eq!(config(&rig), "");
    rig.press("enter | enter");
    assert!(config(&rig).contains("filter = \"|\""), "{}", config(&rig));
}
