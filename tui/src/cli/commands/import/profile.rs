//! Profiles: small TOML files in the configuration's `profiles` directory, one for each bank.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ops::import::{BankFile, ImportedFile, Profile, ProfileChoice, fingerprint};

use crate::cli::ask;
use crate::cli::commands::file;
use crate::cli::error::{Failure, Kind, OrExplain as _, read_failure};
use crate::cli::session::{Session, shown};
use crate::i18n::{Texts, text};

/// The longest profile that is read, in bytes.
const LONGEST: u64 = 64 << 10;

/// The profile that was named; without one, the saved one that all files fit.
pub(super) fn choose(
    session: &Session,
    named: Option<&str>,
    files: &[BankFile],
) -> Result<Option<ProfileChoice>, Failure> {
    let texts = &session.texts;
    if let Some(name) = named {
        let path = path_of(session, name)?;
        if !path.exists() {
            return Err(unknown(session, name));
        }
        let toml = read(&path, texts)?;
        return Ok(Some(ProfileChoice {
            name: name.to_owned(),
            toml,
        }));
    }
    let saved = saved(session);
    if saved.is_empty() || files.is_empty() {
        return Ok(None);
    }
    let today = session.clock().today;
    let heads: Vec<Option<String>> = files
        .iter()
        .map(|file| fingerprint(&file.bytes, today))
        .collect();
    let fits = |profile: &Profile| {
        heads
            .iter()
            .all(|head| head.as_deref().is_some_and(|head| profile.fits(head)))
    };
    for name in saved {
        let Ok(toml) = read(&path_of(session, &name)?, texts) else {
            continue;
        };
        if Profile::from_toml(&toml).is_ok_and(|profile| fits(&profile)) {
            told(
                session,
                &text!(texts, "say-profile-used", name = name.clone()),
            )?;
            return Ok(Some(ProfileChoice { name, toml }));
        }
    }
    Ok(None)
}

/// Refuses what could not be saved later, before anything is imported.
pub(super) fn may_save(session: &Session, name: &str, files: usize) -> Result<(), Failure> {
    let texts = &session.texts;
    let path = path_of(session, name)?;
    if files != 1 {
        return Err(Failure::new(
            Kind::Usage,
            texts.get("error-profile-one-file"),
        ));
    }
    if !path.exists() || session.globals.yes {
        return Ok(());
    }
    let refused = text!(texts, "error-profile-exists", name = name.to_owned());
    let refused = Failure::new(Kind::Conflict, refused).hint(texts.get("hint-profile-exists"));
    if !ask::can_ask() {
        return Err(refused);
    }
    let question = text!(texts, "ask-replace-profile", name = name.to_owned());
    if session.confirm(&question)? {
        Ok(())
    } else {
        Err(refused)
    }
}

/// Writes down how a file was read.
pub(super) fn save(session: &Session, name: &str, files: &[ImportedFile]) -> Result<(), Failure> {
    let texts = &session.texts;
    let layout = files.first().map(|file| &file.statement.layout);
    let Some(layout) = layout.filter(|layout| !layout.columns.is_empty()) else {
        return told(session, &texts.get("say-profile-needless"));
    };
    let toml = layout.to_profile(name).to_toml().or_explain(texts)?;
    let path = path_of(session, name)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| read_failure(texts, folder, &error))?;
    }
    file::replace(&path, texts, |to| {
        io::Write::write_all(to, toml.as_bytes()).or_explain(texts)
    })?;
    let (name, path) = (name.to_owned(), shown(&path));
    told(
        session,
        &text!(texts, "say-profile-saved", name = name, path = path),
    )
}

/// Tells people; for scripts the document has it.
fn told(session: &Session, sentence: &str) -> Result<(), Failure> {
    if !session.format()?.is_json() {
        session.say(sentence);
    }
    Ok(())
}

fn folder(session: &Session) -> PathBuf {
    let config = session.config.path().parent();
    config.unwrap_or(Path::new(".")).join("profiles")
}

/// Where the profile with this name is, or would be.
fn path_of(session: &Session, name: &str) -> Result<PathBuf, Failure> {
    let texts = &session.texts;
    let plain = !name.trim().is_empty()
        && !name.starts_with('.')
        && !name.contains(|c: char| c == '/' || c == '\\' || c.is_control())
        && name.len() <= 100;
    if !plain {
        let message = text!(texts, "error-profile-name", name = name.to_owned());
        return Err(Failure::new(Kind::BadInput, message).hint(texts.get("hint-profile-name")));
    }
    Ok(folder(session).join(format!("{name}.toml")))
}

/// The names of the saved profiles, in their order.
fn saved(session: &Session) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder(session)) else {
        return Vec::new();
    };
    let name = |entry: io::Result<fs::DirEntry>| {
        let name = entry.ok()?.file_name().into_string().ok()?;
        let name = name.strip_suffix(".toml")?;
        (!name.starts_with('.')).then(|| name.to_owned())
    };
    let mut names: Vec<String> = entries.filter_map(name).collect();
    names.sort();
    names
}

fn read(path: &Path, texts: &Texts) -> Result<String, Failure> {
    use io::Read as _;
    let told = |error: io::Error| read_failure(texts, path, &error);
    let mut text = String::new();
    let file = fs::File::open(path).map_err(told)?;
    file.take(LONGEST).read_to_string(&mut text).map_err(told)?;
    Ok(text)
}

fn unknown(session: &Session, name: &str) -> Failure {
    let texts = &session.texts;
    let saved = saved(session);
    let near = domain::text::suggest(name, saved.iter().map(String::as_str));
    let message = text!(texts, "error-no-profile", name = name.to_owned());
    let hint = crate::cli::error::did_you_mean(texts, &near)
        .unwrap_or_else(|| text!(texts, "hint-no-profile", folder = shown(&folder(session))));
    Failure::new(Kind::NotFound, message).hint(hint)
}
