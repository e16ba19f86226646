//! Tokens: few requests for them, no loop, and never lost to a fault that passes.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use backup::remote::contract::bytes;
use backup::{Remote as _, RemoteError};
use drive_double::{Fault, Name, Route};
use rstest::rstest;

use crate::rig::Rig;

#[test]
fn within_the_hour_no_process_asks_for_a_token() {
    let rig = Rig::ready();
    for _ in 0..3 {
        let mut drive = rig.drive();
        drive.list().unwrap();
        drive.list().unwrap();
    }
    assert_eq!(rig.double.count(Route::Token), 0);
}

#[test]
fn a_token_that_is_dead_is_replaced_once() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    drive.list().unwrap();
    rig.double.expire_access_tokens();
    rig.double.forget_log();
    drive.list().unwrap();
    assert_eq!(rig.double.count(Route::Token), 1);
}

#[test]
fn a_storm_of_refusals_asks_for_one_token_for_each() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.double
        .fault(Fault::once(Name::Unauthorized401).always());
    for number in 0..3 {
        let put = rig.put(&mut drive, number, &bytes(10, number));
        assert!(matches!(put, Err(RemoteError::SignInAgain)), "{put:?}");
    }
    let refused = rig
        .double
        .log()
        .iter()
        .filter(|entry| entry.status == 401)
        .count();
    assert!(rig.double.count(Route::Token) <= refused);
    assert!(rig.double.log().len() <= 9, "{:?}", rig.routes());
    rig.double.clear_faults();
    rig.put(&mut drive, 1, &bytes(10, 1)).unwrap();
}

#[test]
fn a_permission_that_was_revoked_ends_it_without_a_loop() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.double.revoke();
    for number in 0..20 {
        let put = rig.put(&mut drive, number, &bytes(10, number));
        let error = put.unwrap_err();
        assert!(matches!(error, RemoteError::SignInAgain));
        assert!(!error.is_retryable());
    }
    assert!(rig.double.log().len() <= 2, "{:?}", rig.routes());
    // Whoever logs in again goes on, in the same process.
    rig.permit();
    rig.put(&mut drive, 1, &bytes(10, 1)).unwrap();
}

#[test]
fn the_fault_by_name_ends_it_too() {
    let rig = Rig::new();
    rig.double.fault(Fault::once(Name::TokenRevoked).always());
    assert!(matches!(
        rig.drive().prepare(),
        Err(RemoteError::SignInAgain)
    ));
    assert_eq!(rig.double.log().len(), 1);
}

#[test]
fn without_a_permission_nobody_is_asked() {
    let rig = Rig::new();
    fs::remove_file(rig.directory().join("token.json")).unwrap();
    assert!(matches!(
        rig.drive().prepare(),
        Err(RemoteError::SignInAgain)
    ));
    assert_eq!(rig.double.log(), []);
}

#[rstest]
#[case(Name::TokenHtml)]
#[case(Name::Token503)]
#[case(Name::TokenReset)]
#[case(Name::TokenHang)]
fn a_fault_of_the_token_endpoint_passes(#[case] fault: Name) {
    let mut rig = Rig::ready();
    if fault == Name::TokenHang {
        rig.pace.patience = Duration::from_millis(150);
    }
    let before = fs::read(rig.directory().join("token.json")).unwrap();
    let mut drive = rig.drive();
    // Once: nobody notices.
    rig.double.expire_access_tokens();
    rig.double.fault(Fault::once(fault));
    drive.list().unwrap();
    // For a while: it is told, with a bound on the requests, and the permission is kept.
    rig.double.expire_access_tokens();
    rig.double.fault(Fault::once(fault).always());
    rig.double.forget_log();
    let listed = drive.list();
    assert!(
        matches!(listed, Err(RemoteError::Unreachable { .. })),
        "{listed:?}"
    );
    assert!(rig.double.log().len() <= 8);
    assert_eq!(
        fs::read(rig.directory().join("token.json")).unwrap(),
        before
    );
    rig.double.clear_faults();
    drive.list().unwrap();
}

#[test]
fn what_is_secret_is_for_the_owner_alone() {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(10, 1)).unwrap();
    rig.client().keep(&rig.directory()).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for file in ["access.json", "ids.json", "folder.json", "client.json"] {
        assert_eq!(mode(&rig.directory().join(file)), 0o600, "{file}");
    }
    assert_eq!(mode(&rig.directory().join("sessions")), 0o700);
}

#[test]
fn no_error_carries_a_secret() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    drive.list().unwrap();
    let access = fs::read_to_string(rig.directory().join("access.json")).unwrap();
    let lasting = fs::read_to_string(rig.directory().join("token.json")).unwrap();
    let secrets: Vec<&str> = [access.as_str(), lasting.as_str()]
        .iter()
        .flat_map(|text| text.split('"'))
        .filter(|word| word.len() > 20)
        .collect();
    assert_eq!(secrets.len(), 2);
    for fault in [
        Name::Http500,
        Name::Forbidden403,
        Name::Rate429,
        Name::Hang,
        Name::CutUpload,
        Name::CutAnswerAfterCreate,
    ] {
        let mut rig_pace = rig.pace;
        rig_pace.patience = Duration::from_millis(100);
        rig_pace.tries = 1;
        let mut drive =
            drive::Drive::open_with(&rig.definition(), rig.client(), rig.directory(), rig_pace)
                .unwrap();
        rig.double.fault(Fault::once(fault).always());
        let error = rig.put(&mut drive, 1, &bytes(10, 1)).unwrap_err();
        rig.double.clear_faults();
        let text = format!("{error} {error:?}");
        for word in secrets
            .iter()
            .chain(&["upload_id", "?", drive_double::CLIENT_SECRET])
        {
            assert!(!text.contains(word), "{fault:?}: {text}");
        }
    }
}
