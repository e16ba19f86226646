//! All transactions that pass a filter, as a set of ids.
//!
//! A test of postings or tags is one walk over the index that knows most about it; all tests of the
//! row itself are one more. Each yields a set, and sets are quickly put together. Once few are left
//! these are looked up one by one, which ends what would be a long walk for nothing.

use domain::Period;
use rusqlite::{Connection, params_from_iter};

use super::condition::Condition;
use super::id_set::IdSet;
use super::{Filter, Test};
use crate::StoreError;
use crate::read::View;

/// So many are looked up one by one in the time of a short walk.
const FEW: u64 = 20_000;
/// In a period with more transactions than these, rows are read in the order in which they lie.
const FEW_DAYS: i64 = 100_000;

/// What passes: these, or all but these.
#[derive(Debug)]
pub(crate) struct Matching {
    ids: IdSet,
    all_but: bool,
}

/// One walk.
enum Walk<'f> {
    /// Over postings or tags, for one test.
    One(bool, &'f Test),
    /// Over transactions, for all of these.
    Rows(Filter),
}

impl Matching {
    /// Finds them.
    pub(crate) fn of(filter: &Filter, view: &View<'_>) -> Result<Self, StoreError> {
        let mut found = Self {
            ids: IdSet::default(),
            all_but: true,
        };
        let (walks, period) = (walks(filter), filter.period());
        for (at, walk) in walks.iter().enumerate() {
            if !found.all_but && found.ids.len() <= FEW {
                let rest = walks.get(at..).unwrap_or_default();
                found.keep_those_that_pass(&rest_of(rest), view)?;
                return Ok(found);
            }
            match walk {
                Walk::One(negated, test) => found.and(*negated, &one(test, period, view)?),
                Walk::Rows(filter) => {
                    let walk = walk_rows("set_of_ids(t.id)", filter, view)?;
                    found.and(false, &collect(view.connection, &walk)?);
                }
            }
        }
        Ok(found)
    }

    pub(crate) fn contains(&self, id: i64) -> bool {
        self.ids.contains(id) != self.all_but
    }

    /// How many pass, of so many.
    pub(crate) fn count(&self, all: u64) -> u64 {
        let listed = self.ids.len();
        if self.all_but {
            all.saturating_sub(listed)
        } else {
            listed
        }
    }

    /// Their ids, when they are few.
    pub(crate) fn few(&self) -> Option<Vec<i64>> {
        let few = !self.all_but && self.ids.len() <= FEW;
        few.then(|| self.ids.iter().collect())
    }

    fn and(&mut self, negated: bool, set: &IdSet) {
        match (self.all_but, negated) {
            (true, true) => self.ids.unite(set),
            (true, false) => {
                let mut passing = set.clone();
                passing.subtract(&self.ids);
                self.ids = passing;
                self.all_but = false;
            }
            (false, true) => self.ids.subtract(set),
            (false, false) => self.ids.intersect(set),
        }
    }

    fn keep_those_that_pass(&mut self, rest: &Filter, view: &View<'_>) -> Result<(), StoreError> {
        if rest.is_empty() {
            return Ok(());
        }
        let condition = Condition::of(rest, view)?;
        let id = condition.values.len() + 1;
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM transactions t WHERE t.id = ?{id} AND {})",
            condition.sql
        );
        let mut statement = view.connection.prepare(&sql)?;
        for (at, value) in (1..).zip(&condition.values) {
            statement.raw_bind_parameter(at, value)?;
        }
        let mut kept = IdSet::default();
        for candidate in self.ids.iter() {
            statement.raw_bind_parameter(id, candidate)?;
            let mut rows = statement.raw_query();
            if let Some(row) = rows.next()?
                && row.get(0)?
            {
                kept.insert(candidate);
            }
        }
        self.ids = kept;
        Ok(())
    }
}

/// Counts what passes a filter that asks for nothing but what the row itself says; none for others.
pub(crate) fn count_of_rows(filter: &Filter, view: &View<'_>) -> Result<Option<u64>, StoreError> {
    if filter.tests.iter().any(|(_, test)| rank(test) != ROWS) {
        return Ok(None);
    }
    let walk = walk_rows("count(*)", filter, view)?;
    let mut statement = view.connection.prepare(&walk.sql)?;
    let count: i64 = statement.query_row(params_from_iter(walk.values), |row| row.get(0))?;
    Ok(u64::try_from(count).ok())
}

/// The walk over the rows, among the others.
const ROWS: u8 = 2;

