//! The way in, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::{PASSPHRASE, Rig};

#[test]
fn the_way_in_fits_each_size() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press(r#"L "wrong" enter"#);
            let language = language.as_str();
            assert_snapshot!(format!("wrong-{name}-{language}"), rig.screen());
            rig.press(r#"tab "abc""#);
            assert_snapshot!(format!("code-{name}-{language}"), rig.screen());
        }
    }
}

#[test]
fn the_place_is_kept_while_the_ledger_is_locked() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("9 L");
    assert!(!rig.model().open);
    rig.press(&format!(r#""{}" enter"#, PASSPHRASE.replace(' ', "_")));
    assert!(rig.screen().contains("History"), "{}", rig.screen());
}

#[test]
fn a_forgotten_passphrase_is_replaced_after_the_recovery_code() {
    let mut rig = Rig::empty((80, 24), Language::En);
    rig.press(r#""the_first_of_them" enter "the_first_of_them" enter enter"#);
    let screen = rig.screen();
    let is_code = |word: &&str| word.len() > 20 && word.contains('-');
    let code = screen.split([' ', '│', '"', '\n']).find(is_code);
    let code = code.expect("a recovery code").to_owned();
    rig.press(&format!(r#"esc L tab "{code}" enter"#));
    assert!(rig.model().open, "{}", rig.screen());
    assert!(
        rig.screen().contains("opened the ledger"),
        "{}",
        rig.screen()
    );
    rig.press(r#""the_second_one" enter "the_second_one" enter"#);
    assert!(rig.screen().contains("was changed"), "{}", rig.screen());
    rig.press(r#"L "the_first_of_them" enter"#);
    assert!(!rig.model().open);
    rig.press(r#""the_second_one" enter"#);
    assert!(rig.model().open, "{}", rig.screen());
}
