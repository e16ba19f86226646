//! From what the server has to what it shall have, as a merge patch (RFC 7396).

use serde_json::{Map, Value};

/// The patch that makes `before` into `after`; null removes.
pub(crate) fn patch(before: Option<&Value>, after: Option<&Value>) -> Value {
    match (before, after) {
        (_, None) => Value::Null,
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            Value::Object(members(before, after))
        }
        (_, Some(after)) => after.clone(),
    }
}

fn members(before: &Map<String, Value>, after: &Map<String, Value>) -> Map<String, Value> {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let gone = gone.map(|name| (name.clone(), Value::Null));
    let other = after
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(value));
    let other = other.map(|(name, value)| (name.clone(), patch(before.get(name), Some(value))));
    gone.chain(other).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    #[rstest]
    #[case(json!("dark"), json!("light"), json!("light"))]
    #[case(json!({"a": "1", "b": "2"}), json!({"a": "1", "c": "3"}), json!({"b": null, "c": "3"}))]
    #[case(json!({"a": {"x": 1, "y": 2}}), json!({"a": {"x": 1}}), json!({"a": {"y": null}}))]
    #[case(json!({"a": "1"}), json!({"a": "1"}), json!({}))]
    #[case(json!("a"), json!({"b": "c"}), json!({"b": "c"}))]
    fn it_says_what_differs(#[case] before: Value, #[case] after: Value, #[case] said: Value) {
        assert_eq!(patch(Some(&before), Some(&after)), said);
        assert_eq!(patch(None, Some(&after)), after);
        assert_eq!(patch(Some(&before), None), Value::Null);
    }
}
