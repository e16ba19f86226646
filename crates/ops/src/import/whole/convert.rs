//! From a transaction of the book to one of ours: exact minor units that sum to zero.
//!
//! What rounding leaves goes into the cost of a posting that has one, else to an equity account; so
//! do the other sides of virtual postings. The amounts that the book writes stay as they are.

use std::collections::HashSet;

use domain::money::MoneyError;
use domain::transaction::{MAX_MEMO, MAX_POSTINGS, Mark};
use domain::{Currency, Decimal, Money, NaiveDate};
use formats::book::foreign::{
    BookProblem, ForeignPosting, ForeignTransaction, Place, Uncarried, Why,
};

use super::BookWords;
use super::plan::Plan;

/// A leg whose account may not be made yet.
#[derive(Clone, Debug)]
pub(super) struct Leg {
    pub(super) slot: usize,
    pub(super) amount: Money,
    pub(super) cost: Option<Money>,
    pub(super) memo: Option<String>,
    pub(super) mark: Mark,
    unbalanced: bool,
}

impl Leg {
    fn weight(&self) -> Money {
        self.cost.unwrap_or(self.amount)
    }
}

/// Why a transaction isn't booked.
pub(super) enum Refused {
    /// It can't be.
    Wrong(u32, BookProblem),
    /// There is nothing to book.
    Empty,
}

/// Makes legs, and notes what it had to change.
pub(super) struct Converter<'a> {
    pub(super) words: &'a BookWords,
    pub(super) uncarried: Vec<Uncarried>,
    /// What was noted of automated postings, once for each rule.
    noted: HashSet<(Place, Why)>,
}

/// The first and last day that a ledger takes.
fn in_range(date: NaiveDate) -> bool {
    use chrono::Datelike as _;
    (1900..=2999).contains(&date.year())
}

impl<'a> Converter<'a> {
    pub(super) fn new(words: &'a BookWords) -> Self {
        Self {
            words,
            uncarried: Vec::new(),
            noted: HashSet::new(),
        }
    }

    /// The legs of a transaction; they sum to zero.
    pub(super) fn legs(
        &mut self,
        plan: &mut Plan,
        foreign: &ForeignTransaction,
    ) -> Result<Vec<Leg>, Refused> {
        let line = foreign.place.line;
        if !in_range(foreign.date) {
            return Err(Refused::Wrong(line, BookProblem::DateRange));
        }
        let mut legs = Vec::with_capacity(foreign.postings.len() + 1);
        for posting in &foreign.postings {
            let leg = self.leg(plan, foreign, posting);
            legs.push(leg.map_err(|problem| Refused::Wrong(posting.line, problem))?);
        }
        self.balance(plan, foreign, &mut legs)
            .map_err(|_| Refused::Wrong(line, BookProblem::TooLarge))?;
        match legs.len() {
            0 | 1 => Err(Refused::Empty),
            many if many > MAX_POSTINGS => Err(Refused::Wrong(line, BookProblem::TooManyPostings)),
            _ => Ok(legs),
        }
    }

    fn leg(
        &mut self,
        plan: &Plan,
        foreign: &ForeignTransaction,
        posting: &ForeignPosting,
    ) -> Result<Leg, BookProblem> {
        let amount = plan.currency(posting.commodity);
        let (amount, exact) = money(posting.amount, amount)?;
        if !exact {
            self.note(
                foreign,
                posting.line,
                &posting.amount.normalize().to_string(),
                Why::Rounded,
            );
        }
        let cost = match posting.cost {
            Some((value, commodity)) if !amount.is_zero() => {
                Some(money(value, plan.currency(commodity))?.0)
            }
            _ => None,
        };
        let same = |cost: &Money| cost.currency == amount.currency;
        if cost
            .as_ref()
            .is_some_and(|cost| same(cost) && *cost != amount)
        {
            return Err(BookProblem::BadCost);
        }
        let cost = cost.filter(|cost| !same(cost));
        let against =
            |cost: &Money| !cost.is_zero() && cost.minor.signum() != amount.minor.signum();
        if cost.as_ref().is_some_and(against) {
            return Err(BookProblem::BadCost);
        }
        let slot = plan.slot_of(posting).ok_or(BookProblem::BadAccount)?;
        Ok(Leg {
            slot,
            amount,
            cost,
            memo: posting
                .memo
                .as_deref()
                .map(|memo| self.memo(foreign, posting.line, memo)),
            mark: posting.mark,
            unbalanced: posting.unbalanced,
        })
    }

