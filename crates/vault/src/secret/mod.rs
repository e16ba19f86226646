//! The secrets, each a type that wipes itself when dropped and shows nothing when debugged.
//!
//! None of them can be cloned, serialised or displayed by accident: a copy, and a look inside, each
//! have one loudly named door (`duplicate`, `expose…`). What the compiler spills to the stack while
//! it works is beyond reach in safe Rust; large working memory (Argon2's) is wiped in
//! [`crate::slots`].

mod crockford;
mod ledger_key;
mod passphrase;
mod recovery_code;

pub use ledger_key::LedgerKey;
pub use passphrase::Passphrase;
pub use recovery_code::{RecoveryCode, RecoveryCodeError};
