//! From what accounts saw to a book: both sides of a transfer are one transaction.
//!
//! Two sides belong together when each names the other's account, their amounts are opposite and they
//! are at most a week apart, the nearest first. What only one side tells is booked by that alone.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::transaction::{Mark, Status};
use domain::{AccountKind, Decimal};

use super::super::accounts::Accounts;
use super::super::commodities::Commodities;
use super::super::kinds::Kinds;
use super::super::{
    AccountRef, BookFormat, BookHints, CommodityRef, ForeignBook, ForeignPosting,
    ForeignTransaction, LineError, Place,
};
use super::{Deal, Other, Part};

/// Two sides of a transfer are at most so many days apart.
const APART: i64 = 7;

/// All that was read.
pub(super) struct Deals {
    pub(super) list: Vec<Deal>,
    pub(super) errors: Vec<LineError>,
    /// What the program says of kinds.
    pub(super) kinds: HashMap<String, AccountKind>,
    uncategorized: [String; 2],
}

impl Deals {
    pub(super) fn new(hints: &BookHints<'_>) -> Self {
        Self {
            list: Vec::new(),
            errors: Vec::new(),
            kinds: HashMap::new(),
            uncategorized: hints.uncategorized.map(str::to_owned),
        }
    }

    /// Joins transfers and splits, and names all accounts.
    pub(super) fn finish(self) -> Finished {
        let joined = join(&self.list);
        let signs = self.signs();
        let mut finished = Finished {
            accounts: Accounts::default(),
            commodities: Commodities::default(),
            transactions: Vec::new(),
            uncategorized: self.uncategorized,
            kinds: self.kinds,
            signs,
            errors: self.errors,
        };
        for (at, deal) in self.list.into_iter().enumerate() {
            if !joined.gone.contains_key(&at) {
                let transaction = finished.transaction(deal, joined.marks.get(&at).copied());
                finished.transactions.push(transaction);
            }
        }
        finished
    }

    /// The sum of all that went into each category of unknown kind.
    fn signs(&self) -> HashMap<Vec<String>, Decimal> {
        let mut signs: HashMap<Vec<String>, Decimal> = HashMap::new();
        for part in self.list.iter().flat_map(|deal| &deal.parts) {
            if let Other::Category(path, None) = &part.other {
                let sum = signs.entry(path.clone()).or_default();
                *sum = sum.saturating_add(part.amount);
            }
        }
        signs
    }
}

/// Which deals are the other side of another one, and the marks of those sides.
struct Joined {
    gone: HashMap<usize, usize>,
    marks: HashMap<usize, Mark>,
}

/// From, to, amount without its sign, and whether it comes in.
type Key = (String, String, Decimal);

/// What may be taken for the other side: deals that are nothing but a transfer.
type Waiting = HashMap<Key, Vec<(NaiveDate, usize)>>;

fn waiting(list: &[Deal]) -> Waiting {
    let mut waiting = Waiting::new();
    for (at, deal) in list.iter().enumerate() {
        if let [
            Part {
                other: Other::Account(to),
                amount,
                there: None,
                ..
            },
        ] = deal.parts.as_slice()
        {
            let key = (deal.account.clone(), to.clone(), *amount);
            waiting.entry(key).or_default().push((deal.date, at));
        }
    }
    waiting
}

fn join(list: &[Deal]) -> Joined {
    let mut joined = Joined {
        gone: HashMap::new(),
        marks: HashMap::new(),
    };
    let mut waiting = waiting(list);
    for apart in [0, APART] {
        for (at, deal) in list.iter().enumerate() {
            for part in &deal.parts {
                let Other::Account(to) = &part.other else {
                    continue;
                };
                let alone = deal.parts.len() == 1;
                if joined.gone.contains_key(&at) || (alone && joined.marks.contains_key(&at)) {
                    continue;
                }
                let key = (to.clone(), deal.account.clone(), -part.amount);
                let others = waiting.get_mut(&key);
                if let Some(other) =
                    others.and_then(|all| joined.nearest(all, at, deal.date, apart))
                {
                    let mark = list.get(other).map_or(Mark::None, |deal| deal.mark);
                    joined.gone.insert(other, at);
                    joined.marks.insert(at, mark);
                }
            }
        }
    }
    joined
}

impl Joined {
    /// Takes the free one that is nearest to a day.
    fn nearest(
        &self,
        others: &mut Vec<(NaiveDate, usize)>,
        at: usize,
        day: NaiveDate,
        apart: i64,
    ) -> Option<usize> {
        let far = |other: NaiveDate| (other - day).num_days().abs();
        let free = |other: &usize| {
            *other != at && !self.gone.contains_key(other) && !self.marks.contains_key(other)
        };
        let fits = others.iter().enumerate();
        let fits = fits.filter(|(_, (date, other))| far(*date) <= apart && free(other));
        let place = fits
            .min_by_key(|(_, (date, _))| far(*date))
            .map(|(place, _)| place)?;
        Some(others.swap_remove(place).1)
    }
}

/// A book, almost.
pub(super) struct Finished {
    accounts: Accounts,
    commodities: Commodities,
    transactions: Vec<ForeignTransaction>,
    uncategorized: [String; 2],
    kinds: HashMap<String, AccountKind>,
    signs: HashMap<Vec<String>, Decimal>,
    errors: Vec<LineError>,
}

