//! A machine of its own: a demo ledger, two remotes, a hasty configuration.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context as _;
use serde_json::Value;
use tempfile::TempDir;

use super::options::Options;
use crate::double::Double;
use crate::process;
use crate::workspace::Workspace;

/// The name of the remote that is no folder.
const DRIVE: &str = "drive";

const CONFIG: &str = "[sync]\nquiet = \"100ms\"\nat_most = \"1s\"\npoll = \"2s\"\n\
                      verify_every = \"10s\"\nprune = false\n\
                      retry_first = \"50ms\"\nretry_most = \"500ms\"\n";

/// Where everything happens.
pub(super) struct Place {
    root: TempDir,
    binaries: PathBuf,
    double: Option<Double>,
}

impl Place {
    /// Builds the programs and makes the machine.
    pub(super) fn make(workspace: &Workspace, options: &Options) -> anyhow::Result<Self> {
        build(options)?;
        let binaries = workspace.target.join(options.profile);
        let double = options
            .drive
            .then(|| Double::start(&binaries.join("drive-double")));
        let place = Self {
            root: tempfile::Builder::new().prefix("luka-soak-").tempdir()?,
            binaries,
            double: double.transpose()?,
        };
        for folder in ["run", "config/lukalibre"] {
            fs::create_dir_all(place.path(folder))?;
        }
        fs::write(place.path("config/lukalibre/config.toml"), CONFIG)?;
        let count = options.transactions.to_string();
        // Without being named the ledger of a demo is a throw-away one.
        let mut demo = place.command("luka");
        demo.arg("--ledger").arg(place.path("ledger"));
        demo.args(["demo", "--no-tui", "--seed", "1", "--transactions", &count]);
        process::output(&mut demo)?;
        if let Some(double) = &place.double {
            double.add(place.command("luka"), &place.path("client.json"))?;
        }
        for name in place.folders() {
            let folder = place.folder(name);
            let folder = folder.to_str().context("a path that is no UTF-8")?;
            place.luka(&["remote", "add", name, "folder", folder])?;
        }
        // From here on nobody needs the passphrase; the agent lives on, so its stdout isn't waited for.
        let mut unlock = place.command("luka");
        unlock.args(["unlock", "--for", "24h"]);
        process::check(unlock.stdin(Stdio::null()).stdout(Stdio::null()))?;
        Ok(place)
    }

    pub(super) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(super) fn path(&self, inside: &str) -> PathBuf {
        self.root.path().join(inside)
    }

    /// The remotes, by name.
    pub(super) fn remotes(&self) -> [&'static str; 2] {
        match self.double {
            Some(_) => [DRIVE, "usb"],
            None => ["nas", "usb"],
        }
    }

    /// The remotes that are folders.
    pub(super) fn folders(&self) -> impl Iterator<Item = &'static str> {
        self.remotes().into_iter().filter(|name| *name != DRIVE)
    }

    /// The Drive double, where it is one of the remotes.
    pub(super) fn double(&self) -> Option<&Double> {
        self.double.as_ref()
    }

    /// The folder of a remote.
    pub(super) fn folder(&self, remote: &str) -> PathBuf {
        self.path(remote)
    }

    /// One of the programs, on this machine.
    pub(super) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.binaries.join(program));
        command
            .env_clear()
            .env("HOME", self.root.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("LUKA_LEDGER", self.path("ledger"))
            .env("LUKA_PASSPHRASE", "correct horse battery")
            .stdin(Stdio::null());
        command
    }

    /// What `luka` prints.
    pub(super) fn luka(&self, arguments: &[&str]) -> anyhow::Result<String> {
        process::output(self.command("luka").args(arguments))
    }

    /// What `luka` answers with `--json`.
    pub(super) fn json(&self, arguments: &[&str]) -> anyhow::Result<Value> {
        let text = process::output(self.command("luka").args(arguments).arg("--json"))?;
        serde_json::from_str(&text).context("no JSON came")
    }

    /// The names of the versions that a remote has; none while its folder is away.
    pub(super) fn versions(&self, remote: &str) -> anyhow::Result<Vec<String>> {
        let mut names = match &self.double {
            Some(double) if remote == DRIVE => double.files()?,
            _ => {
                let entries = fs::read_dir(self.folder(remote)).into_iter().flatten();
                let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
                names.collect()
            }
        };
        names.retain(|name| name.starts_with("version-"));
        names.sort();
        Ok(names)
    }

    /// Ends the agent.
    pub(super) fn lock(&self) {
        let _ = self.luka(&["lock"]);
    }

    /// Leaves everything for a look.
    pub(super) fn keep(self) -> PathBuf {
        self.root.keep()
    }
}

fn build(options: &Options) -> anyhow::Result<()> {
    let mut build = process::cargo();
    build.args([
        "build",
        "--locked",
        "--quiet",
        "-p",
        "luka",
        "-p",
        "luka-syncd",
    ]);
    if options.drive {
        build.args(["-p", "drive-double"]);
    }
    if options.profile == "release" {
        build.arg("--release");
    }
    process::check(&mut build)
}
