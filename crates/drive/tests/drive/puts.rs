//! Putting: exactly one object, whatever happens to requests and answers.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use backup::progress::Unwatched;
use backup::remote::contract::{bytes, name};
use backup::{Progress, Remote as _, RemoteError};
use drive_double::{Fault, Name, Route};
use rstest::rstest;

use crate::rig::{Rig, read};

/// More than goes in one request.
const LONG: usize = 5_500_000;

#[test]
fn a_warm_put_of_a_small_object_is_one_request() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &bytes(100, 1)).unwrap();
    rig.double.forget_log();
    let before = drive.requests();
    rig.put(&mut drive, 2, &bytes(20_000, 2)).unwrap();
    assert_eq!(rig.routes(), [Route::Create]);
    assert_eq!(drive.requests() - before, 1);
    // In another process too: the token, the folder and the ids are on the disk.
    rig.double.forget_log();
    rig.put(&mut rig.drive(), 3, &bytes(20_000, 3)).unwrap();
    assert_eq!(rig.routes(), [Route::Create]);
}

#[test]
fn every_request_is_counted() {
    let rig = Rig::new();
    let mut drive = rig.drive();
    drive.prepare().unwrap();
    rig.put(&mut drive, 1, &bytes(100, 1)).unwrap();
    rig.put(&mut drive, 2, &bytes(LONG, 2)).unwrap();
    read(&mut drive, 2).unwrap();
    drive.list().unwrap();
    drive.remove(&name(1)).unwrap();
    assert_eq!(drive.requests(), rig.double.log().len() as u64);
}

/// Whatever hits the creation, once, in the middle or twice in a row, one object is there after it.
#[rstest]
fn a_fault_of_a_create_leaves_one_object(
    #[values(
        Name::LostAnswerAfterCreate,
        Name::Http500AfterCreate,
        Name::CutAnswerAfterCreate,
        Name::Http500,
        Name::Http503,
        Name::Rate429,
        Name::Rate403,
        Name::CutUpload,
        Name::Unauthorized401,
        Name::WrongMd5,
        Name::Trashed
    )]
    fault: Name,
    #[values(1000, 0, LONG)] length: usize,
    #[values(1, 2)] times: u64,
) {
    if fault == Name::Unauthorized401 && times > 1 {
        return; // two in a row end the permission: see permission.rs
    }
    let rig = Rig::ready();
    let content = bytes(length, 7);
    rig.double.fault(Fault::once(fault).times(times));
    rig.put(&mut rig.drive(), 7, &content).unwrap();
    if fault == Name::Trashed {
        let rows = rig.double.named(name(7).as_str());
        assert_eq!(rows.iter().filter(|row| !row.trashed).count(), 1);
    } else {
        rig.has_just(7, &content);
    }
    assert!(read(&mut rig.drive(), 7).unwrap() == content);
    assert_eq!(rig.double.overlap_mismatches(), 0);
}

#[test]
fn after_a_lost_answer_it_is_asked_and_not_sent_again() {
    for (length, sent) in [(1000, Route::Create), (LONG, Route::Session)] {
        let rig = Rig::ready();
        rig.double.fault(Fault::once(Name::LostAnswerAfterCreate));
        rig.put(&mut rig.drive(), 1, &bytes(length, 1)).unwrap();
        assert_eq!(rig.double.count(sent), 1);
        rig.has_just(1, &bytes(length, 1));
    }
}

#[test]
fn a_put_after_a_put_that_was_given_up_makes_no_second() {
    for length in [1000, LONG] {
        let rig = Rig::ready();
        let content = bytes(length, 1);
        rig.double.fault(Fault::once(Name::LostAnswerAfterCreate));
        rig.double
            .fault(Fault::once(Name::Http500).on(Route::Get).always());
        rig.double
            .fault(Fault::once(Name::Http500).on(Route::Status).always());
        let put = rig.put(&mut rig.drive(), 1, &content);
        assert!(
            matches!(put, Err(RemoteError::Unreachable { .. })),
            "{put:?}"
        );
        assert!(put.unwrap_err().is_retryable());
        rig.double.clear_faults();
        rig.put(&mut rig.drive(), 1, &content).unwrap();
        rig.has_just(1, &content);
    }
}

/// Stops when so many bytes went out, as a process that is killed.
struct StopAfter(u64, AtomicU64);

impl Progress for StopAfter {
    fn advance(&self, bytes: u64) {
        self.1.fetch_add(bytes, Ordering::SeqCst);
    }

    fn is_cancelled(&self) -> bool {
        self.1.load(Ordering::SeqCst) >= self.0
    }
}

