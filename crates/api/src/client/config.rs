//! The account's documents: all of them at once, with one version for all.

use std::collections::BTreeMap;

use hyper::Method;
use hyper::header::IF_MATCH;
use serde_json::Value;

use super::wire::Answer;
use super::{Client, ClientError};
use crate::Secret;

/// All documents, as they were at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Documents {
    /// By key.
    pub values: BTreeMap<String, Value>,
    /// What names this state of all of them, with its quotes.
    pub etag: String,
}

impl Documents {
    fn of(answer: &Answer) -> Result<Self, ClientError> {
        Ok(Self {
            values: answer.json()?,
            etag: answer.etag()?,
        })
    }
}

impl Client {
    /// Reads all documents.
    pub fn documents(&self, access: &Secret) -> Result<Documents, ClientError> {
        let request = self.asking(Method::GET, "/config")?.by(access)?;
        let answer = self.wait(self.wire.insist(&request.done()))?;
        Documents::of(&answer.success()?)
    }

    /// Merges a patch (RFC 7396) into the documents, if they are as they were when `etag` was theirs;
    /// else it is a [`ClientError::Conflict`]. All of it happens, or nothing. It is sent once: where
    /// the answer is lost, reading tells what came of it.
    pub fn patch_documents(
        &self,
        access: &Secret,
        etag: &str,
        patch: &BTreeMap<String, Value>,
    ) -> Result<Documents, ClientError> {
        let asking = self.asking(Method::PATCH, "/config")?.by(access)?;
        let request = asking.header(IF_MATCH, etag)?.json(patch)?.done();
        let answer = self.wait(self.wire.send(request))?;
        Documents::of(&answer.success()?)
    }
}
