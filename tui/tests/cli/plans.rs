//! Budgets, schedules and rules: their JSON, what people see, and the exit code of every refusal.

use serde_json::json;

use crate::names::{did, refused};
use crate::rig::Machine;

fn clp(amount: &str) -> serde_json::Value {
    json!({ "amount": amount, "currency": "CLP" })
}

#[test]
fn budgets() {
    let (machine, _) = Machine::with_ledger();
    did(&machine, &["add", "4500", "Lunch", "--date", "2025-03-26"]);
    did(&machine, &["add", "-500", "Lunch"]);
    did(
        &machine,
        &["add", "9000", "Groceries", "--date", "2025-03-24"],
    );
    let added = did(
        &machine,
        &[
            "budget",
            "add",
            "Food",
            "250000",
            "--starts",
            "25",
            "--rollover",
        ],
    );
    let id = added["budget"]["id"].as_str().unwrap();
    let line = json!({
        "id": id, "category": "Food", "amount": clp("250000"), "every": "month", "starts": "25",
        "rollover": true, "from": "2025-03-25", "to": "2025-04-24", "carried": clp("0"),
        "actual": clp("4000"), "left": clp("246000"),
    });
    assert_eq!(added, json!({ "version": 1, "budget": line }));
    assert_eq!(
        did(&machine, &["budget", "list"]),
        json!({ "version": 1, "budgets": [line] })
    );
    let next = did(&machine, &["budget", "list", "--date", "2025-04-25"]);
    assert_eq!(next["budgets"][0]["carried"], clp("246000"));
    let report = did(&machine, &["report", "budget"]);
    assert_eq!(report["budgets"][0]["budgeted"], "250000");
    assert_eq!(report["budgets"][0]["left"], "246000");
    let csv = machine.luka(&["report", "budget", "--format", "csv"]);
    csv.is(
        0,
        "category,from,to,budgeted,carried,actual,left,currency,every\n\
         Food,2025-03-25,2025-04-24,250000,0,4000,246000,CLP,month\n",
        "",
    );
    machine.luka(&["budget", "list", "--lang", "es"]).is(
        0,
        &format!(
            "Categoría  Cada  Desde       Hasta       Presupuesto  Arrastre    Real     Queda  Id\n\
             Food       mes   2025-03-25  2025-04-24     $250.000        $0  $4.000  $246.000  {id}\n"
        ),
        "",
    );
    let edited = did(
        &machine,
        &[
            "budget",
            "edit",
            "food",
            "--every",
            "quarter",
            "--no-rollover",
        ],
    );
    assert_eq!(edited["budget"]["actual"], clp("-500"));
    refused(
        &machine,
        &[
            (6, "budget add Food 1000 --every quarter"),
            (5, "budget add Food 0"),
            (5, "budget add Food 1000 --every week --starts 3"),
            (5, "budget add Food 1000 --starts 32"),
            (4, "budget add Nothing 1000"),
            (4, "budget rm Leisure"),
            (2, "budget add Food 1000 --every day"),
            (2, "budget edit Food"),
            (6, "category rm Food"),
        ],
    );
    did(&machine, &["budget", "rm", id]);
    assert_eq!(did(&machine, &["budget", "list"])["budgets"], json!([]));
}

