//! `luka price …`

use domain::id::IdPrefix;
use domain::{Period, Price};
use ops::currency::{AddPrice, EditPrice};
use serde::Serialize;
use serde_json::json;

use super::{Desk, Done, object};
use crate::cli::args::money::{PriceAdd, PriceCommand, PriceEdit, PriceList};
use crate::cli::error::{Failure, Kind, OrExplain as _, did_you_mean};
use crate::cli::output::{Cell, Column, Row};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::present;

/// Lists or changes prices.
pub(crate) fn run(session: &Session, command: &PriceCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        PriceCommand::List(args) => list(&desk, args),
        PriceCommand::Add(args) => add(&mut desk, args),
        PriceCommand::Edit(args) => edit(&mut desk, args),
        PriceCommand::Rm { id } => remove(&mut desk, id),
    }
}

#[derive(Serialize)]
struct Line {
    id: String,
    date: String,
    currency: String,
    rate: String,
    quote: String,
    #[serde(skip)]
    day: domain::NaiveDate,
    #[serde(skip)]
    value: domain::Decimal,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Date(self.day),
            Cell::text(self.currency.as_str()),
            Cell::Number(self.value),
            Cell::text(self.quote.as_str()),
            Cell::text(self.id.as_str()),
        ]
    }
}

impl Line {
    fn of(price: &Price) -> Self {
        Self {
            id: price.id.to_string(),
            date: present::date(price.date),
            currency: price.base.as_str().to_owned(),
            rate: price.rate.normalize().to_string(),
            quote: price.quote.as_str().to_owned(),
            day: price.date,
            value: price.rate.normalize(),
        }
    }
}

fn list(desk: &Desk<'_>, args: &PriceList) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let period = match &args.period {
        Some(text) => Period::parse(text, desk.book.today()).or_explain(texts)?,
        None => Period::ALWAYS,
    };
    let mut prices = desk.book.view().prices().or_explain(texts)?;
    prices.retain(|price| {
        period.contains(price.date)
            && args
                .currency
                .is_none_or(|code| code == price.base || code == price.quote)
    });
    prices.sort_by(|a, b| (b.date, a.base, a.quote).cmp(&(a.date, b.base, b.quote)));
    let most = usize::try_from(args.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let lines: Vec<Line> = prices.iter().take(most).map(Line::of).collect();
    let columns = vec![
        Column::fixed("date", desk.text("head-date")),
        Column::fixed("currency", desk.text("head-currency")),
        Column::number("rate", desk.text("head-rate")),
        Column::fixed("quote", desk.text("head-quote")),
        Column::fixed("id", desk.text("head-id")),
    ];
    desk.list("prices", columns, &lines)
}

fn sentence(desk: &Desk<'_>, price: &Price, done: Done) -> String {
    let line = Line::of(price);
    let name = format!(
        "{}: {} = {} {}",
        line.date, line.currency, line.rate, line.quote
    );
    desk.sentence(done, &name)
}

fn add(desk: &mut Desk<'_>, args: &PriceAdd) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let quote = match args.quote {
        Some(code) => code,
        None => desk.book.currency().or_explain(texts)?.code,
    };
    let request = AddPrice {
        base: args.currency,
        rate: args.rate.clone(),
        quote,
        date: desk.date(args.date.as_deref())?,
    };
    let added = desk.book.add_price(&request).or_explain(texts)?;
    let replaced = added.replaced.map(|rate| rate.normalize().to_string());
    let done = if replaced.is_some() {
        Done::Changed
    } else {
        Done::Added
    };
    let sentence = sentence(desk, &added.price, done);
    let more = replaced.map(|rate| ("replaced", json!(rate)));
    let thing = object(&Line::of(&added.price));
    desk.done("price", thing, more.as_slice(), &sentence)
}

fn edit(desk: &mut Desk<'_>, args: &PriceEdit) -> Result<(), Failure> {
    let before = find(desk, &args.id)?;
    let date = desk.date(args.date.as_deref())?;
    let change = EditPrice {
        rate: args.rate.clone(),
        date,
    };
    let edited = desk
        .book
        .edit_price(before.base, before.quote, before.date, &change);
    let price = edited.or_explain(&desk.session.texts)?;
    let sentence = sentence(desk, &price, Done::Changed);
    desk.done("price", object(&Line::of(&price)), &[], &sentence)
}

fn remove(desk: &mut Desk<'_>, typed: &str) -> Result<(), Failure> {
    let price = find(desk, typed)?;
    let removed = desk.book.remove_price(price.base, price.quote, price.date);
    removed.or_explain(&desk.session.texts)?;
    let sentence = sentence(desk, &price, Done::Removed);
    desk.done("price", object(&Line::of(&price)), &[], &sentence)
}

/// The one price whose id begins with what was typed.
fn find(desk: &Desk<'_>, typed: &str) -> Result<Price, Failure> {
    let texts = &desk.session.texts;
    let typed = typed.trim().to_ascii_lowercase();
    let _readable: IdPrefix = typed.parse().or_explain(texts)?;
    let mut found = desk.book.view().prices().or_explain(texts)?;
    found.retain(|price| begins(&price.id.to_string(), &typed));
    match found.as_slice() {
        [price] => Ok(price.clone()),
        [] => {
            let message = text!(texts, "error-no-price-id", id = typed);
            Err(Failure::new(Kind::NotFound, message).hint(texts.get("hint-list-prices")))
        }
        several => {
            let ids: Vec<String> = several.iter().map(|price| price.id.to_string()).collect();
            let message = text!(texts, "error-ambiguous-id", id = typed);
            Err(Failure::new(Kind::Conflict, message).maybe_hint(did_you_mean(texts, &ids)))
        }
    }
}

/// Whether an id begins so; what stands behind a dash is the device and must be all of it.
fn begins(id: &str, typed: &str) -> bool {
    let split = |text: &str| match text.split_once('-') {
        Some((counter, device)) => (counter.to_owned(), device.to_owned()),
        None => (text.to_owned(), String::new()),
    };
    let ((counter, device), (typed, of)) = (split(id), split(typed));
    counter.starts_with(&typed) && device == of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_of_one_device() {
        assert!(begins("7k2a", "7k") && begins("7k2a-b", "7k-b"));
        assert!(!begins("7k2a-b", "7k") && !begins("7k2a", "k2"));
    }
}
