//! The parts of an XLSX, zipped here: sheet, texts, styles, workbook, separated by zero bytes.
#![no_main]

use std::io::{Cursor, Write as _};

use fuzz::{all_of, hints, parts, split};
use zip::write::{SimpleFileOptions, ZipWriter};

const NAMES: [&str; 5] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
];
const WORKBOOK: &str = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const RELATIONS: &str =
    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (byte, rest) = split(data);
    let mut texts: Vec<&[u8]> = parts(rest).take(NAMES.len()).collect();
    if texts.len() < 4 {
        texts.resize(3, b"");
        texts.push(WORKBOOK.as_bytes());
    }
    if texts.len() < 5 {
        texts.push(RELATIONS.as_bytes());
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in NAMES.iter().zip(texts) {
        archive.start_file(*name, options).unwrap();
        archive.write_all(text).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    all_of(&bytes, &hints(byte));
});
