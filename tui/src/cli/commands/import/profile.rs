//! Choosing a profile for files, and saving how one was read.

use ops::import::{BankFile, ImportedFile, ProfileChoice};

use crate::cli::ask;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::profiles::Profiles;
use crate::cli::session::{Session, shown};
use crate::i18n::text;

/// The profile that was named; without one, the saved one that all files fit.
pub(super) fn choose(
    session: &Session,
    named: Option<&str>,
    files: &[BankFile],
) -> Result<Option<ProfileChoice>, Failure> {
    let texts = &session.texts;
    if let Some(name) = named {
        return profiles(session).named(name, texts).map(Some);
    }
    let found = profiles(session).that_fits(files, session.clock().today, texts);
    if let Some(choice) = &found {
        let name = choice.name.clone();
        told(session, &text!(texts, "say-profile-used", name = name))?;
    }
    Ok(found)
}

/// Refuses what could not be saved later, before anything is imported.
pub(super) fn may_save(session: &Session, name: &str, files: usize) -> Result<(), Failure> {
    let texts = &session.texts;
    let path = profiles(session).path_of(name, texts)?;
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
    let path = profiles(session).path_of(name, texts)?;
    Profiles::write(&path, &toml, texts)?;
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

fn profiles(session: &Session) -> Profiles {
    Profiles::beside(session.config.path())
}
