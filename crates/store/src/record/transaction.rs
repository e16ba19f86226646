//! Transactions with their postings and tags as rows.

use domain::id::{AccountId, PayeeId, TagId, TransactionId};
use domain::transaction::Metadata;
use domain::{Mark, Posting, Source, Status, Transaction};
use rusqlite::{CachedStatement, Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;
use crate::calendar::{date_of, day_number, month_number};
use crate::write::{Inserts, Kept, Rollups};

impl Record for Transaction {
    const KIND: Kind = Kind::Transaction;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

const fn status_number(status: Status) -> i64 {
    match status {
        Status::Unmarked => 0,
        Status::Pending => 1,
        Status::Cleared => 2,
    }
}

/// The number of a status in the file, for queries.
pub(crate) const fn status_in_file(status: Status) -> i64 {
    status_number(status)
}

/// The number of the mark `reconciled` in the file, for queries.
pub(crate) const RECONCILED: i64 = mark_number(Mark::Reconciled);

const fn mark_number(mark: Mark) -> i64 {
    match mark {
        Mark::None => 0,
        Mark::Cleared => 1,
        Mark::Reconciled => 2,
    }
}

/// Reads the columns of `transactions`; postings and tags are read by [`complete`].
pub(crate) fn head_from_row(row: &Row<'_>) -> Result<Transaction, StoreError> {
    let status: i64 = row.get("status")?;
    let source: Option<String> = row.get("source")?;
    let metadata: Option<String> = row.get("metadata")?;
    Ok(Transaction {
        id: TransactionId::from_raw(row.get("id")?),
        date: date_of(row.get("day")?).ok_or_else(|| odd("a transaction has no day"))?,
        payee: row.get::<_, Option<i64>>("payee")?.map(PayeeId::from_raw),
        memo: row.get::<_, Option<String>>("memo")?.unwrap_or_default(),
        status: Status::ALL
            .iter()
            .copied()
            .find(|s| status_number(*s) == status)
            .ok_or_else(|| odd("a transaction has no status"))?,
        source: match source {
            None => Source::Manual,
            Some(text) => text
                .parse()
                .map_err(|_| odd("a transaction has an odd source"))?,
        },
        tags: Vec::new(),
        metadata: metadata.map_or(Ok(Metadata::new()), |text| serde_json::from_str(&text))?,
        postings: Vec::new(),
    })
}

/// Adds the postings and tags to a transaction read by [`head_from_row`].
pub(crate) fn complete(
    transaction: &mut Transaction,
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    let id = transaction.id.raw();
    let mut statement = connection.prepare_cached(
        "SELECT account, amount, currency, cost, cost_currency, memo, mark FROM postings \
         WHERE transaction_id = ?1 ORDER BY position",
    )?;
    let postings = statement.query_and_then([id], |row| posting_from_row(row, currencies))?;
    transaction.postings = postings.collect::<Result<_, StoreError>>()?;
    let mut statement = connection.prepare_cached(
        "SELECT tag FROM transaction_tags WHERE transaction_id = ?1 ORDER BY tag",
    )?;
    let tags = statement.query_map([id], |row| row.get(0).map(TagId::from_raw))?;
    transaction.tags = tags.collect::<Result<_, _>>()?;
    Ok(())
}

fn posting_from_row(row: &Row<'_>, currencies: &CurrencyTable) -> Result<Posting, StoreError> {
    let cost: Option<i64> = row.get(3)?;
    let mark: i64 = row.get(6)?;
    Ok(Posting {
        account: AccountId::from_raw(row.get(0)?),
        amount: currencies.money(row.get(1)?, row.get(2)?)?,
        cost: cost
            .map(|minor| currencies.money(minor, row.get(4)?))
            .transpose()?,
        memo: row.get(5)?,
        mark: Mark::ALL
            .iter()
            .copied()
            .find(|m| mark_number(*m) == mark)
            .ok_or_else(|| odd("a posting has no mark"))?,
    })
}

/// Almost every posting: without a cost and a memo of its own.
const INSERT_PLAIN: &str = "INSERT INTO postings \
    (transaction_id, position, day, account, amount, currency, mark) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const INSERT_POSTING: &str = "INSERT INTO postings \
    (transaction_id, position, day, account, amount, currency, mark, cost, cost_currency, memo) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

fn insert_legs(
    transaction: &Transaction,
    inserts: &mut Inserts<'_>,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    let (id, day) = (transaction.id.raw(), day_number(transaction.date));
    for (position, posting) in (0i64..).zip(&transaction.postings) {
        let amount = posting.amount.minor;
        let currency = currencies.id_of(posting.amount.currency)?;
        let mark = mark_number(posting.mark);
        let account = posting.account.raw();
        if posting.cost.is_none() && posting.memo.is_none() {
            inserts
                .get(Kept::Posting, INSERT_PLAIN)?
                .execute([id, position, day, account, amount, currency, mark])?;
            continue;
        }
        let cost = posting.cost.map(|cost| cost.minor);
        let cost_currency = posting
            .cost
            .map(|cost| currencies.id_of(cost.currency))
            .transpose()?;
        inserts
            .connection
            .prepare_cached(INSERT_POSTING)?
            .execute(params![
                id,
                position,
                day,
                account,
                amount,
                currency,
                mark,
                cost,
                cost_currency,
                posting.memo
            ])?;
    }
    insert_tags(transaction, inserts.connection)
}

const UPDATE_POSTING: &str = "UPDATE postings SET account = ?3, amount = ?4, currency = ?5, \
    mark = ?6, cost = ?7, cost_currency = ?8, memo = ?9 WHERE transaction_id = ?1 AND position = ?2";

/// Writes the postings that differ, of as many as before on the same day.
fn update_legs(
    transaction: &Transaction,
    before: &Transaction,
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    let legs = transaction.postings.iter().zip(&before.postings);
    for (position, (posting, old)) in (0i64..).zip(legs) {
        if posting == old {
            continue;
        }
        let cost_currency = posting
            .cost
            .map(|cost| currencies.id_of(cost.currency))
            .transpose()?;
        connection.prepare_cached(UPDATE_POSTING)?.execute(params![
            transaction.id.raw(),
            position,
            posting.account.raw(),
            posting.amount.minor,
            currencies.id_of(posting.amount.currency)?,
            mark_number(posting.mark),
            posting.cost.map(|cost| cost.minor),
            cost_currency,
            posting.memo
        ])?;
    }
    Ok(())
}

fn insert_tags(transaction: &Transaction, connection: &Connection) -> Result<(), StoreError> {
    if transaction.tags.is_empty() {
        return Ok(());
    }
    let mut statement = connection
        .prepare_cached("INSERT INTO transaction_tags (transaction_id, tag) VALUES (?1, ?2)")?;
    for tag in &transaction.tags {
        statement.execute([transaction.id.raw(), tag.raw()])?;
    }
    Ok(())
}

fn delete_legs(id: i64, connection: &Connection) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM postings WHERE transaction_id = ?1")?
        .execute([id])?;
    delete_tags(id, connection)
}

fn delete_tags(id: i64, connection: &Connection) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM transaction_tags WHERE transaction_id = ?1")?
        .execute([id])?;
    Ok(())
}

