//! With nothing to do the daemon sleeps: no thread of it wakes up.

use std::fs;

use crate::rig::{Machine, eventually};

/// How often each thread went to sleep or was put to sleep so far; Linux counts them.
fn switches(process: u32) -> Vec<(String, u64)> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let mut switches: Vec<_> = tasks
        .map(|task| {
            let path = task.unwrap().path().join("status");
            let text = fs::read_to_string(path).unwrap();
            let number = |line: &str| line.split_whitespace().last()?.parse::<u64>().ok();
            let lines = text.lines().filter(|line| line.contains("_ctxt_switches"));
            let name = text.lines().next().unwrap().to_owned();
            (name, lines.filter_map(number).sum())
        })
        .collect();
    switches.sort();
    switches
}

#[test]
#[cfg(target_os = "linux")]
fn at_rest_nothing_wakes_up() {
    let machine = Machine::new(8);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    // A whole second in which no thread went to sleep anew is a second in which none was awake.
    let mut last = switches(daemon.id());
    let mut since = std::time::Instant::now();
    let calm = eventually(|| {
        let now = switches(daemon.id());
        if now != last {
            last = now;
            since = std::time::Instant::now();
        }
        (since.elapsed().as_secs() >= 1).then_some(())
    });
    assert!(calm.is_some(), "{last:?}");
    daemon.stop();
}

/// Memory in use, in KiB.
#[cfg(target_os = "linux")]
fn resident(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = text.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn at_rest_what_a_backup_needed_is_given_back() {
    // 16 MB, as 100,000 transactions have.
    let machine = Machine::new(4000);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    let mut found = 0;
    let small = eventually(|| {
        found = resident(daemon.id());
        (found <= 15 * 1024).then_some(())
    });
    assert!(small.is_some(), "{found} KiB");
    daemon.stop();
}
