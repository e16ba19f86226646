//! The name of this machine: random, made on first use, kept beside the ledger.

use std::fs::{self, DirBuilder};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use ops::session::DeviceId;
use ops::session::private;

use crate::cli::error::{Failure, Kind, OrExplain as _, read_failure};
use crate::i18n::{Texts, text};

/// Reads the device id, or makes one.
pub(crate) fn device_id(path: &Path, texts: &Texts) -> Result<DeviceId, Failure> {
    if !path.exists() {
        make(path, texts)?;
    }
    let mut content = String::new();
    private::open_private(path)
        .or_explain(texts)?
        .take(1024)
        .read_to_string(&mut content)
        .map_err(|error| read_failure(texts, path, &error))?;
    content.trim().parse().map_err(|_| {
        let path = path.display().to_string();
        Failure::new(
            Kind::Integrity,
            text!(texts, "error-device", path = path.clone()),
        )
        .hint(text!(texts, "hint-remove", path = path))
    })
}

/// Writes the file whole under another name first: two first commands at once agree on one id.
fn make(path: &Path, texts: &Texts) -> Result<(), Failure> {
    let told = |error: &io::Error| read_failure(texts, path, error);
    let mut random = [0; 16]; // 32 digits
    getrandom::fill(&mut random)
        .map_err(|_| Failure::new(Kind::Failed, texts.get("error-no-randomness")))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|e| told(&e))?;
    let temporary = path.with_extension(std::process::id().to_string());
    let mut file = private::open_private_new(&temporary).or_explain(texts)?;
    let placed = writeln!(file, "{:032x}", u128::from_be_bytes(random))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(&temporary, path));
    let _ = fs::remove_file(&temporary);
    match placed {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(told(&error)),
        _ => Ok(()),
    }
}
