//! The review queue: everything about imports that waits for a person's yes.
//!
//! `queue` lists it, each item with its reason; `decide` takes answers, any number in one operation,
//! one undo. Rows of bank files wait as the import left them (`import::proposals`); rows without a
//! category wait because they have none; rules wait because a correction proposed them
//! (`correction`). Nothing here decides by itself.

mod book_waiting;
mod category;
pub(crate) mod correction;
mod decide;
mod error;
mod find;
mod matching;
mod pair;
mod queue;

pub use decide::{Answer, Decide, Decided};
pub use error::ReviewError;
pub use queue::{ItemKind, Proposal, QueueItem, QueueList, QueueRequest};
