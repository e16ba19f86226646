//! Making a ledger, opening it, changing its passphrase. Each ledger costs an Argon2 or two, so the
//! tests that only look share one.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use crate::rig::{Machine, PASSPHRASE};

#[test]
fn a_ledger_is_made_once_and_private() {
    let machine = Machine::new();
    let made = machine.luka(&["init"]);
    let path = machine.ledger();
    let code = made
        .stdout
        .lines()
        .find_map(|line| line.strip_prefix("Recovery code: "))
        .unwrap();
    assert_eq!(code.len(), 41, "{made}");
    made.is(
        0,
        &format!(
            "Made a ledger in {} (CLP).\n\nRecovery code: {code}\nWrite it down on paper: it opens \
             the ledger when the passphrase is forgotten, and it is not shown again.\n",
            path.display()
        ),
        "",
    );
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o700);
    for file in ["ledger.db", "keys.json"] {
        assert_eq!(mode(&path.join(file)), 0o600, "{file}");
    }
    assert_eq!(mode(&machine.path("data/lukalibre/device")), 0o600);
    machine.luka(&["init"]).is(
        6,
        "",
        &format!(
            "error: there is a ledger in {} already\nhint: name another directory with --ledger\n",
            path.display()
        ),
    );
    machine.luka(&["init", "--ledger", "x", "--currency", "XQZ"]).is(
        5,
        "",
        "error: the currency XQZ is not known\nhint: see `luka currency list --all`; others can \
         be added with `luka currency add`\n",
    );
}

#[test]
fn the_passphrase_is_changed_by_who_knows_it_or_holds_the_code() {
    let (machine, made) = Machine::with_ledger();
    assert_eq!(made.json()["ledger"]["currency"], "CLP");
    let code = made.json()["recovery_code"].as_str().unwrap().to_owned();

    let machine = machine.with("LUKA_NEW_PASSPHRASE", "the second one");
    let changed = machine.luka(&["passwd"]);
    assert_eq!(changed.code, 0, "{changed}");
    machine.luka(&["passwd"]).is(
        3,
        "",
        "error: wrong passphrase\nhint: try again; with the recovery code, `luka passwd \
         --recovery` sets a new one\n",
    );
    let error = machine.luka(&["passwd", "--json"]).error();
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&3.into(), &"locked".into())
    );

    let file = machine.path("secret");
    fs::write(&file, format!("{PASSPHRASE}\r\nnot this\n")).unwrap();
    let machine = machine
        .with("LUKA_RECOVERY_CODE", &code.to_lowercase())
        .with("LUKA_NEW_PASSPHRASE_FILE", file.to_str().unwrap());
    let changed = machine.luka(&["passwd", "--recovery"]);
    assert_eq!(changed.code, 0, "{changed}");
    let machine = machine.with("LUKA_PASSPHRASE_COMMAND", "cat secret");
    let machine = machine.with("LUKA_PASSPHRASE", "not asked: the command goes first");
    assert_eq!(machine.luka(&["passwd"]).code, 0);

    let mistyped = machine
        .with("LUKA_RECOVERY_CODE", "ABCDE")
        .luka(&["passwd", "--recovery"]);
    mistyped.is(
        5,
        "",
        "error: a recovery code has 35 letters and digits, not 5\nhint: it is seven groups of \
         five; blanks, dashes and case don't matter\n",
    );
}

#[test]
fn what_others_could_reach_is_not_read() {
    let (machine, _) = Machine::with_ledger();
    let (ledger, keys) = (machine.ledger(), machine.ledger().join("keys.json"));
    fs::set_permissions(&keys, Permissions::from_mode(0o644)).unwrap();
    machine.luka(&["passwd"]).is(
        1,
        "",
        &format!(
            "error: other users can reach {path} (mode 0644)\nhint: chmod 600 {path}\n",
            path = keys.display()
        ),
    );
    fs::set_permissions(&keys, Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(&ledger, Permissions::from_mode(0o755)).unwrap();
    let outcome = machine.luka(&["passwd", "--lang", "es"]);
    outcome.is(
        1,
        "",
        &format!(
            "error: otros usuarios pueden alcanzar {path} (modo 0755)\npista: chmod 700 {path}\n",
            path = ledger.display()
        ),
    );
    fs::set_permissions(&ledger, Permissions::from_mode(0o700)).unwrap();
    fs::write(&keys, "{").unwrap();
    let damaged = machine.luka(&["passwd", "--json"]).error();
    assert_eq!(
        (&damaged["code"], &damaged["kind"]),
        (&8.into(), &"integrity".into())
    );
    fs::remove_file(&keys).unwrap();
    assert_eq!(machine.luka(&["passwd"]).code, 8);
}

#[test]
fn without_a_ledger_or_a_way_to_the_passphrase_it_says_so() {
    let machine = Machine::new();
    machine.luka(&["unlock"]).is(
        4,
        "",
        &format!(
            "error: there is no ledger in {}\nhint: make one with `luka init`, or name another \
             with --ledger\n",
            machine.ledger().display()
        ),
    );
    let machine = machine.without("LUKA_PASSPHRASE");
    machine.luka(&["init"]).is(
        3,
        "",
        "error: a new passphrase is needed, and there is no terminal to ask on\nhint: set \
         LUKA_PASSPHRASE_FILE to a file that holds it\n",
    );
    let machine = machine.with("LUKA_PASSPHRASE_FILE", "/nowhere/secret");
    machine.luka(&["init"]).is(
        3,
        "",
        "error: there is no /nowhere/secret\nhint: LUKA_PASSPHRASE_FILE must name a file \
             that you can read, with the secret on its first line\n",
    );
    let machine = machine.with("LUKA_PASSPHRASE_FILE", "/dev/null");
    let empty = machine.luka(&["init"]);
    assert_eq!(empty.code, 3, "{empty}");
    assert!(
        !machine.ledger().exists(),
        "a refused init leaves nothing behind"
    );
}
