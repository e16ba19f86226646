//! Asking the daemon, which runs as itself.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::rig::Machine;

/// Longer than anything here takes; it only ends tests that would never end.
const FOREVER: Duration = Duration::from_mins(1);

/// The daemon; killed when it is dropped.
struct Daemon(Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The daemon's binary: beside `luka`, made when only this package is tested.
pub(crate) fn binary() -> PathBuf {
    let folder = Path::new(env!("CARGO_BIN_EXE_luka")).parent().unwrap();
    let path = folder.join("luka-syncd");
    if !path.exists() {
        let mut cargo = Command::new(env!("CARGO"));
        let built = cargo.args(["build", "--quiet", "--package", "luka-syncd"]);
        assert!(built.status().unwrap().success());
    }
    path
}

impl Daemon {
    /// Starts it and waits until it answers.
    fn start(machine: &Machine) -> Self {
        let mut command = Command::new(binary());
        command.env_clear();
        for (name, value) in machine.command(&[]).get_envs() {
            command.env(name, value.unwrap());
        }
        command.env_remove("LUKA_PASSPHRASE");
        let process = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
        let daemon = Self(process.unwrap());
        until(|| machine.luka(&["sync", "status"]).code == 0);
        daemon
    }
}

#[track_caller]
fn until(mut there: impl FnMut() -> bool) {
    let began = Instant::now();
    while !there() {
        assert!(began.elapsed() < FOREVER, "it never came");
    }
}

/// A machine with a ledger and a remote, where nothing is backed up by itself for hours.
fn machine() -> Machine {
    let (machine, _) = Machine::with_ledger();
    for line in [
        &["config", "set", "sync.quiet", "9h"][..],
        &["config", "set", "sync.at_most", "9h"],
        &["config", "set", "sync.verify_every", "never"],
        &["remote", "add", "usb", "folder", "usb"],
    ] {
        let outcome = machine.luka(line);
        assert_eq!(outcome.code, 0, "{outcome}");
    }
    machine
}

#[test]
fn without_a_daemon_it_is_exit_7_and_how_to_start_one() {
    let machine = machine();
    for verb in ["status", "now", "pause", "resume"] {
        let outcome = machine.luka(&["sync", verb]);
        assert_eq!(outcome.code, 7, "{outcome}");
        assert!(outcome.stderr.contains("hint: start it with"), "{outcome}");
        let outcome = machine.luka(&["--lang", "es", "sync", verb]);
        assert!(outcome.stderr.contains("inícielo con"), "{outcome}");
    }
}

#[test]
fn what_the_daemon_does_is_shown_and_now_is_now() {
    let machine = machine();
    let daemon = Daemon::start(&machine);
    let status = machine.luka(&["sync", "status", "--json"]).json();
    assert_eq!(status["version"], 1);
    assert_eq!(status["running"], true);
    assert_eq!(status["pid"], daemon.0.id());
    assert_eq!(status["remotes"][0]["remote"], "usb");
    assert_eq!(status["remotes"][0]["changed"], true);
    assert!(status["remotes"][0]["next"].is_string(), "{status}");
    let shown = machine.luka(&["sync", "status"]);
    assert!(shown.stdout.contains("changes wait"), "{shown}");
    machine.luka(&["sync", "now"]).is(
        0,
        "",
        "The daemon backs up to each remote now: `luka sync status` shows how it goes.\n",
    );
    until(|| {
        let status = machine.luka(&["sync", "status", "--json"]).json();
        status["remotes"][0]["last_success"].is_string()
    });
    let shown = machine.luka(&["--lang", "es", "sync", "status"]);
    assert!(shown.stdout.contains("en orden"), "{shown}");
    let versions = machine.luka(&["backup", "list", "--json"]).json();
    assert_eq!(versions["backups"].as_array().unwrap().len(), 1);
    let rows = machine.luka(&["sync", "status", "--format", "csv"]);
    assert!(
        rows.stdout.contains("\nusb,nothing,false,false,false,20"),
        "{rows}"
    );
}

#[test]
fn a_pause_is_said_and_ended() {
    let machine = machine();
    let _daemon = Daemon::start(&machine);
    let paused = machine.luka(&["sync", "pause", "--json"]).json();
    assert_eq!(paused["paused"], true);
    let shown = machine.luka(&["sync", "status"]);
    assert!(shown.stderr.contains("Paused"), "{shown}");
    machine
        .luka(&["sync", "resume"])
        .is(0, "", "The daemon goes on.\n");
    let status = machine.luka(&["sync", "status", "--json"]).json();
    assert_eq!(status["paused"], false);
}

#[test]
fn why_nothing_is_backed_up_is_said() {
    let (machine, _) = Machine::with_ledger();
    let _daemon = Daemon::start(&machine);
    let shown = machine.luka(&["sync", "status"]);
    assert!(shown.stderr.contains("luka remote add"), "{shown}");
    let status = machine.luka(&["sync", "status", "--json"]).json();
    assert_eq!(status["obstacle"], "no-key");
}
