//! The law of double entry: what flows in flows out, in each currency.

use super::{Posting, Transaction};
use crate::money::{Money, MoneyError};

/// The longest memo of a transaction or posting, in characters.
pub const MAX_MEMO: usize = 500;
/// The most postings of one transaction.
pub const MAX_POSTINGS: usize = 1000;

/// Why a transaction isn't one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransactionError {
    /// Fewer than two postings.
    #[error("a transaction needs at least two postings")]
    TooFewPostings,
    /// More than [`MAX_POSTINGS`].
    #[error("a transaction can have at most {MAX_POSTINGS} postings")]
    TooManyPostings,
    /// The postings of a currency don't sum to zero.
    #[error("the postings don't sum to zero: {} left over", join(.0))]
    Unbalanced(Vec<Money>),
    /// A cost in the posting's own currency, or with the other sign.
    #[error("the cost of a posting is in another currency and has the posting's sign")]
    BadCost,
    /// A memo longer than [`MAX_MEMO`].
    #[error("a memo can have at most {MAX_MEMO} characters")]
    MemoTooLong,
    /// A sum that doesn't fit.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

fn join(amounts: &[Money]) -> String {
    amounts
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

impl Transaction {
    /// Checks everything that is true of each transaction, whatever the ledger.
    pub fn validate(&self) -> Result<(), TransactionError> {
        match self.postings.len() {
            0 | 1 => return Err(TransactionError::TooFewPostings),
            many if many > MAX_POSTINGS => return Err(TransactionError::TooManyPostings),
            _ => {}
        }
        let memos = self
            .postings
            .iter()
            .filter_map(|posting| posting.memo.as_deref());
        if memos
            .chain([self.memo.as_str()])
            .any(|memo| memo.chars().count() > MAX_MEMO)
        {
            return Err(TransactionError::MemoTooLong);
        }
        if self.postings.iter().any(has_bad_cost) {
            return Err(TransactionError::BadCost);
        }
        let left = imbalances(&self.postings)?;
        if left.is_empty() {
            Ok(())
        } else {
            Err(TransactionError::Unbalanced(left))
        }
    }
}

fn has_bad_cost(posting: &Posting) -> bool {
    posting.cost.is_some_and(|cost| {
        let same_sign = cost.minor.signum() == posting.amount.minor.signum() || cost.is_zero();
        cost.currency.code == posting.amount.currency.code || !same_sign
    })
}

/// The sums that are not zero, one for each such currency, by code.
pub fn imbalances(postings: &[Posting]) -> Result<Vec<Money>, MoneyError> {
    let mut sums: Vec<Money> = Vec::new();
    for weight in postings.iter().map(Posting::weight) {
        match sums.iter_mut().find(|sum| sum.currency == weight.currency) {
            Some(sum) => *sum = sum.checked_add(weight)?,
            None => sums.push(weight),
        }
    }
    sums.retain(|sum| !sum.is_zero());
    sums.sort_unstable_by_key(|sum| sum.currency);
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::currency::iso_currency;
    use crate::id::{AccountId, TransactionId};
    use proptest::prelude::*;
    use rstest::rstest;

    fn transaction(postings: Vec<Posting>) -> Transaction {
        Transaction {
            id: TransactionId::from_raw(1),
            date: chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(),
            payee: None,
            memo: String::new(),
            status: super::super::Status::default(),
            source: super::super::Source::default(),
            tags: Vec::new(),
            metadata: super::super::Metadata::new(),
            postings,
        }
    }

    fn leg(text: &str) -> Posting {
        let (amount, cost) = text
            .split_once(" @@ ")
            .map_or((text, None), |(a, c)| (a, Some(c)));
        let mut posting = Posting::new(AccountId::from_raw(1), amount.parse().unwrap());
        posting.cost = cost.map(|cost| cost.parse().unwrap());
        posting
    }

    #[rstest]
    #[case(&["-4500 CLP", "4500 CLP"], true)]
    #[case(&["-100.00 USD @@ -95000 CLP", "95000 CLP"], true)]
    #[case(&["-1000 CLP", "334 CLP", "333 CLP", "333 CLP"], true)]
    #[case(&["-4500 CLP", "4500.00 USD"], false)]
    #[case(&["-4500 CLP", "4499 CLP"], false)]
    #[case(&["0 CLP"], false)]
    #[case(&["-100.00 USD @@ 95000 CLP", "-95000 CLP"], false)]
    #[case(&["-1.00 USD @@ -1.00 USD", "1.00 USD"], false)]
    fn what_balances(#[case] legs: &[&str], #[case] valid: bool) {
        let result = transaction(legs.iter().map(|l| leg(l)).collect()).validate();
        assert_eq!(result.is_ok(), valid, "{result:?}");
    }

    proptest! {
        #[test]
        fn the_missing_leg_always_balances(minors in prop::collection::vec(any::<i32>(), 1..20)) {
            let clp = iso_currency("CLP".parse().unwrap()).unwrap();
            let account = AccountId::from_raw(1);
            let mut legs: Vec<Posting> = minors
                .iter()
                .map(|&m| Posting::new(account, Money::new(i64::from(m), clp)))
                .collect();
            let left = imbalances(&legs).unwrap().pop().unwrap_or(Money::zero(clp));
            legs.push(Posting::new(account, left.checked_neg().unwrap()));
            prop_assert_eq!(transaction(legs).validate(), Ok(()));
        }
    }
}
