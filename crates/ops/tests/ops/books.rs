//! Whole books of other programs: what they hold is in the ledger afterwards, once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use domain::query::Query;
use domain::{AccountKind, Decimal};
use formats::export::ExportFormat;
use ops::StarterLanguage;
use ops::demo::Demo;
use ops::export::Export;
use ops::import::{BankFile, BookImport, CurrencyChoice, ImportedBook, Why};
use ops::transaction::{RemoveTransactions, Selection};
use proptest::prelude::*;
use rstest::rstest;

use crate::fixture::Fixture;

pub(crate) fn import(fixture: &mut Fixture, text: &str) -> ImportedBook {
    import_with(fixture, text, &BookImport::default())
}

pub(crate) fn import_with(fixture: &mut Fixture, text: &str, request: &BookImport) -> ImportedBook {
    let file = BankFile::new("book".to_owned(), text.as_bytes().to_vec());
    let preview = fixture
        .book
        .preview_book(&file, request, &mut |_| None)
        .unwrap();
    let done = fixture
        .book
        .import_book(&file, request, &mut |_| None)
        .unwrap();
    let counts = |one: &ImportedBook| {
        (
            one.transactions,
            one.imported,
            one.duplicates,
            one.prices,
            one.errors.clone(),
        )
    };
    assert_eq!(counts(&preview), counts(&done), "a preview says what comes");
    assert_eq!(preview.uncarried, done.uncarried);
    assert_eq!(fixture.troubles(), Vec::<String>::new());
    done
}

/// Balances that are not zero, by kind, full name and currency.
fn balances(fixture: &Fixture) -> BTreeMap<(AccountKind, String, String), Decimal> {
    let chart = fixture.book.view().chart().unwrap();
    let mut balances: BTreeMap<(AccountKind, String, String), Decimal> = BTreeMap::new();
    let all = store::Filter::default();
    let view = fixture.book.view();
    view.visit::<store::StoreError>(&all, store::Order::OldestFirst, None, |transaction| {
        for posting in &transaction.postings {
            let account = chart.get(posting.account).unwrap();
            let name = chart.path(account.id).to_owned();
            let key = (account.kind, name, posting.amount.currency.to_string());
            *balances.entry(key).or_default() += posting.amount.to_decimal();
        }
        Ok(())
    })
    .unwrap();
    balances.retain(|_, sum| !sum.is_zero());
    balances
}

pub(crate) fn lines(fixture: &Fixture) -> Vec<String> {
    let all = balances(fixture).into_iter();
    all.map(|((kind, name, code), sum)| format!("{kind} {name} {} {code}", sum.normalize()))
        .collect()
}

const SHOP: &str = "2024-01-05 * (12) Shop | bread  ; trip:, who:Ana\n\
    \x20   expenses:food      $5.50\n    ! assets:cash\n\n\
    2024-01-06 Shop\n    expenses:food      $5.50\n    assets:cash\n\n\
    2024-01-06 Shop\n    expenses:food      $5.50\n    assets:cash\n";

#[test]
fn a_book_is_imported_once_however_often_and_grows() {
    let mut fixture = Fixture::with(None, "USD");
    let before = fixture.json();
    let first = import(&mut fixture, SHOP);
    assert_eq!((first.imported, first.duplicates), (3, 0));
    let again = import(&mut fixture, SHOP);
    assert_eq!(
        (again.imported, again.duplicates, again.batch),
        (0, 3, None)
    );
    // A status, a tag and a note added later don't make another transaction of it.
    let marked = SHOP.replace("2024-01-06 Shop", "2024-01-06 ! Shop  ; seen: yes");
    assert_eq!(import(&mut fixture, &marked).imported, 0);
    let grown = format!("{SHOP}\n2024-01-06 Shop\n    expenses:food      $5.50\n    assets:cash\n");
    let more = import(&mut fixture, &grown);
    assert_eq!((more.imported, more.duplicates), (1, 3));
    assert_eq!(
        lines(&fixture),
        ["asset cash -22 USD", "expense food 22 USD"]
    );
    fixture.book.undo(1).unwrap();
    fixture.book.undo(1).unwrap();
    assert_eq!(fixture.json(), before, "an undo leaves nothing");
    assert_eq!(import(&mut fixture, &grown).imported, 4);
}

