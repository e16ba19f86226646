//! The goals, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

const SIZES: [(&str, (u16, u16)); 3] = [
    ("40x20", (40, 20)),
    ("80x24", (80, 24)),
    ("160x50", (160, 50)),
];

#[test]
fn goals_are_seen_at_each_width() {
    for (name, size) in SIZES {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("6 j");
            assert_snapshot!(format!("goals-{name}-{}", language.as_str()), rig.screen());
        }
    }
}

#[test]
fn a_contribution_says_what_the_goal_will_hold() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"6 + "50000""#);
    assert_snapshot!(rig.screen());
    rig.press("ctrl-s");
    assert!(rig.screen().contains("holds"), "{}", rig.screen());
}

#[test]
fn a_goal_is_made_changed_closed_and_removed() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press(r#"6 n "Bicicleta" enter "650000" enter "2026-12-31" ctrl-s"#);
    let screen = rig.screen();
    assert!(screen.contains("Se agregó Bicicleta."), "{screen}");
    assert!(screen.contains("$65.000 por mes"), "{screen}");
    rig.press(r#"e "Bici" ctrl-s"#);
    assert!(rig.screen().contains("▸ Bici "), "{}", rig.screen());
    rig.press("c enter");
    assert!(
        rig.screen().contains("esta meta está cerrada"),
        "{}",
        rig.screen()
    );
    rig.press("x");
    assert!(
        rig.screen().contains("u la trae de vuelta"),
        "{}",
        rig.screen()
    );
    rig.press("u");
    assert!(rig.screen().contains("Bici (cerrada)"), "{}", rig.screen());
}

#[test]
fn what_the_goal_will_hold_is_read_whole_on_a_narrow_screen() {
    let mut rig = Rig::demo((40, 20), Language::Es);
    rig.press("6 +");
    assert_snapshot!(rig.screen());
}
