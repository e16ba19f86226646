//! This machine in the list of machines: an id that means nothing else, and a name.
//!
//! It is not the id that a ledger knows this machine by: the server can't tie one to the other.

use std::io;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The longest name, in characters.
const LONGEST: usize = 64;

/// A machine's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Device(String);

impl Device {
    /// Makes a random one.
    pub(super) fn new() -> io::Result<Self> {
        let mut random = [0; 8];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        Ok(Self(HEXLOWER.encode(&random)))
    }

    /// What this machine is called: its host name.
    pub(crate) fn name() -> String {
        let system = rustix::system::uname();
        let name = system.nodename().to_string_lossy();
        let name: String = name
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST)
            .collect();
        if name.is_empty() {
            "luka".to_owned()
        } else {
            name
        }
    }
}

/// The list of machines with this one in it; `None` when it says so already. The entries of others
/// are left as they are.
pub(crate) fn with_device(
    list: Option<&Value>,
    device: &Device,
    name: &str,
    today: NaiveDate,
) -> Option<Value> {
    let mut machines = list.and_then(Value::as_array).cloned().unwrap_or_default();
    let own = machines
        .iter()
        .position(|machine| machine["id"] == device.0.as_str());
    let entry = json!({ "id": device.0, "name": name, "since": today });
    match own.and_then(|at| machines.get_mut(at)) {
        Some(known) if known["name"] == name => return None,
        Some(known) => *known = entry,
        None => machines.push(entry),
    }
    Some(Value::Array(machines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_added_once_and_others_stay() {
        let device = Device("aa".to_owned());
        let today = NaiveDate::from_ymd_opt(2025, 4, 16).unwrap();
        let desk = json!({"id": "bb", "name": "desk", "more": 1});
        let both = with_device(Some(&json!([desk])), &device, "laptop", today).unwrap();
        let own = json!({"id": "aa", "name": "laptop", "since": "2025-04-16"});
        assert_eq!(both, json!([desk, own]));
        assert_eq!(with_device(Some(&both), &device, "laptop", today), None);
        let renamed = with_device(Some(&both), &device, "phone", today).unwrap();
        assert_eq!(renamed[0], desk);
        assert_eq!(renamed[1]["name"], "phone");
        assert_eq!(renamed.as_array().unwrap().len(), 2);
        assert_eq!(
            with_device(None, &device, "laptop", today),
            Some(json!([own]))
        );
    }

    #[test]
    fn two_machines_have_two_ids() {
        assert_ne!(Device::new().unwrap(), Device::new().unwrap());
        assert!(!Device::name().is_empty());
    }
}
