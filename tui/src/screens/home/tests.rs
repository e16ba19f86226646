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

#[test]
fn the_arrows_turn_the_month_and_what_is_over_is_compared_whole() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("left");
    assert!(rig.screen().contains("Feb 2026"), "{}", rig.screen());
    assert!(
        rig.screen().contains("against Jan 2026"),
        "{}",
        rig.screen()
    );
    rig.press("h l l");
    assert!(
        rig.screen().contains("Mar 2026, so far"),
        "{}",
        rig.screen()
    );
    rig.press("l");
    assert!(
        rig.screen().contains("later there is nothing"),
        "{}",
        rig.screen()
    );
}

#[test]
fn enter_opens_the_rows_behind_a_category_and_esc_keeps_the_place() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("left j");
    assert!(
        rig.screen().contains("▸ Home:Electricity"),
        "{}",
        rig.screen()
    );
    rig.press("enter");
    let screen = rig.screen();
    assert!(screen.contains("cat:Home:Electricity"), "{screen}");
    assert!(screen.contains("date:2026-02"), "{screen}");
    assert!(screen.contains("1 row"), "{screen}");
    rig.press("esc");
    assert!(
        rig.screen().contains("▸ Home:Electricity"),
        "{}",
        rig.screen()
    );
    assert!(rig.screen().contains("Feb 2026"), "{}", rig.screen());
}

#[test]
fn an_account_opens_its_register_and_a_goal_the_goals() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press("j j j j enter");
    assert!(rig.screen().contains("El mes ▸ Ahorro"), "{}", rig.screen());
    rig.press("esc G enter");
    assert!(rig.screen().contains("Metas de ahorro"), "{}", rig.screen());
}

#[test]
fn on_a_small_screen_the_cursor_brings_the_rest_into_sight() {
    let mut rig = Rig::demo((40, 20), Language::Es);
    rig.press("end");
    assert_snapshot!("month-40x20-end", rig.screen());
    rig.press("home");
    assert!(rig.screen().contains("Ingresos"), "{}", rig.screen());
}

#[test]
fn amounts_can_be_hidden_and_the_command_line_can_be_copied() {
    let mut rig = Rig::demo((160, 50), Language::En);
    rig.press("*");
    assert!(!rig.screen().contains('$'), "{}", rig.screen());
    rig.press("* left y");
    assert_eq!(
        rig.clipboard(),
        "luka report categories --period 2026-02 --in CLP"
    );
    rig.press("G k k k y");
    assert_eq!(rig.clipboard(), "luka report register 'Credit card'");
}

#[test]
fn an_empty_ledger_says_how_one_begins() {
    let mut rig = Rig::empty((80, 24), Language::En);
    let secret = "correct-horse-battery-staple";
    rig.press(&format!(r#""{secret}" tab "{secret}" ctrl-s enter"#));
    assert_snapshot!("month-empty", rig.screen());
    rig.press("a");
    assert!(rig.screen().contains("Amount"), "{}", rig.screen());
}

#[test]
fn what_is_entered_is_seen_when_one_comes_back() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"a "Kiosk" enter "9980" enter "groc" ctrl-s"#);
    assert!(rig.screen().contains("Food:Groceries"), "{}", rig.screen());
    rig.press("u j");
    assert!(!rig.screen().contains("Food:Groceries"), "{}", rig.screen());
}

#[test]
fn the_mouse_turns_the_month_and_opens_what_it_chose() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.click(1, 1);
    assert!(rig.screen().contains("◂ Feb 2026 ▸"), "{}", rig.screen());
    rig.click(5, 11);
    assert!(rig.screen().contains("▸ Home:Internet"), "{}", rig.screen());
    rig.click(5, 11);
    assert!(
        rig.screen().contains("cat:Home:Internet"),
        "{}",
        rig.screen()
    );
}

#[test]
fn no_amount_is_cut_at_any_size() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press("left");
    for keys in [
        "", "7", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab",
    ] {
        rig.press(keys);
        for columns in [40, 47, 56, 71, 72, 90, 110, 160] {
            for rows in [12, 14, 20, 34, 50] {
                rig.resize((columns, rows));
                let screen = rig.screen();
                let letters: Vec<char> = screen.chars().collect();
                let cut = letters
                    .windows(2)
                    .any(|pair| pair[0].is_ascii_digit() && pair[1] == '…');
                assert!(!cut, "{columns}×{rows}: {screen}");
            }
        }
    }
}

#[test]
fn what_has_no_price_is_told_apart() {
    let rig = Rig::demo((80, 24), Language::En);
    let cx = rig.model().context();
    let nothing = |text: &str| {
        let zero: domain::Money = text.parse().unwrap();
        super::Totals {
            income: zero,
            expense: zero,
            saving: zero,
            net: zero,
        }
    };
    let found = super::Found {
        month: cx.today,
        this: nothing("0 CLP"),
        before: nothing("0 CLP"),
        before_until: cx.today,
        others: vec![super::Totals {
            expense: "12.50 EUR".parse().unwrap(),
            ..nothing("0.00 EUR")
        }],
        spent: Vec::new(),
        balances: Vec::new(),
        goals: Vec::new(),
        worth: Vec::new(),
        flows: Vec::new(),
        waiting: 0,
        unconverted: vec!["EUR".to_owned()],
    };
    let lines = super::summary::lines(&found, 80, &cx);
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    assert!(
        lines.contains(&"  Also: Expenses €12.50".to_owned()),
        "{lines:?}"
    );
    let all = lines.join(" ");
    assert!(all.contains("No price to convert EUR"), "{all}");
}
