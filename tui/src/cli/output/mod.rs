//! The one room that writes to stdout and stderr.
//!
//! Data goes to stdout as a table, JSON, JSONL or CSV; what is said about it goes to stderr. A
//! [`Listing`] takes rows one by one and holds none of them (a table holds the first few hundred,
//! to find its widths), so a million rows cost no memory. Whether there is colour, and how wide a
//! line may be, `screen` knows.

mod bar;
mod cell;
mod document;
mod format;
mod listing;
mod pace;
mod progress;
mod screen;
mod table;
mod transfer;

pub(crate) use bar::Bar;
pub(crate) use cell::{Align, Cell, Column};
pub(crate) use document::document;
pub(crate) use format::Format;
pub(crate) use listing::{Listing, Row, Shape};
pub(crate) use progress::Progress;
pub(crate) use screen::{Screen, Stream, is_closed};
pub(crate) use table::Table;
pub(crate) use transfer::Transfer;

use std::io::{self, BufWriter, StderrLock, StdoutLock};

/// Stdout, locked and buffered; to be flushed by whoever took it.
pub(crate) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(64 * 1024, io::stdout().lock())
}

/// Stderr, locked.
pub(crate) fn stderr() -> StderrLock<'static> {
    io::stderr().lock()
}
