//! Attachments and their contents.

use domain::Attachment;
use domain::attachment::Digest;
use domain::id::TransactionId;
use rusqlite::OptionalExtension as _;

use super::View;
use crate::StoreError;
use crate::record::attachment::from_row;

impl View<'_> {
    /// All attachments, in the order in which they came.
    pub fn attachments(&self) -> Result<Vec<Attachment>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM attachments ORDER BY id")?;
        statement.query_and_then([], from_row)?.collect()
    }

    /// Those of one transaction.
    pub fn attachments_of(&self, id: TransactionId) -> Result<Vec<Attachment>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM attachments WHERE transaction_id = ?1 ORDER BY id")?;
        statement.query_and_then([id.raw()], from_row)?.collect()
    }

    /// A content; none when the file lost it.
    pub fn attachment_content(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT content FROM attachment_contents WHERE digest = ?1")?;
        let content = statement.query_row([digest.as_str()], |row| row.get(0));
        Ok(content.optional()?)
    }
}
