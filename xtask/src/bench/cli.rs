//! Starting: `luka --version` beside `sqlite3 --version`.

use super::options::Options;
use super::place::Place;
use super::sample;
use super::table::{Limit, Table};

/// A millisecond of work needs more runs for a steady median.
const MORE: usize = 4;

/// Adds the rows.
pub(crate) fn run(place: &Place, options: &Options, table: &mut Table) {
    let runs = options.runs * MORE;
    let mut limit = None;
    match sample::system("sqlite3") {
        Some(mut sqlite) => {
            let measured = sample::many(sqlite.arg("--version"), runs, &place.scratch);
            if let Ok(sample) = measured {
                limit = Some(Limit::times(150, sample, "sqlite3 --version"));
            }
            table.add("sqlite3 --version", "", measured, None);
        }
        None => table.skip(
            "sqlite3 --version",
            "no sqlite3 here, so luka's has no limit",
        ),
    }
    let mut luka = place.luka();
    let measured = sample::many(luka.arg("--version"), runs, &place.scratch);
    table.add("luka --version", "", measured, limit);
}
