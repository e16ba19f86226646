//! The form, driven by keys.

use domain::AccountKind;
use insta::assert_snapshot;
use ops::Book;
use ops::account::AddAccount;
use ops::transaction::{AddTransaction, AddTransfer};

use crate::i18n::Language;
use crate::runtime::rig::Rig;

const SIZE: (u16, u16) = (80, 24);

fn account(book: &mut Book, name: &str, currency: &str) {
    let request = AddAccount {
        name: name.to_owned(),
        kind: AccountKind::Asset,
        parent: None,
        currency: Some(currency.parse().unwrap()),
        opening: None,
    };
    book.add_account(&request).unwrap();
}

fn entry(amount: &str, category: &str, splits: &[(&str, &str)]) -> AddTransaction {
    let splits = splits.iter();
    AddTransaction {
        amount: amount.to_owned(),
        category: category.to_owned(),
        splits: splits
            .map(|(name, part)| ((*name).to_owned(), (*part).to_owned()))
            .collect(),
        payee: Some("Someone".to_owned()),
        ..AddTransaction::default()
    }
}

/// A ledger with one entry.
fn with(entry: &AddTransaction) -> Rig {
    Rig::filled(SIZE, Language::En, |book| {
        book.add(entry).unwrap();
    })
}

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
fn how_it_is_saved_and_left_is_said_at_each_size() {
    for size in [(40, 20), (80, 24), (160, 50)] {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("a");
            let screen = rig.screen();
            let keys = screen.lines().last().unwrap_or_default();
            assert!(keys.contains("ctrl-s ") && keys.contains("esc "), "{keys}");
        }
    }
}

