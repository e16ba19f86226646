//! Rollups: sums by account, month and currency, folded in memory and written once per operation.
//!
//! A trigger on each posting would halve the speed of an import; one `HashMap` costs nothing.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::StoreError;

/// What an operation adds to the rollups.
#[derive(Debug, Default)]
pub struct Rollups {
    sums: HashMap<(i64, i64, i64), (i128, i64)>,
    transactions: i64,
}

impl Rollups {
    pub(crate) fn count_transactions(&mut self, more: i64) {
        self.transactions += more;
    }

    /// Adds one posting (`sign` 1) or takes it away (-1).
    pub(crate) fn add(
        &mut self,
        account: i64,
        month: i64,
        currency: i64,
        minor: i64,
        sign: i64,
    ) -> Result<(), StoreError> {
        let sum = self.sums.entry((account, month, currency)).or_default();
        let signed = i128::from(minor) * i128::from(sign);
        sum.0 = sum.0.checked_add(signed).ok_or(StoreError::Overflow)?;
        sum.1 += sign;
        Ok(())
    }

    pub(crate) fn flush(self, connection: &Connection) -> Result<(), StoreError> {
        if self.transactions != 0 {
            connection
                .prepare_cached(
                    "INSERT INTO meta (name, value) VALUES ('transactions', ?1) \
                     ON CONFLICT (name) DO UPDATE SET value = value + ?1",
                )?
                .execute([self.transactions])?;
        }
        for ((account, month, currency), (amount, postings)) in self.sums {
            if amount != 0 || postings != 0 {
                fold(connection, [account, month, currency], amount, postings)?;
            }
        }
        Ok(())
    }
}

/// Adds to one rollup. A sum that outgrows 63 bits is an error, and so the whole operation fails.
fn fold(
    connection: &Connection,
    key: [i64; 3],
    amount: i128,
    postings: i64,
) -> Result<(), StoreError> {
    let [account, month, currency] = key;
    let before: Option<(i64, i64)> = connection
        .prepare_cached(
            "SELECT amount, postings FROM rollups \
             WHERE account = ?1 AND month = ?2 AND currency = ?3",
        )?
        .query_row(params![account, month, currency], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let (old_amount, old_postings) = before.unwrap_or((0, 0));
    let amount =
        i64::try_from(i128::from(old_amount) + amount).map_err(|_| StoreError::Overflow)?;
    let postings = old_postings + postings;
    if postings == 0 {
        connection
            .prepare_cached(
                "DELETE FROM rollups WHERE account = ?1 AND month = ?2 AND currency = ?3",
            )?
            .execute(params![account, month, currency])?;
    } else {
        connection
            .prepare_cached("INSERT OR REPLACE INTO rollups VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![account, month, currency, amount, postings])?;
    }
    Ok(())
}
