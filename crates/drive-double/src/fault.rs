//! What may go wrong, by name, how often, and on which kind of request.

use serde::{Deserialize, Serialize};

/// A kind of request, as faults and the log call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// `about.get`
    About,
    /// `files.generateIds`
    Ids,
    /// `files.list`
    List,
    /// `files.get` of the metadata
    Get,
    /// `files.get` with `alt=media`
    Download,
    /// `files.create` without content: a folder
    Folder,
    /// `files.create` with content in one request
    Create,
    /// A resumable session is begun.
    Session,
    /// Bytes for a resumable session.
    Chunk,
    /// How far a resumable session is.
    Status,
    /// `files.update` of the metadata
    Update,
    /// `files.delete`
    Delete,
    /// Where a person gives the permission.
    Authorize,
    /// Where codes and refresh tokens become access tokens.
    Token,
    /// Where a device asks for a code.
    Device,
    /// The double's own pages.
    Double,
    /// Nothing that is known here.
    Unknown,
}

impl Route {
    /// Whether it is a request of the Drive API.
    pub fn is_api(self) -> bool {
        !matches!(
            self,
            Self::Authorize | Self::Token | Self::Device | Self::Double | Self::Unknown
        )
    }

    fn makes(self) -> bool {
        matches!(self, Self::Folder | Self::Create | Self::Chunk)
    }

    fn sends(self) -> bool {
        matches!(self, Self::Create | Self::Chunk)
    }
}

/// The name of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Name {
    /// The file is made, then the connection is closed without a word.
    LostAnswerAfterCreate,
    /// The file is made, and the answer is 500.
    #[serde(rename = "http-500-after-create")]
    Http500AfterCreate,
    /// The answer of a create is cut in the middle.
    CutAnswerAfterCreate,
    /// The connection is closed after `value` bytes of the upload (else half of it).
    CutUpload,
    /// The connection is closed after `value` bytes of the download (else half of it).
    CutDownload,
    /// 500, and nothing was done.
    #[serde(rename = "http-500")]
    Http500,
    /// 503, and nothing was done.
    #[serde(rename = "http-503")]
    Http503,
    /// 429 with `Retry-After: value` (else 1).
    #[serde(rename = "rate-429")]
    Rate429,
    /// 403 userRateLimitExceeded.
    #[serde(rename = "rate-403")]
    Rate403,
    /// 403 storageQuotaExceeded.
    #[serde(rename = "quota-403")]
    Quota403,
    /// 403 for a reason that time does not mend.
    #[serde(rename = "forbidden-403")]
    Forbidden403,
    /// 401, whatever the token.
    #[serde(rename = "unauthorized-401")]
    Unauthorized401,
    /// The refresh token is dead: `invalid_grant`.
    TokenRevoked,
    /// The token endpoint answers with a page.
    TokenHtml,
    /// The token endpoint answers 503 in JSON.
    #[serde(rename = "token-503")]
    Token503,
    /// The token endpoint closes the connection.
    TokenReset,
    /// The token endpoint never answers.
    TokenHang,
    /// No answer, ever.
    Hang,
    /// `value` bytes a second in both directions (else 1024).
    Slow,
    /// A list misses the `value` newest files (else 1).
    StaleList,
    /// A list says that it is incomplete, and is.
    IncompleteSearch,
    /// A create makes two files of the name.
    DuplicateName,
    /// What is made lies in the trash at once.
    Trashed,
    /// The session is gone: 410.
    #[serde(rename = "session-410")]
    Session410,
    /// The session is gone: 404.
    #[serde(rename = "session-404")]
    Session404,
    /// What arrived is not what was sent, and its checksum says so.
    #[serde(rename = "wrong-md5")]
    WrongMd5,
    /// One bit of a download is turned.
    FlipByteOnDownload,
    /// A download is shorter than asked for, and says so.
    TruncateDownload,
    /// `value` milliseconds before each answer (else 100).
    Latency,
}

