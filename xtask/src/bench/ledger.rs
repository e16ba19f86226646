//! The commands of every day on ledgers of several sizes: the cost must not grow with the ledger.

use anyhow::Context;
use serde_json::Value;

use super::luka::Luka;
use super::options::{Options, size_word};
use super::place::Place;
use super::sample::Sample;
use super::table::{Limit, Table};

const READS: [&[&str]; 4] = [
    &["report", "monthly"],
    &["report", "categories"],
    &["report", "balance"],
    &["list", "--limit", "50"],
];

const LIMIT_MILLIS: u64 = 15;

/// Adds the rows of every size.
pub(crate) fn run(place: &Place, options: &Options, table: &mut Table) {
    for size in &options.sizes {
        let word = size_word(*size);
        match Luka::demo(place, *size, options.fresh) {
            Ok(luka) => of_size(&luka, &word, options.runs, table),
            Err(error) => table.add("luka demo", &word, Err(error), None),
        }
    }
}

fn of_size(luka: &Luka<'_>, word: &str, runs: usize, table: &mut Table) {
    let limit = || Some(Limit::millis(LIMIT_MILLIS));
    for arguments in READS {
        let what = format!("luka {}", arguments.join(" "));
        table.add(&what, word, luka.many(arguments, runs), limit());
    }
    table.add("luka add", word, add(luka, runs), limit());
}

/// Adds to a copy, so that the cached ledger keeps its size.
fn add(luka: &Luka<'_>, runs: usize) -> anyhow::Result<Sample> {
    let copy = luka.copy("added")?;
    let account = first(&copy.json(&["account", "list"])?["accounts"], "asset")?;
    let category = first(&copy.json(&["category", "list"])?["categories"], "expense")?;
    let arguments = ["add", "4500", &category, "--account", &account];
    copy.many(&arguments, runs)
}

/// The first name of that kind.
fn first(rows: &Value, kind: &str) -> anyhow::Result<String> {
    let rows = rows.as_array().context("no list came")?;
    let row = rows.iter().find(|row| row["kind"] == kind);
    let name = row.and_then(|row| row["name"].as_str());
    Ok(name.with_context(|| format!("no {kind} here"))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn the_first_of_a_kind_is_found() {
        let rows = serde_json::json!([
            { "name": "Card", "kind": "liability" },
            { "name": "Bank:Checking", "kind": "asset" },
        ]);
        assert_eq!(first(&rows, "asset").unwrap(), "Bank:Checking");
        assert!(first(&rows, "expense").is_err());
    }
}