/// What is likely to leave few comes first, what reads every posting last.
const fn rank(test: &Test) -> u8 {
    match test {
        Test::Tags(_) => 0,
        Test::Accounts(_) => 1,
        Test::Amount(_) => 3,
        Test::Currency(_) => 4,
        Test::Reconciled => 5,
        _ => ROWS,
    }
}

fn walks(filter: &Filter) -> Vec<Walk<'_>> {
    let of_postings = |(negated, test): &(bool, Test)| {
        !negated && !matches!(test, Test::Tags(_)) && rank(test) != ROWS
    };
    // A posting has its transaction's day, so that walk looks at the period already.
    let dated = filter.tests.iter().any(of_postings);
    let mut of_rows = Filter::default();
    let mut walks = Vec::new();
    for (negated, test) in &filter.tests {
        if rank(test) != ROWS {
            walks.push((rank(test), Walk::One(*negated, test)));
        } else if *negated || !dated || !matches!(test, Test::Date(_)) {
            of_rows.tests.push((*negated, test.clone()));
        }
    }
    if !of_rows.is_empty() {
        walks.push((ROWS, Walk::Rows(of_rows)));
    }
    walks.sort_by_key(|(rank, _)| *rank);
    walks.into_iter().map(|(_, walk)| walk).collect()
}

/// The tests of the walks that need not be gone.
fn rest_of(walks: &[Walk<'_>]) -> Filter {
    let mut rest = Filter::default();
    for walk in walks {
        match walk {
            Walk::One(negated, test) => rest.tests.push((*negated, (*test).clone())),
            Walk::Rows(rows) => rest.tests.extend(rows.tests.iter().cloned()),
        }
    }
    rest
}

/// The transactions that pass one test of postings or tags, on days that can pass.
fn one(test: &Test, period: Period, view: &View<'_>) -> Result<IdSet, StoreError> {
    let mut walk;
    if let Test::Tags(tags) = test {
        walk = Condition::begin("SELECT set_of_ids(transaction_id) FROM transaction_tags g WHERE ");
        walk.tags(tags);
    } else {
        let in_order = matches!(test, Test::Reconciled);
        let by_account = !in_order && period != Period::ALWAYS;
        walk = Condition::begin(if in_order {
            "SELECT set_of_ids(p.transaction_id) FROM postings p NOT INDEXED WHERE "
        } else {
            "SELECT set_of_ids(p.transaction_id) FROM postings p WHERE "
        });
        if by_account && !matches!(test, Test::Accounts(_)) {
            // The index of postings is by account, then by day.
            walk.sql
                .push_str("p.account IN (SELECT id FROM accounts) AND ");
        }
        walk.posting(test, "p.account", view);
        walk.sql.push_str(" AND ");
        walk.days("p", period);
    }
    collect(view.connection, &walk)
}

fn walk_rows(wanted: &str, filter: &Filter, view: &View<'_>) -> Result<Condition, StoreError> {
    let hint = hint(filter, view)?;
    let sql = format!("SELECT {wanted} FROM transactions t {hint} WHERE 1");
    let mut walk = Condition::begin(&sql);
    for (negated, test) in &filter.tests {
        walk.and(*negated, test, view)?;
    }
    Ok(walk)
}

/// How SQLite should come to the rows that pass: an index by day leads to rows here and there, which
/// for many takes longer than to read all in a row.
fn hint(filter: &Filter, view: &View<'_>) -> Result<&'static str, StoreError> {
    let period = filter.period();
    if period == Period::ALWAYS {
        return Ok("");
    }
    if filter
        .tests
        .iter()
        .all(|(_, test)| matches!(test, Test::Date(_)))
    {
        return Ok("");
    }
    let mut days = Condition::begin("SELECT count(*) FROM (SELECT 1 FROM transactions t WHERE ");
    days.days("t", period);
    days.sql.push_str(" LIMIT ");
    days.value(FEW_DAYS);
    days.sql.push(')');
    let mut statement = view.connection.prepare(&days.sql)?;
    let found: i64 = statement.query_row(params_from_iter(days.values), |row| row.get(0))?;
    Ok(if found < FEW_DAYS { "" } else { "NOT INDEXED" })
}

fn collect(connection: &Connection, walk: &Condition) -> Result<IdSet, StoreError> {
    let mut statement = connection.prepare(&walk.sql)?;
    let mut rows = statement.query(params_from_iter(&walk.values))?;
    match rows.next()? {
        Some(row) => IdSet::from_blob(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?),
        None => Ok(IdSet::default()),
    }
}
