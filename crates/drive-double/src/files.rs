//! Everything about files but their creation.

use std::collections::HashSet;
use std::io;

use serde_json::{Value, json};

use crate::fault::{Hits, Name};
use crate::http::{Content, Reply, Request};
use crate::mask;
use crate::query::{self, Term};
use crate::shared::{error, not_found};
use crate::state::{Metadata, Row, State};

const SHORT: &str = "kind,id,name,mimeType";

/// A file as JSON, with every field that the double knows.
pub(crate) fn json(state: &State, row: &Row) -> Value {
    let mut value = json!({
        "kind": "drive#file",
        "id": row.id,
        "name": row.name,
        "mimeType": row.mime,
        "parents": row.parents,
        "appProperties": row.properties,
        "trashed": state.is_trashed(row),
        "explicitlyTrashed": row.trashed,
    });
    if let (Some(size), Some(md5)) = (row.size, &row.md5) {
        value["size"] = json!(size.to_string());
        value["md5Checksum"] = json!(md5);
    }
    value
}

/// A file as an answer, with the fields that were asked for.
pub(crate) fn reply(state: &State, row: &Row, fields: &str) -> Reply {
    let fields = if fields.is_empty() { SHORT } else { fields };
    Reply::json(200, &mask::keep(&json(state, row), fields))
}

fn id(request: &Request) -> &str {
    request.path.rsplit('/').next().unwrap_or("")
}

pub(crate) fn about(state: &State, request: &Request) -> Reply {
    let Some(fields) = request.parameter("fields") else {
        return error(
            400,
            "required",
            "The 'fields' parameter is required for this method.",
        );
    };
    let value = json!({
        "kind": "drive#about",
        "user": {"displayName": "A Person", "emailAddress": "person@example.com"},
        "storageQuota": {
            "limit": state.quota.map(|quota| quota.to_string()),
            "usage": state.used().to_string(),
        },
    });
    Reply::json(200, &mask::keep(&value, fields))
}

pub(crate) fn generate_ids(state: &mut State, request: &Request) -> io::Result<Reply> {
    let count = request
        .parameter("count")
        .and_then(|text| text.parse().ok());
    let count: usize = count.unwrap_or(10);
    if !(1..=1000).contains(&count) {
        return Ok(error(400, "invalidParameter", "Invalid value for count"));
    }
    let ids: Vec<String> = (0..count).map(|_| state.fresh("id")).collect();
    state.ids.extend(ids.iter().cloned());
    state.save()?;
    Ok(Reply::json(
        200,
        &json!({"kind": "drive#generatedIds", "space": "drive", "ids": ids}),
    ))
}

pub(crate) fn list(state: &State, request: &Request, hits: &Hits) -> Reply {
    let Some(terms) = query::parse(request.parameter("q").unwrap_or("")) else {
        return error(400, "invalid", "Invalid Value");
    };
    let unknown = terms.iter().any(|term| match term {
        Term::Parent(parent) => state.file(parent).is_none() && parent != "root",
        _ => false,
    });
    if unknown {
        return not_found("");
    }
    let trashed = in_trash(state);
    let mut found: Vec<&Row> = state
        .files
        .iter()
        .filter(|row| terms.iter().all(|term| holds(row, term, &trashed)))
        .collect();
    if let Some(fault) = hits.get(Name::StaleList) {
        let late = usize::try_from(fault.value.unwrap_or(1)).unwrap_or(usize::MAX);
        found.truncate(found.len().saturating_sub(late));
    }
    let incomplete = hits.has(Name::IncompleteSearch);
    if incomplete {
        found.truncate(found.len() / 2);
    }
    page(state, request, &found, incomplete)
}

