//! What can go wrong with `keys.json`: one enum for reading it, one for opening, one for wrapping.
//!
//! Opening has a single answer to a wrong secret, whatever was wrong: who guesses learns nothing.

use super::{KdfError, SlotKind};
use crate::RandomError;
use crate::private::PrivateError;

/// Why a key file could not be read or saved.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file can't be trusted or reached.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// More bytes than any key file has.
    #[error("the key file is longer than {limit} bytes")]
    TooLong {
        /// The longest that is read.
        limit: usize,
    },
    /// Not the JSON of a key file.
    #[error("the key file is not well-formed")]
    Malformed(#[from] serde_json::Error),
    /// A field whose text is not what it should be.
    #[error("the field `{field}` of the key file is damaged")]
    Field {
        /// Its name.
        field: &'static str,
    },
    /// Written by a newer program.
    #[error("the key file has version {found}; this program reads version {supported}")]
    UnknownVersion {
        /// The version of the file.
        found: u64,
        /// The version that is read.
        supported: u64,
    },
    /// A slot of a kind that does not exist here.
    #[error("the key file has a slot of unknown kind {kind:?}")]
    UnknownKind {
        /// The kind as written.
        kind: String,
    },
    /// A slot made by an algorithm that does not exist here.
    #[error("the key file uses the unknown algorithm {algorithm:?}")]
    UnknownAlgorithm {
        /// The algorithm as written.
        algorithm: String,
    },
    /// Two slots of one kind.
    #[error("the key file has two slots of kind `{kind}`")]
    DuplicateSlot {
        /// The kind.
        kind: SlotKind,
    },
    /// No passphrase slot.
    #[error("the key file has no passphrase slot")]
    NoPassphraseSlot,
    /// A key derivation cheaper than was ever written here: a downgrade.
    #[error("the key file asks for {parameter} = {found}, weaker than the least allowed ({floor})")]
    KdfTooWeak {
        /// The parameter: `m_kib`, `t` or `p`.
        parameter: &'static str,
        /// Its value.
        found: u32,
        /// The least that is accepted.
        floor: u32,
    },
    /// A key derivation that would exhaust the machine.
    #[error("the key file asks for {parameter} = {found}, more than the most allowed ({ceiling})")]
    KdfTooCostly {
        /// The parameter: `m_kib`, `t` or `p`.
        parameter: &'static str,
        /// Its value.
        found: u32,
        /// The most that is accepted.
        ceiling: u32,
    },
}

/// Why a secret did not open the ledger.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The secret is wrong, or the slot was tampered with: these can't be told apart.
    #[error("wrong {kind}")]
    WrongSecret {
        /// What was tried.
        kind: SlotKind,
    },
    /// The key file has no such slot.
    #[error("the key file has no slot for a {kind}")]
    NoSlot {
        /// What was tried.
        kind: SlotKind,
    },
    /// The key derivation could not run.
    #[error(transparent)]
    Kdf(#[from] KdfError),
}

/// Why a key could not be wrapped.
#[derive(Debug, thiserror::Error)]
pub enum WrapError {
    /// An empty passphrase protects nothing.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// The key is not the one of this key file's ledger: wrapping it would lock its owner out.
    #[error("this key belongs to another ledger")]
    ForeignKey,
    /// No randomness for salt, nonce or code.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// The key derivation could not run.
    #[error(transparent)]
    Kdf(#[from] KdfError),
    /// The cipher refused its input, which it never does for a key.
    #[error("the key could not be sealed")]
    Cipher,
}