impl Name {
    /// Whether it strikes what was made, not the request.
    fn is_of_what_is_made(self) -> bool {
        matches!(
            self,
            Self::LostAnswerAfterCreate
                | Self::Http500AfterCreate
                | Self::CutAnswerAfterCreate
                | Self::DuplicateName
                | Self::Trashed
                | Self::WrongMd5
        )
    }

    /// Whether it has a say on this kind of request.
    fn concerns(self, route: Route) -> bool {
        match self {
            Self::LostAnswerAfterCreate
            | Self::Http500AfterCreate
            | Self::CutAnswerAfterCreate
            | Self::DuplicateName
            | Self::Trashed
            | Self::WrongMd5 => route.makes(),
            Self::CutUpload => route.sends(),
            Self::Quota403 => matches!(route, Route::Create | Route::Session | Route::Chunk),
            Self::CutDownload | Self::FlipByteOnDownload | Self::TruncateDownload => {
                route == Route::Download
            }
            Self::StaleList | Self::IncompleteSearch => route == Route::List,
            Self::Session410 | Self::Session404 => matches!(route, Route::Chunk | Route::Status),
            Self::TokenRevoked
            | Self::TokenHtml
            | Self::Token503
            | Self::TokenReset
            | Self::TokenHang => route == Route::Token,
            Self::Http500
            | Self::Http503
            | Self::Rate429
            | Self::Rate403
            | Self::Forbidden403
            | Self::Unauthorized401
            | Self::Hang
            | Self::Slow
            | Self::Latency => route.is_api(),
        }
    }
}

/// A fault that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What goes wrong.
    pub name: Name,
    /// On how many requests.
    #[serde(default = "once")]
    pub times: u64,
    /// How many requests that it concerns pass before.
    #[serde(default)]
    pub after: u64,
    /// How much of it; each name says what that is.
    #[serde(default)]
    pub value: Option<u64>,
    /// Only on this kind of request.
    #[serde(default)]
    pub on: Option<Route>,
}

fn once() -> u64 {
    1
}

impl Fault {
    /// Goes wrong once, on the next request that it concerns.
    pub fn once(name: Name) -> Self {
        Self {
            name,
            times: 1,
            after: 0,
            value: None,
            on: None,
        }
    }

    /// Goes wrong so many times.
    #[must_use]
    pub fn times(self, times: u64) -> Self {
        Self { times, ..self }
    }

    /// Goes wrong until the faults are cleared.
    #[must_use]
    pub fn always(self) -> Self {
        self.times(u64::MAX)
    }

    /// Lets so many requests pass before.
    #[must_use]
    pub fn after(self, after: u64) -> Self {
        Self { after, ..self }
    }

    /// Says how much of it.
    #[must_use]
    pub fn value(self, value: u64) -> Self {
        Self {
            value: Some(value),
            ..self
        }
    }

    /// Keeps it to one kind of request.
    #[must_use]
    pub fn on(self, route: Route) -> Self {
        Self {
            on: Some(route),
            ..self
        }
    }
}

/// What goes wrong with one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hits(Vec<Fault>);

impl Hits {
    pub(crate) fn get(&self, name: Name) -> Option<Fault> {
        self.0.iter().find(|fault| fault.name == name).copied()
    }

    pub(crate) fn has(&self, name: Name) -> bool {
        self.get(name).is_some()
    }

    pub(crate) fn names(&self) -> Vec<Name> {
        self.0.iter().map(|fault| fault.name).collect()
    }
}

/// The faults that wait.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Says what goes wrong with a request of this kind, or with what it has `made`, and counts it.
    pub(crate) fn strike(&mut self, route: Route, made: bool) -> Hits {
        let mut hits = Hits::default();
        for fault in &mut self.0 {
            let concerned = fault.name.concerns(route)
                && fault.name.is_of_what_is_made() == made
                && fault.on.is_none_or(|on| on == route);
            if !concerned || fault.times == 0 {
                continue;
            }
            if fault.after > 0 {
                fault.after -= 1;
            } else {
                fault.times = fault
                    .times
                    .saturating_sub(u64::from(fault.times != u64::MAX));
                hits.0.push(*fault);
            }
        }
        self.0.retain(|fault| fault.times > 0);
        hits
    }
}
