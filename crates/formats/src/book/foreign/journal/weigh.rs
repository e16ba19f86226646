//! What postings weigh, whether they balance, and the one amount that may be left out.

use domain::Decimal;

use super::super::{BookProblem, CommodityRef};
use super::dialect::Dialect;
use super::{Amount, Draft, DraftPosting, Price, Reality};

/// Sums by commodity, in order of appearance.
pub(super) type Sums = Vec<(CommodityRef, Decimal)>;

/// How a dialect balances.
#[derive(Debug)]
pub(super) struct Scales {
    pub(super) dialect: Dialect,
    /// The digits to which each commodity has to sum to zero.
    pub(super) digits: Vec<u32>,
}

impl Scales {
    /// The value of a posting in another commodity, with the amount's sign.
    pub(super) fn cost(&self, posting: &DraftPosting) -> Option<Amount> {
        let amount = posting.amount?;
        let price = posting.price?;
        // ledger balances a sale by what the lot had cost; hledger reads lots and leaves them.
        let price = match posting.lot {
            Some(lot) if self.dialect == Dialect::Ledger => {
                if lot.amount.commodity == price.amount.commodity {
                    lot
                } else {
                    price
                }
            }
            _ => price,
        };
        whole(amount, price).filter(|cost| cost.commodity != amount.commodity)
    }

    fn weight(&self, posting: &DraftPosting) -> Option<Amount> {
        self.cost(posting).or(posting.amount)
    }

    fn is_zero(&self, commodity: CommodityRef, sum: Decimal) -> bool {
        let at = usize::try_from(commodity).unwrap_or(usize::MAX);
        let digits = self.digits.get(at).copied().unwrap_or(0);
        sum.round_dp(digits.min(28)).is_zero()
    }

    /// What has to balance together: in hledger real postings and `[balanced]` ones apart.
    pub(super) const fn groups(&self) -> &'static [&'static [Reality]] {
        match self.dialect {
            Dialect::Hledger => &[&[Reality::Real], &[Reality::Balanced]],
            Dialect::Ledger => &[&[Reality::Real, Reality::Balanced]],
        }
    }

    fn sums(&self, draft: &Draft, group: &[Reality]) -> Option<Sums> {
        let mut sums = Sums::new();
        let own = draft
            .postings
            .iter()
            .filter(|posting| group.contains(&posting.reality));
        for weight in own.filter_map(|posting| self.weight(posting)) {
            match sums
                .iter_mut()
                .find(|(commodity, _)| *commodity == weight.commodity)
            {
                Some((_, sum)) => *sum = sum.checked_add(weight.number)?,
                None => sums.push((weight.commodity, weight.number)),
            }
        }
        Some(sums)
    }

    /// Fills in what was left out; what is still unbalanced comes back.
    pub(super) fn complete(
        &self,
        draft: &mut Draft,
        group: &[Reality],
    ) -> Result<Sums, BookProblem> {
        let sums = self.sums(draft, group).ok_or(BookProblem::TooLarge)?;
        let left: Sums = sums
            .iter()
            .copied()
            .filter(|(c, sum)| !self.is_zero(*c, *sum))
            .collect();
        let open =
            |posting: &DraftPosting| group.contains(&posting.reality) && posting.amount.is_none();
        let mut places = draft
            .postings
            .iter()
            .enumerate()
            .filter(|(_, posting)| open(posting));
        let place = places.next().map(|(at, _)| at);
        if places.next().is_some() {
            return Err(BookProblem::SeveralOpen);
        }
        let Some(place) = place else {
            return Ok(Self::priced(draft, group, left));
        };
        let nothing = sums
            .first()
            .map(|(commodity, _)| (*commodity, Decimal::ZERO));
        let parts = if left.is_empty() {
            nothing.into_iter().collect()
        } else {
            left
        };
        let template = draft.postings.remove(place);
        for (offset, (commodity, sum)) in parts.into_iter().enumerate() {
            let mut posting = template.clone();
            let number = -sum;
            posting.amount = Some(Amount { number, commodity });
            posting.generated |= offset > 0;
            draft.postings.insert(place + offset, posting);
        }
        Ok(Sums::new())
    }

    /// Two commodities and nothing else: one was exchanged for the other.
    fn priced(draft: &mut Draft, group: &[Reality], left: Sums) -> Sums {
        let [one, other] = left.as_slice() else {
            return left;
        };
        if one.1.is_sign_negative() == other.1.is_sign_negative() {
            return left;
        }
        let ((commodity, amount), (quote, value)) = (*one, *other);
        let own = |posting: &DraftPosting| {
            let fits = posting
                .amount
                .is_some_and(|amount| amount.commodity == commodity);
            fits && posting.price.is_none() && group.contains(&posting.reality)
        };
        let all: Vec<Decimal> = draft
            .postings
            .iter()
            .filter(|posting| own(posting))
            .filter_map(|posting| Some(posting.amount?.number))
            .collect();
        let sum = all
            .iter()
            .try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number));
        if sum != Some(amount) {
            return left;
        }
        let mut rest = value.abs();
        let last = all.len().saturating_sub(1);
        let owned = draft.postings.iter_mut().filter(|posting| own(posting));
        for (at, posting) in owned.enumerate() {
            let number = posting.amount.map_or(Decimal::ZERO, |amount| amount.number);
            // Signed: a posting against the others takes its share away.
            let part = (value.abs() * number).checked_div(amount.abs());
            let part = part.map(|share| {
                if amount.is_sign_negative() {
                    -share
                } else {
                    share
                }
            });
            let share = if at == last {
                Some(rest)
            } else {
                part.map(|share| share.round_dp(12))
            };
            let Some(share) = share else { return left };
            rest -= share;
            posting.lot = None;
            posting.price = Some(Price {
                amount: Amount {
                    number: share.abs(),
                    commodity: quote,
                },
                total: true,
            });
        }
        Sums::new()
    }
}

/// The whole value at a price, with the sign of the amount.
fn whole(amount: Amount, price: Price) -> Option<Amount> {
    let number = if price.total {
        let mut total = price.amount.number;
        if amount.number.is_sign_negative() {
            total = -total;
        }
        total
    } else {
        price.amount.number.checked_mul(amount.number)?
    };
    let commodity = price.amount.commodity;
    Some(Amount { number, commodity })
}
