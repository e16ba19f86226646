//! Runs: the records of many new entities in one compressed row.
//!
//! An import of 100,000 rows makes 200,000 entities. A record of each in a row of its own, with an
//! index entry, costs more than the entities; a run of 256 in one block costs a tenth. The entries
//! are the same JSON as single records, so nothing is lost but the need to look inside.

use std::fmt::Write as _;

use crate::record::{Kind, odd};
use crate::{Action, StoreError};

/// The number of `action` for a run.
pub(crate) const RUN: i64 = 3;
/// Entities in one run at most: a look into a run decompresses all of it.
const LONGEST: usize = 256;
/// Fewer are written one by one.
const SHORTEST: usize = 8;
/// No run is larger than this before compression; a larger size is a sign of damage.
const MAX_BYTES: usize = 64 << 20;

/// Records of new entities that wait to be written together.
#[derive(Debug, Default)]
pub(crate) struct Run {
    entries: Vec<(Kind, i64, String)>,
    /// The last id of this run, or of those before it.
    last: i64,
}

impl Run {
    /// True when the entity may join: its id follows those of this run and of all runs before it,
    /// so that no two runs of an operation overlap.
    pub(crate) fn takes(&self, id: i64) -> bool {
        self.entries.len() < LONGEST && self.last < id
    }

    pub(crate) fn push(&mut self, kind: Kind, id: i64, fields: String) {
        self.last = id;
        self.entries.push((kind, id, fields));
    }

    /// The entries, when there are too few for a run.
    pub(crate) fn take_few(&mut self) -> Option<Vec<(Kind, i64, String)>> {
        (self.entries.len() < SHORTEST).then(|| std::mem::take(&mut self.entries))
    }

    /// Empties the run into the first id and one compressed block.
    pub(crate) fn take_block(&mut self) -> Option<(i64, Vec<u8>)> {
        let first = self.entries.first()?.1;
        let mut text = String::new();
        for (kind, _, fields) in self.entries.drain(..) {
            let _ = writeln!(text, "[{},{fields}]", kind.number());
        }
        Some((
            first,
            lz4_flex::block::compress_prepend_size(text.as_bytes()),
        ))
    }
}

/// One record out of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) kind: Kind,
    pub(crate) entity: i64,
    pub(crate) fields: String,
}

/// Decompresses a run.
pub(crate) fn entries(block: &[u8]) -> Result<Vec<Entry>, StoreError> {
    let unreadable = || odd("a run of changes can't be read");
    let size = block
        .first_chunk::<4>()
        .map(|size| u32::from_le_bytes(*size));
    if size
        .and_then(|size| usize::try_from(size).ok())
        .is_none_or(|size| size > MAX_BYTES)
    {
        return Err(unreadable());
    }
    let text = lz4_flex::block::decompress_size_prepended(block).map_err(|_| unreadable())?;
    let text = String::from_utf8(text).map_err(|_| unreadable())?;
    text.lines()
        .map(|line| entry(line).ok_or_else(unreadable))
        .collect()
}

fn entry(line: &str) -> Option<Entry> {
    #[derive(serde::Deserialize)]
    struct Identified {
        id: i64,
    }
    let (kind, fields) = line.strip_prefix('[')?.strip_suffix(']')?.split_once(',')?;
    let Identified { id } = serde_json::from_str(fields).ok()?;
    let kind = Kind::from_number(kind.parse().ok()?)?;
    Some(Entry {
        kind,
        entity: id,
        fields: fields.to_owned(),
    })
}

/// One recorded change, read from a row of its own or out of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    pub(crate) entity: i64,
    pub(crate) action: Action,
    pub(crate) fields: String,
}

/// The changes in a row of `changes`, whose columns from `first` on are `kind`, `entity`, `action`
/// and `fields`.
pub(crate) fn from_row(row: &rusqlite::Row<'_>, first: usize) -> Result<Vec<Change>, StoreError> {
    let fields = row.get_ref(first + 3)?;
    let action: i64 = row.get(first + 2)?;
    if action == RUN {
        let entries = entries(fields.as_blob().map_err(rusqlite::Error::from)?)?;
        let change = |Entry {
                          kind,
                          entity,
                          fields,
                      }| {
            let action = Action::Create;
            Change {
                kind,
                entity,
                action,
                fields,
            }
        };
        return Ok(entries.into_iter().map(change).collect());
    }
    Ok(vec![Change {
        kind: Kind::from_number(row.get(first)?).ok_or_else(|| odd("a change of no kind"))?,
        entity: row.get(first + 1)?,
        action: Action::from_number(action).ok_or_else(|| odd("an odd change"))?,
        fields: fields.as_str().map_err(rusqlite::Error::from)?.to_owned(),
    }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(count: i64) -> Run {
        let mut run = Run::default();
        for id in 1..=count {
            assert!(run.takes(id));
            run.push(Kind::Tag, id, format!(r#"{{"id":{id},"name":"a, b]\\n"}}"#));
        }
        run
    }

    #[test]
    fn a_run_reads_back_and_few_are_none() {
        let (first, block) = run(200).take_block().unwrap();
        let read = entries(&block).unwrap();
        assert_eq!((first, read.len(), read[199].entity), (1, 200, 200));
        assert_eq!(read[9].fields, r#"{"id":10,"name":"a, b]\\n"}"#);
        assert!(
            block.len() < 200 * 20,
            "it is compressed: {} bytes",
            block.len()
        );
        assert_eq!(run(3).take_few().map(|few| few.len()), Some(3));
        assert!(!run(3).takes(3), "ids must grow");
    }

    proptest! {
        #[test]
        fn damage_is_an_error_not_a_panic(at in 0usize..400, bit in 0u8..8) {
            let (_, mut block) = run(100).take_block().unwrap();
            let at = at % block.len();
            block[at] ^= 1 << bit;
            let _ = entries(&block);
        }
    }
}
