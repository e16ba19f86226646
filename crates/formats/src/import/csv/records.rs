//! Text cut into records and cells, tolerant of what banks write.
//!
//! Unlike the `csv` crate this reader borrows each cell, counts lines for CR, LF and CRLF alike,
//! takes a quote inside of a quoted cell for what it is, and reads a quote that is never closed as
//! a letter instead of swallowing the rest of the file.

use std::borrow::Cow;

use super::decimals::SplitDecimals;

/// Cells beyond this many are dropped: no bank writes them.
pub(super) const MAX_COLUMNS: usize = 512;
/// A quoted cell with more lines than this was never meant as one.
const MAX_QUOTED_LINES: u32 = 64;

/// One record; reused while reading.
#[derive(Debug, Default)]
pub(in crate::import) struct Record<'a> {
    pub(in crate::import) cells: Vec<Cow<'a, str>>,
    /// The line on which it starts, counted from 1.
    pub(in crate::import) line: u32,
}

impl Record<'_> {
    /// A cell without the blanks around it; empty when the record is shorter.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// True when no cell holds anything.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The cells that hold something.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        let cells = self
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| (at, cell.trim()));
        cells.filter(|(_, cell)| !cell.is_empty())
    }
}

/// Cuts a text into records. Cheap to clone: reading again starts from a copy.
#[derive(Clone, Debug)]
pub(in crate::import) struct Records<'a> {
    /// How decimals that were cut off their amounts are put back.
    split: Option<SplitDecimals>,
    text: &'a str,
    delimiter: u8,
    at: usize,
    line: u32,
    quotes: bool,
}

impl<'a> Records<'a> {
    pub(in crate::import) const fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            split: None,
            text,
            delimiter,
            at: 0,
            line: 1,
            quotes: true,
        }
    }

    /// True when the text ends with the end of a line.
    pub(super) fn ends_with_line(&self) -> bool {
        self.text.ends_with(['\n', '\r'])
    }

    /// Puts cut off decimals back from now on.
    pub(super) fn join_decimals(&mut self, split: SplitDecimals) {
        self.split = Some(split);
    }

    /// Reads the next record that is not blank; false at the end.
    pub(in crate::import) fn read(&mut self, record: &mut Record<'a>) -> bool {
        while self.at < self.text.len() {
            record.cells.clear();
            record.line = self.line;
            while self.cell(record) {}
            if !record.is_blank() {
                if let Some(split) = &self.split {
                    split.join(record);
                }
                return true;
            }
        }
        false
    }

    /// Reads a cell and what ends it; false at the end of the record.
    fn cell(&mut self, record: &mut Record<'a>) -> bool {
        let cell = self.quoted().unwrap_or_else(|| self.plain());
        if record.cells.len() < MAX_COLUMNS {
            record.cells.push(cell);
        }
        let bytes = self.text.as_bytes();
        match bytes.get(self.at) {
            Some(byte) if *byte == self.delimiter => {
                self.at += 1;
                true
            }
            Some(b'\r') => {
                self.at += 1 + usize::from(bytes.get(self.at + 1) == Some(&b'\n'));
                self.line += 1;
                false
            }
            Some(_) => {
                self.at += 1;
                self.line += 1;
                false
            }
            None => false,
        }
    }

    fn plain(&mut self) -> Cow<'a, str> {
        let rest = &self.text.as_bytes()[self.at..];
        let end = rest
            .iter()
            .position(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        let cell = &self.text[self.at..self.at + end];
        self.at += end;
        Cow::Borrowed(cell)
    }

    /// A cell in quotes; `None`, with nothing consumed, when there is none or it never ends.
    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        // `="00123"`: how spreadsheets are told to leave a text alone.
        if bytes.get(at) == Some(&b'=') && bytes.get(at + 1) == Some(&b'"') {
            at += 1;
        }
        if !self.quotes || bytes.get(at) != Some(&b'"') {
            return None;
        }
        let start = at + 1;
        let (mut at, mut lines, mut doubled) = (start, 0, false);
        loop {
            match bytes.get(at) {
                None => {
                    // No quote from here on is ever closed: don't look again.
                    self.quotes = false;
                    return None;
                }
                Some(b'"') if bytes.get(at + 1) == Some(&b'"') && !self.ends(at + 1) => {
                    doubled = true;
                    at += 2;
                }
                Some(b'"')
                    if bytes.get(at + 1) == Some(&b'"') && at > start && self.ends(at + 2) =>
                {
                    doubled = true;
                    at += 2;
                }
                Some(b'"') if self.ends(at + 1) => break,
                Some(b'\n') => {
                    lines += 1;
                    at += 1;
                }
                Some(b'\r') => {
                    lines += u32::from(bytes.get(at + 1) != Some(&b'\n'));
                    at += 1;
                }
                Some(_) => at += 1,
            }
            if lines > MAX_QUOTED_LINES {
                return None;
            }
        }
        let cell = &self.text[start..at];
        self.line += lines;
        self.at = at + 1;
        while bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        Some(if doubled {
            Cow::Owned(cell.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(cell)
        })
    }

    /// True when a cell may end here, blanks aside.
    fn ends(&self, mut at: usize) -> bool {
        let bytes = self.text.as_bytes();
        while bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        bytes
            .get(at)
            .is_none_or(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Line number and cells of each record: `1:a|b 3:c|d`.
    fn all(text: &str) -> String {
        let mut records = Records::new(text, b',');
        let mut record = Record::default();
        let mut found = Vec::new();
        while records.read(&mut record) {
            found.push(format!("{}:{}", record.line, record.cells.join("|")));
        }
        found.join(" ")
    }

    #[rstest]
    #[case("a,b\nc,d\n", "1:a|b 2:c|d")]
    #[case("a,b\r\n\r\nc,d", "1:a|b 3:c|d")]
    #[case("a,b\rc,d\r", "1:a|b 2:c|d")]
    #[case("\"a,1\",\"b \"\"x\"\"\"\n", "1:a,1|b \"x\"")]
    #[case("\"a\nb\",c\nd,e", "1:a\nb|c 3:d|e")]
    #[case("\"\",\"\",x\n", "1:||x")]
    #[case("a, \"b,c\" ,d", "1:a|b,c|d")]
    #[case("\"the \"best\" shop\",1", "1:the \"best\" shop|1")]
    #[case("a,\"b\nc,d", "1:a|\"b 2:c|d")]
    #[case("=\"1,5\",=\"x\"", "1:1,5|x")]
    #[case("12\" screen,5", "1:12\" screen|5")]
    #[case("\"\"\"x\"\"\",1", "1:\"x\"|1")]
    fn cells(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(all(text), expected);
    }

    #[test]
    fn a_hundred_thousand_columns_are_cut() {
        assert_eq!(
            all(&",x".repeat(100_000)).matches('|').count(),
            MAX_COLUMNS - 1
        );
    }
}