#[test]
fn a_long_upload_is_taken_up_by_another_process() {
    let rig = Rig::ready();
    let (object, content) = (name(1), bytes(LONG, 1));
    let staged = rig.stage(&object, &content);
    for stop in [1 << 20, 3 << 20] {
        let watch = StopAfter(stop, AtomicU64::new(0));
        let put = rig.drive().put(&object, &staged, &watch);
        assert!(matches!(put, Err(RemoteError::Cancelled)), "{put:?}");
    }
    rig.drive().put(&object, &staged, &Unwatched).unwrap();
    rig.has_just(1, &content);
    let log = rig.double.log();
    let sent = log.iter().filter(|entry| entry.route == Route::Chunk);
    let sent: u64 = sent.map(|entry| entry.bytes_in).sum();
    let piece = rig.pace.piece;
    assert!(sent <= LONG as u64 + 2 * piece, "{sent}");
    assert_eq!(rig.double.count(Route::Session), 1);
    assert_eq!(rig.double.overlap_mismatches(), 0);
}

#[test]
fn a_piece_that_is_cut_goes_on_where_the_server_says() {
    let rig = Rig::ready();
    let content = bytes(LONG, 1);
    // A piece of 1 MiB is cut after 700,000 bytes: 512 KiB are kept.
    let cut = Fault::once(Name::CutUpload).value(700_000).after(1);
    rig.double.fault(cut.times(2));
    rig.put(&mut rig.drive(), 1, &content).unwrap();
    rig.has_just(1, &content);
    let log = rig.double.log();
    let ranges: Vec<&str> = log
        .iter()
        .filter(|entry| entry.route == Route::Chunk)
        .filter_map(|entry| entry.range.as_deref())
        .collect();
    assert_eq!(ranges[1], "bytes 1048576-2097151/5500000");
    assert_eq!(ranges[2], "bytes 1572864-2621439/5500000");
    assert_eq!(ranges[3], "bytes 2097152-3145727/5500000");
    assert_eq!(rig.double.overlap_mismatches(), 0);
}

#[rstest]
fn a_session_that_is_gone_is_begun_anew_with_the_same_id(
    #[values(Name::Session404, Name::Session410)] fault: Name,
    #[values(0, 2, 5)] after: u64,
) {
    let rig = Rig::ready();
    let content = bytes(LONG, 1);
    rig.double.fault(Fault::once(fault).after(after));
    rig.put(&mut rig.drive(), 1, &content).unwrap();
    rig.has_just(1, &content);
    assert_eq!(rig.double.count(Route::Session), 2);
    let id = &rig.double.named(name(1).as_str())[0].id;
    let ids = std::fs::read_to_string(rig.directory().join("ids.json")).unwrap();
    assert!(ids.contains(&format!("\"{}\":\"{id}\"", name(1))));
}

#[test]
fn a_session_that_never_lives_is_given_up() {
    let rig = Rig::ready();
    rig.double.fault(Fault::once(Name::Session410).always());
    let put = rig.put(&mut rig.drive(), 1, &bytes(LONG, 1));
    assert!(
        matches!(put, Err(RemoteError::Unreachable { .. })),
        "{put:?}"
    );
    assert!(rig.double.log().len() < 40);
}

#[test]
fn a_session_of_other_bytes_is_not_taken_up() {
    let rig = Rig::ready();
    let (object, old, new) = (name(1), bytes(LONG, 1), bytes(LONG, 2));
    let watch = StopAfter(1 << 20, AtomicU64::new(0));
    let put = rig.drive().put(&object, &rig.stage(&object, &old), &watch);
    assert!(matches!(put, Err(RemoteError::Cancelled)));
    rig.put(&mut rig.drive(), 1, &new).unwrap();
    rig.has_just(1, &new);
    assert_eq!(
        rig.double.count(Route::Delete),
        0,
        "nothing had to be mended"
    );
    assert_eq!(rig.double.overlap_mismatches(), 0);
}

#[test]
fn a_drive_that_is_restarted_in_the_middle_gets_the_rest() {
    let mut rig = Rig::ready();
    let (object, content) = (name(1), bytes(LONG, 1));
    let staged = rig.stage(&object, &content);
    let mut drive = rig.drive();
    let watch = StopAfter(2 << 20, AtomicU64::new(0));
    let put = drive.put(&object, &staged, &watch);
    assert!(matches!(put, Err(RemoteError::Cancelled)));
    rig.double.restart().unwrap();
    drive.put(&object, &staged, &Unwatched).unwrap();
    rig.has_just(1, &content);
    assert_eq!(
        rig.double.count(Route::Session),
        0,
        "none was begun after it"
    );
}

