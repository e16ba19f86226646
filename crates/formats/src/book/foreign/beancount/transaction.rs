//! A transaction: flag, payee and narration, tags and links; below it postings and metadata.

use chrono::NaiveDate;
use domain::transaction::{Mark, Status};

use super::metadata::pair;
use super::number::{Tokens, is_account};
use super::token::{Line, Token};
use super::{BookProblem, CostSpec, Draft, DraftPosting, Event, PriceSpec, Reader, Why};

impl Reader {
    pub(super) fn transaction(
        &mut self,
        date: NaiveDate,
        line: &Line<'_>,
        mut tokens: Tokens<'_, '_>,
        below: &[Line<'_>],
    ) -> Result<(), BookProblem> {
        let mut draft = Draft {
            place: self.place(line.number),
            date,
            status: Status::Unmarked,
            payee: None,
            memo: String::new(),
            tags: self.tags.clone(),
            links: Vec::new(),
            metadata: self.pushed.clone(),
            postings: Vec::new(),
            identity: String::new(),
        };
        let flag = flag(tokens.next()).ok_or(BookProblem::UnknownLine)?;
        draft.status = match flag {
            "*" | "txn" => Status::Cleared,
            "!" => Status::Pending,
            other => {
                draft.metadata.push(("flag".to_owned(), other.to_owned()));
                Status::Unmarked
            }
        };
        let mut texts: Vec<&str> = Vec::new();
        while !tokens.rest.is_empty() {
            if let Some(text) = tokens.text() {
                texts.push(text);
            } else if !tokens.sign("|") && !draft.label(tokens.next()) {
                return Err(BookProblem::BadText);
            }
        }
        match texts.as_slice() {
            [] => {}
            [narration] => (*narration).clone_into(&mut draft.memo),
            [payee, narration] => {
                draft.payee = Some((*payee).to_owned()).filter(|payee| !payee.is_empty());
                (*narration).clone_into(&mut draft.memo);
            }
            _ => return Err(BookProblem::BadText),
        }
        draft.identity = texts.join(" | ");
        for line in below {
            if let Err(problem) = self.below(&mut draft, line) {
                self.error(line.number, line.raw, problem);
                return Ok(());
            }
        }
        if !draft.links.is_empty() {
            let links = draft.links.join(" ");
            draft.metadata.push(("links".to_owned(), links));
        }
        self.event(date, line, Event::Transaction(Box::new(draft)));
        Ok(())
    }

    /// A line below: metadata, tags, or a posting.
    fn below(&mut self, draft: &mut Draft, line: &Line<'_>) -> Result<(), BookProblem> {
        if let Some((key, value)) = pair(line) {
            self.metadata(draft, key, value);
            return Ok(());
        }
        let labels = |token: &Token<'_>| matches!(token, Token::Tag(_) | Token::Link(_));
        if line.tokens.iter().all(labels) {
            for token in &line.tokens {
                draft.label(Some(token));
            }
            return Ok(());
        }
        let posting = self.posting(line)?;
        let code = line.raw.split_once(" ;").map_or(line.raw, |(code, _)| code);
        draft.identity.push_str(" | ");
        let words: Vec<&str> = code.split_whitespace().collect();
        draft.identity.push_str(&words.join(" "));
        draft.postings.push(posting);
        Ok(())
    }

    fn metadata(&self, draft: &mut Draft, key: String, value: String) {
        let Some(posting) = draft.postings.last_mut() else {
            match Status::from_word(&value) {
                Some(status) if self.own && key == "status" => draft.status = status,
                _ => draft.metadata.push((key, value)),
            }
            return;
        };
        match (key.as_str(), Mark::from_word(&value)) {
            ("mark", Some(mark)) if self.own => posting.mark = mark,
            ("memo", _) => posting.memo.push(value),
            _ => posting.memo.push(format!("{key}: {value}")),
        }
    }

    fn posting(&mut self, line: &Line<'_>) -> Result<DraftPosting, BookProblem> {
        let mut tokens = Tokens::new(&line.tokens);
        let mut mark = Mark::None;
        if !matches!(tokens.rest.first(), Some(Token::Word(word)) if is_account(word)) {
            let flag = flag(tokens.next()).ok_or(BookProblem::BadAccount)?;
            match flag {
                "*" => mark = Mark::Cleared,
                _ => self.leave(line.number, line.raw, Why::PostingMark),
            }
        }
        let name = tokens.account().ok_or(BookProblem::BadAccount)?;
        let mut posting = DraftPosting {
            line: line.number,
            account: self.accounts.of(name),
            number: tokens.number(),
            currency: None,
            cost: None,
            price: None,
            memo: Vec::new(),
            mark,
            weight: None,
        };
        posting.currency = tokens.currency().map(|code| self.currency(code));
        if posting.number.is_some() && posting.currency.is_none() {
            return Err(BookProblem::BadAmount);
        }
        if let (Some(number), Some(currency)) = (posting.number, posting.currency) {
            self.commodities.occurs(currency, number);
        }
        if tokens.sign("{{") {
            posting.cost = Some(self.cost(&mut tokens, "}}")?);
        } else if tokens.sign("{") {
            posting.cost = Some(self.cost(&mut tokens, "}")?);
        }
        let total = tokens.sign("@@");
        if total || tokens.sign("@") {
            posting.price = Some(PriceSpec {
                number: tokens.number(),
                currency: tokens.currency().map(|code| self.currency(code)),
                total,
            });
        }
        let labelled = posting
            .cost
            .as_ref()
            .is_some_and(|cost| cost.label.is_some());
        if labelled || (posting.cost.is_some() && posting.price.is_some()) {
            self.leave(line.number, line.raw, Why::Lot);
        }
        match tokens.rest {
            [] => Ok(posting),
            _ => Err(BookProblem::BadAmount),
        }
    }

    /// What is between braces: an amount, a date, a label, in any order.
    fn cost(&mut self, tokens: &mut Tokens<'_, '_>, end: &str) -> Result<CostSpec, BookProblem> {
        let mut cost = CostSpec::default();
        loop {
            if tokens.sign(end) {
                return Ok(cost);
            }
            if let Some(date) = tokens.date() {
                cost.date = Some(date);
            } else if let Some(label) = tokens.text() {
                cost.label = Some(label.to_owned());
            } else if let Some(number) = tokens.number() {
                if end == "}}" {
                    cost.total = Some(number);
                } else {
                    cost.each = Some(number);
                }
            } else if tokens.sign("#") {
                cost.total = Some(tokens.number().ok_or(BookProblem::BadAmount)?);
            } else if let Some(code) = tokens.currency() {
                cost.currency = Some(self.currency(code));
            } else if !tokens.sign(",") && !tokens.sign("*") {
                return Err(BookProblem::BadAmount);
            }
        }
    }
}

impl Draft {
    /// Takes a tag or link; false for all else.
    fn label(&mut self, token: Option<&Token<'_>>) -> bool {
        match token {
            Some(Token::Tag(tag)) => self.tags.push((*tag).to_owned()),
            Some(Token::Link(link)) => self.links.push((*link).to_owned()),
            _ => return false,
        }
        true
    }
}

/// The flag of a transaction or posting.
fn flag<'a>(token: Option<&Token<'a>>) -> Option<&'a str> {
    match token? {
        Token::Sign(sign @ ("*" | "!" | "&" | "?" | "%" | "#")) => Some(sign),
        Token::Word(word) if *word == "txn" || word.len() == 1 => Some(word),
        _ => None,
    }
}
