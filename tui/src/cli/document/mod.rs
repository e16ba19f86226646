//! The words of documents. A PDF is taken apart by a process of its own (`child` starts it, `read` is
//! what it does): a damaged file can end that one, run on or ask for memory without end, and nothing is
//! lost with it. It gets the bytes of the file on stdin and nothing else: no environment, no ledger.

mod child;
mod read;

use ops::import::ReadError;

pub(crate) use read::read_document;

/// Puts the words of a document in the place of its bytes; other files stay as they are.
pub(crate) fn words(bytes: Vec<u8>) -> Result<Vec<u8>, ReadError> {
    if bytes.starts_with(b"%PDF") {
        return child::words_of_pdf(bytes);
    }
    Ok(bytes)
}
