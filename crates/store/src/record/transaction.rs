//! Transactions with their postings and tags as rows.

use domain::id::{AccountId, PayeeId, TagId, TransactionId};
use domain::transaction::Metadata;
use domain::{Mark, Posting, Source, Status, Transaction};
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;
use crate::calendar::{date_of, day_number, month_number};
use crate::write::Rollups;

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

fn insert_legs(
    transaction: &Transaction,
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    let (id, day) = (transaction.id.raw(), day_number(transaction.date));
    let mut statement = connection.prepare_cached(
        "INSERT INTO postings (transaction_id, position, day, account, amount, currency, cost, \
         cost_currency, memo, mark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for (position, posting) in transaction.postings.iter().enumerate() {
        statement.execute(params![
            id,
            i64::try_from(position).unwrap_or(i64::MAX),
            day,
            posting.account.raw(),
            posting.amount.minor,
            currencies.id_of(posting.amount.currency)?,
            posting.cost.map(|cost| cost.minor),
            posting
                .cost
                .map(|cost| currencies.id_of(cost.currency))
                .transpose()?,
            posting.memo,
            mark_number(posting.mark)
        ])?;
    }
    insert_tags(transaction, connection)
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
    connection
        .prepare_cached("DELETE FROM transaction_tags WHERE transaction_id = ?1")?
        .execute([id])?;
    Ok(())
}

const INSERT: &str = "INSERT INTO transactions (id, memo, status, source, metadata, day, payee) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const UPDATE: &str = "UPDATE transactions SET memo = ?2, status = ?3, source = ?4, metadata = ?5, \
    day = ?6, payee = ?7 WHERE id = ?1";
/// Leaves the indexed columns alone: SQLite rewrites an index for each of its columns that is
/// named, even when the value stays.
const UPDATE_UNINDEXED: &str = "UPDATE transactions SET memo = ?2, status = ?3, source = ?4, \
    metadata = ?5 WHERE id = ?1 AND day = ?6 AND payee IS ?7";

fn execute(
    transaction: &Transaction,
    sql: &str,
    connection: &Connection,
) -> Result<(), StoreError> {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let source = (!transaction.source.is_manual()).then(|| transaction.source.to_string());
    let metadata = (!transaction.metadata.is_empty())
        .then(|| serde_json::to_string(&transaction.metadata))
        .transpose()?;
    connection.prepare_cached(sql)?.execute(params![
        transaction.id.raw(),
        text(&transaction.memo),
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
        execute(self, INSERT, connection)?;
        insert_legs(self, connection, currencies)
    }

    /// Writes the row, and the postings and tags only when they changed: a new memo is one page.
    fn update(
        &self,
        before: &Self,
        connection: &Connection,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        let legs_differ = self.postings != before.postings
            || self.tags != before.tags
            || self.date != before.date;
        if legs_differ {
            delete_legs(self.id.raw(), connection)?;
        }
        let indexed_differ = self.date != before.date || self.payee != before.payee;
        execute(
            self,
            if indexed_differ {
                UPDATE
            } else {
                UPDATE_UNINDEXED
            },
            connection,
        )?;
        if legs_differ {
            insert_legs(self, connection, currencies)
        } else {
            Ok(())
        }
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