impl Finished {
    fn account(&mut self, name: &str) -> AccountRef {
        let account = self.accounts.of(&format!("account:{name}"));
        self.accounts.called(account, vec![name.to_owned()]);
        if let Some(kind) = self.kinds.get(name) {
            self.accounts.declare(account, *kind);
        }
        account
    }

    pub(super) fn named(&mut self, root: &str, path: Vec<String>, kind: AccountKind) -> AccountRef {
        let account = self.accounts.of(&format!("{root}:{}", path.join(":")));
        self.accounts.called(account, path);
        self.accounts.declare(account, kind);
        account
    }

    /// A currency as the table writes it, of which an amount occurs.
    pub(super) fn commodity(&mut self, name: &str, amount: Decimal) -> CommodityRef {
        let commodity = self.commodities.of(name);
        self.commodities.occurs(commodity, written(amount, name));
        commodity
    }

    /// The account on the other side of a part.
    fn other(&mut self, part: &Part) -> AccountRef {
        let (path, kind) = match &part.other {
            Other::Account(name) => return self.account(name),
            Other::Equity(name) => {
                return self.named("equity", vec![name.clone()], AccountKind::Equity);
            }
            Other::Category(path, Some(kind)) => (path.clone(), *kind),
            Other::Category(path, None) => {
                let comes_in = self.signs.get(path).is_some_and(|sum| *sum > Decimal::ZERO);
                let kind = if comes_in {
                    AccountKind::Income
                } else {
                    AccountKind::Expense
                };
                (path.clone(), kind)
            }
            Other::Nothing => {
                let [expense, income] = self.uncategorized.clone();
                if part.amount > Decimal::ZERO {
                    (vec![income], AccountKind::Income)
                } else {
                    (vec![expense], AccountKind::Expense)
                }
            }
        };
        self.named("category", path, kind)
    }

    fn transaction(&mut self, deal: Deal, there: Option<Mark>) -> ForeignTransaction {
        let commodity = self.commodities.of(&deal.currency);
        let account = self.account(&deal.account);
        let sum: Decimal = deal.parts.iter().map(|part| part.amount).sum();
        self.commodities
            .occurs(commodity, written(sum, &deal.currency));
        let mut postings = vec![ForeignPosting {
            line: deal.line,
            account,
            amount: sum,
            commodity,
            cost: None,
            memo: None,
            mark: deal.mark,
            unbalanced: false,
        }];
        let sum = sum.normalize().to_string();
        let mut identity = vec![deal.payee.clone(), deal.account.clone(), sum];
        for part in &deal.parts {
            let leg = self.leg(&deal, part, commodity, there);
            let name = self.accounts.name(leg.account);
            identity.push(format!("{name} {}", part.amount.normalize()));
            postings.push(leg);
        }
        let memo = match deal.parts.as_slice() {
            [only] if deal.memo.is_empty() => only.memo.clone(),
            _ => deal.memo,
        };
        ForeignTransaction {
            place: Place {
                file: None,
                line: deal.line,
            },
            date: deal.date,
            status: deal.status,
            payee: Some(deal.payee).filter(|payee| !payee.is_empty()),
            memo,
            tags: deal.tags,
            metadata: deal.metadata,
            postings,
            identity: identity.join(" | "),
        }
    }

    /// The other side of a part.
    fn leg(
        &mut self,
        deal: &Deal,
        part: &Part,
        commodity: CommodityRef,
        there: Option<Mark>,
    ) -> ForeignPosting {
        self.commodities
            .occurs(commodity, written(part.amount, &deal.currency));
        let several = deal.parts.len() > 1 && !part.memo.is_empty();
        let own = matches!(part.other, Other::Account(_));
        let mut leg = ForeignPosting {
            line: deal.line,
            account: self.other(part),
            amount: -part.amount,
            commodity,
            cost: None,
            memo: several.then(|| part.memo.clone()),
            mark: there.filter(|_| own).unwrap_or_default(),
            unbalanced: false,
        };
        if let Some((amount, currency)) = &part.there {
            leg.commodity = self.commodity(currency, *amount);
            leg.amount = *amount;
            leg.cost = Some((-part.amount, commodity));
        }
        leg
    }

    pub(super) fn into_book(self, format: BookFormat) -> ForeignBook {
        let mut accounts = self.accounts.into_list(&Kinds::none());
        for account in &mut accounts {
            if let Some((_, name)) = account.name.split_once(':') {
                account.name = name.to_owned();
            }
        }
        ForeignBook {
            format,
            accounts,
            commodities: self.commodities.into_list(),
            payees: Vec::new(),
            prices: Vec::new(),
            budgets: Vec::new(),
            transactions: self.transactions,
            uncarried: Vec::new(),
            errors: self.errors,
            warnings: Vec::new(),
        }
    }
}

/// An amount as it counts for the digits of its currency: where none is named, `5.00` speaks
/// against a currency without decimals.
fn written(amount: Decimal, currency: &str) -> Decimal {
    if currency.is_empty() {
        amount
    } else {
        amount.normalize()
    }
}

/// What most programs call the state of a row.
pub(super) fn state(word: &str) -> (Status, Mark) {
    match word.trim().to_lowercase().as_str() {
        "reconciled" | "r" => (Status::Cleared, Mark::Reconciled),
        "cleared" | "c" | "true" | "1" => (Status::Cleared, Mark::Cleared),
        _ => (Status::Unmarked, Mark::None),
    }
}
