//! The fields of an entity as JSON: what a recorded change says, and how it is taken back.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::StoreError;

/// All fields of an entity, for a record of its making or deletion.
pub(crate) fn whole<T: Serialize>(entity: &T) -> Result<String, StoreError> {
    Ok(serde_json::to_string(entity)?)
}

/// `{"field": [old, new]}` for each field that differs; `None` when none does.
pub(crate) fn difference<T: Serialize>(
    before: &T,
    after: &T,
) -> Result<Option<String>, StoreError> {
    let (before, mut after) = (object(before)?, object(after)?);
    let mut changed = Map::new();
    for (field, old) in before {
        let new = after.remove(&field).unwrap_or(Value::Null);
        if old != new {
            changed.insert(field, Value::Array(vec![old, new]));
        }
    }
    for (field, new) in after {
        changed.insert(field, Value::Array(vec![Value::Null, new]));
    }
    Ok(if changed.is_empty() {
        None
    } else {
        Some(serde_json::to_string(&changed)?)
    })
}

/// Which side of a recorded difference to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Old,
    New,
}

/// Applies one side of a recorded difference; the entity must show the other side now.
pub(crate) fn patch<T: Serialize + DeserializeOwned>(
    entity: &T,
    difference: &str,
    side: Side,
) -> Result<T, StoreError> {
    let mut fields = object(entity)?;
    let changed: Map<String, Value> = serde_json::from_str(difference)?;
    for (field, sides) in changed {
        let Value::Array(mut sides) = sides else {
            return Err(unreadable());
        };
        let (Some(new), Some(old), None) = (sides.pop(), sides.pop(), sides.pop()) else {
            return Err(unreadable());
        };
        let (from, to) = if side == Side::Old {
            (new, old)
        } else {
            (old, new)
        };
        let found = fields.remove(&field).unwrap_or(Value::Null);
        if found != from {
            return Err(StoreError::Contradiction(format!(
                "the field `{field}` was altered"
            )));
        }
        if !to.is_null() {
            fields.insert(field, to);
        }
    }
    Ok(serde_json::from_value(Value::Object(fields))?)
}

fn unreadable() -> StoreError {
    StoreError::Contradiction("a recorded change can't be read".to_owned())
}

fn object<T: Serialize>(entity: &T) -> Result<Map<String, Value>, StoreError> {
    match serde_json::to_value(entity)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(unreadable()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Payee;
    use domain::id::PayeeId;

    fn payee(name: &str, aliases: &[&str]) -> Payee {
        Payee {
            id: PayeeId::from_raw(1),
            name: name.to_owned(),
            aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
        }
    }

    #[test]
    fn a_difference_names_the_fields_that_changed_and_goes_both_ways() {
        let (before, after) = (payee("Luna", &[]), payee("Luna", &["CAFE LUNA"]));
        let difference = difference(&before, &after).unwrap().unwrap();
        assert_eq!(difference, r#"{"aliases":[null,["CAFE LUNA"]]}"#);
        assert_eq!(patch(&after, &difference, Side::Old).unwrap(), before);
        assert_eq!(patch(&before, &difference, Side::New).unwrap(), after);
    }

    #[test]
    fn an_entity_that_was_altered_behind_the_record_is_noticed() {
        let difference = difference(&payee("Luna", &[]), &payee("Sol", &[]))
            .unwrap()
            .unwrap();
        let altered = patch(&payee("Marte", &[]), &difference, Side::Old);
        assert!(matches!(altered, Err(StoreError::Contradiction(_))));
    }

    #[test]
    fn equal_entities_have_no_difference() {
        assert_eq!(
            difference(&payee("Luna", &[]), &payee("Luna", &[])).unwrap(),
            None
        );
    }
}
