//! Reading a range of an object. A connection that is cut is taken up where it ended, as long as
//! bytes come; the sink gets exactly the range, each byte once.

use std::io::Write;
use std::ops::Range;
use std::path::Path;

use backup::{ObjectName, Progress, RemoteError};
use google_drive3::common;
use hyper::Method;
use hyper::header::{CONTENT_RANGE, HeaderMap, RANGE};

use crate::api::Api;
use crate::fault::Fault;
use crate::place::Place;

/// Where the bytes go, and how far they are.
struct Taking<'a> {
    name: &'a ObjectName,
    sink: &'a mut dyn Write,
    at: u64,
    end: u64,
}

impl Place {
    pub(crate) async fn read(
        &self,
        progress: &dyn Progress,
        name: &ObjectName,
        range: Range<u64>,
        sink: &mut dyn Write,
    ) -> Result<(), RemoteError> {
        let found = match self.seen(name) {
            Some(found) => Some(found),
            None => self.find(progress, name).await?,
        };
        let Some(found) = found else {
            return Err(RemoteError::Missing { name: name.clone() });
        };
        if range.end > found.size {
            return Err(RemoteError::Truncated { name: name.clone() });
        }
        let mut taking = Taking {
            name,
            sink,
            at: range.start,
            end: range.end,
        };
        let mut tries = self.tries(progress);
        while taking.at < taking.end {
            let before = taking.at;
            let done = self.take(progress, &found.id, &mut taking).await;
            if taking.at > before {
                tries.renew();
            }
            let fault = match done {
                Ok(()) if taking.at > before => continue,
                Ok(()) => Fault::unsure("an answer without bytes"),
                Err(Fault::NotFound) => return Err(self.lost(progress, name).await),
                Err(Fault::OutOfRange) => {
                    return Err(RemoteError::Truncated { name: name.clone() });
                }
                Err(fault) => fault,
            };
            tries.after(fault).await?;
        }
        Ok(())
    }

    /// What it means that an object which was there is not.
    async fn lost(&self, progress: &dyn Progress, name: &ObjectName) -> RemoteError {
        self.unsee(name);
        match self.check_folder(progress).await {
            Ok(()) => RemoteError::Missing { name: name.clone() },
            Err(error) => error,
        }
    }

    /// One request for what is left, and as many of its bytes as come.
    async fn take(
        &self,
        progress: &dyn Progress,
        id: &str,
        taking: &mut Taking<'_>,
    ) -> Result<(), Fault> {
        let wire = &self.api.wire;
        let token = self.api.tokens.access(wire, progress).await?;
        let url = self.api.content_address(id);
        let request = Api::request(Method::GET, &url, Some(&token))
            .header(RANGE, format!("bytes={}-{}", taking.at, taking.end - 1))
            .body(common::to_body::<String>(None))
            .map_err(Fault::cut)?;
        let (head, mut body) = wire.begin(progress, request).await?.into_parts();
        let status = head.status.as_u16();
        // A server that does not know ranges sends all from the first byte.
        let mut skip = match (status, start(&head.headers)) {
            (200, _) => taking.at,
            (206, Some(start)) if start == taking.at => 0,
            (206, _) => return Err(Fault::unsure("another range than asked for")),
            _ => {
                return Err(self
                    .refusal(progress, status, &head.headers, &mut body)
                    .await);
            }
        };
        while taking.at < taking.end {
            let Some(bytes) = wire.next(progress, &mut body).await? else {
                break;
            };
            let skipped = usize::try_from(skip).unwrap_or(usize::MAX).min(bytes.len());
            skip -= skipped as u64;
            taking.write(progress, &bytes[skipped..])?;
        }
        Ok(())
    }

    /// The fault that an answer is, with what its body says.
    async fn refusal(
        &self,
        progress: &dyn Progress,
        status: u16,
        headers: &HeaderMap,
        body: &mut hyper::body::Incoming,
    ) -> Fault {
        let mut bytes = Vec::new();
        while let Ok(Some(piece)) = self.api.wire.next(progress, body).await {
            bytes.extend_from_slice(&piece);
            if bytes.len() > 64 * 1024 {
                break;
            }
        }
        Fault::of_answer(
            status,
            headers,
            serde_json::from_slice(&bytes).ok().as_ref(),
        )
    }
}

impl Taking<'_> {
    /// Passes bytes on, and never more than were asked for.
    fn write(&mut self, progress: &dyn Progress, bytes: &[u8]) -> Result<(), Fault> {
        let left = usize::try_from(self.end - self.at).unwrap_or(usize::MAX);
        let bytes = &bytes[..bytes.len().min(left)];
        let path = Path::new(self.name.as_str());
        self.sink
            .write_all(bytes)
            .map_err(|source| RemoteError::io(path, source))?;
        self.at += bytes.len() as u64;
        progress.advance(bytes.len() as u64);
        Ok(())
    }
}

/// Where the bytes of an answer begin in the file.
fn start(headers: &HeaderMap) -> Option<u64> {
    let text = headers.get(CONTENT_RANGE)?.to_str().ok()?;
    let (first, _) = text.strip_prefix("bytes ")?.split_once('-')?;
    first.parse().ok()
}
