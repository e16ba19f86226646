//! Backups: a first one of a large ledger beside sealing and the disk, and the daemon that follows
//! single transactions to the Drive double and rests between.

mod daemon;
mod first;
mod rest;

use super::options::Options;
use super::place::Place;
use super::table::Table;

/// Adds the rows.
pub(crate) fn run(place: &Place, options: &Options, table: &mut Table) {
    if let Err(error) = first::run(place, options, table) {
        table.add("luka backup, first", "", Err(error), None);
    }
    if let Err(error) = rest::run(place, options, table) {
        table.add("luka-syncd", "", Err(error), None);
    }
}
