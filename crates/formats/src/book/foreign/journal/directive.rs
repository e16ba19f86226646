//! Directives: what a journal says about accounts, commodities, prices and how it is to be read.

use domain::Decimal;

use super::super::kinds::typed;
use super::amount::Cursor;
use super::comment;
use super::lines::Entry;
use super::{Alias, BookProblem, ForeignPrice, Reader, Why};

/// A block whose lines say nothing.
#[derive(Clone, Copy, Debug)]
pub(super) enum Block {
    Comment,
    Test,
}

impl Block {
    /// The block that begins with this line.
    pub(super) fn begun_by(line: &str) -> Option<Self> {
        match line.trim_end().trim_start_matches(['!', '@']) {
            "comment" => Some(Self::Comment),
            line if line == "test" || line.starts_with("test ") => Some(Self::Test),
            _ => None,
        }
    }

    /// True for the line that ends it.
    pub(super) fn is_end(self, line: &str) -> bool {
        match self {
            Self::Comment => line.trim() == "end comment",
            Self::Test => line.trim() == "end test",
        }
    }
}

impl Reader {
    pub(super) fn directive(
        &mut self,
        entry: Entry<'_>,
        load: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    ) {
        let head = entry.head.trim_start_matches(['!', '@']);
        let end = head.find(char::is_whitespace).unwrap_or(head.len());
        let (word, rest) = head.split_at(end);
        let rest = rest.trim();
        match word {
            "account" => self.account_directive(entry, rest),
            "commodity" => self.commodity_directive(entry, rest),
            "payee" => {
                let name = uncommented(rest).trim_matches('"');
                self.payees.push(name.to_owned());
            }
            "P" => self.price_directive(entry, rest),
            "D" => self.default_directive(entry, rest),
            "Y" | "year" => self.year_directive(entry, rest),
            "decimal-mark" => self.marks.all = rest.chars().next(),
            "alias" => self.alias_directive(entry, rest),
            "include" => {
                let path = uncommented(rest).trim_matches('"');
                let path = path.split_once(':').map_or(path, |(format, path)| {
                    if format.len() > 1 && !format.contains('/') {
                        path
                    } else {
                        rest
                    }
                });
                self.include(entry.line, path, load);
            }
            "apply" => self.apply_directive(entry, rest),
            "end" => self.end_directive(entry, rest),
            "A" | "bucket" => self.bucket = Some(self.account_named(rest)),
            "N" | "tag" | "I" => {}
            _ if word.starts_with('Y') && word.len() == 5 => {
                self.year_directive(entry, word.get(1..).unwrap_or_default());
            }
            "C" | "assert" | "check" | "capture" | "define" | "def" | "eval" | "expr"
            | "python" | "value" | "import" => self.leave(entry.line, entry.head, Why::Directive),
            _ if word.starts_with("--") => self.leave(entry.line, entry.head, Why::Setting),
            _ => self.error(entry.line, entry.head, BookProblem::UnknownLine),
        }
    }

    fn account_directive(&mut self, entry: Entry<'_>, rest: &str) {
        let (name, said) = match rest.split_once(';') {
            Some((name, said)) => (name.trim(), said),
            None => (rest, ""),
        };
        if name.is_empty() {
            return self.error(entry.line, entry.head, BookProblem::BadAccount);
        }
        let full = self.prefixed(name);
        let account = self.accounts.of(&full);
        let below = entry
            .below()
            .map(|(line, text)| (line, text, text.strip_prefix(';')));
        let below: Vec<_> = below.collect();
        let comments = below
            .iter()
            .filter_map(|(line, _, comment)| Some((*line, (*comment)?)));
        for (line, text) in std::iter::once((entry.line, said)).chain(comments) {
            for (key, value) in comment::read(text, super::dialect::Dialect::Hledger).pairs {
                match (key.as_str(), typed(&value)) {
                    ("type", Some(kind)) => self.accounts.declare(account, kind),
                    _ => self.leave(line, text, Why::Attribute),
                }
            }
            if comment::read(text, self.dialect)
                .tags
                .iter()
                .any(|tag| tag == "closed")
            {
                self.accounts.close(account, true);
            }
        }
        for (line, text, comment) in below {
            match text.split_once(char::is_whitespace) {
                _ if comment.is_some() => {}
                Some(("note", "closed")) => self.accounts.close(account, true),
                Some(("alias", other)) => {
                    let alias = Alias::Name(other.trim().to_owned(), full.clone());
                    self.aliases.push(alias);
                }
                _ if text == "default" => self.bucket = Some(account),
                _ => self.leave(line, text, Why::Attribute),
            }
        }
    }

