//! The running balance: does each balance follow from the one before and the amount?
//!
//! It checks the choice of columns and signs, and tells whether the newest row comes first.

use domain::Decimal;

/// One row's amount and, when written, its balance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) line: u32,
    pub(super) amount: Decimal,
    pub(super) balance: Option<Decimal>,
}

/// How a chain of balances holds when it is read in one direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chain {
    /// Balances that follow.
    pub(super) holds: u32,
    /// Balances that don't.
    pub(super) breaks: u32,
    /// The first that doesn't: line, what it should be, what it is.
    pub(super) first_break: Option<(u32, Decimal, Decimal)>,
    /// Amounts that are not zero among those that hold.
    pub(super) telling: u32,
}

impl Chain {
    /// True when the chain proves something: it holds nearly throughout.
    pub(super) const fn proves(&self) -> bool {
        self.telling > 0 && self.breaks * 10 <= self.holds
    }
}

/// Follows the balances in one direction. Between two written balances there may be rows without
/// one; their amounts count together.
fn follow(links: impl DoubleEndedIterator<Item = Link>, newest_first: bool, sign: i64) -> Chain {
    let mut chain = Chain::default();
    let mut state: Option<(Decimal, Decimal)> = None;
    let mut step = |link: Link| {
        let amount = link.amount * Decimal::from(sign);
        let Some(balance) = link.balance else {
            if let Some((_, sum)) = &mut state {
                *sum += amount;
            }
            return;
        };
        if let Some((before, sum)) = state {
            let expected = before + sum + amount;
            if expected == balance {
                chain.holds += 1;
                chain.telling += u32::from(!amount.is_zero());
            } else {
                chain.breaks += 1;
                chain
                    .first_break
                    .get_or_insert((link.line, expected, balance));
            }
        }
        state = Some((balance, Decimal::ZERO));
    };
    if newest_first {
        links.rev().for_each(&mut step);
    } else {
        links.for_each(&mut step);
    }
    chain
}

/// What the running balance says about the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) newest_first: bool,
    /// True when balances fall where amounts are positive.
    pub(super) inverted: bool,
    pub(super) chain: Chain,
}

/// The direction and sign in which most balances follow; `None` without two balances.
pub(super) fn examine(links: &(impl DoubleEndedIterator<Item = Link> + Clone)) -> Option<Finding> {
    examine_in(links, None)
}

/// The same, in the direction that the dates give (`newest_first`).
pub(super) fn examine_in(
    links: &(impl DoubleEndedIterator<Item = Link> + Clone),
    dated: Option<bool>,
) -> Option<Finding> {
    let tries = [(false, false), (true, false), (false, true), (true, true)];
    let mut best: Option<Finding> = None;
    let in_order = |newest_first: bool| dated.is_none_or(|dated| dated == newest_first);
    for (newest_first, inverted) in tries.into_iter().filter(|(newest, _)| in_order(*newest)) {
        let chain = follow(links.clone(), newest_first, if inverted { -1 } else { 1 });
        if chain.holds + chain.breaks == 0 {
            return None;
        }
        if best.is_none_or(|best| chain.holds > best.chain.holds) {
            best = Some(Finding {
                newest_first,
                inverted,
                chain,
            });
        }
        if chain.breaks == 0 && chain.telling > 0 {
            break;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(rows: &[(i64, Option<i64>)]) -> impl DoubleEndedIterator<Item = Link> + Clone {
        rows.iter()
            .map(|(amount, balance)| Link {
                line: 1,
                amount: (*amount).into(),
                balance: balance.map(Decimal::from),
            })
            .collect::<Vec<_>>()
            .into_iter()
    }

    #[test]
    fn oldest_first_newest_first_and_gaps() {
        let up = examine(&links(&[
            (10, Some(110)),
            (-5, None),
            (-5, Some(100)),
            (7, Some(107)),
        ]))
        .unwrap();
        assert!(!up.newest_first && !up.inverted && up.chain.proves());
        let down = examine(&links(&[(7, Some(107)), (-10, Some(100)), (10, Some(110))])).unwrap();
        assert!(down.newest_first && down.chain.proves());
    }

    #[test]
    fn a_card_that_owes() {
        let owed = examine(&links(&[
            (-10, Some(110)),
            (-20, Some(130)),
            (50, Some(80)),
        ]))
        .unwrap();
        assert!(owed.inverted && owed.chain.proves());
    }

    #[test]
    fn a_break_is_named() {
        let chain = follow(links(&[(1, Some(1)), (1, Some(2)), (1, Some(9))]), false, 1);
        assert_eq!(chain.first_break, Some((1, 3.into(), 9.into())));
    }
}
