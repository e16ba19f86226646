//! Whose journal it is, by what only one of the two programs writes.

/// The program whose rules hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Hledger,
    Ledger,
}

/// What speaks for each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    hledger: u32,
    ledger: u32,
}

const LEDGER: [&str; 19] = [
    "N ",
    "C ",
    "A ",
    "apply tag",
    "apply fixed",
    "apply rate",
    "end tag",
    "end apply tag",
    "end apply fixed",
    "bucket ",
    "assert ",
    "check ",
    "capture ",
    "define ",
    "def ",
    "eval ",
    "expr ",
    "python",
    "value ",
];
const HLEDGER: [&str; 2] = ["decimal-mark", "Y2"];
/// Under `account` and `commodity` in ledger; hledger knows none but `format`.
const BELOW: [&str; 8] = [
    "note ", "alias ", "payee ", "check ", "assert ", "eval ", "default", "nomarket",
];

impl Evidence {
    pub(super) fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        let mut declaration = false;
        for line in text.lines() {
            if line.starts_with([' ', '\t']) {
                evidence.indented(line, declaration);
                continue;
            }
            declaration = line.starts_with("account ") || line.starts_with("commodity ");
            evidence.line(line);
        }
        evidence
    }

    fn line(&mut self, line: &str) {
        let ledger = LEDGER.iter().any(|word| line.starts_with(word))
            || line.starts_with("= /")
            || line.starts_with("= expr")
            || line.contains("-*- ledger -*-");
        let hledger = HLEDGER.iter().any(|word| line.starts_with(word))
            || (line.starts_with("account ") && line.contains("type:"))
            || line.contains("hledger");
        self.ledger += u32::from(ledger);
        self.hledger += u32::from(hledger);
    }

    fn indented(&mut self, line: &str, declaration: bool) {
        let words = line.trim_start();
        let below = declaration && BELOW.iter().any(|word| words.starts_with(word));
        let code = words.split_once(';').map_or(words, |(code, _)| code);
        let amount = code
            .split_once("  ")
            .map_or("", |(_, amount)| amount.trim());
        self.ledger += u32::from(below || (amount.starts_with('(') && amount.ends_with(')')));
        let only = ["==", "=*"].iter().any(|mark| amount.contains(mark));
        self.hledger += u32::from(only || (amount.starts_with('*') && amount.len() > 1));
    }

    /// The program whose rules hold: hledger's, unless only ledger's words are there.
    pub(super) const fn dialect(self) -> Dialect {
        if self.ledger > self.hledger {
            Dialect::Ledger
        } else {
            Dialect::Hledger
        }
    }

    /// False when nothing tells the two apart.
    pub(super) const fn is_sure(self) -> bool {
        self.ledger != self.hledger
    }
}
