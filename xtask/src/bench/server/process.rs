//! The servers under load, as processes of their own.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::Context as _;

/// One, until it is dropped.
pub(super) struct Serving {
    child: Child,
    pub(super) address: SocketAddr,
}

impl Serving {
    pub(super) fn luka(release: &Path, url: &str, keys: &Path) -> anyhow::Result<Self> {
        let mut command = Command::new(release.join("luka-server"));
        command
            .arg("serve")
            .env("LUKA_SERVER_LISTEN", "127.0.0.1:0");
        command.env("LUKA_SERVER_KEYS_DIR", keys.join("keys"));
        Self::start(command.env("DATABASE_URL", url))
    }

    pub(super) fn bare(
        release: &Path,
        url: &str,
        session: &str,
        user: &str,
    ) -> anyhow::Result<Self> {
        let mut command = Command::new(release.join("examples").join("bare"));
        Self::start(command.args([session, user]).env("DATABASE_URL", url))
    }

    fn start(command: &mut Command) -> anyhow::Result<Self> {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        let stdout = child.stdout.take().context("no output")?;
        BufReader::new(stdout).read_line(&mut line)?;
        let said: serde_json::Value = serde_json::from_str(&line)?;
        let address = said["listening"]
            .as_str()
            .context("it does not say where it listens")?;
        Ok(Self {
            address: address.parse()?,
            child,
        })
    }

    /// The memory that it holds.
    pub(super) fn resident_kib(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        Ok(number.context("no VmRSS")?.parse()?)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