#[test]
fn what_was_deleted_or_renamed_here_stays_so() {
    let mut fixture = Fixture::with(None, "USD");
    import(&mut fixture, SHOP);
    let chart = fixture.book.view().chart().unwrap();
    let cash = chart
        .resolve("cash", domain::account::Wanted::Account)
        .unwrap()
        .clone();
    let mut ids = Vec::new();
    let view = fixture.book.view();
    view.visit::<store::StoreError>(
        &store::Filter::default(),
        store::Order::OldestFirst,
        None,
        |one| {
            ids.push(one);
            Ok(())
        },
    )
    .unwrap();
    assert_eq!(ids[0].tags.len(), 1);
    assert_eq!(ids[0].metadata["who"], "Ana");
    assert_eq!(ids[0].metadata["code"], "12");
    assert_eq!(ids[0].memo, "bread");
    let gone = RemoveTransactions {
        selection: Selection::These(vec![ids[0].id]),
        reconciled_too: true,
    };
    fixture.book.remove(&gone, None).unwrap();
    let edit = ops::account::EditAccount {
        name: Some("Wallet".to_owned()),
        ..ops::account::EditAccount::default()
    };
    fixture
        .book
        .edit_account(domain::account::Wanted::Account, chart.path(cash.id), &edit)
        .unwrap();
    let again = import(&mut fixture, SHOP);
    assert_eq!((again.imported, again.duplicates), (0, 3));
    assert_eq!(
        lines(&fixture),
        ["asset Wallet -11 USD", "expense food 11 USD"]
    );
}

#[test]
fn kinds_collide_and_accounts_hold_one_currency() {
    let mut fixture = Fixture::with(None, "USD");
    let text = "account patrimonio  ; type:E\n\
        2024-01-05 * Start\n    assets:broker      10 GLD @ $100\n    assets:broker     $-1000\n\
        2024-01-06 Tax\n    expenses:taxes     $10\n    income:taxes\n\
        2024-01-07 Card\n    liabilities:broker  $-3\n    activos:caja   3 €\n    odd  ; nothing tells\n";
    let book = import(&mut fixture, text);
    assert_eq!(book.errors, []);
    assert_eq!(
        lines(&fixture),
        [
            "asset broker 10 GLD",
            "asset broker:USD -1000 USD",
            "asset caja 3 EUR",
            "asset odd 3 USD",
            "asset odd:EUR -3 EUR",
            "liability broker (liability) -3 USD",
            "income taxes (income) -10 USD",
            "expense taxes 10 USD",
        ]
    );
    let assumed: Vec<&str> = book
        .accounts
        .iter()
        .filter(|a| a.kind_assumed)
        .map(|a| a.name.as_str())
        .collect();
    assert_eq!(assumed, ["odd", "odd:EUR"]);
}

#[test]
fn what_a_ledger_cannot_hold_is_listed_and_the_rest_comes() {
    let mut fixture = Fixture::with(None, "EUR");
    let text = "commodity 1000.00 EUR\n\
        2024-01-05 Digits\n    assets:cash    1.234 EUR\n    income:x\n\
        2024-01-05 Fund\n    assets:fund    3 ABC @ 3.333 EUR\n    assets:cash   -10.00 EUR\n\
        2024-01-06 Only one\n    assets:cash    0 EUR\n\
        1850-01-06 Old\n    assets:cash    1 EUR\n    income:x\n\
        2024-01-07 Huge\n    assets:cash    99999999999999999999 EUR\n    income:x\n\
        ~ monthly\n    expenses:rent  5 EUR\n    assets:cash\n\
        2024-01-08 Virtual\n    (budget:food)   5 EUR\n    assets:cash   1 EUR\n    income:x\n";
    let book = import(&mut fixture, text);
    let why: Vec<(u32, Why)> = book
        .uncarried
        .iter()
        .map(|one| (one.place.line, one.why))
        .collect();
    assert_eq!(
        why,
        [
            (3, Why::Rounded),
            (4, Why::Rounded),
            (8, Why::Empty),
            (16, Why::Periodic),
            (20, Why::Virtual),
        ]
    );
    let wrong: Vec<u32> = book.errors.iter().map(|error| error.place.line).collect();
    assert_eq!(wrong, [10, 14]);
    assert_eq!(book.imported, 3);
    assert_eq!(
        lines(&fixture),
        [
            "asset budget:food 5 EUR",
            "asset cash -7.77 EUR",
            "asset fund 3 ABC",
            "equity Virtual postings -5 EUR",
            "income x -2.23 EUR",
        ]
    );
}