    /// A memo, not longer than one may be.
    pub(super) fn memo(&mut self, foreign: &ForeignTransaction, line: u32, memo: &str) -> String {
        if memo.chars().count() > MAX_MEMO {
            self.note(foreign, line, memo, Why::Name);
        }
        memo.chars().take(MAX_MEMO).collect()
    }

    fn balance(
        &mut self,
        plan: &mut Plan,
        foreign: &ForeignTransaction,
        legs: &mut Vec<Leg>,
    ) -> Result<(), MoneyError> {
        let virtual_sums = sums(legs.iter().filter(|leg| leg.unbalanced))?;
        if let Some(first) = foreign.postings.iter().find(|posting| posting.unbalanced)
            && !virtual_sums.is_empty()
        {
            self.note(foreign, first.line, &foreign.identity, Why::Virtual);
        }
        let rest = sums(legs.iter().filter(|leg| !leg.unbalanced))?;
        for sum in virtual_sums {
            let slot = plan.equity(&self.words.unbalanced, sum.currency);
            legs.push(against(slot, sum)?);
        }
        for sum in rest {
            if absorbed(legs, sum)? {
                continue;
            }
            self.note(foreign, foreign.place.line, &sum.to_string(), Why::Residue);
            let slot = plan.equity(&self.words.rounding, sum.currency);
            legs.push(against(slot, sum)?);
        }
        Ok(())
    }

    /// Notes what stays behind, once for each line.
    pub(super) fn note(&mut self, foreign: &ForeignTransaction, line: u32, what: &str, why: Why) {
        let place = Place {
            line,
            ..foreign.place.clone()
        };
        if self.noted.insert((place.clone(), why)) {
            let what = what.chars().take(120).collect();
            self.uncarried.push(Uncarried { place, what, why });
        }
    }
}

/// An amount in whole minor units, and whether it is exactly that.
fn money(amount: Decimal, currency: Currency) -> Result<(Money, bool), BookProblem> {
    match Money::from_decimal(amount, currency) {
        Ok(money) => Ok((money, true)),
        Err(MoneyError::TooPrecise { .. }) => match Money::round(amount, currency) {
            Ok(money) => Ok((money, false)),
            Err(_) => Err(BookProblem::TooLarge),
        },
        Err(_) => Err(BookProblem::TooLarge),
    }
}

/// The sums that are not zero.
fn sums<'l>(legs: impl Iterator<Item = &'l Leg>) -> Result<Vec<Money>, MoneyError> {
    let mut sums: Vec<Money> = Vec::new();
    for weight in legs.map(Leg::weight) {
        match sums.iter_mut().find(|sum| sum.currency == weight.currency) {
            Some(sum) => *sum = sum.checked_add(weight)?,
            None => sums.push(weight),
        }
    }
    sums.retain(|sum| !sum.is_zero());
    Ok(sums)
}

fn against(slot: usize, sum: Money) -> Result<Leg, MoneyError> {
    Ok(Leg {
        slot,
        amount: sum.checked_neg()?,
        cost: None,
        memo: None,
        mark: Mark::None,
        unbalanced: false,
    })
}

/// Takes the rest into a cost in its currency, as long as that keeps its sign.
fn absorbed(legs: &mut [Leg], rest: Money) -> Result<bool, MoneyError> {
    for leg in legs.iter_mut().filter(|leg| !leg.unbalanced) {
        let Some(cost) = leg.cost.filter(|cost| cost.currency == rest.currency) else {
            continue;
        };
        let adjusted = cost.checked_sub(rest)?;
        if adjusted.minor.signum() == leg.amount.minor.signum() || adjusted.is_zero() {
            leg.cost = Some(adjusted);
            return Ok(true);
        }
    }
    Ok(false)
}
