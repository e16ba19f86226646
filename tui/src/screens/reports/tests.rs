//! The reports, driven by keys.

use insta::assert_snapshot;

use crate::i18n::Language;
use crate::runtime::rig::Rig;

const SIZES: [(&str, (u16, u16)); 3] = [
    ("40x20", (40, 20)),
    ("80x24", (80, 24)),
    ("160x50", (160, 50)),
];

#[test]
fn each_report_shows_what_it_can_at_each_size() {
    let names = [
        "months",
        "categories",
        "income",
        "balance-sheet",
        "networth",
        "cashflow",
        "payees",
        "trend",
        "balances",
    ];
    for (size_name, size) in SIZES {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            // The month that goes on has little in it: the one before.
            rig.press("7 left");
            for name in names {
                let name = format!("{name}-{size_name}-{}", language.as_str());
                assert_snapshot!(name, rig.screen());
                rig.press("tab");
            }
        }
    }
}

#[test]
fn the_period_moves_and_grows_and_says_so_in_words() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("7 tab");
    for (keys, words) in [
        ("", "Mar 2026"),
        ("left", "Feb 2026"),
        ("+", "Jan 2026 – Mar 2026"),
        ("+", "2026"),
        ("left", "2025"),
        ("+", "all time"),
        ("+", "it can't be longer"),
        ("left", "all time is shown"),
        ("- - -", "Feb 2025"),
        ("-", "it can't be shorter"),
    ] {
        rig.press(keys);
        let screen = rig.screen();
        assert!(screen.contains(words), "{words} after {keys}: {screen}");
    }
}

#[test]
fn years_stand_for_their_months_when_everything_is_shown() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press("7 + +");
    assert_snapshot!("months-of-all-time", rig.screen());
    rig.press("k enter");
    assert!(rig.screen().contains("date:2025"), "{}", rig.screen());
}

#[test]
fn enter_opens_the_rows_behind_a_line_and_a_sum_says_why_it_opens_none() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("7 tab left j enter");
    let screen = rig.screen();
    assert!(screen.contains("cat:Home:Rent date:2026-02"), "{screen}");
    assert!(screen.contains("Inmobiliaria"), "{screen}");
    rig.press("esc");
    assert!(rig.screen().contains("▸     Rent"), "{}", rig.screen());
    rig.press("g g enter");
    assert!(rig.screen().contains("this is a sum"), "{}", rig.screen());
}

#[test]
fn one_account_or_payee_can_be_opened_too() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("7 backtab enter");
    assert!(rig.screen().contains("Reports ▸ Cash"), "{}", rig.screen());
    rig.press("esc left enter");
    let screen = rig.screen();
    assert!(screen.contains("acct:Cash date:..2026-02-28"), "{screen}");
    rig.press("esc backtab backtab enter");
    let screen = rig.screen();
    assert!(screen.contains("payee:Inmobiliaria"), "{screen}");
}

#[test]
fn a_trend_follows_the_category_under_the_cursor_or_one_that_is_chosen() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("7 tab left j j e");
    assert!(rig.screen().contains("[Trend]"), "{}", rig.screen());
    assert!(
        rig.screen().contains("Home:Electricity"),
        "{}",
        rig.screen()
    );
    rig.press(r#"e "groc" enter"#);
    let screen = rig.screen();
    assert!(screen.contains("Food:Groceries"), "{screen}");
    rig.press("y");
    assert_eq!(
        rig.clipboard(),
        "luka report trend Food:Groceries --period 2025-03..2026-02"
    );
}

#[test]
fn everything_can_be_told_in_one_currency() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press("7 backtab c");
    assert_snapshot!("balances-in-one-currency", rig.screen());
    rig.press("y");
    assert_eq!(
        rig.clipboard(),
        "luka report balance --date 2026-03-14 --in CLP"
    );
}

#[test]
fn a_tab_can_be_clicked_and_a_row_that_is_clicked_twice_opens() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("7");
    rig.click(12, 1);
    assert!(rig.screen().contains("[Categories]"), "{}", rig.screen());
    rig.click(10, 6).click(10, 6);
    assert!(rig.screen().contains("cat:Home"), "{}", rig.screen());
}

#[test]
fn nothing_that_matters_is_left_out_on_a_small_screen() {
    let mut rig = Rig::demo((40, 20), Language::Es);
    rig.press("7");
    let screen = rig.screen();
    assert!(screen.contains("Ingresos $0 · Ahorro $0"), "{screen}");
    rig.press("*");
    assert!(!rig.screen().contains('$'), "{}", rig.screen());
}
