//! A folder at Google Drive: the client file, the permission, the folder.
//!
//! The permission is asked for in a browser on this machine, by an address that the person opens
//! (`--no-browser`), or by a code for another device (`--device`). What comes of it lies in the
//! remote's own directory, 0600.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use backup::DriveDefinition;
use drive::authorize::{Asking, Pages};
use drive::{Client, Drive};
use zeroize::Zeroizing;

use crate::cli::args::remote::Gdrive;
use crate::cli::browser;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _, read_failure};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::remotes;

/// How long a person may take in the browser.
const LIMIT: Duration = Duration::from_mins(10);

/// What was typed, checked.
pub(super) fn definition(session: &Session, args: &Gdrive) -> Result<DriveDefinition, Failure> {
    let definition = DriveDefinition {
        folder: args.folder.clone(),
        api_url: args.api_url.clone(),
        auth_url: args.auth_url.clone(),
        token_url: args.token_url.clone(),
        device_url: args.device_url.clone(),
    };
    let settings = remotes::settings(&definition);
    settings.check().or_explain(&session.texts)?;
    Ok(definition)
}

/// Asks for the permission and makes the folder.
pub(super) fn set_up(
    session: &Session,
    args: &Gdrive,
    definition: &DriveDefinition,
    directory: &Path,
) -> Result<Drive, Failure> {
    let texts = &session.texts;
    let client = client(session, args, directory)?;
    client.keep(directory).or_explain(texts)?;
    let settings = remotes::settings(definition);
    ask(session, args, Asking::new(&settings, &client, directory))?;
    let mut drive = remotes::open_drive(definition, directory.to_path_buf()).or_explain(texts)?;
    drive.create().or_explain(texts)?;
    Ok(drive)
}

/// The client: from the file, else the one that the remote has already.
fn client(session: &Session, args: &Gdrive, directory: &Path) -> Result<Client, Failure> {
    let texts = &session.texts;
    let Some(path) = &args.client_secret else {
        return Client::kept(directory).map_err(|_| {
            Failure::new(Kind::Usage, texts.get("error-drive-no-client"))
                .hint(texts.get("hint-drive-client"))
        });
    };
    let text = fs::read_to_string(path).map_err(|error| read_failure(texts, path, &error))?;
    Client::from_json(&Zeroizing::new(text)).or_explain(texts)
}

fn ask(session: &Session, args: &Gdrive, asking: Asking<'_>) -> Result<(), Failure> {
    let texts = &session.texts;
    if args.device {
        let granted = asking.on_a_device(&mut |code| {
            let (url, typed) = (code.verification_url.as_str(), code.user_code.as_str());
            Session::announce(&text!(texts, "say-drive-code", url = url, code = typed));
        });
        return granted.or_explain(texts);
    }
    let pages = Pages {
        granted: texts.get("say-drive-granted"),
        refused: texts.get("say-drive-refused"),
        unknown: texts.get("say-drive-unknown"),
    };
    let mut unsaid = Ok(());
    let granted = asking.in_browser(&pages, LIMIT, &mut |address| {
        if args.no_browser {
            // Alone on its line, so that a script can take it.
            unsaid = session.lines([address]);
        } else {
            Session::announce(&text!(texts, "say-drive-browser", url = address));
            browser::open(address);
        }
    });
    granted.map_err(|error| error.explain(texts)).and(unsaid)
}

/// The directory of a remote that is being set up; nothing stays of one that came to nothing.
pub(super) struct Half {
    directory: PathBuf,
    remove: bool,
}

impl Half {
    /// Begins one; what a known remote has stays in any case.
    pub(super) fn begin(directory: PathBuf, known: bool) -> Self {
        let remove = !known && !directory.exists();
        Self { directory, remove }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.directory
    }

    /// It was written down.
    pub(super) fn is_whole(&mut self) {
        self.remove = false;
    }
}

impl Drop for Half {
    fn drop(&mut self) {
        if self.remove {
            // What can't be removed is no remote without its definition.
            let _ = fs::remove_dir_all(&self.directory);
        }
    }
}
