//! Files that others could reach: nothing was read yet, and the hint repairs it.
//!
//! A loose mode is `failed` (1): nothing is known to be damaged, and no secret was wrong; the way
//! to the ledger just can't be trusted until its owner has looked.

use ops::session::private::{Entry, PrivateError};

use super::system::path_failure;
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for PrivateError {
    fn explain(&self, texts: &Texts) -> Failure {
        let shown = |path: &std::path::Path| path.display().to_string();
        match self {
            Self::Symlink { path } => {
                let message = text!(texts, "error-symlink", path = shown(path));
                Failure::new(Kind::Failed, message).hint(texts.get("hint-symlink"))
            }
            Self::NotA { path, wanted } => {
                let id = match wanted {
                    Entry::File => "error-not-a-file",
                    Entry::Directory => "error-not-a-directory",
                    Entry::Socket => "error-not-a-socket",
                };
                let message = text!(texts, id, path = shown(path));
                let hint = text!(texts, "hint-remove", path = shown(path));
                Failure::new(Kind::Failed, message).hint(hint)
            }
            Self::ForeignOwner { path, owner } => {
                let message = text!(
                    texts,
                    "error-foreign-owner",
                    path = shown(path),
                    owner = owner.to_string()
                );
                let hint = text!(texts, "hint-chown", path = quoted(path));
                Failure::new(Kind::Failed, message).hint(hint)
            }
            Self::LooseMode { path, mode, wanted } => {
                let mode = format!("{mode:04o}");
                let message = text!(texts, "error-loose-mode", path = shown(path), mode = mode);
                let wanted = format!("{wanted:o}");
                let hint = text!(texts, "hint-chmod", mode = wanted, path = quoted(path));
                Failure::new(Kind::Failed, message).hint(hint)
            }
            Self::Io { path, source } => path_failure(texts, path, source),
        }
    }
}

/// The path as a shell takes it.
fn quoted(path: &std::path::Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-+,@".contains(c);
    if text.chars().all(plain) {
        text
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
