//! The agent over a real socket, with its server in a thread: no test waits for a fixed time.

#![allow(
    clippy::unwrap_used,
    reason = "the lint spares tests, but not their helpers"
)]

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::Duration;

use rstest::rstest;
use tempfile::TempDir;
use vault::agent::{AgentClient, AgentError, AgentServer, BindError, Refusal};
use vault::private::PrivateError;
use vault::{LedgerId, LedgerKey};

const HOUR: Duration = Duration::from_hours(1);
const BLINK: Duration = Duration::from_millis(1);

/// A running agent in a directory of its own.
struct Agent {
    dir: TempDir,
    thread: JoinHandle<()>,
}

impl Agent {
    fn start() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let server = AgentServer::bind(&socket_in(&dir)).unwrap();
        Self {
            dir,
            thread: std::thread::spawn(|| server.run().unwrap()),
        }
    }

    fn socket(&self) -> PathBuf {
        socket_in(&self.dir)
    }

    fn client(&self) -> AgentClient {
        AgentClient::connect(&self.socket()).unwrap().unwrap()
    }

    fn raw(&self) -> UnixStream {
        UnixStream::connect(self.socket()).unwrap()
    }

    /// Waits until the agent has ended, and sees that it left no socket behind.
    fn ended(self) {
        self.thread.join().unwrap();
        assert!(!socket_in(&self.dir).exists());
        assert!(
            AgentClient::connect(&socket_in(&self.dir))
                .unwrap()
                .is_none()
        );
    }
}

fn socket_in(dir: &TempDir) -> PathBuf {
    dir.path().join("lukalibre").join("agent.sock")
}

fn ledger() -> (LedgerId, LedgerKey) {
    (
        LedgerId::generate().unwrap(),
        LedgerKey::generate().unwrap(),
    )
}

fn same(one: &LedgerKey, other: &LedgerKey) -> bool {
    *one.expose_sqlcipher_hex() == *other.expose_sqlcipher_hex()
}

#[test]
fn holds_hands_out_and_forgets() {
    let agent = Agent::start();
    let ((home, home_key), (shop, shop_key)) = (ledger(), ledger());
    let mut client = agent.client();
    client.hold(home, &home_key, HOUR).unwrap();
    client.hold(shop, &shop_key, HOUR * 2).unwrap();

    let mut another = agent.client();
    assert!(same(
        &another.request_key(home).unwrap().unwrap(),
        &home_key
    ));
    assert!(same(&client.request_key(shop).unwrap().unwrap(), &shop_key));
    assert!(client.request_key(ledger().0).unwrap().is_none());

    let status = client.status().unwrap();
    assert_eq!(
        status
            .keys
            .iter()
            .map(|key| key.ledger_id)
            .collect::<Vec<_>>(),
        [home, shop]
    );
    assert!(status.keys[0].expires_in <= HOUR && status.keys[0].expires_in > HOUR / 2);
    assert!(status.keys[1].expires_in > HOUR);

    client.forget(Some(home)).unwrap();
    assert!(another.request_key(home).unwrap().is_none());
    assert!(another.request_key(shop).unwrap().is_some());
    client.forget(None).unwrap();
    agent.ended();
}

#[test]
fn a_key_held_again_replaces_itself() {
    let agent = Agent::start();
    let (id, key) = ledger();
    let mut client = agent.client();
    client.hold(id, &ledger().1, HOUR).unwrap();
    client.hold(id, &key, HOUR).unwrap();
    assert!(same(&client.request_key(id).unwrap().unwrap(), &key));
    assert_eq!(client.status().unwrap().keys.len(), 1);
    client.forget(Some(id)).unwrap();
    agent.ended();
}

#[test]
fn ends_by_itself_when_the_last_key_has_expired() {
    let agent = Agent::start();
    let mut client = agent.client();
    let ((long, long_key), (short, short_key)) = (ledger(), ledger());
    client.hold(long, &long_key, HOUR).unwrap();
    client.hold(short, &short_key, Duration::ZERO).unwrap();
    assert!(client.request_key(short).unwrap().is_none());
    assert!(client.request_key(long).unwrap().is_some());
    client.hold(long, &long_key, BLINK).unwrap();
    agent.ended();
}

#[test]
fn a_key_given_before_it_runs_expires_likewise() {
    let dir = tempfile::tempdir().unwrap();
    let mut server = AgentServer::bind(&socket_in(&dir)).unwrap();
    let (id, key) = ledger();
    server.hold(id, &key, BLINK).unwrap();
    server.run().unwrap();
    assert!(!socket_in(&dir).exists());
}

#[test]
fn refuses_to_hold_for_too_long_and_goes_on() {
    let agent = Agent::start();
    let (id, key) = ledger();
    let mut client = agent.client();
    for ttl in [HOUR * 24 * 32, Duration::MAX] {
        let result = client.hold(id, &key, ttl);
        assert!(
            matches!(result, Err(AgentError::Refused(Refusal::TooLong))),
            "{result:?}"
        );
    }
    client.hold(id, &key, HOUR).unwrap();
    client.forget(None).unwrap();
    agent.ended();
}

#[test]
fn refuses_more_ledgers_than_it_can_hold() {
    let agent = Agent::start();
    let mut client = agent.client();
    let refused = (0..99)
        .map(|_| ledger())
        .find_map(|(id, key)| client.hold(id, &key, HOUR).err());
    assert!(
        matches!(refused, Some(AgentError::Refused(Refusal::Full))),
        "{refused:?}"
    );
    client.forget(None).unwrap();
    agent.ended();
}

