//! The formats of lists and reports.

/// How rows are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Table,
    /// One document.
    Json,
    /// One document for each row.
    Jsonl,
    /// With a head, RFC 4180.
    Csv,
}

impl Format {
    /// True for JSON and JSONL, where errors are JSON too.
    pub(crate) const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }
}