fn page(state: &State, request: &Request, found: &[&Row], incomplete: bool) -> Reply {
    let number = |name| {
        request
            .parameter(name)
            .and_then(|text| text.parse::<usize>().ok())
    };
    let size = number("pageSize").unwrap_or(100).clamp(1, 1000);
    let start = number("pageToken").unwrap_or(0).min(found.len());
    let end = (start + size).min(found.len());
    let files: Vec<Value> = found[start..end]
        .iter()
        .map(|row| json(state, row))
        .collect();
    let mut value =
        json!({"kind": "drive#fileList", "incompleteSearch": incomplete, "files": files});
    if end < found.len() {
        value["nextPageToken"] = json!(end.to_string());
    }
    let short = format!("kind,incompleteSearch,nextPageToken,files({SHORT})");
    Reply::json(
        200,
        &mask::keep(&value, request.parameter("fields").unwrap_or(&short)),
    )
}

/// The ids of what is in the trash, itself or with its folder.
fn in_trash(state: &State) -> HashSet<&str> {
    let rows = state.files.iter();
    rows.filter(|row| state.is_trashed(row))
        .map(|row| row.id.as_str())
        .collect()
}

fn holds(row: &Row, term: &Term, trashed: &HashSet<&str>) -> bool {
    match term {
        Term::Parent(parent) => row.parents.contains(parent),
        Term::Trashed(wanted) => trashed.contains(row.id.as_str()) == *wanted,
        Term::Name(name) => row.name.eq_ignore_ascii_case(name),
        Term::Mime(mime) => row.mime == *mime,
        Term::Property(key, value) => row.properties.get(key) == Some(value),
    }
}

pub(crate) fn get(state: &State, request: &Request) -> Reply {
    match state.file(id(request)) {
        Some(row) => reply(state, row, request.parameter("fields").unwrap_or("")),
        None => not_found(id(request)),
    }
}

pub(crate) fn download(state: &State, request: &Request, hits: &Hits) -> Reply {
    let Some(row) = state.file(id(request)) else {
        return not_found(id(request));
    };
    let Some(size) = row.size else {
        return error(
            403,
            "fileNotDownloadable",
            "Only files with binary content can be downloaded.",
        );
    };
    let (start, mut end) = match request.header("range").map(|text| range(text, size)) {
        None => (0, size),
        Some(Some(range)) => range,
        Some(None) => {
            let reply = error(
                416,
                "requestedRangeNotSatisfiable",
                "Request range not satisfiable",
            );
            return reply.with("Content-Range", &format!("bytes */{size}"));
        }
    };
    if hits.has(Name::TruncateDownload) {
        end -= (end - start) / 2;
    }
    let mut reply = Reply::new(if request.header("range").is_some() {
        206
    } else {
        200
    });
    if reply.status == 206 {
        let last = end.saturating_sub(1);
        reply = reply.with("Content-Range", &format!("bytes {start}-{last}/{size}"));
    }
    reply.content = Content::File {
        path: state.content(&row.id),
        start,
        length: end - start,
    };
    reply.harm.flip = hits.has(Name::FlipByteOnDownload);
    if let Some(fault) = hits.get(Name::CutDownload) {
        reply.harm.cut = Some(fault.value.unwrap_or((end - start) / 2));
    }
    reply
}

/// Reads `bytes=A-B`; the end is exclusive in the result.
fn range(text: &str, size: u64) -> Option<(u64, u64)> {
    let (start, last) = text.strip_prefix("bytes=")?.split_once('-')?;
    let start: u64 = start.parse().ok()?;
    let end = match last {
        "" => size,
        last => last.parse::<u64>().ok()?.saturating_add(1).min(size),
    };
    (start < end).then_some((start, end))
}

pub(crate) fn update(state: &mut State, request: &Request, body: &[u8]) -> io::Result<Reply> {
    let metadata: Metadata = serde_json::from_slice(body)?;
    let Some(row) = state.file_mut(id(request)) else {
        return Ok(not_found(id(request)));
    };
    if let Some(trashed) = metadata.trashed {
        row.trashed = trashed;
    }
    if let Some(name) = metadata.name {
        row.name = name;
    }
    let row = row.clone();
    state.save()?;
    Ok(reply(
        state,
        &row,
        request.parameter("fields").unwrap_or(""),
    ))
}

pub(crate) fn delete(state: &mut State, request: &Request) -> io::Result<Reply> {
    if !state.delete(id(request)) {
        return Ok(not_found(id(request)));
    }
    state.save()?;
    Ok(Reply::new(204))
}
