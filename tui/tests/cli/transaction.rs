//! A day's work in one ledger, and everything that is refused on the way.

use serde_json::{Value, json};

use crate::rig::{Machine, Outcome};

/// A machine with the English starter ledger: the account `Cash`, and categories.
fn machine() -> Machine {
    let (machine, _) = Machine::with_ledger();
    machine
}

/// Runs what must succeed and gives its JSON.
#[track_caller]
fn done(machine: &Machine, line: &[&str]) -> Value {
    let outcome = machine.luka(&[line, &["--json"]].concat());
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (0, ""),
        "{outcome}"
    );
    outcome.json()
}

fn id(document: &Value) -> String {
    document["transaction"]["id"].as_str().unwrap().to_owned()
}

fn columns<'o>(outcome: &'o Outcome, first: &str) -> Vec<&'o str> {
    let line = outcome.stdout.lines().find(|line| line.contains(first));
    line.unwrap_or_default().split_whitespace().collect()
}

#[test]
fn a_days_work() {
    let machine = machine();
    let added = done(
        &machine,
        &[
            "add",
            "4500",
            "Food",
            "--payee",
            "Café Luna",
            "--tag",
            "trip",
            "--memo",
            "two",
            "--date",
            "yesterday",
            "--metadata",
            "desk=7",
            "--status",
            "pending",
        ],
    );
    let first = id(&added);
    assert_eq!(
        added,
        json!({ "version": 1, "transaction": {
            "id": first, "date": "2025-04-15", "payee": "Café Luna", "memo": "two",
            "status": "pending", "source": "manual", "tags": ["trip"], "metadata": { "desk": "7" },
            "postings": [
                { "account": "Cash", "kind": "asset", "amount": "-4500", "currency": "CLP", "memo": null },
                { "account": "Food", "kind": "expense", "amount": "4500", "currency": "CLP", "memo": null },
            ],
        }})
    );
    let split = id(&done(
        &machine,
        &[
            "add",
            "12000",
            "Pets:Vet",
            "--create",
            "expense",
            "--split",
            "Food=2000",
        ],
    ));
    assert_eq!(done(&machine, &["show", &first[..4]]), added);
    machine.luka(&["list"]).is(
        0,
        &format!(
            "Id        Date        Payee      Category   Account    Amount  Tags\n\
             {split}  2025-04-16             split (2)  Cash     -$12,000\n\
             {first}  2025-04-15  Café Luna  Food       Cash      -$4,500  trip  !\n"
        ),
        "",
    );
    let list = done(&machine, &["list", "payee:luna"]);
    assert_eq!(
        list,
        json!({ "version": 1, "transactions": [added["transaction"]], "total": 1 })
    );
    changed_taken_back_and_removed(&machine, &first, &split);
}

