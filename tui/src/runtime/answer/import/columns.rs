//! The columns of a table: asked for, taken as a profile, and kept as one under a name. Nothing is
//! written here.

use std::path::Path;

use ops::Book;
use ops::import::{ImportedFile, Profile, ProfileChoice, table_head};

use crate::cli::bank_file::read_bank_file;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::profiles::Profiles;
use crate::i18n::Texts;
use crate::screens::import::{Columns, Found, NewProfile, Question};

/// The columns of a table, for a person to say what they are.
pub(super) fn find(book: &Book, path: &Path, texts: &Texts) -> Result<Found, Failure> {
    let file = read_bank_file(path, texts)?;
    match table_head(&file.bytes, book.today()) {
        Some(table) => Ok(Found::Question(path.to_owned(), Question::Columns(table))),
        None => Err(Failure::new(Kind::BadInput, texts.get("error-no-table"))),
    }
}

/// What a person said of the columns, as a profile without a name of its own.
pub(super) fn said(columns: &Columns, texts: &Texts) -> Result<ProfileChoice, Failure> {
    let mut profile = Profile {
        name: texts.get("word-columns-said"),
        delimiter: Some(columns.delimiter),
        ..Profile::default()
    };
    for (role, column) in &columns.chosen {
        let names = profile.columns.entry(*role).or_default();
        names.push(column.clone());
    }
    let toml = profile.to_toml().or_explain(texts)?;
    let name = profile.name;
    Ok(ProfileChoice { name, toml })
}

/// How a file was read, to be saved; nothing when it says so itself.
pub(super) fn new_profile(
    name: &str,
    imported: &ImportedFile,
    profiles: &Profiles,
    texts: &Texts,
) -> Result<Option<NewProfile>, Failure> {
    let layout = &imported.statement.layout;
    if layout.columns.is_empty() {
        return Ok(None);
    }
    let toml = layout.to_profile(name).to_toml().or_explain(texts)?;
    Ok(Some(NewProfile {
        name: name.to_owned(),
        path: profiles.path_of(name, texts)?,
        toml,
    }))
}
