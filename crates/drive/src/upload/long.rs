//! Long uploads, a piece at a time, by Google's resumable protocol.
//!
//! What the server says that it has is the truth: after anything that went wrong it is asked, and
//! the next piece begins there. A session that is gone is begun anew with the same id. Memory holds
//! one piece.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};

use backup::{Progress, RemoteError, Staged};
use google_drive3::common;
use hyper::Method;
use hyper::header::{CONTENT_RANGE, CONTENT_TYPE, HeaderMap, LOCATION, RANGE};
use serde_json::json;
use url::Url;

use super::Putting;
use crate::api::{Api, MARK, Meta};
use crate::fault::Fault;
use crate::place::Place;
use crate::retry::Tries;
use crate::settings::is_safe;
use crate::wire::Answer;

/// Pieces are multiples of it.
const GRAIN: u64 = 256 * 1024;

/// What a session says.
enum Said {
    /// It has all, and this is the file.
    Done(Meta),
    /// It has so many bytes.
    SoFar(u64),
}

impl Place {
    /// Carries the bytes to the end, whatever is mended on the way.
    pub(super) async fn send_long(
        &self,
        progress: &dyn Progress,
        putting: &mut Putting<'_>,
        staged: &Staged,
        tries: &mut Tries<'_>,
    ) -> Result<Meta, Fault> {
        let (name, size) = (putting.name, putting.sum.size);
        let known = self.sessions.of(name, &putting.chosen.id, &putting.sum)?;
        let (url, mut at) = match known.and_then(|text| place(&text)) {
            Some(url) => (url, None),
            None => (self.begin_session(progress, putting).await?, Some(0)),
        };
        let mut file = staged.open()?;
        let mut best = 0;
        loop {
            let said = match at {
                None => self.how_far(progress, &url, size).await,
                Some(start) => {
                    let bytes = self.piece(&mut file, staged, start, size)?;
                    self.send_piece(progress, &url, start, bytes, size).await
                }
            };
            match said {
                Ok(Said::Done(file)) => {
                    self.sessions.remove(name)?;
                    progress.advance(size - best);
                    return Ok(file);
                }
                Ok(Said::SoFar(kept)) if kept > best && kept < size => {
                    progress.advance(kept - best);
                    best = kept;
                    at = Some(kept);
                    tries.renew();
                }
                Ok(Said::SoFar(kept)) => {
                    if at.is_some() || kept >= size {
                        tries.after(Fault::unsure("no byte was kept")).await?;
                    }
                    at = (kept < size).then_some(kept);
                }
                Err(Fault::NotFound) => {
                    self.sessions.remove(name)?;
                    return Err(Fault::unsure("the upload was forgotten"));
                }
                Err(fault @ (Fault::InUse | Fault::Refused(_))) => {
                    self.sessions.remove(name)?;
                    return Err(fault);
                }
                Err(fault) => {
                    tries.after(fault).await?;
                    at = None;
                }
            }
        }
    }

    /// Begins a session, and writes its address down.
    async fn begin_session(
        &self,
        progress: &dyn Progress,
        putting: &Putting<'_>,
    ) -> Result<Url, Fault> {
        let object = putting.object();
        let metadata = json!({
            "id": object.id, "name": object.name, "parents": [object.folder],
            "appProperties": {MARK: "object"},
        });
        let wire = &self.api.wire;
        let token = self.api.tokens.access(wire, progress).await?;
        let mut request =
            Api::json_request(Method::POST, &self.api.session_address(), &token, &metadata)?;
        let headers = request.headers_mut();
        headers.insert(
            "X-Upload-Content-Type",
            hyper::header::HeaderValue::from_static("application/octet-stream"),
        );
        headers.insert("X-Upload-Content-Length", putting.sum.size.into());
        let answer = wire.send(progress, request).await?;
        if !answer.is_success() {
            return Err(answer.fault());
        }
        let address = answer.headers.get(LOCATION);
        let address = address.and_then(|text| text.to_str().ok()).unwrap_or("");
        let url = place(address)
            .ok_or_else(|| Fault::Refused("an upload without an address".to_owned()))?;
        self.sessions
            .write(putting.name, object.id, &putting.sum, address)?;
        Ok(url)
    }

    /// Asks how far a session is.
    async fn how_far(&self, progress: &dyn Progress, url: &Url, size: u64) -> Result<Said, Fault> {
        self.tell(progress, url, &format!("bytes */{size}"), Vec::new())
            .await
    }

    async fn send_piece(
        &self,
        progress: &dyn Progress,
        url: &Url,
        start: u64,
        bytes: Vec<u8>,
        size: u64,
    ) -> Result<Said, Fault> {
        let last = start + (bytes.len() as u64).saturating_sub(1);
        self.tell(
            progress,
            url,
            &format!("bytes {start}-{last}/{size}"),
            bytes,
        )
        .await
    }

    async fn tell(
        &self,
        progress: &dyn Progress,
        url: &Url,
        range: &str,
        bytes: Vec<u8>,
    ) -> Result<Said, Fault> {
        let wire = &self.api.wire;
        let token = if self.api.is_home(url) {
            Some(self.api.tokens.access(wire, progress).await?)
        } else {
            None
        };
        let request = Api::request(Method::PUT, url, token.as_ref())
            .header(CONTENT_RANGE, range)
            .header(CONTENT_TYPE, "application/octet-stream")
            .body(common::to_body(Some(bytes)))
            .map_err(Fault::cut)?;
        said(&wire.send(progress, request).await?)
    }

    /// The next piece of the file.
    fn piece(
        &self,
        file: &mut File,
        staged: &Staged,
        start: u64,
        size: u64,
    ) -> Result<Vec<u8>, RemoteError> {
        let most = (self.pace.piece / GRAIN).max(1) * GRAIN;
        let length = usize::try_from(most.min(size - start)).unwrap_or(usize::MAX);
        let mut bytes = vec![0; length];
        let read = file
            .seek(SeekFrom::Start(start))
            .and_then(|_| file.read_exact(&mut bytes));
        read.map_err(|source| RemoteError::io(staged.path(), source))?;
        Ok(bytes)
    }
}

/// The address of a session, when bytes may be sent there.
fn place(address: &str) -> Option<Url> {
    Url::parse(address).ok().filter(is_safe)
}

fn said(answer: &Answer) -> Result<Said, Fault> {
    match answer.status {
        308 => Ok(Said::SoFar(kept(&answer.headers))),
        _ if answer.is_success() => Ok(Said::Done(answer.json()?)),
        _ => Err(answer.fault()),
    }
}

/// Reads `Range: bytes=0-N`; without it nothing was kept.
fn kept(headers: &HeaderMap) -> u64 {
    let last = headers
        .get(RANGE)
        .and_then(|text| text.to_str().ok())
        .and_then(|text| text.trim().strip_prefix("bytes=")?.strip_prefix("0-"))
        .and_then(|last| last.parse::<u64>().ok());
    last.map_or(0, |last| last.saturating_add(1))
}
