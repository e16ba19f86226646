//! What must stay true of the table.

use rstest::rstest;

use super::*;

#[test]
fn the_usual_keys_do_not_clash() {
    assert!(Keymap::new([]).is_ok());
}

#[test]
fn each_action_can_be_reached_by_a_key() {
    for action in Action::ALL {
        let listed = TABLE.iter().any(|entry| entry.action == *action);
        assert!(listed, "{action:?} is in no scope");
        assert_eq!(Action::from_name(action.name()), Some(*action));
    }
}

#[rstest]
#[case("ctrl-r")]
#[case("g h")]
#[case("?")]
#[case("G")]
#[case("pgdn")]
#[case("alt-enter")]
#[case("f1")]
#[case("space")]
#[case("ñ")]
fn keys_are_written_as_they_are_read(#[case] text: &str) {
    let keys: KeySequence = text.parse().unwrap();
    assert_eq!(keys.to_string(), text);
}

#[rstest]
#[case("")]
#[case("hyper-x")]
#[case("f13")]
#[case("ctrl-")]
fn what_is_no_key_is_refused(#[case] text: &str) {
    assert!(text.parse::<KeySequence>().is_err());
}

#[test]
fn the_nearest_scope_wins_and_sequences_wait() {
    let keymap = Keymap::new([]).unwrap();
    let scopes = [Scope::Transactions, Scope::List, Scope::Everywhere];
    let meaning = |keys: &str| {
        let keys: KeySequence = keys.parse().unwrap();
        keymap.look_up(&scopes, keys.keys())
    };
    assert_eq!(meaning("e"), Lookup::Action(Action::Edit));
    assert_eq!(meaning("g"), Lookup::More);
    assert_eq!(meaning("g g"), Lookup::Action(Action::First));
    assert_eq!(meaning("g h"), Lookup::Action(Action::GoHome));
    assert_eq!(meaning("g z"), Lookup::Nothing);
}

#[test]
fn own_keys_replace_the_usual_ones_and_conflicts_name_both() {
    let keymap = Keymap::new([("undo", "z | ctrl-u")]).unwrap();
    let typed = |text: &str| text.parse::<KeySequence>().unwrap();
    let scopes = [Scope::Everywhere];
    assert_eq!(
        keymap.look_up(&scopes, typed("z").keys()),
        Lookup::Action(Action::Undo)
    );
    assert_eq!(keymap.look_up(&scopes, typed("u").keys()), Lookup::Nothing);
    assert_eq!(
        Keymap::new([("undo", "q")]).unwrap_err(),
        KeymapError::Conflict {
            key: "q".into(),
            one: "undo",
            other: "quit"
        }
    );
    assert!(matches!(
        Keymap::new([("unmake", "z")]),
        Err(KeymapError::UnknownAction(_))
    ));
    assert!(matches!(
        Keymap::new([("undo", "hyper")]),
        Err(KeymapError::Key { .. })
    ));
}

#[rstest]
#[case("filter", "t", "filter", "add-transfer")]
#[case("undo", "e", "edit", "undo")]
#[case("undo", "U", "undo-to-here", "undo")]
#[case("add", "G", "last", "add")]
#[case("filter", "ctrl-l", "filter", "redraw")]
#[case("save", "ctrl-c", "save", "quit")]
#[case("open", "ctrl-z", "open", "suspend")]
// One begins the other: the longer one could never be typed.
#[case("filter", "g", "filter", "first")]
#[case("sort", "1 2", "sort", "go-home")]
#[case("hide-amounts", "e e", "edit", "hide-amounts")]
fn own_keys_take_nothing_away_unnoticed(
    #[case] action: &str,
    #[case] keys: &str,
    #[case] nearer: &str,
    #[case] farther: &str,
) {
    match Keymap::new([(action, keys)]) {
        Err(KeymapError::Conflict { one, other, .. }) => {
            assert_eq!((one, other), (nearer, farther));
        }
        other => panic!("{other:?}"),
    }
}

#[rstest]
// The usual keys, written down, stay the usual ones: Import has an `a` of its own.
#[case("add", "a")]
#[case("accept", "a")]
#[case("filter", "f")]
#[case("hide-amounts", "g x | z")]
// The month and the rows are never seen at once.
#[case("undo-to-here", "e")]
fn own_keys_that_disturb_nothing_are_taken(#[case] action: &str, #[case] keys: &str) {
    assert!(Keymap::new([(action, keys)]).is_ok());
}
