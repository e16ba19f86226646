//! `/config`: documents by key. `GET /config` shows them as one object, `PUT` replaces all, `PATCH`
//! merges (RFC 7396); under `/config/{key}` the same for one. Each answer has an `ETag`.

use std::collections::BTreeMap;

use api::config::{MAX_BYTES, is_key};
use hyper_server::StatusCode;
use hyper_server::header::{IF_MATCH, IF_NONE_MATCH};
use serde_json::value::RawValue;

use super::schema;
use super::session::{caller, claims, writer};
use crate::accounts::config::{self, Change, Document, Documents, Preconditions};
use crate::context::Context;
use crate::http::{Answer, Json, Raw, Request};
use crate::refusal::Refusal;

pub(super) async fn all(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = caller(context, request).await?;
    let documents = config::all(&context.pool, caller.user).await?;
    let etag = documents.etag();
    if has_already(request, &etag) {
        return Ok(Answer::empty(StatusCode::NOT_MODIFIED).etag(&etag));
    }
    let fields = fields(request)?;
    Ok(show_all(&documents, fields.as_deref()))
}

fn show_all(documents: &Documents, fields: Option<&[String]>) -> Answer {
    let wanted = |key: &String| fields.is_none_or(|fields| fields.contains(key));
    let shown: BTreeMap<&String, &Raw> = documents
        .0
        .iter()
        .filter(|(key, _)| wanted(key))
        .map(|(key, document)| (key, &document.value))
        .collect();
    Answer::json(StatusCode::OK, &shown).etag(&documents.etag())
}

pub(super) async fn put_all(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    let sent: BTreeMap<String, Raw> = request.json()?;
    for (key, value) in &sent {
        check(key, value)?;
    }
    let mut change = Change::begin(&context.pool, caller.user, None).await?;
    change.demand_of_all(&preconditions(request))?;
    let gone: Vec<String> = change
        .before
        .0
        .keys()
        .filter(|key| !sent.contains_key(*key))
        .cloned()
        .collect();
    for key in gone {
        change.put(&key, None).await?;
    }
    for (key, value) in &sent {
        change.put(key, Some(value.get())).await?;
    }
    Ok(show_all(&change.commit().await?, None))
}

pub(super) async fn patch_all(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    let patch: BTreeMap<String, Json> = request.json()?;
    let mut change = Change::begin(&context.pool, caller.user, None).await?;
    change.demand_of_all(&preconditions(request))?;
    for (key, patch) in patch {
        let merged = match patch {
            Json::Null => None,
            patch => Some(merged(change.before.0.get(&key), patch)?),
        };
        if let Some(value) = &merged {
            check(&key, value)?;
        }
        change
            .put(&key, merged.as_deref().map(RawValue::get))
            .await?;
    }
    Ok(show_all(&change.commit().await?, None))
}

pub(super) async fn one(
    context: &Context,
    request: &Request,
    key: &str,
) -> Result<Answer, Refusal> {
    let claims = claims(context, request)?;
    if !is_key(key) {
        // Who may not ask does not learn what may be a key.
        caller(context, request).await?;
        return Err(Refusal::NotFound);
    }
    let document = config::get(&context.pool, &claims, key)
        .await?
        .ok_or(Refusal::NotFound)?;
    let etag = document.etag();
    if has_already(request, &etag) {
        return Ok(Answer::empty(StatusCode::NOT_MODIFIED).etag(&etag));
    }
    match fields(request)? {
        None => Ok(show(StatusCode::OK, &document)),
        Some(fields) => {
            let mut value: Json =
                serde_json::from_str(document.value.get()).map_err(Refusal::internal)?;
            if let Some(members) = value.as_object_mut() {
                members.retain(|member, _| fields.contains(member));
            }
            Ok(Answer::json(StatusCode::OK, &value).etag(&etag))
        }
    }
}

fn show(status: StatusCode, document: &Document) -> Answer {
    let text = document.value.get().to_owned();
    Answer::text(status, "application/json", text).etag(&document.etag())
}

pub(super) async fn put_one(
    context: &Context,
    request: &Request,
    key: &str,
) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    let value: Raw = request.json()?;
    check(key, &value)?;
    let mut change = Change::begin(&context.pool, caller.user, Some(key)).await?;
    change.demand(key, &preconditions(request))?;
    let is_new = !change.before.0.contains_key(key);
    let status = if is_new {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    change.put(key, Some(value.get())).await?;
    written(change, key, status).await
}

pub(super) async fn patch_one(
    context: &Context,
    request: &Request,
    key: &str,
) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    let patch: Json = request.json()?;
    check_key(key)?;
    let mut change = Change::begin(&context.pool, caller.user, Some(key)).await?;
    change.demand(key, &preconditions(request))?;
    let before = change.before.0.get(key).ok_or(Refusal::NotFound)?;
    let value = merged(Some(before), patch)?;
    check(key, &value)?;
    change.put(key, Some(value.get())).await?;
    written(change, key, StatusCode::OK).await
}

