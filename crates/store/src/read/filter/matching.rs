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

/// One walk, for all of these tests.
struct Walk {
    over: Over,
    tests: Filter,
}

/// Over what. Those that are likely to leave few come first, and what reads every posting last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Over {
    Tags,
    Accounts,
    Rows,
    Postings,
}

impl Over {
    const fn of(test: &Test) -> Self {
        match test {
            Test::Tags(_) => Self::Tags,
            Test::Accounts(_) => Self::Accounts,
            Test::Amount(_) | Test::Currency(_) | Test::Reconciled => Self::Postings,
            _ => Self::Rows,
        }
    }

    /// True when each of its tests has a walk of its own.
    const fn is_for_one(self) -> bool {
        matches!(self, Self::Tags | Self::Accounts)
    }
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
                let rest = walks.get(at..).unwrap_or_default().iter();
                let rest = rest.flat_map(|walk| &walk.tests.tests);
                let mut rest = Filter {
                    tests: rest.cloned().collect(),
                };
                // The walk that would have looked at the days may be one of those that are spared.
                rest.and(Test::Date(period));
                found.keep_those_that_pass(&rest, view)?;
                return Ok(found);
            }
            walk.go(period, view, &mut found)?;
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
    if filter
        .tests
        .iter()
        .any(|(_, test)| Over::of(test) != Over::Rows)
    {
        return Ok(None);
    }
    let walk = walk_rows("count(*)", filter, view)?;
    let mut statement = view.connection.prepare(&walk.sql)?;
    let count: i64 = statement.query_row(params_from_iter(walk.values), |row| row.get(0))?;
    Ok(u64::try_from(count).ok())
}

fn walks(filter: &Filter) -> Vec<Walk> {
    let of_postings = |(negated, test): &(bool, Test)| {
        !negated && matches!(Over::of(test), Over::Accounts | Over::Postings)
    };
    // A posting has its transaction's day, so that walk looks at the period already.
    let dated = filter.tests.iter().any(of_postings);
    let mut walks: Vec<Walk> = Vec::new();
    for (negated, test) in &filter.tests {
        if dated && !negated && matches!(test, Test::Date(_)) {
            continue;
        }
        let (over, test) = (Over::of(test), (*negated, test.clone()));
        let same = |walk: &&mut Walk| walk.over == over && !over.is_for_one();
        match walks.iter_mut().find(same) {
            Some(walk) => walk.tests.tests.push(test),
            None => walks.push(Walk {
                over,
                tests: Filter { tests: vec![test] },
            }),
        }
    }
    walks.sort_by_key(|walk| walk.over);
    walks
}

impl Walk {
    /// Takes what it finds into account; on days that can't pass it need not look.
    fn go(&self, period: Period, view: &View<'_>, found: &mut Matching) -> Result<(), StoreError> {
        let tests = &self.tests.tests;
        let sets = match self.over {
            Over::Tags => tagged(tests, view)?,
            Over::Accounts => in_accounts(tests, period, view)?,
            Over::Postings => with_postings(tests, period, view)?,
            Over::Rows => {
                let walk = walk_rows("set_of_ids(t.id)", &self.tests, view)?;
                for set in collect(view.connection, &walk)? {
                    found.and(false, &set);
                }
                return Ok(());
            }
        };
        for ((negated, _), set) in tests.iter().zip(sets) {
            found.and(*negated, &set);
        }
        Ok(())
    }
}

fn tagged(tests: &[(bool, Test)], view: &View<'_>) -> Result<Vec<IdSet>, StoreError> {
    let mut walk =
        Condition::begin("SELECT set_of_ids(transaction_id) FROM transaction_tags g WHERE ");
    if let [(_, Test::Tags(tags))] = tests {
        walk.tags(tags);
    }
    collect(view.connection, &walk)
}

fn in_accounts(
    tests: &[(bool, Test)],
    period: Period,
    view: &View<'_>,
) -> Result<Vec<IdSet>, StoreError> {
    let mut walk = Condition::begin("SELECT set_of_ids(p.transaction_id) FROM postings p WHERE ");
    walk.days("p", period);
    for (_, test) in tests {
        walk.sql.push_str(" AND ");
        walk.posting(test, "p.account", view);
    }
    collect(view.connection, &walk)
}

/// One set for each test.
fn with_postings(
    tests: &[(bool, Test)],
    period: Period,
    view: &View<'_>,
) -> Result<Vec<IdSet>, StoreError> {
    let mut walk = Condition::begin("SELECT ");
    for (at, (_, test)) in tests.iter().enumerate() {
        walk.sql.push_str(if at == 0 { "" } else { ", " });
        walk.sql
            .push_str("set_of_ids(p.transaction_id) FILTER (WHERE ");
        walk.posting(test, "p.account", view);
        walk.sql.push(')');
    }
    let marks = tests.iter().any(|(_, test)| *test == Test::Reconciled);
    walk.sql.push_str(match (marks, period == Period::ALWAYS) {
        // Of marks the index knows nothing.
        (true, _) => " FROM postings p NOT INDEXED WHERE ",
        (false, true) => " FROM postings p WHERE ",
        // It is by account, then by day.
        (false, false) => " FROM postings p WHERE p.account IN (SELECT id FROM accounts) AND ",
    });
    walk.days("p", period);
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

/// The sets in the one row that a walk yields.
fn collect(connection: &Connection, walk: &Condition) -> Result<Vec<IdSet>, StoreError> {
    let mut statement = connection.prepare(&walk.sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(&walk.values))?;
    let Some(row) = rows.next()? else {
        return Ok(Vec::new());
    };
    let set = |at| IdSet::from_blob(row.get_ref(at)?.as_blob().map_err(rusqlite::Error::from)?);
    (0..columns).map(set).collect()
}
