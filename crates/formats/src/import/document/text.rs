//! The words of a document with their places: what is left of a PDF or a photograph once another
//! process has looked at it, as lines of JSON behind a first line that names them.
//!
//! Lengths are hundredths of a point (PDF) or of a pixel (images); `y` grows downwards.

use serde::{Deserialize, Serialize};

use crate::import::error::ReadError;

/// The first line of a document's text.
pub(in crate::import) const MAGIC: &str = "luka-document-text 1\n";
/// The most pages, and the most words of all of them.
pub(super) const MAX_PAGES: usize = 500;
pub(super) const MAX_WORDS: usize = 300_000;
/// The most bytes of one word.
pub(super) const MAX_WORD: usize = 400;
/// Nothing stands further than this from the edge of the paper.
const FAR: i32 = 10_000_000;

/// What the words were read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentKind {
    /// A PDF that holds its text.
    Pdf,
    /// A picture, of which the words were recognised.
    Image,
}

/// A word: its left edge, its baseline, its width, its height, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word(pub i32, pub i32, pub i32, pub i32, pub String);

/// The words of a document, page by page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentText {
    /// What it was read from.
    pub kind: DocumentKind,
    /// The words of each page.
    pub pages: Vec<Vec<Word>>,
}

impl DocumentText {
    /// True when there is no word at all.
    pub fn is_blank(&self) -> bool {
        self.pages.iter().all(Vec::is_empty)
    }

    /// Writes it, to be read as a bank file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.as_bytes().to_vec();
        // Numbers and texts can always be written.
        bytes.extend(serde_json::to_vec(self).unwrap_or_default());
        bytes
    }

    /// Reads what was written; anything else is damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReadError> {
        let json = bytes
            .strip_prefix(MAGIC.as_bytes())
            .ok_or(ReadError::DamagedDocument)?;
        let mut text: Self =
            serde_json::from_slice(json).map_err(|_| ReadError::DamagedDocument)?;
        let words = text.pages.iter().map(Vec::len).sum::<usize>();
        if text.pages.len() > MAX_PAGES || words > MAX_WORDS {
            return Err(ReadError::DamagedDocument);
        }
        // Sums of places are places.
        for word in text.pages.iter_mut().flatten() {
            word.0 = word.0.clamp(-FAR, FAR);
            word.1 = word.1.clamp(-FAR, FAR);
            word.2 = word.2.clamp(0, FAR);
            word.3 = word.3.clamp(0, FAR);
        }
        Ok(text)
    }
}
