//! What holds on every screen, whatever is pressed.

use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::i18n::Language;
use crate::keymap::{Action, TOGETHER};
use crate::runtime::rig::{PASSPHRASE, Rig};

/// The keys of the screens that can be gone to.
const SCREENS: [&str; 11] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "g b"];

/// What a hand may do: keys, words, and other sizes of the window.
fn hand() -> impl Strategy<Value = Vec<String>> {
    let keys = "j k pgdn pgup g G home end enter enter esc esc tab backtab space V s i R n r m e d c b x \
                / \\ u u ctrl-r + - left right up down a t ctrl-s ctrl-t ctrl-y * y ? : 1 2 3 4 5 6 7 8 9 \
                0 backspace h l U f1 ctrl-l g v p";
    let keys: Vec<String> = keys.split_whitespace().map(str::to_owned).collect();
    let words = [
        "4500",
        "2*4990",
        "Café_Luna",
        "hoy",
        "-3",
        "x",
        "日本",
        "cat:food",
        "1.5",
        "%",
    ];
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let sizes: Vec<String> = ["@40x20", "@80x24", "@160x50", "@20x5"]
        .map(str::to_owned)
        .into();
    let key = prop_oneof![
        12 => proptest::sample::select(keys),
        3 => proptest::sample::select(words),
        1 => proptest::sample::select(sizes),
    ];
    proptest::collection::vec(key, 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_hand_breaks_the_program_or_the_books(keys in hand()) {
        let mut rig = Rig::demo((80, 24), Language::En);
        for key in keys {
            match key.strip_prefix('@').and_then(|size| size.split_once('x')) {
                Some((columns, rows)) => {
                    rig.resize((columns.parse().unwrap(), rows.parse().unwrap()));
                }
                None => {
                    rig.press(&key);
                }
            }
        }
        rig.prove();
    }
}

#[test]
fn every_action_of_a_screen_can_be_reached_from_its_help() {
    for key in SCREENS {
        let mut rig = Rig::demo((160, 50), Language::En);
        rig.press(key);
        let scopes = rig.model().scopes();
        let context = rig.model().context();
        let bound = scopes.iter().flat_map(|scope| context.keymap.of(*scope));
        let words: Vec<String> = bound.map(|bound| context.text(bound.entry.words)).collect();
        rig.press("?");
        let Some(Dialog::Menu(menu)) = &rig.model().dialog else {
            panic!("no help on screen {key}");
        };
        for words in words {
            assert!(
                menu.offers(&words),
                "{words} is not in the help of screen {key}"
            );
        }
    }
}

#[test]
fn hidden_amounts_are_hidden_on_every_screen() {
    for key in SCREENS {
        let mut rig = Rig::demo((160, 50), Language::En);
        rig.press("*").press(key);
        assert!(
            !rig.screen().contains('$'),
            "screen {key}\n{}",
            rig.screen()
        );
    }
}

#[test]
fn amounts_in_forms_are_hidden_until_a_key_goes_into_them_and_saved_as_they_are() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("* 2 e");
    let screen = rig.screen();
    assert!(screen.contains("Amount    •••"), "{screen}");
    assert!(!screen.contains("10000"), "{screen}");
    let before = rig.operations();
    rig.press("ctrl-s");
    assert_eq!(rig.operations(), before, "nothing was changed");
    rig.press("e end");
    assert!(rig.screen().contains("10000"), "{}", rig.screen());
    rig.press(r#""0" ctrl-s"#);
    assert_eq!(rig.operations(), before + 1, "{}", rig.screen());
    rig.press("6 e");
    assert!(rig.screen().contains("•••"), "{}", rig.screen());
    assert!(!rig.screen().contains("000"), "{}", rig.screen());
}

#[test]
fn locking_forgets_the_ledger_and_keeps_the_place() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("2 L");
    assert!(rig.screen().contains("passphrase"), "{}", rig.screen());
    assert_eq!(rig.model().facts, Facts::default());
    assert!(!rig.screen().contains("Café"));
    rig.press(r#""wrong" enter"#);
    assert!(rig.screen().contains("wrong"), "{}", rig.screen());
    rig.press(&format!("\"{}\" enter", PASSPHRASE.replace(' ', "_")));
    assert!(rig.screen().contains("400 rows"), "{}", rig.screen());
}

#[test]
fn an_action_is_found_by_its_words_and_done() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#": "transactions" enter"#);
    assert!(rig.screen().contains("400 rows"), "{}", rig.screen());
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("2 R");
    assert!(
        rig.screen().contains("choose an account first"),
        "{}",
        rig.screen()
    );
    let why = rig.model().why_not(Action::ClearFilter);
    assert_eq!(why, Some("why-no-filter"));
}

