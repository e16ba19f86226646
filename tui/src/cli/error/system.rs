//! What the operating system refused: files, pipes, randomness.

use std::io;
use std::path::Path;

use super::{Failure, Kind};
use crate::i18n::{Texts, text};

/// A file could not be read: one that isn't there is `not-found`, any other trouble `failed`.
pub(crate) fn read_failure(texts: &Texts, path: &Path, error: &io::Error) -> Failure {
    path_failure(texts, path, error)
}

/// A question could not be asked, or was answered with ctrl-C.
pub(crate) fn ask_failure(texts: &Texts, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::Interrupted {
        return Failure::new(Kind::Interrupted, "");
    }
    path_failure(texts, Path::new("/dev/tty"), error)
}

/// Our output could not be written; a pipe that was closed is no trouble.
fn write_failure(texts: &Texts, error: &io::Error) -> Failure {
    if is_broken_pipe(error) {
        return Failure::new(Kind::BrokenPipe, "");
    }
    Failure::new(
        Kind::Failed,
        text!(texts, "error-output", reason = reason(error)),
    )
}

/// Also when a writer above the pipe wrapped the error in its own.
fn is_broken_pipe(error: &io::Error) -> bool {
    let inner = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<csv::Error>());
    match inner.map(csv::Error::kind) {
        Some(csv::ErrorKind::Io(cause)) => cause.kind() == io::ErrorKind::BrokenPipe,
        _ => error.kind() == io::ErrorKind::BrokenPipe,
    }
}

/// A path could not be used.
pub(super) fn path_failure(texts: &Texts, path: &Path, error: &io::Error) -> Failure {
    let shown = path.display().to_string();
    match error.kind() {
        io::ErrorKind::NotFound => {
            Failure::new(Kind::NotFound, text!(texts, "error-no-file", path = shown))
        }
        io::ErrorKind::PermissionDenied => Failure::new(
            Kind::Failed,
            text!(texts, "error-forbidden", path = shown.clone()),
        )
        .hint(text!(texts, "hint-permissions", path = shown)),
        io::ErrorKind::IsADirectory => Failure::new(
            Kind::BadInput,
            text!(texts, "error-is-directory", path = shown),
        ),
        _ => {
            let reason = reason(error);
            Failure::new(
                Kind::Failed,
                text!(texts, "error-file", path = shown, reason = reason),
            )
        }
    }
}

/// The system's own words, without Rust's number behind them.
pub(super) fn reason(error: &io::Error) -> String {
    let said = error.to_string();
    match said.split_once(" (os error") {
        Some((words, _)) => words.to_owned(),
        None => said,
    }
}

impl super::Explain for io::Error {
    /// What could not be written to our output.
    fn explain(&self, texts: &Texts) -> Failure {
        write_failure(texts, self)
    }
}
