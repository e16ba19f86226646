//! How large the release binary is, stripped as the profile says.

use std::fs;

use super::place::Place;
use super::table::Table;

/// Adds the row.
pub(crate) fn run(place: &Place, table: &mut Table) {
    match fs::metadata(&place.binary) {
        Ok(metadata) => table.bytes("the luka binary", metadata.len()),
        Err(error) => table.skip("the luka binary", &error.to_string()),
    }
}