#[test]
fn a_sign_is_the_ledgers_currency_when_the_digits_fit() {
    let spend =
        |amount: &str| format!("2024-01-05 x\n    expenses:food  {amount}\n    assets:cash\n");
    for (main, amount, expected) in [
        ("CLP", "$4500", "4500 CLP"),
        ("CLP", "$45.50", "45.5 USD"),
        ("EUR", "$45", "45 USD"),
        ("EUR", "45", "45 EUR"),
        ("EUR", "45 h", "45 XH"),
        ("EUR", "45 \"a b-1\"", "45 AB1"),
    ] {
        let mut fixture = Fixture::with(None, main);
        import(&mut fixture, &spend(amount));
        assert_eq!(
            lines(&fixture)[1],
            format!("expense food {expected}"),
            "{main} {amount}"
        );
    }
    let mut fixture = Fixture::with(None, "EUR");
    let request = BookImport {
        currencies: vec![CurrencyChoice {
            in_book: Some("$".to_owned()),
            code: "CAD".parse().unwrap(),
        }],
        ..BookImport::default()
    };
    import_with(&mut fixture, &spend("$45"), &request);
    assert_eq!(lines(&fixture)[1], "expense food 45 CAD");
}

#[test]
fn categories_alone_and_prices_are_known_again() {
    let mut fixture = Fixture::with(None, "USD");
    let text = "2024-01-05 open Expenses:Vacation\n2024-01-05 price EUR 1.10 USD\n\
        2024-01-05 price EUR 1.20 USD\n\
        2024-01-05 * \"Work\" \"\"\n  Expenses:Vacation  5 HOURS\n  Income:Vacation  -5 HOURS\n";
    let first = import(&mut fixture, text);
    assert_eq!((first.imported, first.prices), (1, 1));
    let again = import(&mut fixture, text);
    assert_eq!((again.imported, again.duplicates, again.prices), (0, 1, 0));
    let prices = fixture.book.view().prices().unwrap();
    assert_eq!(
        prices[0].rate.to_string(),
        "1.2",
        "the last of a day counts"
    );
}

#[test]
fn real_journals_are_imported_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/statements/journal");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: the journals are not at hand");
        return;
    };
    for entry in entries.map(|entry| entry.unwrap().path()) {
        if entry.extension().is_some_and(|end| end == "json") {
            continue;
        }
        let text = fs::read_to_string(&entry).unwrap();
        let mut fixture = Fixture::with(None, "USD");
        let first = import(&mut fixture, &text);
        assert_eq!(
            (first.errors.len(), first.warnings.len()),
            (0, 0),
            "{entry:?}"
        );
        assert_eq!(first.imported, first.transactions, "{entry:?}");
        let before = lines(&fixture);
        let again = import(&mut fixture, &text);
        assert_eq!(
            (again.imported, again.duplicates),
            (0, first.transactions),
            "{entry:?}"
        );
        assert_eq!(lines(&fixture), before);
    }
}

