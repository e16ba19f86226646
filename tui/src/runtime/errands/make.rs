//! One version now, made by this program started anew, since this process has the ledger open.
//!
//! The other process gets no secret: making a version takes none. It is told by SIGTERM to give up,
//! and leaves nothing but what the next backup goes on from.

use std::io::Read as _;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use backup::RemoteName;
use rustix::process::Pid;
use serde::Deserialize;

use super::keeper::{Keeper, about};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::present::MadeVersion;
use crate::screens::backups::Came;

/// Variables that name secrets; the other process is given none of them.
const SECRETS: [&str; 9] = [
    "LUKA_PASSPHRASE",
    "LUKA_PASSPHRASE_FILE",
    "LUKA_PASSPHRASE_COMMAND",
    "LUKA_NEW_PASSPHRASE",
    "LUKA_NEW_PASSPHRASE_FILE",
    "LUKA_NEW_PASSPHRASE_COMMAND",
    "LUKA_RECOVERY_CODE",
    "LUKA_RECOVERY_CODE_FILE",
    "LUKA_RECOVERY_CODE_COMMAND",
];

/// What it writes when a version is there.
#[derive(Deserialize)]
struct Told {
    backup: Made,
}

#[derive(Deserialize)]
struct Made {
    id: String,
    created_at: Option<chrono::DateTime<chrono::Utc>>,
    bytes_uploaded: u64,
    changed_pages: u32,
    new: bool,
}

impl Made {
    fn at<'a>(&'a self, remote: &'a RemoteName) -> MadeVersion<'a> {
        MadeVersion {
            remote: remote.as_str(),
            id: &self.id,
            created_at: self.created_at,
            changed_pages: self.changed_pages,
            bytes_uploaded: self.bytes_uploaded,
            is_new: self.new,
        }
    }
}

/// What it writes when something went wrong.
#[derive(Deserialize)]
struct Wrong {
    error: Said,
}

#[derive(Deserialize)]
struct Said {
    message: String,
}

impl Keeper<'_> {
    /// Makes a version at a remote, then asks it what it holds.
    pub(super) fn make(&self, name: &RemoteName) -> Result<Came, Failure> {
        // The key for backups is made here, where the ledger's is at hand.
        self.keys(name)?;
        let ended = self.run(name)?;
        if self.recall.is_cancelled() {
            return Err(Failure::new(Kind::Interrupted, ""));
        }
        let Ok(Told { backup: made }) = serde_json::from_slice(&ended.stdout) else {
            return Err(self.wrong(name, &ended));
        };
        let mut came = Came {
            said: Some(made.at(name).sentence(self.texts)),
            ..Came::default()
        };
        // It is made, whatever looking at the others says.
        match self.looked(name) {
            Ok(gone) => {
                came.trouble = self.trouble_of(name, &gone);
                came.looked.push((name.clone(), gone));
            }
            Err(failure) if failure.kind == Kind::Interrupted => {}
            Err(failure) => came.trouble = Some(failure.into()),
        }
        Ok(came)
    }

    /// What the other process said, without what it says to do: that names its own words.
    fn wrong(&self, name: &RemoteName, ended: &Output) -> Failure {
        let lines = ended.stderr.split(|byte| *byte == b'\n').rev();
        let mut errors = lines.filter_map(|line| serde_json::from_slice::<Wrong>(line).ok());
        let Some(Wrong { error }) = errors.next() else {
            let message = self.texts.get("error-backup-broken");
            let failure = Failure::new(Kind::Failed, message);
            return about(name, failure.hint(self.texts.get("hint-try-again")));
        };
        Failure::new(Kind::Remote, error.message)
    }

    /// Runs the other process to its end.
    fn run(&self, name: &RemoteName) -> Result<Output, Failure> {
        let texts = self.texts;
        let broken = || {
            let failure = Failure::new(Kind::Failed, texts.get("error-backup-broken"));
            failure.hint(texts.get("hint-try-again"))
        };
        let program = self.ground.program.as_ref().ok_or_else(broken)?;
        let mut command = Command::new(program);
        command
            .arg("--ledger")
            .arg(self.held.directory.path())
            .args(["--lang", texts.language().as_str(), "--format", "json"])
            .args(["backup", name.as_str()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for secret in SECRETS {
            command.env_remove(secret);
        }
        let mut child = command.spawn().or_explain(texts)?;
        if let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
            self.recall.started(pid);
        }
        let [stdout, stderr] = read_both(&mut child);
        self.recall.ended();
        let status = child.wait().or_explain(texts)?;
        Ok(Output {
            status,
            stdout,
            stderr,
        })
    }
}

/// Everything that it writes, until it has closed both.
fn read_both(child: &mut Child) -> [Vec<u8>; 2] {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    // What can't be read is not there, and is told as such.
    thread::scope(|scope| {
        scope.spawn(|| err.map(|mut err| err.read_to_end(&mut stderr)));
        let _ = out.map(|mut out| out.read_to_end(&mut stdout));
    });
    [stdout, stderr]
}
