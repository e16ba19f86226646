//! A server's key, known beforehand: `sha256//BASE64` of its `SubjectPublicKeyInfo`, as curl writes it.
//!
//! The key outlives a certificate that is renewed. To find it in a certificate takes no more of DER
//! than to step over the fields before it (RFC 5280, section 4.1).

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE64;
use ring::digest::{SHA256, digest};

/// The hash of a key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Pin([u8; 32]);

/// Why a text is no pin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a pin is sha256// and 44 characters of base64")]
pub struct PinError;

const PREFIX: &str = "sha256//";
const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;

impl Pin {
    /// The pin of the key in a certificate (DER); `None` for what is no certificate.
    pub fn of_certificate(certificate: &[u8]) -> Option<Self> {
        let key = public_key(certificate)?;
        digest(&SHA256, key).as_ref().try_into().map(Self).ok()
    }
}

impl FromStr for Pin {
    type Err = PinError;

    fn from_str(text: &str) -> Result<Self, PinError> {
        let digits = text.trim().strip_prefix(PREFIX).ok_or(PinError)?;
        let bytes = BASE64.decode(digits.as_bytes()).map_err(|_| PinError)?;
        bytes.try_into().map(Self).map_err(|_| PinError)
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", BASE64.encode(&self.0))
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The `SubjectPublicKeyInfo` of a certificate, with its tag and length.
fn public_key(certificate: &[u8]) -> Option<&[u8]> {
    let whole = Element::first(certificate)?.is(SEQUENCE)?;
    let mut rest = Element::first(whole.content)?.is(SEQUENCE)?.content;
    let first = Element::first(rest)?;
    if first.tag == VERSION {
        rest = first.after;
    }
    // serial number, signature algorithm, issuer, validity, subject
    for _ in 0..5 {
        rest = Element::first(rest)?.after;
    }
    Some(Element::first(rest)?.is(SEQUENCE)?.whole)
}

/// A tag, a length, and so many bytes.
struct Element<'a> {
    tag: u8,
    content: &'a [u8],
    whole: &'a [u8],
    after: &'a [u8],
}

impl<'a> Element<'a> {
    fn first(bytes: &'a [u8]) -> Option<Self> {
        let (&tag, rest) = bytes.split_first()?;
        let (&short, mut rest) = rest.split_first()?;
        let mut length = usize::from(short);
        if short >= 0x80 {
            let digits = usize::from(short & 0x7f);
            if !(1..=3).contains(&digits) {
                return None;
            }
            let (long, behind) = rest.split_at_checked(digits)?;
            length = long
                .iter()
                .fold(0, |sum, digit| sum << 8 | usize::from(*digit));
            rest = behind;
        }
        let (content, after) = rest.split_at_checked(length)?;
        let whole = bytes.get(..bytes.len() - after.len())?;
        Some(Self {
            tag,
            content,
            whole,
            after,
        })
    }

    fn is(self, tag: u8) -> Option<Self> {
        (self.tag == tag).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// `fixtures/README.md` says how they were made.
    const CERTIFICATE: &[u8] = include_bytes!("../../fixtures/server.der");
    const PIN: &str = include_str!("../../fixtures/server.pin");

    #[test]
    fn the_pin_is_the_one_that_openssl_computes() {
        let pin = Pin::of_certificate(CERTIFICATE).unwrap();
        assert_eq!(pin.to_string(), PIN.trim());
        assert_eq!(PIN.parse(), Ok(pin));
    }

    #[test]
    fn what_was_cut_anywhere_is_no_certificate_or_has_the_same_key() {
        let pin = Pin::of_certificate(CERTIFICATE);
        for end in 0..CERTIFICATE.len() {
            assert_eq!(Pin::of_certificate(&CERTIFICATE[..end]), None, "{end}");
        }
        for at in 0..CERTIFICATE.len() {
            let mut wild = CERTIFICATE.to_vec();
            wild[at] = 0x84; // a length of four bytes, or just another byte
            let _ = Pin::of_certificate(&wild);
        }
        assert!(pin.is_some());
    }

    #[rstest]
    #[case("")]
    #[case("sha256//")]
    #[case("sha256//AAAA")]
    #[case("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    #[case("sha1//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    #[case("sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    fn what_is_no_pin(#[case] text: &str) {
        assert_eq!(text.parse::<Pin>(), Err(PinError));
    }
}
