//! From a request on a connection to its answer: what is the same for every path.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper_server::body::{Body as _, Incoming};
use hyper_server::header::{CONNECTION, CONTENT_LENGTH, HeaderMap, TRANSFER_ENCODING};
use hyper_server::{Method, Request as HyperRequest, Response, StatusCode, Version};
use uuid::Uuid;

use super::answer::Answer;
use super::cors::Cors;
use super::framing::Heard;
use super::request::{BODY_LIMIT, Request};
use super::security;
use crate::context::Context;
use crate::refusal::Refusal;
use crate::routes::{self, Found};

/// How long a body may take.
const BODY_TIME: Duration = Duration::from_secs(10);
/// How long an answer may take, whatever it waits for.
const ANSWER_TIME: Duration = Duration::from_secs(20);

/// Answers the requests of one connection.
#[derive(Clone)]
pub(crate) struct Service {
    pub(super) context: Arc<Context>,
    pub(super) peer: IpAddr,
    pub(super) heard: Heard,
}

/// What is known of a request before its body.
struct Head {
    id: String,
    client: IpAddr,
    is_secure: bool,
}

impl Service {
    /// Never fails: whatever is wrong with a request is an answer.
    pub(super) async fn serve(self, request: HyperRequest<Incoming>) -> Response<Full<Bytes>> {
        let began = Instant::now();
        let head = self.head(request.headers());
        let has_length = request.headers().contains_key(CONTENT_LENGTH);
        let has_body = has_length || request.headers().contains_key(TRANSFER_ENCODING);
        let is_clear = self.heard.is_clear(has_body);
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let version = request.version();
        let origins = &self.context.settings.allowed_origins;
        let cors = Cors::of(&method, request.headers(), origins);
        let found = routes::find(&method, &path);
        let (name, is_door) = (found.name(), matches!(found, Found::Door(..)));
        let mut answer = match cors.preflight() {
            _ if !is_clear => {
                let why = "It is not clear where the request ends.";
                Refusal::Malformed(why)
                    .answer(&head.id)
                    .header(CONNECTION, "close")
            }
            Some(answer) => answer,
            None => self.answer(request, found, &head).await,
        };
        if has_body && !is_door {
            // Nobody has read it, and nobody will.
            answer = answer.header(CONNECTION, "close");
        }
        security::add(&mut answer.headers, &head.id, head.is_secure);
        cors.add(&mut answer.headers);
        if version < Version::HTTP_11 {
            answer = answer.header(CONNECTION, "close");
        }
        let took = began.elapsed();
        self.context.metrics.answered(answer.status, took);
        note(&head.id, &method, name, answer.status, took);
        answer.into_response()
    }

    fn head(&self, headers: &HeaderMap) -> Head {
        let lines = headers.get_all("x-forwarded-for").iter();
        let forwarded = lines.filter_map(|line| line.to_str().ok());
        let settings = &self.context.settings;
        Head {
            id: Uuid::now_v7().simple().to_string(),
            client: settings.trusted_proxies.client(self.peer, forwarded),
            is_secure: self.context.is_secure(),
        }
    }

    async fn answer(&self, request: HyperRequest<Incoming>, found: Found, head: &Head) -> Answer {
        let outcome = match found {
            Found::Nothing => Err(Refusal::NotFound),
            Found::OtherMethods(allow) => Err(Refusal::Method(allow)),
            Found::Door(door, place) => match read(request, head).await {
                Ok(request) => {
                    self.heard.forget();
                    let answer = routes::open(door, &self.context, &request, &place);
                    let answer = tokio::time::timeout(ANSWER_TIME, answer).await;
                    answer.unwrap_or(Err(Refusal::Busy))
                }
                // What is left of the body is not worth reading.
                Err(refusal) => return refusal.answer(&head.id).header(CONNECTION, "close"),
            },
        };
        outcome.unwrap_or_else(|refusal| refusal.answer(&head.id))
    }
}

/// One line for each answer; those that only showed something are for who asks for more.
fn note(id: &str, method: &Method, route: &str, status: StatusCode, took: Duration) {
    let took_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let (method, status) = (method.as_str(), status.as_u16());
    // The path's pattern: what stands in its place may be somebody's secret.
    if method == "GET" && status < 400 {
        tracing::debug!(request_id = id, method, route, status, took_us, "answered");
    } else {
        tracing::info!(request_id = id, method, route, status, took_us, "answered");
    }
}

/// Reads the body, if it is not too large and does not take too long.
async fn read(request: HyperRequest<Incoming>, head: &Head) -> Result<Request, Refusal> {
    let (parts, body) = request.into_parts();
    let limit = u64::try_from(BODY_LIMIT).unwrap_or(u64::MAX);
    if body.size_hint().lower() > limit {
        return Err(Refusal::TooLarge);
    }
    let collected = Limited::new(body, BODY_LIMIT).collect();
    let body = match tokio::time::timeout(BODY_TIME, collected).await {
        Err(_) => return Err(Refusal::Timeout),
        Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(Refusal::TooLarge),
        Ok(Err(_)) => return Err(Refusal::Malformed("The body is not whole.")),
        Ok(Ok(body)) => body.to_bytes(),
    };
    Ok(Request {
        query: parts.uri.query().map(str::to_owned),
        headers: parts.headers,
        body,
        client: head.client,
        id: head.id.clone(),
    })
}
