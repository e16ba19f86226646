//! Contents of attachments: kept once, under what they hash to.

use domain::attachment::Digest;
use rusqlite::params;

use super::Writer;
use crate::StoreError;
use crate::record::odd;

/// What a content hashes to.
pub fn digest_of(content: &[u8]) -> Result<Digest, StoreError> {
    let digits = vault::content_digest(content);
    digits.parse().map_err(|_| odd("a digest is no digest"))
}

impl Writer<'_> {
    /// Keeps a content, unless it is there already; returns what it hashes to.
    pub fn keep_content(&mut self, content: &[u8]) -> Result<Digest, StoreError> {
        let digest = digest_of(content)?;
        let sql = "INSERT OR IGNORE INTO attachment_contents (digest, content) VALUES (?1, ?2)";
        let mut statement = self.transaction.prepare_cached(sql)?;
        statement.execute(params![digest.as_str(), content])?;
        Ok(digest)
    }
}
