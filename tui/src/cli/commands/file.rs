//! Files that commands write: private, whole, or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use ops::session::private::{self, PrivateError};

use crate::cli::error::{Explain as _, Failure, Kind, read_failure};
use crate::cli::session::shown;
use crate::i18n::{Texts, text};

/// Writes a file under another name beside it and puts it in place; an older one is replaced.
pub(in crate::cli) fn replace<T>(
    path: &Path,
    texts: &Texts,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (written, temporary) = write_beside(path, texts, write)?;
    fs::rename(&temporary, path).map_err(|error| {
        let _ = fs::remove_file(&temporary);
        read_failure(texts, path, &error)
    })?;
    Ok(written)
}

/// The same, but a file that is there already stays, and is a conflict.
pub(super) fn create<T>(
    path: &Path,
    texts: &Texts,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    if path.symlink_metadata().is_ok() {
        return Err(exists(path, texts));
    }
    let (written, temporary) = write_beside(path, texts, write)?;
    // A link, unlike a rename, never replaces what came in between.
    let placed = fs::hard_link(&temporary, path);
    let _ = fs::remove_file(&temporary);
    match placed {
        Ok(()) => Ok(written),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists(path, texts)),
        Err(error) => Err(read_failure(texts, path, &error)),
    }
}

fn exists(path: &Path, texts: &Texts) -> Failure {
    let message = text!(texts, "error-file-exists", path = shown(path));
    Failure::new(Kind::Conflict, message).hint(texts.get("hint-file-exists"))
}

/// Writes all of it to a private file in the same directory; on any trouble nothing is left.
fn write_beside<T>(
    path: &Path,
    texts: &Texts,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, Failure>,
) -> Result<(T, PathBuf), Failure> {
    let temporary = beside(path);
    let file = private::open_private_new(&temporary).map_err(|error| match error {
        // The trouble is with the folder, not with a name that nobody gave.
        PrivateError::Io { source, .. } => {
            let folder = path.parent().filter(|folder| *folder != Path::new(""));
            read_failure(texts, folder.unwrap_or(Path::new(".")), &source)
        }
        error => error.explain(texts),
    })?;
    let mut to = BufWriter::with_capacity(64 * 1024, file);
    let outcome = write(&mut to).and_then(|written| {
        to.flush()
            .and_then(|()| to.get_ref().sync_all())
            .map_err(|error| read_failure(texts, path, &error))?;
        Ok(written)
    });
    match outcome {
        Ok(written) => Ok((written, temporary)),
        Err(failure) => {
            let _ = fs::remove_file(&temporary);
            Err(failure)
        }
    }
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", std::process::id()))
}
