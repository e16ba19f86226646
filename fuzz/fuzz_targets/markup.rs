//! Tables in web pages, and Excel's XML of 2003: the second byte chooses.
#![no_main]

use fuzz::{all_of, hints, split};

const HEADS: [&str; 3] = [
    "<html><body><table><tr><td>Fecha</td><td>Detalle</td><td>Monto</td></tr>",
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"A\"><Table>",
    "<html><td>",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (byte, rest) = split(data);
    let (head, rest) = split(rest);
    let head = HEADS[usize::from(head) % HEADS.len()];
    all_of(&[head.as_bytes(), rest].concat(), &hints(byte));
});
