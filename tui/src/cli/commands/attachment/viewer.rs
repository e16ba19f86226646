//! Showing a file to a person, in the program that the desktop has for it.
//!
//! Such a program needs a file. It is written only to a folder in memory that is the person's alone
//! (`$XDG_RUNTIME_DIR`), and taken away when the person says that the program has been closed; where
//! there is no such folder nothing is written, and the hint names the export.

use std::fs;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;

use ops::session::private;

use crate::cli::browser;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _, read_failure};
use crate::cli::session::Session;
use crate::i18n::text;

/// Shows a content, and waits until the person has seen it.
pub(super) fn show(session: &Session, name: &str, content: &[u8]) -> Result<(), Failure> {
    let texts = &session.texts;
    let refused = || {
        Failure::new(Kind::Usage, texts.get("error-no-viewer")).hint(texts.get("hint-no-viewer"))
    };
    if !std::io::stdin().is_terminal() {
        return Err(refused());
    }
    let memory = directories::BaseDirs::new()
        .and_then(|places| places.runtime_dir().map(PathBuf::from))
        .filter(|folder| folder.is_dir())
        .ok_or_else(refused)?;
    let folder = memory.join(format!("lukalibre-{}", std::process::id()));
    private::create_private_dir(&folder).or_explain(texts)?;
    let shown = Shown(folder);
    let path = shown.0.join(name);
    let mut file = private::open_private_new(&path).map_err(|error| error.explain(texts))?;
    file.write_all(content)
        .map_err(|error| read_failure(texts, &path, &error))?;
    drop(file);
    browser::open(&path.to_string_lossy());
    session.say(&text!(texts, "ask-viewed", name = name));
    let mut line = String::new();
    // However the line ends, the file goes.
    let _ = std::io::stdin().read_line(&mut line);
    Ok(())
}

/// A folder that goes with its content.
struct Shown(PathBuf);

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
