//! What a shim wrote down, and the states of the disk that a power loss may leave.
//!
//! Of a file that is there what was synced, by a sync that did not fail; of writes after its last sync any, in any order, one in
//! four of them torn at the end of a sector. Of a directory the entries of its last sync or of any moment since.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::os::unix::fs::{DirBuilderExt as _, FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

/// What a disk writes whole or not at all, in bytes.
const SECTOR: usize = 512;

/// What survives of what was not synced.
#[derive(Clone, Debug)]
pub(crate) enum Survives {
    Nothing,
    All,
    Dice(fastrand::Rng),
}

#[derive(Clone, Debug)]
struct Entry {
    id: String,
    is_directory: bool,
}

#[derive(Debug)]
enum Act {
    Write {
        at: u64,
        bytes: Vec<u8>,
    },
    Cut {
        length: u64,
    },
    Sync,
    /// A sync that failed: the system forgets what it was to write, and a later one proves nothing.
    Failed,
}

#[derive(Debug)]
struct Event {
    id: String,
    path: PathBuf,
    act: Act,
    /// Everything that is there after it.
    there: BTreeMap<PathBuf, Entry>,
}

/// A journal over what was on the disk before.
#[derive(Debug)]
pub(crate) struct Journal {
    events: Vec<Event>,
    /// What each file held at the beginning, by id.
    before: HashMap<String, Vec<u8>>,
    /// What was there at the beginning.
    listed: BTreeMap<PathBuf, Entry>,
}

impl Journal {
    /// Looks at the disk before anything is written down; all of it counts as synced.
    pub(crate) fn begin(disk: &Path) -> Self {
        let mut journal = Self {
            events: Vec::new(),
            before: HashMap::new(),
            listed: BTreeMap::new(),
        };
        journal.take(disk, Path::new(""));
        journal
    }

    fn take(&mut self, disk: &Path, inside: &Path) {
        for entry in fs::read_dir(disk.join(inside)).unwrap() {
            let entry = entry.unwrap();
            let path = inside.join(entry.file_name());
            let metadata = entry.metadata().unwrap();
            let born = metadata.created().unwrap();
            let born = born.duration_since(std::time::UNIX_EPOCH).unwrap();
            let id = format!(
                "{}.{}.{}",
                metadata.ino(),
                born.as_secs(),
                born.subsec_nanos()
            );
            let is_directory = metadata.is_dir();
            if !is_directory {
                self.before
                    .insert(id.clone(), fs::read(entry.path()).unwrap());
            }
            self.listed.insert(path.clone(), Entry { id, is_directory });
            if is_directory {
                self.take(disk, &path);
            }
        }
    }

