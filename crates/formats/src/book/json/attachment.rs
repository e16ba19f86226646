//! The shape of an attachment: what it is, and its content in base64 (RFC 4648).

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Attachment;
use domain::attachment::Digest;
use domain::id::{AttachmentId, TransactionId};
use serde::{Deserialize, Serialize};

use super::error::ItemError;
use super::id;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttachmentShape<'a> {
    #[serde(with = "id")]
    id: AttachmentId,
    #[serde(with = "id")]
    transaction: TransactionId,
    name: Cow<'a, str>,
    size: u64,
    digest: Digest,
    added_at: Cow<'a, str>,
    content: Cow<'a, str>,
}

impl<'a> AttachmentShape<'a> {
    pub(super) fn of(attachment: &'a Attachment, content: &[u8]) -> Self {
        Self {
            id: attachment.id,
            transaction: attachment.transaction,
            name: Cow::Borrowed(&attachment.name),
            size: attachment.size,
            digest: attachment.digest.clone(),
            added_at: Cow::Borrowed(&attachment.added_at),
            content: Cow::Owned(STANDARD.encode(content)),
        }
    }

    pub(super) fn resolve(self) -> Result<(Attachment, Vec<u8>), ItemError> {
        let content = STANDARD.decode(self.content.as_bytes());
        let content = content.map_err(|_| ItemError::Content)?;
        if u64::try_from(content.len()).ok() != Some(self.size) {
            return Err(ItemError::Content);
        }
        let attachment = Attachment {
            id: self.id,
            transaction: self.transaction,
            name: self.name.into_owned(),
            size: self.size,
            digest: self.digest,
            added_at: self.added_at.into_owned(),
        };
        Ok((attachment, content))
    }
}
