//! Tables of text: the second byte chooses a header.
#![no_main]

use fuzz::{all_of, hints, split};

const HEADS: [&str; 8] = [
    "",
    "Date,Description,Amount\n",
    "Fecha;Detalle;Cargo;Abono;Saldo\n",
    "Buchungstag;Auftraggeber;Verwendungszweck;Betrag;Soll/Haben;IBAN\r\n",
    "Cuenta: 123\n\nFecha\tDescripci\u{f3}n\tMonto\tMoneda\n",
    "\u{feff}\"Started Date\",\"Completed Date\",\"Description\",\"Amount\",\"Fee\",\"Currency\",\"State\"\n",
    "Date,Description,Amount\n2026-01-13,A,-1.00\n2026-01-14,B,\"1,234.50\"\n",
    "Fecha;Detalle;Monto\n13/01/2026;A;-1.000\n14/01/2026;B;2.500,50\n",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (byte, rest) = split(data);
    let (head, rest) = split(rest);
    let head = HEADS[usize::from(head) % HEADS.len()];
    all_of(&[head.as_bytes(), rest].concat(), &hints(byte));
});
