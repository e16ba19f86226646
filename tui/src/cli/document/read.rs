//! `luka read-document`, hidden: a PDF on stdin, its words on stdout. It limits itself first.

use std::io::{self, Read as _, Write as _};

use ops::import::{MAX_BYTES, ReadError, text_of_pdf};
use rustix::process::{Resource, Rlimit, setrlimit};

use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output;
use crate::i18n::Texts;

/// The most memory, in bytes, and the most time of the processor, in seconds.
const MEMORY: u64 = 2 << 30;
const SECONDS: u64 = 20;

/// What it says instead of words.
pub(super) const ENCRYPTED: &str = "encrypted";
pub(super) const NO_TEXT: &str = "no-text";
pub(super) const DAMAGED: &str = "damaged";

/// Reads and writes.
pub(crate) fn read_document(texts: &Texts) -> Result<(), Failure> {
    limit(Resource::As, MEMORY);
    limit(Resource::Cpu, SECONDS);
    // What is in memory is a statement: it is not left on the disk when this process ends badly.
    limit(Resource::Core, 0);
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64;
    let stdin = io::stdin().lock().take(most).read_to_end(&mut bytes);
    stdin.or_explain(texts)?;
    let answer = match text_of_pdf(&bytes) {
        Ok(words) => words.to_bytes(),
        Err(ReadError::EncryptedDocument) => ENCRYPTED.into(),
        Err(ReadError::NoText) => NO_TEXT.into(),
        Err(_) => DAMAGED.into(),
    };
    let mut to = output::stdout();
    let written = to.write_all(b"\n").and_then(|()| to.write_all(&answer));
    written.and_then(|()| to.flush()).or_explain(texts)
}

/// Where a system has no such limit, the one who waits for this process has.
fn limit(resource: Resource, most: u64) {
    let most = Some(most);
    let _ = setrlimit(
        resource,
        Rlimit {
            current: most,
            maximum: most,
        },
    );
}