    /// Reads what was written down since.
    pub(crate) fn read(&mut self, log: &Path) {
        let bytes = fs::read(log).unwrap();
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            let line = next_line(&mut rest);
            let mut words = line.splitn(5, ' ');
            let mut word = || words.next().unwrap().to_owned();
            let (what, id) = (word(), word());
            let (at, length): (u64, usize) = (word().parse().unwrap(), word().parse().unwrap());
            let path = PathBuf::from(word());
            let (data, after) = rest.split_at(length);
            rest = after;
            let act = match what.as_str() {
                "W" => Act::Write {
                    at,
                    bytes: data.to_vec(),
                },
                "T" => Act::Cut { length: at },
                "S" => Act::Sync,
                _ => Act::Failed,
            };
            let mut there = BTreeMap::new();
            loop {
                let line = next_line(&mut rest);
                let mut words = line.splitn(3, ' ');
                let (Some(kind), Some(id), Some(path)) = (words.next(), words.next(), words.next())
                else {
                    break;
                };
                let (id, is_directory) = (id.to_owned(), kind == "d");
                there.insert(PathBuf::from(path), Entry { id, is_directory });
            }
            self.events.push(Event {
                id,
                path,
                act,
                there,
            });
        }
    }

    /// How many writes there were, or syncs.
    pub(crate) fn count(&self, class: char) -> u32 {
        let of_class = |event: &&Event| matches!(event.act, Act::Sync) == (class == 's');
        u32::try_from(self.events.iter().filter(of_class).count()).unwrap()
    }

    /// How many moments there are.
    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    /// What was reported within the first so many moments.
    pub(crate) fn marks(&self, moments: usize) -> Vec<String> {
        let events = self.events[..moments].iter();
        let marks = events.filter(|event| event.path == Path::new(super::roles::MARKS));
        let texts = marks.filter_map(|event| match &event.act {
            Act::Write { bytes, .. } => Some(String::from_utf8_lossy(bytes).trim_end().to_owned()),
            _ => None,
        });
        // The line and its end may be two writes.
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// Makes the disk as the power loss after so many moments leaves it.
    pub(crate) fn leave(&self, moments: usize, survives: &mut Survives, disk: &Path) {
        let events = &self.events[..moments];
        self.leave_directory(events, survives, disk, Path::new(""));
    }

    fn leave_directory(
        &self,
        events: &[Event],
        survives: &mut Survives,
        disk: &Path,
        inside: &Path,
    ) {
        fs::DirBuilder::new()
            .mode(0o700)
            .create(disk.join(inside))
            .unwrap();
        let is_sync = |event: &Event| matches!(event.act, Act::Sync) && event.path == inside;
        let synced = events.iter().rposition(is_sync).map_or(0, |at| at + 1);
        let moment = match survives {
            Survives::Nothing => synced,
            Survives::All => events.len(),
            Survives::Dice(dice) => dice.usize(synced..=events.len()),
        };
        let there = match moment.checked_sub(1) {
            Some(at) => &events[at].there,
            None => &self.listed,
        };
        for (path, entry) in there
            .iter()
            .filter(|(path, _)| path.parent() == Some(inside))
        {
            if entry.is_directory {
                self.leave_directory(events, survives, disk, path);
            // The shared memory of SQLite is no part of what is on the disk.
            } else if !path.to_string_lossy().ends_with("-shm") {
                let content = self.content(events, survives, &entry.id);
                let mut options = fs::OpenOptions::new();
                let file = options
                    .write(true)
                    .create_new(true)
                    .mode(0o600)
                    .open(disk.join(path));
                file.unwrap().write_all_at(&content, 0).unwrap();
            }
        }
    }

    fn content(&self, events: &[Event], survives: &mut Survives, id: &str) -> Vec<u8> {
        let mut content = self.before.get(id).cloned().unwrap_or_default();
        let of_it: Vec<_> = events.iter().filter(|event| event.id == id).collect();
        let synced = of_it
            .iter()
            .rposition(|event| matches!(event.act, Act::Sync));
        let synced = synced.unwrap_or(0);
        for (index, event) in of_it.iter().enumerate() {
            let ends = |event: &&&Event| matches!(event.act, Act::Sync | Act::Failed);
            let end = of_it[index..].iter().find(ends).map(|event| &event.act);
            let kept = matches!(end, Some(Act::Sync))
                || match survives {
                    Survives::Nothing => false,
                    Survives::All => true,
                    Survives::Dice(dice) => dice.bool(),
                };
            match &event.act {
                _ if !kept => {}
                Act::Write { at, bytes } => {
                    let at = usize::try_from(*at).unwrap();
                    let mut torn = bytes.len();
                    if index >= synced
                        && let Survives::Dice(dice) = survives
                        && dice.u8(..4) == 0
                    {
                        let end = (at + dice.usize(..=torn)) / SECTOR * SECTOR;
                        torn = end.saturating_sub(at);
                    }
                    content.resize(content.len().max(at + torn), 0);
                    content[at..at + torn].copy_from_slice(&bytes[..torn]);
                }
                Act::Cut { length } => content.resize(usize::try_from(*length).unwrap(), 0),
                Act::Sync | Act::Failed => {}
            }
        }
        content
    }
}

fn next_line<'a>(rest: &mut &'a [u8]) -> &'a str {
    let end = rest.iter().position(|&byte| byte == b'\n').unwrap();
    let (line, after) = rest.split_at(end);
    *rest = &after[1..];
    std::str::from_utf8(line).unwrap()
}
