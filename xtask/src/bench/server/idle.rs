//! Ten thousand connections that say nothing, and one that is answered all the same.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::Instant;

use anyhow::ensure;
use nix::sys::resource::{Resource, getrlimit, setrlimit};

use super::load;
use super::process::Serving;
use crate::bench::sample::Sample;
use crate::bench::table::{Limit, Table};

const IDLE: usize = 10_000;
/// Milliseconds that an answer may take beside them.
const ANSWER_MILLIS: u64 = 100;

/// Holds them, and counts who is still there.
pub(super) fn hold(server: &Serving, table: &mut Table) -> anyhow::Result<()> {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, most, most)?;
    if most < 12_000 {
        table.skip(
            "server: idle connections",
            "too few open files are allowed here",
        );
        return Ok(());
    }
    let mut held = Vec::with_capacity(IDLE);
    for _ in 0..IDLE {
        held.push(TcpStream::connect(server.address)?);
    }
    let began = Instant::now();
    ensure!(
        load::is_answered(server.address)?,
        "nobody answers beside idle connections"
    );
    let sample = Sample {
        micros: u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX),
        peak_kib: 0,
    };
    let limit = Limit::millis(ANSWER_MILLIS);
    table.add(
        "server: an answer beside idle connections",
        "10k",
        Ok(sample),
        Some(limit),
    );
    let mut alive = 0;
    for stream in &held {
        stream.set_nonblocking(true)?;
        let peeked = stream.peek(&mut [0]);
        alive += usize::from(peeked.is_err_and(|error| error.kind() == ErrorKind::WouldBlock));
    }
    ensure!(
        alive == IDLE,
        "only {alive} of {IDLE} idle connections are held"
    );
    Ok(())
}