const INSERT: &str = "INSERT INTO transactions (id, memo, status, source, metadata, day, payee) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const UPDATE: &str = "UPDATE transactions SET memo = ?2, status = ?3, source = ?4, metadata = ?5, \
    day = ?6, payee = ?7 WHERE id = ?1";
/// Leaves the indexed column alone: SQLite rewrites an index for each of its columns that is
/// named, even when the value stays.
const UPDATE_SAME_DAY: &str = "UPDATE transactions SET memo = ?2, status = ?3, source = ?4, \
    metadata = ?5, payee = ?7 WHERE id = ?1 AND day = ?6";

fn execute(
    transaction: &Transaction,
    statement: &mut CachedStatement<'_>,
) -> Result<(), StoreError> {
    let source = (!transaction.source.is_manual()).then(|| transaction.source.to_string());
    let metadata = (!transaction.metadata.is_empty())
        .then(|| serde_json::to_string(&transaction.metadata))
        .transpose()?;
    statement.execute(params![
        transaction.id.raw(),
        Some(transaction.memo.as_str()).filter(|memo| !memo.is_empty()),
        status_number(transaction.status),
        source,
        metadata,
        day_number(transaction.date),
        transaction.payee.map(PayeeId::raw)
    ])?;
    Ok(())
}

impl Rows for Transaction {
    fn load(
        connection: &Connection,
        currencies: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement =
            connection.prepare_cached("SELECT * FROM transactions WHERE id = ?1")?;
        let found = statement
            .query_and_then([id], head_from_row)?
            .next()
            .transpose()?;
        let Some(mut transaction) = found else {
            return Ok(None);
        };
        complete(&mut transaction, connection, currencies)?;
        Ok(Some(transaction))
    }

    fn insert(
        &self,
        connection: &Connection,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        self.insert_with(&mut Inserts::new(connection), currencies)
    }

    fn insert_with(
        &self,
        inserts: &mut Inserts<'_>,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute(self, inserts.get(Kept::Transaction, INSERT)?)?;
        insert_legs(self, inserts, currencies)
    }

    /// Writes the row, and of the postings and tags what changed: a new memo is one page.
    fn update(
        &self,
        before: &Self,
        connection: &Connection,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        let moved = self.date != before.date;
        let renewed = moved || self.postings.len() != before.postings.len();
        if renewed {
            delete_legs(self.id.raw(), connection)?;
        }
        let sql = if moved { UPDATE } else { UPDATE_SAME_DAY };
        execute(self, &mut connection.prepare_cached(sql)?)?;
        if renewed {
            return insert_legs(self, &mut Inserts::new(connection), currencies);
        }
        update_legs(self, before, connection, currencies)?;
        if self.tags != before.tags {
            delete_tags(self.id.raw(), connection)?;
            insert_tags(self, connection)?;
        }
        Ok(())
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_legs(self.id.raw(), connection)?;
        delete_row(connection, "transactions", self.id.raw())
    }

    fn roll_up(
        &self,
        sign: i64,
        currencies: &CurrencyTable,
        rollups: &mut Rollups,
    ) -> Result<(), StoreError> {
        let month = month_number(self.date);
        rollups.count_transactions(sign);
        for posting in &self.postings {
            let currency = currencies.id_of(posting.amount.currency)?;
            rollups.add(
                posting.account.raw(),
                month,
                currency,
                posting.amount.minor,
                sign,
            )?;
        }
        Ok(())
    }
}