async fn written(change: Change<'_>, key: &str, status: StatusCode) -> Result<Answer, Refusal> {
    let after = change.commit().await?;
    let document = after.0.get(key).ok_or(Refusal::NotFound)?;
    Ok(show(status, document))
}

pub(super) async fn history(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = caller(context, request).await?;
    let key = request.parameter("key")?;
    if let Some(key) = &key {
        check_key(key)?;
    }
    let history = config::history(&context.pool, caller.user, key.as_deref()).await?;
    Ok(Answer::json(StatusCode::OK, &history))
}

fn check_key(key: &str) -> Result<(), Refusal> {
    // That one would be hidden by its own history.
    if is_key(key) && key != "history" {
        return Ok(());
    }
    Err(Refusal::Malformed(
        "A key is a small letter, then at most 63 small letters, digits, `_`, `-` and `.`.",
    ))
}

/// Sees that a document may be kept.
fn check(key: &str, value: &RawValue) -> Result<(), Refusal> {
    check_key(key)?;
    if value.get().len() > MAX_BYTES {
        return Err(Refusal::TooLarge);
    }
    let value: Json = serde_json::from_str(value.get()).map_err(Refusal::internal)?;
    schema::check(key, &value)
}

/// RFC 7396.
fn merged(before: Option<&Document>, patch: Json) -> Result<Raw, Refusal> {
    let mut value = match before {
        Some(document) => serde_json::from_str(document.value.get()).map_err(Refusal::internal)?,
        None => Json::Null,
    };
    merge(&mut value, patch);
    serde_json::value::to_raw_value(&value).map_err(Refusal::internal)
}

fn merge(value: &mut Json, patch: Json) {
    let Json::Object(patch) = patch else {
        *value = patch;
        return;
    };
    if !value.is_object() {
        *value = Json::Object(serde_json::Map::new());
    }
    let Some(members) = value.as_object_mut() else {
        return;
    };
    for (name, patch) in patch {
        if patch.is_null() {
            members.remove(&name);
        } else {
            merge(members.entry(name).or_insert(Json::Null), patch);
        }
    }
}

fn preconditions(request: &Request) -> Preconditions {
    let lines = request.headers.get_all(IF_MATCH).iter();
    let tags = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','));
    let tags: Vec<String> = tags.map(|tag| tag.trim().to_owned()).collect();
    Preconditions {
        matches: request.headers.contains_key(IF_MATCH).then_some(tags),
        must_be_new: request
            .header(&IF_NONE_MATCH)
            .is_some_and(|tag| tag.trim() == "*"),
    }
}

/// True when the client has this version (RFC 9110, section 13.1.2).
fn has_already(request: &Request, etag: &str) -> bool {
    let lines = request.headers.get_all(IF_NONE_MATCH).iter();
    let mut tags = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','));
    tags.any(|tag| tag.trim().trim_start_matches("W/") == etag)
}

/// `fields=theme,locale`.
fn fields(request: &Request) -> Result<Option<Vec<String>>, Refusal> {
    let fields = request.parameter("fields")?;
    Ok(fields.map(|list| {
        list.split(',')
            .map(|field| field.trim().to_owned())
            .collect()
    }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The table of RFC 7396, appendix A.
    #[test]
    fn a_merge_is_that_of_the_specification() {
        for (before, patch, after) in [
            (json!({"a":"b"}), json!({"a":"c"}), json!({"a":"c"})),
            (json!({"a":"b"}), json!({"b":"c"}), json!({"a":"b","b":"c"})),
            (json!({"a":"b"}), json!({"a":null}), json!({})),
            (
                json!({"a":"b","b":"c"}),
                json!({"a":null}),
                json!({"b":"c"}),
            ),
            (json!({"a":["b"]}), json!({"a":"c"}), json!({"a":"c"})),
            (json!({"a":"c"}), json!({"a":["b"]}), json!({"a":["b"]})),
            (
                json!({"a":{"b":"c"}}),
                json!({"a":{"b":"d","c":null}}),
                json!({"a":{"b":"d"}}),
            ),
            (json!({"a":[{"b":"c"}]}), json!({"a":[1]}), json!({"a":[1]})),
            (json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])),
            (json!({"a":"b"}), json!(["c"]), json!(["c"])),
            (json!({"a":"foo"}), json!(null), json!(null)),
            (json!({"a":"foo"}), json!("bar"), json!("bar")),
            (json!({"e":null}), json!({"a":1}), json!({"e":null,"a":1})),
            (json!([1, 2]), json!({"a":"b","c":null}), json!({"a":"b"})),
            (
                json!({}),
                json!({"a":{"bb":{"ccc":null}}}),
                json!({"a":{"bb":{}}}),
            ),
        ] {
            let mut value = before.clone();
            merge(&mut value, patch.clone());
            assert_eq!(value, after, "{before} {patch}");
        }
    }
}
