//! The requests of the Drive API: google-drive3 where it holds, our own where it can't.
//!
//! Every call names the one scope and the fields that it wants, is limited in its silence, and
//! comes back as what it gives or as a [`Fault`]. What is made is for its owner alone, whatever a
//! domain shows by default. Nothing is repeated here.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use backup::Progress;
use google_drive3::api::{DriveHub, File, Scope};
use google_drive3::common::{self, Delegate, Error, Response, Retry};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, USER_AGENT};
use hyper::{Method, Request};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::fault::Fault;
use crate::token::Tokens;
use crate::wire::{Connector, Wire};

/// What marks what is ours, and whether it is the folder or an object.
pub(crate) const MARK: &str = "lukalibre";
/// The type of folders.
pub(crate) const FOLDER: &str = "application/vnd.google-apps.folder";
/// The fields of a file that are asked for.
pub(crate) const FIELDS: &str = "id,name,size,md5Checksum,trashed";
const AGENT: &str = "lukalibre";

/// What Drive says of a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Meta {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) name: String,
    #[serde(default)]
    size: Option<String>,
    #[serde(default, rename = "md5Checksum")]
    pub(crate) md5: Option<String>,
    #[serde(default)]
    pub(crate) trashed: bool,
}

impl Meta {
    pub(crate) fn size(&self) -> Option<u64> {
        self.size.as_deref()?.parse().ok()
    }

    fn of(file: File) -> Option<Self> {
        Some(Self {
            id: file.id.filter(|id| is_id(id))?,
            name: file.name.unwrap_or_default(),
            size: file.size.map(|size| size.to_string()),
            md5: file.md5_checksum,
            trashed: file.trashed.unwrap_or(false),
        })
    }
}

/// Ids go into paths.
pub(crate) fn is_id(text: &str) -> bool {
    let ours = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !text.is_empty() && text.len() <= 128 && text.chars().all(ours)
}

/// A page of a list.
pub(crate) struct Page {
    pub(crate) files: Vec<Meta>,
    pub(crate) next: Option<String>,
    pub(crate) incomplete: bool,
}

/// The API.
pub(crate) struct Api {
    pub(crate) wire: Wire,
    pub(crate) tokens: Tokens,
    hub: DriveHub<Connector>,
    root: Url,
}

impl Api {
    pub(crate) fn new(wire: Wire, tokens: Tokens, root: &Url) -> Self {
        let mut hub = DriveHub::new(wire.client.clone(), tokens.clone());
        hub.base_url(format!("{root}drive/v3/"));
        hub.root_url(root.to_string());
        hub.user_agent(AGENT.to_owned());
        Self {
            wire,
            tokens,
            hub,
            root: root.clone(),
        }
    }

    /// Whether the account has no space left.
    pub(crate) async fn is_full(&self, progress: &dyn Progress) -> Result<bool, Fault> {
        let work = async |watch: &mut Watch| {
            let call = self.hub.about().get().add_scope(Scope::File);
            let call = call.param("fields", "storageQuota(limit,usage)");
            call.delegate(watch).doit().await
        };
        let (_, about) = self.call(progress, work).await?;
        let quota = about.storage_quota.unwrap_or_default();
        Ok(matches!((quota.usage, quota.limit), (Some(usage), Some(limit)) if usage >= limit))
    }

    /// Fresh ids for files to be.
    pub(crate) async fn generate_ids(
        &self,
        progress: &dyn Progress,
        count: i32,
    ) -> Result<Vec<String>, Fault> {
        let work = async |watch: &mut Watch| {
            let call = self.hub.files().generate_ids().add_scope(Scope::File);
            let call = call.count(count).space("drive").param("fields", "ids");
            call.delegate(watch).doit().await
        };
        let (_, generated) = self.call(progress, work).await?;
        let ids: Vec<String> = generated.ids.unwrap_or_default();
        let ids: Vec<String> = ids.into_iter().filter(|id| is_id(id)).collect();
        if ids.is_empty() {
            return Err(Fault::unsure("no ids were given"));
        }
        Ok(ids)
    }

