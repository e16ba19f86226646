//! The names of objects. They sort, they say what a listing has to know, and they are bound into
//! what they name: an object under another name does not open.
//!
//! ```text
//! key-<32 hex>                                            a copy of keys.json with the wrapped backup key
//! version-<device 16 hex>-<sequence 10 digits>-<YYYYMMDDTHHMMSSZ>-<id 32 hex>
//! forgotten-<device 16 hex>-<sequence 10 digits>-<YYYYMMDDTHHMMSSZ>-<id 32 hex>
//! ```

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, Utc};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

const INSTANT: &str = "%Y%m%dT%H%M%SZ";
const MAX_SEQUENCE: u64 = 9_999_999_999;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The key slots and the wrapped backup key, in clear.
    Key,
    /// One version: pages and manifest.
    Version,
    /// Versions that were pruned while others still build on them.
    Forgotten,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Version => "version",
            Self::Forgotten => "forgotten",
        }
    }
}

/// Sixteen bytes that name an object, or a device its eight, in lower-case hex.
pub type ObjectId = [u8; 16];
/// Names a machine in a repository.
pub type DeviceId = [u8; 8];

/// What stands in the name of a version or of a list of forgotten ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The machine that made it.
    pub device: DeviceId,
    /// Counts what a machine has made; orders by itself, whatever the clock says.
    pub sequence: u64,
    /// When, by that machine's clock, in whole seconds.
    pub created_at: DateTime<Utc>,
    /// Random.
    pub id: ObjectId,
}

/// The name of an object: a text that was checked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ObjectName {
    text: String,
    kind: Kind,
}

/// A text that names no object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not the name of a backup object")]
pub struct NotAnObject;

impl ObjectName {
    /// Names a copy of the key slots by its digest.
    pub fn key(digest: &ObjectId) -> Self {
        Self {
            text: format!("key-{}", HEXLOWER.encode(digest)),
            kind: Kind::Key,
        }
    }

    /// Names a version.
    pub fn version(stamp: &Stamp) -> Self {
        Self::stamped(Kind::Version, stamp)
    }

    /// Names a list of forgotten versions.
    pub fn forgotten(stamp: &Stamp) -> Self {
        Self::stamped(Kind::Forgotten, stamp)
    }

    fn stamped(kind: Kind, stamp: &Stamp) -> Self {
        let text = format!(
            "{}-{}-{:010}-{}-{}",
            kind.word(),
            HEXLOWER.encode(&stamp.device),
            stamp.sequence.min(MAX_SEQUENCE),
            stamp.created_at.format(INSTANT),
            HEXLOWER.encode(&stamp.id),
        );
        Self { text, kind }
    }

    /// What it names.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The parts of the name; `None` for a copy of the key slots.
    pub fn stamp(&self) -> Option<Stamp> {
        let mut parts = self.text.splitn(5, '-');
        if parts.next() == Some(Kind::Key.word()) {
            return None;
        }
        Some(Stamp {
            device: hex(parts.next()?)?,
            sequence: parts.next()?.parse().ok()?,
            created_at: NaiveDateTime::parse_from_str(parts.next()?, INSTANT)
                .ok()?
                .and_utc(),
            id: hex(parts.next()?)?,
        })
    }

    /// The random part, or the digest of a copy of the key slots, in hex: what people call it.
    pub fn id_text(&self) -> &str {
        self.text.rsplit('-').next().unwrap_or(&self.text)
    }
}

fn hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}

impl FromStr for ObjectName {
    type Err = NotAnObject;

    /// Accepts the one spelling that is written, and nothing else.
    fn from_str(text: &str) -> Result<Self, NotAnObject> {
        let kinds = [Kind::Key, Kind::Version, Kind::Forgotten];
        let kind = kinds
            .into_iter()
            .find(|kind| text.split('-').next() == Some(kind.word()))
            .ok_or(NotAnObject)?;
        let read = Self {
            text: text.to_owned(),
            kind,
        };
        let canonical = match kind {
            Kind::Key => {
                let digest = text.strip_prefix("key-").and_then(hex);
                Self::key(&digest.ok_or(NotAnObject)?)
            }
            _ => Self::stamped(kind, &read.stamp().ok_or(NotAnObject)?),
        };
        if canonical == read {
            Ok(read)
        } else {
            Err(NotAnObject)
        }
    }
}

impl TryFrom<String> for ObjectName {
    type Error = NotAnObject;

    fn try_from(text: String) -> Result<Self, NotAnObject> {
        text.parse()
    }
}

impl From<ObjectName> for String {
    fn from(name: ObjectName) -> Self {
        name.text
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const NAME: &str =
        "version-0011223344556677-0000000042-20261122T193000Z-000102030405060708090a0b0c0d0e0f";

    #[test]
    fn a_name_says_what_it_names() {
        let name: ObjectName = NAME.parse().unwrap();
        let stamp = name.stamp().unwrap();
        assert_eq!(name.kind(), Kind::Version);
        assert_eq!(stamp.sequence, 42);
        assert_eq!(stamp.created_at.to_rfc3339(), "2026-11-22T19:30:00+00:00");
        assert_eq!(name.id_text(), "000102030405060708090a0b0c0d0e0f");
        assert_eq!(ObjectName::version(&stamp), name);
    }

    #[rstest]
    #[case::of_another("photo.jpg")]
    #[case::with_a_path(
        "../version-0011223344556677-0000000042-20261122T193000Z-000102030405060708090a0b0c0d0e0f"
    )]
    #[case::in_capitals(
        "version-0011223344556677-0000000042-20261122T193000Z-000102030405060708090A0B0C0D0E0F"
    )]
    #[case::a_short_counter(
        "version-0011223344556677-42-20261122T193000Z-000102030405060708090a0b0c0d0e0f"
    )]
    #[case::no_such_day(
        "version-0011223344556677-0000000042-20261322T193000Z-000102030405060708090a0b0c0d0e0f"
    )]
    #[case::a_tail("key-000102030405060708090a0b0c0d0e0f-x")]
    #[case::empty("")]
    fn only_the_one_spelling_is_a_name(#[case] text: &str) {
        assert!(text.parse::<ObjectName>().is_err());
    }

    proptest! {
        #[test]
        fn parse_undoes_print(device: [u8; 8], id: [u8; 16], sequence in 0..=MAX_SEQUENCE, seconds in 0_i64..4_000_000_000) {
            let created_at = DateTime::from_timestamp(seconds, 0).unwrap();
            let stamp = Stamp { device, sequence, created_at, id };
            let name = ObjectName::forgotten(&stamp);
            prop_assert_eq!(name.as_str().parse::<ObjectName>().unwrap().stamp(), Some(stamp));
        }

        #[test]
        fn any_text_is_judged_without_panic(text: String) {
            let _ = text.parse::<ObjectName>();
        }
    }
}
