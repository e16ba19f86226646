//! `luka attach` and `luka attachment`: kept, listed, written out, removed, exported, restored.

use serde_json::Value;

use crate::names::did;
use crate::rig::Machine;

const RECEIPT: &[u8] = b"%PDF-1.7 \x00\xff a receipt";

fn with_receipt() -> (Machine, String, Value) {
    let (machine, _) = Machine::with_ledger();
    let added = did(&machine, &["add", "4500", "Lunch"]);
    let id = added["transaction"]["id"].as_str().unwrap().to_owned();
    std::fs::write(machine.path("boleta.pdf"), RECEIPT).unwrap();
    let kept = did(&machine, &["attach", &id, "boleta.pdf"]);
    let one = kept["attachments"][0].clone();
    (machine, id, one)
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap()
}

#[test]
fn a_file_is_kept_in_the_ledger_and_comes_out_as_it_was() {
    let (machine, id, one) = with_receipt();
    assert_eq!(one["size"], RECEIPT.len());
    assert_eq!(text(&one, "transaction"), id);
    let listed = did(&machine, &["attachment", "list", &id]);
    assert_eq!(listed["attachments"][0]["name"], "boleta.pdf");
    std::fs::remove_file(machine.path("boleta.pdf")).unwrap();
    did(
        &machine,
        &["attachment", "export", text(&one, "id"), "--to", "."],
    );
    assert_eq!(std::fs::read(machine.path("boleta.pdf")).unwrap(), RECEIPT);
    let again = machine.luka(&["attachment", "export", text(&one, "id"), "--to", "."]);
    assert_eq!(again.code, 6, "a file that is there stays: {again}");
    let plain = std::fs::read(machine.ledger().join("ledger.db")).unwrap();
    let found = plain.windows(9).any(|bytes| bytes == b"a receipt");
    assert!(!found, "nothing of it is on the disk in clear");
    let doctor = did(&machine, &["doctor"]);
    let check = doctor["checks"].as_array().unwrap().iter();
    let check = check.clone().find(|check| check["name"] == "attachments");
    assert_eq!(check.unwrap()["ok"], true);
}

#[test]
fn the_same_content_is_kept_once_and_a_removal_can_be_undone() {
    let (machine, id, one) = with_receipt();
    let twice = machine.luka(&["attach", &id, "boleta.pdf"]);
    assert_eq!(twice.code, 6, "{twice}");
    std::fs::copy(machine.path("boleta.pdf"), machine.path("copia.pdf")).unwrap();
    let copy = did(&machine, &["attach", &id, "copia.pdf"]);
    assert_eq!(copy["attachments"][0]["digest"], one["digest"]);
    did(&machine, &["attachment", "rm", text(&one, "id")]);
    let listed = did(&machine, &["attachment", "list"]);
    assert_eq!(listed["attachments"].as_array().unwrap().len(), 1);
    did(&machine, &["rm", &id, "--yes"]);
    assert_eq!(
        did(&machine, &["attachment", "list"])["attachments"],
        serde_json::json!([])
    );
    did(&machine, &["undo", "2"]);
    let listed = did(&machine, &["attachment", "list", &id]);
    assert_eq!(listed["attachments"].as_array().unwrap().len(), 2);
    did(&machine, &["doctor"]);
}

#[test]
fn the_lossless_export_has_the_files_and_brings_them_back() {
    let (machine, _, one) = with_receipt();
    let document = machine.luka(&["export", "--format", "json"]);
    std::fs::write(machine.path("book.json"), &document.stdout).unwrap();
    let (other, _) = Machine::with_ledger();
    let path = machine.path("book.json");
    // A ledger as `init` leaves it: the helper's has an account.
    let fresh = other.path("fresh");
    let other = other.with("LUKA_LEDGER", fresh.to_str().unwrap());
    did(
        &other,
        &["init", "--currency", "CLP", "--categories", "none"],
    );
    did(&other, &["restore-json", path.to_str().unwrap()]);
    did(
        &other,
        &["attachment", "export", text(&one, "id"), "--to", "back.pdf"],
    );
    assert_eq!(std::fs::read(other.path("back.pdf")).unwrap(), RECEIPT);
    let again = other.luka(&["export", "--format", "json"]);
    // All but the name of the ledger.
    let rest = |text: &str| text.split_once("\"currency\"").unwrap().1.to_owned();
    assert_eq!(rest(&again.stdout), rest(&document.stdout));
}

#[test]
fn what_cannot_be_kept_is_refused_in_words() {
    let (machine, id, _) = with_receipt();
    let large = std::fs::File::create(machine.path("film.mp4")).unwrap();
    large.set_len(21 << 20).unwrap();
    std::fs::write(machine.path("empty"), b"").unwrap();
    let refused = |arguments: &[&str], code: i32, words: &str| {
        let outcome = machine.luka(arguments);
        assert_eq!(outcome.code, code, "{outcome}");
        assert!(outcome.stderr.contains(words), "{outcome}");
    };
    refused(&["attach", &id, "film.mp4"], 5, "21 MB at most");
    refused(&["attach", &id, "empty"], 5, "`empty` is empty");
    refused(&["attach", &id, "nothing"], 4, "nothing");
    refused(&["attach", "zzzzz", "boleta.pdf"], 4, "zzzzz");
    refused(&["attachment", "open", "zzzzz"], 4, "zzzzz");
    let listed = did(&machine, &["attachment", "list"]);
    assert_eq!(listed["attachments"].as_array().unwrap().len(), 1);
}
