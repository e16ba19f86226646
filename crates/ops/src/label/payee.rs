//! Payees.

use domain::id::{PayeeId, TransactionId};
use domain::label::tidy_name;
use domain::{NaiveDate, Payee, Transaction};
use store::{Filter, Kind, Order, StoreError, Test, UsesOfPayees, Verb, Writer};

use super::LabelChangeError;
use crate::Book;
use crate::lookup::{find_named, named};
use crate::references::{move_payee, plans_of_payee};

/// A payee and how it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayeeUse {
    /// The payee.
    pub payee: Payee,
    /// Its transactions.
    pub transactions: u64,
    /// The day of the last one.
    pub last: Option<NaiveDate>,
}

/// What to change of a payee; what is `None` or empty stays.
#[derive(Clone, Debug, Default)]
pub struct EditPayee {
    /// A new name.
    pub name: Option<String>,
    /// Names under which bank files know it, to add.
    pub alias: Vec<String>,
    /// Such names to take away.
    pub unalias: Vec<String>,
}

impl Book {
    /// All payees, by name, with their use: this costs one pass over all transactions.
    pub fn payees(&self) -> Result<Vec<PayeeUse>, StoreError> {
        let (uses, _) = self.view().uses_of_payees(None, u64::MAX)?;
        let used = |payee: Payee| {
            let uses = uses.get(&payee.id).copied().unwrap_or_default();
            PayeeUse {
                payee,
                transactions: uses.transactions,
                last: uses.last,
            }
        };
        Ok(self.view().payees()?.into_iter().map(used).collect())
    }

    /// Counts how payees are used in the transactions after one, at most `limit` of them, for a
    /// face that lets other questions come between; with the place to go on from.
    pub fn uses_of_payees(
        &self,
        after: Option<TransactionId>,
        limit: u64,
    ) -> Result<(UsesOfPayees, Option<TransactionId>), StoreError> {
        self.view().uses_of_payees(after, limit)
    }

    /// Makes a payee.
    pub fn add_payee(&mut self, name: &str, aliases: &[String]) -> Result<Payee, LabelChangeError> {
        self.write(Verb::Payee, |writer| {
            let name = tidy_name(name)?;
            free(writer, None, &name)?;
            let aliases = aliases
                .iter()
                .map(|a| tidy_name(a))
                .collect::<Result<_, _>>()?;
            let payee = Payee {
                id: PayeeId(writer.next_id()?),
                name,
                aliases,
            };
            writer.create(&payee)?;
            Ok(payee)
        })
    }

    /// Renames a payee, or changes its aliases.
    pub fn edit_payee(&mut self, typed: &str, edit: &EditPayee) -> Result<Payee, LabelChangeError> {
        self.write(Verb::Payee, |writer| {
            let before = named(writer.view().payees()?, typed)?;
            let mut after = before.clone();
            if let Some(name) = &edit.name {
                after.name = tidy_name(name)?;
                free(writer, Some(before.id), &after.name)?;
            }
            for alias in &edit.alias {
                let alias = tidy_name(alias)?;
                if !after.aliases.contains(&alias) {
                    after.aliases.push(alias);
                }
            }
            after.aliases.retain(|alias| !edit.unalias.contains(alias));
            writer.update(&before, &after)?;
            Ok(after)
        })
    }

    /// Gives the transactions and names of one payee to another, and deletes it.
    pub fn merge_payees(
        &mut self,
        from: &str,
        into: &str,
    ) -> Result<(Payee, usize), LabelChangeError> {
        self.write(Verb::Payee, |writer| {
            let from = named(writer.view().payees()?, from)?;
            let into = named(writer.view().payees()?, into)?;
            if from.id == into.id {
                return Err(LabelChangeError::Itself(Kind::Payee));
            }
            let moved = give(writer, from.id, into.id)?;
            move_payee(writer, from.id, into.id)?;
            let mut after = into.clone();
            for alias in std::iter::once(&from.name).chain(&from.aliases) {
                if !after.aliases.contains(alias) {
                    after.aliases.push(alias.clone());
                }
            }
            writer.delete(&from)?;
            writer.update(&into, &after)?;
            Ok((after, moved))
        })
    }

    /// Deletes a payee that no transaction has.
    pub fn remove_payee(&mut self, typed: &str) -> Result<Payee, LabelChangeError> {
        self.write(Verb::Payee, |writer| {
            let payee = named(writer.view().payees()?, typed)?;
            let uses = writer.view().transactions_of_payee(payee.id)?;
            if uses > 0 {
                let (kind, name) = (Kind::Payee, payee.name);
                return Err(LabelChangeError::InUse { kind, name, uses });
            }
            if plans_of_payee(writer.view(), payee.id)? > 0 {
                let (kind, name) = (Kind::Payee, payee.name);
                return Err(LabelChangeError::Planned { kind, name });
            }
            writer.delete(&payee)?;
            Ok(payee)
        })
    }
}

fn free(writer: &Writer<'_>, own: Option<PayeeId>, name: &str) -> Result<(), LabelChangeError> {
    let known = find_named(writer.view().payees()?, name);
    match known.filter(|known| Some(known.id) != own) {
        None => Ok(()),
        Some(known) => Err(LabelChangeError::Exists {
            kind: Kind::Payee,
            name: known.name,
        }),
    }
}

fn give(writer: &mut Writer<'_>, from: PayeeId, into: PayeeId) -> Result<usize, StoreError> {
    let mut filter = Filter::default();
    filter.and(Test::Payees(vec![from]));
    let mut found: Vec<Transaction> = Vec::new();
    writer
        .view()
        .visit::<StoreError>(&filter, Order::NewestFirst, None, |transaction| {
            found.push(transaction);
            Ok(())
        })?;
    for before in &found {
        let after = Transaction {
            payee: Some(into),
            ..before.clone()
        };
        writer.update(before, &after)?;
    }
    Ok(found.len())
}