#[rstest]
#[case::http(b"GET / HTTP/1.1\r\n\r\n", 2)]
#[case::other_version(&[9, 1, 0, 0], 2)]
#[case::oversize(&[1, 2, 0xff, 0xff], 1)]
#[case::unknown_verb(&[1, 99, 0, 0], 1)]
#[case::short_hold(&[1, 2, 1, 0, 7], 1)]
#[case::long_status(&[1, 4, 1, 0, 7], 1)]
fn garbage_is_refused_and_the_next_client_served(#[case] bytes: &[u8], #[case] code: u8) {
    let agent = Agent::start();
    let mut raw = agent.raw();
    raw.write_all(bytes).unwrap();
    let mut answer = [0; 5];
    raw.read_exact(&mut answer).unwrap();
    assert_eq!(answer, [1, 5, 1, 0, code]);
    // Hung up: the end, or a reset when the agent left bytes unread.
    assert!(matches!(raw.read(&mut answer), Ok(0) | Err(_)));
    agent.client().forget(None).unwrap();
    agent.ended();
}

#[test]
fn clients_that_stall_or_leave_hold_up_nobody() {
    let agent = Agent::start();
    let (silent, mut halting, mut leaving) = (agent.raw(), agent.raw(), agent.raw());
    halting.write_all(&[1, 2, 56]).unwrap();
    leaving.write_all(&[1, 4, 0, 0]).unwrap();
    drop(leaving);
    let (id, key) = ledger();
    agent.client().hold(id, &key, HOUR).unwrap();
    assert!(same(
        &agent.client().request_key(id).unwrap().unwrap(),
        &key
    ));
    agent.client().forget(None).unwrap();
    agent.ended();
    drop((silent, halting));
}

#[test]
fn a_message_may_come_byte_by_byte() {
    let agent = Agent::start();
    let mut raw = agent.raw();
    for byte in [1, 4, 0, 0] {
        raw.write_all(&[byte]).unwrap();
        // Another client's answer proves that the agent went round meanwhile.
        agent.client().status().unwrap();
    }
    let mut answer = [0; 6];
    raw.read_exact(&mut answer).unwrap();
    assert_eq!(answer[..4], [1, 4, 2, 0]);
    agent.client().forget(None).unwrap();
    agent.ended();
}

#[test]
fn an_agent_whose_socket_was_swept_away_ends() {
    let agent = Agent::start();
    let (id, key) = ledger();
    let mut client = agent.client();
    client.hold(id, &key, HOUR).unwrap();
    fs::remove_file(agent.socket()).unwrap();
    // It may answer once more, but it goes round and notices.
    let _ = client.status();
    agent.ended();
}

#[test]
fn a_socket_has_one_agent() {
    let agent = Agent::start();
    let second = AgentServer::bind(&agent.socket()).map(drop);
    assert!(
        matches!(second, Err(BindError::AlreadyRunning)),
        "{second:?}"
    );
    agent.client().forget(None).unwrap();
    agent.ended();
}

#[test]
fn of_many_that_bind_at_once_one_wins() {
    let dir = tempfile::tempdir().unwrap();
    let path = &socket_in(&dir);
    // The winner is kept until all have tried.
    let results: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| AgentServer::bind(path)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    let lost = |result: &Result<_, _>| matches!(result, Err(BindError::AlreadyRunning));
    assert_eq!(results.iter().filter(|result| lost(result)).count(), 7);
    assert!(AgentClient::connect(path).unwrap().is_some());
}

#[test]
fn a_stale_socket_is_nobody_and_is_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let path = socket_in(&dir);
    assert!(
        AgentClient::connect(&path).unwrap().is_none(),
        "not even a directory"
    );
    vault::private::create_private_dir(path.parent().unwrap()).unwrap();
    assert!(AgentClient::connect(&path).unwrap().is_none(), "no socket");
    drop(UnixListener::bind(&path).unwrap());
    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    assert!(
        AgentClient::connect(&path).unwrap().is_none(),
        "a dead socket"
    );

    let mut server = AgentServer::bind(&path).unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let (id, key) = ledger();
    server.hold(id, &key, BLINK).unwrap();
    server.run().unwrap();
}

#[test]
fn what_is_not_a_socket_of_ours_is_neither_used_nor_removed() {
    let dir = tempfile::tempdir().unwrap();
    let path = socket_in(&dir);
    vault::private::create_private_dir(path.parent().unwrap()).unwrap();
    fs::write(&path, "precious").unwrap();
    let bound = AgentServer::bind(&path).map(drop);
    assert!(
        matches!(bound, Err(BindError::Private(PrivateError::NotA { .. }))),
        "{bound:?}"
    );
    let connected = AgentClient::connect(&path);
    assert!(matches!(
        connected,
        Err(AgentError::Private(PrivateError::NotA { .. }))
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), "precious");
}

#[test]
fn a_loose_socket_or_directory_is_not_trusted() {
    let agent = Agent::start();
    let (socket, dir) = (
        agent.socket(),
        agent.socket().parent().unwrap().to_path_buf(),
    );
    for (path, loose, tight) in [(&socket, 0o666, 0o600), (&dir, 0o755, 0o700)] {
        fs::set_permissions(path, Permissions::from_mode(loose)).unwrap();
        match AgentClient::connect(&socket) {
            Err(AgentError::Private(PrivateError::LooseMode { mode, .. })) => {
                assert_eq!(mode, loose);
            }
            other => panic!("{other:?}"),
        }
        fs::set_permissions(path, Permissions::from_mode(tight)).unwrap();
    }
    agent.client().forget(None).unwrap();
    agent.ended();
}
