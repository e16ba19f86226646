//! What the known documents look like. Keys that nobody knows may hold any JSON: a newer client has
//! them.

use crate::http::Json;
use crate::refusal::Refusal;

/// Sees that a document of a known key is of its kind; `openapi.json` says the same as JSON Schema.
pub(super) fn check(key: &str, value: &Json) -> Result<(), Refusal> {
    let (is_good, expected) = match key {
        "preferences" | "backup_policy" => (value.is_object(), "This document is an object."),
        "locale" => (
            value.as_str().is_some_and(super::users::is_locale),
            "This document is a locale, like \"es-CL\" (BCP 47).",
        ),
        "base_currency" => (
            value.as_str().is_some_and(is_currency),
            "This document is a currency, like \"CLP\".",
        ),
        "theme" => (
            value.as_str().is_some_and(is_word) || value.is_object(),
            "This document is a theme's name or its colours.",
        ),
        "keymap" => (
            is_keymap(value),
            "This document is an object of keys by action.",
        ),
        "devices" => (
            is_devices(value),
            "This document is a list of objects, each with an `id` and a `name`.",
        ),
        _ => (true, ""),
    };
    if is_good {
        Ok(())
    } else {
        Err(Refusal::Malformed(expected))
    }
}

fn is_currency(text: &str) -> bool {
    (2..=12).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && text.starts_with(|first: char| first.is_ascii_uppercase())
}

fn is_word(text: &str) -> bool {
    (1..=64).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}

fn is_keymap(value: &Json) -> bool {
    let is_keys = |keys: &Json| match keys {
        Json::String(_) => true,
        Json::Array(keys) => keys.iter().all(Json::is_string),
        _ => false,
    };
    value
        .as_object()
        .is_some_and(|actions| actions.values().all(is_keys))
}

fn is_devices(value: &Json) -> bool {
    let is_device = |device: &Json| {
        ["id", "name"].iter().all(|member| {
            device
                .get(member)
                .and_then(Json::as_str)
                .is_some_and(is_word)
        })
    };
    value
        .as_array()
        .is_some_and(|devices| devices.iter().all(is_device))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_known_document_is_of_its_kind() {
        for (key, value, is_good) in [
            ("preferences", json!({"dates": "iso"}), true),
            ("preferences", json!([]), false),
            ("locale", json!("es-CL"), true),
            ("locale", json!("es_CL"), false),
            ("base_currency", json!("CLP"), true),
            ("base_currency", json!("clp"), false),
            ("theme", json!("dark"), true),
            ("theme", json!(""), false),
            (
                "keymap",
                json!({"undo": ["u", "ctrl-z"], "quit": "q"}),
                true,
            ),
            ("keymap", json!({"undo": 1}), false),
            ("devices", json!([{"id": "a", "name": "laptop"}]), true),
            ("devices", json!([{"id": "a"}]), false),
            ("something_new", json!(null), true),
        ] {
            assert_eq!(check(key, &value).is_ok(), is_good, "{key} {value}");
        }
    }
}
