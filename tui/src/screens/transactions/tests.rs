//! The list, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

#[test]
fn the_list_shows_what_it_can_at_each_width() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("2 j j");
            assert_snapshot!(format!("list-{name}-{}", language.as_str()), rig.screen());
        }
    }
}

#[test]
fn a_filter_narrows_while_it_is_typed_and_esc_brings_all_back() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"2 / "cat:coffee" enter"#);
    assert_snapshot!(rig.screen());
    assert!(!rig.screen().contains("Groceries"));
    rig.press("esc");
    assert!(rig.screen().contains("400 rows"), "{}", rig.screen());
}

#[test]
fn yesterdays_coffee_again_takes_two_keys_and_undo_one() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"2 / "cat:coffee" enter"#);
    let before = rig.model().facts.transactions;
    rig.press("d ctrl-s");
    assert_eq!(rig.model().facts.transactions, before + 1);
    assert!(rig.screen().contains("2026-03-14"), "{}", rig.screen());
    rig.press("u");
    assert_eq!(rig.model().facts.transactions, before);
}

#[test]
fn an_account_is_beside_each_row_from_80_columns_on_but_not_in_its_own_list() {
    let head = |rig: &Rig| {
        let screen = rig.screen();
        screen.lines().nth(2).unwrap_or_default().to_owned()
    };
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("2");
    assert!(head(&rig).contains(" St "), "{}", rig.screen());
    assert!(head(&rig).contains(" Account "), "{}", rig.screen());
    rig.press("3 enter");
    assert!(head(&rig).contains(" Balance "), "{}", rig.screen());
    assert!(!head(&rig).contains(" Account "), "{}", rig.screen());
}

#[test]
fn no_sign_of_a_status_is_that_of_hidden_amounts_or_of_a_marked_row() {
    for unicode in [true, false] {
        let glyphs = crate::theme::Glyphs::new(unicode);
        for sign in [glyphs.cleared, super::details::RECONCILED, "!"] {
            assert!(!glyphs.hidden.contains(sign), "{sign}");
            assert_ne!(glyphs.mark, sign);
        }
        assert!(!glyphs.hidden.contains(glyphs.mark));
    }
}
