//! Where secrets come from: a file, a command, a variable, or the person at the terminal.
//!
//! Never an argument: those are seen by every program. A source that is named but gives nothing is
//! an error, not a reason to try the next one.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use ops::session::Passphrase;
use zeroize::Zeroizing;

use super::{Session, variable};
use crate::cli::ask;
use crate::cli::error::{Failure, Kind, OrExplain as _, ask_failure, read_failure};
use crate::i18n::{Texts, text};
use crate::strength::{LEAST_CHARACTERS, Strength, strength};

/// The variables that name the sources of one secret, in the order in which they are tried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources {
    file: &'static str,
    command: &'static str,
    value: &'static str,
}

impl Sources {
    /// The three variables, in the order in which they are tried.
    pub(super) const fn new(
        file: &'static str,
        command: &'static str,
        value: &'static str,
    ) -> Self {
        Self {
            file,
            command,
            value,
        }
    }

    /// The variable to name in a hint: the file is the source that leaks least.
    pub(crate) const fn variable(self) -> &'static str {
        self.file
    }
}

/// The passphrase that opens a ledger.
pub(crate) const PASSPHRASE: Sources = Sources {
    file: "LUKA_PASSPHRASE_FILE",
    command: "LUKA_PASSPHRASE_COMMAND",
    value: "LUKA_PASSPHRASE",
};
/// The passphrase that `passwd` sets.
pub(crate) const NEW_PASSPHRASE: Sources = Sources {
    file: "LUKA_NEW_PASSPHRASE_FILE",
    command: "LUKA_NEW_PASSPHRASE_COMMAND",
    value: "LUKA_NEW_PASSPHRASE",
};
/// The recovery code.
pub(crate) const RECOVERY_CODE: Sources = Sources {
    file: "LUKA_RECOVERY_CODE_FILE",
    command: "LUKA_RECOVERY_CODE_COMMAND",
    value: "LUKA_RECOVERY_CODE",
};

/// The longest secret that is read, in bytes; all of it is allocated at once and wiped.
const LONGEST: usize = 4096;

/// Reads a secret from the first source that is set; `None` when none is.
pub(crate) fn read_secret(
    sources: Sources,
    texts: &Texts,
) -> Result<Option<Zeroizing<String>>, Failure> {
    let (name, secret) = if let Some(path) = variable(sources.file) {
        let path = Path::new(&path);
        let refused = |error: std::io::Error| unread(texts, path, &error, sources.file);
        let file = File::open(path).map_err(refused)?;
        (sources.file, first_line(file).map_err(refused)?)
    } else if let Some(command) = variable(sources.command) {
        let line = run(&command).map_err(|()| {
            Failure::new(
                Kind::Locked,
                text!(texts, "error-secret-command", name = sources.command),
            )
        })?;
        (sources.command, line)
    } else if let Some(value) = variable(sources.value) {
        let bytes = Zeroizing::new(value.into_encoded_bytes());
        (
            sources.value,
            first_line(bytes.as_slice()).or_explain(texts)?,
        )
    } else {
        return Ok(None);
    };
    match secret {
        Some(secret) if !secret.is_empty() => Ok(Some(secret)),
        _ => Err(Failure::new(
            Kind::Locked,
            text!(texts, "error-secret-empty", name = name),
        )),
    }
}

/// A file that should hold a secret and gives none: the ledger stays locked.
fn unread(texts: &Texts, path: &Path, error: &std::io::Error, name: &'static str) -> Failure {
    let failure = read_failure(texts, path, error);
    Failure::new(Kind::Locked, failure.message).hint(text!(texts, "hint-secret-file", name = name))
}

/// The passphrase for a ledger that is made, or for `passwd`: from its sources, else asked twice.
///
/// What a script gives is taken as it is, if it isn't empty; at the terminal a short one is refused.
pub(crate) fn new_passphrase(session: &Session, sources: Sources) -> Result<Passphrase, Failure> {
    let texts = &session.texts;
    if let Some(mut given) = read_secret(sources, texts)? {
        return Ok(Passphrase::new(std::mem::take(&mut given)));
    }
    if !ask::can_ask() {
        return Err(
            Failure::new(Kind::Locked, texts.get("error-no-new-passphrase")).hint(text!(
                texts,
                "hint-new-passphrase",
                name = sources.variable()
            )),
        );
    }
    let ask = |question: &str| {
        ask::secret(&texts.get(question)).map_err(|error| ask_failure(texts, &error))
    };
    loop {
        let mut first = ask("ask-new-passphrase")?;
        match strength(&first) {
            Strength::TooShort => {
                let least = LEAST_CHARACTERS.to_string();
                session.say(&text!(texts, "say-too-short", least = least));
                continue;
            }
            Strength::Weak => session.say(&texts.get("say-weak-passphrase")),
            Strength::Good => {}
        }
        if *ask("ask-new-passphrase-again")? == *first {
            return Ok(Passphrase::new(std::mem::take(&mut first)));
        }
        session.say(&texts.get("say-passphrases-differ"));
    }
}

/// The first line without its end; `None` when it is too long or no text.
fn first_line(source: impl Read) -> std::io::Result<Option<Zeroizing<String>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
    source.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = std::str::from_utf8(line)
        .ok()
        .filter(|line| line.len() <= LONGEST);
    Ok(text.map(|line| Zeroizing::new(line.to_owned())))
}

/// The first line that a shell command prints. Its stderr is the person's, its stdin empty.
fn run(command: &std::ffi::OsStr) -> Result<Option<Zeroizing<String>>, ()> {
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(command)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(drop)?;
    let stdout = child.stdout.take().ok_or(())?;
    let line = first_line(stdout).map_err(drop);
    let status = child.wait().map_err(drop)?;
    if status.success() { line } else { Err(()) }
}
