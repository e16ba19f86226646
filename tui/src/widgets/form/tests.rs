//! Forms, driven by keys.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::keymap::Action;

fn form() -> Form {
    let choices = ["Café Luna", "Cine", "Jumbo"].map(|value| Choice {
        value: value.to_owned(),
        note: String::new(),
    });
    Form::new(
        "test",
        String::new(),
        vec![
            Field::text_line("amount", "Amount".to_owned()).with("4500"),
            Field::pick(
                "account",
                "Account".to_owned(),
                choices.to_vec(),
                Take::Best,
            ),
            Field::pick(
                "payee",
                "Payee".to_owned(),
                choices.to_vec(),
                Take::Completion,
            ),
        ],
    )
}

fn type_in(form: &mut Form, text: &str) {
    for letter in text.chars() {
        let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
        form.typed(&Event::Key(key));
    }
}

#[test]
fn typing_replaces_what_was_filled_in_and_arrows_keep_it() {
    let mut form = form();
    type_in(&mut form, "12");
    assert_eq!(form.text("amount"), "12");
    let mut form = self::form();
    form.typed(&Event::Key(KeyEvent::new(KeyCode::End, KeyModifiers::NONE)));
    type_in(&mut form, "0");
    assert_eq!(form.text("amount"), "45000");
}

#[test]
fn where_a_choice_must_be_made_the_nearest_is_taken() {
    let mut form = form();
    form.act(Action::NextField);
    type_in(&mut form, "cafe");
    assert_eq!(form.act(Action::Open), Outcome::Stayed);
    assert_eq!(form.text("account"), "Café Luna");
    assert_eq!(form.focused(), Some("payee"));
}

#[test]
fn where_any_text_may_stand_only_its_completion_is_taken_and_an_arrow_declines_it() {
    let payee = |typed: &str, action: Option<Action>| {
        let mut form = form();
        form.focus_on("payee");
        type_in(&mut form, typed);
        action.map(|action| form.act(action));
        assert_eq!(form.act(Action::Open), Outcome::Submitted);
        form.text("payee")
    };
    assert_eq!(payee("ci", None), "Cine");
    assert_eq!(payee("ci", Some(Action::PreviousChoice)), "ci");
    assert_eq!(payee("ne", None), "ne");
    assert_eq!(payee("ne", Some(Action::NextChoice)), "Cine");
}

#[test]
fn a_paste_is_cut_at_the_longest_text_and_keeps_to_one_line() {
    let mut form = form();
    form.typed(&Event::Paste("x\u{1b}[2J\n".repeat(100_000)));
    assert_eq!(form.text("amount").chars().count(), field::LONGEST);
    assert!(!form.text("amount").contains(char::is_control));
}

#[test]
fn a_secret_is_not_shown_by_debug() {
    let mut form = Form::new(
        "unlock",
        String::new(),
        vec![Field::secret("passphrase", String::new())],
    );
    type_in(&mut form, "hunter2");
    assert_eq!(form.text("passphrase"), "");
    assert!(!format!("{form:?}").contains("hunter2"));
}

#[test]
fn the_ends_of_a_few_answers_meet() {
    let words = ["a", "b", "c"].map(|word| (word, word.to_owned()));
    let field = Field::one_of("few", String::new(), words.into());
    let mut form = Form::new("test", String::new(), vec![field]);
    let mut said = Vec::new();
    for action in [
        Action::PreviousChoice,
        Action::NextChoice,
        Action::NextChoice,
    ] {
        form.act(action);
        said.push(form.text("few"));
    }
    assert_eq!(said, ["c", "a", "b"]);
    for (code, expected) in [
        (KeyCode::Right, "c"),
        (KeyCode::Right, "a"),
        (KeyCode::Left, "c"),
    ] {
        form.typed(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        assert_eq!(form.text("few"), expected);
    }
}

#[test]
fn what_is_refused_is_shown_at_the_field_that_it_is_about() {
    let mut form = form();
    form.fill("payee", "Zoo");
    let about = |message: &str| Trouble {
        message: message.to_owned(),
        hint: None,
    };
    form.fail(about("there is a payee `zoo` already"));
    assert_eq!(form.focused(), Some("payee"));
    form.fail(about("the disk is full"));
    assert_eq!(form.focused(), Some("payee"), "it stays where it is");
    form.fill("account", "Checking");
    form.fail(about("the account `Bank:Checking` is closed"));
    assert_eq!(form.focused(), Some("account"));
}
