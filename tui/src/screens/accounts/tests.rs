//! The tree of accounts, driven by keys.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
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
            rig.press("3 j");
            assert_snapshot!(format!("tree-{name}-{}", language.as_str()), rig.screen());
        }
    }
}

#[test]
fn an_account_is_made_and_the_cursor_goes_to_it() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"3 n "Wallet" enter enter "us" tab tab "1.5" enter"#);
    assert_snapshot!(rig.screen());
    rig.press("ctrl-s");
    let screen = rig.screen();
    assert!(screen.contains("Added Wallet."), "{screen}");
    assert!(screen.contains("▸     Wallet"), "{screen}");
    assert!(screen.contains("US$1.50"), "{screen}");
    rig.press("u");
    assert!(!rig.screen().contains("▸     Wallet"), "{}", rig.screen());
}

#[test]
fn branches_are_folded_and_heads_too() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("3 k space");
    assert!(!rig.screen().contains("Savings"), "{}", rig.screen());
    rig.press("enter");
    assert!(rig.screen().contains("Savings"), "{}", rig.screen());
    rig.press("r");
    assert!(
        rig.screen().contains("go to an account first"),
        "{}",
        rig.screen()
    );
}

#[test]
fn a_new_name_and_a_new_place_are_given_at_once() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press(r#"3 r "Billetera" enter "cuenta" ctrl-s"#);
    let screen = rig.screen();
    assert!(
        screen.contains("Se cambió Cuenta corriente:Billetera."),
        "{screen}"
    );
    assert!(screen.contains("▸       Billetera"), "{screen}");
}

#[test]
fn merging_names_what_moved_and_what_can_not_be_done_is_explained() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("3 x");
    let screen = rig.screen();
    assert!(screen.contains("is in use"), "{screen}");
    rig.press("c");
    assert!(rig.screen().contains("is not empty"), "{}", rig.screen());
    rig.press(r#"m "sav""#);
    assert_snapshot!(rig.screen());
    rig.press("enter");
    let screen = rig.screen();
    assert!(screen.contains("into Savings:"), "{screen}");
}

#[test]
fn enter_opens_the_register_and_amounts_can_be_hidden() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("3 *");
    assert!(!rig.screen().contains('$'), "{}", rig.screen());
    rig.press("y");
    assert_eq!(rig.clipboard(), "luka report register Cash");
    rig.press("enter");
    assert!(rig.screen().contains("Balance"), "{}", rig.screen());
    rig.press("esc");
    assert!(rig.screen().contains("12 months"), "{}", rig.screen());
}

#[test]
fn a_click_goes_to_a_row_and_a_second_one_opens_it() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("3");
    let click = |rig: &mut Rig| {
        rig.event(Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: 10,
            row: 4,
            modifiers: KeyModifiers::NONE,
        }));
        rig.settle();
    };
    click(&mut rig);
    assert!(rig.screen().contains("▸     Checking"), "{}", rig.screen());
    click(&mut rig);
    assert!(rig.screen().contains("Checking "), "{}", rig.screen());
    assert!(rig.screen().contains("rows"), "{}", rig.screen());
}

#[test]
fn a_long_sentence_is_read_whole_on_a_narrow_screen() {
    let mut rig = Rig::demo((40, 20), Language::Es);
    rig.press("3 x");
    assert_snapshot!(rig.screen());
}

#[test]
fn an_account_in_a_currency_that_is_new_does_not_blind_the_screens() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"3 n "Euros" enter enter "EUR" ctrl-s"#);
    assert!(rig.screen().contains("€0.00"), "{}", rig.screen());
    rig.press("2");
    assert!(rig.screen().contains("400 rows"), "{}", rig.screen());
    rig.press("7");
    assert!(rig.screen().contains("Expenses"), "{}", rig.screen());
}

#[test]
fn the_register_of_a_branch_shows_what_all_below_it_hold() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"3 n "Wallet" enter enter tab "Cash" ctrl-s"#);
    rig.press(r#"t "700" enter "Checking" enter "Cash:Wallet" ctrl-s"#);
    rig.press("3 j enter");
    let screen = rig.screen();
    let row = screen.lines().find(|line| line.contains("$700"));
    assert!(
        row.is_some_and(|row| row.matches('$').count() == 2),
        "{screen}"
    );
}

#[test]
fn a_currency_is_found_among_all_or_made_with_its_account_in_one_step() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"3 n "Yen" enter enter "JP""#);
    assert!(rig.screen().contains("JPY"), "{}", rig.screen());
    rig.press("esc");
    let before = rig.operations();
    rig.press(r#"n "Coins" enter enter "GEMS" enter"#);
    assert!(rig.screen().contains("Decimals"), "{}", rig.screen());
    rig.press(r#"left left left enter enter "0.00012345" ctrl-s"#);
    let screen = rig.screen();
    assert!(screen.contains("Added Coins."), "{screen}");
    assert!(screen.contains("0.00012345"), "{screen}");
    rig.press("u");
    assert!(!rig.screen().contains("▸     Coins"), "{}", rig.screen());
    assert_eq!(rig.operations(), before + 2, "one change and one undo");
    rig.press(r#"n "Coins" enter enter "GEMS" enter backtab ctrl-u "USD" enter"#);
    assert!(!rig.screen().contains("Decimals"), "{}", rig.screen());
}
