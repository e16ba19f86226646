//! Reports of the real binary: the JSON of the contract, tables in both languages, CSV and JSONL.

use domain::currency::iso_currency;
use domain::{AccountKind, NaiveDate};
use ops::account::{AddAccount, Opening};
use ops::currency::AddPrice;
use ops::goal::{AddGoal, Contribute};
use ops::session::{LedgerDir, Passphrase};
use ops::transaction::{AddTransaction, AddTransfer};
use ops::{Book, Clock, InitLedger};
use serde_json::{Value, json};

use crate::rig::{Machine, PASSPHRASE};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A machine whose ledger has a few months in pesos and a little in dollars.
fn machine() -> Machine {
    let machine = Machine::new();
    std::fs::create_dir_all(machine.path("data/lukalibre")).unwrap();
    let init = InitLedger {
        directory: LedgerDir::new(machine.ledger()),
        passphrase: Passphrase::new(PASSPHRASE.to_owned()),
        device: "0123456789abcdef0123456789abcdef".parse().unwrap(),
        currency: iso_currency("CLP".parse().unwrap()).unwrap(),
        starter: None,
    };
    let clock = Clock {
        today: day("2025-04-16"),
        now_ms: 1_744_800_000_000,
    };
    let mut book = init.run(clock).unwrap().book;
    fill(&mut book);
    machine
}

fn fill(book: &mut Book) {
    let account =
        |name: &str, kind, parent: Option<&str>, currency: Option<(&str, &str)>| AddAccount {
            name: name.to_owned(),
            kind,
            parent: parent.map(str::to_owned),
            currency: currency.map(|(code, _)| code.parse().unwrap()),
            opening: currency.map(|(code, amount)| Opening {
                amount: amount.to_owned(),
                date: Some(day("2025-01-01")),
                equity: format!("Opening {code}"),
            }),
        };
    for request in [
        account(
            "Checking",
            AccountKind::Asset,
            None,
            Some(("CLP", "1000000")),
        ),
        account("Dollars", AccountKind::Asset, None, Some(("USD", "500"))),
        account("Salary", AccountKind::Income, None, None),
        account("Food", AccountKind::Expense, None, None),
        account("Groceries", AccountKind::Expense, Some("Food"), None),
    ] {
        book.add_account(&request).unwrap();
    }
    for (date, amount, category, account, payee) in [
        ("2025-03-05", "2000000", "Salary", "Checking", "Acme"),
        ("2025-03-10", "30000", "Food", "Checking", "Luna"),
        ("2025-04-01", "20000", "Groceries", "Checking", "Jumbo"),
        ("2025-04-02", "-8000", "Groceries", "Checking", "Jumbo"),
        ("2025-04-03", "12.50", "Food", "Dollars", "Luna"),
    ] {
        let entry = AddTransaction {
            amount: amount.to_owned(),
            category: category.to_owned(),
            account: Some(account.to_owned()),
            payee: Some(payee.to_owned()),
            date: Some(day(date)),
            ..AddTransaction::default()
        };
        book.add(&entry).unwrap();
    }
    let transfer = AddTransfer {
        amount: "95000".to_owned(),
        from: "Checking".to_owned(),
        to: "Dollars".to_owned(),
        received: Some("100".to_owned()),
        date: Some(day("2025-04-10")),
        ..AddTransfer::default()
    };
    book.transfer(&transfer).unwrap();
    let price = AddPrice {
        base: "USD".parse().unwrap(),
        rate: "900".to_owned(),
        quote: "CLP".parse().unwrap(),
        date: Some(day("2025-01-01")),
    };
    book.add_price(&price).unwrap();
    let goal = AddGoal {
        name: "Trip".to_owned(),
        target: "100000".to_owned(),
        target_date: Some(day("2025-06-30")),
        ..AddGoal::default()
    };
    book.add_goal(&goal).unwrap();
    let contribution = Contribute {
        goal: "Trip".to_owned(),
        amount: "33333".to_owned(),
        ..Contribute::default()
    };
    book.contribute(&contribution).unwrap();
}

/// What a report says in JSON.
fn report(machine: &Machine, arguments: &[&str]) -> Value {
    let words = [&["report"], arguments, &["--json"]].concat();
    let outcome = machine.luka(&words);
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (0, ""),
        "{outcome}"
    );
    outcome.json()
}

/// The fields of `part` are in `whole` with the same values; `whole` may have more.
#[track_caller]
fn has(whole: &Value, part: Value) {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            for (name, value) in part {
                has(whole.get(&name).unwrap_or(&Value::Null), value);
            }
        }
        (whole, part) => assert_eq!(*whole, part),
    }
}

