//! `luka whoami`: who is logged in, as the server says.

use api::client::Client;
use serde_json::json;

use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::login::Login;

/// Asks the server, so that a session that has ended is noticed.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let texts = &session.texts;
    let login = Login::open(session.places.login(), session.config.config());
    let mut login = login.or_explain(texts)?;
    let me = login.call(Client::me).or_explain(texts)?;
    if session.format()?.is_json() {
        return session.document(&json!({
            "server": login.server(),
            "user_id": me.id,
            "email": me.email,
            "email_verified": me.email_verified,
            "display_name": me.display_name,
            "locale": me.locale,
            "is_superuser": me.is_superuser,
            "created_at": me.created_at,
        }));
    }
    let (email, server) = (me.email, login.server());
    let line = text!(texts, "say-whoami", email = email, server = server);
    session.sentences([crate::present::harmless(&line)])
}
