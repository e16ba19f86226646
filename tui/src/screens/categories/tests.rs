//! The tree of categories, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

const SIZES: [(&str, (u16, u16)); 3] = [
    ("40x20", (40, 20)),
    ("80x24", (80, 24)),
    ("160x50", (160, 50)),
];

#[test]
fn the_tree_shows_what_it_can_at_each_width() {
    for (name, size) in SIZES {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("4 left j");
            assert_snapshot!(format!("tree-{name}-{}", language.as_str()), rig.screen());
        }
    }
}

#[test]
fn a_category_is_made_below_another_and_removed_again() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"4 n "Tea" enter enter "food" ctrl-s"#);
    let screen = rig.screen();
    assert!(screen.contains("Added Food:Tea."), "{screen}");
    rig.press("x");
    assert!(
        rig.screen().contains("Removed Food:Tea."),
        "{}",
        rig.screen()
    );
}

#[test]
fn months_are_gone_through_and_enter_shows_the_rows_of_one() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("4 right");
    assert!(
        rig.screen().contains("this is the current month"),
        "{}",
        rig.screen()
    );
    rig.press("left left");
    assert!(rig.screen().contains("Jan 2026"), "{}", rig.screen());
    rig.press("y");
    assert!(
        rig.clipboard().ends_with("date:2026-01"),
        "{}",
        rig.clipboard()
    );
    rig.press("enter");
    assert!(rig.screen().contains("date:2026-01"), "{}", rig.screen());
}

#[test]
fn merging_offers_those_of_the_same_kind_only() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press("4 G m");
    assert_snapshot!(rig.screen());
}
