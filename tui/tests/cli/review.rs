//! `luka review`: what waits after imports, the answers, and the exit code of every refusal.

use serde_json::{Value, json};

use crate::names::did;
use crate::rig::Machine;

const CASH: &str = "Date,Description,Amount\n2025-04-01,COMPRA LIDER 1,-9000\n\
                    2025-04-02,TRASPASO AHORRO,-50000\n2025-04-05,UBER TRIP,-3000\n";
const SAVINGS: &str = "Date,Description,Amount\n2025-04-03,ABONO DESDE CUENTA,50000\n\
                       2025-04-04,INTERESES,12\n";

fn import(machine: &Machine, name: &str, text: &str, account: &str) -> Value {
    let path = machine.path(name);
    std::fs::write(&path, text).unwrap();
    did(machine, &["import", path.to_str().unwrap(), "-a", account])
}

fn waiting(machine: &Machine, kind: &str) -> Vec<Value> {
    let list = did(machine, &["review", "list", "--kind", kind]);
    list["items"].as_array().unwrap().clone()
}

fn id(item: &Value) -> &str {
    item["id"].as_str().unwrap()
}

fn fails(machine: &Machine, arguments: &[&str], code: i32) {
    let outcome = machine.luka(arguments);
    assert_eq!(outcome.code, code, "{arguments:?}: {}", outcome.stderr);
    assert!(outcome.stderr.starts_with("error: "), "{}", outcome.stderr);
}

fn two_imports() -> Machine {
    let (machine, _) = Machine::with_ledger();
    did(&machine, &["account", "add", "Savings", "--kind", "asset"]);
    import(&machine, "cash.csv", CASH, "Cash");
    let second = import(&machine, "savings.csv", SAVINGS, "Savings");
    assert_eq!(second["files"][0]["pairs"], 1);
    machine
}

#[test]
fn a_pair_is_listed_accepted_and_taken_apart() {
    let machine = two_imports();
    let list = did(&machine, &["review"]);
    assert_eq!(list["total"], 4, "a pair, and three without a category");
    let pair = waiting(&machine, "transfer").remove(0);
    assert_eq!(pair["text"], "ABONO DESDE CUENTA");
    assert_eq!(pair["candidate"]["payee"], "TRASPASO AHORRO");
    assert_eq!(
        pair["amount"],
        json!({ "amount": "50000", "currency": "CLP" })
    );
    let done = did(&machine, &["review", "accept", id(&pair)]);
    assert_eq!(done["left"], 3);
    let transfer = &done["decided"][0]["transaction"];
    let accounts: Vec<&str> = transfer["postings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|leg| leg["account"].as_str().unwrap())
        .collect();
    assert_eq!(accounts, ["Cash", "Savings"]);
    let apart = did(&machine, &["review", "unpair", id(transfer)]);
    assert_eq!(apart["left"], 5);
    fails(&machine, &["review", "unpair", id(transfer)], 5);
    did(&machine, &["undo", "2"]);
    assert_eq!(
        waiting(&machine, "transfer").len(),
        1,
        "one undo for each answer"
    );
}

#[test]
fn a_category_is_given_and_a_rule_follows_the_second_time() {
    let machine = two_imports();
    let ride = waiting(&machine, "category")
        .into_iter()
        .find(|item| item["text"] == "UBER TRIP");
    let ride = ride.unwrap();
    fails(&machine, &["review", "accept", id(&ride)], 5);
    fails(&machine, &["review", "reject", id(&ride)], 5);
    did(
        &machine,
        &["review", "accept", id(&ride), "--category", "Transport"],
    );
    assert_eq!(waiting(&machine, "rule"), [] as [Value; 0]);
    let more = "Date,Description,Amount\n2025-04-11,UBER TRIP,-4100\n";
    import(&machine, "more.csv", more, "Cash");
    let again = waiting(&machine, "category").remove(0);
    assert_eq!(again["categories"][0]["category"], "Transport");
    did(&machine, &["review", "accept", id(&again)]);
    let rule = waiting(&machine, "rule").remove(0);
    assert_eq!(rule["rule"]["query"], json!(["payee:uber trip"]));
    assert_eq!(rule["rule"]["state"], "proposed");
    assert_eq!(did(&machine, &["rule", "list"])["rules"], json!([]));
    did(&machine, &["review", "accept", id(&rule)]);
    assert_eq!(
        did(&machine, &["rule", "list"])["rules"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    fails(&machine, &["review", "accept", id(&rule)], 4);
}

#[test]
fn what_people_see() {
    let machine = two_imports();
    let (pair, rest) = (waiting(&machine, "transfer"), waiting(&machine, "category"));
    let (one, other) = (id(&pair[0]), id(&rest[0]));
    machine.luka(&["review", "list", "-n", "2", "--lang", "es"]).is(
        0,
        &format!(
            "Id        Espera         Fecha       Cuenta     Monto  Texto               Por qué\n\
             {one}  ¿un traspaso?  2025-04-03  Savings  $50.000  ABONO DESDE CUENTA  el monto opuesto \
             en un día cercano: 2025-04-02 · TRASPASO AHORRO · Uncategorized · -$50.000 de Cash\n\
             {other}  sin categoría  2025-04-05  Cash     -$3.000  UBER TRIP           nada parecido \
             tiene categoría todavía\n"
        ),
        "Quedan 4 por revisar: `luka review`\n",
    );
    machine.luka(&["review", "accept", "--sure"]).is(
        0,
        "",
        "Nothing to decide.\n4 are left to review: `luka review`\n",
    );
    machine.luka(&["review", "reject", "zzzzz"]).is(
        4,
        "",
        "error: nothing in the review queue has the id `zzzzz`\n\
         hint: `luka review list` shows what waits, with the ids\n",
    );
}

#[test]
fn a_row_that_looks_like_an_entry_is_matched_or_booked() {
    let (machine, _) = Machine::with_ledger();
    did(&machine, &["add", "4500", "Lunch", "--date", "2025-04-14"]);
    let row = "Date,Description,Amount\n2025-04-15,PIZZERIA,-4500\n2025-04-16,METRO ABRIL,-900\n";
    import(&machine, "bank.csv", row, "Cash");
    let item = waiting(&machine, "entry").remove(0);
    fails(
        &machine,
        &["review", "accept", id(&item), "--category", "Food"],
        5,
    );
    let done = did(&machine, &["review", "accept", id(&item)]);
    assert_eq!(done["decided"][0]["transaction"]["status"], "cleared");
    let decided = did(&machine, &["review", "list", "--decided"]);
    assert_eq!(decided["items"][0]["waits"], false);
    fails(&machine, &["review", "accept", id(&item)], 6);
    did(&machine, &["review", "reject", id(&item)]);
    assert_eq!(did(&machine, &["list"])["total"], 3);
}
