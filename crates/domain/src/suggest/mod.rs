//! Which category a payment probably has, by what a person did with payments like it.
//!
//! A small model that lives for one import: it learns words of payee and memo and sizes of amounts
//! from the ledger's own history, and weighs them as naive Bayes does. It never decides: it names
//! categories with a confidence and the words that spoke for them. Nothing of it is stored.

mod features;
mod model;

pub use features::Payment;
pub use model::{Model, Suggestion, Voice};
