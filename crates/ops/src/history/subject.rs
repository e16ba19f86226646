//! What an operation was about, while it can still be named.

use domain::budget::Budget;
use domain::id::{Id, TransactionId};
use domain::rule::Rule;
use domain::schedule::Schedule;
use domain::{
    Account, Attachment, Contribution, Goal, LedgerCurrency, Payee, Price, Tag, Transaction,
};
use store::{Action, ChangeRecord, Kind, StoreError, View};

use crate::KnownNames;

/// One thing that an operation changed.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What it is.
    pub kind: Kind,
    /// Which one.
    pub id: Id,
    /// What the operation did to it.
    pub action: Action,
    /// It; nothing when it is neither there before nor after.
    pub thing: Option<Thing>,
}

/// A thing with what is needed to show it.
#[derive(Clone, Debug)]
pub enum Thing {
    /// A transaction, and the names that it refers to.
    Transaction(Box<(Transaction, KnownNames)>),
    /// Anything that has a name.
    Named(String),
}

/// So many things of an operation are looked up.
const MOST: usize = 20;

/// The things that an operation changed, as they are now; the transactions alone where there are
/// any, since payees and categories were made for them.
pub(super) fn subjects(view: View<'_>, operation: u64) -> Result<Vec<Subject>, StoreError> {
    let changes = told_changes(view, operation)?;
    let subject = |change: &ChangeRecord| {
        Ok(Subject {
            kind: change.kind,
            id: change.entity,
            action: change.action,
            thing: thing(view, change.kind, change.entity)?,
        })
    };
    changes.iter().map(subject).collect()
}

fn told_changes(view: View<'_>, operation: u64) -> Result<Vec<ChangeRecord>, StoreError> {
    let mut changes = view.changes_of(operation, MOST)?;
    if changes
        .iter()
        .any(|change| change.kind == Kind::Transaction)
    {
        changes.retain(|change| change.kind == Kind::Transaction);
    }
    Ok(changes)
}

/// The first things that an operation changed, those that are gone as it recorded them.
pub(super) fn first_subjects(
    view: View<'_>,
    operation: u64,
    most: usize,
) -> Result<Vec<Subject>, StoreError> {
    let changes = told_changes(view, operation)?;
    let subject = |change: &ChangeRecord| {
        let found = thing(view, change.kind, change.entity)?;
        Ok(Subject {
            kind: change.kind,
            id: change.entity,
            action: change.action,
            thing: match found {
                Some(found) => Some(found),
                None => recorded(view, change)?,
            },
        })
    };
    changes.iter().take(most).map(subject).collect()
}

/// A thing as the change recorded it, when it was made or deleted.
fn recorded(view: View<'_>, change: &ChangeRecord) -> Result<Option<Thing>, StoreError> {
    if change.action == Action::Update {
        return Ok(None);
    }
    if change.kind == Kind::Transaction {
        let Ok(transaction) = serde_json::from_str::<Transaction>(&change.fields) else {
            return Ok(None);
        };
        let mut names = KnownNames::new(view)?;
        names.learn(view, &transaction)?;
        return Ok(Some(Thing::Transaction(Box::new((transaction, names)))));
    }
    let fields: serde_json::Value = serde_json::from_str(&change.fields).unwrap_or_default();
    let name = ["name", "file"]
        .into_iter()
        .find_map(|field| fields.get(field)?.as_str());
    Ok(name.map(|name| Thing::Named(name.to_owned())))
}

/// Those seen before an operation was moved, completed by those seen after.
pub(super) fn seen(before: Vec<Subject>, after: Vec<Subject>) -> Vec<Subject> {
    let both = before.into_iter().zip(after);
    both.map(|(before, after)| match after.thing {
        Some(_) => after,
        None => before,
    })
    .collect()
}

fn thing(view: View<'_>, kind: Kind, id: Id) -> Result<Option<Thing>, StoreError> {
    let raw = id.raw();
    let name = match kind {
        Kind::Transaction => {
            let Some(transaction) = view.transaction(TransactionId(id))? else {
                return Ok(None);
            };
            let mut names = KnownNames::new(view)?;
            names.learn(view, &transaction)?;
            return Ok(Some(Thing::Transaction(Box::new((transaction, names)))));
        }
        Kind::Account => {
            let account = view.get::<Account>(raw)?;
            let chart = view.chart()?;
            account.map(|account| chart.path(account.id).to_owned())
        }
        Kind::Payee => view.get::<Payee>(raw)?.map(|payee| payee.name),
        Kind::Tag => view.get::<Tag>(raw)?.map(|tag| tag.name),
        Kind::Goal => view.get::<Goal>(raw)?.map(|goal| goal.name),
        Kind::Currency => view
            .get::<LedgerCurrency>(raw)?
            .map(|entry| entry.currency.code.to_string()),
        Kind::Contribution => match view.get::<Contribution>(raw)? {
            Some(entry) => view.get::<Goal>(entry.goal.raw())?.map(|goal| goal.name),
            None => None,
        },
        Kind::Price => view
            .get::<Price>(raw)?
            .map(|price| format!("{}/{} {}", price.base, price.quote, price.date)),
        Kind::Budget => match view.get::<Budget>(raw)? {
            Some(budget) => Some(view.chart()?.path(budget.category).to_owned()),
            None => None,
        },
        Kind::Schedule => match view.get::<Schedule>(raw)? {
            Some(schedule) => Some(schedule_name(view, schedule)?),
            None => None,
        },
        Kind::Rule => view.get::<Rule>(raw)?.map(|rule| rule.name),
        Kind::Attachment => view.get::<Attachment>(raw)?.map(|one| one.name),
        Kind::Batch | Kind::StatementRow => None,
    };
    Ok(name.map(Thing::Named))
}

/// A schedule has no name: its note, else with whom, else what for.
fn schedule_name(view: View<'_>, schedule: Schedule) -> Result<String, StoreError> {
    if !schedule.memo.is_empty() {
        return Ok(schedule.memo);
    }
    let payee = match schedule.payee {
        Some(payee) => view.get::<Payee>(payee.raw())?,
        None => None,
    };
    Ok(match payee {
        Some(payee) => payee.name,
        None => view.chart()?.path(schedule.counter).to_owned(),
    })
}
