//! The store against real encrypted files.

mod fixture;
mod history;
mod rollback;
