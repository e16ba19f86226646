//! The first steps, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

#[test]
fn the_welcome_fits_each_size() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let mut rig = Rig::empty(size, language);
            rig.press(r#""abc""#);
            let name = format!("welcome-{name}-{}", language.as_str());
            assert_snapshot!(name, rig.screen());
        }
    }
}

#[test]
fn any_currency_is_found_and_what_is_none_is_said() {
    let mut rig = Rig::empty((80, 24), Language::En);
    rig.press(r#"backtab "isk""#);
    assert!(rig.screen().contains("ISK"), "{}", rig.screen());
    rig.press(r#"ctrl-u "QQQ" enter "correct_horse_battery_staple" enter "correct_horse_battery_staple" ctrl-s"#);
    let screen = rig.screen();
    assert!(screen.contains("not known"), "{screen}");
    assert!(screen.contains("▸Currency"), "{screen}");
}

#[test]
fn that_the_ledger_is_being_made_is_said_while_it_is() {
    let mut rig = Rig::empty((80, 24), Language::En);
    rig.press(r#""correct_horse_battery_staple" enter "correct_horse_battery_staple""#);
    let save = crossterm::event::KeyEvent::new(
        crossterm::event::KeyCode::Char('s'),
        crossterm::event::KeyModifiers::CONTROL,
    );
    rig.event(crossterm::event::Event::Key(save));
    rig.redraw();
    assert!(rig.screen().contains("is being made"), "{}", rig.screen());
    rig.settle();
    assert!(rig.screen().contains("Recovery code"), "{}", rig.screen());
}
