//! What people read, in their language: Fluent catalogues from `locales/`, compiled in.
//!
//! A text is asked for by its id: `text!(texts, "error-no-ledger", path = path)`. The catalogues are
//! parsed when the first text is needed and never before, so a command that says nothing pays
//! nothing; the help texts, by far the longest, have a catalogue of their own. Tests prove that
//! both languages have the same ids and variables, and that each id used in the source exists.
//! How money and dates are written is next door, in `present`.

mod language;
mod texts;

#[cfg(test)]
mod tests;

pub(crate) use language::Language;
pub(crate) use texts::{Texts, Value};

/// Writes the text with an id, filling in its variables: `text!(texts, "word-days", n = 3)`.
macro_rules! text {
    ($texts:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $texts.format($id, &[$((stringify!($name), $crate::i18n::Value::from($value))),*])
    };
}
pub(crate) use text;
