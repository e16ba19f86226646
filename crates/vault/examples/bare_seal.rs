//! The floor of a first backup: so many bytes sealed in memory, with nothing around.
//!
//! `cargo xtask bench backup` runs it as `bare_seal BYTES` and measures the process. One piece as
//! large as a backup's is sealed again and again, each time under its next number.

use std::env;
use std::error::Error;
use std::hint::black_box;

use vault::LedgerId;
use vault::backup::{BackupKey, PAGE_SIZE, Sealer, random_id};

/// As `backup` fills its pieces.
const PIECE: usize = 64 * PAGE_SIZE;

fn main() -> Result<(), Box<dyn Error>> {
    let bytes = env::args().nth(1).ok_or("bare_seal BYTES")?;
    let bytes: u64 = bytes.parse()?;
    let ledger = LedgerId::from_bytes([7; 16]);
    let sealer = Sealer::new(&BackupKey::generate()?, ledger, "version", random_id()?);
    let mut piece = vec![0; PIECE];
    for number in 0..bytes.div_ceil(PIECE as u64) {
        sealer.seal(number, &mut piece)?;
        piece.truncate(PIECE);
        black_box(&mut piece);
    }
    Ok(())
}