    fn commodity_directive(&mut self, entry: Entry<'_>, rest: &str) {
        let mut cursor = Cursor::new(uncommented(rest));
        if cursor.rest.contains(|c: char| c.is_ascii_digit()) && !is_name(cursor.rest) {
            self.format(entry.line, &mut cursor);
        } else {
            let name = cursor.rest.trim_matches('"').to_owned();
            self.commodities.of(&name);
        }
        for (line, text) in entry.below() {
            match text.split_once(char::is_whitespace) {
                _ if text.starts_with(';') => {}
                Some(("format", format)) => self.format(line, &mut Cursor::new(format)),
                _ => self.leave(line, text, Why::Attribute),
            }
        }
    }

    /// A sample amount: which mark begins the decimals, and how many there are.
    fn format(&mut self, line: u32, cursor: &mut Cursor<'_>) {
        let text = cursor.rest;
        let mark = sample_mark(text);
        let all = self.marks.all;
        self.marks.all = mark.or(all);
        let amount = self.amount(cursor);
        self.marks.all = all;
        let Some(amount) = amount else {
            return self.error(line, text, BookProblem::BadAmount);
        };
        let name = self.commodities.name(amount.commodity).to_owned();
        if let Some(mark) = mark {
            self.marks.declared.insert(name, mark);
        }
        self.declared
            .insert(amount.commodity, amount.number.scale());
    }

    fn default_directive(&mut self, entry: Entry<'_>, rest: &str) {
        let mut cursor = Cursor::new(uncommented(rest));
        self.default_commodity = None;
        let text = cursor.rest;
        self.format(entry.line, &mut cursor);
        self.default_commodity = self.amount(&mut Cursor::new(text)).map(|a| a.commodity);
    }

