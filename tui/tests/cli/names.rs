//! Accounts, categories, payees, tags, goals, currencies and prices: the JSON of the contract, the
//! trees people see, and the exit code of every refusal.

use serde_json::{Value, json};

use crate::rig::Machine;

/// A machine whose ledger has no categories yet.
fn machine() -> Machine {
    let machine = Machine::new();
    did(
        &machine,
        &["init", "--currency", "CLP", "--categories", "none"],
    );
    machine
}

/// Runs a command that must succeed without a word on stderr.
#[track_caller]
pub(crate) fn did(machine: &Machine, line: &[&str]) -> Value {
    let words = [line, &["--json"]].concat();
    let outcome = machine.luka(&words);
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (0, ""),
        "{outcome}"
    );
    outcome.json()
}

/// Runs commands that must be refused, each with its code; `_` stands for a blank in a name.
#[track_caller]
pub(crate) fn refused(machine: &Machine, lines: &[(i32, &str)]) {
    for (code, line) in lines {
        let words: Vec<String> = line.split(' ').map(|word| word.replace('_', " ")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let outcome = machine.luka(&words);
        assert_eq!(outcome.code, *code, "{line}: {outcome}");
        assert!(outcome.stderr.starts_with("error: "), "{line}: {outcome}");
        assert_eq!(outcome.stdout, "", "{line}");
    }
}

#[test]
fn accounts_have_the_json_of_the_contract() {
    let machine = machine();
    let added = did(
        &machine,
        &[
            "account",
            "add",
            "Bank:Checking",
            "--kind",
            "asset",
            "--opening",
            "250000",
        ],
    );
    let checking = json!({
        "name": "Bank:Checking", "kind": "asset", "currency": "CLP", "parent": "Bank",
        "closed": false, "balance": { "amount": "250000", "currency": "CLP" },
    });
    assert_eq!(added["version"], 1);
    assert_eq!(added["account"], checking);
    assert!(added["opening"].is_string(), "{added}");
    let visa = [
        "account",
        "add",
        "Visa",
        "--kind",
        "liability",
        "--currency",
        "USD",
        "--opening",
        "-10,50",
    ];
    did(&machine, &visa);
    did(&machine, &["account", "add", "Old", "--kind", "asset"]);
    assert_eq!(
        did(&machine, &["account", "close", "Old"])["account"]["closed"],
        true
    );
    let listed = did(&machine, &["account", "list"]);
    assert_eq!(listed["accounts"][1], checking);
    assert_eq!(
        listed["accounts"][2],
        json!({
            "name": "Visa", "kind": "liability", "currency": "USD", "parent": null,
            "closed": false, "balance": { "amount": "-10.50", "currency": "USD" },
        })
    );
    machine.luka(&["account", "list", "--all"]).is(
        0,
        "Account               Kind         Balance\n\
         Bank                  asset             $0\n  \
           Checking            asset       $250,000\n\
         Old                   asset             $0  closed\n\
         Visa                  liability  -US$10.50\n\
         Opening balances      equity     -$250,000\n\
         Opening balances USD  equity      US$10.50\n",
        "",
    );
    let before = did(
        &machine,
        &["account", "list", "--date", "2025-04-15", "--kind", "asset"],
    );
    assert_eq!(before["accounts"][1]["balance"]["amount"], "0");
    machine
        .luka(&["account", "list", "--kind", "asset", "--format", "csv"])
        .is(
            0,
            "name,kind,balance,closed,currency,parent\nBank,asset,0,false,CLP,\n\
         Bank:Checking,asset,250000,false,CLP,Bank\n",
            "",
        );
}

#[test]
fn accounts_that_make_no_sense_are_refused() {
    let machine = machine();
    for line in [
        &["Bank:Checking", "--kind", "asset", "--opening", "250000"][..],
        &["Visa", "--kind", "liability", "--currency", "USD"],
        &["Old", "--kind", "asset"],
    ] {
        did(&machine, &[&["account", "add"], line].concat());
    }
    refused(
        &machine,
        &[
            (6, "account add bank:checking --kind asset"),
            (4, "account add X --kind asset --currency XQZ"),
            (4, "account add X --kind asset --parent Nope"),
            (5, "account add X --kind liability --parent Bank"),
            (5, "account add X --kind asset --opening much"),
            (5, "account add _ --kind asset"),
            (2, "account add X --kind asset --date today"),
            (6, "account close Checking"),
            (6, "account rm Checking"),
            (6, "account rm Bank"),
            (4, "account rm Savings"),
            (4, "category rm Checking"),
            (5, "account edit Bank --parent Checking"),
            (5, "account rename Bank A:B"),
            (6, "account merge Visa Checking"),
            (5, "account merge Bank Checking"),
            (6, "account rename Old Visa"),
        ],
    );
}

#[test]
fn accounts_are_moved_merged_and_removed() {
    let machine = machine();
    for name in ["Cash", "Wallet", "Bank"] {
        did(
            &machine,
            &[
                "account",
                "add",
                name,
                "--kind",
                "asset",
                "--opening",
                "1000",
            ],
        );
    }
    let moved = did(
        &machine,
        &[
            "account", "edit", "Cash", "--parent", "Bank", "--name", "Till",
        ],
    );
    assert_eq!(moved["account"]["name"], "Bank:Till");
    let top = did(&machine, &["account", "edit", "Till", "--no-parent"]);
    assert_eq!(top["account"]["parent"], Value::Null);
    machine.luka(&["account", "merge", "Till", "Wallet"]).is(
        0,
        "",
        "Merged Till into Wallet: 1 transaction moved.\n",
    );
    let wallet = did(&machine, &["account", "list"])["accounts"][1].clone();
    assert_eq!(wallet["balance"]["amount"], "2000");
    did(&machine, &["account", "add", "Spare", "--kind", "asset"]);
    machine
        .luka(&["account", "rm", "spare", "--lang", "es"])
        .is(0, "", "Se eliminó Spare.\n");
    assert_eq!(machine.luka(&["undo"]).code, 0);
    assert_eq!(
        did(&machine, &["account", "reopen", "Spare"])["account"]["name"],
        "Spare"
    );
}

#[test]
fn categories_have_the_json_of_the_contract() {
    let machine = machine();
    did(&machine, &["category", "add", "Food", "--kind", "expense"]);
    let added = did(
        &machine,
        &[
            "category",
            "add",
            "Groceries",
            "--kind",
            "expense",
            "--parent",
            "food",
        ],
    );
    let groceries = json!({
        "name": "Food:Groceries", "kind": "expense", "parent": "Food", "closed": false,
    });
    assert_eq!(added, json!({ "version": 1, "category": groceries }));
    did(
        &machine,
        &["category", "add", "Food Court", "--kind", "expense"],
    );
    did(&machine, &["category", "add", "Salary", "--kind", "income"]);
    machine.luka(&["category", "list", "--lang", "es"]).is(
        0,
        "Categoría    Tipo\nSalary       ingreso\nFood         gasto\n  Groceries  gasto\n\
         Food Court   gasto\n",
        "",
    );
    did(&machine, &["category", "close", "Groceries"]);
    let open = did(&machine, &["category", "list", "--kind", "expense"]);
    assert_eq!(open["categories"].as_array().map(Vec::len), Some(2));
    let all = did(
        &machine,
        &["category", "list", "--all", "--kind", "expense"],
    );
    assert_eq!(all["categories"][1]["closed"], true);
    assert_eq!(
        did(&machine, &["category", "merge", "Food Court", "Food"])["moved"],
        0
    );
    refused(
        &machine,
        &[
            (6, "category add Groceries --kind expense --parent Food"),
            (6, "category rm Food"),
            (4, "category rename Nothing Else"),
            (2, "category add X --kind asset"),
        ],
    );
}

#[test]
fn payees_and_tags() {
    let machine = machine();
    let added = did(
        &machine,
        &["payee", "add", "Café Luna", "--alias", "CAFE LUNA SPA"],
    );
    let luna = json!({ "name": "Café Luna", "aliases": ["CAFE LUNA SPA"], "transactions": 0 });
    assert_eq!(added, json!({ "version": 1, "payee": luna }));
    assert_eq!(
        did(&machine, &["payee", "list", "luna spa"]),
        json!({ "version": 1, "payees": [luna] })
    );
    did(&machine, &["payee", "add", "Luna"]);
    let merged = did(&machine, &["payee", "merge", "Luna", "Café Luna"]);
    assert_eq!(merged["payee"]["aliases"], json!(["CAFE LUNA SPA", "Luna"]));
    let edited = did(
        &machine,
        &[
            "payee",
            "edit",
            "cafe luna",
            "--unalias",
            "Luna",
            "--name",
            "Luna Café",
        ],
    );
    assert_eq!(edited["payee"]["name"], "Luna Café");
    did(&machine, &["tag", "add", "trip"]);
    did(&machine, &["tag", "add", "journey"]);
    let merged = did(&machine, &["tag", "merge", "journey", "trip"]);
    assert_eq!(
        merged,
        json!({ "version": 1, "tag": { "name": "trip", "transactions": 0 }, "moved": 0 })
    );
    did(&machine, &["tag", "edit", "trip", "--name", "viaje"]);
    assert_eq!(
        did(&machine, &["tag", "list"])["tags"],
        json!([{ "name": "viaje", "transactions": 0 }])
    );
    refused(
        &machine,
        &[
            (6, "payee add luna_café"),
            (4, "payee rm Sol"),
            (5, "payee merge Luna_Café luna_café"),
            (6, "tag add VIAJE"),
            (5, "tag add _"),
            (4, "tag rename none x"),
        ],
    );
    machine
        .luka(&["tag", "rm", "viaje"])
        .is(0, "", "Removed viaje.\n");
    machine
        .luka(&["tag", "list"])
        .is(0, "", "Nothing to list.\n");
}

#[test]
fn goals_have_the_json_of_the_contract() {
    let machine = machine();
    let line = [
        "goal",
        "add",
        "Bike",
        "--target",
        "450000",
        "--date",
        "2026-12-31",
        "--description",
        "red",
    ];
    did(&machine, &line);
    did(
        &machine,
        &["goal", "contribute", "bike", "150000", "--memo", "bonus"],
    );
    let bike = json!({
        "name": "Bike", "target": { "amount": "450000", "currency": "CLP" },
        "current": { "amount": "150000", "currency": "CLP" },
        "target_date": "2026-12-31", "priority": 1, "active": true, "description": "red",
    });
    assert_eq!(
        did(&machine, &["goal", "list"]),
        json!({ "version": 1, "goals": [bike] })
    );
    machine.luka(&["goal", "list"]).is(
        0,
        "Goal  Progress     Saved    Target  Until       Priority\n\
         Bike  33.3      $150,000  $450,000  2026-12-31         1\n",
        "",
    );
    let shown = did(&machine, &["goal", "show", "Bike"]);
    let part = &shown["goal"]["contributions"][0];
    assert_eq!(
        (&part["memo"], &part["date"]),
        (&json!("bonus"), &json!("2025-04-16"))
    );
    assert_eq!(
        part["amount"],
        json!({ "amount": "150000", "currency": "CLP" })
    );
    did(&machine, &["goal", "close", "Bike"]);
    refused(
        &machine,
        &[
            (6, "goal contribute Bike 1"),
            (6, "goal add BIKE --target 1"),
            (6, "goal rm Bike"),
            (2, "goal edit Car"),
            (4, "goal show Boat"),
            (4, "goal contribute Boat 1"),
            (5, "goal add X --target 0"),
            (5, "goal add X --target 1 --priority 0"),
            (5, "goal add X --target 1 --date someday"),
            (4, "goal add X --target 1 --currency XQZ"),
        ],
    );
    assert_eq!(
        did(&machine, &["goal", "list"])["goals"][0]["active"],
        json!(false)
    );
    machine
        .luka(&["goal", "list"])
        .is(0, "", "Nothing to list.\n");
    did(&machine, &["goal", "reopen", "Bike"]);
    refused(
        &machine,
        &[
            (5, "goal contribute Bike -150001"),
            (5, "goal contribute Bike 0"),
        ],
    );
    assert_eq!(
        did(&machine, &["goal", "rm", "Bike", "--yes"])["goal"],
        bike
    );
}

#[test]
fn currencies_and_prices() {
    let machine = machine();
    let points = json!({
        "code": "PTS", "decimals": 0, "symbol": "★", "default": false, "in_ledger": true,
    });
    let added = did(
        &machine,
        &["currency", "add", "PTS", "--decimals", "0", "--symbol", "★"],
    );
    assert_eq!(added, json!({ "version": 1, "currency": points }));
    assert_eq!(
        did(&machine, &["currency", "list"])["currencies"][1],
        points
    );
    let all = did(&machine, &["currency", "list", "--all"]);
    assert!(
        all["currencies"]
            .as_array()
            .is_some_and(|all| all.len() > 150)
    );
    refused(
        &machine,
        &[
            (6, "currency add PTS --decimals 0"),
            (5, "currency add PTX"),
            (5, "currency add USD --decimals 3"),
            (6, "currency rm CLP"),
            (4, "currency rm EUR"),
            (4, "currency edit EUR --symbol E"),
            (5, "price add USD 0"),
            (5, "price add USD a"),
            (5, "price add CLP 1"),
            (4, "price add XQZ 1"),
            (4, "price rm zzzzzzzz"),
            (5, "price rm !"),
        ],
    );
    did(
        &machine,
        &["price", "add", "USD", "950", "--date", "2025-04-01"],
    );
    let again = did(
        &machine,
        &[
            "price",
            "add",
            "USD",
            "955.50",
            "CLP",
            "--date",
            "2025-04-01",
        ],
    );
    assert_eq!(again["replaced"], "950");
    let listed = did(&machine, &["price", "list", "USD"]);
    let id = again["price"]["id"].as_str().unwrap();
    let price = json!({
        "id": id, "date": "2025-04-01", "currency": "USD", "rate": "955.5", "quote": "CLP",
    });
    assert_eq!(listed, json!({ "version": 1, "prices": [price] }));
    let moved = did(&machine, &["price", "edit", id, "--date", "2025-04-02"]);
    assert_eq!(moved["price"]["date"], "2025-04-02");
    let id = moved["price"]["id"].as_str().unwrap();
    did(&machine, &["price", "rm", id]);
    assert_eq!(did(&machine, &["price", "list"])["prices"], json!([]));
}
