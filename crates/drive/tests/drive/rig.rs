//! A Drive of its own for each test, and a machine that has the permission to use it.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test binary takes what it needs"
)]

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use backup::progress::Unwatched;
use backup::remote::contract;
use backup::{DriveDefinition, ObjectName, Remote as _, RemoteError, Staged};
use drive::{Client, Drive, Pace};
use drive_double::{Double, Route};
use tempfile::TempDir;

/// No test waits long for what the loopback does at once.
pub const QUICK: Pace = Pace {
    second: Duration::from_millis(2),
    delay: Duration::from_millis(2),
    tries: 6,
    budget: Duration::from_secs(20),
    connect: Duration::from_secs(5),
    patience: Duration::from_secs(10),
    piece: 1 << 20,
};

pub struct Rig {
    pub double: Double,
    pub home: TempDir,
    pub pace: Pace,
}

impl Rig {
    /// A machine that has the permission, and a folder that is made.
    pub fn ready() -> Self {
        let rig = Self::new();
        rig.drive().prepare().unwrap();
        rig.double.forget_log();
        rig
    }

    /// A machine that has the permission.
    pub fn new() -> Self {
        let rig = Self {
            double: Double::start().unwrap(),
            home: tempfile::tempdir().unwrap(),
            pace: QUICK,
        };
        rig.permit();
        rig
    }

    pub fn permit(&self) {
        let token = self.double.refresh_token().unwrap();
        fs::create_dir_all(self.directory()).unwrap();
        let text = format!(r#"{{"refresh_token":"{token}"}}"#);
        fs::write(self.directory().join("token.json"), text).unwrap();
    }

    pub fn directory(&self) -> PathBuf {
        self.home.path().join("remote")
    }

    pub fn definition(&self) -> DriveDefinition {
        let url = self.double.url();
        let mut definition = DriveDefinition::at_google("LukaLibre");
        definition.api_url = Some(url.clone());
        definition.auth_url = Some(format!("{url}/auth"));
        definition.token_url = Some(format!("{url}/token"));
        definition.device_url = Some(format!("{url}/device/code"));
        definition
    }

    pub fn client(&self) -> Client {
        Client::from_json(&self.double.client_json()).unwrap()
    }

    /// The remote, as a new process opens it.
    pub fn drive(&self) -> Drive {
        Drive::open_with(
            &self.definition(),
            self.client(),
            self.directory(),
            self.pace,
        )
        .unwrap()
    }

    pub fn stage(&self, name: &ObjectName, bytes: &[u8]) -> Staged {
        let path = self.home.path().join(format!("{name}.staged"));
        fs::write(&path, bytes).unwrap();
        Staged::new(path).unwrap()
    }

    pub fn put(&self, drive: &mut Drive, number: u64, bytes: &[u8]) -> Result<(), RemoteError> {
        let name = contract::name(number);
        let staged = self.stage(&name, bytes);
        drive.put(&name, &staged, &Unwatched)
    }

    /// Exactly one file has the name, and exactly these bytes.
    pub fn has_just(&self, number: u64, bytes: &[u8]) {
        let name = contract::name(number);
        let rows = self.double.named(name.as_str());
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!(self.double.bytes(&rows[0].id).unwrap() == bytes);
    }

    pub fn folder(&self) -> String {
        let rows = self.double.named("LukaLibre");
        assert_eq!(rows.len(), 1);
        rows[0].id.clone()
    }

    pub fn routes(&self) -> Vec<Route> {
        self.double.log().iter().map(|entry| entry.route).collect()
    }
}

pub fn read(drive: &mut Drive, number: u64) -> Result<Vec<u8>, RemoteError> {
    contract::content(drive, &contract::name(number))
}
