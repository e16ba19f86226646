//! Directives with and without a date.

use chrono::NaiveDate;
use domain::Decimal;
use domain::account::split_path;

use super::super::Loader;
use super::booking::Method;
use super::metadata::pair;
use super::number::Tokens;
use super::token::{Line, Token};
use super::{BookProblem, Dated, Event, ForeignPrice, Reader, Why};

impl Reader {
    pub(super) fn directive(&mut self, line: &Line<'_>, below: &[Line<'_>], load: Loader<'_>) {
        let mut tokens = Tokens::new(&line.tokens);
        match tokens.next() {
            Some(Token::Date(date)) => {
                if let Err(problem) = self.dated(*date, line, tokens, below) {
                    self.error(line.number, line.raw, problem);
                }
            }
            Some(Token::Word(word)) => self.bare(word, line, tokens, load),
            Some(Token::Odd) => self.error(line.number, line.raw, BookProblem::BadDate),
            _ => self.error(line.number, line.raw, BookProblem::UnknownLine),
        }
    }

    fn bare(&mut self, word: &str, line: &Line<'_>, mut tokens: Tokens<'_, '_>, load: Loader<'_>) {
        match (word, tokens.rest) {
            ("option", [Token::Text(name), Token::Text(value)]) => {
                if !self.options.set(name, value) {
                    self.leave(line.number, line.raw, Why::Setting);
                }
            }
            ("plugin", [Token::Text(_), ..]) => self.leave(line.number, line.raw, Why::Setting),
            ("include", [Token::Text(path)]) => self.include(line, path, load),
            ("pushtag", [Token::Tag(tag)]) => self.tags.push((*tag).to_owned()),
            ("poptag", [Token::Tag(tag)]) => {
                if let Some(at) = self.tags.iter().rposition(|known| known == tag) {
                    self.tags.remove(at);
                }
            }
            ("pushmeta", _) => {
                let pushed = Line {
                    tokens: tokens.rest.to_vec(),
                    ..line.clone()
                };
                self.pushed.extend(pair(&pushed));
            }
            ("popmeta", _) => {
                let key = tokens.word().unwrap_or_default().trim_end_matches(':');
                self.pushed.retain(|(known, _)| known != key);
            }
            _ => self.error(line.number, line.raw, BookProblem::UnknownLine),
        }
    }

    fn dated(
        &mut self,
        date: NaiveDate,
        line: &Line<'_>,
        mut tokens: Tokens<'_, '_>,
        below: &[Line<'_>],
    ) -> Result<(), BookProblem> {
        let word = match tokens.rest.first() {
            Some(Token::Word(word)) => *word,
            _ => return self.transaction(date, line, tokens, below),
        };
        let why = match word {
            "open" | "close" | "balance" | "pad" | "price" | "commodity" => {
                tokens.next();
                return self.account_or_price(word, date, line, tokens, below);
            }
            "note" => Why::Note,
            "document" => Why::Document,
            "event" => Why::Event,
            "query" => Why::Query,
            "custom" => Why::Custom,
            _ => return self.transaction(date, line, tokens, below),
        };
        self.leave(line.number, line.raw, why);
        Ok(())
    }

    fn account_or_price(
        &mut self,
        word: &str,
        date: NaiveDate,
        line: &Line<'_>,
        mut tokens: Tokens<'_, '_>,
        below: &[Line<'_>],
    ) -> Result<(), BookProblem> {
        match word {
            "price" => return self.price(date, line, tokens),
            "commodity" => return self.commodity(tokens, below),
            _ => {}
        }
        let name = tokens.account().ok_or(BookProblem::BadAccount)?;
        let account = self.accounts.of(name);
        for line in below {
            match pair(line) {
                Some((key, path)) if self.own && word == "open" && key == "name" => {
                    let path = split_path(&path).map_err(|_| BookProblem::BadAccount)?;
                    self.accounts.called(account, path);
                }
                _ => self.leave(line.number, line.raw, Why::Attribute),
            }
        }
        match word {
            "open" => self.open(account, tokens),
            "close" => {
                self.accounts.close(account, true);
                Ok(())
            }
            "pad" => {
                let source = tokens.account().ok_or(BookProblem::BadAccount)?;
                let source = self.accounts.of(source);
                self.event(date, line, Event::Pad { account, source });
                Ok(())
            }
            _ => self.balance(account, date, line, tokens),
        }
    }

    fn commodity(
        &mut self,
        mut tokens: Tokens<'_, '_>,
        below: &[Line<'_>],
    ) -> Result<(), BookProblem> {
        let code = tokens.currency().ok_or(BookProblem::BadAmount)?;
        let commodity = self.currency(code);
        for line in below {
            match pair(line) {
                Some((key, digits)) if self.own && key == "precision" => {
                    self.commodities
                        .needs(commodity, digits.parse().unwrap_or(0));
                }
                _ => self.leave(line.number, line.raw, Why::Attribute),
            }
        }
        Ok(())
    }

    fn balance(
        &mut self,
        account: u32,
        date: NaiveDate,
        line: &Line<'_>,
        mut tokens: Tokens<'_, '_>,
    ) -> Result<(), BookProblem> {
        let number = tokens.number().ok_or(BookProblem::BadAmount)?;
        let mut tolerance = None;
        if tokens.sign("~") {
            tolerance = Some(tokens.number().ok_or(BookProblem::BadAmount)?);
        }
        let code = tokens.currency().ok_or(BookProblem::BadAmount)?;
        let currency = self.currency(code);
        let event = Event::Balance {
            account,
            number,
            tolerance,
            currency,
        };
        self.event(date, line, event);
        Ok(())
    }

    fn open(&mut self, account: u32, mut tokens: Tokens<'_, '_>) -> Result<(), BookProblem> {
        let mut currencies = Vec::new();
        while let Some(code) = tokens.currency() {
            currencies.push(self.currency(code));
            tokens.sign(",");
        }
        if let [only] = currencies.as_slice() {
            self.accounts.holds(account, *only);
        }
        if let Some(method) = tokens.text() {
            let method = Method::named(method).ok_or(BookProblem::BadText)?;
            self.methods.insert(account, method);
        }
        Ok(())
    }

    fn price(
        &mut self,
        date: NaiveDate,
        line: &Line<'_>,
        mut tokens: Tokens<'_, '_>,
    ) -> Result<(), BookProblem> {
        let base = tokens.currency().ok_or(BookProblem::BadAmount)?;
        let rate = tokens.number().ok_or(BookProblem::BadAmount)?;
        let quote = tokens.currency().ok_or(BookProblem::BadAmount)?;
        let (base, quote) = (self.currency(base), self.currency(quote));
        if rate <= Decimal::ZERO || base == quote {
            self.leave(line.number, line.raw, Why::Price);
            return Ok(());
        }
        let place = self.place(line.number);
        self.prices.push(ForeignPrice {
            place,
            date,
            base,
            rate,
            quote,
        });
        Ok(())
    }

    pub(super) fn event(&mut self, date: NaiveDate, line: &Line<'_>, event: Event) {
        let place = self.place(line.number);
        self.events.push(Dated { date, place, event });
    }
}
