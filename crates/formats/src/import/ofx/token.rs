//! OFX cut into tags and values: SGML without closing tags and XML alike.
//!
//! Nothing is an error here. Closing tags of values are dropped, a `<` that begins no tag and a
//! bare `&` are letters, CDATA is unpacked.

use std::borrow::Cow;

/// One piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<NAME>` with the text that follows it, entities decoded; empty for an aggregate.
    Open {
        tag: &'a str,
        value: Cow<'a, str>,
        line: u32,
    },
    /// `</NAME>`
    Close { tag: &'a str },
}

/// Cuts a text into tokens.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl<'a> Tokens<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    fn advance(&mut self, to: usize) {
        let passed = &self.text.as_bytes()[self.at..to];
        let lines = passed.iter().enumerate().filter(|(at, byte)| {
            **byte == b'\n' || (**byte == b'\r' && passed.get(at + 1) != Some(&b'\n'))
        });
        self.line += u32::try_from(lines.count()).unwrap_or(0);
        self.at = to;
    }

    /// The name of the tag that begins here, and where its `>` is.
    fn tag(&self) -> Option<(&'a str, usize)> {
        let rest = &self.text[self.at..];
        let inner = rest.strip_prefix('<')?;
        let end = inner.bytes().take(200).position(|byte| byte == b'>')?;
        let name = inner[..end].trim_start_matches('/');
        let word = name
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .trim_end_matches('/');
        let known = !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
        known.then_some((word, self.at + end + 2))
    }

    /// The text up to the next tag.
    fn value(&mut self) -> Cow<'a, str> {
        let start = self.at;
        let mut end = start;
        let mut plain = true;
        while end < self.text.len() {
            let rest = &self.text[end..];
            if let Some(data) = rest.strip_prefix("<![CDATA[") {
                end += 9 + data.find("]]>").map_or(data.len(), |close| close + 3);
                plain = false;
                continue;
            }
            if rest.starts_with('<') {
                let here = Self {
                    text: self.text,
                    at: end,
                    line: 0,
                };
                if here.tag().is_some() || rest.starts_with("<?") || rest.starts_with("<!--") {
                    break;
                }
            }
            end += 1 + rest.as_bytes()[1..]
                .iter()
                .position(|byte| *byte == b'<')
                .unwrap_or(rest.len() - 1);
        }
        self.advance(end);
        let raw = self.text[start..end].trim();
        if plain {
            decode(raw)
        } else {
            Cow::Owned(unpack(raw))
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = &self.text[self.at..];
            let next = self.at + rest.find('<')?;
            self.advance(next);
            let Some((tag, end)) = self.tag() else {
                self.advance(next + 1);
                continue;
            };
            let line = self.line;
            let closing = self.text[next..].starts_with("</");
            let empty = self.text[..end].ends_with("/>");
            self.advance(end);
            return Some(if closing {
                Token::Close { tag }
            } else {
                let value = if empty {
                    Cow::Borrowed("")
                } else {
                    self.value()
                };
                Token::Open { tag, value, line }
            });
        }
    }
}

/// Takes the text out of CDATA sections; what is outside of them is decoded.
fn unpack(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, data)) = rest.split_once("<![CDATA[") {
        text.push_str(&decode(before));
        let (inside, after) = data.split_once("]]>").unwrap_or((data, ""));
        text.push_str(inside);
        rest = after;
    }
    text.push_str(&decode(rest));
    text.trim().to_owned()
}

/// Decodes the entities that banks write; any other `&` is itself.
fn decode(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        let (c, len) = end
            .and_then(|end| Some((entity(&rest[1..end])?, end + 1)))
            .unwrap_or(('&', 1));
        text.push(c);
        rest = &rest[len..];
    }
    text.push_str(rest);
    Cow::Owned(text)
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn values(text: &str) -> Vec<(String, String)> {
        Tokens::new(text)
            .filter_map(|token| match token {
                Token::Open { tag, value, .. } => Some((tag.to_owned(), value.into_owned())),
                Token::Close { .. } => None,
            })
            .collect()
    }

    #[rstest]
    #[case("<NAME>A & B &amp; C", "A & B & C")]
    #[case("<NAME>\n  on its own line\n<MEMO>", "on its own line")]
    #[case("<NAME>closed</NAME>", "closed")]
    #[case("<NAME>1 < 2 <b", "1 < 2 <b")]
    #[case("<NAME><![CDATA[A <B> & C]]></NAME>", "A <B> & C")]
    #[case("<NAME>caf&#233;", "café")]
    #[case("<NAME/>", "")]
    fn decoded(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(values(text)[0], ("NAME".to_owned(), expected.to_owned()));
    }

    #[test]
    fn lines_are_counted() {
        let lines: Vec<u32> = Tokens::new("<A>\r\n<B>x\n\n<C>")
            .filter_map(|token| match token {
                Token::Open { line, .. } => Some(line),
                Token::Close { .. } => None,
            })
            .collect();
        assert_eq!(lines, [1, 2, 4]);
    }
}
