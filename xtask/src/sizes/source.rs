//! One Rust file: its lines without tests, its functions, and which modules are tests.

use std::ops::RangeInclusive;

use super::scrub::scrub;

/// What was counted in a file; lines count from 1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Lines that are not inside a `#[cfg(test)]` item.
    pub(crate) lines: usize,
    /// Functions outside of tests.
    pub(crate) functions: Vec<Function>,
    /// Modules in files of their own that are compiled for tests alone.
    pub(crate) test_modules: Vec<String>,
}

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) lines: usize,
}

const TEST_ONLY: &str = "#[cfg(test)]";

impl Source {
    /// Counts.
    pub(crate) fn read(source: &str) -> Self {
        let clean = scrub(source);
        let mut tests: Vec<RangeInclusive<usize>> = Vec::new();
        let mut test_modules = Vec::new();
        for (at, _) in clean.match_indices(TEST_ONLY) {
            let after = at + TEST_ONLY.len();
            if let Some(name) = external_module(&clean[after..]) {
                test_modules.push(name);
            }
            let end = body(&clean, after).map_or(at, |(_, end)| end);
            tests.push(line_of(&clean, at)..=line_of(&clean, end));
        }
        let in_tests = |line: &usize| tests.iter().any(|range| range.contains(line));
        let total = source.lines().count();
        Self {
            lines: (1..=total).filter(|line| !in_tests(line)).count(),
            functions: functions(&clean)
                .into_iter()
                .filter(|function| !in_tests(&function.line))
                .collect(),
            test_modules,
        }
    }
}

/// The name in `mod name;`, if that is what comes next.
fn external_module(after: &str) -> Option<String> {
    let (item, _) = after.split_once(['{', ';'])?;
    let name = item.trim().rsplit_once("mod ")?.1.trim();
    let ends = after.get(item.len()..)?.starts_with(';');
    ends.then(|| name.to_owned())
}

/// Where the block that follows opens and closes; none when the item ends with a semicolon.
fn body(clean: &str, from: usize) -> Option<(usize, usize)> {
    let mut round = 0_isize;
    let mut open = None;
    let mut depth = 0_isize;
    for (at, char) in clean[from..].char_indices() {
        match char {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            ';' if open.is_none() && round == 0 => return None,
            '{' => {
                open.get_or_insert(from + at);
                depth += 1;
            }
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return open.map(|open| (open, from + at));
                }
            }
            _ => {}
        }
    }
    None
}

fn functions(clean: &str) -> Vec<Function> {
    let mut found = Vec::new();
    for (at, _) in clean.match_indices("fn ") {
        let starts_word = !clean[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let name: String = clean[at + 3..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '#'))
            .collect();
        if !starts_word || name.is_empty() {
            continue;
        }
        if let Some((_, end)) = body(clean, at) {
            let line = line_of(clean, at);
            let lines = line_of(clean, end) + 1 - line;
            found.push(Function { name, line, lines });
        }
    }
    found
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::Source;

    const FILE: &str = "\
/// A brace: {
pub fn one(x: [u8; 2]) -> &'static str {
    \"}\"
}

trait T {
    fn declared(&self);
}

#[cfg(test)]
mod laws;

#[cfg(test)]
mod tests {
    #[test]
    fn it_works() {}
}
";

    #[test]
    fn tests_do_not_count() {
        let source = Source::read(FILE);
        assert_eq!(source.lines, 11);
        assert_eq!(source.test_modules, ["laws"]);
    }

    #[test]
    fn functions_are_measured_from_their_first_line() {
        let source = Source::read(FILE);
        let found: Vec<_> = source
            .functions
            .iter()
            .map(|f| (f.name.as_str(), f.line, f.lines))
            .collect();
        assert_eq!(found, [("one", 2, 3)]);
    }
}
