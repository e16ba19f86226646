//! The way through a browser on this machine.
//!
//! Google sends the browser back to a port of 127.0.0.1 that is open for this one answer; what
//! counts as one is `loopback`'s to say.

use std::time::Duration;

use loopback::{Answer, Listener, Pages, Unanswered, Waiting, challenge, word};
use url::Url;

use super::{Desk, told};
use crate::error::DriveError;
use crate::fault::words;
use crate::token::{SCOPE, Said};

pub(super) async fn ask(
    desk: &Desk<'_>,
    pages: &Pages,
    limit: Duration,
    show: &mut dyn FnMut(&str),
) -> Result<(), DriveError> {
    let network = |source| DriveError::Network { source };
    let listener = Listener::open("/").await.map_err(network)?;
    let redirect = listener.redirect();
    let (verifier, state) = (word().map_err(network)?, word().map_err(network)?);
    let address = address(desk, &redirect, &state, &challenge(&verifier));
    show(address.as_str());
    let waiting = Waiting {
        state: &state,
        pages,
        limit,
        is_cancelled: &|| desk.progress.is_cancelled(),
    };
    match listener.wait(waiting).await {
        Ok(Answer::Code(code)) => exchange(desk, &code, &verifier, &redirect).await,
        Ok(Answer::Refused(error)) if error == "access_denied" => Err(DriveError::Denied),
        Ok(Answer::Refused(error)) => Err(DriveError::Refused {
            what: words(400, &error),
        }),
        Err(Unanswered::TimedOut) => Err(DriveError::TimedOut),
        Err(Unanswered::Cancelled) => Err(DriveError::Cancelled),
    }
}

/// The page where a person says yes.
fn address(desk: &Desk<'_>, redirect: &str, state: &str, challenge: &str) -> Url {
    let mut url = desk.addresses.auth.clone();
    url.query_pairs_mut()
        .append_pair("client_id", &desk.client.id)
        .append_pair("redirect_uri", redirect)
        .append_pair("response_type", "code")
        .append_pair("scope", SCOPE)
        .append_pair("code_challenge", challenge)
        .append_pair("code_challenge_method", "S256")
        .append_pair("state", state)
        .append_pair("access_type", "offline")
        .append_pair("prompt", "consent");
    url
}

/// Turns the code into tokens. A code works once: what passes is tried again, a refusal is final.
async fn exchange(
    desk: &Desk<'_>,
    code: &str,
    verifier: &str,
    redirect: &str,
) -> Result<(), DriveError> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("code_verifier", verifier),
        ("redirect_uri", redirect),
    ];
    let mut tries = desk.tries();
    loop {
        match desk.token(&form).await {
            Ok(Said::Granted(grant)) => return desk.keep(&grant),
            Ok(Said::Refused(code)) => {
                return Err(DriveError::Refused {
                    what: words(400, code.as_str()),
                });
            }
            Err(fault) => tries.after(fault).await.map_err(told)?,
        }
    }
}
