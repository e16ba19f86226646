//! What was left out of a transaction: worked out from all else, within beancount's tolerances.

use std::collections::HashMap;

use domain::Decimal;

use super::{BookProblem, CommodityRef, Draft, DraftPosting, Reader};

/// Sums by currency, in order of appearance.
type Sums = Vec<(CommodityRef, Decimal)>;

fn add(sums: &mut Sums, currency: CommodityRef, number: Decimal) -> Result<(), BookProblem> {
    match sums.iter_mut().find(|(known, _)| *known == currency) {
        Some((_, sum)) => *sum = sum.checked_add(number).ok_or(BookProblem::TooLarge)?,
        None => sums.push((currency, number)),
    }
    Ok(())
}

/// What a posting leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    /// Number and currency.
    Amount,
    Number,
    Cost,
    Price,
}

fn open(posting: &DraftPosting) -> Open {
    if posting.weight.is_some() {
        return Open::Nothing;
    }
    let cost_open = posting
        .cost
        .as_ref()
        .is_some_and(|cost| cost.each.is_none() && cost.total.is_none());
    let price_open = posting.price.is_some_and(|price| price.number.is_none());
    match (posting.number, posting.currency) {
        (None, None) => Open::Amount,
        (None, Some(_)) => Open::Number,
        _ if cost_open => Open::Cost,
        _ if price_open && posting.cost.is_none() => Open::Price,
        _ => Open::Nothing,
    }
}

/// The weight of a posting that leaves nothing open.
fn weight(posting: &DraftPosting) -> Option<(Decimal, CommodityRef)> {
    let (number, currency) = (posting.number?, posting.currency?);
    if let Some(cost) = &posting.cost {
        let each = cost.each.unwrap_or_default().checked_mul(number)?;
        let mut total = cost.total.unwrap_or_default();
        if number.is_sign_negative() {
            total = -total;
        }
        return Some((each.checked_add(total)?, cost.currency?));
    }
    if let Some(price) = posting.price {
        let value = price.number?;
        let value = match price.total {
            true if number.is_sign_negative() => -value,
            true => value,
            false => value.checked_mul(number)?,
        };
        return Some((value, price.currency?));
    }
    Some((number, currency))
}

impl Reader {
    /// Fills in what is left open and checks that the rest is within tolerance.
    pub(super) fn interpolate(&mut self, draft: &mut Draft) -> Result<(), BookProblem> {
        let tolerances = self.tolerances(draft);
        let mut sums = Sums::new();
        for posting in &mut draft.postings {
            if open(posting) == Open::Nothing && posting.weight.is_none() {
                posting.weight = weight(posting);
                posting.weight.ok_or(BookProblem::BadAmount)?;
            }
            if let Some((number, currency)) = posting.weight {
                add(&mut sums, currency, number)?;
            }
        }
        for at in 0..draft.postings.len() {
            self.fill(draft, at, &mut sums, &tolerances)?;
        }
        self.absorb(draft, &mut sums, &tolerances)?;
        let beyond = |(currency, sum): &(CommodityRef, Decimal)| {
            sum.abs() > self.tolerance(*currency, &tolerances)
        };
        if sums.iter().any(beyond) {
            return Err(BookProblem::Unbalanced);
        }
        Ok(())
    }

    fn tolerance(&self, currency: CommodityRef, found: &HashMap<CommodityRef, Decimal>) -> Decimal {
        let default = || self.options.tolerance(self.commodities.name(currency));
        found.get(&currency).copied().unwrap_or_else(default)
    }

    /// Half of the last digit that is written, the coarsest of each currency.
    fn tolerances(&self, draft: &Draft) -> HashMap<CommodityRef, Decimal> {
        let mut found: HashMap<CommodityRef, Decimal> = HashMap::new();
        for posting in &draft.postings {
            let (Some(number), Some(currency)) = (posting.number, posting.currency) else {
                continue;
            };
            if number.scale() == 0 || number.scale() > 28 {
                continue;
            }
            let tolerance = Decimal::new(1, number.scale()) * self.options.multiplier;
            let known = found.entry(currency).or_insert(tolerance);
            *known = (*known).max(tolerance);
        }
        found
    }

