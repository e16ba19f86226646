//! A day of importing: first, again, with bad rows, with two readings, dry, strict, by profile.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::rig::{Machine, Outcome};

const STATEMENT: &str = "Fecha;Descripción;Cargo;Abono;Saldo\n\
    15/03/2025;SUPERMERCADO;12.500;;237.500\n\
    16/03/2025;CAFE LUNA;3.500;;234.000\n\
    16/03/2025;CAFE LUNA;3.500;;230.500\n\
    31/03/2025;SUELDO;;1.000.000;1.230.500\n";
const BAD_ROWS: &str = "Fecha;Descripción;Monto\n\
    01/04/2025;A;-1.000\n31/02/2025;B;-2.000\n13/04/2025;C;abc\n14/04/2025;D;-4.000\n";
const TWO_DATES: &str = "Date,Description,Amount\n03/04/2025,Tea,-10\n";

/// A machine with an account in pesos and one in dollars, and the files.
fn machine() -> Machine {
    let machine = Machine::new();
    for line in [
        &["init", "--currency", "CLP", "--categories", "none"][..],
        &["account", "add", "Checking", "--kind", "asset"],
        &[
            "account",
            "add",
            "Dollars",
            "--kind",
            "asset",
            "--currency",
            "USD",
        ],
    ] {
        let outcome = machine.luka(line);
        assert_eq!(outcome.code, 0, "{outcome}");
    }
    for (name, content) in [
        ("march.csv", STATEMENT),
        ("bad.csv", BAD_ROWS),
        ("tea.csv", TWO_DATES),
        ("scan.pdf", "%PDF-1.7"),
        ("empty.csv", ""),
    ] {
        fs::write(machine.path(name), content).unwrap();
    }
    machine
}

fn import(machine: &Machine, line: &[&str]) -> Outcome {
    machine.luka(&[&["import"], line, &["--json"]].concat())
}

/// The counts of the one file of a document.
fn counts(document: &Value) -> [u64; 4] {
    ["rows", "imported", "duplicates", "review"]
        .map(|name| document["files"][0][name].as_u64().unwrap())
}

fn transactions(machine: &Machine) -> u64 {
    let exported = machine.luka(&["export"]).json();
    exported["transactions"].as_array().unwrap().len() as u64
}

#[test]
fn first_again_and_dry() {
    let machine = machine();
    let dry = import(&machine, &["march.csv", "-a", "Checking", "--dry-run"]).json();
    assert_eq!(
        (counts(&dry), &dry["dry_run"]),
        ([4, 4, 0, 0], &json!(true))
    );
    assert_eq!(dry["files"][0]["preview"][2]["verdict"], "new");
    assert_eq!(transactions(&machine), 0, "a dry run writes nothing");
    let first = import(&machine, &["march.csv", "-a", "checking"]);
    assert_eq!((first.code, first.stderr.as_str()), (0, ""), "{first}");
    let mut document = first.json();
    let batch = document["files"][0]["batch"].take();
    assert!(batch.as_str().is_some_and(|id| !id.is_empty()));
    assert_eq!(
        document,
        json!({ "version": 1, "dry_run": false, "files": [{
            "file": "march.csv", "format": "csv", "account": "Checking", "rows": 4, "imported": 4,
            "duplicates": 0, "review": 0, "errors": [], "number_format": "1.234,56",
            "date_format": "DD/MM/YYYY", "batch": null, "matched": 0, "accounts": ["Checking"],
            "encoding": "UTF-8", "profile": null, "warnings": [], "pairs": 0, "late": 0,
            "ignored": [],
        }]})
    );
    assert_eq!(transactions(&machine), 4, "two equal coffees are two");
    let again = import(&machine, &["march.csv", "-a", "Checking"]).json();
    assert_eq!(counts(&again), [4, 0, 4, 0]);
    assert_eq!(again["files"][0]["batch"], Value::Null);
    assert_eq!(transactions(&machine), 4);
    machine.luka(&["import", "march.csv", "-a", "Checking"]).is(
        0,
        "File       Format  Account   Dates       Numbers   Rows  New  Known  To review  Unreadable\n\
         march.csv  csv     Checking  DD/MM/YYYY  1.234,56     4    0      4          0           0\n",
        "",
    );
    let categories = machine.luka(&["category", "list", "--json"]).json();
    assert_eq!(categories["categories"][0]["name"], "Uncategorized income");
    assert_eq!(machine.luka(&["undo"]).code, 0);
    assert_eq!(transactions(&machine), 0, "one import, one undo");
}

