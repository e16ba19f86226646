//! Google Drive as a remote of the daemon: a double on the loopback, the real client.

use std::time::{Duration, Instant};

use backup::control::Request;
use backup::{Definition, DriveDefinition, FailureKind, RemoteName};
use drive::Client;
use drive_double::{Double, Fault, Name, Route};
use rustix::process::Signal;

use crate::rig::{Machine, eventually};

fn name() -> RemoteName {
    "drive".parse().unwrap()
}

/// A machine whose remote is a Drive that it may use.
fn machine(double: &Double) -> Machine {
    machine_of(double, 8)
}

fn machine_of(double: &Double, pages: u32) -> Machine {
    let machine = Machine::new(pages);
    let url = double.url();
    let definition = Definition::Gdrive(DriveDefinition {
        folder: "LukaLibre".to_owned(),
        api_url: Some(url.clone()),
        auth_url: Some(format!("{url}/auth")),
        token_url: Some(format!("{url}/token")),
        device_url: Some(format!("{url}/device/code")),
    });
    machine.home.add(&name(), &definition).unwrap();
    let directory = machine.home.remote_dir(&name());
    let client = Client::from_json(&double.client_json()).unwrap();
    client.keep(&directory).unwrap();
    permit(&machine, double);
    machine
}

/// Gives the permission, as logging in does.
fn permit(machine: &Machine, double: &Double) {
    let token = double.refresh_token().unwrap();
    let text = format!(r#"{{"refresh_token":"{token}"}}"#);
    let path = machine.home.remote_dir(&name()).join("token.json");
    vault::private::replace_private(&path, text.as_bytes()).unwrap();
}

#[test]
fn a_change_is_carried_to_drive() {
    let double = Double::start().unwrap();
    let machine = machine(&double);
    let daemon = machine.start();
    daemon.until("carried", |status| {
        status.remotes[0].contact.succeeded_at.is_some() && !status.remotes[0].changed
    });
    let before = double.count(Route::Create);
    machine.change(3);
    daemon.until("carried again", |status| {
        double.count(Route::Create) > before && !status.remotes[0].changed
    });
    assert!(daemon.stop().success());
}

#[test]
fn a_permission_that_ended_is_not_asked_for_in_a_loop_and_a_new_one_is_used() {
    let double = Double::start().unwrap();
    let machine = machine(&double);
    double.revoke();
    let daemon = machine.start();
    let status = daemon.until("held", |status| status.remotes[0].held);
    let failure = status.remotes[0].contact.failure.clone().unwrap();
    assert_eq!(failure.kind, FailureKind::SignInAgain);
    let asked = double.log().len();
    for page in 1..=8 {
        machine.change(page);
        daemon.ask(Request::Status);
    }
    daemon.until("still held", |status| {
        status.remotes[0].changed && status.remotes[0].next.is_none()
    });
    assert_eq!(double.log().len(), asked, "nobody was asked");
    permit(&machine, &double);
    daemon.until("carried", |status| {
        status.remotes[0].contact.failure.is_none() && !status.remotes[0].changed
    });
    daemon.stop();
}

#[test]
fn a_drive_that_never_answers_holds_up_no_end() {
    let double = Double::start().unwrap();
    let machine = machine(&double);
    double.fault(Fault::once(Name::Hang).always());
    let daemon = machine.start();
    let asking = eventually(|| (!double.log().is_empty()).then_some(()));
    assert!(asking.is_some(), "{}", daemon.said());
    let told = Instant::now();
    assert!(daemon.stop().success());
    assert!(told.elapsed() < Duration::from_secs(5));
}

/// A piece of a long upload.
const PIECE: u64 = 8 << 20;

/// The pieces of uploads that were taken.
fn pieces(double: &Double) -> Vec<u64> {
    let log = double.log().into_iter();
    let taken = log.filter(|entry| entry.route == Route::Chunk && entry.status != 0);
    taken.map(|entry| entry.bytes_in).collect()
}

#[test]
fn a_long_upload_goes_on_after_kills_with_the_same_bytes_into_one_object() {
    let double = Double::start().unwrap();
    // 30 MiB: four pieces.
    let machine = machine_of(&double, 7500);
    let mut staged = Vec::new();
    for kills in 1..=2 {
        double.fault(Fault::once(Name::Hang).on(Route::Chunk).after(1).always());
        let daemon = machine.start();
        let there = eventually(|| (pieces(&double).len() >= kills).then_some(()));
        assert!(there.is_some(), "{}", daemon.said());
        daemon.signal(Signal::KILL);
        daemon.end();
        double.clear_faults();
        double.cut_connections();
        staged.push(staged_version(&machine));
    }
    assert!(staged[0] == staged[1], "sealed once");
    let (name, sealed) = staged.swap_remove(0);
    let daemon = machine.start();
    daemon.until("carried", |status| {
        status.remotes[0].contact.succeeded_at.is_some() && !status.remotes[0].changed
    });
    let files = double.named(&name);
    assert_eq!(files.len(), 1, "one object");
    assert!(double.bytes(&files[0].id).unwrap() == sealed);
    let rows = double.files().into_iter();
    assert_eq!(
        rows.filter(|row| row.name.starts_with("version-")).count(),
        1
    );
    assert_eq!(double.count(Route::Session), 1, "one upload");
    assert_eq!(double.overlap_mismatches(), 0);
    let sent: u64 = pieces(&double).iter().sum();
    assert!(sent <= sealed.len() as u64 + 2 * PIECE, "{sent}");
    assert!(daemon.stop().success());
}

/// The version that waits to be sent, with its bytes.
fn staged_version(machine: &Machine) -> (String, Vec<u8>) {
    let outbox = machine.home.remote_dir(&name()).join("outbox");
    let entries = std::fs::read_dir(outbox).unwrap();
    let mut paths = entries.map(|entry| entry.unwrap().path());
    let is_version = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with("version-") && path.extension().is_none()
    };
    let path = paths.find(is_version).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    (name, std::fs::read(path).unwrap())
}
