//! How versions of a ledger are written: the first digits of an id, and what was made.

use chrono::{DateTime, Utc};

use super::{bytes, moment};
use crate::i18n::{Texts, text};

/// Digits of an id that are shown.
const SHOWN: usize = 8;

/// The digits of an id that are shown to people.
pub(crate) fn short_id(id: &str) -> &str {
    id.get(..SHOWN).unwrap_or(id)
}

/// A version at a remote that was made just now, or that is the newest since nothing changed.
pub(crate) struct MadeVersion<'a> {
    pub(crate) remote: &'a str,
    pub(crate) id: &'a str,
    pub(crate) created_at: Option<DateTime<Utc>>,
    pub(crate) changed_pages: u32,
    pub(crate) bytes_uploaded: u64,
    pub(crate) is_new: bool,
}

impl MadeVersion<'_> {
    /// What came of a backup, in a sentence.
    pub(crate) fn sentence(&self, texts: &Texts) -> String {
        let (remote, id) = (self.remote, short_id(self.id));
        if self.is_new {
            let n = i64::from(self.changed_pages);
            let sent = bytes(self.bytes_uploaded, texts.language());
            return text!(
                texts,
                "say-backup-made",
                remote = remote,
                id = id,
                n = n,
                sent = sent
            );
        }
        let made = self.created_at.map(moment).unwrap_or_default();
        text!(
            texts,
            "say-backup-unchanged",
            remote = remote,
            id = id,
            made = made
        )
    }
}
