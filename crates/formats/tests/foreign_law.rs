//! Generated books hold what the real programs say they hold, when those are on PATH.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that can't go on must fail"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use domain::{Decimal, NaiveDate};
use formats::book::foreign::{BookHints, ForeignBook, read, sniff};
use proptest::prelude::*;

type Balances = BTreeMap<(String, String), Decimal>;

fn book(text: &str) -> ForeignBook {
    let hints = BookHints::new(NaiveDate::from_ymd_opt(2026, 6, 15).unwrap());
    let format = sniff(text.as_bytes()).unwrap();
    let book = read(text.as_bytes(), format, &hints, &mut |_| None);
    book.unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn balances(book: &ForeignBook) -> Balances {
    let mut balances = Balances::new();
    for posting in book.transactions.iter().flat_map(|one| &one.postings) {
        let account = &book.accounts[usize::try_from(posting.account).unwrap()].name;
        let commodity = &book.commodities[usize::try_from(posting.commodity).unwrap()].name;
        *balances
            .entry((account.clone(), commodity.clone()))
            .or_default() += posting.amount;
    }
    tidy(balances)
}

fn tidy(balances: Balances) -> Balances {
    let rounded = balances
        .into_iter()
        .map(|(key, sum)| (key, sum.round_dp(6).normalize()));
    rounded.filter(|(_, sum)| !sum.is_zero()).collect()
}

/// What a program prints; `None`, said on stderr, when it isn't installed.
fn run(program: &str, args: &[&str], text: &str, ending: &str) -> Option<String> {
    let folder = tempfile_folder();
    let path = folder.join(format!("{}.{ending}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    let args = args.iter().map(|arg| {
        if *arg == "FILE" {
            path.to_str().unwrap()
        } else {
            arg
        }
    });
    let output = Command::new(program)
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .output();
    std::fs::remove_file(&path).unwrap();
    let Ok(output) = output else {
        eprintln!("skipped: {program} is not on PATH");
        return None;
    };
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {errors}\n{text}");
    Some(String::from_utf8(output.stdout).unwrap())
}

fn tempfile_folder() -> std::path::PathBuf {
    let folder = std::env::temp_dir().join("luka-foreign-books");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn table(text: &str, separator: char, columns: [usize; 3]) -> Balances {
    let mut balances = Balances::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let cells: Vec<&str> = line
            .split(separator)
            .map(|cell| cell.trim().trim_matches('"'))
            .collect();
        let [account, commodity, number] = columns.map(|at| cells[at].to_owned());
        let commodity = commodity.trim_matches('"').to_owned();
        let number: Decimal = number.parse().unwrap_or_else(|_| panic!("{line}"));
        *balances.entry((account, commodity)).or_default() += number;
    }
    tidy(balances)
}

/// Numbers from which an entry is made.
type Seed = (u8, u32, u32, u32);

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    prop::collection::vec(
        (any::<u8>(), 1u32..100_000, 1u32..10_000, any::<u32>()),
        1..25,
    )
}

const ACCOUNTS: [&str; 7] = [
    "assets:bank:checking",
    "assets:cash",
    "expenses:food",
    "expenses:rent",
    "income:job",
    "liabilities:card",
    "equity:start",
];

fn cents(number: u32) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

fn date(seed: u32) -> String {
    format!("2024-{:02}-{:02}", seed % 12 + 1, seed / 12 % 28 + 1)
}

/// A journal that hledger and ledger read alike.
fn journal(seeds: &[Seed]) -> String {
    let mut text = String::new();
    for (kind, one, other, seed) in seeds {
        let account = |step: u32| ACCOUNTS[usize::try_from((seed / 7 + step) % 7).unwrap()];
        let (a, b, c) = (account(0), account(1), account(3));
        let (one, other, few) = (cents(*one), cents(*other), other % 20 + 1);
        let head = ["", "* ", "! (c) "][usize::from(kind / 16 % 3)];
        let _ = writeln!(text, "{} {head}Payee {}", date(*seed), seed % 5);
        let _ = match kind % 8 {
            0 => writeln!(text, "  {a}  ${one}\n  {b}"),
            1 => writeln!(text, "  {a}  -{one} EUR\n  {b}  {one} EUR"),
            2 => writeln!(text, "  {a}  {few} ABC @ ${other}\n  {b}"),
            3 => writeln!(
                text,
                "  {a}  -{few} ABC @@ ${other}\n  {b}  1.00 EUR\n  {c}"
            ),
            4 => writeln!(text, "  {a}  {few} ABC\n  {b}  $-{other}"),
            5 => writeln!(
                text,
                "  {a}  $1,234.{few:02}\n  {b}  {few} \"x y\"\n  ({c})  2.10 EUR\n  {c}"
            ),
            6 => writeln!(
                text,
                "  * {a}  {one} EUR  ; note: x\n  [{b}]  $3.00\n  [{c}]  $-3.00\n  {c}"
            ),
            _ => writeln!(
                text,
                "  {a}  {few} EUR\n  {b}  ${one}\n  {c}  -{few}.00 EUR\n  {b}  -${one} ; end"
            ),
        };
        text.push('\n');
    }
    text
}

