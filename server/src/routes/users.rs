//! `/users`: a person sees themself, a superuser everybody. Who else there is, is nobody's business:
//! somebody else is not found, whether or not they exist.

use api::user::{UserAdministration, UserPatch};
use hyper_server::StatusCode;
use uuid::Uuid;

use super::session::{caller, writer};
use crate::accounts::users;
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::refusal::Refusal;

/// Letters of a display name and of a locale.
const NAME: usize = 100;
const LOCALE: usize = 35;

pub(super) async fn me(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = caller(context, request).await?;
    show(context, caller.user).await
}

async fn show(context: &Context, id: Uuid) -> Result<Answer, Refusal> {
    let user = users::get(&context.pool, id)
        .await?
        .ok_or(Refusal::NotFound)?;
    Ok(Answer::json(StatusCode::OK, &user))
}

pub(super) async fn patch_me(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    let patch: UserPatch = request.object()?;
    let name = patch.display_name.iter().flatten();
    let is_bad_name =
        |name: &String| name.chars().count() > NAME || name.chars().any(char::is_control);
    if name.into_iter().any(is_bad_name) {
        return Err(Refusal::Malformed(
            "A display name has at most 100 letters in one line.",
        ));
    }
    if patch
        .locale
        .iter()
        .flatten()
        .any(|locale| !is_locale(locale))
    {
        return Err(Refusal::Malformed("A locale is like es-CL (BCP 47)."));
    }
    let user = users::patch(&context.pool, caller.user, patch).await?;
    Ok(Answer::json(
        StatusCode::OK,
        &user.ok_or(Refusal::NotFound)?,
    ))
}

/// BCP 47 by its shape: parts of one to eight letters and digits.
pub(super) fn is_locale(text: &str) -> bool {
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let language = text.split('-').next().unwrap_or_default();
    text.len() <= LOCALE
        && text.split('-').all(part)
        && language.len() >= 2
        && language.bytes().all(|b| b.is_ascii_alphabetic())
}

pub(super) async fn delete_me(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    users::delete(&context.pool, caller.user).await?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

pub(super) async fn list(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let caller = caller(context, request).await?;
    if !caller.is_superuser {
        return Err(Refusal::Forbidden);
    }
    let after = match request.parameter("after")? {
        Some(text) => {
            let id = Uuid::parse_str(&text);
            Some(id.map_err(|_| Refusal::Malformed("`after` is the `next` of the page before."))?)
        }
        None => None,
    };
    let page = users::list(&context.pool, after).await?;
    Ok(Answer::json(StatusCode::OK, &page))
}

pub(super) async fn one(context: &Context, request: &Request, id: &str) -> Result<Answer, Refusal> {
    let caller = caller(context, request).await?;
    let id = Uuid::parse_str(id).map_err(|_| Refusal::NotFound)?;
    if id != caller.user && !caller.is_superuser {
        return Err(Refusal::NotFound);
    }
    show(context, id).await
}

pub(super) async fn administer(
    context: &Context,
    request: &Request,
    id: &str,
) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    if !caller.is_superuser {
        return Err(Refusal::NotFound);
    }
    let id = Uuid::parse_str(id).map_err(|_| Refusal::NotFound)?;
    let change: UserAdministration = request.object()?;
    let user = users::administer(&context.pool, id, change).await?;
    Ok(Answer::json(
        StatusCode::OK,
        &user.ok_or(Refusal::NotFound)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_has_the_shape_of_one() {
        for good in ["es", "es-CL", "zh-Hant-TW", "de-1996"] {
            assert!(is_locale(good), "{good}");
        }
        for bad in [
            "",
            "e",
            "es-",
            "-es",
            "es_CL",
            "12",
            "es-CL'; --",
            "es-abcdefghi",
        ] {
            assert!(!is_locale(bad), "{bad}");
        }
    }
}