#[rstest]
#[case::in_one_request(1000)]
#[case::in_pieces(LONG)]
fn a_full_drive_is_said_and_goes_on_when_there_is_space(#[case] length: usize) {
    let rig = Rig::ready();
    let content = bytes(length, 1);
    rig.double.set_quota(Some(10));
    let put = rig.put(&mut rig.drive(), 1, &content);
    assert!(matches!(put, Err(RemoteError::Full)), "{put:?}");
    assert_eq!(rig.double.named(name(1).as_str()).len(), 0);
    rig.double.set_quota(None);
    rig.put(&mut rig.drive(), 1, &content).unwrap();
    rig.has_just(1, &content);
}

#[test]
fn a_drive_that_is_full_at_the_last_piece_keeps_what_it_has() {
    let rig = Rig::ready();
    let content = bytes(LONG, 1);
    rig.double
        .fault(Fault::once(Name::Quota403).on(Route::Chunk).after(5));
    let put = rig.put(&mut rig.drive(), 1, &content);
    assert!(matches!(put, Err(RemoteError::Full)), "{put:?}");
    rig.put(&mut rig.drive(), 1, &content).unwrap();
    rig.has_just(1, &content);
    assert_eq!(rig.double.count(Route::Session), 1);
}

#[rstest]
#[case(Name::Rate429)]
#[case(Name::Rate403)]
fn limits_that_stay_are_told_after_a_few_tries(#[case] fault: Name) {
    let rig = Rig::ready();
    rig.double.fault(Fault::once(fault).value(3).always());
    let put = rig.put(&mut rig.drive(), 1, &bytes(100, 1));
    let error = put.unwrap_err();
    assert!(
        matches!(error, RemoteError::RateLimited { .. }),
        "{error:?}"
    );
    assert!(error.is_retryable());
    let asked = (fault == Name::Rate429).then_some(Duration::from_secs(3));
    assert_eq!(error.retry_after(), asked);
    assert!(rig.double.log().len() <= 6, "{:?}", rig.routes());
}

#[test]
fn a_wait_longer_than_the_budget_is_not_waited() {
    let rig = Rig::ready();
    rig.double.fault(Fault::once(Name::Rate429).value(86_400));
    let put = rig.put(&mut rig.drive(), 1, &bytes(100, 1));
    let error = put.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_hours(24)));
    assert_eq!(rig.double.log().len(), 1);
}

#[test]
fn a_refusal_is_told_at_once_and_in_one_word() {
    let rig = Rig::ready();
    rig.double.fault(Fault::once(Name::Forbidden403).always());
    let put = rig.put(&mut rig.drive(), 1, &bytes(100, 1));
    let error = put.unwrap_err();
    assert!(!error.is_retryable());
    assert_eq!(
        error.to_string(),
        "the remote refused: HTTP 403 insufficientFilePermissions"
    );
    assert_eq!(rig.double.log().len(), 1);
}

#[test]
fn an_id_that_another_took_is_not_mistaken_for_the_object() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &bytes(100, 1)).unwrap();
    let id = rig.double.named(name(1).as_str())[0].id.clone();
    let path = rig.directory().join("ids.json");
    let ids = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        ids.replacen("\"free\":[", &format!("\"free\":[\"{id}\","), 1),
    )
    .unwrap();
    // A hundred puts come by that id for certain.
    for number in 2..102 {
        rig.put(&mut drive, number, &bytes(10, number)).unwrap();
    }
    rig.has_just(1, &bytes(100, 1));
    for number in 2..102 {
        rig.has_just(number, &bytes(10, number));
    }
}

#[test]
fn what_was_forgotten_here_is_found_there() {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(100, 1)).unwrap();
    std::fs::remove_file(rig.directory().join("ids.json")).unwrap();
    rig.put(&mut rig.drive(), 1, &bytes(100, 1)).unwrap();
    rig.has_just(1, &bytes(100, 1));
    std::fs::write(rig.directory().join("ids.json"), b"\x00").unwrap();
    let put = rig.put(&mut rig.drive(), 1, &bytes(100, 2));
    assert!(matches!(put, Err(RemoteError::Differs { .. })), "{put:?}");
    rig.has_just(1, &bytes(100, 1));
}

#[test]
fn a_checksum_that_never_fits_is_told_and_leaves_nothing() {
    let rig = Rig::ready();
    rig.double.fault(Fault::once(Name::WrongMd5).always());
    let put = rig.put(&mut rig.drive(), 1, &bytes(100, 1));
    assert!(matches!(put, Err(RemoteError::Differs { .. })), "{put:?}");
    assert_eq!(rig.double.named(name(1).as_str()).len(), 0);
    assert!(rig.double.log().len() <= 12);
}
