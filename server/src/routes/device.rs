//! `/device`: where a person lets a machine in that has no browser (RFC 8628, section 3.3).
//!
//! First a login, made for this and good for nothing else; then the code; then a page that shows what
//! asks, since when and from where; then a click. Each step is a POST with a word that only our page
//! in this browser knows. A code that came with the address is only filled in (section 5.4).

use api::token::{ClientKind, Credentials};
use subtle::ConstantTimeEq as _;

use super::auth::passing::Passing;
use super::auth::password;
use crate::accounts::visits::Visit;
use crate::accounts::{devices, visits};
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::limits::{self, Counted};
use crate::pages::{CodeForm, ConfirmForm, Message, Pages, SignInForm};
use crate::refusal::Refusal;
use crate::tokens::{Opaque, UserCode};

/// A form that was sent.
#[derive(Default)]
struct Form {
    csrf: String,
    step: String,
    email: String,
    password: String,
    user_code: String,
}

impl Form {
    fn read(request: &Request) -> Result<Self, Refusal> {
        if !request.is_of("application/x-www-form-urlencoded") {
            return Err(Refusal::MediaType);
        }
        let mut form = Self::default();
        for (name, value) in url::form_urlencoded::parse(&request.body) {
            let place = match &*name {
                "csrf" => &mut form.csrf,
                "step" => &mut form.step,
                "email" => &mut form.email,
                "password" => &mut form.password,
                "user_code" => &mut form.user_code,
                _ => continue,
            };
            if !place.is_empty() || value.contains('\0') {
                return Err(Refusal::Malformed("The form is not one of ours."));
            }
            *place = value.into_owned();
        }
        Ok(form)
    }
}

/// The word in our forms, made from the cookie.
fn csrf(cookie: &Opaque) -> String {
    cookie.derive(b"csrf").to_secret().expose().to_owned()
}

fn cookie(context: &Context, request: &Request) -> Option<Opaque> {
    Passing::Visit.of(context, request).and_then(Opaque::parse)
}

/// `GET /device`.
pub(super) async fn page(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let given = request.parameter("user_code")?;
    let given = given.as_deref().and_then(UserCode::parse);
    let kept = Passing::UserCode
        .of(context, request)
        .and_then(UserCode::parse);
    let code = given
        .clone()
        .or(kept)
        .map(|code| code.to_string())
        .unwrap_or_default();
    let cookie = cookie(context, request);
    let visit = match &cookie {
        Some(cookie) => visits::find(&context.pool, cookie).await?,
        None => None,
    };
    let answer = match (cookie, visit) {
        (Some(cookie), Some(_)) => Pages::of(request).code(&CodeForm {
            csrf: &csrf(&cookie),
            code: &code,
            was_wrong: false,
        }),
        (cookie, _) => ask_who(context, request, cookie, false)?,
    };
    Ok(match given {
        Some(code) => answer.cookie(&Passing::UserCode.set(context, &code.to_string())),
        None => answer,
    })
}

/// The page with the login; its form needs a cookie too, or somebody could log others in as himself.
fn ask_who(
    context: &Context,
    request: &Request,
    cookie: Option<Opaque>,
    was_wrong: bool,
) -> Result<Answer, Refusal> {
    let cookie = cookie.map_or_else(Opaque::random, Ok)?;
    let answer = Pages::of(request).sign_in(&SignInForm {
        csrf: &csrf(&cookie),
        has_provider: context.provider.is_some(),
        was_wrong,
    });
    Ok(answer.cookie(&Passing::Visit.set(context, cookie.to_secret().expose())))
}

