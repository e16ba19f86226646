//! The control socket: who may ask, what is answered, and what is not believed.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::Path;

use backup::control::{Answer, Client, Obstacle, Refusal, Request, lock_file, socket_path};
use rstest::rstest;

use crate::rig::{BRISK, Machine};

#[test]
fn the_socket_is_for_its_user_alone() {
    let machine = Machine::new(2);
    let daemon = machine.start();
    let socket = socket_path(Some(&machine.path("run")), &machine.home);
    let mode = |path: &Path| fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(&socket), 0o600);
    assert_eq!(mode(socket.parent().unwrap()), 0o700);
    assert_eq!(mode(&lock_file(&machine.home)), 0o600);
    assert!(daemon.stop().success());
    assert!(!socket.exists(), "it goes with the daemon");
    assert!(Client::connect(&machine.home).unwrap().is_none());
}

#[test]
fn without_a_runtime_directory_it_lies_with_the_backups() {
    let machine = Machine::new(2);
    let daemon = machine.start_without_runtime();
    assert!(socket_path(None, &machine.home).exists());
    assert_eq!(daemon.ask(Request::Status).pid, daemon.id());
    daemon.stop();
}

fn said(machine: &Machine, words: &[u8]) -> Vec<u8> {
    let socket = socket_path(Some(&machine.path("run")), &machine.home);
    let mut stream = UnixStream::connect(socket).unwrap();
    // The daemon may have hung up before everything was said.
    let _ = stream.write_all(words);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    answer
}

#[rstest]
#[case::no_json(b"\x00\xff GET / HTTP/1.1\n")]
#[case::no_request(b"{\"version\":1,\"do\":\"explode\"}\n")]
#[case::a_line_that_never_ends(&[b'{'; 5000])]
#[case::half_a_line(b"{\"version\":1,\"do\":\"pause\"}")]
#[case::a_thousand_depths(&[b'['; 1000])]
fn nonsense_is_refused_and_harms_nobody(#[case] words: &[u8]) {
    let machine = Machine::new(2);
    let daemon = machine.start();
    let answer = said(&machine, words);
    if !answer.is_empty() {
        let answer = Answer::from_line(&answer);
        assert_eq!(answer, Some(Answer::Refused(Refusal::Malformed)));
    }
    assert!(!daemon.ask(Request::Status).paused);
    daemon.stop();
}

#[test]
fn a_later_version_of_the_protocol_is_told_so() {
    let machine = Machine::new(2);
    let daemon = machine.start();
    let answer = said(&machine, b"{\"version\":2,\"do\":\"status\"}\n");
    let expected = Answer::Refused(Refusal::Version);
    assert_eq!(Answer::from_line(&answer), Some(expected));
    daemon.stop();
}

#[test]
fn who_hangs_up_without_a_word_keeps_nobody_waiting() {
    let machine = Machine::new(2);
    let daemon = machine.start();
    for _ in 0..20 {
        assert_eq!(said(&machine, b""), b"");
    }
    daemon.ask(Request::Status);
    daemon.stop();
}

#[test]
fn a_pause_holds_across_a_restart_until_it_is_ended() {
    let machine = Machine::new(4);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    assert!(daemon.ask(Request::Pause).paused);
    assert!(daemon.stop().success());
    machine.change(2);
    let daemon = machine.start();
    let status = daemon.ask(Request::Status);
    assert!(status.paused);
    assert_eq!(status.remotes[0].next, None);
    // Who says now means it.
    daemon.ask(Request::Now);
    daemon.until_carried(&usb, 2);
    machine.change(2);
    let status = daemon.until("noticed", |status| status.remotes[0].changed);
    assert!(status.paused);
    assert!(!daemon.ask(Request::Resume).paused);
    daemon.until_carried(&usb, 3);
    daemon.stop();
}

#[test]
fn now_does_not_wait_for_quiet() {
    let machine = Machine::new(4);
    machine.configure(&BRISK.replace("50ms", "9h"));
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    let status = daemon.ask(Request::Status);
    assert!(status.remotes[0].next.is_some());
    daemon.ask(Request::Now);
    daemon.until_carried(&usb, 1);
    daemon.stop();
}

#[test]
fn without_a_remote_it_says_so_and_waits_for_one() {
    let machine = Machine::new(4);
    let daemon = machine.start();
    let status = daemon.ask(Request::Status);
    assert_eq!(status.obstacle, Some(Obstacle::NoRemotes));
    assert!(daemon.said().contains("luka remote add"));
    let usb = machine.add_folder("usb");
    daemon.until("found", |status| status.obstacle.is_none());
    daemon.until_carried(&usb, 1);
    daemon.stop();
}
