//! Who changed a document since this machine and the server last agreed about it.

use serde_json::Value;

/// What is to be done about a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Both say the same.
    Same,
    /// It was changed on this machine.
    Here,
    /// It was changed at the server, by another machine.
    There,
    /// By both, and not to the same.
    Both,
}

/// Compares what this machine says, what both said before, and what the server says; `None`, null and
/// an empty object are all nothing.
pub(crate) fn verdict(
    here: Option<&Value>,
    before: Option<&Value>,
    there: Option<&Value>,
) -> Verdict {
    let (here, before, there) = (said(here), said(before), said(there));
    match (here == before, there == before) {
        _ if here == there => Verdict::Same,
        (false, true) => Verdict::Here,
        (true, _) => Verdict::There,
        (false, false) => Verdict::Both,
    }
}

fn said(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_null() && value.as_object().is_none_or(|it| !it.is_empty()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    #[rstest]
    #[case(json!("a"), json!("a"), json!("a"), Verdict::Same)]
    #[case(json!("b"), json!("a"), json!("b"), Verdict::Same)]
    #[case(json!("b"), json!("a"), json!("a"), Verdict::Here)]
    #[case(json!("a"), json!("a"), json!("b"), Verdict::There)]
    #[case(json!("b"), json!("a"), json!("c"), Verdict::Both)]
    // never agreed
    #[case(json!("a"), json!(null), json!("b"), Verdict::Both)]
    #[case(json!("a"), json!(null), json!(null), Verdict::Here)]
    #[case(json!(null), json!(null), json!("a"), Verdict::There)]
    // removed
    #[case(json!(null), json!("a"), json!("a"), Verdict::Here)]
    #[case(json!({}), json!({"k": "a"}), json!({"k": "a"}), Verdict::Here)]
    #[case(json!("a"), json!("a"), json!(null), Verdict::There)]
    #[case(json!({}), json!({"k": "a"}), json!(null), Verdict::Same)]
    fn who_changed_it_is_told_from_what_both_had(
        #[case] here: Value,
        #[case] before: Value,
        #[case] there: Value,
        #[case] expected: Verdict,
    ) {
        assert_eq!(verdict(Some(&here), Some(&before), Some(&there)), expected);
        let none = |value: &Value| value.is_null();
        let (here, before, there) = (
            Some(&here).filter(|v| !none(v)),
            Some(&before).filter(|v| !none(v)),
            Some(&there).filter(|v| !none(v)),
        );
        assert_eq!(verdict(here, before, there), expected);
    }
}