#[test]
fn bad_rows_are_named_and_the_others_taken() {
    let machine = machine();
    let strict = machine.luka(&["import", "bad.csv", "-a", "Checking", "--strict", "--quiet"]);
    assert_eq!(strict.code, 5, "{strict}");
    assert!(
        strict.stderr.contains("so nothing was imported"),
        "{strict}"
    );
    assert_eq!(transactions(&machine), 0);
    let outcome = import(&machine, &["bad.csv", "-a", "Checking"]);
    assert_eq!(outcome.code, 5, "{outcome}");
    let document = outcome.json();
    assert_eq!(counts(&document), [4, 2, 0, 0]);
    assert_eq!(
        document["files"][0]["errors"],
        json!([
            { "line": 3, "column": "Fecha", "text": "31/02/2025", "message": "line 3, column Fecha: \
              `31/02/2025` is not a date in the format of the other rows" },
            { "line": 4, "column": "Monto", "text": "abc", "message": "line 4, column Monto: `abc` \
              is not an amount in the format of the other rows" },
        ])
    );
    let error = outcome.error();
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&json!(5), &json!("bad-input"))
    );
    assert_eq!(
        error["message"],
        "2 rows could not be read; the others were taken"
    );
    let spanish = machine.luka(&["import", "bad.csv", "-a", "Checking", "--lang", "es"]);
    assert_eq!(
        spanish.stderr,
        "bad.csv: línea 3, columna Fecha: `31/02/2025` no es una fecha en el formato de las otras filas\n\
         bad.csv: línea 4, columna Monto: `abc` no es un monto en el formato de las otras filas\n\
         error: no se pudieron leer 2 filas; las demás se tomaron\n\
         pista: corrija el archivo e impórtelo de nuevo: las filas conocidas se omiten\n"
    );
}

#[test]
fn two_readings_are_never_guessed() {
    let machine = machine();
    machine.luka(&["import", "tea.csv", "-a", "Checking"]).is(
        5,
        "",
        "error: tea.csv: `03/04/2025` may be 2025-04-03 or 2025-03-04, and no row tells which\n\
         hint: pass --date-format DMY for 2025-04-03, or --date-format MDY for 2025-03-04\n",
    );
    let read = import(
        &machine,
        &["tea.csv", "-a", "Checking", "--date-format", "MM/DD/YYYY"],
    );
    assert_eq!(counts(&read.json()), [1, 1, 0, 0], "{read}");
    let listed = machine.luka(&["export"]).json();
    assert_eq!(listed["transactions"][0]["date"], "2025-03-04");
}

