//! Folders and the first lines of files. Nothing large is read.

use std::fs::{self, DirEntry, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};

use super::super::super::ground::Ground;
use crate::cli::error::{Failure, read_failure};
use crate::i18n::Texts;
use crate::screens::import::{FileEntry, FileKind, Folder};

/// So many things of a folder are listed.
const MOST: usize = 5_000;
/// So many bytes of a file are looked at for its first lines.
const HEAD: u64 = 8 << 10;
/// So many lines are shown.
const LINES: usize = 60;
/// What files of banks and other programs are called.
const PLAUSIBLE: [&str; 12] = [
    "csv",
    "tsv",
    "txt",
    "ofx",
    "qfx",
    "qif",
    "qbo",
    "dat",
    "journal",
    "hledger",
    "ledger",
    "beancount",
];

/// What is in a folder; of a file, what is in its own folder.
pub(super) fn folder(
    wanted: Option<&Path>,
    ground: &Ground,
    texts: &Texts,
) -> Result<Folder, Failure> {
    let wanted = wanted.map_or_else(|| ground.here.clone(), at_home);
    let told = |error: io::Error| read_failure(texts, &wanted, &error);
    let path = fs::canonicalize(&wanted).map_err(told)?;
    let (path, file) = if path.is_dir() {
        (path, None)
    } else {
        let folder = path.parent().unwrap_or(Path::new("/")).to_owned();
        (folder, path.file_name().map(ToOwned::to_owned))
    };
    let mut entries = Vec::new();
    let mut more = 0;
    for entry in fs::read_dir(&path).map_err(told)? {
        let Some(entry) = entry.ok().filter(|entry| !is_hidden(entry)) else {
            continue;
        };
        if entries.len() < MOST {
            entries.extend(described(&entry));
        } else {
            more += 1;
        }
    }
    entries.sort_by(|one: &FileEntry, other| {
        // The newest of the files that may be from a bank is likely the one that is wanted.
        let newest = match one.kind {
            FileKind::Plausible => other.modified.cmp(&one.modified),
            _ => std::cmp::Ordering::Equal,
        };
        let names = || one.name.to_lowercase().cmp(&other.name.to_lowercase());
        let kinds = one.kind.cmp(&other.kind);
        kinds.then(newest).then_with(names)
    });
    Ok(Folder {
        path,
        entries,
        more,
        chosen: file.map(|file| file.to_string_lossy().into_owned()),
    })
}

/// `~/` is the home directory, as in a shell.
fn at_home(path: &Path) -> PathBuf {
    let home = directories::BaseDirs::new().map(|base| base.home_dir().to_owned());
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn described(entry: &DirEntry) -> Option<FileEntry> {
    let name = entry.file_name().into_string().ok()?;
    let about = fs::metadata(entry.path()).ok()?;
    let ending = Path::new(&name).extension();
    let ending = ending.map(|ending| ending.to_string_lossy().to_lowercase());
    let kind = if about.is_dir() {
        FileKind::Folder
    } else if !about.is_file() {
        return None;
    } else if ending.is_some_and(|ending| PLAUSIBLE.contains(&ending.as_str())) {
        FileKind::Plausible
    } else {
        FileKind::Other
    };
    let modified = about.modified().ok();
    Some(FileEntry {
        name,
        kind,
        size: about.len(),
        modified: modified.map(|at| DateTime::<Local>::from(at).date_naive()),
    })
}

/// The first lines of a file as far as they are text.
pub(super) fn head(path: &Path, texts: &Texts) -> Result<Vec<String>, Failure> {
    let told = |error: io::Error| read_failure(texts, path, &error);
    let file = File::open(path).map_err(told)?;
    let mut bytes = Vec::new();
    file.take(HEAD).read_to_end(&mut bytes).map_err(told)?;
    if bytes.contains(&0) {
        return Ok(vec![texts.get("say-no-text")]);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        // Older files of banks: each byte is a letter of Latin-1.
        Err(error) => error.into_bytes().into_iter().map(char::from).collect(),
    };
    let printed = |line: &str| {
        let line = line.replace('\t', "  ");
        line.chars().filter(|letter| !letter.is_control()).collect()
    };
    Ok(text.lines().take(LINES).map(printed).collect())
}