#[test]
fn schedules() {
    let (machine, _) = Machine::with_ledger();
    let added = did(
        &machine,
        &[
            "schedule",
            "add",
            "1000",
            "Books",
            "--instalments",
            "3",
            "--payee",
            "Store",
            "--memo",
            "a book",
            "--tag",
            "gift",
            "--from",
            "2025-02-28",
        ],
    );
    let schedule = &added["schedule"];
    let id = schedule["id"].as_str().unwrap();
    assert_eq!(
        *schedule,
        json!({
            "id": id, "amount": clp("1000"), "category": "Leisure:Books", "to": null,
            "account": "Cash", "payee": "Store", "memo": "a book", "tags": ["gift"],
            "rule": "FREQ=MONTHLY;BYMONTHDAY=28;COUNT=3", "from": "2025-02-28",
            "next": "2025-02-28", "next_amount": clp("334"), "passed": 0, "remaining": 3,
            "instalments": 3, "debt": clp("1000"),
        })
    );
    let planned = did(&machine, &["schedule", "run", "--dry-run"]);
    assert_eq!(planned["dry_run"], true);
    let entered = did(&machine, &["schedule", "run"]);
    assert_eq!(entered["transactions"], planned["transactions"]);
    let last = &entered["transactions"][1];
    assert_eq!(last["memo"], "a book 2/3");
    assert_eq!(last["metadata"], json!({ "instalment": "2/3" }));
    assert_eq!(last["source"], format!("schedule:{id}"));
    assert_eq!(
        did(&machine, &["schedule", "run"])["transactions"],
        json!([])
    );
    assert_eq!(
        did(&machine, &["list", "source:schedule"])["total"],
        2,
        "found by where they came from"
    );
    let listed = did(&machine, &["schedule", "list"]);
    assert_eq!(listed["schedules"][0]["debt"], clp("333"));
    did(&machine, &["undo"]);
    let listed = did(&machine, &["schedule", "list"]);
    assert_eq!(listed["schedules"][0]["next"], "2025-02-28");
    machine
        .luka(&["schedule", "skip", id])
        .is(0, "", "Skipped Store on 2025-02-28.\n");
    machine.luka(&["schedule", "run", "--dry-run"]).is(
        0,
        &format!(
            "Id        Date        Payee  Category       Account  Amount  Tags\n\
             {}  2025-03-28  Store  Leisure:Books  Cash      -$333  gift\n",
            did(&machine, &["schedule", "run", "--dry-run"])["transactions"][0]["id"]
                .as_str()
                .unwrap()
        ),
        "1 transaction would be entered.\n",
    );
    refused(
        &machine,
        &[
            (6, &format!("schedule edit {id} --amount 5")),
            (5, "schedule add 1000 Books --instalments 1"),
            (5, "schedule add 1000 Books --rule FREQ=HOURLY"),
            (5, "schedule add 1000 Books --rule FREQ=DAILY;BYHOUR=1"),
            (
                5,
                "schedule add 1000 Books --rule FREQ=DAILY;COUNT=2 --times 3",
            ),
            (5, "schedule add 1000 --to Cash --account Cash"),
            (4, "schedule add 1000 Nothing"),
            (4, "schedule skip zzzzzzzz"),
            (2, "schedule add 1000"),
            (2, "schedule add 1000 Books --to Cash"),
            (2, "schedule add 1000 Books --every month --rule FREQ=DAILY"),
            (2, "schedule add 1000 Books --until 2026-01-01 --times 3"),
            (6, "category rm Books"),
        ],
    );
    let edited = did(
        &machine,
        &["schedule", "edit", id, "--untag", "gift", "--memo", ""],
    );
    assert_eq!(edited["schedule"]["tags"], json!([]));
    did(&machine, &["schedule", "rm", id]);
}

#[test]
fn rules() {
    let (machine, _) = Machine::with_ledger();
    let added = did(
        &machine,
        &[
            "rule",
            "add",
            "payee:uber",
            "acct:cash",
            "amt:<9000",
            "--set-category",
            "Transport",
            "--add-tag",
            "trip",
            "--name",
            "rides",
        ],
    );
    let id = added["rule"]["id"].as_str().unwrap();
    let rule = json!({
        "id": id, "position": 1, "name": "rides", "query": ["payee:uber", "acct:Cash", "amt:<9000"],
        "set": { "category": "Transport", "payee": null, "memo": null, "tags": ["trip"],
            "splits": [], "transfer": null },
        "state": "active",
    });
    assert_eq!(added, json!({ "version": 1, "rule": rule }));
    did(
        &machine,
        &[
            "rule",
            "add",
            "uber",
            "--set-memo",
            "first",
            "--position",
            "1",
        ],
    );
    did(&machine, &["account", "rename", "Cash", "Wallet"]);
    let listed = machine.luka(&["rule", "list"]);
    assert!(
        listed
            .stdout
            .contains("payee:uber & acct:Wallet & amt:<9000  category=Transport; tag=trip"),
        "{listed}"
    );
    std::fs::write(
        machine.path("bank.csv"),
        "Date,Description,Amount\n2025-03-01,UBER TRIP 77,-4500\n2025-03-02,UBER TRIP 78,-95000\n",
    )
    .unwrap();
    did(&machine, &["import", "bank.csv", "--account", "Wallet"]);
    let found = did(&machine, &["list"]);
    let (late, early) = (&found["transactions"][0], &found["transactions"][1]);
    assert_eq!(early["postings"][1]["account"], "Transport");
    assert_eq!(
        (&early["memo"], &early["tags"]),
        (&json!("first"), &json!(["trip"]))
    );
    assert_eq!(late["postings"][1]["account"], "Uncategorized");
    let said = early["metadata"]["rule"].as_str().unwrap();
    assert!(said.ends_with(id) && said.len() > id.len(), "{said}");
    did(
        &machine,
        &["rule", "edit", id, "payee:uber", "--position", "1"],
    );
    let tried = did(&machine, &["rule", "test", "rides"]);
    assert_eq!(
        (&tried["changed"], &tried["dry_run"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(did(&machine, &["list"]), found, "a test changes nothing");
    refused(
        &machine,
        &[
            (5, "rule add cat:food --set-memo x"),
            (5, "rule add luna"),
            (5, "rule add kat:food --set-memo x"),
            (6, "rule add luna --set-memo x --name Rides"),
            (4, "rule add luna --set-category Nothing"),
            (4, "rule add acct:Nothing --set-memo x"),
            (4, "rule rm ride"),
            (4, "rule test ride"),
            (2, "rule add --set-memo x"),
            (2, "rule edit rides"),
        ],
    );
    machine.luka(&["rule", "rm", "ride"]).is(
        4,
        "",
        "error: there is nothing called `ride`\nhint: did you mean `rides`?\n",
    );
    did(&machine, &["rule", "rm", "rides"]);
    assert_eq!(did(&machine, &["rule", "list"])["rules"][0]["position"], 1);
}
