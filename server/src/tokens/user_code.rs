//! The code that a person types to let a device in (RFC 8628, section 6.1): eight of twenty letters,
//! none of them a vowel, so that no word comes out, and none that looks like another.

use std::fmt;

use super::opaque::digest;
use crate::refusal::Refusal;

const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
const LENGTH: usize = 8;

/// One of 20^8.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct UserCode(String);

impl UserCode {
    /// A new one.
    pub(crate) fn random() -> Result<Self, Refusal> {
        let mut code = String::with_capacity(LENGTH);
        while code.len() < LENGTH {
            let mut byte = [0];
            getrandom::fill(&mut byte).map_err(Refusal::internal)?;
            // 240 is the greatest multiple of 20: above it some letters would come more often.
            if let (0..240, Some(letter)) = (byte[0], LETTERS.get(usize::from(byte[0]) % 20)) {
                code.push(char::from(*letter));
            }
        }
        Ok(Self(code))
    }

    /// From what somebody typed, in whatever letters and groups.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let is_of_code = |c: &char| !c.is_whitespace() && *c != '-';
        let code: String = text.chars().filter(is_of_code).collect();
        let code = code.to_ascii_uppercase();
        let is_code = code.len() == LENGTH && code.bytes().all(|byte| LETTERS.contains(&byte));
        is_code.then_some(Self(code))
    }

    /// What is kept.
    pub(crate) fn hash(&self) -> Vec<u8> {
        digest(self.0.as_bytes())
    }
}

/// As it is shown: `WDJB-MJHT`.
impl fmt::Display for UserCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, other) = self.0.split_at(LENGTH / 2);
        write!(formatter, "{one}-{other}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_be_typed_in_any_way() {
        let code = UserCode::random().unwrap();
        let shown = code.to_string();
        assert_eq!(shown.len(), 9);
        let ways = [
            shown.clone(),
            shown.to_lowercase(),
            shown.replace('-', " "),
            code.0.clone(),
        ];
        for way in ways {
            assert!(UserCode::parse(&way) == Some(code.clone()), "{way}");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        let long = "-".repeat(99);
        for text in [
            "",
            "WDJB-MJH",
            "WDJB-MJHTB",
            "WDJB-MJHA",
            "WDJB_MJHT",
            "WDJB-MJHÑ",
            &long,
        ] {
            assert!(UserCode::parse(text).is_none(), "{text}");
        }
    }
}
