//! Beancount files, by its language's syntax: everything is dated, lots are booked, balances proven.
//!
//! `token` parts the text into lines of tokens, `directive` and `transaction` read them, `settle`
//! goes through them by date: `booking` finds the lots that are sold, `interpolate` what was left
//! out, and pads become the transactions that the real program would make.

mod booking;
mod directive;
mod interpolate;
mod metadata;
mod number;
mod options;
mod settle;
mod token;
mod transaction;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::Decimal;
use domain::transaction::{Mark, Status};

use self::booking::Method;
use self::options::Options;
use self::token::Line;
use super::accounts::Accounts;
use super::commodities::Commodities;
use super::trouble::shortened;
use super::{
    AccountRef, BookFormat, BookProblem, CommodityRef, ForeignBook, ForeignPrice, LineError,
    Loader, Place, Uncarried, Why,
};
use crate::import::{ReadError, decode};

/// The line that begins a file of our own.
const OWN: &str = ";; LukaLibre";
/// Files include files no deeper.
const DEEPEST: usize = 16;

/// What was paid for a lot, as far as it is written.
#[derive(Clone, Debug, Default)]
struct CostSpec {
    each: Option<Decimal>,
    total: Option<Decimal>,
    currency: Option<CommodityRef>,
    date: Option<NaiveDate>,
    label: Option<String>,
}

/// A price, as far as it is written.
#[derive(Clone, Copy, Debug)]
struct PriceSpec {
    number: Option<Decimal>,
    currency: Option<CommodityRef>,
    total: bool,
}

/// A posting, as far as it is written.
#[derive(Clone, Debug)]
struct DraftPosting {
    line: u32,
    account: AccountRef,
    number: Option<Decimal>,
    currency: Option<CommodityRef>,
    cost: Option<CostSpec>,
    price: Option<PriceSpec>,
    memo: Vec<String>,
    mark: Mark,
    /// What it counts in the sum, once that is known.
    weight: Option<(Decimal, CommodityRef)>,
}

/// A transaction, as far as it is written.
#[derive(Clone, Debug)]
struct Draft {
    place: Place,
    date: NaiveDate,
    status: Status,
    payee: Option<String>,
    memo: String,
    tags: Vec<String>,
    links: Vec<String>,
    metadata: Vec<(String, String)>,
    postings: Vec<DraftPosting>,
    identity: String,
}

/// What happens on a day; the order is that of beancount for one day.
#[derive(Clone, Debug)]
enum Event {
    Balance {
        account: AccountRef,
        number: Decimal,
        tolerance: Option<Decimal>,
        currency: CommodityRef,
    },
    Pad {
        account: AccountRef,
        source: AccountRef,
    },
    Transaction(Box<Draft>),
}

#[derive(Clone, Debug)]
struct Dated {
    date: NaiveDate,
    place: Place,
    event: Event,
}

/// A file while it is read.
struct Reader {
    own: bool,
    options: Options,
    accounts: Accounts,
    commodities: Commodities,
    methods: HashMap<AccountRef, Method>,
    prices: Vec<ForeignPrice>,
    events: Vec<Dated>,
    uncarried: Vec<Uncarried>,
    errors: Vec<LineError>,
    tags: Vec<String>,
    pushed: Vec<(String, String)>,
    files: Vec<Arc<str>>,
}

/// Reads a beancount file.
pub(super) fn read(text: &str, load: Loader<'_>) -> Result<ForeignBook, ReadError> {
    let mut reader = Reader {
        own: text.starts_with(OWN),
        options: Options::default(),
        accounts: Accounts::default(),
        commodities: Commodities::default(),
        methods: HashMap::new(),
        prices: Vec::new(),
        events: Vec::new(),
        uncarried: Vec::new(),
        errors: Vec::new(),
        tags: Vec::new(),
        pushed: Vec::new(),
        files: Vec::new(),
    };
    reader.text(text, load);
    let book = reader.finish();
    if book.transactions.is_empty()
        && book.errors.is_empty()
        && book.accounts.is_empty()
        && book.prices.is_empty()
    {
        return Err(ReadError::NoTransactions {
            found: "options and comments",
        });
    }
    Ok(book)
}

impl Reader {
    fn text(&mut self, text: &str, load: Loader<'_>) {
        let (lines, unended) = token::lines(text);
        if let Some(line) = unended {
            self.error(line, "\"", BookProblem::NoEnd);
        }
        let mut at = 0;
        while let Some(head) = lines.get(at) {
            let below = lines.get(at + 1..).unwrap_or_default();
            let many = below.iter().take_while(|line| line.indented).count();
            let below = below.get(..many).unwrap_or_default();
            at += 1 + many;
            if head.indented {
                self.error(head.number, head.raw, BookProblem::Indented);
            } else {
                self.directive(head, below, load);
            }
        }
    }

    fn include(&mut self, line: &Line<'_>, path: &str, load: Loader<'_>) {
        let folder = self.files.last().and_then(|file| file.rsplit_once('/'));
        let whole: Arc<str> = match folder {
            Some((folder, _)) if !path.starts_with('/') => format!("{folder}/{path}").into(),
            _ => path.into(),
        };
        if self.files.contains(&whole) || self.files.len() >= DEEPEST {
            return self.error(line.number, path, BookProblem::IncludeDepth);
        }
        let bytes = load(&whole);
        let text = bytes.as_deref().and_then(|bytes| decode(bytes, None).ok());
        let Some(text) = text else {
            return self.leave(line.number, path, Why::Include);
        };
        self.files.push(whole);
        self.text(text.text.trim_start_matches('\u{feff}'), load);
        self.files.pop();
    }

    fn finish(mut self) -> ForeignBook {
        let settled = settle::settle(&mut self);
        self.errors
            .sort_by(|one, other| one.place.cmp(&other.place));
        self.uncarried
            .sort_by(|one, other| one.place.cmp(&other.place));
        let kinds = self.options.kinds(self.own);
        ForeignBook {
            format: BookFormat::Beancount,
            accounts: self.accounts.into_list(&kinds),
            commodities: self.commodities.into_list(),
            payees: Vec::new(),
            prices: self.prices,
            budgets: Vec::new(),
            transactions: settled.transactions,
            uncarried: self.uncarried,
            errors: self.errors,
            warnings: settled.warnings,
        }
    }

    /// A currency by its code; our own exports write `TRUE.C` for what is a word of the language.
    fn currency(&mut self, name: &str) -> CommodityRef {
        let name = match name.strip_suffix(".C") {
            Some(name) if self.own => name,
            _ => name,
        };
        self.commodities.of(name)
    }

    fn place(&self, line: u32) -> Place {
        Place {
            file: self.files.last().cloned(),
            line,
        }
    }

    fn error(&mut self, line: u32, text: &str, problem: BookProblem) {
        let (place, text) = (self.place(line), shortened(text));
        self.errors.push(LineError {
            place,
            text,
            problem,
        });
    }

    fn leave(&mut self, line: u32, text: &str, why: Why) {
        let (place, what) = (self.place(line), shortened(text));
        self.uncarried.push(Uncarried { place, what, why });
    }
}
