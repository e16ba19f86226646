//! What flowed month by month, in a row of a list: a line of one column for each month, and the
//! amount of one month in each currency that moved.

use domain::Money;

use crate::app::Context;
use crate::widgets::chart::{Floor, spark};

/// The line of the ledger's currency, or of another one when nothing moved in that; none when
/// nothing moved at all.
fn busiest(flows: &[Vec<Money>]) -> Option<&Vec<Money>> {
    let mut flows = flows.iter();
    flows.find(|line| line.iter().any(|month| !month.is_zero()))
}

/// The months in one column each, the month that took most the highest. Where money mostly goes
/// away, what goes away rises.
pub(crate) fn trend(flows: &[Vec<Money>], cx: &Context<'_>) -> String {
    let Some(line) = busiest(flows) else {
        return String::new();
    };
    let sum: i128 = line.iter().map(|month| i128::from(month.minor)).sum();
    let sign = if sum < 0 { -1 } else { 1 };
    let values = line.iter().map(|month| month.minor.saturating_mul(sign));
    spark(values, Floor::Zero, cx.theme.glyphs)
}

/// What a month took, counted back from the last: each currency that moved; nothing when none did.
pub(crate) fn amount(flows: &[Vec<Money>], back: usize, cx: &Context<'_>) -> String {
    let months = flows.iter().filter_map(|line| line.iter().rev().nth(back));
    let moved = months.filter(|month| !month.is_zero());
    let written: Vec<String> = moved.map(|month| cx.money(*month)).collect();
    written.join(" + ")
}
