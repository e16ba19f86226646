//! What a book becomes: its commodities, its accounts, and for each posting the account here.

use std::collections::HashMap;

use domain::account::AccountKind;
use domain::{Currency, CurrencyCode};
use formats::book::foreign::{AccountRef, CommodityRef, ForeignBook, ForeignPosting};
use store::{StoreError, View, Writer};

use super::chart::{ChartPlan, Wanted};
use super::{BookAccount, BookImport, currencies};
use crate::book::main_currency;

/// An account of the book, with the currency for those that hold one.
type Key = (AccountRef, Option<CurrencyCode>);

/// Everything that is decided about a book.
pub(super) struct Plan {
    pub(super) currencies: Vec<Currency>,
    pub(super) chart: ChartPlan,
    pub(super) main: Currency,
    slots: HashMap<Key, usize>,
    /// The same in the order of the book, with the name there.
    named: Vec<(Key, String, usize)>,
    /// How many accounts there were.
    before: usize,
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

impl Plan {
    pub(super) fn new(
        view: View<'_>,
        book: &ForeignBook,
        request: &BookImport,
    ) -> Result<Self, StoreError> {
        let chart = ChartPlan::new(view)?;
        let mut plan = Self {
            currencies: currencies::decide(view, book, request)?,
            main: main_currency(view)?,
            slots: HashMap::new(),
            named: Vec::new(),
            before: chart.len(),
            chart,
        };
        let held = plan.held(book);
        for ((account, held), at) in book.accounts.iter().zip(held).zip(0..) {
            if !account.mentioned && held.is_empty() {
                continue;
            }
            let kind = account.kind.unwrap_or(AccountKind::Asset);
            let codes: Vec<Option<CurrencyCode>> = if kind.is_category() {
                vec![None]
            } else {
                held.into_iter().map(Some).collect()
            };
            let first = codes.first().copied().flatten();
            for currency in codes {
                let mut path = account.path.clone();
                if currency != first {
                    path.extend(currency.map(|code| code.to_string()));
                }
                let wanted = Wanted {
                    path: &path,
                    kind,
                    currency,
                    closed: account.closed,
                };
                let slot = match plan.chart.remembered(view, &account.name, wanted)? {
                    Some(known) => known,
                    None => plan.chart.claim(wanted),
                };
                plan.slots.insert((at, currency), slot);
                plan.named
                    .push(((at, currency), account.name.clone(), slot));
            }
        }
        Ok(plan)
    }

    /// The currencies that each account holds, in the order of their first use.
    fn held(&self, book: &ForeignBook) -> Vec<Vec<CurrencyCode>> {
        let declared = book.accounts.iter().map(|account| {
            let code = account
                .commodity
                .map(|commodity| self.currency(commodity).code);
            code.into_iter().collect()
        });
        let mut held: Vec<Vec<CurrencyCode>> = declared.collect();
        for posting in book.transactions.iter().flat_map(|one| &one.postings) {
            let code = self.currency(posting.commodity).code;
            if let Some(codes) = held.get_mut(index(posting.account))
                && !codes.contains(&code)
            {
                codes.push(code);
            }
        }
        self.inherit(book, &mut held);
        held
    }

    /// An account that is only named holds what the first account below it does.
    fn inherit(&self, book: &ForeignBook, held: &mut [Vec<CurrencyCode>]) {
        let names = book.accounts.iter().map(|account| account.name.as_str());
        let by_name: HashMap<&str, usize> = names.zip(0..).collect();
        let mut below: HashMap<usize, CurrencyCode> = HashMap::new();
        for (account, codes) in book.accounts.iter().zip(held.iter()) {
            let (Some(code), mut name) = (codes.first(), account.name.as_str()) else {
                continue;
            };
            while let Some((above, _)) = name.rsplit_once(':') {
                if let Some(at) = by_name.get(above) {
                    below.entry(*at).or_insert(*code);
                }
                name = above;
            }
        }
        let first = book
            .transactions
            .iter()
            .flat_map(|one| &one.postings)
            .next();
        let usual = first.map_or(self.main.code, |posting| {
            self.currency(posting.commodity).code
        });
        let mentioned = book.accounts.iter().map(|account| account.mentioned);
        for ((codes, mentioned), at) in held.iter_mut().zip(mentioned).zip(0..) {
            if codes.is_empty() && mentioned {
                codes.push(below.get(&at).copied().unwrap_or(usual));
            }
        }
    }

