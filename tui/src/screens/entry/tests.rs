//! The form, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

#[test]
fn an_expense_is_typed_from_field_to_field() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"a "Kiosk" enter "2*4990" enter "groc" enter enter"#);
    assert_snapshot!(rig.screen());
    rig.press("ctrl-s 2");
    assert!(rig.screen().contains("Kiosk"), "{}", rig.screen());
    assert!(rig.screen().contains("-$9,980"), "{}", rig.screen());
}

#[test]
fn what_makes_no_sense_is_said_at_its_field_and_nothing_is_lost() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press(r#"a "Kiosko" enter "1,5" ctrl-s"#);
    assert_snapshot!(rig.screen());
}
