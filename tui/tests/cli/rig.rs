//! A machine of its own for each test: an empty environment and directories that vanish.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::Read as _;
use std::os::unix::ffi::OsStrExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use tempfile::TempDir;

/// The passphrase of every ledger made here.
pub(crate) const PASSPHRASE: &str = "correct horse battery";

/// A person's machine.
pub(crate) struct Machine {
    root: TempDir,
    variables: Vec<(String, String)>,
}

/// What came of a command.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Machine {
    /// A machine without a ledger, where the passphrase is at hand.
    pub(crate) fn new() -> Self {
        let machine = Self {
            root: tempfile::tempdir().unwrap(),
            variables: Vec::new(),
        };
        machine.with("LUKA_PASSPHRASE", PASSPHRASE)
    }

    /// A machine with a ledger.
    pub(crate) fn with_ledger() -> (Self, Outcome) {
        let machine = Self::new();
        let made = machine.luka(&["init", "--currency", "CLP", "--json"]);
        assert_eq!(made.code, 0, "{made}");
        (machine, made)
    }

    /// Sets a variable of its environment.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Removes a variable from its environment.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self
    }

    /// A path on it.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.path().join(inside)
    }

    /// The directory of the ledger.
    pub(crate) fn ledger(&self) -> PathBuf {
        self.path("data/lukalibre/ledger")
    }

    /// Runs `luka` without a terminal.
    pub(crate) fn luka(&self, arguments: &[&str]) -> Outcome {
        let output = self.command(arguments).output().unwrap();
        Outcome {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// What `luka` writes to a terminal of so many columns, its messages not included.
    pub(crate) fn on_terminal(&self, columns: u16, arguments: &[&str]) -> String {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap();
        let slave = File::options()
            .read(true)
            .write(true)
            .open(OsStr::from_bytes(name.as_bytes()))
            .unwrap();
        let mut luka = self
            .command(arguments)
            .env("TERM", "xterm")
            .env("COLUMNS", columns.to_string())
            .stdout(slave)
            .spawn()
            .unwrap();
        let mut shown = Vec::new();
        // Ends with an error when the last writer is gone.
        let _ = File::from(master).read_to_end(&mut shown);
        assert!(luka.wait().unwrap().success());
        String::from_utf8(shown).unwrap().replace("\r\n", "\n")
    }

    /// Runs a line of a shell in which `luka` is on the path.
    pub(crate) fn shell(&self, line: &str) -> Outcome {
        let folder = std::path::Path::new(env!("CARGO_BIN_EXE_luka"))
            .parent()
            .unwrap();
        let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
        let mut shell = Command::new("sh");
        shell.args(["-ec", line]).env_clear();
        for (name, value) in self.command(&[]).get_envs() {
            shell.env(name, value.unwrap());
        }
        let shell = shell.env("PATH", path).env("LANG", "C.UTF-8");
        let output = shell.current_dir(self.root.path()).output().unwrap();
        Outcome {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// `luka` as it would be run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_luka"));
        command
            .args(arguments)
            .current_dir(self.root.path())
            .stdin(Stdio::null())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", self.path("home"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("LANG", "en_US.UTF-8")
            .env("TZ", "UTC")
            .env("LUKA_NOW", "2025-04-16T12:00:00Z")
            .envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }
}

impl Outcome {
    /// The document on stdout.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|_| panic!("no JSON: {self}"))
    }

    /// The error object on stderr.
    pub(crate) fn error(&self) -> serde_json::Value {
        let value: serde_json::Value =
            serde_json::from_str(&self.stderr).unwrap_or_else(|_| panic!("no JSON: {self}"));
        value["error"].clone()
    }

    /// All of it in one text: what a person and the shell see.
    #[track_caller]
    pub(crate) fn is(&self, code: i32, stdout: &str, stderr: &str) {
        let expected = Self {
            code,
            stdout: stdout.to_owned(),
            stderr: stderr.to_owned(),
        };
        assert_eq!(self.to_string(), expected.to_string());
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "exit {}\n--- stdout\n{}--- stderr\n{}",
            self.code, self.stdout, self.stderr
        )
    }
}