fn changed_taken_back_and_removed(machine: &Machine, first: &str, split: &str) {
    let edited = machine.luka(&["edit", first, "--amount", "5k", "--metadata", "desk="]);
    let line = "2025-04-15 · Café Luna · Food · -$5,000 from Cash";
    edited.is(0, &format!("Changed {first}: {line}\n"), "");
    let plan = done(
        machine,
        &[
            "bulk",
            "cat:Food",
            "--set",
            "tag=new",
            "--set",
            "payee=Bar",
            "--dry-run",
        ],
    );
    assert_eq!(
        (&plan["changed"], &plan["unchanged"]),
        (&2.into(), &0.into())
    );
    assert_eq!(plan["transactions"][0]["payee"], "Bar");
    assert_eq!(plan["transactions"][1]["tags"], json!(["trip", "new"]));
    let asked = machine.luka(&["bulk", "payee:luna", "--set", "payee=Bar"]);
    asked.is(
        2,
        &format!(
            "Id        Date        Field  Before     After\n\
             {first}  2025-04-15  Payee  Café Luna  Bar\n"
        ),
        "error: this needs a yes, and there is no terminal to ask on\nhint: pass --yes to answer yes\n",
    );
    let bulk = done(
        machine,
        &["bulk", "payee:luna", "--set", "payee=Bar", "--yes"],
    );
    assert_eq!(
        (&bulk["changed"], &bulk["dry_run"]),
        (&1.into(), &false.into())
    );
    assert_eq!(bulk["transactions"][0]["payee"], "Bar");
    let mut undone = done(machine, &["undo", "2"]);
    let subjects: Vec<Value> = [0, 1]
        .map(|at| undone["undone"][at]["subjects"].take())
        .into();
    assert_eq!(
        undone,
        json!({ "version": 1, "undone": [
            { "sequence": 5, "verb": "bulk", "changes": 2, "subjects": null },
            { "sequence": 4, "verb": "edit", "changes": 1, "subjects": null },
        ]})
    );
    for subjects in &subjects {
        assert_eq!(subjects[0]["kind"], "transaction");
        assert_eq!(subjects[0]["transaction"]["id"], first);
    }
    machine.luka(&["redo"]).is(
        0,
        "Done again: edit 2025-04-15 · Café Luna · Food · -$5,000 from Cash (change 4)\n",
        "",
    );
    let history = done(machine, &["history", first]);
    assert_eq!(history["operations"][0]["verb"], "add");
    assert_eq!(history["operations"][0]["at"], "2025-04-16T12:00:00Z");
    assert_eq!(
        history["operations"][1]["changes"][0]["fields"][1],
        json!({ "field": "postings",
            "old": [
                { "account": "Cash", "amount": "-4500", "currency": "CLP" },
                { "account": "Food", "amount": "4500", "currency": "CLP" },
            ],
            "new": [
                { "account": "Cash", "amount": "-5000", "currency": "CLP" },
                { "account": "Food", "amount": "5000", "currency": "CLP" },
            ],
        })
    );
    let removed = machine.luka(&["rm", first, split]);
    assert_eq!(removed.stdout.lines().count(), 2, "{removed}");
    assert_eq!(removed.stderr, "`luka undo` brings them back.\n");
    assert_eq!(done(machine, &["list"])["total"], 0);
    assert_eq!(machine.luka(&["show", first]).code, 4);
    // What was removed still has a history.
    assert_eq!(machine.luka(&["history", first]).code, 0);
    done(machine, &["undo"]);
    assert_eq!(done(machine, &["list"])["total"], 2);
    let proof = done(machine, &["doctor"]);
    assert_eq!(proof["ok"], true);
    let names = |check: &Value| check["name"].as_str().map(str::to_owned);
    let checks: Vec<_> = proof["checks"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(names)
        .collect();
    assert_eq!(
        checks.join(" "),
        "permissions keys pages structure references balance accounts plans attachments rollups chain \
         head history backups"
    );
}

#[test]
fn lists_are_limited_for_people_and_whole_for_scripts() {
    let machine = machine();
    for amount in ["100", "200", "300"] {
        done(&machine, &["add", amount, "Food"]);
    }
    let two = machine.luka(&["list", "-n", "2"]);
    assert_eq!(
        (two.stdout.lines().count(), two.stderr.as_str()),
        (3, "One more; --limit all shows it.\n")
    );
    let machine = machine.with("LUKA_NOW", "2025-04-17T12:00:00Z");
    assert_eq!(machine.luka(&["config", "set", "list.limit", "1"]).code, 0);
    assert_eq!(machine.luka(&["list"]).stdout.lines().count(), 2);
    for all in ["all", "0"] {
        let outcome = machine.luka(&["list", "--limit", all]);
        assert_eq!(
            (outcome.stdout.lines().count(), outcome.stderr.as_str()),
            (4, "")
        );
    }
    assert_eq!(
        done(&machine, &["list"])["transactions"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    let jsonl = machine.luka(&["list", "--format", "jsonl", "amt:>150"]);
    assert_eq!(jsonl.stdout.lines().count(), 2);
    let csv = machine.luka(&["list", "--format", "csv", "amt:300"]);
    assert_eq!(
        csv.stdout.lines().next(),
        Some("id,date,payee,category,account,amount,tags,currency,status,memo,source")
    );
    assert!(
        csv.stdout
            .contains(",Food,Cash,-300,,CLP,unmarked,,manual\n"),
        "{csv}"
    );
    machine
        .luka(&["list", "payee:nobody"])
        .is(0, "", "No transaction fits.\n");
}

#[test]
fn a_statement_agrees_or_not() {
    let machine = machine();
    let first = id(&done(&machine, &["add", "4500", "Food"]));
    let line = ["reconcile", "cash", "--date", "today", "--balance"];
    machine.luka(&[&line[..], &["-4000"]].concat()).is(
        5,
        "",
        "error: the ledger has -$4,500 on that day, the statement -$4,000: $500 apart\n\
         hint: look for what is missing or there twice with `luka list \"acct:cash\" \
         date:..2025-04-16`, then try again\n",
    );
    assert_eq!(
        done(&machine, &[&line[..], &["-4500"]].concat()),
        json!({ "version": 1, "reconciled": {
            "account": "Cash", "date": "2025-04-16", "marked": 1,
            "balance": { "amount": "-4500", "currency": "CLP" },
        }})
    );
    for refused in [["edit", &first, "--amount=1"].as_slice(), &["rm", &first]] {
        let error = machine.luka(&[refused, &["--json"]].concat()).error();
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&6.into(), &"conflict".into())
        );
    }
    assert_eq!(columns(&machine.luka(&["list"]), "Food").last(), Some(&"="));
    assert_eq!(machine.luka(&["rm", &first, "--reconciled"]).code, 0);
}

/// Exit code, command line, message and hint.
type Refusal = (i32, &'static [&'static str], &'static str, &'static str);