#[test]
fn the_command_line_that_shows_the_same_is_copied() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"2 / "cat:coffee" enter y"#);
    assert_eq!(rig.clipboard(), "luka list cat:coffee");
}

#[test]
fn q_leaves_and_so_does_ctrl_c_while_typing() {
    for keys in ["q", "a ctrl-c"] {
        let mut rig = Rig::demo((80, 24), Language::En);
        rig.press(keys);
        assert!(rig.is_over(), "{keys}");
    }
}

#[test]
fn what_is_typed_is_not_thrown_away_by_one_key() {
    // Over a screen, and a screen of its own.
    for keys in ["5 n", "a"] {
        let mut rig = Rig::demo((80, 24), Language::En);
        rig.press(keys).press(r#""Zoo" ctrl-c"#);
        assert!(!rig.is_over(), "{}", rig.screen());
        assert!(rig.screen().contains("not saved yet"), "{}", rig.screen());
        // Another key between makes it the first time again.
        rig.press(r#""x" ctrl-c"#);
        assert!(!rig.is_over(), "{}", rig.screen());
        rig.press("ctrl-c");
        assert!(rig.is_over(), "{}", rig.screen());
    }
}

#[test]
fn what_a_change_says_after_locking_is_said_to_nobody() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("2");
    rig.event(pressed("c"));
    rig.happens(Msg::Idle);
    rig.settle();
    assert!(rig.screen().contains("passphrase"), "{}", rig.screen());
    assert!(!rig.screen().contains("changed"), "{}", rig.screen());
    rig.press(&format!("\"{}\" enter", PASSPHRASE.replace(' ', "_")));
    assert!(rig.screen().contains("400 rows"), "{}", rig.screen());
}

fn pressed(key: &str) -> crossterm::event::Event {
    let key: crate::keymap::Key = key.parse().unwrap();
    crossterm::event::Event::Key(key.into())
}

#[test]
fn a_long_change_says_how_far_it_is_where_jobs_are_shown() {
    for size in [(40, 20), (80, 24), (160, 50)] {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("2");
            // Its answer is not looked at before the end.
            for key in ["c", "J"] {
                rig.event(pressed(key));
            }
            let step = |done| Msg::Step(ops::Step { done, of: 400_000 });
            rig.happens(step(51_200));
            rig.happens(step(172_032));
            rig.redraw();
            let name = format!("job-{}x{}-{}", size.0, size.1, language.as_str());
            insta::assert_snapshot!(name, rig.screen());
            rig.settle();
            assert!(!rig.screen().contains("43 %"), "{}", rig.screen());
        }
    }
}

#[test]
fn a_long_change_names_the_key_that_shows_it() {
    for size in [(40, 20), (80, 24)] {
        let mut rig = Rig::demo(size, Language::Es);
        rig.press("2");
        let keys = |rig: &Rig| rig.screen().lines().last().unwrap_or_default().to_owned();
        rig.event(pressed("c"));
        rig.redraw();
        assert!(!keys(&rig).contains("J "), "{}", keys(&rig));
        rig.happens(Msg::Step(ops::Step { done: 1, of: 400 }));
        rig.redraw();
        assert!(keys(&rig).contains("J "), "{}", keys(&rig));
        rig.settle();
        assert!(!keys(&rig).contains("J "), "{}", keys(&rig));
    }
}

#[test]
fn undo_over_a_form_does_not_close_it() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"2 d ctrl-s a "Kiosk" enter f1 "undo" enter"#);
    assert!(rig.screen().contains("Kiosk"), "{}", rig.screen());
}

#[test]
fn marks_of_all_but_one_mean_all_but_one() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("2 V j space");
    assert!(rig.screen().contains("399 marked"), "{}", rig.screen());
    rig.press(r#"b tab tab tab "noted" ctrl-s"#);
    assert!(
        rig.screen().contains("399 transactions changed"),
        "{}",
        rig.screen()
    );
}

#[test]
fn a_name_that_turns_the_line_around_is_drawn_straight() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("a");
    rig.event(crossterm::event::Event::Paste("Evil\u{202e}txt".to_owned()));
    rig.press(r#"enter "100" enter "coffee" enter ctrl-s 2"#);
    assert!(rig.screen().contains("Eviltxt"), "{}", rig.screen());
}

#[test]
fn a_filter_that_makes_no_sense_is_not_thrown_away() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"2 / "amt:>abc" enter"#);
    assert!(rig.screen().contains("/amt:>abc"), "{}", rig.screen());
    assert!(rig.screen().contains("not an amount"), "{}", rig.screen());
}

