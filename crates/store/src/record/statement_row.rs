//! Rows of bank files as rows of ours.

use domain::id::{AccountId, BatchId, StatementRowId, TransactionId};
use domain::statement::{Reason, StatementRow, Verdict};
use rusqlite::{CachedStatement, Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;
use crate::calendar::{date_of, day_number};
use crate::write::{Inserts, Kept};

impl Record for StatementRow {
    const KIND: Kind = Kind::StatementRow;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

const fn verdict_number(verdict: Verdict) -> i64 {
    match verdict {
        Verdict::New => 0,
        Verdict::Review => 1,
        Verdict::Matched => 2,
        Verdict::Declined => 3,
    }
}

/// The number of the verdict `Review` in the file, for queries.
pub(crate) const REVIEW: i64 = verdict_number(Verdict::Review);

fn verdict(number: i64) -> Result<Verdict, StoreError> {
    let all = [
        Verdict::New,
        Verdict::Review,
        Verdict::Matched,
        Verdict::Declined,
    ];
    all.into_iter()
        .find(|verdict| verdict_number(*verdict) == number)
        .ok_or_else(|| odd("a statement row has no verdict"))
}

/// The number of a reason in the file.
pub(crate) fn reason_number(reason: Reason) -> Option<i64> {
    let at = Reason::ALL.iter().position(|known| *known == reason);
    at.and_then(|at| i64::try_from(at).ok())
}

fn reason(number: i64) -> Result<Reason, StoreError> {
    let known = usize::try_from(number)
        .ok()
        .and_then(|at| Reason::ALL.get(at));
    known
        .copied()
        .ok_or_else(|| odd("a statement row has an unknown reason"))
}

/// Statement rows with the currency of their account.
pub(crate) const SELECT: &str =
    "SELECT r.*, a.currency FROM statement_rows r JOIN accounts a ON a.id = r.account";

pub(crate) fn from_row(
    row: &Row<'_>,
    currencies: &CurrencyTable,
) -> Result<StatementRow, StoreError> {
    Ok(StatementRow {
        id: StatementRowId::from_raw(row.get("id")?),
        batch: BatchId::from_raw(row.get("batch")?),
        account: AccountId::from_raw(row.get("account")?),
        date: date_of(row.get("day")?).ok_or_else(|| odd("a statement row has no day"))?,
        amount: currencies.money(row.get("amount")?, row.get("currency")?)?,
        text: row.get("text")?,
        bank_id: row.get("bank_id")?,
        transaction: row
            .get::<_, Option<i64>>("transaction_id")?
            .map(TransactionId::from_raw),
        verdict: verdict(row.get("verdict")?)?,
        reason: row
            .get::<_, Option<i64>>("reason")?
            .map(reason)
            .transpose()?,
        waits: row.get("waits")?,
        candidate: row
            .get::<_, Option<i64>>("candidate")?
            .map(TransactionId::from_raw),
        unbooked: row
            .get::<_, Option<String>>("unbooked")?
            .map(|json| serde_json::from_str(&json))
            .transpose()?,
    })
}

const INSERT: &str = "INSERT INTO statement_rows \
    (id, batch, account, day, amount, text, bank_id, transaction_id, verdict, \
    reason, waits, candidate, unbooked) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
const UPDATE: &str = "UPDATE statement_rows SET batch = ?2, account = ?3, day = ?4, amount = ?5, \
    text = ?6, bank_id = ?7, transaction_id = ?8, verdict = ?9, reason = ?10, waits = ?11, \
    candidate = ?12, unbooked = ?13 WHERE id = ?1";

fn execute(row: &StatementRow, statement: &mut CachedStatement<'_>) -> Result<(), StoreError> {
    let unbooked = row.unbooked.as_ref().map(serde_json::to_string);
    statement.execute(params![
        row.id.raw(),
        row.batch.raw(),
        row.account.raw(),
        day_number(row.date),
        row.amount.minor,
        row.text,
        row.bank_id,
        row.transaction.map(TransactionId::raw),
        verdict_number(row.verdict),
        row.reason.and_then(reason_number),
        row.waits,
        row.candidate.map(TransactionId::raw),
        unbooked.transpose()?
    ])?;
    Ok(())
}

impl Rows for StatementRow {
    fn load(
        connection: &Connection,
        currencies: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE r.id = ?1"))?;
        statement
            .query_and_then([id], |row| from_row(row, currencies))?
            .next()
            .transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        self.insert_with(&mut Inserts::new(connection), &CurrencyTable::default())
    }

    fn insert_with(&self, inserts: &mut Inserts<'_>, _: &CurrencyTable) -> Result<(), StoreError> {
        execute(self, inserts.get(Kept::StatementRow, INSERT)?)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute(self, &mut connection.prepare_cached(UPDATE)?)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "statement_rows", self.id.raw())
    }
}
