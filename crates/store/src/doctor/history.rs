//! The history: the chain, its head outside the database, and the rows it tells of.

use std::collections::BTreeMap;

use domain::id::Id;
use rusqlite::Row;
use serde_json::from_str;
use vault::{ChainHash, ChainHasher};

use super::Finding;
use crate::record::fields::{Side, patch};
use crate::record::{Kind, Record, with_kind};
use crate::write::{HashedOperation, hash_change, run, stacks_from_row};
use crate::{Action, Ledger, StoreError};

/// Computes the whole chain again.
pub(super) fn chain(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let mut operations = ledger.connection.prepare(
        "SELECT seq, verb, target, below, undo_top, redo_top, slot, clock, changes, hash \
         FROM operations ORDER BY seq",
    )?;
    let mut rows = operations.query([])?;
    let mut previous = ChainHash::genesis(&ledger.id);
    let mut expected = 1;
    while let Some(row) = rows.next()? {
        finding.look();
        let sequence: i64 = row.get(0)?;
        let kept = ChainHash::from_bytes(row.get(9)?);
        let found = link(ledger, row, sequence, previous)?;
        if sequence != expected || found != kept {
            finding.complain(|| format!("operation {sequence} does not follow from those before"));
        }
        previous = kept;
        expected = sequence + 1;
    }
    Ok(())
}

fn link(
    ledger: &Ledger,
    row: &Row<'_>,
    sequence: i64,
    previous: ChainHash,
) -> Result<ChainHash, StoreError> {
    let mut hasher = ChainHasher::new(previous);
    let mut changes = ledger.connection.prepare_cached(
        "SELECT kind, entity, action, fields FROM changes WHERE operation = ?1 ORDER BY position",
    )?;
    let mut rows = changes.query([sequence])?;
    while let Some(change) = rows.next()? {
        let fields = change
            .get_ref(3)?
            .as_bytes()
            .map_err(rusqlite::Error::from)?;
        hash_change(
            &mut hasher,
            change.get(0)?,
            change.get(1)?,
            change.get(2)?,
            fields,
        );
    }
    let verb: String = row.get(1)?;
    let hashed = HashedOperation {
        sequence,
        verb: &verb,
        stacks: stacks_from_row(row, 2)?,
        slot: row.get(6)?,
        clock: row.get(7)?,
        changes: row.get(8)?,
    };
    Ok(hashed.hash(hasher))
}

/// Compares with the head outside; a ledger with a history but without a head was moved here.
pub(super) fn head(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    finding.look();
    ledger.check_head()?;
    if ledger.lacks_head()? {
        finding.complain(|| "the file `head` is missing; the next change writes it".to_owned());
    }
    Ok(())
}

/// What happened to one entity, in order. Ids are unique in a ledger; only a restored export may
/// bring one that something else had before, so the kind is part of the story.
type Story = Vec<(Kind, Action, String)>;

/// Builds each entity from its recorded changes and compares it with its row.
///
/// The changes come in the order of ids. A run begins with its first id, and its ids are not in
/// any other run, so at most one run is open at a time: memory stays flat.
pub(super) fn rows(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let mut statement = ledger.connection.prepare(
        "SELECT entity, kind, entity, action, fields FROM changes \
         ORDER BY entity, operation, position",
    )?;
    let mut rows = statement.query([])?;
    let mut open: BTreeMap<i64, Story> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let first: i64 = row.get(0)?;
        for change in run::from_row(row, 1)? {
            let story = open.entry(change.entity).or_default();
            story.push((change.kind, change.action, change.fields));
        }
        // Everything below this row's id is complete.
        let later = open.split_off(&first);
        for (entity, mut story) in std::mem::replace(&mut open, later) {
            tell(ledger, entity, &mut story, finding)?;
        }
    }
    for (entity, mut story) in open {
        tell(ledger, entity, &mut story, finding)?;
    }
    strangers(ledger, finding)
}

fn tell(
    ledger: &Ledger,
    entity: i64,
    story: &mut Story,
    finding: &mut Finding,
) -> Result<(), StoreError> {
    while let Some(&(kind, ..)) = story.first() {
        finding.look();
        let (own, other): (Story, Story) = story.drain(..).partition(|(of, ..)| *of == kind);
        *story = other;
        if !with_kind!(kind, T => ends_as_stored::<T>(ledger, entity, &own)?) {
            let id = Id::from_raw(entity);
            finding.complain(|| format!("{} {id} is not what its history says", kind.as_str()));
        }
    }
    Ok(())
}

fn ends_as_stored<T: Record>(
    ledger: &Ledger,
    entity: i64,
    story: &Story,
) -> Result<bool, StoreError> {
    let mut told: Option<T> = None;
    for (_, action, fields) in story {
        told = match (action, told) {
            (Action::Create, None) => Some(from_str(fields)?),
            (Action::Update, Some(before)) => match patch(&before, fields, Side::New) {
                Ok(after) => Some(after),
                Err(StoreError::Contradiction(_)) => return Ok(false),
                Err(error) => return Err(error),
            },
            (Action::Delete, Some(_)) => None,
            _ => return Ok(false),
        };
    }
    Ok(ledger.view().get::<T>(entity)? == told)
}

/// Rows of which the history knows nothing: neither a record of their own nor one in a run.
fn strangers(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    for kind in Kind::ALL {
        let sql = format!(
            "SELECT e.id FROM {} e WHERE NOT EXISTS \
             (SELECT 1 FROM changes c WHERE c.entity = e.id AND c.action <> 3)",
            crate::read::table(kind)
        );
        let mut statement = ledger.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut run = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if run.binary_search(&id).is_err() {
                run = ledger.view().ids_in_run(id)?;
            }
            if run.binary_search(&id).is_err() {
                finding
                    .complain(|| format!("{} {} has no history", kind.as_str(), Id::from_raw(id)));
            }
        }
    }
    Ok(())
}
