//! JSON from strangers: no key twice, no NUL, no depth without end, UTF-8 only.

use std::collections::HashSet;
use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::refusal::Refusal;

/// A document as it was written, known to be good.
pub(crate) type Raw = Box<RawValue>;
/// Any JSON.
pub(crate) type Json = serde_json::Value;

/// The most brackets in brackets.
const DEPTH: usize = 64;

/// Reads a shape.
pub(crate) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    check(body)?;
    serde_json::from_slice(body)
        .map_err(|_| Refusal::Malformed("The body is JSON, but not of the shape that is expected."))
}

/// Sees that it is good JSON.
fn check(body: &[u8]) -> Result<(), Refusal> {
    let malformed = |_| {
        Refusal::Malformed(
            "The body is not JSON in UTF-8, or has a key twice, a NUL or too much depth.",
        )
    };
    let mut reader = serde_json::Deserializer::from_slice(body);
    Sound { depth: DEPTH }
        .deserialize(&mut reader)
        .map_err(malformed)?;
    reader.end().map_err(malformed)
}

/// Looks at everything and keeps nothing.
#[derive(Clone, Copy)]
struct Sound {
    depth: usize,
}

impl Sound {
    fn inside<E: de::Error>(self) -> Result<Self, E> {
        let depth = self.depth.checked_sub(1);
        depth
            .map(|depth| Self { depth })
            .ok_or_else(|| E::custom("too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Sound {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Sound {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        if text.contains('\0') {
            return Err(E::custom("a NUL"));
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let inside = self.inside()?;
        while items.next_element_seed(inside)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let inside = self.inside()?;
        let mut keys = HashSet::new();
        while let Some(key) = members.next_key::<String>()? {
            inside.visit_str(&key)?;
            if !keys.insert(key) {
                return Err(de::Error::custom("a key twice"));
            }
            members.next_value_seed(inside)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_sound_is_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let too_deep = format!("{}{}", "[".repeat(65), "]".repeat(65));
        for text in [
            "",
            "{",
            "nul",
            "NaN",
            "[1,]",
            "1 2",
            r#"{"a":1,"a":2}"#,
            r#"{"a":{"b":1,"b":1}}"#,
            r#""\u0000""#,
            r#"{"\u0000":1}"#,
            r#""\ud800""#,
            "\"\u{0}\"",
            &deep,
            &too_deep,
        ] {
            assert!(check(text.as_bytes()).is_err(), "{text:.40}");
        }
        assert!(check(b"\"\xff\"").is_err());
    }

    #[test]
    fn what_is_sound_passes() {
        let as_deep_as_it_may = format!("{}{}", "[".repeat(64), "]".repeat(64));
        for text in [
            "null",
            " 1e400 ",
            r#"{"a":{"a":[true,"\u0001"]}}"#,
            &as_deep_as_it_may,
        ] {
            let passes = check(text.as_bytes()).is_ok();
            assert_eq!(passes, text != " 1e400 ", "{text:.40}");
        }
    }
}
