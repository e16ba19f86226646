//! Google Drive as a remote for backups: synchronous outside, asynchronous inside.
//!
//! Drive allows two files of one name, loses answers, and is read by others; this room makes of it
//! what [`backup::Remote`] promises. It sees sealed objects only, asks for no scope but
//! `drive.file`, never opens a browser by itself, and is silent: no log, no secret in any error.
//! Why it is built so is in `docs/decisions/0009-google-drive.md`.

mod api;
pub mod authorize;
mod download;
mod drive;
mod error;
mod fault;
mod find;
mod folder;
mod ids;
mod keep;
mod pace;
mod place;
mod retry;
mod settings;
mod token;
mod upload;
mod wire;

pub use drive::Drive;
pub use error::DriveError;
pub use pace::Pace;
pub use settings::{Client, check};