#[test]
fn what_makes_no_sense_is_said_at_its_field_and_nothing_is_lost() {
    let mut rig = Rig::demo((80, 24), Language::Es);
    rig.press(r#"a "Kiosko" enter "1,5" ctrl-s"#);
    assert_snapshot!(rig.screen());
}

#[test]
fn saving_an_untouched_form_changes_nothing_in_any_transaction() {
    let mut rig = Rig::demo(SIZE, Language::En);
    let operations = rig.operations();
    rig.press("2");
    for at in 0..rig.model().facts.transactions {
        rig.press("e ctrl-s");
        let screen = rig.screen();
        assert!(screen.contains("Nothing changed"), "{at}: {screen}");
        rig.press("j");
    }
    assert_eq!(rig.operations(), operations);
}

#[test]
fn names_with_commas_long_lists_and_outer_blanks_survive_an_untouched_form() {
    let tags = (0..40).map(|n| format!("tag number {n}, with a comma and a \" in it"));
    let entry = AddTransaction {
        tags: tags.collect(),
        date: Some("2020-02-29".parse().unwrap()),
        ..entry("4500", "Lunch", &[])
    };
    let mut rig = with(&entry);
    let operations = rig.operations();
    rig.press("2 e ctrl-s");
    assert!(rig.screen().contains("Nothing changed"), "{}", rig.screen());
    // Payee, amount, category, account, and then the day, which is emptied.
    rig.press("e tab tab tab tab backspace ctrl-s");
    assert!(rig.screen().contains("Nothing changed"), "{}", rig.screen());
    assert_eq!(rig.operations(), operations);
}

#[test]
fn more_than_eight_splits_survive_an_edit_and_another_line_is_added() {
    let splits: Vec<(&str, &str)> = vec![("Coffee", "10"); 12];
    let mut rig = with(&entry("1000", "Lunch", &splits));
    rig.press("2 e ctrl-s");
    assert!(rig.screen().contains("Nothing changed"), "{}", rig.screen());
    rig.press(r#"e ctrl-t "groc" enter "5" ctrl-s"#);
    let legs = rig.legs_of_last();
    assert_eq!(legs.len(), 15, "{legs:?}");
    assert_eq!(legs[1], "Food:Lunch 875 CLP", "{legs:?}");
    assert_eq!(legs[14], "Food:Groceries 5 CLP", "{legs:?}");
    rig.prove();
}

#[test]
fn half_a_line_of_a_split_is_said_at_the_empty_half() {
    let mut rig = with(&entry("1000", "Lunch", &[]));
    let operations = rig.operations();
    rig.press(r#"2 e ctrl-t "groc" enter ctrl-s"#);
    assert!(rig.screen().contains("this is needed"), "{}", rig.screen());
    assert_eq!(rig.operations(), operations);
}

#[test]
fn a_salary_with_tax_withheld_is_edited_and_entered_again_as_it_was() {
    let mut rig = with(&entry("800", "Salary", &[("Taxes", "200")]));
    let whole = ["Cash 800 CLP", "Salary -1000 CLP", "Taxes 200 CLP"];
    rig.press("2 e");
    let screen = rig.screen();
    assert!(screen.contains("$1,000 of it after the splits"), "{screen}");
    assert!(!screen.contains("-200"), "{screen}");
    rig.press(r#"tab "900" ctrl-s"#);
    let raised = ["Cash 900 CLP", "Salary -1100 CLP", "Taxes 200 CLP"];
    assert_eq!(rig.legs_of_last(), raised);
    rig.press("u d ctrl-s");
    assert_eq!(rig.model().facts.transactions, 2);
    assert_eq!(rig.legs_of_last(), whole);
    rig.prove();
}

#[test]
fn a_refund_is_edited_as_the_negative_amount_that_it_is() {
    let mut rig = with(&entry("-500", "Lunch", &[]));
    rig.press("2 e");
    assert!(rig.screen().contains("-500"), "{}", rig.screen());
    rig.press(r#"tab "-600" ctrl-s"#);
    assert_eq!(rig.legs_of_last(), ["Cash 600 CLP", "Food:Lunch -600 CLP"]);
    rig.press("d ctrl-s");
    assert_eq!(rig.legs_of_last(), ["Cash 600 CLP", "Food:Lunch -600 CLP"]);
    rig.press(r#"e tab tab "salary" ctrl-s"#);
    // The amount means what it says beside the new category.
    assert_eq!(rig.legs_of_last(), ["Cash -600 CLP", "Salary 600 CLP"]);
    rig.prove();
}

#[test]
fn a_transfer_between_currencies_is_changed_in_each_of_its_fields() {
    let mut rig = Rig::filled(SIZE, Language::En, |book| {
        account(book, "Dinars", "KWD");
        account(book, "Checking", "CLP");
        let transfer = AddTransfer {
            amount: "3000".to_owned(),
            from: "Cash".to_owned(),
            to: "Dinars".to_owned(),
            received: Some("1,2340".to_owned()),
            ..AddTransfer::default()
        };
        book.transfer(&transfer).unwrap();
    });
    rig.press("2 e ctrl-s");
    assert!(rig.screen().contains("Nothing changed"), "{}", rig.screen());
    rig.press(r#"e tab "checking" ctrl-s"#);
    assert_eq!(
        rig.legs_of_last(),
        ["Checking -3000 CLP", "Dinars 1.234 KWD"]
    );
    rig.press(r#"e tab tab tab "1.5" ctrl-s"#);
    assert_eq!(
        rig.legs_of_last(),
        ["Checking -3000 CLP", "Dinars 1.500 KWD"]
    );
    rig.press("d ctrl-s");
    assert_eq!(
        rig.legs_of_last(),
        ["Checking -3000 CLP", "Dinars 1.500 KWD"]
    );
    assert_eq!(rig.model().facts.transactions, 2);
    rig.prove();
}

#[test]
fn dinars_with_three_decimals_are_entered_again_and_edited() {
    let mut rig = Rig::filled(SIZE, Language::En, |book| {
        account(book, "Dinars", "KWD");
        let dinars = AddTransaction {
            account: Some("Dinars".to_owned()),
            ..entry("1,2340", "Lunch", &[("Coffee", "1,1110")])
        };
        book.add(&dinars).unwrap();
    });
    let whole = [
        "Dinars -1.234 KWD",
        "Food:Lunch 0.123 KWD",
        "Food:Coffee 1.111 KWD",
    ];
    rig.press("2 d ctrl-s");
    assert_eq!(rig.legs_of_last(), whole);
    assert_eq!(rig.model().facts.transactions, 2);
    rig.press(r#"e tab tab "groceries" ctrl-s"#);
    assert_eq!(rig.legs_of_last()[1], "Food:Groceries 0.123 KWD");
    rig.prove();
}

/// Paid half in cash and half by card, and a note on a leg: no field is there for it.
const MANY: &str = r#"{"version":1,"kind":"lukalibre-ledger","ledger_id":null,"currency":"CLP",
"currencies":[{"id":"g8tvxc8y","code":"CLP","exponent":0,"symbol":null}],
"accounts":[
{"id":"890e9k53","name":"Cash","kind":"asset","parent":null,"currency":"CLP","closed":false},
{"id":"4dp2ch7d","name":"Card","kind":"liability","parent":null,"currency":"CLP","closed":false},
{"id":"9pqdja9x","name":"Lunch","kind":"expense","parent":null,"currency":null,"closed":false}],
"payees":[],"tags":[],"prices":[],"goals":[],"contributions":[],"batches":[],
"transactions":[{"id":"zbekqvrk","date":"2026-01-01","payee":null,"memo":" outer blanks ","status":"cleared",
"source":"manual","tags":[],"metadata":{},"postings":[
{"account":"Cash","kind":"asset","amount":"-500","currency":"CLP","memo":null,"mark":"cleared"},
{"account":"Card","kind":"liability","amount":"-700","currency":"CLP","memo":"half"},
{"account":"Lunch","kind":"expense","amount":"1200","currency":"CLP","memo":null}]}],
"statement_rows":[]}"#;

#[test]
fn legs_without_fields_come_along_when_entered_again_and_stay_in_an_edit() {
    let mut rig = Rig::filled(SIZE, Language::En, |book| {
        book.restore_json(MANY.as_bytes()).unwrap();
    });
    let whole = ["Cash -500 CLP", "Card -700 CLP", "Lunch 1200 CLP"];
    rig.press("2 e");
    assert_snapshot!(rig.screen());
    rig.press("ctrl-s");
    assert!(rig.screen().contains("Nothing changed"), "{}", rig.screen());
    rig.press(r#"d "Kiosk" ctrl-s"#);
    assert_eq!(rig.model().facts.transactions, 2);
    assert_eq!(rig.legs_of_last(), whole);
    let screen = rig.screen();
    assert!(screen.contains("2026-03-14"), "{screen}");
    assert!(screen.contains("Kiosk"), "{screen}");
    rig.press(r#"e tab tab "two_ways" ctrl-s"#);
    assert_eq!(rig.legs_of_last(), whole);
    rig.prove();
}

#[test]
fn what_is_learned_while_the_form_is_open_is_offered_and_nothing_typed_is_lost() {
    let mut rig = Rig::demo(SIZE, Language::En);
    rig.press(r#"a "Kiosk" enter "700""#);
    rig.change_behind(|book| account(book, "Piggy bank", "CLP"));
    rig.press(r#"enter enter "pig""#);
    let screen = rig.screen();
    assert!(screen.contains("Piggy bank"), "{screen}");
    assert!(
        screen.contains("Kiosk") && screen.contains("700"),
        "{screen}"
    );
}

#[test]
fn an_opening_balance_is_changed_and_entered_again_as_it_is() {
    let mut rig = Rig::filled(SIZE, Language::En, |book| {
        let request = AddAccount {
            name: "Bank".to_owned(),
            kind: AccountKind::Asset,
            parent: None,
            currency: None,
            opening: Some(ops::account::Opening {
                amount: "1000".to_owned(),
                date: None,
                equity: "Opening".to_owned(),
            }),
        };
        book.add_account(&request).unwrap();
    });
    rig.press(r#"2 e "1500" ctrl-s"#);
    let mut legs = rig.legs_of_last();
    legs.sort();
    assert_eq!(legs, ["Bank 1500 CLP", "Opening -1500 CLP"]);
    rig.press("d ctrl-s");
    assert_eq!(rig.model().facts.transactions, 2, "{}", rig.screen());
    rig.prove();
}

#[test]
fn an_edit_makes_a_category_that_is_missing_and_one_undo_takes_both_back() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press(r#"a "Kiosk" enter "9900" enter "groc" ctrl-s 2 e tab tab ctrl-u "Snacks" enter"#);
    assert!(rig.screen().contains("Snacks"), "{}", rig.screen());
    let before = rig.operations();
    rig.press("ctrl-s");
    assert_eq!(
        rig.legs_of_last(),
        ["Checking -9900 CLP", "Snacks 9900 CLP"]
    );
    assert_eq!(rig.operations(), before + 1, "{}", rig.screen());
    rig.press("u");
    assert_eq!(
        rig.legs_of_last(),
        ["Checking -9900 CLP", "Food:Groceries 9900 CLP"]
    );
    // An income turns the sign of what the account gets.
    rig.press(r#"2 e tab tab ctrl-u "Gifts_got" enter down ctrl-s"#);
    assert_eq!(
        rig.legs_of_last(),
        ["Checking 9900 CLP", "Gifts got -9900 CLP"]
    );
}

#[test]
fn the_same_again_has_the_notes_of_all_its_legs() {
    let card =
        r#"{"account":"Card","kind":"liability","amount":"-700","currency":"CLP","memo":"half"},"#;
    let two = MANY.replace(card, "").replace("-500", "-1200").replace(
        r#""amount":"1200","currency":"CLP","memo":null"#,
        r#""amount":"1200","currency":"CLP","memo":"with Ana""#,
    );
    let mut rig = Rig::filled((160, 50), Language::En, |book| {
        book.restore_json(two.replace('\n', "").as_bytes()).unwrap();
    });
    rig.press(r#"2 d "1500" ctrl-s"#);
    assert_eq!(rig.legs_of_last(), ["Cash -1500 CLP", "Lunch 1500 CLP"]);
    let screen = rig.screen();
    assert!(screen.contains("▸ 2026-03-14"), "{screen}");
    assert!(screen.contains("with Ana"), "{screen}");
}