#[test]
fn each_refusal_has_its_code() {
    let machine = machine();
    for (code, line) in [
        (4, &["nowhere.csv", "-a", "Checking"][..]),
        (5, &["config", "-a", "Checking"]),
        (5, &["scan.pdf", "-a", "Checking"]),
        (5, &["empty.csv", "-a", "Checking"]),
        (2, &["march.csv"]),
        (4, &["march.csv", "-a", "Savings"]),
        (5, &["tea.csv", "-a", "Checking", "--date-format", "YDM"]),
        (2, &["march.csv", "-a", "Checking", "--decimal", ";"]),
        (4, &["march.csv", "-a", "Checking", "--profile", "bank"]),
        (5, &["march.csv", "-a", "Checking", "--profile", "../bank"]),
        (
            2,
            &[
                "march.csv",
                "bad.csv",
                "-a",
                "Checking",
                "--save-profile",
                "x",
            ],
        ),
        (2, &["march.csv", "-a", "Checking", "--matches", "maybe"]),
        (2, &["march.csv", "--detect", "--dry-run"]),
    ] {
        fs::create_dir_all(machine.path("config")).unwrap();
        let outcome = import(&machine, line);
        assert_eq!(outcome.code, code, "{line:?}: {outcome}");
        assert_eq!(outcome.error()["code"], code, "{line:?}");
    }
    assert_eq!(transactions(&machine), 0);
    let which = machine.luka(&["import", "march.csv"]);
    assert!(which.stderr.contains("--account"), "{which}");
}

#[test]
fn a_file_is_described_without_importing_it() {
    let machine = machine();
    let found = import(&machine, &["--detect", "march.csv"]).json();
    let file = &found["files"][0];
    assert_eq!(
        (
            &file["format"],
            &file["date_format"],
            &file["number_format"],
            &file["rows"]
        ),
        (
            &json!("csv"),
            &json!("DD/MM/YYYY"),
            &json!("1.234,56"),
            &json!(4)
        )
    );
    assert_eq!(
        file["columns"][2],
        json!({ "number": 3, "name": "Cargo", "role": "debit" })
    );
    let shown = machine.luka(&["import", "--detect", "march.csv", "--lang", "es"]);
    assert!(shown.stdout.contains("  Cargo: cargo\n"), "{shown}");
    assert_eq!(transactions(&machine), 0);
}

#[test]
fn a_profile_is_saved_and_found_again() {
    let machine = machine();
    let line = [
        "tea.csv",
        "-a",
        "Dollars",
        "--date-format",
        "DMY",
        "--save-profile",
        "tea",
    ];
    assert_eq!(import(&machine, &line).code, 0);
    let saved = fs::read_to_string(machine.path("config/lukalibre/profiles/tea.toml")).unwrap();
    assert!(saved.contains("date-order = \"dmy\""), "{saved}");
    assert_eq!(
        import(&machine, &line).code,
        6,
        "a profile is not replaced without a yes"
    );
    let found = import(&machine, &["tea.csv", "-a", "Dollars"]);
    assert_eq!((found.code, found.stderr.as_str()), (0, ""), "{found}");
    let file = found.json()["files"][0].clone();
    assert_eq!(
        (&file["profile"], &file["duplicates"]),
        (&json!("tea"), &json!(1))
    );
    let other = import(
        &machine,
        &["march.csv", "-a", "Checking", "--profile", "tea"],
    );
    assert_eq!(
        (other.code, other.error()["kind"].clone()),
        (5, json!("bad-input"))
    );
    let list = machine.luka(&["profile", "list", "--json"]);
    assert_eq!(list.json()["profiles"][0]["name"], json!("tea"), "{list}");
    assert_eq!(machine.luka(&["profile", "rm", "tea"]).code, 0);
    assert_eq!(machine.luka(&["profile", "rm", "tea"]).code, 4);
    assert_eq!(machine.luka(&["profile", "rm", "../tea"]).code, 5);
    let empty = machine.luka(&["profile", "list", "--json"]).json();
    assert_eq!(empty["profiles"], json!([]));
}

