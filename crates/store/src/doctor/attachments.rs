//! Attachments: each content is there, and is what its digest says.

use super::Finding;
use crate::write::digest_of;
use crate::{Ledger, StoreError};

pub(super) fn check(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let view = ledger.view();
    for one in view.attachments()? {
        finding.look();
        let sound = match view.attachment_content(&one.digest)? {
            Some(content) => {
                u64::try_from(content.len()).ok() == Some(one.size)
                    && digest_of(&content)? == one.digest
            }
            None => false,
        };
        if !sound {
            finding.complain(|| format!("attachment {} has lost its content", one.id));
        }
    }
    Ok(())
}
