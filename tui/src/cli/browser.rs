//! The person's browser.

use std::process::{Command, Stdio};

/// Opens an address there, if there is a browser; whoever asks has said the address as well.
pub(crate) fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let _ = Command::new(opener)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
