//! The month, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

#[test]
fn the_month_shows_what_it_can_at_each_size() {
    for (name, size) in [
        ("40x20", (40, 20)),
        ("80x24", (80, 24)),
        ("160x50", (160, 50)),
    ] {
        for language in Language::ALL {
            let rig = Rig::demo(size, language);
            let name = format!("month-{name}-{}", language.as_str());
            assert_snapshot!(name, rig.screen());
        }
    }
}
