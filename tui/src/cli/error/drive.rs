//! Google Drive before it is a remote: addresses, the client file, the permission.

use drive::DriveError;

use super::system::path_failure;
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for DriveError {
    fn explain(&self, texts: &Texts) -> Failure {
        let input = |message: String, hint: &str| {
            Failure::new(Kind::BadInput, message).hint(texts.get(hint))
        };
        let remote =
            |message: String, hint: &str| Failure::new(Kind::Remote, message).hint(texts.get(hint));
        match self {
            Self::Address { which } => input(
                text!(texts, "error-drive-address", which = *which),
                "hint-drive-address",
            ),
            Self::FolderName => input(texts.get("error-drive-folder"), "hint-drive-folder"),
            Self::ClientFile => input(texts.get("error-drive-client"), "hint-drive-client"),
            Self::Io { path, source } => path_failure(texts, path, source),
            Self::Network { source } => {
                let what = super::system::reason(source);
                let message = text!(texts, "error-drive-network", what = what);
                remote(message, "hint-remote-unreachable")
            }
            Self::Denied => remote(texts.get("error-drive-denied"), "hint-drive-again"),
            Self::TimedOut => remote(texts.get("error-drive-timeout"), "hint-drive-again"),
            Self::NoRefreshToken => remote(texts.get("error-drive-token"), "hint-drive-token"),
            Self::Unreachable { what } => {
                let message = text!(texts, "error-remote-unreachable", what = what.clone());
                remote(message, "hint-remote-unreachable")
            }
            Self::Cancelled => Failure::new(Kind::Interrupted, ""),
            Self::Refused { what } => {
                let message = text!(texts, "error-drive-refused", what = what.clone());
                remote(message, "hint-drive-client")
            }
            other => {
                let message = text!(texts, "error-drive-refused", what = other.to_string());
                remote(message, "hint-drive-again")
            }
        }
    }
}
