//! What each path does. The table here is the whole of the API: the router reads it, and the
//! OpenAPI file is held against it by a test.

mod auth;
mod config;
mod device;
mod health;
mod openapi;
mod schema;
mod session;
mod users;

use hyper_server::Method;

use crate::context::Context;
use crate::http::{Answer, Request};
use crate::refusal::Refusal;

pub(crate) use openapi::DOCUMENT as OPENAPI;

/// Something that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    Health,
    Ready,
    OpenApi,
    Register,
    Login,
    Refresh,
    Logout,
    Password,
    Authorize,
    Callback,
    Token,
    Device,
    DevicePage,
    DeviceStep,
    Sessions,
    EndSessions,
    EndSession,
    Me,
    PatchMe,
    DeleteMe,
    Users,
    User,
    PatchUser,
    Config,
    PutConfig,
    PatchConfig,
    Document,
    PutDocument,
    PatchDocument,
    History,
}

/// Method, path, and what it does. `{}` stands for one segment.
pub(crate) const ROUTES: &[(Method, &str, Door)] = &[
    (Method::GET, "/healthz", Door::Health),
    (Method::GET, "/readyz", Door::Ready),
    (Method::GET, "/api/v1/openapi.json", Door::OpenApi),
    (Method::POST, "/api/v1/auth/register", Door::Register),
    (Method::POST, "/api/v1/auth/login", Door::Login),
    (Method::POST, "/api/v1/auth/refresh", Door::Refresh),
    (Method::POST, "/api/v1/auth/logout", Door::Logout),
    (Method::POST, "/api/v1/auth/password", Door::Password),
    (
        Method::GET,
        "/api/v1/auth/google/authorize",
        Door::Authorize,
    ),
    (Method::GET, "/api/v1/auth/google/callback", Door::Callback),
    (Method::POST, "/api/v1/auth/token", Door::Token),
    (Method::POST, "/api/v1/auth/device", Door::Device),
    (Method::GET, "/device", Door::DevicePage),
    (Method::POST, "/device", Door::DeviceStep),
    (Method::GET, "/api/v1/auth/sessions", Door::Sessions),
    (Method::DELETE, "/api/v1/auth/sessions", Door::EndSessions),
    (
        Method::DELETE,
        "/api/v1/auth/sessions/{id}",
        Door::EndSession,
    ),
    (Method::GET, "/api/v1/users/me", Door::Me),
    (Method::PATCH, "/api/v1/users/me", Door::PatchMe),
    (Method::DELETE, "/api/v1/users/me", Door::DeleteMe),
    (Method::GET, "/api/v1/users", Door::Users),
    (Method::GET, "/api/v1/users/{id}", Door::User),
    (Method::PATCH, "/api/v1/users/{id}", Door::PatchUser),
    (Method::GET, "/api/v1/config", Door::Config),
    (Method::PUT, "/api/v1/config", Door::PutConfig),
    (Method::PATCH, "/api/v1/config", Door::PatchConfig),
    (Method::GET, "/api/v1/config/history", Door::History),
    (Method::GET, "/api/v1/config/{key}", Door::Document),
    (Method::PUT, "/api/v1/config/{key}", Door::PutDocument),
    (Method::PATCH, "/api/v1/config/{key}", Door::PatchDocument),
];

/// What there is under a path.
pub(crate) enum Found {
    /// A door, its pattern, and what stands in its place.
    Door(Door, Place),
    /// Something else is possible here.
    OtherMethods(String),
    /// Nothing.
    Nothing,
}

/// Where a door is: its pattern, and the segment that the pattern leaves open.
pub(crate) struct Place {
    pattern: &'static str,
    pub(crate) segment: String,
}

impl Found {
    /// What may be logged of a path.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Door(_, place) => place.pattern,
            Self::OtherMethods(_) | Self::Nothing => "-",
        }
    }
}

