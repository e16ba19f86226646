//! How files come to be: a folder, a file in one request, a file in many.
//!
//! Sessions keep to Google's description: `Range` says what is kept, pieces but the last are
//! multiples of 256 KiB, and what was kept of a piece that was cut is a multiple too.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};

use crate::fault::{Name, Route};
use crate::files;
use crate::http::{Body, Reply, Request};
use crate::shared::{Shared, error, full, not_found};
use crate::state::{Metadata, Session, State};

const GRAIN: u64 = 256 * 1024;

fn fields(request: &Request) -> String {
    request.parameter("fields").unwrap_or("").to_owned()
}

/// What stands against a new file.
fn objection(state: &State, metadata: &Metadata, size: u64) -> Option<Reply> {
    if let Some(id) = &metadata.id {
        if state.file(id).is_some() {
            let what = "A file already exists with the provided ID.";
            return Some(error(409, "fileIdInUse", what));
        }
        if !state.ids.contains(id) {
            return Some(error(400, "invalid", "The provided file ID is not usable."));
        }
    }
    let parents = metadata.parents.iter().flatten();
    for parent in parents {
        if state.file(parent).is_none() && parent != "root" {
            return Some(not_found(parent));
        }
    }
    state.is_full(size).then(full)
}

pub(crate) fn folder(
    shared: &Shared,
    request: &Request,
    body: &mut Body<'_>,
    faults: &mut Vec<Name>,
) -> io::Result<Reply> {
    let metadata: Metadata = serde_json::from_slice(&body.bytes()?)?;
    made(
        shared,
        &metadata,
        None,
        Route::Folder,
        &fields(request),
        faults,
    )
}

pub(crate) fn multipart(
    shared: &Shared,
    request: &Request,
    body: &mut Body<'_>,
    faults: &mut Vec<Name>,
) -> io::Result<Reply> {
    let kind = request.header("content-type").unwrap_or("");
    let boundary = kind
        .split("boundary=")
        .nth(1)
        .unwrap_or("")
        .trim_matches('"');
    let bytes = body.bytes()?;
    let parts = parts(&bytes, boundary);
    let [metadata, content] = parts.as_slice() else {
        return Ok(error(400, "badContent", "Malformed multipart body."));
    };
    let metadata: Metadata = serde_json::from_slice(metadata)?;
    let place = {
        let mut state = shared.state();
        let name = state.fresh("part");
        state.content(&name)
    };
    fs::write(&place, content)?;
    let reply = made(
        shared,
        &metadata,
        Some(&place),
        Route::Create,
        &fields(request),
        faults,
    );
    let _ = fs::remove_file(&place);
    reply
}

/// The contents of the parts of a multipart body.
fn parts<'a>(bytes: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}");
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], mark.as_bytes()) {
        places.push(from + found);
        from += found + mark.len();
    }
    let part = |ends: &[usize]| {
        let part = &bytes[ends[0] + mark.len()..ends[1]];
        let start = find(part, b"\r\n\r\n")? + 4;
        part[start..].strip_suffix(b"\r\n")
    };
    places.windows(2).filter_map(part).collect()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// Makes a file or says why not, with whatever is to go wrong after it was made.
fn made(
    shared: &Shared,
    metadata: &Metadata,
    bytes: Option<&std::path::Path>,
    route: Route,
    fields: &str,
    faults: &mut Vec<Name>,
) -> io::Result<Reply> {
    let mut state = shared.state();
    let size = bytes.map_or(0, |path| path.metadata().map_or(0, |found| found.len()));
    if let Some(reply) = objection(&state, metadata, size) {
        return Ok(reply);
    }
    let hits = shared.strike_made(route);
    faults.extend(hits.names());
    if let (true, Some(path)) = (hits.has(Name::WrongMd5), bytes) {
        flip(path)?;
    }
    let mut metadata = metadata.clone();
    if hits.has(Name::Trashed) {
        metadata.trashed = Some(true);
    }
    let row = state.create(&metadata, bytes)?;
    if hits.has(Name::DuplicateName) {
        state.copy(&row.id)?;
    }
    state.save()?;
    if hits.has(Name::LostAnswerAfterCreate) {
        return Ok(Reply::lost());
    }
    if hits.has(Name::Http500AfterCreate) {
        return Ok(error(500, "backendError", "Internal Error"));
    }
    let mut reply = files::reply(&state, &row, fields);
    if hits.has(Name::CutAnswerAfterCreate) {
        reply.harm.cut = Some(reply.length() / 2);
    }
    Ok(reply)
}

fn flip(path: &std::path::Path) -> io::Result<()> {
    let mut bytes = fs::read(path)?;
    match bytes.first_mut() {
        Some(byte) => *byte ^= 1,
        None => bytes.push(0),
    }
    fs::write(path, bytes)
}

/// Begins a session.
pub(crate) fn session(
    shared: &Shared,
    request: &Request,
    body: &mut Body<'_>,
) -> io::Result<Reply> {
    let mut metadata: Metadata = serde_json::from_slice(&body.bytes()?)?;
    let length = request.header("x-upload-content-length");
    let total: Option<u64> = length.and_then(|text| text.parse().ok());
    let mut state = shared.state();
    if let Some(reply) = objection(&state, &metadata, total.unwrap_or(0)) {
        return Ok(reply);
    }
    if metadata.id.is_none() {
        let id = state.fresh("own");
        state.ids.insert(id.clone());
        metadata.id = Some(id);
    }
    let name = state.fresh("session");
    File::create(state.content(&name))?;
    state.sessions.insert(
        name.clone(),
        Session {
            metadata,
            total,
            received: 0,
            done: None,
            fields: fields(request),
        },
    );
    state.save()?;
    let place = format!(
        "{}/upload/drive/v3/files?uploadType=resumable&upload_id={name}",
        shared.url()
    );
    Ok(Reply::new(200).with("Location", &place))
}