#[test]
fn keys_are_checked_in_every_place_that_there_is() {
    let known = |rig: &Rig, at: &str| {
        let scopes = rig.model().scopes();
        let listed = TOGETHER.iter().any(|place| place.starts_with(&scopes));
        assert!(listed, "{scopes:?} at {at}");
    };
    let places = "1 2 3 4 5 6 7 8 9 0 a ? i,esc 2,/ 5,/ 8,/ 2,i L";
    for place in places.split_whitespace() {
        let mut rig = Rig::demo((160, 50), Language::En);
        rig.press(&place.replace(',', " "));
        known(&rig, place);
    }
    known(&Rig::empty((80, 24), Language::En), "the welcome");
}

#[test]
fn nothing_is_shown_or_done_beyond_the_idle_limit() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("2").pass(Duration::from_mins(9));
    rig.press("j").pass(Duration::from_mins(9));
    rig.redraw();
    assert!(rig.model().open, "each key begins anew");
    rig.pass(Duration::from_mins(1));
    rig.redraw();
    assert!(!rig.model().open, "the machine slept: {}", rig.screen());
    rig.press(&format!("\"{}\" enter", PASSPHRASE.replace(' ', "_")));
    assert!(rig.screen().contains("400 rows"), "{}", rig.screen());
    // A key that comes too late opens nothing, and is no letter of the passphrase.
    rig.pass(Duration::from_hours(1));
    rig.press("x");
    assert!(!rig.model().open, "{}", rig.screen());
    rig.press(&format!("\"{}\" enter", PASSPHRASE.replace(' ', "_")));
    assert!(rig.model().open, "{}", rig.screen());
    assert_eq!(rig.model().facts.transactions, 400);
}

#[test]
fn the_idle_lock_can_be_never() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"0 j j j enter ctrl-u "never" enter"#);
    assert!(rig.screen().contains("never"), "{}", rig.screen());
    rig.pass(Duration::from_hours(100));
    rig.press("2");
    assert!(rig.model().open, "{}", rig.screen());
    rig.press(r#"0 j j j enter ctrl-u "0" enter"#);
    assert!(rig.screen().contains("never"), "{}", rig.screen());
    rig.press(r#"enter ctrl-u "5m" enter"#);
    rig.pass(Duration::from_mins(5));
    rig.redraw();
    assert!(!rig.model().open, "{}", rig.screen());
}

#[test]
fn made_up_data_is_never_locked() {
    let mut rig = Rig::made_up((80, 24), Language::En);
    rig.press("L");
    assert!(
        rig.screen().contains("made-up data has no passphrase"),
        "{}",
        rig.screen()
    );
    rig.pass(Duration::from_hours(1));
    rig.press("2");
    assert!(rig.model().open && rig.model().demo);
    assert!(rig.screen().contains("50 rows"), "{}", rig.screen());
}

#[test]
fn an_action_is_found_by_another_word_for_it() {
    for (language, word) in [(Language::En, "theme"), (Language::Es, "tema")] {
        let mut rig = Rig::demo((80, 24), language);
        rig.press(&format!(r#": "{word}" enter"#));
        let title = rig.screen();
        let title = title.lines().next().unwrap_or_default();
        assert!(
            title.contains("Settings") || title.contains("Ajustes"),
            "{}",
            rig.screen()
        );
    }
}

#[test]
fn made_up_data_that_cannot_be_made_asks_for_no_passphrase() {
    let appearance = Appearance {
        texts: crate::i18n::Texts::of_screens(Language::En),
        theme: crate::theme::Theme::new(crate::theme::Palette::Dark, true),
        keymap: crate::keymap::Keymap::new([]).unwrap(),
    };
    let texts = crate::i18n::Texts::of_screens(Language::En);
    let home = crate::screens::Screen::at(crate::screens::Route::Home, &texts);
    let today = domain::NaiveDate::from_ymd_opt(2026, 3, 14).unwrap();
    let mut model = Model::new(home, appearance, today, (80, 24));
    let begun = model.begin_with(Some(Opening::Demo {
        transactions: 1,
        seed: 1,
    }));
    let [Effect::Open(ticket, _)] = begun.as_slice() else {
        panic!("{begun:?}");
    };
    let trouble = Trouble {
        message: "no room".to_owned(),
        hint: None,
    };
    let reply = Reply {
        ticket: *ticket,
        outcome: Err(trouble.clone()),
    };
    let effects = model.update(Msg::Reply(reply));
    assert!(matches!(effects.as_slice(), [Effect::Quit]), "{effects:?}");
    assert_eq!(model.failed, Some(trouble));
}
