//! The review queue, driven by keys.

use insta::assert_snapshot;
use ops::import::{BankFile, Import};

use crate::i18n::Language;
use crate::runtime::rig::Rig;

const SIZES: [(&str, (u16, u16)); 3] = [
    ("40x20", (40, 20)),
    ("80x24", (80, 24)),
    ("160x50", (160, 50)),
];

fn import(book: &mut ops::Book, name: &str, rows: &str, account: &str) {
    let text = format!("Date,Description,Amount\n{rows}");
    let request = Import {
        accounts: vec![account.parse().unwrap()],
        ..Import::default()
    };
    let mut file = [BankFile::new(name.to_owned(), text.into_bytes())];
    book.import(&mut file, &request).unwrap();
}

/// Two statements with a transfer between them, an entry by hand, and shops that nobody knows.
fn rig(size: (u16, u16), language: Language) -> Rig {
    Rig::filled(size, language, |book| {
        let savings = ops::account::AddAccount {
            name: "Ahorro".to_owned(),
            kind: domain::AccountKind::Asset,
            parent: None,
            currency: None,
            opening: None,
        };
        book.add_account(&savings).unwrap();
        let own = book.last_account().unwrap().unwrap();
        let entry = ops::transaction::AddTransaction {
            amount: "9900".into(),
            category: "Lunch".into(),
            payee: Some("Kiosk".into()),
            date: Some("2026-03-11".parse().unwrap()),
            ..Default::default()
        };
        book.add(&entry).unwrap();
        let rows = "2026-03-12,KIOSCO 0123,-9900\n2026-03-10,TRASPASO A AHORRO,-50000\n\
                    2026-03-09,UBER TRIP 77,-4200\n2026-03-08,UBER TRIP 12,-3900\n";
        import(book, "cuenta.csv", rows, &own);
        let rows = "2026-03-11,ABONO DESDE CUENTA,50000\n2026-03-12,INTERESES DEL MES,120\n";
        import(book, "ahorro.csv", rows, "Ahorro");
    })
}

#[test]
fn the_queue_shows_what_it_can_at_each_width() {
    for (name, size) in SIZES {
        for language in Language::ALL {
            let mut rig = rig(size, language);
            assert!(rig.screen().contains("g v"), "{}", rig.screen());
            rig.press("g v j");
            assert_snapshot!(format!("queue-{name}-{}", language.as_str()), rig.screen());
        }
    }
}

#[test]
fn yes_and_no_answer_one_after_the_other_and_u_takes_back() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("g v a");
    assert!(
        rig.screen().contains("Decided: 2026-03-11 · Kiosk"),
        "{}",
        rig.screen()
    );
    rig.press("a");
    assert!(rig.screen().contains("to Ahorro"), "{}", rig.screen());
    assert!(!rig.screen().contains("a transfer?"), "{}", rig.screen());
    rig.press("u");
    assert!(rig.screen().contains("a transfer?"), "{}", rig.screen());
    rig.press("x");
    assert!(!rig.screen().contains("a transfer?"), "{}", rig.screen());
    assert!(
        rig.screen().contains("TRASPASO A AHORRO"),
        "now without a category"
    );
}

#[test]
fn a_category_is_given_and_teaches() {
    let mut rig = rig((80, 24), Language::En);
    rig.press("g v tab tab tab");
    assert!(rig.screen().contains("UBER TRIP 77"), "{}", rig.screen());
    rig.press(r#"j e "transport" enter"#);
    assert!(rig.screen().contains("Transport"), "{}", rig.screen());
    assert!(rig.screen().contains("1 of 1 times"), "{}", rig.screen());
    rig.press("a");
    assert!(rig.screen().contains("1 waits"), "{}", rig.screen());
    rig.press("tab");
    assert!(
        rig.screen().contains("uber trip"),
        "a rule is proposed: {}",
        rig.screen()
    );
    rig.press("a");
    assert!(!rig.screen().contains("a rule?"), "{}", rig.screen());
}

#[test]
fn amounts_are_hidden_and_commands_are_copied() {
    let mut rig = rig((160, 50), Language::En);
    rig.press("g v *");
    assert!(!rig.screen().contains("9,900"), "{}", rig.screen());
    rig.press("y");
    assert!(rig.clipboard().starts_with("luka review accept "));
}
