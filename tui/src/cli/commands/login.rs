//! `luka login`: in a browser, by a code on another device, or by e-mail address and password.

use std::time::Duration;

use api::client::{Browser, Client, Pages, ServerAddress};
use api::token::{ClientKind, Credentials, Tokens};
use serde_json::json;

use crate::carry::Device;
use crate::cli::args::server::Login as Args;
use crate::cli::browser;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _};
use crate::cli::session::{Password, Session, password};
use crate::i18n::text;
use crate::login::{self, Login, LoginError};

/// How long a person may take in the browser.
const LIMIT: Duration = Duration::from_mins(10);

/// Logs in, and ends the session that was there before.
pub(super) fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let texts = &session.texts;
    let address = address(session, args)?;
    let client = login::client(session.config.config(), address).or_explain(texts)?;
    let tokens = sign_in(session, args, &client)?;
    let begun = Login::begin(session.places.login(), client, tokens);
    let (login, former) = begun.or_explain(texts)?;
    if let Some(former) = former {
        former.end(&login);
    }
    let (email, server) = (login.email(), login.server());
    if session.format()?.is_json() {
        let user_id = login.user_id();
        return session.document(&json!({ "server": server, "user_id": user_id, "email": email }));
    }
    session.outcome([text!(texts, "say-login", email = email, server = server)])
}

/// The server: as typed, as configured, or the one that the person is logged in at.
fn address(session: &Session, args: &Args) -> Result<ServerAddress, Failure> {
    let texts = &session.texts;
    let config = session.config.config();
    if let Some(typed) = &args.server {
        let address = typed.parse::<ServerAddress>();
        return address.map_err(|error| LoginError::from(error).explain(texts));
    }
    if let Some(configured) = &config.server_url {
        return Ok(configured.clone());
    }
    let last = Login::open(session.places.login(), config).ok();
    let last = last.and_then(|login| login.server().parse().ok());
    last.ok_or_else(|| {
        Failure::new(Kind::Usage, texts.get("error-server-unknown"))
            .hint(texts.get("hint-server-unknown"))
    })
}

fn sign_in(session: &Session, args: &Args, client: &Client) -> Result<Tokens, Failure> {
    let texts = &session.texts;
    let device_name = Device::name();
    if let Some(email) = &args.email {
        let which = if args.register {
            Password::New
        } else {
            Password::Known
        };
        let credentials = Credentials {
            email: email.clone(),
            password: password(session, email, which)?,
            client: ClientKind::Cli,
            device_name: Some(device_name),
        };
        if which == Password::New {
            client.register(&credentials).or_explain(texts)?;
        }
        return client.login(&credentials).or_explain(texts);
    }
    if args.device {
        let tokens = client.on_a_device(&device_name, &mut |code| {
            let (url, typed) = (code.verification_uri.as_str(), code.user_code.as_str());
            Session::announce(&text!(texts, "say-login-code", url = url, code = typed));
        });
        return tokens.or_explain(texts);
    }
    in_browser(session, args, client, &device_name)
}

fn in_browser(
    session: &Session,
    args: &Args,
    client: &Client,
    device_name: &str,
) -> Result<Tokens, Failure> {
    let texts = &session.texts;
    let pages = Pages {
        granted: texts.get("say-login-granted"),
        refused: texts.get("say-login-refused"),
        unknown: texts.get("say-login-unknown"),
    };
    let asking = Browser {
        pages: &pages,
        limit: LIMIT,
        device_name,
        // Ctrl-C ends the process.
        is_cancelled: &|| false,
    };
    let mut unsaid = Ok(());
    let tokens = client.in_browser(&asking, &mut |address| {
        if args.no_browser {
            // Alone on its line, so that a script can take it.
            unsaid = session.lines([address]);
        } else {
            Session::announce(&text!(texts, "say-login-browser", url = address));
            browser::open(address);
        }
    });
    unsaid.and(tokens.or_explain(texts))
}
