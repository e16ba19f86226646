//! The screens through their real event loop: from a key to a drawn frame, at every age of a ledger.

use std::thread;
use std::time::Duration;

use super::luka::Luka;
use super::options::{Options, size_word};
use super::place::Place;
use super::sample::Sample;
use super::screen::Screen;
use super::table::{Limit, Table};

/// Milliseconds from a key to its frame, for 99 keys of 100.
const KEY_MILLIS: u64 = 8;
/// Milliseconds until a filter of a million rows shows its result.
const FILTER_MILLIS: u64 = 300;
/// Milliseconds from the start of the process to its first frame.
const FIRST_MILLIS: u64 = 50;
/// The most memory.
const PEAK_KIB: u64 = 60 * 1024;
/// Filters that ask for everything that a filter can ask for: of the row, of its postings, of both.
const FILTERS: [&str; 10] = [
    "cafe luna",
    "nothing like it",
    "amt:>100000",
    "cat:food",
    "not:cat:food",
    "acct:checking amt:10..20",
    "status:pending",
    "date:2024 super",
    "source:import",
    "currency:CLP",
];
/// From letter to letter: as a held key repeats, twice as fast as anybody types. What the letters
/// before have asked for is still being looked for meanwhile.
const LETTER_PAUSE: Duration = Duration::from_millis(33);
/// How long nothing is touched, to see that nothing is done.
const IDLE: Duration = Duration::from_secs(3);

/// Adds the rows of each size.
pub(crate) fn run(place: &Place, options: &Options, table: &mut Table) {
    for &size in &options.sizes {
        let word = size_word(size);
        let measured = Luka::demo(place, size, options.fresh)
            .and_then(|luka| one(place, &luka, &word, options.runs, table));
        if let Err(error) = measured {
            table.add("tui", &word, Err(error), None);
        }
    }
}

fn one(
    place: &Place,
    luka: &Luka<'_>,
    word: &str,
    runs: usize,
    table: &mut Table,
) -> anyhow::Result<()> {
    let mut firsts = Vec::new();
    for _ in 0..runs {
        firsts.push(Screen::open(place, luka.ledger())?.first_frame()?);
    }
    firsts.sort_unstable();
    let median = firsts[firsts.len() / 2];
    add(
        table,
        "tui first frame (wall, median)",
        word,
        median,
        FIRST_MILLIS,
    );
    let mut screen = Screen::open(place, luka.ledger())?;
    screen.first_frame()?;
    screen.settle("2")?;
    for (name, keys) in [
        ("j", vec!["j"; 300]),
        ("k", vec!["k"; 200]),
        ("page down", vec!["\x1b[6~"; 200]),
        ("page up", vec!["\x1b[5~"; 150]),
        ("end, home", ["\x1b[F", "\x1b[H"].repeat(30)),
    ] {
        let what = format!("tui {name} (wall, p99)");
        let took: anyhow::Result<Vec<_>> = keys.iter().map(|key| screen.press(key)).collect();
        add(table, &what, word, p99(took?), KEY_MILLIS);
    }
    filters(&mut screen, word, table)?;
    // Out of the filter, to the accounts, and into the second one's register.
    for key in ["\x1b", "\x1b", "3", "j"] {
        screen.settle(key)?;
    }
    let opened = screen.settle("\r")?;
    add(
        table,
        "tui open a register (wall)",
        word,
        opened.all,
        FILTER_MILLIS,
    );
    let observed = screen.observed()?;
    table.memory("tui memory", word, observed.resident_kib()?, PEAK_KIB);
    let before = observed.ticks()?;
    // A frame that nobody asked for would end the wait, and shows in the ticks.
    screen.wait_for_nothing(IDLE);
    let ticks = observed.ticks()? - before;
    let idle = Duration::from_millis(ticks * 10);
    add(table, "tui idle for 3 s (CPU)", word, idle, 0);
    Ok(())
}

/// Types filters letter by letter, and waits for what each finds.
fn filters(screen: &mut Screen, word: &str, table: &mut Table) -> anyhow::Result<()> {
    screen.settle("/")?;
    let mut letters_took = Vec::new();
    for text in FILTERS {
        let letters: Vec<String> = text.chars().map(String::from).collect();
        let (last, before) = letters.split_last().unwrap_or((&letters[0], &[]));
        for letter in before {
            #[allow(clippy::disallowed_methods, reason = "somebody types")]
            thread::sleep(LETTER_PAUSE);
            letters_took.push(screen.press(letter)?);
        }
        let found = screen.settle(last)?;
        let what = format!("tui rows of `{text}` (wall)");
        add(table, &what, word, found.list, FILTER_MILLIS);
        let what = format!("tui count of `{text}` (wall)");
        add(table, &what, word, found.all, FILTER_MILLIS);
        screen.settle("\x15")?; // ctrl-u empties the line
    }
    let what = "tui type filters (wall, p99)";
    add(table, what, word, p99(letters_took), KEY_MILLIS);
    Ok(())
}

/// What 99 of 100 keys took at most.
fn p99(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let at = (times.len() * 99).div_ceil(100).saturating_sub(1);
    times.get(at).copied().unwrap_or_default()
}

fn add(table: &mut Table, what: &str, word: &str, time: Duration, limit_millis: u64) {
    let limit = Limit::millis(limit_millis);
    table.add(what, word, Ok(Sample::of_wall(time)), Some(limit));
}
