//! Making one account or category of two: everything of the first moves into the second.

use domain::account::Wanted;
use domain::id::AccountId;
use domain::{Account, Chart};
use store::{StoreError, Writer};

use super::{AccountError, verb};
use crate::Book;
use crate::references::{move_account, plans_of_account};

/// Two became one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountsMerged {
    /// The full name of the one that stayed.
    pub into: String,
    /// How many transactions moved.
    pub transactions: usize,
}

impl Book {
    /// Moves postings, bank rows, plans and children of `from` into `into`, and deletes `from`.
    pub fn merge_accounts(
        &mut self,
        wanted: Wanted,
        from: &str,
        into: &str,
    ) -> Result<AccountsMerged, AccountError> {
        self.write(verb(wanted), |writer| {
            let chart = writer.view().chart()?;
            let (from, into) = (chart.resolve(from, wanted)?, chart.resolve(into, wanted)?);
            check(&chart, from, into)?;
            let transactions = move_postings(writer, from.id, into.id)?;
            move_bank_rows(writer, from.id, into.id)?;
            for child in chart.children(Some(from.id)) {
                let moved = Account {
                    parent: Some(into.id),
                    ..child.clone()
                };
                super::free_name(&chart, &moved)?;
                writer.update(child, &moved)?;
            }
            if !move_account(writer, from.id, into.id)? {
                return Err(AccountError::Planned {
                    name: chart.path(into.id).to_owned(),
                    plans: plans_of_account(writer.view(), into.id)?,
                });
            }
            writer.delete(from)?;
            Ok(AccountsMerged {
                into: chart.path(into.id).to_owned(),
                transactions,
            })
        })
    }
}

fn check(chart: &Chart, from: &Account, into: &Account) -> Result<(), AccountError> {
    let name = |account: &Account| chart.path(account.id).to_owned();
    if chart.subtree(from.id).contains(&into.id) {
        return Err(AccountError::Circle(name(from)));
    }
    if from.currency != into.currency {
        return Err(AccountError::Currencies {
            from: name(from),
            into: name(into),
        });
    }
    if from.kind != into.kind {
        return Err(AccountError::Kind {
            name: name(into),
            found: into.kind,
            expected: from.kind,
        });
    }
    Ok(())
}

/// Transactions are changed in portions, so that a merge of any size needs little memory.
const PORTION: u64 = 1000;

fn move_postings(
    writer: &mut Writer<'_>,
    from: AccountId,
    into: AccountId,
) -> Result<usize, StoreError> {
    let mut moved = 0;
    loop {
        let portion = writer.view().some_in(from, PORTION)?;
        if portion.is_empty() {
            return Ok(moved);
        }
        moved += portion.len();
        for before in portion {
            let mut after = before.clone();
            for posting in after
                .postings
                .iter_mut()
                .filter(|posting| posting.account == from)
            {
                posting.account = into;
            }
            writer.update(&before, &after)?;
        }
    }
}

fn move_bank_rows(
    writer: &mut Writer<'_>,
    from: AccountId,
    into: AccountId,
) -> Result<(), StoreError> {
    loop {
        let portion = writer.view().statement_rows_in(from, PORTION)?;
        if portion.is_empty() {
            return Ok(());
        }
        for row in portion {
            let mut moved = row.clone();
            moved.account = into;
            writer.update(&row, &moved)?;
        }
    }
}
