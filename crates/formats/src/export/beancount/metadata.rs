//! What beancount has no field for, as `key: "value"` lines below a transaction or posting.

use std::io::Write;

use domain::transaction::Mark;
use domain::{Posting, Transaction};
use serde_json::Value;

use super::super::naming::Taken;
use super::text;
use crate::book::WriteError;

pub(super) fn of_transaction(
    transaction: &Transaction,
    out: &mut impl Write,
) -> Result<(), WriteError> {
    // Beancount's own two, and ours.
    let mut taken = Taken::default();
    for own in ["filename", "lineno", "id", "status", "source"] {
        taken.claim(own);
    }
    writeln!(out, "  id: \"{}\"", transaction.id)?;
    writeln!(out, "  status: \"{}\"", transaction.status)?;
    if !transaction.source.is_manual() {
        writeln!(out, "  source: \"{}\"", transaction.source)?;
    }
    for (key, value) in &transaction.metadata {
        let key = taken.claim(&text::key(key));
        let value = match value {
            Value::String(value) => text::quoted(value),
            other => text::quoted(&other.to_string()),
        };
        writeln!(out, "  {key}: {value}")?;
    }
    Ok(())
}

pub(super) fn of_posting(posting: &Posting, out: &mut impl Write) -> Result<(), WriteError> {
    if let Some(memo) = &posting.memo {
        writeln!(out, "    memo: {}", text::quoted(memo))?;
    }
    if posting.mark != Mark::None {
        writeln!(out, "    mark: \"{}\"", posting.mark)?;
    }
    Ok(())
}
