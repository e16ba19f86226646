//! What is said is understood, and nothing else is.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

#[rstest]
#[case(Request::Status, "{\"version\":1,\"do\":\"status\"}\n")]
#[case(Request::Now, "{\"version\":1,\"do\":\"now\"}\n")]
#[case(Request::Pause, "{\"version\":1,\"do\":\"pause\"}\n")]
#[case(Request::Resume, "{\"version\":1,\"do\":\"resume\"}\n")]
fn a_request_is_one_line(#[case] request: Request, #[case] expected: &str) {
    let line = request.to_line();
    assert_eq!(line, expected.as_bytes());
    assert!(line.len() as u64 <= MAX_REQUEST);
    assert_eq!(Request::from_line(&line), Ok(request));
}

#[rstest]
#[case::nothing("", Refusal::Malformed)]
#[case::no_object("7", Refusal::Malformed)]
#[case::no_request("{\"version\":1}", Refusal::Malformed)]
#[case::another_request("{\"version\":1,\"do\":\"shutdown\"}", Refusal::Malformed)]
#[case::more_than_a_request("{\"version\":1,\"do\":\"now\",\"as\":\"root\"}", Refusal::Malformed)]
#[case::no_version("{\"do\":\"now\"}", Refusal::Malformed)]
#[case::a_later_version("{\"version\":2,\"do\":\"now\",\"remote\":\"usb\"}", Refusal::Version)]
fn what_is_no_request_is_told_so(#[case] line: &str, #[case] refusal: Refusal) {
    assert_eq!(Request::from_line(line.as_bytes()), Err(refusal));
}

#[test]
fn an_answer_is_understood() {
    let status = Status {
        pid: 7,
        since: DateTime::UNIX_EPOCH,
        paused: true,
        obstacle: Some(Obstacle::NoKey),
        remotes: vec![RemoteReport {
            name: "usb".into(),
            doing: Doing::Carrying,
            changed: true,
            next: Some(DateTime::UNIX_EPOCH),
            held: false,
            contact: Contact::default(),
            verified_at: None,
            damaged: false,
        }],
    };
    for answer in [
        Answer::Status(Box::new(status)),
        Answer::Refused(Refusal::Malformed),
        Answer::Refused(Refusal::Ending),
    ] {
        let line = answer.to_line();
        let end = line.iter().position(|&byte| byte == b'\n');
        assert_eq!(end, Some(line.len() - 1));
        assert_eq!(Answer::from_line(&line), Some(answer));
    }
    assert_eq!(
        Answer::from_line(b"{\"version\":2,\"refused\":\"malformed\"}"),
        None
    );
}

proptest! {
    #[test]
    fn any_bytes_are_judged_without_panic(line: Vec<u8>) {
        let _ = Request::from_line(&line);
        let _ = Answer::from_line(&line);
    }
}
