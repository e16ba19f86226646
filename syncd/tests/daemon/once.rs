//! `--once`: for timers and cron.

use std::fs;

use rstest::rstest;

use crate::rig::{BRISK, Machine};

#[test]
fn each_remote_gets_its_version() {
    let machine = Machine::new(8);
    let (nas, usb) = (machine.add_folder("nas"), machine.add_folder("usb"));
    let (code, said) = machine.run(&["--once"]);
    assert_eq!(code, 0, "{said}");
    for place in [&nas, &usb] {
        let versions = machine.restored(place);
        assert_eq!(versions.len(), 1);
        assert!(versions[0].1 == machine.content());
    }
    // Nothing has changed.
    assert_eq!(machine.run(&["--once"]).0, 0);
    assert_eq!(usb.versions().len(), 1);
    machine.change(2);
    assert_eq!(machine.run(&["--once"]).0, 0);
    assert_eq!(usb.versions().len(), 2);
}

#[test]
fn a_remote_that_fails_is_exit_7_and_the_others_have_theirs() {
    let machine = Machine::new(8);
    let (nas, usb) = (machine.add_folder("nas"), machine.add_folder("usb"));
    fs::remove_dir(nas.path()).unwrap();
    let (code, said) = machine.run(&["--once"]);
    assert_eq!(code, 7, "{said}");
    assert!(said.contains("remote=nas"), "{said}");
    assert_eq!(usb.versions().len(), 1);
}

#[test]
fn damage_is_exit_8() {
    let machine = Machine::new(200);
    let usb = machine.add_folder("usb");
    assert_eq!(machine.run(&["--once"]).0, 0);
    let first = usb.versions().pop_first().unwrap();
    let file = usb.path().join(first.as_str());
    let mut flipped = fs::read(&file).unwrap();
    flipped[100] ^= 1;
    fs::write(file, flipped).unwrap();
    machine.configure(&BRISK.replace("never", "1ms").replace("200ms", "9h"));
    let (code, said) = machine.run(&["--once"]);
    assert_eq!(code, 8, "{said}");
    assert_eq!(
        usb.versions().len(),
        2,
        "a full one was made at once: {said}"
    );
}

#[rstest]
#[case::no_ledger("keys.json", "luka init")]
#[case::no_key("backup/key.json", "luka remote add")]
#[case::no_remotes("backup/remotes", "luka remote add")]
fn with_nothing_to_do_it_with_it_is_exit_4(#[case] missing: &str, #[case] advice: &str) {
    let machine = Machine::new(2);
    machine.add_folder("usb");
    let path = machine.home.ledger().join(missing);
    fs::rename(path, machine.path("aside")).unwrap();
    let (code, said) = machine.run(&["--once"]);
    assert_eq!(code, 4, "{said}");
    assert!(said.contains(advice), "{said}");
}

#[test]
fn a_command_line_that_makes_no_sense_is_exit_2() {
    let machine = Machine::new(2);
    let (code, said) = machine.run(&["--twice"]);
    assert_eq!(code, 2);
    assert!(said.contains("--help"), "{said}");
}