#[test]
fn stdin_and_entries_by_hand() {
    let machine = machine();
    for line in [
        &["category", "add", "Food", "--kind", "expense"][..],
        &["add", "12500", "Food", "-a", "Checking", "-d", "2025-03-14"],
    ] {
        let outcome = machine.luka(line);
        assert_eq!(outcome.code, 0, "{outcome}");
    }
    let run = |matches: &str| {
        let line = [
            "import",
            "-",
            "-a",
            "Checking",
            "--json",
            "--dry-run",
            "--matches",
            matches,
        ];
        let mut command = machine.command(&line);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(STATEMENT.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(document["files"][0]["file"], "stdin");
        (counts(&document), document["files"][0]["matched"].as_u64())
    };
    assert_eq!(run("review"), ([4, 3, 0, 1], Some(0)));
    assert_eq!(run("merge"), ([4, 3, 0, 0], Some(1)));
    assert_eq!(run("new"), ([4, 4, 0, 0], Some(0)));
}

#[test]
fn fees_in_a_column_of_their_own_are_never_dropped_in_silence() {
    let machine = machine();
    let write = |name: &str, text: &str| fs::write(machine.path(name), text).unwrap();
    write(
        "fees.csv",
        "Fecha;Descripción;Monto;Comisión\n21/03/2025;Retiro;-10.000;350\n22/03/2025;Sueldo;900.000;0\n",
    );
    let dry = |file: &str, more: &[&str]| {
        let line = [&[file, "-a", "Checking", "--dry-run"], more].concat();
        let file = import(&machine, &line).json()["files"][0].clone();
        (
            file["preview"][0]["amount"].clone(),
            file["warnings"].clone(),
        )
    };
    let (amount, warnings) = dry("fees.csv", &[]);
    let warning = warnings[0].as_str().unwrap();
    assert_eq!(amount, "-10000");
    assert!(
        warning.contains("`Comisión`") && warning.contains("350"),
        "{warning}"
    );
    assert_eq!(
        dry("fees.csv", &["--fees", "apart"]),
        (json!("-10350"), json!([]))
    );
    assert_eq!(
        dry("fees.csv", &["--fees", "within"]),
        (json!("-10000"), json!([]))
    );
    let inverted = dry("fees.csv", &["--fees", "apart", "--invert"]);
    assert_eq!(inverted.0, "9650");
    write(
        "balance.csv",
        "Fecha;Descripción;Monto;Comisión;Saldo\n21/03/2025;Retiro;-10.000;350;90.000\n22/03/2025;Sueldo;900.000;0;990.000\n23/03/2025;Retiro;-20.000;350;970.000\n",
    );
    assert_eq!(
        dry("balance.csv", &[]),
        (json!("-10000"), json!([])),
        "the balance tells"
    );
    // What was said is in the profile.
    let saved = [
        "fees.csv",
        "-a",
        "Checking",
        "--fees",
        "apart",
        "--save-profile",
        "bank",
    ];
    assert_eq!(import(&machine, &saved).code, 0);
    assert_eq!(dry("fees.csv", &["--profile", "bank"]).0, "-10350");
}

#[test]
fn a_file_in_two_currencies_goes_to_an_account_of_each() {
    let machine = machine();
    let text = "Date,Description,Amount,Currency\n2025-04-01,Bread,-4500,CLP\n2025-04-02,Book,-12.50,USD\n";
    fs::write(machine.path("two.csv"), text).unwrap();
    let refused = machine.luka(&["import", "two.csv", "-a", "Checking"]);
    assert_eq!(refused.code, 5, "{refused}");
    assert!(refused.stderr.contains("luka account add"), "{refused}");
    assert!(refused.stderr.contains("--currency USD"), "{refused}");
    assert_eq!(
        machine
            .luka(&[
                "account",
                "add",
                "Greenbacks",
                "--kind",
                "asset",
                "--currency",
                "USD"
            ])
            .code,
        0
    );
    let both = import(&machine, &["two.csv", "-a", "Checking", "-a", "Greenbacks"]).json();
    assert_eq!(counts(&both), [2, 2, 0, 0]);
    assert_eq!(
        both["files"][0]["accounts"],
        json!(["Checking", "Greenbacks"])
    );
    let listed = machine.luka(&["list", "acct:Greenbacks", "--json"]).json();
    assert_eq!(listed["total"], 1);
    let again = import(&machine, &["two.csv", "-a", "Greenbacks", "-a", "Checking"]).json();
    assert_eq!(counts(&again), [2, 0, 2, 0]);
}
