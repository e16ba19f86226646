//! XML cut into steps: an element opens, closes with its text, or the document is damaged.
//!
//! Only local names count, whatever prefix a bank gives its namespace, and only those that are
//! used here are kept apart. A declaration of entities is refused, depth and texts are bounded,
//! a bare `&` is a letter. Nothing is copied but the texts that are asked for.

use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// The deepest element; the messages know twenty levels.
const MAX_DEPTH: usize = 100;
/// The most bytes of one text that are kept.
const MAX_TEXT: usize = 1000;

/// The elements that are used; all others are nameless.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "Acct", "AcctSvcrRef", "AddtlInf", "AddtlNtryInf", "AddtlRmtInf", "AddtlTxInf", "Agt", "Amt",
    "AmtDtls", "Bal", "BookgDt", "Ccy", "Cd", "CdOrPrtry", "Cdtr", "CdtrRef", "CdtrRefInf",
    "CdtDbtInd", "ChqNb", "Dbtr", "Dt", "DtTm", "EndToEndId", "FinInstnId", "IBAN", "Id", "Nb",
    "Nm", "Ntfctn", "Ntry", "NtryDtls", "NtryRef", "Othr", "Prtry", "PrtryAcct", "Pty", "Ref",
    "Refs", "RfrdDocInf", "RltdPties", "RmtInf", "Rpt", "RtrInf", "RvslInd", "Stmt", "Strd", "Sts",
    "Tp", "TxAmt", "TxDtls", "TxId", "UltmtCdtr", "UltmtDbtr", "Ustrd", "ValDt",
];

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The last name of the path opened.
    Open,
    /// The last name of the path closes; its text is complete.
    Close,
    /// The document is not well-formed from here on, or too deep.
    Damaged,
    /// The document ends inside of an element.
    Cut,
    /// The document declares a type and perhaps entities.
    Declares,
}

/// Walks through a document.
pub(super) struct Walk<'t> {
    document: &'t str,
    reader: Reader<&'t [u8]>,
    seen: usize,
    path: Vec<&'static str>,
    text: String,
    currency: String,
    line: u32,
    closing: bool,
    ended: bool,
}

impl<'t> Walk<'t> {
    pub(super) fn new(document: &'t str) -> Self {
        let mut reader = Reader::from_str(document);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        config.check_comments = false;
        Self {
            document,
            reader,
            seen: 0,
            path: Vec::new(),
            text: String::new(),
            currency: String::new(),
            line: 1,
            closing: false,
            ended: false,
        }
    }

    /// The names from the document's element to the one of the step.
    pub(super) fn path(&self) -> &[&'static str] {
        &self.path
    }

    /// The text of the element that closes.
    pub(super) fn text(&self) -> &str {
        self.text.trim()
    }

    /// The `Ccy` of the last element that had one.
    pub(super) fn currency(&self) -> &str {
        &self.currency
    }

    /// The line of the step.
    pub(super) const fn line(&self) -> u32 {
        self.line
    }

    /// The next step; nothing after the end or after damage.
    pub(super) fn next(&mut self) -> Option<Step> {
        if self.closing {
            self.path.pop();
            self.closing = false;
            // What follows a child is not its parent's text.
            self.text.clear();
        }
        while !self.ended {
            let event = self.reader.read_event();
            self.count_lines();
            match event {
                Ok(Event::Start(start)) => return Some(self.open(&start)),
                Ok(Event::End(_)) => {
                    self.closing = true;
                    return Some(Step::Close);
                }
                Ok(Event::Text(text)) => self.push(&text),
                Ok(Event::CData(text)) => self.push(&text),
                Ok(Event::GeneralRef(name)) => self.push_reference(&name),
                Ok(Event::DocType(_)) => return Some(self.end(Step::Declares)),
                Ok(Event::Eof) => {
                    self.ended = true;
                    return (!self.path.is_empty()).then_some(Step::Cut);
                }
                Ok(_) => {}
                // All that is unclosed is so at the end of the file.
                Err(Error::Syntax(error)) if error != SyntaxError::InvalidBangMarkup => {
                    return Some(self.end(Step::Cut));
                }
                Err(_) => return Some(self.end(Step::Damaged)),
            }
        }
        None
    }

    fn end(&mut self, step: Step) -> Step {
        self.ended = true;
        step
    }

    fn count_lines(&mut self) {
        let now = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let passed = self.document.as_bytes().get(self.seen..now);
        let passed = passed.unwrap_or_default();
        let lines = passed.iter().enumerate().filter(|(at, byte)| {
            **byte == b'\n' || (**byte == b'\r' && passed.get(at + 1) != Some(&b'\n'))
        });
        self.line += u32::try_from(lines.count()).unwrap_or(0);
        self.seen = now.min(self.document.len());
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Step {
        if self.path.len() >= MAX_DEPTH {
            return self.end(Step::Damaged);
        }
        let name = start.local_name();
        let known = NAMES.iter().find(|known| **known == name.as_ref());
        let known = known.copied().unwrap_or_default();
        self.path.push(known);
        self.text.clear();
        if known == "Amt" {
            self.currency.clear();
            let attribute = start.attributes().flatten();
            let mut attribute = attribute.filter(|one| one.key.local_name().as_ref() == "Ccy");
            if let Some(code) = attribute.next() {
                self.currency.extend(code.value.chars().take(8));
            }
        }
        Step::Open
    }

    fn push(&mut self, text: &str) {
        let room = MAX_TEXT.saturating_sub(self.text.len());
        self.text.push_str(&text[..text.floor_char_boundary(room)]);
    }

    fn push_reference(&mut self, name: &BytesRef<'_>) {
        let c = match &**name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => name.resolve_char_ref().ok().flatten(),
        };
        if let Some(c) = c {
            self.push(c.encode_utf8(&mut [0; 4]));
        } else {
            self.push("&");
            self.push(name);
            self.push(";");
        }
    }
}
