//! The list of payees, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

const SIZES: [(&str, (u16, u16)); 3] = [
    ("40x20", (40, 20)),
    ("80x24", (80, 24)),
    ("160x50", (160, 50)),
];

#[test]
fn the_list_shows_what_it_can_at_each_width() {
    for (name, size) in SIZES {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("5 s j");
            assert_snapshot!(format!("list-{name}-{}", language.as_str()), rig.screen());
        }
    }
}

#[test]
fn a_few_letters_narrow_the_list_and_esc_shows_all() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"5 / "luna""#);
    assert_snapshot!(rig.screen());
    rig.press("enter y");
    assert_eq!(rig.clipboard(), "luka list 'payee:Café Luna'");
    rig.press("esc");
    assert!(rig.screen().contains("by name"), "{}", rig.screen());
}

#[test]
fn payees_are_made_renamed_known_by_other_names_and_merged() {
    let mut rig = Rig::demo((120, 24), Language::En);
    rig.press(r#"5 n "Zoo" enter "ZOO_SPA,_ZOO2" ctrl-s"#);
    let screen = rig.screen();
    assert!(screen.contains("Added Zoo."), "{screen}");
    assert!(screen.contains("▸ Zoo"), "{screen}");
    rig.press(r#"e backspace ctrl-s r "Zebra" enter"#);
    let screen = rig.screen();
    assert!(screen.contains("▸ Zebra"), "{screen}");
    assert!(screen.contains("ZOO SPA, ZOO "), "{screen}");
    rig.press(r#"m "luna" enter"#);
    let screen = rig.screen();
    assert!(screen.contains("Merged Zebra into Café Luna"), "{screen}");
    rig.press("x");
    assert!(rig.screen().contains("is in use"), "{}", rig.screen());
    rig.press("enter");
    assert!(rig.screen().contains("Food:Coffee"), "{}", rig.screen());
}

#[test]
fn a_name_with_a_comma_is_one_name() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"5 n "Zoo" enter ctrl-s"#);
    rig.change_behind(|book| {
        let aliases = ops::label::EditPayee {
            alias: vec!["ZOO, S.A.".to_owned(), "ZOO 2".to_owned()],
            ..ops::label::EditPayee::default()
        };
        book.edit_payee("Zoo", &aliases).unwrap();
    });
    let operations = rig.operations();
    rig.press("e ctrl-s");
    assert_eq!(rig.operations(), operations, "{}", rig.screen());
    rig.press(r#"e ",_ZOO_3" ctrl-s e"#);
    let screen = rig.screen();
    assert!(screen.contains("\"ZOO, S.A.\", ZOO 2, ZOO 3"), "{screen}");
}

#[test]
fn the_month_and_the_year_of_each_are_shown_and_sorted_by() {
    let mut rig = Rig::filled((80, 24), Language::En, |book| {
        for (amount, payee, day) in [
            ("4000", "Small", "2026-03-02"),
            ("90000", "Large", "2026-03-01"),
            ("-20000", "Large", "2026-03-31"),
            ("500000", "Before", "2025-04-30"),
            ("1", "Long ago", "2025-03-31"),
        ] {
            let entry = ops::transaction::AddTransaction {
                amount: amount.into(),
                category: "Lunch".into(),
                payee: Some(payee.into()),
                date: Some(day.parse().unwrap()),
                ..Default::default()
            };
            book.add(&entry).unwrap();
        }
    });
    rig.press("5 s s s");
    let screen = rig.screen();
    let row = |name: &str| {
        let row = screen.lines().find(|line| line.contains(name)).unwrap();
        row.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
    };
    assert!(screen.contains("the most this month first"), "{screen}");
    assert!(screen.find("Large") < screen.find("Small"), "{screen}");
    assert!(screen.find("Small") < screen.find("Before"), "{screen}");
    assert!(row("Large").contains("█ -$70,000 2"), "{screen}");
    assert!(row("Before").contains("█ 1"), "{screen}");
    assert!(!row("Long ago").contains('█'), "{screen}");
    rig.press("*");
    assert!(!rig.screen().contains("70,000"), "{}", rig.screen());
}
