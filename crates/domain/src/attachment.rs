//! Files kept with transactions, in the ledger itself.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::{AttachmentId, TransactionId};

/// The largest file that is kept, in bytes.
pub const MAX_BYTES: usize = 20 << 20;
/// The longest name, in characters.
pub const MAX_NAME: usize = 255;

/// A file kept with a transaction; its content is kept once for all with the same digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its identifier.
    pub id: AttachmentId,
    /// The transaction.
    pub transaction: TransactionId,
    /// The name of the file, without its folder.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// What its content hashes to.
    pub digest: Digest,
    /// When it was added, RFC 3339 in UTC.
    pub added_at: String,
}

/// A BLAKE3 hash, as 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(String);

/// Why a text is no digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a digest of 64 hexadecimal digits")]
pub struct DigestError;

impl Digest {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, DigestError> {
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let sound = text.len() == 64 && text.bytes().all(hex);
        sound.then(|| Self(text.to_owned())).ok_or(DigestError)
    }
}

impl TryFrom<String> for Digest {
    type Error = DigestError;

    fn try_from(text: String) -> Result<Self, DigestError> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The name under which a file is kept: without its folder, without what could steer a terminal or
/// lead out of a folder. None when nothing is left.
pub fn tidy_file_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|c| !c.is_control())
        .take(MAX_NAME)
        .collect();
    let clean = clean.trim();
    (!clean.is_empty() && clean != "." && clean != "..").then(|| clean.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("boleta.pdf", Some("boleta.pdf"))]
    #[case("/tmp/../x/boleta.pdf", Some("boleta.pdf"))]
    #[case("C:\\docs\\boleta.pdf", Some("boleta.pdf"))]
    #[case("a\u{1b}[2Jb.pdf", Some("a[2Jb.pdf"))]
    #[case("..", None)]
    #[case("dir/", None)]
    fn a_name_never_leads_out_of_its_folder(#[case] name: &str, #[case] kept: Option<&str>) {
        assert_eq!(tidy_file_name(name).as_deref(), kept);
    }

    #[test]
    fn a_digest_is_64_small_hexadecimal_digits() {
        assert!("0".repeat(64).parse::<Digest>().is_ok());
        assert!("0".repeat(63).parse::<Digest>().is_err());
        assert!("G".repeat(64).parse::<Digest>().is_err());
    }
}