/// `POST /device`.
pub(super) async fn step(context: &Context, request: &Request) -> Result<Answer, Refusal> {
    let pages = Pages::of(request);
    let form = Form::read(request)?;
    let cookie = cookie(context, request);
    let is_ours = |cookie: &Opaque| csrf(cookie).as_bytes().ct_eq(form.csrf.as_bytes()).into();
    let Some(cookie) = cookie.filter(is_ours).filter(|_| is_same_site(request)) else {
        return Ok(pages.message(Message::Forgotten));
    };
    let done = if form.step == "sign-in" {
        sign_in(context, request, cookie, form).await
    } else {
        match visits::find(&context.pool, &cookie).await? {
            Some(visit) => go_on(context, request, &cookie, &visit, &form).await,
            None => ask_who(context, request, Some(cookie), false),
        }
    };
    match done {
        Err(refusal @ Refusal::TooMany { .. }) => {
            let refused = refusal.answer(&request.id);
            let mut answer = pages.message(Message::TooMany);
            let wait = refused.headers.get(hyper_server::header::RETRY_AFTER);
            if let Some(wait) = wait.and_then(|wait| wait.to_str().ok()) {
                answer = answer.header(hyper_server::header::RETRY_AFTER, wait);
            }
            Ok(answer)
        }
        done => done,
    }
}

/// Browsers that say where a request came from say that it was our own page.
fn is_same_site(request: &Request) -> bool {
    let site = request.headers.get("sec-fetch-site");
    site.is_none_or(|site| site == "same-origin" || site == "none")
}

async fn sign_in(
    context: &Context,
    request: &Request,
    cookie: Opaque,
    form: Form,
) -> Result<Answer, Refusal> {
    let sent = Credentials {
        email: form.email,
        password: form.password.into(),
        client: ClientKind::Browser,
        device_name: None,
    };
    match password::check(context, request, &sent).await {
        Ok(account) => {
            let visit = visits::begin(&context.pool, account.id).await?;
            let place = format!("{}/device", context.public_url());
            let cookie = Passing::Visit.set(context, visit.to_secret().expose());
            Ok(Answer::redirect(&place).cookie(&cookie))
        }
        Err(Refusal::WrongCredentials | Refusal::Malformed(_)) => {
            ask_who(context, request, Some(cookie), true)
        }
        Err(refusal) => Err(refusal),
    }
}

async fn go_on(
    context: &Context,
    request: &Request,
    cookie: &Opaque,
    visit: &Visit,
    form: &Form,
) -> Result<Answer, Refusal> {
    match form.step.as_str() {
        "code" => code(context, request, cookie, visit, form).await,
        step @ ("approve" | "deny") => {
            let yes = step == "approve";
            let message = match visits::end(&context.pool, cookie, visit, yes).await? {
                true if yes => Message::Approved,
                true => Message::Denied,
                false => Message::Gone,
            };
            let answer = Pages::of(request).message(message);
            let answer = answer.cookie(&Passing::Visit.none(context));
            Ok(answer.cookie(&Passing::UserCode.none(context)))
        }
        _ => Err(Refusal::Malformed("The form is not one of ours.")),
    }
}

/// Looks for the device that waits with what was typed.
async fn code(
    context: &Context,
    request: &Request,
    cookie: &Opaque,
    visit: &Visit,
    form: &Form,
) -> Result<Answer, Refusal> {
    let pool = &context.pool;
    let counted = [
        Counted::UserCodeFrom(request.client),
        Counted::UserCodeBy(visit.user_id),
    ];
    for counted in counted {
        limits::attempt(pool, counted).await?;
    }
    let (pages, csrf) = (Pages::of(request), csrf(cookie));
    let typed = UserCode::parse(&form.user_code);
    let waiting = devices::waiting(pool, typed.as_ref()).await?;
    let (Some(typed), Some(waiting)) = (typed, waiting) else {
        return Ok(pages.code(&CodeForm {
            csrf: &csrf,
            code: "",
            was_wrong: true,
        }));
    };
    visits::typed(pool, cookie, &typed).await?;
    for counted in counted {
        limits::succeeded(pool, counted).await?;
    }
    Ok(pages.confirm(&ConfirmForm {
        csrf: &csrf,
        email: &visit.email,
        waiting: &waiting,
    }))
}
