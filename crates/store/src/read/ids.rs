//! Finding an entity by its id or by a prefix of it.
//!
//! A prefix of an id stands for an arithmetic progression of counters (see `domain::id`), so a few
//! look-ups by primary key tell whether none, one or several entities fit.

use domain::id::{Id, IdPrefix};

use super::View;
use crate::StoreError;
use crate::record::Kind;

/// How many candidates an error message names at most.
const NAMED: usize = 5;

impl View<'_> {
    /// The ids of this kind that begin with the prefix, at most five.
    pub fn ids_with_prefix(&self, kind: Kind, prefix: IdPrefix) -> Result<Vec<Id>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT next FROM devices WHERE slot = ?1")?;
        let mut found = statement.query([prefix.slot])?;
        let Some(row) = found.next()? else {
            return Ok(Vec::new());
        };
        let end: u64 = row.get::<_, i64>(0)?.try_into().unwrap_or(0);
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", table(kind));
        let mut exists = self.connection.prepare_cached(&sql)?;
        let mut ids = Vec::new();
        let first = if prefix.first == 0 {
            prefix.step
        } else {
            prefix.first
        };
        let mut counter = first;
        while counter < end && ids.len() < NAMED {
            if let Some(id) = Id::new(prefix.slot, counter)
                && exists.exists([id.raw()])?
            {
                ids.push(id);
            }
            counter += prefix.step;
        }
        Ok(ids)
    }
}

/// The table of a kind.
pub(crate) const fn table(kind: Kind) -> &'static str {
    match kind {
        Kind::Currency => "currencies",
        Kind::Account => "accounts",
        Kind::Payee => "payees",
        Kind::Tag => "tags",
        Kind::Transaction => "transactions",
        Kind::Goal => "goals",
        Kind::Contribution => "contributions",
        Kind::Price => "prices",
        Kind::Batch => "batches",
        Kind::StatementRow => "statement_rows",
        Kind::Budget => "budgets",
        Kind::Schedule => "schedules",
        Kind::Rule => "rules",
    }
}
