//! Renaming, moving, closing and opening again.

use domain::account::{Wanted, split_path};
use domain::label::tidy_name;
use domain::{Account, Period};

use super::add::check_parent;
use super::{AccountError, free_name, verb};
use crate::Book;

/// What to change of an account or category; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct EditAccount {
    /// A new name of its own, without a path.
    pub name: Option<String>,
    /// Below which one; an empty name moves it to the top.
    pub parent: Option<String>,
    /// Closed accounts take no new postings.
    pub closed: Option<bool>,
}

impl Book {
    /// Changes an account (`Wanted::Account`) or category. Returns it, and its new full name.
    pub fn edit_account(
        &mut self,
        wanted: Wanted,
        typed: &str,
        edit: &EditAccount,
    ) -> Result<(Account, String), AccountError> {
        self.write(verb(wanted), |writer| {
            let chart = writer.view().chart()?;
            let before = chart.resolve(typed, wanted)?;
            let mut after = before.clone();
            if let Some(parent) = &edit.parent {
                after.parent = match parent.trim() {
                    "" => None,
                    parent => Some(chart.resolve(parent, wanted)?.id),
                };
            }
            if let Some(name) = &edit.name {
                after.name = own_name(name)?;
            }
            if after
                .parent
                .is_some_and(|parent| chart.subtree(before.id).contains(&parent))
            {
                return Err(AccountError::Circle(chart.path(before.id).to_owned()));
            }
            check_parent(&chart, after.parent, after.kind)?;
            free_name(&chart, &after)?;
            if edit.closed == Some(true) && !before.closed && !before.kind.is_category() {
                let sums = writer.view().sums(Period::ALWAYS)?;
                let own = sums.iter().filter(|sum| sum.account == before.id);
                if own.map(|sum| i128::from(sum.amount.minor)).sum::<i128>() != 0 {
                    return Err(AccountError::NotEmpty(chart.path(before.id).to_owned()));
                }
            }
            after.closed = edit.closed.unwrap_or(before.closed);
            writer.update(before, &after)?;
            let path = writer.view().chart()?.path(after.id).to_owned();
            Ok((after, path))
        })
    }
}

/// A name without a path: a colon in it would put it somewhere else.
fn own_name(name: &str) -> Result<String, AccountError> {
    match split_path(name)?.as_slice() {
        [_] => Ok(tidy_name(name)?),
        _ => Err(domain::label::LabelError::Forbidden(':').into()),
    }
}
