//! The text cut into fields `:61:…`, with or without SWIFT's envelope and whatever stands between
//! the messages.
//!
//! A line inside of a field may begin with a colon or a minus sign: only a known tag in a place
//! where it can stand begins a field, and only a `-` that is followed by the end, an envelope or
//! the next statement ends a message.

/// One field, or the end of a message (`tag` is `-`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field<'t> {
    pub(super) tag: &'t str,
    /// All lines of it, as written.
    pub(super) text: &'t str,
    /// The line on which it begins.
    pub(super) line: u32,
}

/// Tags that always begin a field.
#[rustfmt::skip]
const TAGS: &[&str] = &[
    "61", "86", "60", "60F", "60M", "62", "62F", "62M", "64", "65", "90C", "90D", "NS", "34F", "13D", "13",
];

/// Tags of a statement's head, which can't stand among its movements.
const HEAD: &[&str] = &["20", "21", "25", "25P", "28", "28C", "940", "942"];

/// Where in a message the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Above the movements.
    Head,
    /// Among them, where free text is written.
    Movements,
    /// Behind a closing balance.
    Closed,
    /// Between messages.
    Between,
}

/// Cuts a text into fields.
#[derive(Debug)]
pub(super) struct Fields<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    place: Place,
    /// An envelope was opened and not closed.
    pub(super) enveloped: bool,
}

impl<'t> Fields<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            place: Place::Head,
            enveloped: false,
        }
    }

    /// The line of the next field.
    pub(super) const fn line(&self) -> u32 {
        self.line
    }

    /// The line that begins at a place, and where the next one does.
    fn line_at(&self, at: usize) -> Option<(&'t str, usize)> {
        let rest = self.text.get(at..).filter(|rest| !rest.is_empty())?;
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let long = if rest[end..].starts_with("\r\n") {
            2
        } else {
            1
        };
        Some((&rest[..end], (at + end + long).min(self.text.len())))
    }

    /// The next line that is not blank.
    fn line_after(&self, mut at: usize) -> &'t str {
        while let Some((line, next)) = self.line_at(at) {
            if !line.trim().is_empty() {
                return line;
            }
            at = next;
        }
        ""
    }

    /// The tag that begins a field on this line, with what follows it.
    fn tag(&self, line: &'t str, next: usize) -> Option<(&'t str, &'t str)> {
        let (tag, rest) = split_tag(line)?;
        if TAGS.contains(&tag) || self.place != Place::Movements {
            return Some((tag, rest));
        }
        // A head among movements: only when the message goes on as one.
        let follows = split_tag(self.line_after(next)).map(|(tag, _)| tag);
        let is_head = |tag: &str| {
            [
                "21", "25", "25P", "28", "28C", "13", "13D", "34F", "60F", "60M",
            ]
            .contains(&tag)
        };
        (["20", "25", "25P"].contains(&tag) && follows.is_some_and(is_head)).then_some((tag, rest))
    }

    /// True for a line that ends a message.
    fn ends(&self, line: &str, next: usize) -> bool {
        if line.starts_with("-}") || line.starts_with("{1:") || line.starts_with("{2:") {
            return true;
        }
        if !line.starts_with('-') {
            return false;
        }
        if self.place == Place::Closed {
            return true;
        }
        let after = self.line_after(next);
        let begins = after.is_empty()
            || after.starts_with('{')
            || split_tag(after).is_some_and(|(tag, _)| HEAD.contains(&tag));
        line.trim_end() == "-" && begins
    }

    fn advance(&mut self, next: usize) {
        self.at = next;
        self.line = self.line.saturating_add(1);
    }

    /// Steps into an envelope that opens on this line.
    fn envelope(&mut self, line: &str) -> bool {
        let text_block = line.find("{4:").filter(|_| line.starts_with('{'));
        let Some(block) = text_block else {
            return false;
        };
        self.enveloped = true;
        self.place = Place::Head;
        let inside = block + 3;
        let skip = line[inside..].trim().is_empty();
        if !skip {
            self.at += inside;
        }
        !skip
    }
}

impl<'t> Iterator for Fields<'t> {
    type Item = Field<'t>;

    fn next(&mut self) -> Option<Field<'t>> {
        while let Some((line, next)) = self.line_at(self.at) {
            if self.envelope(line) {
                continue;
            }
            if line.starts_with("-}") {
                self.enveloped = false;
            }
            let open = self.place != Place::Between;
            if open && self.ends(line, next) && !line.starts_with('{') {
                let line = self.line;
                self.advance(next);
                self.place = Place::Between;
                return Some(Field {
                    tag: "-",
                    text: "",
                    line,
                });
            }
            let Some((tag, rest)) = self.tag(line, next) else {
                self.advance(next);
                continue;
            };
            let (number, begin) = (self.line, self.at + (line.len() - rest.len()));
            self.place = match (tag, self.place) {
                ("61", _) => Place::Movements,
                ("62" | "62F" | "62M", _) => Place::Closed,
                ("20" | "25" | "25P", _) | (_, Place::Between) => Place::Head,
                (_, same) => same,
            };
            self.advance(next);
            while let Some((line, next)) = self.line_at(self.at) {
                if self.tag(line, next).is_some() || self.ends(line, next) {
                    break;
                }
                self.advance(next);
            }
            return Some(Field {
                tag,
                text: &self.text[begin..self.at],
                line: number,
            });
        }
        None
    }
}

/// `:61:rest` for tags that are known.
fn split_tag(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line
        .trim_start_matches([' ', '\u{feff}'])
        .strip_prefix(':')?
        .split_once(':')?;
    (TAGS.contains(&tag) || HEAD.contains(&tag)).then_some((tag, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<String> {
        Fields::new(text)
            .map(|field| format!("{}@{} {}", field.tag, field.line, field.text.trim()))
            .collect()
    }

    #[test]
    fn colons_and_minus_signs_inside_of_a_text_are_text() {
        let text = ":20:X\n:25:1\n:60F:C200101EUR1,00\n:61:200102D1,00NMSC\n:86:at\n:12 uhr\n:20:foo\n\
                    - one thing\n-\nmore\n:44:45\n:62F:C200102EUR0,00\n-\n:20:Y\n";
        assert_eq!(
            tags(text),
            [
                "20@1 X",
                "25@2 1",
                "60F@3 C200101EUR1,00",
                "61@4 200102D1,00NMSC",
                "86@5 at\n:12 uhr\n:20:foo\n- one thing\n-\nmore\n:44:45",
                "62F@12 C200102EUR0,00",
                "-@13 ",
                "20@14 Y",
            ]
        );
    }

    #[test]
    fn envelopes_and_preambles() {
        let text = "{1:F01X}{2:I940Y}{4:\r\n:20:1\r\n:61:x\r\n-}{5:{CHK:1}}\r\nABNANL2A\r\n940\r\n:20:2\r\n";
        assert_eq!(tags(text), ["20@2 1", "61@3 x", "-@4 ", "20@7 2"]);
        assert_eq!(tags("{1:F01X}{4::20:1\n-}"), ["20@1 1", "-@2 "]);
        let mut fields = Fields::new("{1:F01X}{4:\n:20:1\n:61:x\n");
        while fields.next().is_some() {}
        assert!(fields.enveloped);
    }
}