#[test]
fn json_keeps_the_contract() {
    let machine = machine();
    let monthly = report(&machine, &["monthly", "--year", "2025"]);
    has(
        &monthly,
        json!({ "version": 1, "year": 2025, "currency": "CLP" }),
    );
    has(
        &monthly["months"][2],
        json!({ "month": "2025-03", "income": "2000000", "expense": "30000", "saving": "0", "net": "1970000" }),
    );
    has(
        &monthly["other_currencies"][0],
        json!({ "currency": "USD", "total": { "expense": "12.50" } }),
    );
    assert_eq!(monthly["months"].as_array().map(Vec::len), Some(12));

    let categories = report(&machine, &["categories"]);
    has(
        &categories,
        json!({ "from": "2025-04-01", "to": "2025-04-30", "currency": "CLP" }),
    );
    has(
        &categories["categories"][1],
        json!({ "category": "Food:Groceries", "kind": "expense", "total": "12000" }),
    );
    let balance = report(&machine, &["balance"]);
    has(&balance, json!({ "version": 1, "date": "2025-04-16" }));
    has(
        &balance["accounts"][1],
        json!({ "account": "Dollars", "kind": "asset", "balances": [{ "amount": "587.50", "currency": "USD" }] }),
    );
    let register = report(&machine, &["register", "Checking", "--limit", "2"]);
    has(&register, json!({ "version": 1, "account": "Checking" }));
    has(
        &register["rows"][1],
        json!({ "date": "2025-04-10", "payee": null, "amount": "-95000", "balance": "2863000", "currency": "CLP" }),
    );
    let goals = report(&machine, &["goals"]);
    has(
        &goals["goals"][0],
        json!({ "name": "Trip", "percent": "33.3", "per_month": { "amount": "22223", "currency": "CLP" } }),
    );
    let worth = report(&machine, &["networth", "--in", "USD"]);
    has(
        &worth["months"][11],
        json!({ "month": "2025-04", "net_worth": "3768.61" }),
    );
    has(
        &report(&machine, &["cashflow"])["months"][3],
        json!({ "in": "0", "out": "12000", "net": "-12000", "other": "-95000" }),
    );
    has(
        &report(&machine, &["income"])["totals"],
        json!({ "net": "1958000" }),
    );
    has(
        &report(&machine, &["balance-sheet"])["totals"],
        json!({ "assets": "2863000", "net_worth": "2863000", "retained": "1958000", "exchange": "-95000" }),
    );
    has(
        &report(&machine, &["payees", "--period", "2025"])["payees"][0],
        json!({ "payee": "Luna", "total": "30000" }),
    );
    has(
        &report(&machine, &["trend", "food", "--period", "2025-q1"]),
        json!({ "total": "30000", "average": "10000" }),
    );
}

#[test]
fn tables_csv_and_jsonl_in_both_languages() {
    let machine = machine();
    let english = machine.luka(&["report", "categories"]);
    english.is(
        0,
        "Category     Kind       Total  With subcategories\n\
         Food         expense       $0             $12,000\n\
        \u{20} Groceries  expense  $12,000             $12,000\n\
         Total        expense  $12,000             $12,000\n\
         \n\
         USD\n\
         Category  Kind        Total  With subcategories\n\
         Food      expense  US$12.50            US$12.50\n\
         Total     expense  US$12.50            US$12.50\n",
        "",
    );
    let spanish = machine.luka(&[
        "--lang", "es", "report", "trend", "food", "--from", "2025-03",
    ]);
    spanish.is(
        0,
        "Mes          Food\n\
         mar 2025  $30.000\n\
         abr 2025  $12.000\n\
         Total     $42.000\n\
         Promedio  $21.000\n\
         \n\
         USD\n\
         Mes           Food\n\
         mar 2025   US$0,00\n\
         abr 2025  US$12,50\n\
         Total     US$12,50\n\
         Promedio   US$6,25\n",
        "",
    );
    let csv = machine.luka(&["report", "payees", "--period", "2025", "--format", "csv"]);
    csv.is(
        0,
        "payee,total,transactions,currency\nLuna,30000,1,CLP\nJumbo,12000,2,CLP\n\
         Luna,12.50,1,USD\n",
        "",
    );
    let csv = machine.luka(&["report", "categories", "--in", "CLP", "--format", "csv"]);
    csv.is(
        0,
        "category,kind,total,with_children,currency\nFood,expense,11250,23250,CLP\n\
         Food:Groceries,expense,12000,12000,CLP\n",
        "",
    );
    let lines = machine.luka(&[
        "report", "monthly", "--period", "2025-04", "--format", "jsonl",
    ]);
    lines.is(
        0,
        "{\"month\":\"2025-04\",\"income\":\"0\",\"expense\":\"12000\",\"saving\":\"0\",\
         \"net\":\"-12000\",\"currency\":\"CLP\"}\n\
         {\"month\":\"2025-04\",\"income\":\"0.00\",\"expense\":\"12.50\",\"saving\":\"0.00\",\
         \"net\":\"-12.50\",\"currency\":\"USD\"}\n",
        "",
    );
    let spanish = machine.luka(&["--lang", "es", "report", "balance", "--date", "2025-03-31"]);
    spanish.is(
        0,
        "Cuenta           Tipo           Saldo\n\
         Checking         activo    $2.970.000\n\
         Dollars          activo     US$500,00\n\
         Opening CLP      capital  -$1.000.000\n\
         Opening USD      capital   -US$500,00\n\
         Patrimonio neto            $2.970.000\n\
         Patrimonio neto             US$500,00\n",
        "",
    );
}

#[test]
fn what_cannot_be_reported_is_explained() {
    let machine = machine();
    let outcome = machine.luka(&["report", "monthly", "--in", "ZZZ"]);
    assert_eq!(
        (outcome.code, outcome.stdout.as_str()),
        (4, ""),
        "{outcome}"
    );
    let outcome = machine.luka(&["report", "register", "Chekcing", "--json"]);
    assert_eq!(
        (outcome.code, &outcome.error()["kind"]),
        (4, &"not-found".into())
    );
    let outcome = machine.luka(&["report", "trend", "Food", "--from", "2025-02-30"]);
    assert_eq!(outcome.code, 5, "{outcome}");
    let outcome = machine.luka(&["report", "monthly", "--in", "BTC"]);
    assert_eq!(outcome.code, 0);
    assert!(outcome.stderr.contains("CLP, USD"), "{outcome}");
    let nothing = machine.luka(&["report", "categories", "--period", "2019"]);
    assert_eq!(
        (nothing.code, nothing.stdout.as_str()),
        (0, ""),
        "{nothing}"
    );
}