/// What is exported comes back, account by account.
#[rstest]
#[case(ExportFormat::Hledger)]
#[case(ExportFormat::Ledger)]
#[case(ExportFormat::Beancount)]
fn an_export_comes_back(#[case] format: ExportFormat) {
    let mut fixture = Fixture::with(None, "CLP");
    let demo = Demo {
        transactions: 400,
        seed: 7,
        language: StarterLanguage::Spanish,
    };
    fixture
        .book
        .make_demo(demo, |_| std::ops::ControlFlow::Continue(()))
        .unwrap();
    let mut out = Vec::new();
    let request = Export {
        format,
        query: Query::default(),
    };
    fixture.book.export(&request, &mut out).unwrap();
    let mut back = Fixture::with(None, "CLP");
    let text = String::from_utf8(out).unwrap();
    let book = import(&mut back, &text);
    assert_eq!(book.errors, []);
    assert_eq!(lines(&back), lines(&fixture));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Nothing that is cut off or scrambled makes it panic, and what comes balances.
    #[test]
    fn damaged_books_never_break_it(
        which in 0usize..3,
        at in 0usize..2000,
        length in 0usize..40,
        put in "[ -~\\n]{0,12}",
    ) {
        let text = BOOKS[which];
        let mut damaged: Vec<char> = text.chars().collect();
        let from = at % damaged.len();
        let to = (from + length).min(damaged.len());
        damaged.splice(from..to, put.chars());
        let damaged: String = damaged.into_iter().collect();
        if let Some(format) = formats::book::foreign::sniff(damaged.as_bytes()) {
            let hints = formats::book::foreign::BookHints::new(crate::fixture::day("2026-01-01"));
            let _ = formats::book::foreign::read(damaged.as_bytes(), format, &hints, &mut |_| None);
        }
    }
}

const BOOKS: [&str; 3] = [
    SHOP,
    "= /^Income/ and @x\n  (Tax)  0.12\napply tag a: b\nalias x=Assets\n\
     2024/1/5=2024/1/6 * (c) x | y\n  x:Bank  (1 + 2 * $3) = $7\n  Income:A\n  ; :tag:\nend tag\n\
     P 2024/1/5 EUR $1.10\n2024/2/1 z\n  Assets:A  -1 \"q x\" {$3} [2024/1/1] @ $4\n  Assets:B\n",
    "option \"title\" \"x\ny\"\n2024-01-01 open Assets:A USD \"FIFO\"\n2024-01-01 pad Assets:A Equity:O\n\
     2024-01-02 balance Assets:A 5.00 ~ 0.01 USD\n\
     2024-01-03 * \"p\" \"n\" #t ^l\n  k: \"v\"\n  Assets:S  1 X {1.00 # 2.00 USD, 2024-01-01, \"l\"} @ 3 USD\n\
     \x20 Assets:A  (1+2)*3 USD @@ 4 EUR\n  Equity:O\n",
];

#[test]
fn a_bank_statement_of_the_same_days_is_matched_with_the_book_and_not_doubled() {
    let mut fixture = Fixture::with(None, "CLP");
    let journal = "2025-04-01 * Kiosk\n    expenses:food    900 CLP\n    assets:bank\n\n\
                   2025-04-02 * Savings\n    assets:savings    5000 CLP\n    assets:bank\n";
    import(&mut fixture, journal);
    let rows = "Date,Description,Amount\n2025-04-01,KIOSCO 12,-900\n2025-04-03,TRASPASO,-5000\n\
                2025-04-04,NUEVA COMPRA,-70\n";
    let request = ops::import::Import {
        accounts: vec!["bank".parse().unwrap()],
        ..ops::import::Import::default()
    };
    let mut file = [BankFile::new(
        "bank.csv".to_owned(),
        rows.as_bytes().to_vec(),
    )];
    let imported = fixture.book.import(&mut file, &request).unwrap().remove(0);
    let waits = imported
        .findings
        .values()
        .filter(|one| one.candidate.is_some());
    assert_eq!(
        waits.count(),
        2,
        "both are in the book: {:?}",
        imported.verdicts
    );
    assert_eq!(imported.late(), 0);
    let all = store::Filter::default();
    assert_eq!(fixture.book.view().count(&all).unwrap(), 3);
    let again = import(&mut fixture, journal);
    assert_eq!(again.imported, 0);
}