    /// One page of what a query finds, the oldest first.
    pub(crate) async fn page(
        &self,
        progress: &dyn Progress,
        query: &str,
        token: Option<&str>,
    ) -> Result<Page, Fault> {
        let work = async |watch: &mut Watch| {
            let call = self.hub.files().list().add_scope(Scope::File);
            let fields = format!("nextPageToken,incompleteSearch,files({FIELDS})");
            let mut call = call.q(query).spaces("drive").param("fields", &fields);
            call = call.page_size(1000).order_by("createdTime");
            if let Some(token) = token {
                call = call.page_token(token);
            }
            call.delegate(watch).doit().await
        };
        let (_, list) = self.call(progress, work).await?;
        let files = list.files.unwrap_or_default().into_iter();
        Ok(Page {
            files: files.filter_map(Meta::of).collect(),
            next: list.next_page_token.filter(|token| !token.is_empty()),
            incomplete: list.incomplete_search.unwrap_or(false),
        })
    }

    /// What Drive knows of an id; `None` when it knows nothing.
    pub(crate) async fn get(
        &self,
        progress: &dyn Progress,
        id: &str,
    ) -> Result<Option<Meta>, Fault> {
        let work = async |watch: &mut Watch| {
            let call = self.hub.files().get(id).add_scope(Scope::File);
            call.param("fields", FIELDS).delegate(watch).doit().await
        };
        match self.call(progress, work).await {
            Ok((_, file)) => Ok(Meta::of(file)),
            Err(Fault::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Deletes an id for good; one that is not there is no error.
    pub(crate) async fn delete(&self, progress: &dyn Progress, id: &str) -> Result<(), Fault> {
        let work = async |watch: &mut Watch| {
            let call = self.hub.files().delete(id).add_scope(Scope::File);
            call.delegate(watch).doit().await
        };
        match self.call(progress, work).await {
            Ok(_) | Err(Fault::NotFound) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// Makes an object in one request. `bytes` are copied once or twice: small ones only.
    pub(crate) async fn create(
        &self,
        progress: &dyn Progress,
        object: &NewObject<'_>,
        bytes: &[u8],
    ) -> Result<Meta, Fault> {
        let file = File {
            id: Some(object.id.to_owned()),
            name: Some(object.name.to_owned()),
            parents: Some(vec![object.folder.to_owned()]),
            app_properties: Some(HashMap::from([(MARK.to_owned(), "object".to_owned())])),
            ..File::default()
        };
        let work = async |watch: &mut Watch| {
            let call = self.hub.files().create(file).add_scope(Scope::File);
            let call = call.ignore_default_visibility(true);
            let call = call.param("fields", FIELDS).delegate(watch);
            call.upload(Cursor::new(bytes), mime::APPLICATION_OCTET_STREAM)
                .await
        };
        let (_, file) = self.call(progress, work).await?;
        Meta::of(file).ok_or_else(|| Fault::unsure("an answer without an id"))
    }

    /// Makes the folder. google-drive3 can't make a file without content.
    pub(crate) async fn create_folder(
        &self,
        progress: &dyn Progress,
        id: &str,
        name: &str,
    ) -> Result<Meta, Fault> {
        let metadata = json!({
            "id": id, "name": name, "mimeType": FOLDER, "appProperties": {MARK: "folder"},
        });
        let mut url = self.root.clone();
        url.set_path(&format!("{}drive/v3/files", self.root.path()));
        url.query_pairs_mut()
            .append_pair("fields", FIELDS)
            .append_pair("ignoreDefaultVisibility", "true");
        let token = self.tokens.access(&self.wire, progress).await?;
        let request = Self::json_request(Method::POST, &url, &token, &metadata)?;
        let answer = self.wire.send(progress, request).await?;
        if !answer.is_success() {
            return Err(answer.fault());
        }
        answer.json()
    }

    /// Where sessions for long uploads are begun.
    pub(crate) fn session_address(&self) -> Url {
        let mut url = self.root.clone();
        url.set_path(&format!("{}upload/drive/v3/files", self.root.path()));
        url.query_pairs_mut()
            .append_pair("uploadType", "resumable")
            .append_pair("fields", FIELDS)
            .append_pair("ignoreDefaultVisibility", "true");
        url
    }

    /// Where the bytes of a file are. That Google takes them for harmful stops nobody from getting
    /// them back: they are the user's own.
    pub(crate) fn content_address(&self, id: &str) -> Url {
        let mut url = self.root.clone();
        url.set_path(&format!("{}drive/v3/files/{id}", self.root.path()));
        url.query_pairs_mut()
            .append_pair("alt", "media")
            .append_pair("acknowledgeAbuse", "true");
        url
    }

    /// Whether a place is at the same server, so that the token may go there.
    pub(crate) fn is_home(&self, url: &Url) -> bool {
        url.origin() == self.root.origin()
    }

    pub(crate) fn json_request(
        method: Method,
        url: &Url,
        token: &SecretString,
        value: &Value,
    ) -> Result<Request<common::Body>, Fault> {
        Self::request(method, url, Some(token))
            .header(CONTENT_TYPE, "application/json; charset=UTF-8")
            .body(common::to_body(Some(value.to_string())))
            .map_err(Fault::cut)
    }

    /// The head of a request of our own.
    pub(crate) fn request(
        method: Method,
        url: &Url,
        token: Option<&SecretString>,
    ) -> hyper::http::request::Builder {
        let request = Request::builder()
            .method(method)
            .uri(url.as_str())
            .header(USER_AGENT, AGENT);
        match token {
            Some(token) => {
                request.header(AUTHORIZATION, format!("Bearer {}", token.expose_secret()))
            }
            None => request,
        }
    }

    /// One call of google-drive3, with a token at hand and the limit on silence.
    async fn call<T>(
        &self,
        progress: &dyn Progress,
        work: impl AsyncFnOnce(&mut Watch) -> common::Result<T>,
    ) -> Result<T, Fault> {
        self.tokens.access(&self.wire, progress).await?;
        tokio::task::yield_now().await;
        let mut watch = Watch::new(&self.wire);
        // Their futures are large.
        let work = Box::pin(work(&mut watch));
        let done = self.wire.patiently(progress, work).await?;
        done.map_err(|error| watch.fault(error))
    }
}

/// An object to be made.
pub(crate) struct NewObject<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) folder: &'a str,
}

/// Sees what google-drive3 does not pass on: the count of requests, and heads of refusals.
struct Watch {
    requests: Arc<AtomicU64>,
    refusal: Option<(u16, HeaderMap)>,
}

impl Watch {
    fn new(wire: &Wire) -> Self {
        Self {
            requests: Arc::clone(&wire.requests),
            refusal: None,
        }
    }

    fn fault(self, error: Error) -> Fault {
        let answer = |body: Option<&Value>| match &self.refusal {
            Some((status, headers)) => Fault::of_answer(*status, headers, body),
            None => Fault::unsure("an answer without a head"),
        };
        match error {
            Error::BadRequest(body) => answer(Some(&body)),
            Error::Failure(_) => answer(None),
            Error::HttpError(error) => Fault::cut(error),
            // It may hold the answer itself: only that it was cut is passed on.
            Error::JsonDecodeError(..) => Fault::unsure("an answer that was cut"),
            Error::MissingToken(_) | Error::MissingAPIKey => Fault::Unauthorized,
            Error::Io(error) => Fault::cut(error),
            Error::UploadSizeLimitExceeded(..) | Error::Cancelled | Error::FieldClash(_) => {
                Fault::Refused("google-drive3".to_owned())
            }
        }
    }
}

impl Delegate for Watch {
    fn pre_request(&mut self) {
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    fn http_failure(&mut self, response: &Response, _: Option<&Value>) -> Retry {
        let head = (response.status().as_u16(), response.headers().clone());
        self.refusal = Some(head);
        Retry::Abort
    }
}