/// Looks up a path as it came. Nothing is decoded, and nothing is put right: `..`, `%2f`, capital
/// letters and double slashes are paths that do not exist.
pub(crate) fn find(method: &Method, path: &str) -> Found {
    let mut patterns = ROUTES
        .iter()
        .filter_map(|(_, pattern, _)| segment(pattern, path).map(|segment| (*pattern, segment)));
    // The first pattern counts, so that `/config/history` is no document.
    let Some((pattern, segment)) = patterns.next() else {
        return Found::Nothing;
    };
    let at = |(_, other, _): &&(Method, &str, Door)| *other == pattern;
    let doors = ROUTES.iter().filter(at);
    let mut fitting = doors.clone().filter(|(possible, _, _)| possible == method);
    if let Some(&(_, pattern, door)) = fitting.next() {
        return Found::Door(door, Place { pattern, segment });
    }
    let methods: Vec<&str> = doors.map(|(method, _, _)| method.as_str()).collect();
    Found::OtherMethods(methods.join(", "))
}

/// What a path has in the place that a pattern leaves open; empty when it leaves none.
fn segment(pattern: &str, path: &str) -> Option<String> {
    let Some((before, _)) = pattern.split_once('{') else {
        return (pattern == path).then(String::new);
    };
    let segment = path.strip_prefix(before)?;
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"_.-".contains(&b);
    let is_good = !segment.is_empty() && segment.len() <= 64 && segment.bytes().all(is_plain);
    is_good.then(|| segment.to_owned())
}

/// Does what a door is for.
pub(crate) async fn open(
    door: Door,
    context: &Context,
    request: &Request,
    place: &Place,
) -> Result<Answer, Refusal> {
    let segment = place.segment.as_str();
    match door {
        Door::Health => Ok(health::alive()),
        Door::Ready => health::ready(context).await,
        Door::OpenApi => Ok(openapi::answer()),
        Door::Register => auth::password::register(context, request).await,
        Door::Login => auth::password::login(context, request).await,
        Door::Password => auth::password::change(context, request).await,
        Door::Authorize => auth::authorize::authorize(context, request).await,
        Door::Callback => auth::callback::callback(context, request).await,
        Door::Token => auth::token::token(context, request).await,
        Door::Device => auth::device::begin(context, request).await,
        Door::DevicePage => device::page(context, request).await,
        Door::DeviceStep => device::step(context, request).await,
        Door::Refresh => auth::refresh::refresh(context, request).await,
        Door::Logout => auth::refresh::logout(context, request).await,
        Door::Sessions => auth::sessions::list(context, request).await,
        Door::EndSessions => auth::sessions::end_all(context, request).await,
        Door::EndSession => auth::sessions::end(context, request, segment).await,
        Door::Me => users::me(context, request).await,
        Door::PatchMe => users::patch_me(context, request).await,
        Door::DeleteMe => users::delete_me(context, request).await,
        Door::Users => users::list(context, request).await,
        Door::User => users::one(context, request, segment).await,
        Door::PatchUser => users::administer(context, request, segment).await,
        Door::Config => config::all(context, request).await,
        Door::PutConfig => config::put_all(context, request).await,
        Door::PatchConfig => config::patch_all(context, request).await,
        Door::Document => config::one(context, request, segment).await,
        Door::PutDocument => config::put_one(context, request, segment).await,
        Door::PatchDocument => config::patch_one(context, request, segment).await,
        Door::History => config::history(context, request).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(method: &Method, path: &str) -> Option<(Door, String)> {
        match find(method, path) {
            Found::Door(door, place) => Some((door, place.segment)),
            _ => None,
        }
    }

    #[test]
    fn a_path_is_what_it_is() {
        let theme = (Door::Document, "theme".to_owned());
        assert_eq!(door(&Method::GET, "/api/v1/config/theme"), Some(theme));
        let history = (Door::History, String::new());
        assert_eq!(door(&Method::GET, "/api/v1/config/history"), Some(history));
        for path in [
            "/api/v1/config/",
            "/api/v1/config//theme",
            "/api/v1/config/a%2fb",
            "/api/v1/Config/theme",
            "/api/v1/config/../users/me",
            "/api/v1/config/theme/",
            "//api/v1/config",
            "/api/v1/config/é",
            "/api/v1/config/%00",
            "/API/v1/config",
            "",
        ] {
            assert_eq!(door(&Method::GET, path), None, "{path}");
        }
    }

    #[test]
    fn what_else_is_possible_is_said() {
        let Found::OtherMethods(allow) = find(&Method::DELETE, "/api/v1/config") else {
            panic!("a door for DELETE");
        };
        assert_eq!(allow, "GET, PUT, PATCH");
        assert!(matches!(
            find(&Method::PUT, "/api/v1/config/history"),
            Found::OtherMethods(_)
        ));
    }
}
