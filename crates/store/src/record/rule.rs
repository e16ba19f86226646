//! Rules as rows.

use domain::Rule;
use domain::id::{AccountId, PayeeId, RuleId};
use domain::rule::RuleState;
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;

impl Record for Rule {
    const KIND: Kind = Kind::Rule;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

fn from_row(row: &Row<'_>) -> Result<Rule, StoreError> {
    let (terms, tags): (String, String) = (row.get("terms")?, row.get("tags")?);
    let splits: String = row.get("splits")?;
    let transfer: Option<i64> = row.get("transfer")?;
    let category: Option<i64> = row.get("category")?;
    let payee: Option<i64> = row.get("payee")?;
    Ok(Rule {
        id: RuleId::from_raw(row.get("id")?),
        name: row.get("name")?,
        position: row.get("position")?,
        terms: serde_json::from_str(&terms)?,
        category: category.map(AccountId::from_raw),
        payee: payee.map(PayeeId::from_raw),
        memo: row.get("memo")?,
        tags: serde_json::from_str(&tags)?,
        splits: serde_json::from_str(&splits)?,
        transfer: transfer.map(AccountId::from_raw),
        state: state(row.get("state")?)?,
    })
}

const STATES: [RuleState; 3] = [RuleState::Active, RuleState::Proposed, RuleState::Declined];

fn state(number: i64) -> Result<RuleState, StoreError> {
    let known = usize::try_from(number).ok().and_then(|at| STATES.get(at));
    known
        .copied()
        .ok_or_else(|| odd("a rule has an unknown state"))
}

fn state_number(state: RuleState) -> Option<i64> {
    let at = STATES.iter().position(|known| *known == state);
    at.and_then(|at| i64::try_from(at).ok())
}

/// All rules, in the order in which they are asked.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Rule>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM rules ORDER BY position, id")?;
    statement.query_and_then([], from_row)?.collect()
}

const INSERT: &str = "INSERT INTO rules (id, name, position, terms, category, payee, memo, tags, \
    splits, transfer, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const UPDATE: &str = "UPDATE rules SET name = ?2, position = ?3, terms = ?4, category = ?5, \
    payee = ?6, memo = ?7, tags = ?8, splits = ?9, transfer = ?10, state = ?11 WHERE id = ?1";

fn execute(rule: &Rule, sql: &str, connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        rule.id.raw(),
        rule.name,
        rule.position,
        serde_json::to_string(&rule.terms)?,
        rule.category.map(AccountId::raw),
        rule.payee.map(PayeeId::raw),
        rule.memo,
        serde_json::to_string(&rule.tags)?,
        serde_json::to_string(&rule.splits)?,
        rule.transfer.map(AccountId::raw),
        state_number(rule.state)
    ])?;
    Ok(())
}

impl Rows for Rule {
    fn load(
        connection: &Connection,
        _: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM rules WHERE id = ?1")?;
        statement.query_and_then([id], from_row)?.next().transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        execute(self, INSERT, connection)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute(self, UPDATE, connection)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "rules", self.id.raw())
    }
}
