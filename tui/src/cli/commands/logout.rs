//! `luka logout`: ends this session, or all of them.

use crate::cli::args::server::Logout;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::login::{Login, LoginError};

/// Logs out. The tokens are gone from this machine whatever the server says; only with `--all`
/// they stay until it has ended every session.
pub(super) fn run(session: &Session, args: Logout) -> Result<(), Failure> {
    let texts = &session.texts;
    let login = match Login::open(session.places.login(), session.config.config()) {
        Err(LoginError::None) => {
            session.say(&texts.get("say-not-logged-in"));
            return Ok(());
        }
        login => login.or_explain(texts)?,
    };
    let server = login.server().to_owned();
    if args.all {
        login.end_everywhere().or_explain(texts)?;
        return session.outcome([text!(texts, "say-logout-all", server = server)]);
    }
    login.end().map_err(|error| untold(session, &error))?;
    session.outcome([text!(texts, "say-logout", server = server)])
}

/// The server could not be told.
fn untold(session: &Session, error: &LoginError) -> Failure {
    let texts = &session.texts;
    let told = error.explain(texts);
    if told.kind != Kind::Remote {
        return told;
    }
    let message = text!(texts, "error-logout-untold", what = told.message);
    Failure::new(Kind::Remote, message).hint(texts.get("hint-logout-untold"))
}
