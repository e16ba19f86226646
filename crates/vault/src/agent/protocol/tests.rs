//! The messages as tables, and garbage as garbage.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

const ID: LedgerId = LedgerId::from_bytes([7; LedgerId::LEN]);

fn key() -> LedgerKey {
    LedgerKey::copy_from(&[0x42; LedgerKey::LEN])
}

/// The payload of an encoded message, after its header was found right.
fn split(message: &[u8]) -> (u8, &[u8]) {
    let (header, payload) = message.split_first_chunk::<HEADER>().unwrap();
    assert_eq!(payload_len(*header), Ok(payload.len()));
    assert!(message.len() <= MAX_MESSAGE);
    (header[1], payload)
}

#[rstest]
#[case::key(Request::Key(ID))]
#[case::hold(Request::Hold { ledger_id: ID, ttl: Duration::from_hours(8), key: key() })]
#[case::forget_one(Request::Forget(Some(ID)))]
#[case::forget_all(Request::Forget(None))]
#[case::status(Request::Status)]
fn requests_come_through(#[case] request: Request) {
    let message = request.encode();
    let (verb, payload) = split(&message);
    let read = Request::decode(verb, payload).unwrap();
    assert_eq!(*read.encode(), *message);
    assert_eq!(format!("{read:?}"), format!("{request:?}"));
    if !payload.is_empty() {
        assert!(
            Request::decode(verb, &payload[1..]).is_err(),
            "a short payload was taken"
        );
    }
    let longer = [payload, &[0]].concat();
    assert!(
        Request::decode(verb, &longer).is_err(),
        "a long payload was taken"
    );
}

#[rstest]
#[case::done(Reply::Done)]
#[case::no_key(Reply::NoKey)]
#[case::key(Reply::Key(key()))]
#[case::refused(Reply::Refused(Refusal::Full))]
#[case::idle(Reply::Status(AgentStatus { memory_locked: true, keys: Vec::new() }))]
#[case::full(Reply::Status(AgentStatus {
    memory_locked: false,
    keys: vec![HeldKey { ledger_id: ID, expires_in: Duration::from_secs(9) }; CAPACITY],
}))]
fn replies_come_through(#[case] reply: Reply) {
    let message = reply.encode();
    let (verb, payload) = split(&message);
    let read = Reply::decode(verb, payload).unwrap();
    assert_eq!(*read.encode(), *message);
    assert_eq!(format!("{read:?}"), format!("{reply:?}"));
    assert!(Reply::decode(verb, &[payload, &[0]].concat()).is_err());
}

#[rstest]
#[case::other_version([VERSION + 1, 1, 0, 0], Err(Refusal::Version))]
#[case::http(*b"GET ", Err(Refusal::Version))]
#[case::oversize([VERSION, 1, 0xff, 0xff], Err(Refusal::Malformed))]
#[case::largest([VERSION, 1, 0x82, 0x01], Ok(MAX_PAYLOAD))]
#[case::one_too_many([VERSION, 1, 0x83, 0x01], Err(Refusal::Malformed))]
fn headers_are_judged_first(
    #[case] header: [u8; HEADER],
    #[case] expected: Result<usize, Refusal>,
) {
    assert_eq!(payload_len(header), expected);
}

#[test]
fn a_started_millisecond_counts_as_one() {
    assert_eq!(millis(Duration::from_micros(1)), 1u64.to_le_bytes());
    assert_eq!(millis(Duration::MAX), u64::MAX.to_le_bytes());
}

proptest! {
    #[test]
    fn any_payload_is_judged_without_panic(verb: u8, payload: Vec<u8>) {
        if let Ok(request) = Request::decode(verb, &payload) {
            let message = request.encode();
            prop_assert_eq!(split(&message), (verb, payload.as_slice()));
        }
        let _ = Reply::decode(verb, &payload);
    }
}
