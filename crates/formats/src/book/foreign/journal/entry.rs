//! A transaction of a journal: its first line, its comments, its postings.

use chrono::NaiveDate;
use domain::transaction::Status;

use super::comment::{self, Comment};
use super::dialect::Dialect;
use super::lines::Entry;
use super::{BookProblem, Draft, Reader, Why};

impl Reader {
    pub(super) fn transaction(&mut self, entry: Entry<'_>) {
        let head = entry.head;
        let end = head.find(char::is_whitespace).unwrap_or(head.len());
        let (dates, rest) = head.split_at(end);
        let (first, second) = match dates.split_once('=') {
            Some((first, second)) => (first, Some(second)),
            None => (dates, None),
        };
        let Some(date) = self.date(first) else {
            return self.error(entry.line, head, BookProblem::BadDate);
        };
        let mut draft = Draft {
            place: self.place(entry.line),
            date,
            status: Status::Unmarked,
            payee: None,
            memo: Vec::new(),
            tags: Vec::new(),
            metadata: Vec::new(),
            postings: Vec::new(),
            identity: String::new(),
        };
        if let Some(second) = second {
            let date = self.date(second).map(|date| date.to_string());
            let date = date.unwrap_or_else(|| second.to_owned());
            draft.metadata.push(("date2".to_owned(), date));
        }
        self.head(&mut draft, rest);
        if let Some(problem) = self.body(&mut draft, entry) {
            let (line, text, problem) = problem;
            return self.error(line, text, problem);
        }
        self.drafts.push(draft);
    }

    /// Status, code, description and comment.
    fn head(&mut self, draft: &mut Draft, rest: &str) {
        let mut rest = rest.trim();
        for (mark, status) in [('*', Status::Cleared), ('!', Status::Pending)] {
            if let Some(after) = rest.strip_prefix(mark) {
                (draft.status, rest) = (status, after.trim());
                break;
            }
        }
        let code = rest.strip_prefix('(').and_then(|code| code.split_once(')'));
        if let Some((code, after)) = code {
            if !code.trim().is_empty() {
                draft
                    .metadata
                    .push(("code".to_owned(), code.trim().to_owned()));
            }
            rest = after.trim();
        }
        let (description, said) = self.described(rest);
        description.clone_into(&mut draft.identity);
        match description.split_once('|') {
            Some((payee, note)) => {
                draft.payee = Some(payee.trim().to_owned());
                draft.memo.push(note.trim().to_owned());
            }
            None => draft.payee = Some(description.to_owned()),
        }
        draft.payee = draft.payee.take().filter(|payee| !payee.is_empty());
        draft.memo.retain(|note| !note.is_empty());
        for tag in self.applied.clone() {
            let tag = if tag.contains(':') {
                tag
            } else {
                format!(":{tag}:")
            };
            let said = comment::read(&tag, self.dialect);
            draft.say(said);
        }
        draft.say(comment::read(said, self.dialect));
    }

    /// Description and comment: ledger wants two blanks before a comment.
    fn described<'a>(&self, rest: &'a str) -> (&'a str, &'a str) {
        let parts = match self.dialect {
            Dialect::Hledger => rest.split_once(';'),
            Dialect::Ledger if rest.starts_with(';') => rest.split_once(';'),
            Dialect::Ledger => rest.split_once("  ;").or_else(|| rest.split_once("\t;")),
        };
        let (description, said) = parts.unwrap_or((rest, ""));
        (description.trim(), said)
    }

    fn body<'a>(
        &mut self,
        draft: &mut Draft,
        entry: Entry<'a>,
    ) -> Option<(u32, &'a str, BookProblem)> {
        for (line, text) in entry.below() {
            let Some(said) = text.strip_prefix(';') else {
                match self.posting(line, text) {
                    Ok((posting, comment)) => {
                        let code = text.split_once(';').map_or(text, |(code, _)| code);
                        draft.identity.push_str(" | ");
                        draft
                            .identity
                            .push_str(&squeezed(code.trim_start_matches(['*', '!'])));
                        draft.postings.push(posting);
                        self.say_of_posting(draft, line, comment);
                    }
                    Err(problem) => return Some((line, text, problem)),
                }
                continue;
            };
            let said = comment::read(said, self.dialect);
            if draft.postings.is_empty() {
                draft.say(said);
            } else {
                self.say_of_posting(draft, line, said);
            }
        }
        None
    }

    /// What is said of the last posting: its tags are the transaction's, as in every query.
    fn say_of_posting(&mut self, draft: &mut Draft, line: u32, said: Comment) {
        if said.dated {
            let text = said.text.clone().unwrap_or_default();
            self.leave(line, &text, Why::PostingDate);
        }
        let reconciled = said.tags.iter().any(|tag| tag == "reconciled");
        let tags = said.tags.into_iter().filter(|tag| tag != "reconciled");
        draft.tags.extend(tags);
        let Some(posting) = draft.postings.last_mut() else {
            return;
        };
        if reconciled {
            posting.mark = domain::transaction::Mark::Reconciled;
        }
        match said.text {
            Some(text) => posting.memo.push(text),
            None => posting
                .memo
                .extend(said.pairs.into_iter().map(|(key, value)| {
                    if key == "memo" {
                        value
                    } else {
                        format!("{key}: {value}")
                    }
                })),
        }
    }

    /// A date, with the journal's year when it has none of its own.
    pub(super) fn date(&self, text: &str) -> Option<NaiveDate> {
        let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
        let number = |part: &&str| part.parse::<u32>().ok();
        match parts.as_slice() {
            [year, month, day] if year.len() == 4 => {
                NaiveDate::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?)
            }
            [month, day] => NaiveDate::from_ymd_opt(self.year, number(month)?, number(day)?),
            _ => None,
        }
    }
}

impl Draft {
    fn say(&mut self, said: Comment) {
        self.tags.extend(said.tags);
        self.memo.extend(said.text);
        for (key, value) in said.pairs {
            if key.eq_ignore_ascii_case("payee") {
                self.payee = Some(value);
            } else {
                self.metadata.push((key, value));
            }
        }
    }
}

/// A text with single blanks.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
