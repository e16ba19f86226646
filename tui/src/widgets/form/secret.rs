//! A passphrase being typed: dots on the screen, wiped from memory.

use std::fmt;

use zeroize::Zeroizing;

/// The longest passphrase, in bytes; all of it is allocated at once, so that no copy stays behind.
const LONGEST: usize = 4096;

/// A passphrase as far as it is typed.
pub(crate) struct SecretInput(Zeroizing<String>);

impl Default for SecretInput {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl fmt::Debug for SecretInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretInput(…)")
    }
}

impl SecretInput {
    /// Adds a character, if there is room.
    pub(crate) fn push(&mut self, letter: char) {
        if self.0.len() + letter.len_utf8() <= LONGEST {
            self.0.push(letter);
        }
    }

    /// Takes the last character away.
    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    /// Takes everything away.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// How many characters there are.
    pub(crate) fn len(&self) -> usize {
        self.0.chars().count()
    }

    /// The passphrase itself.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// Hands the passphrase over and forgets it.
    pub(crate) fn take(&mut self) -> Zeroizing<String> {
        std::mem::take(&mut *self).0
    }
}
