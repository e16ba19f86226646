//! What a face needs to find, unlock and hold a ledger: the doors of `store` and `vault` that open
//! without going through a use-case.

pub use store::{DeviceId, Interrupter, LedgerDir, Locked, NewLedger, StoreError};
pub use vault::agent;
pub use vault::head;
pub use vault::private;
pub use vault::secret;
pub use vault::slots;
pub use vault::{KeyFile, LedgerId, LedgerKey, Passphrase, RecoveryCode};