    fn price_directive(&mut self, entry: Entry<'_>, rest: &str) {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (date, after) = rest.split_at(end);
        let Some(date) = self.date(date) else {
            return self.error(entry.line, entry.head, BookProblem::BadDate);
        };
        let mut cursor = Cursor::new(uncommented(after));
        // ledger writes the time between the two.
        let time = cursor
            .rest
            .split(char::is_whitespace)
            .next()
            .unwrap_or_default();
        if time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit()) {
            cursor.take(time);
            cursor.blanks();
        }
        let base = if cursor.take("\"") {
            cursor.until("\"")
        } else {
            let end = cursor
                .rest
                .find(char::is_whitespace)
                .unwrap_or(cursor.rest.len());
            let (base, rest) = cursor.rest.split_at(end);
            cursor.rest = rest;
            Some(base)
        };
        let (Some(base), Some(price)) = (base, self.amount(&mut cursor)) else {
            return self.error(entry.line, entry.head, BookProblem::BadAmount);
        };
        let base = self.commodities.of(base);
        if price.number <= Decimal::ZERO || base == price.commodity {
            return self.leave(entry.line, entry.head, Why::Price);
        }
        let place = self.place(entry.line);
        self.prices.push(ForeignPrice {
            place,
            date,
            base,
            rate: price.number,
            quote: price.commodity,
        });
    }

    fn year_directive(&mut self, entry: Entry<'_>, rest: &str) {
        match rest.trim().get(..4).unwrap_or(rest).parse() {
            Ok(year) => self.year = year,
            Err(_) => self.error(entry.line, entry.head, BookProblem::BadDate),
        }
    }

    fn alias_directive(&mut self, entry: Entry<'_>, rest: &str) {
        let (from, to) = match rest.strip_prefix('/') {
            Some(pattern) => match pattern.split_once('/') {
                Some((pattern, to)) => (pattern, to.trim_start().strip_prefix('=')),
                None => (pattern, None),
            },
            None => (
                rest.split('=').next().unwrap_or_default().trim(),
                rest.split_once('=').map(|(_, to)| to),
            ),
        };
        let Some(to) = to.map(str::trim) else {
            return self.error(entry.line, entry.head, BookProblem::UnknownLine);
        };
        if !rest.starts_with('/') {
            let alias = Alias::Name(from.to_owned(), to.to_owned());
            return self.aliases.push(alias);
        }
        let pattern = regex_lite::RegexBuilder::new(from)
            .case_insensitive(true)
            .build();
        match pattern {
            // The replacement's \1 is ${1} here.
            Ok(pattern) => {
                let to = to.replace('$', "$$").replace('\\', "$");
                self.aliases.push(Alias::Pattern(pattern, to));
            }
            Err(_) => self.leave(entry.line, entry.head, Why::Directive),
        }
    }

    fn apply_directive(&mut self, entry: Entry<'_>, rest: &str) {
        let (word, what) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        match word {
            "account" => self.prefixes.push(what.trim().to_owned()),
            "tag" => self.applied.push(what.trim().to_owned()),
            "year" => self.year_directive(entry, what),
            _ => self.leave(entry.line, entry.head, Why::Directive),
        }
    }

    fn end_directive(&mut self, entry: Entry<'_>, rest: &str) {
        match rest.strip_prefix("apply ").unwrap_or(rest).trim() {
            "account" => drop(self.prefixes.pop()),
            "tag" => drop(self.applied.pop()),
            "aliases" => self.aliases.clear(),
            "" => drop(self.prefixes.pop().or_else(|| self.applied.pop())),
            "year" | "fixed" | "rate" | "comment" => {}
            _ => self.error(entry.line, entry.head, BookProblem::UnknownLine),
        }
    }

    /// A name under the accounts that are applied.
    pub(super) fn prefixed(&self, name: &str) -> String {
        let parts = self.prefixes.iter().map(String::as_str).chain([name]);
        parts.collect::<Vec<_>>().join(":")
    }

    /// The account that a posting names: prefixed, then by its aliases.
    pub(super) fn account_named(&mut self, name: &str) -> super::AccountRef {
        let mut name = self.prefixed(name.trim());
        for alias in self.aliases.iter().rev() {
            match alias {
                Alias::Name(from, to) => {
                    let below = name.strip_prefix(from.as_str());
                    if let Some(below) = below.filter(|b| b.is_empty() || b.starts_with(':')) {
                        name = format!("{to}{below}");
                    }
                }
                Alias::Pattern(pattern, to) => {
                    name = pattern.replace_all(&name, to.as_str()).into_owned();
                }
            }
        }
        self.accounts.of(&name)
    }
}

/// A line without the comment at its end.
pub(super) fn uncommented(text: &str) -> &str {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => return text.get(..at).unwrap_or(text).trim(),
            _ => {}
        }
    }
    text.trim()
}

/// A quoted name with digits, not an amount.
fn is_name(text: &str) -> bool {
    text.starts_with('"') && text.ends_with('"') && text.matches('"').count() == 2
}

/// The mark of a sample: the last one, where one before three digits with nothing behind it counts.
fn sample_mark(text: &str) -> Option<char> {
    let digits = text.trim_matches(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let last = digits.rfind(['.', ','])?;
    let mark = digits.get(last..)?.chars().next()?;
    let other = if mark == '.' { ',' } else { '.' };
    let repeated = digits.matches(mark).count() > 1;
    Some(if repeated { other } else { mark })
}
