//! Rust source with comments and literals blanked, so that braces can be counted.
//!
//! Lines and columns stay where they are. It knows just enough of the language for that: nested
//! comments, raw strings, and a lifetime's quote that opens no character.

/// The same text with spaces for everything inside comments, strings and characters.
pub(crate) fn scrub(source: &str) -> String {
    let mut scrubber = Scrubber {
        source: source.chars().collect(),
        at: 0,
        clean: String::with_capacity(source.len()),
    };
    while scrubber.at < scrubber.source.len() {
        scrubber.step();
    }
    scrubber.clean
}

struct Scrubber {
    source: Vec<char>,
    at: usize,
    clean: String,
}

impl Scrubber {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.source.get(self.at + ahead).copied()
    }

    fn keep(&mut self) {
        self.clean.extend(self.peek(0));
        self.at += 1;
    }

    fn blank(&mut self, count: usize) {
        for _ in 0..count {
            if let Some(char) = self.peek(0) {
                self.clean.push(if char == '\n' { '\n' } else { ' ' });
            }
            self.at += 1;
        }
    }

    fn step(&mut self) {
        match (self.peek(0), self.peek(1)) {
            (Some('/'), Some('/')) => self.line_comment(),
            (Some('/'), Some('*')) => self.block_comment(),
            (Some('"'), _) => self.string(),
            (Some('\''), _) => self.quote(),
            (Some('r'), Some('"' | '#')) if !self.inside_word() => self.raw_string(),
            _ => self.keep(),
        }
    }

    /// Whether the character before is part of the same word (the `b` and `c` of literals aren't).
    fn inside_word(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.source.get(at));
        before.is_some_and(|c| (c.is_alphanumeric() || *c == '_') && !matches!(c, 'b' | 'c'))
    }

    fn line_comment(&mut self) {
        while self.peek(0).is_some_and(|char| char != '\n') {
            self.blank(1);
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        while let Some(char) = self.peek(0) {
            match (char, self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.blank(1);
                    continue;
                }
            }
            self.blank(2);
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.blank(1);
        while let Some(char) = self.peek(0) {
            match char {
                '\\' => self.blank(2),
                '"' => return self.blank(1),
                _ => self.blank(1),
            }
        }
    }

    fn raw_string(&mut self) {
        let mut hashes = 0;
        while self.peek(1 + hashes) == Some('#') {
            hashes += 1;
        }
        if self.peek(1 + hashes) != Some('"') {
            return self.keep(); // r#identifier
        }
        self.blank(hashes + 2);
        while let Some(char) = self.peek(0) {
            let closes = char == '"' && (1..=hashes).all(|ahead| self.peek(ahead) == Some('#'));
            if closes {
                return self.blank(hashes + 1);
            }
            self.blank(1);
        }
    }

    fn quote(&mut self) {
        match (self.peek(1), self.peek(2)) {
            (Some('\\'), _) => {
                self.blank(3);
                while self.peek(0).is_some_and(|char| char != '\'') {
                    self.blank(1);
                }
                self.blank(1);
            }
            (Some(_), Some('\'')) => self.blank(3),
            _ => self.keep(), // a lifetime
        }
    }
}

#[cfg(test)]
mod tests {
    use super::scrub;

    #[test]
    fn braces_in_literals_and_comments_vanish() {
        let cases = [
            ("a // {\nb", "a b"),
            ("a /* { /* } */ { */ b", "a b"),
            (r#"f("{\"{") }"#, "f( ) }"),
            (r##"r#"{"{"# }"##, "}"),
            (r"'{' b'}' '\'' '\u{1}' x", "b x"),
            ("fn f<'a>(x: &'a u8) {}", "fn f<'a>(x: &'a u8) {}"),
            ("r#type {", "r#type {"),
        ];
        for (source, left) in cases {
            let clean = scrub(source);
            let words: Vec<_> = clean.split_whitespace().collect();
            assert_eq!(words.join(" "), left, "{source}");
            assert_eq!(clean.chars().count(), source.chars().count(), "{source}");
        }
    }
}
