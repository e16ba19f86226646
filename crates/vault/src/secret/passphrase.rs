//! What a person types to open the ledger.
//!
//! The text is taken as it comes: no trimming, no Unicode normalisation, no strength check. Where
//! it came from (a prompt, a file's first line) and whether it is good enough is the face's
//! business.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A passphrase, wiped on drop. Two compare equal in constant time.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes ownership of the text; the same allocation is wiped later, nothing is copied.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Whether there is nothing in it; such a passphrase can't protect a ledger.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Shows the text, for a strength meter; never for printing or storing.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Passphrase {}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_neither_text_nor_length() {
        let short = format!("{:?}", Passphrase::new("hunter2".into()));
        let long = format!("{:?}", Passphrase::new("hunter2".repeat(9)));
        assert!(!short.contains("hunter2"));
        assert_eq!(short, long);
    }

    #[test]
    fn equality_is_of_the_exact_text() {
        let typed = Passphrase::new("luka luka".into());
        assert_eq!(typed, Passphrase::new("luka luka".into()));
        assert_ne!(typed, Passphrase::new("luka luka ".into()));
        assert_ne!(typed, Passphrase::new("luka Luka".into()));
    }
}