/// Takes a piece, or says how far a session is.
pub(crate) fn chunk(
    shared: &Shared,
    request: &Request,
    body: &mut Body<'_>,
    route: Route,
    faults: &mut Vec<Name>,
) -> io::Result<Reply> {
    let name = request.parameter("upload_id").unwrap_or("").to_owned();
    if faults.contains(&Name::Session410) {
        shared.state().sessions.remove(&name);
        return Ok(Reply::text(410, "text/plain", "Gone"));
    }
    if faults.contains(&Name::Session404) {
        shared.state().sessions.remove(&name);
    }
    let Some(session) = shared.state().sessions.get(&name).cloned() else {
        return Ok(Reply::text(404, "text/plain", "Not Found"));
    };
    if let Some(id) = &session.done {
        let state = shared.state();
        return Ok(match state.file(id) {
            Some(row) => files::reply(&state, row, &session.fields),
            None => not_found(id),
        });
    }
    let range = request.header("content-range").unwrap_or("");
    let Some((start, end, total)) = content_range(range, body.length()) else {
        let what = "Failed to parse Content-Range header.";
        return Ok(error(400, "badRequest", what));
    };
    if route == Route::Status || start > session.received {
        return Ok(so_far(session.received));
    }
    if end - start != body.length() || (end != total && (end - start) % GRAIN != 0) {
        let what = "Invalid request: wrong number of bytes.";
        return Ok(error(400, "badRequest", what));
    }
    let received = take(shared, &name, body, start, session.received)?;
    if received < total {
        return Ok(so_far(received));
    }
    finish(shared, &name, &session, route, faults)
}

/// Makes the file of a session that has all its bytes.
fn finish(
    shared: &Shared,
    name: &str,
    session: &Session,
    route: Route,
    faults: &mut Vec<Name>,
) -> io::Result<Reply> {
    let place = shared.state().content(name);
    let reply = made(
        shared,
        &session.metadata,
        Some(&place),
        route,
        &session.fields,
        faults,
    )?;
    let mut state = shared.state();
    let id = session.metadata.id.clone();
    let is_there = id.as_ref().is_some_and(|id| state.file(id).is_some());
    if let (true, Some(session)) = (is_there, state.sessions.get_mut(name)) {
        session.done = id;
        state.save()?;
    }
    Ok(reply)
}

/// Takes the bytes of a piece as far as they come; gives how many the session has now.
fn take(
    shared: &Shared,
    name: &str,
    body: &mut Body<'_>,
    start: u64,
    received: u64,
) -> io::Result<u64> {
    let place = shared.state().content(name);
    let mut file = OpenOptions::new().read(true).write(true).open(place)?;
    file.seek(SeekFrom::Start(start))?;
    let mut at = start;
    let mut buffer = vec![0; 64 * 1024];
    let mut mismatch = false;
    let ended = loop {
        match body.read(&mut buffer) {
            Ok(0) => break Ok(()),
            Err(error) => break Err(error),
            Ok(found) => {
                mismatch |= differs(&mut file, &buffer[..found], at, received)?;
                file.seek(SeekFrom::Start(at))?;
                file.write_all(&buffer[..found])?;
                at += found as u64;
            }
        }
    };
    let kept = if ended.is_ok() {
        at
    } else {
        at / GRAIN * GRAIN
    };
    let mut state = shared.state();
    state.overlap_mismatches += u64::from(mismatch);
    let now = kept.max(received);
    if let Some(session) = state.sessions.get_mut(name) {
        session.received = now;
    }
    state.save()?;
    ended.map(|()| now)
}

/// Whether bytes that the session has already are sent again and are not the same.
fn differs(file: &mut File, bytes: &[u8], at: u64, received: u64) -> io::Result<bool> {
    let overlap = usize::try_from(received.saturating_sub(at)).unwrap_or(usize::MAX);
    let overlap = overlap.min(bytes.len());
    let mut old = vec![0; overlap];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut old)?;
    Ok(old != bytes[..overlap])
}

fn so_far(received: u64) -> Reply {
    match received {
        0 => Reply::new(308),
        _ => Reply::new(308).with("Range", &format!("bytes=0-{}", received - 1)),
    }
}

/// Reads `bytes A-B/N`, `bytes */N`, or nothing at all: start, end (exclusive), total.
fn content_range(text: &str, length: u64) -> Option<(u64, u64, u64)> {
    if text.is_empty() {
        return Some((0, length, length));
    }
    let (range, total) = text.strip_prefix("bytes ")?.split_once('/')?;
    let total = total.parse().ok()?;
    if range == "*" {
        return Some((0, 0, total));
    }
    let (first, last) = range.split_once('-')?;
    let (first, end) = (first.parse().ok()?, last.parse::<u64>().ok()? + 1);
    (first < end && end <= total).then_some((first, end, total))
}
