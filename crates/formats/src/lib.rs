//! Bytes and domain: every file format that money comes from or goes to.
//!
//! Nothing in here opens a file, a store or a clock: it reads from a reader and writes to a writer.
//! `import` turns bank files into rows, `export` and `book` a ledger into files.

pub mod book;
pub mod export;
pub mod import;
