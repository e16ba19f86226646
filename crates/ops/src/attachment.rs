//! Files kept with transactions: in the ledger itself, so encrypted, and in every backup of it.
//!
//! A content is kept once, whatever the number of transactions that have it. Removing an attachment
//! can be undone; its content stays in the ledger for that.

use chrono::{DateTime, SecondsFormat};
use domain::attachment::{MAX_BYTES, tidy_file_name};
use domain::id::{AttachmentId, TransactionId};
use domain::{Attachment, Transaction};
use store::{StoreError, Verb};

use crate::Book;
use crate::lookup::{self, LookupError, entity};

/// A file to keep.
#[derive(Clone, Debug)]
pub struct NewAttachment {
    /// Its name; a folder before it is cut off.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// Why a file was not kept, or not found. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    /// It is larger than what is kept.
    #[error("`{name}` has {bytes} bytes, more than {MAX_BYTES}")]
    TooLarge {
        /// The file.
        name: String,
        /// How many bytes it has.
        bytes: usize,
    },
    /// There is nothing in it.
    #[error("`{0}` is empty")]
    Empty(String),
    /// Nothing of its name can be kept.
    #[error("a file needs a name")]
    NoName,
    /// The transaction has a file of that name with that content already.
    #[error("the transaction has `{0}` already")]
    Known(String),
    /// The ledger lost the content.
    #[error("the content of `{0}` is gone or damaged")]
    Lost(String),
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An attachment, and the transaction that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// What is kept.
    pub attachment: Attachment,
    /// With what.
    pub transaction: Transaction,
}

impl Book {
    /// Keeps files with a transaction, all in one operation.
    pub fn attach(
        &mut self,
        id: &str,
        files: &[NewAttachment],
    ) -> Result<Vec<Attachment>, AttachmentError> {
        let now = DateTime::from_timestamp_millis(self.clock().now_ms).unwrap_or_default();
        let added_at = now.to_rfc3339_opts(SecondsFormat::Secs, true);
        self.write(Verb::Attach, |writer| {
            let transaction = lookup::transaction(writer.view(), id)?.id;
            let mut kept = Vec::with_capacity(files.len());
            for file in files {
                let name = checked(file)?;
                let digest = writer.keep_content(&file.content)?;
                let there = writer.view().attachments_of(transaction)?;
                if there
                    .iter()
                    .any(|one| one.digest == digest && one.name == name)
                {
                    return Err(AttachmentError::Known(name));
                }
                let attachment = Attachment {
                    id: AttachmentId(writer.next_id()?),
                    transaction,
                    name,
                    size: u64::try_from(file.content.len()).unwrap_or(u64::MAX),
                    digest,
                    added_at: added_at.clone(),
                };
                writer.create(&attachment)?;
                kept.push(attachment);
            }
            Ok(kept)
        })
    }

    /// What is kept, of one transaction or of all, in the order in which it came.
    pub fn attachments(&self, of: Option<&str>) -> Result<Vec<Attached>, AttachmentError> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let found = match of {
            Some(id) => view.attachments_of(lookup::transaction(view, id)?.id)?,
            None => view.attachments()?,
        };
        let mut attached = Vec::with_capacity(found.len());
        for attachment in found {
            if let Some(transaction) = view.transaction(attachment.transaction)? {
                attached.push(Attached {
                    attachment,
                    transaction,
                });
            }
        }
        Ok(attached)
    }

    /// How many files a transaction has.
    pub fn count_attachments(&self, of: TransactionId) -> Result<usize, StoreError> {
        Ok(self.view().attachments_of(of)?.len())
    }

    /// One attachment with its content, which is what its digest says.
    pub fn attachment(&self, id: &str) -> Result<(Attachment, Vec<u8>), AttachmentError> {
        let attachment: Attachment = entity(self.view(), id)?;
        let lost = || AttachmentError::Lost(attachment.name.clone());
        let content = self.view().attachment_content(&attachment.digest)?;
        let content = content.ok_or_else(lost)?;
        if store::digest_of(&content)? != attachment.digest {
            return Err(lost());
        }
        Ok((attachment, content))
    }

    /// Takes attachments off their transactions.
    pub fn remove_attachments(
        &mut self,
        ids: &[String],
    ) -> Result<Vec<Attachment>, AttachmentError> {
        self.write(Verb::Attach, |writer| {
            let mut removed: Vec<Attachment> = Vec::with_capacity(ids.len());
            for id in ids {
                let attachment: Attachment = entity(writer.view(), id)?;
                writer.delete(&attachment)?;
                removed.push(attachment);
            }
            Ok(removed)
        })
    }
}

/// The name under which a file can be kept.
fn checked(file: &NewAttachment) -> Result<String, AttachmentError> {
    let name = tidy_file_name(&file.name).ok_or(AttachmentError::NoName)?;
    match file.content.len() {
        0 => Err(AttachmentError::Empty(name)),
        bytes if bytes > MAX_BYTES => Err(AttachmentError::TooLarge { name, bytes }),
        _ => Ok(name),
    }
}
