//! Through a journal, entry by entry: a line that begins at its edge, and the indented ones below.

use std::sync::Arc;

use super::directive::Block;
use super::{BookProblem, Reader, Why};
use crate::import::decode;

/// Files include files no deeper.
const DEEPEST: usize = 16;

/// An entry: its first line and what is indented below, with their numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) line: u32,
    pub(super) head: &'a str,
    below: &'a [&'a str],
}

impl<'a> Entry<'a> {
    /// The lines below, trimmed, with their numbers.
    pub(super) fn below(&self) -> impl Iterator<Item = (u32, &'a str)> + use<'a> {
        let first = self.line + 1;
        (first..).zip(self.below.iter().map(|line| line.trim()))
    }
}

impl Reader {
    /// Reads the text of one file.
    pub(super) fn text(&mut self, text: &str, load: &mut dyn FnMut(&str) -> Option<Vec<u8>>) {
        let lines: Vec<&str> = text
            .lines()
            .map(|line| line.trim_end_matches('\r'))
            .collect();
        let mut at = 0;
        while let Some(head) = lines.get(at).copied() {
            let first = at + 1;
            let below = lines.get(first..).unwrap_or_default();
            let indented = |line: &&&str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
            let many = below.iter().take_while(indented).count();
            let entry = Entry {
                line: u32::try_from(first).unwrap_or(u32::MAX),
                head,
                below: below.get(..many).unwrap_or_default(),
            };
            if let Some(end) = Block::begun_by(head) {
                at = self.skip(&lines, at, end);
                continue;
            }
            at = first + if starts_entry(head) { many } else { 0 };
            self.entry(entry, load);
        }
    }

    /// The line behind a block of comments.
    fn skip(&mut self, lines: &[&str], from: usize, block: Block) -> usize {
        let rest = lines.get(from + 1..).unwrap_or_default();
        let Some(length) = rest.iter().position(|line| block.is_end(line)) else {
            let line = u32::try_from(from + 1).unwrap_or(u32::MAX);
            self.error(line, lines.get(from).unwrap_or(&""), BookProblem::NoEnd);
            return lines.len();
        };
        from + length + 2
    }

    fn entry(&mut self, entry: Entry<'_>, load: &mut dyn FnMut(&str) -> Option<Vec<u8>>) {
        let head = entry.head;
        match head.chars().next() {
            Some(' ' | '\t') => {
                let comment = head.trim().is_empty() || head.trim().starts_with([';', '#']);
                if !comment {
                    self.error(entry.line, head, BookProblem::Indented);
                }
            }
            None | Some(';' | '#' | '*' | '%' | '|') => {}
            Some(c) if c.is_ascii_digit() => self.transaction(entry),
            Some('~') => self.leave(entry.line, head, Why::Periodic),
            Some('=') => self.rule(entry),
            Some('i' | 'I' | 'o' | 'O' | 'b' | 'h') if is_clock(head) => {
                self.leave(entry.line, head, Why::Timeclock);
            }
            Some(_) => self.directive(entry, load),
        }
    }

    /// Reads an included file, if it is to be had.
    pub(super) fn include(
        &mut self,
        line: u32,
        path: &str,
        load: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    ) {
        let folder = self.files.last().and_then(|file| file.rsplit_once('/'));
        let whole: Arc<str> = match folder {
            Some((folder, _)) if !path.starts_with('/') => format!("{folder}/{path}").into(),
            _ => path.into(),
        };
        if self.files.contains(&whole) || self.files.len() >= DEEPEST {
            return self.error(line, path, BookProblem::IncludeDepth);
        }
        let bytes = load(&whole);
        let text = bytes.as_deref().and_then(|bytes| decode(bytes, None).ok());
        let Some(text) = text else {
            return self.leave(line, path, Why::Include);
        };
        self.files.push(whole);
        self.text(text.text.trim_start_matches('\u{feff}'), load);
        self.files.pop();
    }
}

/// True for lines to which indented ones below belong.
fn starts_entry(head: &str) -> bool {
    let first = head.chars().next();
    first.is_some_and(|c| !c.is_whitespace() && !matches!(c, ';' | '#' | '*' | '%' | '|'))
}

/// `i 2024/01/05 09:00:00 work`
fn is_clock(head: &str) -> bool {
    let rest = head.get(1..).unwrap_or_default();
    rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
}