const NAMES: [&str; 5] = [
    "Assets:Bank",
    "Assets:Cash",
    "Expenses:Food",
    "Income:Job",
    "Equity:Start",
];

/// A beancount file with prices, lots that are bought and sold, a pad, and amounts left out.
fn beans(seeds: &[Seed]) -> String {
    let mut text = String::from("option \"booking_method\" \"FIFO\"\n");
    for name in NAMES
        .iter()
        .chain(&["Assets:Broker", "Equity:Pad", "Income:Gains"])
    {
        let _ = writeln!(text, "2020-01-01 open {name}");
    }
    text.push_str("2020-01-02 * \"Buy\"\n  Assets:Broker  90 ABC {10.00 USD}\n  Equity:Start\n");
    text.push_str(
        "2020-01-03 * \"Buy\"\n  Assets:Broker  100000 ABC {11.5 USD, \"lot\"}\n  Equity:Start\n",
    );
    text.push_str(
        "2020-01-04 pad Assets:Cash Equity:Pad\n2020-02-01 balance Assets:Cash 12.50 USD\n",
    );
    for (kind, one, other, seed) in seeds {
        let account = |step: u32| NAMES[usize::try_from((seed / 7 + step) % 5).unwrap()];
        let (a, b) = (account(0), account(1));
        let (one, other, few) = (cents(*one + 1), cents(*other), other % 20 + 1);
        let _ = writeln!(text, "{} * \"Payee\" \"Narration\" #tag", date(*seed));
        let _ = match kind % 6 {
            0 => writeln!(text, "  {a}  {one} USD\n  {b}"),
            1 => writeln!(text, "  {a}  -({one} + 2 * 1.50) EUR\n  {b}"),
            2 => writeln!(text, "  {a}  {few} ABC @ {other} USD\n  {b}"),
            3 => writeln!(
                text,
                "  Assets:Broker  -{few} ABC {{}} @ {other} USD\n  {a}  {one} USD\n  Income:Gains"
            ),
            4 => writeln!(
                text,
                "  {a}  {few} EUR @@ {other} USD\n  {b}  {one} GBP\n  Equity:Start"
            ),
            _ => writeln!(text, "  {a}  {one} USD\n  {b}  USD\n  meta: \"x\""),
        };
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn hledger_says_the_same(seeds in seeds()) {
        let text = journal(&seeds);
        let args = ["-f", "FILE", "balance", "--flat", "-N", "-O", "csv", "--layout=bare"];
        if let Some(said) = run("hledger", &args, &text, "journal") {
            let said = said.split_once('\n').map_or("", |(_, rows)| rows);
            prop_assert_eq!(balances(&book(&text)), table(said, ',', [0, 1, 2]), "{}", text);
        }
    }

    #[test]
    fn ledger_says_the_same(seeds in seeds()) {
        let text = format!("N $\n= /^income/\n  (taxes)  2\n\n{}", journal(&seeds));
        let format = "%(account)|%(commodity(scrub(amount)))|%(quantity(scrub(amount)))\n";
        let args = ["-f", "FILE", "csv", "--csv-format", format];
        if let Some(said) = run("ledger", &args, &text, "ledger") {
            let said = said.replace(['(', ')', '[', ']'], "");
            prop_assert_eq!(balances(&book(&text)), table(&said, '|', [0, 1, 2]), "{}", text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn beancount_says_the_same(seeds in seeds()) {
        let text = beans(&seeds);
        let query = "select account, currency, sum(number) as total group by account, currency";
        let args = ["-f", "csv", "FILE", query];
        if let Some(said) = run("bean-query", &args, &text, "beancount") {
            let said = said.split_once('\n').map_or("", |(_, rows)| rows);
            let found = book(&text);
            prop_assert_eq!(&found.errors, &Vec::new(), "{}", text);
            prop_assert_eq!(balances(&found), table(said, ',', [0, 1, 2]), "{}", text);
        }
    }
}
