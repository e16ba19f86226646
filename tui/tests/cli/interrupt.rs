//! Ctrl-C.

use std::fs;
use std::process::{Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::rig::Machine;

#[test]
fn an_interrupted_command_ends_with_130_and_leaves_nothing_half_made() {
    let machine = Machine::new();
    let door = machine.path("door");
    assert!(
        Command::new("mkfifo")
            .arg(&door)
            .status()
            .unwrap()
            .success()
    );
    let machine = machine.with("LUKA_PASSPHRASE_COMMAND", "echo > door; exec sleep 5");
    let mut luka = machine
        .command(&["init"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Opens when the command has been reached.
    fs::read(&door).unwrap();
    let pid = Pid::from_raw(i32::try_from(luka.id()).unwrap()).unwrap();
    kill_process(pid, Signal::INT).unwrap();
    assert_eq!(luka.wait().unwrap().code(), Some(130));
    assert!(!machine.ledger().exists());
}
