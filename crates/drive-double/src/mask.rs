//! The `fields` of a request: an answer says only what was asked for.

use serde_json::{Map, Value};

/// Keeps of an answer what `fields` names (`id,size`, `files(id,name),nextPageToken`, `*`).
pub(crate) fn keep(value: &Value, fields: &str) -> Value {
    let mut rest = fields;
    select(value, &names(&mut rest))
}

struct Field {
    name: String,
    inside: Option<Vec<Field>>,
}

fn names(rest: &mut &str) -> Vec<Field> {
    let mut fields = Vec::new();
    loop {
        let end = rest.find([',', '(', ')', '/']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        *rest = after;
        let mut inside = None;
        if let Some(after) = rest.strip_prefix('(') {
            *rest = after;
            inside = Some(names(rest));
            *rest = rest.strip_prefix(')').unwrap_or(rest);
        } else if let Some(after) = rest.strip_prefix('/') {
            *rest = after;
            inside = Some(names(rest));
        }
        fields.push(Field {
            name: name.trim().to_owned(),
            inside,
        });
        match rest.strip_prefix(',') {
            Some(after) => *rest = after,
            None => return fields,
        }
    }
}

fn select(value: &Value, fields: &[Field]) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| select(item, fields)).collect(),
        Value::Object(object) => {
            let mut kept = Map::new();
            for field in fields {
                if field.name == "*" {
                    kept.extend(object.clone());
                } else if let Some(found) = object.get(&field.name) {
                    let found = match &field.inside {
                        Some(inside) => select(found, inside),
                        None => found.clone(),
                    };
                    kept.insert(field.name.clone(), found);
                }
            }
            Value::Object(kept)
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_was_asked_for_is_said() {
        let answer = json!({"files": [{"id": "1", "name": "a", "size": "3"}], "nextPageToken": "t", "kind": "k"});
        assert_eq!(
            keep(&answer, "files(id,size),nextPageToken"),
            json!({"files": [{"id": "1", "size": "3"}], "nextPageToken": "t"})
        );
        assert_eq!(
            keep(&answer, "files/name"),
            json!({"files": [{"name": "a"}]})
        );
        assert_eq!(keep(&answer, "*"), answer);
    }
}
