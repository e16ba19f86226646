//! What client and agent say to each other: small binary messages, version 1.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | protocol version |
//! | 1 | verb |
//! | 2 | length of the payload, little endian, at most [`MAX_PAYLOAD`] |
//! | … | payload: fixed fields, integers little endian |
//!
//! Decoding allocates nothing before the length is judged, and refuses left-over bytes. Each buffer
//! that may hold a key is wiped by its type.

use std::time::Duration;

use zeroize::Zeroizing;

use super::Refusal;
use super::held::CAPACITY;
use crate::{LedgerId, LedgerKey};

pub(super) const VERSION: u8 = 1;
pub(super) const HEADER: usize = 4;
pub(super) const MAX_PAYLOAD: usize = 2 + CAPACITY * (LedgerId::LEN + 8);
pub(super) const MAX_MESSAGE: usize = HEADER + MAX_PAYLOAD;

/// What a client asks.
#[derive(Debug)]
pub(super) enum Request {
    Key(LedgerId),
    Hold {
        ledger_id: LedgerId,
        ttl: Duration,
        key: LedgerKey,
    },
    Forget(Option<LedgerId>),
    Status,
}

/// What the agent answers.
#[derive(Debug)]
pub(super) enum Reply {
    Done,
    NoKey,
    Key(LedgerKey),
    Status(AgentStatus),
    Refused(Refusal),
}

/// What an agent says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentStatus {
    /// Whether the system let it keep its keys out of swap.
    pub memory_locked: bool,
    /// The keys it holds.
    pub keys: Vec<HeldKey>,
}

/// A key that an agent holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldKey {
    /// The ledger it opens.
    pub ledger_id: LedgerId,
    /// The time it will still be held.
    pub expires_in: Duration,
}

/// The payload's length, from a header.
pub(super) fn payload_len(header: [u8; HEADER]) -> Result<usize, Refusal> {
    let [version, _, low, high] = header;
    let len = usize::from(u16::from_le_bytes([low, high]));
    match (version == VERSION, len <= MAX_PAYLOAD) {
        (false, _) => Err(Refusal::Version),
        (true, false) => Err(Refusal::Malformed),
        (true, true) => Ok(len),
    }
}

impl Request {
    pub(super) fn encode(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Key(id) => message(1, &[id.as_bytes()]),
            Self::Hold {
                ledger_id,
                ttl,
                key,
            } => message(
                2,
                &[ledger_id.as_bytes(), &millis(*ttl), key.expose_bytes()],
            ),
            Self::Forget(None) => message(3, &[]),
            Self::Forget(Some(id)) => message(3, &[id.as_bytes()]),
            Self::Status => message(4, &[]),
        }
    }

    pub(super) fn decode(verb: u8, payload: &[u8]) -> Result<Self, Refusal> {
        let mut fields = Fields(payload);
        let request = match verb {
            1 => Self::Key(fields.ledger_id()?),
            2 => Self::Hold {
                ledger_id: fields.ledger_id()?,
                ttl: fields.duration()?,
                key: fields.key()?,
            },
            3 if payload.is_empty() => Self::Forget(None),
            3 => Self::Forget(Some(fields.ledger_id()?)),
            4 => Self::Status,
            _ => return Err(Refusal::Malformed),
        };
        fields.end()?;
        Ok(request)
    }
}

impl Reply {
    pub(super) fn encode(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Done => message(1, &[]),
            Self::NoKey => message(2, &[]),
            Self::Key(key) => message(3, &[key.expose_bytes()]),
            Self::Status(status) => {
                let mut keys = Vec::with_capacity(MAX_PAYLOAD);
                for key in &status.keys {
                    keys.extend_from_slice(key.ledger_id.as_bytes());
                    keys.extend_from_slice(&millis(key.expires_in));
                }
                let count = u8::try_from(status.keys.len()).unwrap_or(u8::MAX);
                message(4, &[&[u8::from(status.memory_locked), count], &keys])
            }
            Self::Refused(refusal) => message(5, &[&[refusal_code(*refusal)]]),
        }
    }

    pub(super) fn decode(verb: u8, payload: &[u8]) -> Result<Self, Refusal> {
        let mut fields = Fields(payload);
        let reply = match verb {
            1 => Self::Done,
            2 => Self::NoKey,
            3 => Self::Key(fields.key()?),
            4 => Self::Status(fields.status()?),
            5 => Self::Refused(refusal_of(fields.byte()?)?),
            _ => return Err(Refusal::Malformed),
        };
        fields.end()?;
        Ok(reply)
    }
}

fn refusal_code(refusal: Refusal) -> u8 {
    match refusal {
        Refusal::Malformed => 1,
        Refusal::Version => 2,
        Refusal::Full => 3,
        Refusal::TooLong => 4,
    }
}

fn refusal_of(code: u8) -> Result<Refusal, Refusal> {
    [
        Refusal::Malformed,
        Refusal::Version,
        Refusal::Full,
        Refusal::TooLong,
    ]
    .into_iter()
    .find(|refusal| refusal_code(*refusal) == code)
    .ok_or(Refusal::Malformed)
}

/// Rounded up, so that what is left of a held key is never shown as nothing.
fn millis(duration: Duration) -> [u8; 8] {
    u64::try_from(duration.as_nanos().div_ceil(1_000_000))
        .unwrap_or(u64::MAX)
        .to_le_bytes()
}

/// Joins header and fields in one allocation: a buffer that grows leaves copies of a key behind.
fn message(verb: u8, fields: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let len = fields.iter().map(|field| field.len()).sum::<usize>();
    debug_assert!(len <= MAX_PAYLOAD);
    let [low, high, ..] = len.to_le_bytes();
    let mut bytes = Zeroizing::new(Vec::with_capacity(HEADER + len));
    bytes.extend_from_slice(&[VERSION, verb, low, high]);
    for field in fields {
        bytes.extend_from_slice(field);
    }
    bytes
}

/// Takes the fields of a payload one after another.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take<const N: usize>(&mut self) -> Result<&'a [u8; N], Refusal> {
        let (field, rest) = self.0.split_first_chunk().ok_or(Refusal::Malformed)?;
        self.0 = rest;
        Ok(field)
    }

    fn byte(&mut self) -> Result<u8, Refusal> {
        self.take::<1>().map(|byte| byte[0])
    }

    fn ledger_id(&mut self) -> Result<LedgerId, Refusal> {
        self.take().map(|bytes| LedgerId::from_bytes(*bytes))
    }

    fn key(&mut self) -> Result<LedgerKey, Refusal> {
        self.take().map(LedgerKey::copy_from)
    }

    fn duration(&mut self) -> Result<Duration, Refusal> {
        self.take()
            .map(|bytes| Duration::from_millis(u64::from_le_bytes(*bytes)))
    }

    fn status(&mut self) -> Result<AgentStatus, Refusal> {
        let memory_locked = self.byte()? != 0;
        let count = self.byte()?;
        let key = |_| {
            Ok(HeldKey {
                ledger_id: self.ledger_id()?,
                expires_in: self.duration()?,
            })
        };
        let keys = (0..count).map(key).collect::<Result<_, Refusal>>()?;
        Ok(AgentStatus {
            memory_locked,
            keys,
        })
    }

    fn end(&self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Malformed)
        }
    }
}

#[cfg(test)]
mod tests;
