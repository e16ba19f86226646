//! Sealed, incremental, immutable versions of a ledger over any remote, made without its key.
//!
//! This room knows pages and bytes, not money: it copies the ciphertext that SQLCipher wrote,
//! finds the pages that changed, seals them under the backup key and puts them where the user
//! wants. The format is `docs/backup-format.md`; cryptography is `vault`'s; Google is `drive`'s.

mod catalog;
mod chain;
pub mod control;
mod falling;
mod home;
mod image;
mod key_object;
mod make;
mod manifest;
mod name;
mod object;
mod pages;
mod patience;
pub mod progress;
mod rebuild;
pub mod remote;
mod retain;
pub mod settings;
mod site;
mod suffix;

pub use catalog::{Catalog, CatalogError, Version};
pub use home::{Definition, DriveDefinition, Home, HomeError, Keys, RemoteName, RemoteNameError};
pub use image::ImageError;
pub use key_object::{
    Secret, UnlockRepositoryError, is_under_another_key, keys_at, ledgers_at, unlock,
};
pub use make::{BackupError, Made};
pub use manifest::ManifestError;
pub use name::{DeviceId, Kind, NotAnObject, ObjectId, ObjectName, Stamp};
pub use object::ObjectError;
pub use progress::Progress;
pub use rebuild::{PlaceError, Placed, RebuildError, Rebuilt, parent_of, place};
pub use remote::{Folder, Listed, Remote, RemoteError, Staged};
pub use retain::{Kept, Policy, PruneError, PrunePlan, Reason};
pub use site::{Contact, Failure, FailureKind, Remembered, Site, SiteError};
