//! A passphrase being typed: dots on the screen, wiped from memory. A recovery code is seen.

use std::fmt;

use zeroize::Zeroizing;

/// The longest passphrase, in bytes; all of it is allocated at once, so that no copy stays behind.
const LONGEST: usize = 4096;

/// A passphrase as far as it is typed.
pub(crate) struct SecretInput {
    text: Zeroizing<String>,
    visible: bool,
}

impl Default for SecretInput {
    fn default() -> Self {
        Self {
            text: Zeroizing::new(String::with_capacity(LONGEST)),
            visible: false,
        }
    }
}

impl fmt::Debug for SecretInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretInput(…)")
    }
}

impl SecretInput {
    /// One that is seen while it is typed, since it is copied from paper.
    pub(crate) fn visible() -> Self {
        Self {
            visible: true,
            ..Self::default()
        }
    }

    /// Whether it is seen.
    pub(crate) const fn is_visible(&self) -> bool {
        self.visible
    }

    /// Adds a character, if there is room.
    pub(crate) fn push(&mut self, letter: char) {
        if self.text.len() + letter.len_utf8() <= LONGEST {
            self.text.push(letter);
        }
    }

    /// Takes the last character away.
    pub(crate) fn pop(&mut self) {
        self.text.pop();
    }

    /// Takes everything away.
    pub(crate) fn clear(&mut self) {
        *self = Self {
            visible: self.visible,
            ..Self::default()
        };
    }

    /// How many characters there are.
    pub(crate) fn len(&self) -> usize {
        self.text.chars().count()
    }

    /// The passphrase itself.
    pub(crate) fn expose(&self) -> &str {
        &self.text
    }

    /// Hands the passphrase over and forgets it.
    pub(crate) fn take(&mut self) -> Zeroizing<String> {
        let visible = self.visible;
        let taken = std::mem::take(self);
        self.visible = visible;
        taken.text
    }
}