    /// Works out a number, a cost or a price that is missing.
    fn fill(
        &mut self,
        draft: &mut Draft,
        at: usize,
        sums: &mut Sums,
        tolerances: &HashMap<CommodityRef, Decimal>,
    ) -> Result<(), BookProblem> {
        let Some(posting) = draft.postings.get_mut(at) else {
            return Ok(());
        };
        let missing = open(posting);
        if matches!(missing, Open::Nothing | Open::Amount) {
            return Ok(());
        }
        let cost = posting.cost.as_ref();
        let said = match missing {
            Open::Number if posting.cost.is_none() && posting.price.is_none() => posting.currency,
            _ => match cost {
                Some(cost) => cost.currency,
                None => posting.price.and_then(|price| price.currency),
            },
        };
        let only = || {
            sums.iter()
                .find(|(_, sum)| !sum.is_zero())
                .map(|(currency, _)| *currency)
        };
        let currency = said.or_else(only).ok_or(BookProblem::BadAmount)?;
        let sum = sums.iter().find(|(known, _)| *known == currency);
        let mut value = -sum.map_or(Decimal::ZERO, |(_, sum)| *sum);
        if missing == Open::Number {
            let each = match (cost, posting.price) {
                (Some(cost), _) => cost.each,
                (None, Some(price)) if !price.total => price.number,
                (None, Some(_)) => None,
                (None, None) => Some(Decimal::ONE),
            };
            let number = each.and_then(|each| value.checked_div(each));
            let number = number.ok_or(BookProblem::BadAmount)?;
            let plain = posting.cost.is_none() && posting.price.is_none();
            let number = if plain {
                rounded(number, currency, tolerances)
            } else {
                number.round_dp(12)
            };
            posting.number = Some(number);
            value = if plain { number } else { value };
            let own = posting.currency.ok_or(BookProblem::BadAmount)?;
            self.commodities.occurs(own, number.normalize());
        }
        posting.weight = Some((value, currency));
        add(sums, currency, value)
    }

    /// A posting without an amount takes all that is left, in each currency.
    fn absorb(
        &mut self,
        draft: &mut Draft,
        sums: &mut Sums,
        tolerances: &HashMap<CommodityRef, Decimal>,
    ) -> Result<(), BookProblem> {
        let mut places = draft.postings.iter().enumerate();
        let mut places = places
            .by_ref()
            .filter(|(_, posting)| open(posting) == Open::Amount);
        let Some(place) = places.next().map(|(at, _)| at) else {
            return Ok(());
        };
        if places.next().is_some() {
            return Err(BookProblem::SeveralOpen);
        }
        let template = draft.postings.remove(place);
        let left: Sums = sums
            .iter()
            .copied()
            .filter(|(_, sum)| !sum.is_zero())
            .collect();
        for (offset, (currency, sum)) in left.into_iter().enumerate() {
            let number = rounded(-sum, currency, tolerances);
            self.commodities.occurs(currency, number.normalize());
            let mut posting = template.clone();
            (posting.number, posting.currency) = (Some(number), Some(currency));
            posting.weight = Some((number, currency));
            draft.postings.insert(place + offset, posting);
            add(sums, currency, number)?;
        }
        Ok(())
    }
}

/// To the digits that the tolerance tells, as beancount does.
fn rounded(
    number: Decimal,
    currency: CommodityRef,
    tolerances: &HashMap<CommodityRef, Decimal>,
) -> Decimal {
    match tolerances.get(&currency) {
        Some(tolerance) => number.round_dp((*tolerance * Decimal::TWO).normalize().scale()),
        None => number,
    }
}
