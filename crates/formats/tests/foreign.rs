//! Whole books of other programs: real journals, when they are at hand, hold what the real programs
//! say they hold; and the real programs themselves, when they are on PATH.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test that can't go on must fail"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::{Decimal, NaiveDate};
use formats::book::foreign::{BookFormat, BookHints, ForeignBook, read, sniff};
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/statements/journal");
    if !folder.is_dir() {
        println!("skipped: the journals are not at hand");
        return None;
    }
    Some(folder)
}

pub(crate) fn hints() -> BookHints<'static> {
    BookHints::new(NaiveDate::from_ymd_opt(2026, 6, 15).unwrap())
}

pub(crate) fn book(bytes: &[u8]) -> ForeignBook {
    let format = sniff(bytes).unwrap_or_else(|| panic!("not recognised"));
    read(bytes, format, &hints(), &mut |_| None).unwrap_or_else(|error| panic!("{error}"))
}

type Balances = BTreeMap<(String, String), Decimal>;

pub(crate) fn balances(book: &ForeignBook) -> Balances {
    let mut balances = Balances::new();
    for posting in book.transactions.iter().flat_map(|one| &one.postings) {
        let account = &book.accounts[usize::try_from(posting.account).unwrap()].name;
        let commodity = &book.commodities[usize::try_from(posting.commodity).unwrap()].name;
        let key = (account.clone(), commodity.clone());
        *balances.entry(key).or_default() += posting.amount;
    }
    balances.retain(|_, sum| !sum.round_dp(9).is_zero());
    balances
}

/// `$ 1,396.00`, `50 AAPL {$30.00} [2004/05/03]`, `$980.00; 500.00€`, `0`
fn expected_balances(all: &Value) -> Balances {
    let mut balances = Balances::new();
    for (account, amounts) in all.as_object().unwrap() {
        for amount in amounts.as_str().unwrap().split("; ") {
            let amount = amount.split(['{', '[']).next().unwrap().trim();
            let number: String = amount
                .chars()
                .filter(|c| c.is_ascii_digit() || ".-".contains(*c))
                .collect();
            let name: String = amount
                .chars()
                .filter(|c| !c.is_ascii_digit() && !".,- ".contains(*c))
                .collect();
            let number: Decimal = number.parse().unwrap();
            if !number.is_zero() {
                balances.insert((account.clone(), name), number);
            }
        }
    }
    balances
}

/// ledger shows each account with all below it.
fn with_below(own: &Balances) -> Balances {
    let whole = |(account, commodity): &(String, String)| {
        let below = format!("{account}:");
        let parts = own.iter().filter(|((other, of), _)| {
            of == commodity && (other == account || other.starts_with(&below))
        });
        parts.map(|(_, sum)| *sum).sum()
    };
    own.keys().map(|key| (key.clone(), whole(key))).collect()
}

#[test]
fn real_journals_hold_what_their_programs_say() {
    let Some(folder) = folder() else { return };
    let mut tried = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".json") {
            continue;
        }
        let text = std::fs::read_to_string(folder.join(format!("{name}.expected.json"))).unwrap();
        let expected: Value = serde_json::from_str(&text).unwrap();
        let found = book(&std::fs::read(&path).unwrap());
        assert_eq!(found.errors, [], "{name}");
        assert_eq!(found.warnings, [], "{name}");
        for (program, said) in expected["expected"].as_object().unwrap() {
            if said.get("error").is_some() {
                continue;
            }
            tried += 1;
            let postings: usize = found
                .transactions
                .iter()
                .map(|one| one.postings.len())
                .sum();
            let key = if said.get("transactions").is_some() {
                "transactions"
            } else {
                "transactions_by_line"
            };
            let transactions = said[key].as_u64().unwrap();
            assert_eq!(
                found.transactions.len() as u64,
                transactions,
                "{name} {program}"
            );
            assert_eq!(
                postings as u64,
                said["postings"].as_u64().unwrap(),
                "{name} {program}"
            );
            let all = said.get("balances").unwrap_or(&said["unit_balances"]);
            let own = balances(&found);
            let held = if program.starts_with("ledger") {
                with_below(&own)
            } else {
                own
            };
            assert_eq!(held, expected_balances(all), "{name} {program}");
            if let Some(prices) = said["directives"]["Price"].as_u64() {
                assert_eq!(found.prices.len() as u64, prices, "{name}");
            }
        }
        let format = if name.ends_with(".beancount") {
            "beancount"
        } else {
            "ledger"
        };
        let own = ["drewr3", "sample.dat"]
            .iter()
            .any(|part| name.contains(part));
        if own || format == "beancount" {
            assert_eq!(found.format.as_str(), format, "{name}");
        }
    }
    assert!(tried >= 10, "only {tried} were compared");
}

#[test]
fn formats_are_told_apart() {
    assert_eq!(
        book(b"= /x/\n  (a)  1\n2020/1/1 x\n  a  1\n  b\n").format,
        BookFormat::Ledger
    );
}

/// The same lines mean two things; the numbers are those of ledger 3.3 and hledger 1.25.
#[test]
fn where_the_two_programs_differ_each_is_followed() {
    let lot = "2020/02/02 sell\n  Broker  -1 AAPL {$30} @ $50\n  Cash\n\n";
    let brackets = "2020/02/03 v\n  A   10 ABC\n  [B]  3 ABC\n  [C]\n  Q  $-100\n";
    let held = |text: &str, account: &str| -> Vec<String> {
        let all = balances(&book(text.as_bytes())).into_iter();
        let own = all.filter(|((name, _), _)| name == account);
        own.map(|((_, commodity), sum)| format!("{} {commodity}", sum.normalize()))
            .collect()
    };
    let hledger = format!("{lot}{brackets}");
    let ledger = format!("N $\n{hledger}");
    assert_eq!(held(&hledger, "Cash"), ["50 $"], "the price");
    assert_eq!(held(&ledger, "Cash"), ["30 $"], "what the lot had cost");
    assert_eq!(held(&hledger, "C"), ["-3 ABC"], "what is in brackets alone");
    assert_eq!(
        held(&ledger, "C"),
        ["100 $", "-13 ABC"],
        "together with the rest"
    );
}
