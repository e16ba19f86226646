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
/// The step of a whole id.
const WHOLE: u64 = 1 << 40;

impl View<'_> {
    /// The ids of this kind that begin with the prefix, at most five. Without a dash a whole id is
    /// that of the first device, and a shorter one may be of any.
    pub fn ids_with_prefix(&self, kind: Kind, prefix: IdPrefix) -> Result<Vec<Id>, StoreError> {
        let mut ids = self.ids_of_slot(kind, prefix, prefix.slot)?;
        if !prefix.any_slot || (prefix.step == WHOLE && !ids.is_empty()) {
            return Ok(ids);
        }
        let mut others = self
            .connection
            .prepare_cached("SELECT slot FROM devices WHERE slot <> ?1 ORDER BY slot")?;
        let mut others = others.query([prefix.slot])?;
        while let Some(row) = others.next()?
            && ids.len() < NAMED
        {
            ids.extend(self.ids_of_slot(kind, prefix, row.get(0)?)?);
        }
        ids.truncate(NAMED);
        Ok(ids)
    }

    fn ids_of_slot(&self, kind: Kind, prefix: IdPrefix, slot: u32) -> Result<Vec<Id>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT next FROM devices WHERE slot = ?1")?;
        let mut found = statement.query([slot])?;
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
            if let Some(id) = Id::new(slot, counter)
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
        Kind::Attachment => "attachments",
    }
}
