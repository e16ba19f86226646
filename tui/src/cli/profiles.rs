//! Profiles: small TOML files in the configuration's `profiles` directory, one for each bank.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use domain::NaiveDate;
use ops::import::{BankFile, Profile, ProfileChoice, fingerprint};

use crate::cli::commands::file;
use crate::cli::error::{Failure, Kind, OrExplain as _, did_you_mean, read_failure};
use crate::cli::session::shown;
use crate::i18n::{Texts, text};

/// The longest profile that is read, in bytes.
const LONGEST: u64 = 64 << 10;

/// The folder of the profiles.
pub(crate) struct Profiles {
    folder: PathBuf,
}

impl Profiles {
    /// Those beside a configuration file.
    pub(crate) fn beside(config: &Path) -> Self {
        let folder = config.parent().unwrap_or(Path::new("."));
        Self {
            folder: folder.join("profiles"),
        }
    }

    /// The names of the saved profiles, in their order.
    pub(crate) fn saved(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(&self.folder) else {
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

    /// The profile with a name.
    pub(crate) fn named(&self, name: &str, texts: &Texts) -> Result<ProfileChoice, Failure> {
        let path = self.path_of(name, texts)?;
        if !path.exists() {
            return Err(self.unknown(name, texts));
        }
        Ok(ProfileChoice {
            name: name.to_owned(),
            toml: read(&path, texts)?,
        })
    }

    /// The saved profile that all files fit.
    pub(crate) fn that_fits(
        &self,
        files: &[BankFile],
        today: NaiveDate,
        texts: &Texts,
    ) -> Option<ProfileChoice> {
        let saved = self.saved();
        if saved.is_empty() || files.is_empty() {
            return None;
        }
        let heads: Vec<Option<String>> = files
            .iter()
            .map(|file| fingerprint(&file.bytes, today))
            .collect();
        let fits = |profile: &Profile| {
            heads
                .iter()
                .all(|head| head.as_deref().is_some_and(|head| profile.fits(head)))
        };
        saved.into_iter().find_map(|name| {
            let toml = read(&self.path_of(&name, texts).ok()?, texts).ok()?;
            let profile = Profile::from_toml(&toml).ok()?;
            fits(&profile).then_some(ProfileChoice { name, toml })
        })
    }

    /// Where the profile with this name is, or would be.
    pub(crate) fn path_of(&self, name: &str, texts: &Texts) -> Result<PathBuf, Failure> {
        let plain = !name.trim().is_empty()
            && !name.starts_with('.')
            && !name.contains(|c: char| c == '/' || c == '\\' || c.is_control())
            && name.len() <= 100;
        if !plain {
            let message = text!(texts, "error-profile-name", name = name.to_owned());
            return Err(Failure::new(Kind::BadInput, message).hint(texts.get("hint-profile-name")));
        }
        Ok(self.folder.join(format!("{name}.toml")))
    }

    /// Writes a profile where [`Self::path_of`] says.
    pub(crate) fn write(path: &Path, toml: &str, texts: &Texts) -> Result<(), Failure> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| read_failure(texts, folder, &error))?;
        }
        file::replace(path, texts, |to| {
            io::Write::write_all(to, toml.as_bytes()).or_explain(texts)
        })
    }

    /// Removes a profile.
    pub(crate) fn remove(&self, name: &str, texts: &Texts) -> Result<(), Failure> {
        let path = self.path_of(name, texts)?;
        match fs::remove_file(&path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(self.unknown(name, texts)),
            Err(error) => Err(read_failure(texts, &path, &error)),
        }
    }

    fn unknown(&self, name: &str, texts: &Texts) -> Failure {
        let saved = self.saved();
        let near = domain::text::suggest(name, saved.iter().map(String::as_str));
        let message = text!(texts, "error-no-profile", name = name.to_owned());
        let hint = did_you_mean(texts, &near)
            .unwrap_or_else(|| text!(texts, "hint-no-profile", folder = shown(&self.folder)));
        Failure::new(Kind::NotFound, message).hint(hint)
    }
}

fn read(path: &Path, texts: &Texts) -> Result<String, Failure> {
    let told = |error: io::Error| read_failure(texts, path, &error);
    let mut text = String::new();
    let file = fs::File::open(path).map_err(told)?;
    file.take(LONGEST).read_to_string(&mut text).map_err(told)?;
    Ok(text)
}
