//! What the threads of a double share, and how a request finds its answer.

use std::io::{self, Read as _};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde_json::json;

use crate::fault::{Fault, Faults, Hits, Name, Route};
use crate::http::{Body, Reply, Request, pause};
use crate::oauth::DeviceAnswer;
use crate::state::State;
use crate::{files, oauth, pages, upload};

/// One request, as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What kind of request.
    pub route: Route,
    /// Its method.
    pub method: String,
    /// Its path, without the query.
    pub path: String,
    /// The `Content-Range` or `Range` that it carried.
    pub range: Option<String>,
    /// The status of the answer; 0 where there was none.
    pub status: u16,
    /// Bytes of its body.
    pub bytes_in: u64,
    /// Bytes of the answer's body.
    pub bytes_out: u64,
    /// What went wrong by intent.
    pub faults: Vec<Name>,
}

/// What all threads see.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) port: AtomicU16,
    state: Mutex<State>,
    faults: Mutex<Faults>,
    log: Mutex<Vec<Entry>>,
    pub(crate) device: Mutex<Vec<DeviceAnswer>>,
    pub(crate) refusal: Mutex<bool>,
}

/// A lock that a panic of another thread does not take away.
pub(crate) fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    pub(crate) fn new(state: State) -> Self {
        Self {
            port: AtomicU16::new(0),
            state: Mutex::new(state),
            faults: Mutex::default(),
            log: Mutex::default(),
            device: Mutex::default(),
            refusal: Mutex::new(false),
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port.load(Ordering::SeqCst))
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    pub(crate) fn add_fault(&self, fault: Fault) {
        locked(&self.faults).add(fault);
    }

    pub(crate) fn clear_faults(&self) {
        locked(&self.faults).clear();
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, Vec<Entry>> {
        locked(&self.log)
    }

    /// What goes wrong with something that was just made.
    pub(crate) fn strike_made(&self, route: Route) -> Hits {
        locked(&self.faults).strike(route, true)
    }

    /// Answers a request, and writes it down before the answer goes out.
    pub(crate) fn answer(&self, request: &Request, body: &mut Body<'_>) -> Reply {
        let route = route(request);
        let hits = locked(&self.faults).strike(route, false);
        let mut faults = hits.names();
        let mut reply = self.reply(request, body, route, &hits, &mut faults);
        if let Some(fault) = hits.get(Name::Slow) {
            reply.harm.rate = Some(fault.value.unwrap_or(1024));
        }
        if route != Route::Double {
            let range = request.header("content-range").or(request.header("range"));
            self.log().push(Entry {
                route,
                method: request.method.clone(),
                path: request.path.clone(),
                range: range.map(str::to_owned),
                status: reply.status,
                bytes_in: body.taken,
                bytes_out: reply.length().min(reply.harm.cut.unwrap_or(u64::MAX)),
                faults,
            });
        }
        reply
    }

    fn reply(
        &self,
        request: &Request,
        body: &mut Body<'_>,
        route: Route,
        hits: &Hits,
        faults: &mut Vec<Name>,
    ) -> Reply {
        if let Some(fault) = hits.get(Name::Latency) {
            pause(fault.value.unwrap_or(100));
        }
        if let Some(fault) = hits.get(Name::Slow) {
            body.rate = Some(fault.value.unwrap_or(1024));
        }
        if hits.has(Name::Hang) || hits.has(Name::TokenHang) {
            body.wait_for_the_end();
            return Reply::lost();
        }
        let reply = if let Some(reply) = refusal(hits) {
            Ok(reply)
        } else {
            if let Some(fault) = hits.get(Name::CutUpload) {
                body.cut = Some(fault.value.unwrap_or(body.length() / 2));
            }
            self.handle(request, body, route, hits, faults)
        };
        // What is left of the body has to be gone before the next request.
        let drained = io::copy(body, &mut io::sink());
        match (reply, drained) {
            (Ok(reply), Ok(_)) => reply,
            _ => Reply::lost(),
        }
    }

    fn handle(
        &self,
        request: &Request,
        body: &mut Body<'_>,
        route: Route,
        hits: &Hits,
        faults: &mut Vec<Name>,
    ) -> io::Result<Reply> {
        if route.is_api() && !self.is_allowed(request) {
            return Ok(unauthorized());
        }
        match route {
            Route::About => Ok(files::about(&self.state(), request)),
            Route::Ids => files::generate_ids(&mut self.state(), request),
            Route::List => Ok(files::list(&self.state(), request, hits)),
            Route::Get => Ok(files::get(&self.state(), request)),
            Route::Download => Ok(files::download(&self.state(), request, hits)),
            Route::Update => files::update(&mut self.state(), request, &body.bytes()?),
            Route::Delete => files::delete(&mut self.state(), request),
            Route::Folder => upload::folder(self, request, body, faults),
            Route::Create => upload::multipart(self, request, body, faults),
            Route::Session => upload::session(self, request, body),
            Route::Chunk | Route::Status => upload::chunk(self, request, body, route, faults),
            Route::Authorize => Ok(oauth::authorize(self, request)),
            Route::Token => oauth::token(self, &body.bytes()?),
            Route::Device => oauth::device(self, &body.bytes()?),
            Route::Double => pages::answer(self, request, &body.bytes()?),
            Route::Unknown => Ok(error(404, "notFound", "no such page")),
        }
    }

    /// Whether the request carries a living token.
    fn is_allowed(&self, request: &Request) -> bool {
        let bearer = request.header("authorization").unwrap_or("");
        let token = bearer.strip_prefix("Bearer ").unwrap_or("");
        self.state().access_tokens.contains(token)
    }
}

/// What kind of request it is.
fn route(request: &Request) -> Route {
    let path = request.path.as_str();
    let api = path.strip_prefix("/drive/v3/");
    match (request.method.as_str(), api) {
        ("GET", Some("about")) => Route::About,
        ("GET", Some("files/generateIds")) => Route::Ids,
        ("GET", Some("files")) => Route::List,
        ("POST", Some("files")) => Route::Folder,
        ("GET", Some(_)) if request.parameter("alt") == Some("media") => Route::Download,
        ("GET", Some(_)) => Route::Get,
        ("PATCH", Some(_)) => Route::Update,
        ("DELETE", Some(_)) => Route::Delete,
        ("POST", None) if path == "/upload/drive/v3/files" => {
            match request.parameter("uploadType") {
                Some("resumable") => Route::Session,
                _ => Route::Create,
            }
        }
        ("PUT", None) if path == "/upload/drive/v3/files" => {
            let range = request.header("content-range").unwrap_or("");
            if range.starts_with("bytes */") && range != "bytes */0" {
                Route::Status
            } else {
                Route::Chunk
            }
        }
        ("GET", None) if path == "/auth" => Route::Authorize,
        ("POST", None) if path == "/token" => Route::Token,
        ("POST", None) if path == "/device/code" => Route::Device,
        _ if path.starts_with("/double/") => Route::Double,
        _ => Route::Unknown,
    }
}

/// The answers that stand before anything is done.
fn refusal(hits: &Hits) -> Option<Reply> {
    let limits = "usageLimits";
    if hits.has(Name::Http500) {
        Some(error(500, "backendError", "Internal Error"))
    } else if hits.has(Name::Http503) {
        Some(Reply::text(503, "text/html", "<html>try later</html>"))
    } else if let Some(fault) = hits.get(Name::Rate429) {
        let seconds = fault.value.unwrap_or(1).to_string();
        let reply = error_of(429, limits, "rateLimitExceeded", "Too many requests");
        Some(reply.with("Retry-After", &seconds))
    } else if hits.has(Name::Rate403) {
        let what = "User Rate Limit Exceeded";
        Some(error_of(403, limits, "userRateLimitExceeded", what))
    } else if hits.has(Name::Quota403) {
        Some(full())
    } else if hits.has(Name::Forbidden403) {
        let what = "The user does not have sufficient permissions for this file.";
        Some(error(403, "insufficientFilePermissions", what))
    } else if hits.has(Name::Unauthorized401) {
        Some(unauthorized())
    } else if hits.has(Name::TokenRevoked) {
        let value = json!({"error": "invalid_grant", "error_description": "Token has been expired or revoked."});
        Some(Reply::json(400, &value))
    } else if hits.has(Name::TokenHtml) {
        Some(Reply::text(200, "text/html", "<html>log in here</html>"))
    } else if hits.has(Name::Token503) {
        let value = json!({"error": "internal_failure", "error_description": "Backend Error"});
        Some(Reply::json(503, &value))
    } else if hits.has(Name::TokenReset) {
        Some(Reply::lost())
    } else {
        None
    }
}

pub(crate) fn full() -> Reply {
    let what = "The user's Drive storage quota has been exceeded.";
    error_of(403, "usageLimits", "storageQuotaExceeded", what)
}

fn unauthorized() -> Reply {
    error(401, "authError", "Invalid Credentials")
}

pub(crate) fn not_found(id: &str) -> Reply {
    error(404, "notFound", &format!("File not found: {id}."))
}

pub(crate) fn error(status: u16, reason: &str, message: &str) -> Reply {
    error_of(status, "global", reason, message)
}

/// An error as Google's services write it.
fn error_of(status: u16, domain: &str, reason: &str, message: &str) -> Reply {
    let value = json!({"error": {
        "code": status,
        "message": message,
        "errors": [{"domain": domain, "reason": reason, "message": message}],
    }});
    Reply::json(status, &value)
}

impl Body<'_> {
    /// Reads and forgets until the other side gives up.
    fn wait_for_the_end(&mut self) {
        let mut buffer = [0; 4096];
        while let Ok(found) = self.stream().read(&mut buffer) {
            if found == 0 {
                break;
            }
        }
    }
}
