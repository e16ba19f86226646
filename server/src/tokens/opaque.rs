//! 256 random bits as text. The database keeps their SHA-256: with so much chance in them no slower
//! hash is needed, and a copy of the database opens nothing.

use api::Secret;
use data_encoding::BASE64URL_NOPAD;
use ring::{digest as sha2, hmac};
use zeroize::Zeroizing;

use crate::refusal::Refusal;

const BYTES: usize = 32;
/// Its length as text.
const LENGTH: usize = 43;

/// A refresh token, a code, a state.
#[derive(Clone)]
pub(crate) struct Opaque(Zeroizing<[u8; BYTES]>);

impl Opaque {
    /// A new one.
    pub(crate) fn random() -> Result<Self, Refusal> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        getrandom::fill(bytes.as_mut_slice()).map_err(Refusal::internal)?;
        Ok(Self(bytes))
    }

    /// From what somebody sent; none for what can't be one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
        let bytes: [u8; BYTES] = bytes.as_slice().try_into().ok()?;
        Some(Self(Zeroizing::new(bytes)))
    }

    /// What is sent.
    pub(crate) fn to_secret(&self) -> Secret {
        BASE64URL_NOPAD.encode(self.0.as_slice()).into()
    }

    /// What is kept.
    pub(crate) fn hash(&self) -> Vec<u8> {
        digest(self.0.as_slice())
    }

    /// Another one that only who has this one can make (HMAC-SHA-256), for a purpose or with a salt.
    pub(crate) fn derive(&self, purpose: &[u8]) -> Self {
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.0.as_slice());
        let mut bytes = Zeroizing::new([0; BYTES]);
        bytes.copy_from_slice(hmac::sign(&key, purpose).as_ref());
        Self(bytes)
    }
}

/// SHA-256.
pub(crate) fn digest(bytes: &[u8]) -> Vec<u8> {
    sha2::digest(&sha2::SHA256, bytes).as_ref().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_what_was_made() {
        let token = Opaque::random().unwrap();
        let again = Opaque::parse(token.to_secret().expose()).unwrap();
        assert_eq!(again.hash(), token.hash());
        assert_ne!(token.derive(b"a").hash(), token.derive(b"b").hash());
        assert_ne!(Opaque::random().unwrap().hash(), token.hash());
    }

    #[test]
    fn what_can_not_be_one_is_none() {
        let text = Opaque::random().unwrap().to_secret().expose().to_owned();
        for wrong in [
            "",
            &text[1..],
            &format!("{text}A"),
            &text.replace(&text[..1], "+"),
            &"=".repeat(43),
        ] {
            assert!(Opaque::parse(wrong).is_none(), "{wrong}");
        }
    }
}
