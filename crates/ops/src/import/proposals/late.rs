//! Rows that came late: they lie between the rows of an earlier file of the account, which did not
//! have them. They are booked, and a person is asked to look: a bank that posts late looks the same
//! as a row that is there twice under two texts.

use std::collections::HashMap;

use domain::Period;
use domain::id::AccountId;
use store::{StoreError, View};

use super::{New, accounts};

/// When more of the new rows than this share would be late, the earlier file was a part of a list
/// and nothing is remarkable.
const FEW: usize = 20;

/// The positions of the rows that came late.
pub(super) fn find(view: View<'_>, new: &New<'_>) -> Result<Vec<usize>, StoreError> {
    let mut spans: HashMap<AccountId, Vec<Period>> = HashMap::new();
    for account in accounts(&new.keys()) {
        spans.insert(account, view.spans_of_batches(account)?);
    }
    let late: Vec<usize> = new
        .positions
        .iter()
        .copied()
        .filter(|position| {
            let Some((day, (account, _))) = new.key(*position) else {
                return false;
            };
            let within = |span: &Period| {
                span.from.is_some_and(|from| from <= day) && span.to.is_some_and(|to| day < to)
            };
            spans
                .get(&account)
                .is_some_and(|spans| spans.iter().any(within))
        })
        .collect();
    let many = late.len() > FEW && late.len() * 4 > new.positions.len();
    Ok(if many { Vec::new() } else { late })
}
