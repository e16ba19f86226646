//! `luka import` of documents: every row waits, none is booked, and what can't be read says why.

use std::fs;

use serde_json::{Value, json};

use crate::names::did;
use crate::rig::{Machine, Outcome};

/// What stands on a page: left edge, height above the foot, words. Accents are of one byte.
type Words<'a> = (u32, u32, &'a str);

/// A PDF as programs of banks write it: an object for each page, its contents, and the font.
fn pdf(pages: &[&[Words<'_>]], more: &str) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = Vec::new();
    let kids: Vec<String> = (0..pages.len())
        .map(|at| format!("{} 0 R", 4 + at * 2))
        .collect();
    let kids = kids.join(" ");
    objects.push(b"<< /Type /Catalog /Pages 2 0 R >>".to_vec());
    let count = pages.len();
    objects.push(format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>").into_bytes());
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    objects.push(font.as_bytes().to_vec());
    for (at, page) in pages.iter().enumerate() {
        let contents = 5 + at * 2;
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R \
                 /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            .into_bytes(),
        );
        let mut text: Vec<u8> = Vec::new();
        for (nth, (left, up, words)) in page.iter().enumerate() {
            text.extend(format!("BT /F1 9 Tf {left} {up} Td ").bytes());
            let letters = words.chars().map(|c| u8::try_from(u32::from(c)).unwrap());
            // Half of the programs move letters about.
            let (open, close) = if nth % 2 == 0 {
                ("(", ") Tj")
            } else {
                ("[(", ")-20()] TJ")
            };
            text.extend(open.bytes());
            text.extend(letters);
            text.extend(close.bytes());
            text.extend(b" ET\n");
        }
        let mut stream = format!("<< /Length {} >>\nstream\n", text.len()).into_bytes();
        stream.extend(text);
        stream.extend(b"endstream");
        objects.push(stream);
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R {more}>>\n").bytes());
    file.extend(format!("startxref\n{table}\n%%EOF\n").bytes());
    file
}

const HEAD: [Words<'_>; 5] = [
    (40, 740, "Fecha"),
    (110, 740, "Descripción"),
    (330, 740, "Cargos"),
    (420, 740, "Abonos"),
    (510, 740, "Saldo"),
];

/// A statement of two pages with a header on each; the end says what went out.
fn statement(out: &str) -> Vec<u8> {
    let mut first = vec![
        (40, 800, "BANCO DE PRUEBA"),
        (40, 785, "Período: 01/03/2025 - 31/03/2025"),
        (40, 770, "Saldo inicial: $100.000"),
    ];
    first.extend(HEAD);
    first.extend([
        (40, 725, "03/03/2025"),
        (110, 725, "COMPRA PANADERÍA ÑUÑOA"),
        (340, 725, "4.500"),
        (510, 725, "95.500"),
        (110, 714, "Santiago de Chile"),
        (40, 700, "14/03/2025"),
        (110, 700, "ABONO REMUNERACIÓN"),
        (425, 700, "900.000"),
        (510, 700, "995.500"),
        (280, 30, "Página 1 de 2"),
    ]);
    let mut second = vec![(40, 800, "BANCO DE PRUEBA")];
    second.extend(HEAD);
    second.extend([
        (40, 725, "20/03/2025"),
        (110, 725, "COMPRA PANADERÍA ÑUÑOA"),
        (340, 725, "4.500"),
        (510, 725, "991.000"),
        (40, 700, "20/03/2025"),
        (110, 700, "COMPRA PANADERÍA ÑUÑOA"),
        (340, 700, "4.500"),
        (510, 700, "986.500"),
        (110, 670, "Total cargos"),
        (330, 670, out),
        (280, 30, "Página 2 de 2"),
    ]);
    pdf(&[&first, &second], "")
}

fn import(machine: &Machine, bytes: &[u8], more: &[&str]) -> Outcome {
    let path = machine.path("cartola.pdf");
    fs::write(&path, bytes).unwrap();
    let words = [
        &["import", path.to_str().unwrap(), "--account", "Cash"],
        more,
    ]
    .concat();
    machine.luka(&words)
}

fn imported(machine: &Machine, bytes: &[u8], more: &[&str]) -> Value {
    let outcome = import(machine, bytes, &[more, &["--json"]].concat());
    assert_eq!(outcome.code, 0, "{outcome}");
    outcome.json()
}

fn waiting(machine: &Machine) -> Vec<Value> {
    let list = did(machine, &["review", "list", "--kind", "document"]);
    list["items"].as_array().unwrap().clone()
}

fn booked(machine: &Machine) -> usize {
    did(machine, &["list"])["transactions"]
        .as_array()
        .unwrap()
        .len()
}

#[test]
fn every_row_of_a_statement_waits_with_its_page_and_none_is_booked() {
    let (machine, _) = Machine::with_ledger();
    let file = statement("13.500");
    let preview = imported(&machine, &file, &["--dry-run"]);
    assert_eq!(preview["files"][0]["format"], "pdf", "{preview}");
    let told = import(&machine, &file, &["--dry-run"]).stderr;
    assert!(told.contains("4 rows of a document wait"), "{told}");
    let found = imported(&machine, &file, &[]);
    let of = &found["files"][0];
    assert_eq!(
        of["warnings"],
        json!([]),
        "the totals are those of the rows: {found}"
    );
    let rows = waiting(&machine);
    let short: Vec<(String, String, u64)> = rows
        .iter()
        .map(|row| {
            let amount = row["amount"]["amount"].as_str().unwrap().to_owned();
            let text = row["text"].as_str().unwrap().to_owned();
            (text, amount, row["page"].as_u64().unwrap())
        })
        .collect();
    let bakery = "COMPRA PANADERÍA ÑUÑOA";
    let mut expected = vec![
        (format!("{bakery} Santiago de Chile"), "-4500".to_owned(), 1),
        ("ABONO REMUNERACIÓN".to_owned(), "900000".to_owned(), 1),
        (bakery.to_owned(), "-4500".to_owned(), 2),
        (bakery.to_owned(), "-4500".to_owned(), 2),
    ];
    let mut sorted = short;
    sorted.sort();
    expected.sort();
    assert_eq!(sorted, expected);
    assert_eq!(
        booked(&machine),
        0,
        "nothing of a document is booked by an import"
    );
    let words = machine.luka(&["review", "list", "--kind", "document"]);
    assert!(words.stdout.contains("page 2"), "{words}");
}

#[test]
fn what_was_decided_does_not_come_back() {
    let (machine, _) = Machine::with_ledger();
    let file = statement("13.500");
    imported(&machine, &file, &[]);
    let rows = waiting(&machine);
    did(
        &machine,
        &["review", "accept", rows[0]["id"].as_str().unwrap()],
    );
    did(
        &machine,
        &["review", "reject", rows[1]["id"].as_str().unwrap()],
    );
    assert_eq!((waiting(&machine).len(), booked(&machine)), (2, 1));
    for more in [&[][..], &["--matches", "merge"], &["--matches", "new"]] {
        imported(&machine, &file, more);
        assert_eq!(
            (waiting(&machine).len(), booked(&machine)),
            (2, 1),
            "{more:?}"
        );
    }
}

#[test]
fn a_total_that_the_rows_do_not_make_is_a_warning_with_the_difference() {
    let (machine, _) = Machine::with_ledger();
    let found = imported(&machine, &statement("14.000"), &["--dry-run"]);
    let warnings = found["files"][0]["warnings"].to_string();
    assert!(warnings.contains("500"), "{warnings}");
    let detected = imported(&machine, &statement("13.500"), &["--detect"]);
    assert_eq!(detected["files"][0]["rows"], 4, "{detected}");
}

#[test]
fn what_can_not_be_read_says_why_and_imports_nothing() {
    let (machine, _) = Machine::with_ledger();
    let whole = statement("13.500");
    let scan = pdf(&[&[]], "");
    let mut damaged = whole.clone();
    damaged.truncate(whole.len() / 3);
    let locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 \
                  /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) >> \
                  /ID [(0123456789012345) (0123456789012345)] ";
    let encrypted = pdf(&[&HEAD], locked);
    let nothing = pdf(&[&[(40, 700, "Dear customer, there is news.")]], "");
    for (bytes, says, hint) in [
        (scan, "holds no text", "banks offer"),
        (damaged, "this PDF can't be read", "download it"),
        (
            b"%PDF-1.4 and no more".to_vec(),
            "this PDF can't be read",
            "download it",
        ),
        (encrypted, "protected by a password", "print it"),
        (nothing, "no transactions", ""),
    ] {
        let outcome = import(&machine, &bytes, &[]);
        assert_eq!(outcome.code, 5, "{outcome}");
        let told = outcome.stderr.contains(says) && outcome.stderr.contains(hint);
        assert!(told, "{says}: {outcome}");
    }
    // A font that is named nowhere ends the process that takes the file apart, and only that one.
    let broken = String::from_utf8_lossy(&whole).replace("/F1 9 Tf", "/F9 9 Tf");
    let outcome = import(&machine, broken.as_bytes(), &[]);
    assert_eq!(outcome.code, 5, "{outcome}");
    assert!(outcome.stderr.contains("can't be read"), "{outcome}");
    assert_eq!((waiting(&machine).len(), booked(&machine)), (0, 0));
}

#[test]
fn the_process_that_takes_documents_apart_is_not_shown() {
    let help = Machine::new().luka(&["--help"]);
    assert!(!help.stdout.contains("read-document"), "{help}");
}
