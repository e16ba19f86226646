//! A process that commits transactions without end and says so after each.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use domain::query::Query;
use ops::Book;
use ops::transaction::AddTransaction;

const LEDGER: &str = "LUKA_TEST_LEDGER";
const STAYS_OPEN: &str = "LUKA_TEST_STAYS_OPEN";
const SAVED: &str = "saved ";

/// A writer that is at work.
pub(crate) struct Writer {
    child: Child,
    lines: BufReader<ChildStdout>,
    acknowledged: u32,
}

impl Writer {
    /// Starts one that keeps the ledger open, or opens it for each few transactions (so that the
    /// last connection closes, which checkpoints and removes the log).
    pub(crate) fn start(ledger: &Path, stays_open: bool) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "--nocapture",
                "writer::writes_without_end",
            ])
            .env(LEDGER, ledger)
            .env(STAYS_OPEN, if stays_open { "1" } else { "0" })
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            lines,
            acknowledged: 0,
        }
    }

    /// Waits until more than so many are saved, and says how many are.
    pub(crate) fn wait_for_more_than(&mut self, count: u32) -> u32 {
        while self.acknowledged <= count {
            assert!(self.read_line(), "the writer ended");
        }
        self.acknowledged
    }

    fn read_line(&mut self) -> bool {
        let mut line = String::new();
        let length = self.lines.read_line(&mut line).unwrap();
        if let Some(at) = line.find(SAVED) {
            self.acknowledged = line[at + SAVED.len()..].trim().parse().unwrap();
        }
        length > 0
    }

    /// Kills it and says how many it had acknowledged.
    pub(crate) fn kill(mut self) -> u32 {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        while self.read_line() {}
        self.acknowledged
    }
}

/// How many transactions a ledger has.
pub(crate) fn count(book: &Book) -> u64 {
    book.count(&Query::default()).unwrap()
}

#[test]
#[ignore = "the writer's process, started by the other tests"]
fn writes_without_end() {
    let Some(ledger) = std::env::var_os(LEDGER) else {
        return;
    };
    let ledger = Path::new(&ledger);
    let stays_open = std::env::var(STAYS_OPEN).unwrap() == "1";
    let key = crate::key_of(ledger);
    let mut book = None;
    for saved in 1.. {
        let open = book.get_or_insert_with(|| crate::open(ledger, &key));
        let entry = AddTransaction {
            amount: "100".to_owned(),
            category: "Food".to_owned(),
            ..AddTransaction::default()
        };
        open.add(&entry).unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "{SAVED}{saved}").unwrap();
        out.flush().unwrap();
        if !stays_open && saved % 3 == 0 {
            book = None;
        }
    }
}
