//! Payees and tags, and what a name may look like.

use serde::{Deserialize, Serialize};

use crate::id::{PayeeId, TagId};

/// Who was paid, or who paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payee {
    /// Its identifier.
    pub id: PayeeId,
    /// Its name, unique in the ledger.
    pub name: String,
    /// Other names under which bank files know it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// A word that groups transactions across categories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its identifier.
    pub id: TagId,
    /// Its name, unique in the ledger.
    pub name: String,
}

/// The longest name of an account, payee, tag or goal, in characters.
pub const MAX_NAME: usize = 100;

/// Why a name can't be given to an account, payee, tag or goal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    /// Nothing but blanks.
    #[error("a name can't be empty")]
    Empty,
    /// More than [`MAX_NAME`] characters.
    #[error("a name can have at most {MAX_NAME} characters")]
    TooLong,
    /// A control character, or a mark that means something in names.
    #[error("a name can't contain {0:?}")]
    Forbidden(char),
}

/// Checks and tidies one name: blanks squeezed, no control characters, at most [`MAX_NAME`] long.
pub fn tidy_name(text: &str) -> Result<String, LabelError> {
    if let Some(control) = text.chars().find(|c| c.is_control()) {
        return Err(LabelError::Forbidden(control));
    }
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(LabelError::Empty),
        long if long > MAX_NAME => Err(LabelError::TooLong),
        _ => Ok(name),
    }
}
