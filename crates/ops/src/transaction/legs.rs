//! The legs of an everyday entry: an account on one side, categories on the other.

use domain::{Account, Money, Posting};

use super::EntryError;

/// What one category gets, as typed: positive in the direction of its kind, negative a refund.
pub(crate) struct Share<'a> {
    pub(crate) category: &'a Account,
    pub(crate) amount: Money,
}

/// Builds the legs: `total` is what the main category's kind says flows through the account; the
/// splits take their shares, and the main category takes what they leave.
///
/// A split of the other direction (tax withheld from a salary) adds to what the main one takes.
pub(crate) fn legs(
    account: &Account,
    main: &Account,
    total: Money,
    splits: &[Share<'_>],
) -> Result<Vec<Posting>, EntryError> {
    let direction = main.kind.direction();
    let whole = signed(total, direction)?;
    let mut rest = whole;
    let mut postings = Vec::with_capacity(splits.len() + 2);
    for split in splits {
        let amount = signed(split.amount, split.category.kind.direction())?;
        rest = rest.checked_sub(amount).map_err(super::AmountError::from)?;
        postings.push(Posting::new(split.category.id, amount));
    }
    if rest.minor.signum() * whole.minor.signum() < 0 {
        return Err(EntryError::SplitsExceed {
            over: Money::new(rest.minor.abs(), rest.currency),
        });
    }
    if !rest.is_zero() || postings.is_empty() {
        postings.insert(0, Posting::new(main.id, rest));
    }
    let opposite = whole.checked_neg().map_err(super::AmountError::from)?;
    postings.insert(0, Posting::new(account.id, opposite));
    Ok(postings)
}

fn signed(amount: Money, direction: i64) -> Result<Money, EntryError> {
    if direction < 0 {
        return Ok(amount.checked_neg().map_err(super::AmountError::from)?);
    }
    Ok(amount)
}