const REFUSALS: &[Refusal] = &[
    (
        4,
        &["add", "1", "Fod"],
        "there is no category `Fod`",
        "did you mean `Food`?",
    ),
    (
        4,
        &["add", "1", "Food", "--account", "Bank"],
        "there is no account `Bank`",
        "see `luka account list`",
    ),
    (
        5,
        &["add", "0", "Food"],
        "the amount can't be zero",
        "a refund has a minus; for the other direction of a transfer, swap the accounts",
    ),
    (
        5,
        &["add", "x", "Food"],
        "`x` is not an amount",
        "write 4500, 12.50, 1.234.567, 2*4990 or 4.5k",
    ),
    (
        5,
        &["add", "1", "Food", "--date", "never"],
        "`never` is not a date",
        "write 2025-03-14, today, yesterday, -3, monday or 15 (this month)",
    ),
    (
        5,
        &["add", "1", "Food", "--split", "Health=2"],
        "the splits are larger than the whole: $1 too much",
        "the amount is the whole, the category takes what the splits leave",
    ),
    (
        6,
        &["add", "1", "Food", "--create", "income"],
        "`Food` exists already, and is of kind expense",
        "leave --create out, or choose another name",
    ),
    (
        5,
        &["transfer", "1", "Cash", "Cash"],
        "a transfer needs two different accounts",
        "see `luka account list`",
    ),
    (
        4,
        &["show", "zzzz"],
        "no id begins with `zzzz`",
        "`luka list` shows the ids; the first characters are enough",
    ),
    (
        4,
        &["show", "l!"],
        "an id is made of digits and the letters a-z without i, l, o and u",
        "`luka list` shows the ids; the first characters are enough",
    ),
    (
        4,
        &["rm", "zzzz"],
        "no id begins with `zzzz`",
        "`luka list` shows the ids; the first characters are enough",
    ),
    (
        4,
        &["history", "zzzz"],
        "no id begins with `zzzz`",
        "`luka list` shows the ids; the first characters are enough",
    ),
    (
        2,
        &["edit", "zzzz"],
        "nothing was named that should change",
        "see `luka edit --help`",
    ),
    (
        4,
        &["edit", "zzzz", "--memo", "x"],
        "no id begins with `zzzz`",
        "`luka list` shows the ids; the first characters are enough",
    ),
    (
        4,
        &["list", "tag:nope"],
        "there is nothing called `nope`",
        "",
    ),
    (
        2,
        &["list", "--limit", "few"],
        "`few` is not a value for --limit <N>",
        "write a number of rows, or `all`",
    ),
    (
        5,
        &["bulk", "x", "--set", "catgory=Food"],
        "`catgory` can't be set for many transactions at once",
        "did you mean `category`?",
    ),
    (
        5,
        &["bulk", "x", "--set", "status=done"],
        "`done` is not a status",
        "choose one of: unmarked, pending, cleared",
    ),
    (
        4,
        &["undo"],
        "there is nothing to undo",
        "`luka history` shows what was changed",
    ),
    (
        4,
        &["redo"],
        "there is nothing to do again",
        "`luka history` shows what was changed",
    ),
];

#[test]
fn what_is_refused_says_why() {
    let machine = machine();
    for (code, line, message, hint) in REFUSALS {
        let hint = match *hint {
            "" => String::new(),
            hint => format!("hint: {hint}\n"),
        };
        let said = format!("error: {message}\n{hint}");
        machine.luka(line).is(*code, "", &said);
    }
}

#[test]
fn spanish() {
    let machine = machine().with("LANG", "es_CL.UTF-8");
    let added = machine.luka(&["add", "4500", "Food", "-p", "Café Luna"]);
    assert!(
        added.stdout.starts_with("Guardada ")
            && added
                .stdout
                .ends_with(": 2025-04-16 · Café Luna · Food · -$4.500 de Cash\n"),
        "{added}"
    );
    machine.luka(&["undo"]).is(
        0,
        "Deshecho: registro 2025-04-16 · Café Luna · Food · -$4.500 de Cash (cambio 2)\n",
        "`luka redo` lo hace de nuevo.\n",
    );
    machine.luka(&["undo"]).is(
        4,
        "",
        "error: no hay nada que deshacer\npista: `luka history` muestra lo que cambió\n",
    );
    machine.luka(&["list"]).is(
        0,
        "",
        "Todavía no hay transacciones. `luka add 4500 almuerzo` registra una.\n",
    );
    let doctor = machine.luka(&["doctor"]);
    assert!(
        doctor.stdout.contains("Cada transacción cuadra"),
        "{doctor}"
    );
}

#[test]
fn forty_columns_are_enough() {
    let machine = machine().with("NO_COLOR", "1");
    let payee = "A payee with quite a long name";
    done(
        &machine,
        &["add", "123456", "Food", "-p", payee, "-t", "holidays"],
    );
    for line in [&["list"][..], &["history"], &["doctor"]] {
        let shown = machine.on_terminal(40, line);
        let widest = shown.lines().map(|line| line.chars().count()).max();
        assert!(shown.lines().count() > 1, "{shown}");
        assert!(widest.unwrap() <= 40, "{widest:?}: {shown}");
    }
    let shown = machine.on_terminal(66, &["list"]);
    assert!(
        shown.contains('…') && shown.contains("-$123,456"),
        "{shown}"
    );
}