    /// True for a commodity that amounts or prices are in.
    pub(super) fn uses(book: &ForeignBook, commodity: CommodityRef) -> bool {
        let prices = book
            .prices
            .iter()
            .any(|price| [price.base, price.quote].contains(&commodity));
        let budgets = book
            .budgets
            .iter()
            .any(|budget| budget.commodity == commodity);
        let mut postings = book.transactions.iter().flat_map(|one| &one.postings);
        prices
            || budgets
            || postings.any(|posting| {
                posting.commodity == commodity
                    || posting.cost.is_some_and(|(_, of)| of == commodity)
            })
    }

    /// The currency of a commodity.
    pub(super) fn currency(&self, commodity: CommodityRef) -> Currency {
        self.currencies
            .get(index(commodity))
            .copied()
            .unwrap_or(self.main)
    }

    /// The account here of a posting.
    pub(super) fn slot_of(&self, posting: &ForeignPosting) -> Option<usize> {
        let code = self.currency(posting.commodity).code;
        let category = self.slots.get(&(posting.account, None));
        category
            .or_else(|| self.slots.get(&(posting.account, Some(code))))
            .copied()
    }

    /// The category here of one of the book.
    pub(super) fn slot(&self, category: AccountRef) -> Option<usize> {
        self.slots.get(&(category, None)).copied()
    }

    /// Amounts without a currency, when they have more digits than the one they are taken for.
    pub(super) fn open_digits(
        &self,
        book: &ForeignBook,
        request: &BookImport,
    ) -> Option<(CurrencyCode, u8)> {
        let at = book
            .commodities
            .iter()
            .position(|commodity| commodity.name.is_empty())?;
        let said = request
            .currencies
            .iter()
            .any(|choice| choice.in_book.is_none());
        let (commodity, currency) = (book.commodities.get(at)?, self.currencies.get(at)?);
        let used = Self::uses(book, CommodityRef::try_from(at).ok()?);
        let more = commodity.digits > currency.exponent;
        (more && used && !said).then_some((currency.code, commodity.digits))
    }

    /// An equity account that the import itself needs.
    pub(super) fn equity(&mut self, name: &str, currency: Currency) -> usize {
        let key = (u32::MAX, Some(currency.code));
        let known = self
            .named
            .iter()
            .find(|(of, named, _)| *of == key && named == name);
        if let Some((_, _, slot)) = known {
            return *slot;
        }
        let path = [name.to_owned()];
        let slot = self.chart.claim(Wanted {
            path: &path,
            kind: AccountKind::Equity,
            currency: Some(currency.code),
            closed: false,
        });
        self.named.push((key, name.to_owned(), slot));
        slot
    }

    /// Makes accounts that are planned and not there yet; all of them when it is called first.
    pub(super) fn write_accounts(&mut self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        self.chart.write(writer, self.before)?;
        self.before = self.chart.len();
        Ok(())
    }

    /// Remembers what the accounts of the book became.
    pub(super) fn remember(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        for ((account, currency), in_book, slot) in &self.named {
            if *account != u32::MAX {
                self.chart.remember(writer, in_book, *currency, *slot)?;
            }
        }
        Ok(())
    }

    /// What the accounts became, for people.
    pub(super) fn report(&self, book: &ForeignBook) -> Vec<BookAccount> {
        let about = |((account, currency), in_book, slot): &(Key, String, usize)| {
            let own = *account == u32::MAX;
            let here = self.chart.slot(*slot)?;
            let kind = book
                .accounts
                .get(index(*account))
                .and_then(|account| account.kind);
            Some(BookAccount {
                in_book: (!own).then(|| in_book.clone()),
                name: self.chart.path(*slot),
                kind: here.kind,
                currency: *currency,
                new: here.new,
                kind_assumed: !own && kind.is_none(),
            })
        };
        self.named.iter().filter_map(about).collect()
    }
}
