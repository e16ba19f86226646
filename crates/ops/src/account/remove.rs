//! Deleting an account or category that nothing uses.

use domain::Account;
use domain::account::Wanted;

use super::{AccountError, verb};
use crate::Book;
use crate::references::{forget_proposals, plans_of_account};

impl Book {
    /// Deletes an account or category; one with postings, bank rows or children is refused.
    pub fn remove_account(&mut self, wanted: Wanted, typed: &str) -> Result<Account, AccountError> {
        self.write(verb(wanted), |writer| {
            let chart = writer.view().chart()?;
            let account = chart.resolve(typed, wanted)?;
            let children = chart.children(Some(account.id)).count();
            let postings = writer.view().postings_of(&[account.id])?;
            let rows = writer.view().statement_rows_in(account.id, 1)?.len();
            if children > 0 || postings > 0 || rows > 0 {
                let name = chart.path(account.id).to_owned();
                return Err(AccountError::InUse {
                    name,
                    postings,
                    children,
                });
            }
            let plans = plans_of_account(writer.view(), account.id)?;
            if plans > 0 {
                let name = chart.path(account.id).to_owned();
                return Err(AccountError::Planned { name, plans });
            }
            forget_proposals(writer, account.id)?;
            writer.delete(account)?;
            Ok(account.clone())
        })
    }
}
