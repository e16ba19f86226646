//! One JSON document, as every command that shows a single thing writes it.

use std::io::{self, Write};

use serde::Serialize;

#[derive(Serialize)]
struct Versioned<'a, T> {
    version: u8,
    #[serde(flatten)]
    body: &'a T,
}

/// Writes `{"version":1,…}` with the fields of `body`, which serializes to an object.
pub(crate) fn document(mut to: impl Write, body: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut to, &Versioned { version: 1, body })?;
    writeln!(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_comes_first() {
        let mut buffer = Vec::new();
        document(&mut buffer, &serde_json::json!({"path": "/x"})).unwrap();
        assert_eq!(buffer, b"{\"version\":1,\"path\":\"/x\"}\n");
    }
}
