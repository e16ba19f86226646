//! Signing in through a browser on this machine (RFC 8252): the server asks its identity provider,
//! and sends the browser back to a port of 127.0.0.1 with a code. The listener is `loopback`'s.

use std::time::Duration;

use loopback::{Answer, Listener, Pages, Unanswered, Waiting, challenge, word};
use url::Url;

use super::error::printable;
use super::sign_in::client_id;
use super::{Client, ClientError};
use crate::Secret;
use crate::token::{CLIENT_ID, TokenRequest, Tokens};

/// How a person is asked.
pub struct Browser<'a> {
    /// What the browser shows in the end.
    pub pages: &'a Pages,
    /// How long the person may take.
    pub limit: Duration,
    /// What the session is called in the list of sessions.
    pub device_name: &'a str,
    /// Whether somebody wants it to stop.
    pub is_cancelled: &'a (dyn Fn() -> bool + Sync),
}

impl Client {
    /// Shows the address of the page where a person logs in, and waits on the loopback for the code.
    pub fn in_browser(
        &self,
        browser: &Browser<'_>,
        show: &mut dyn FnMut(&str),
    ) -> Result<Tokens, ClientError> {
        self.wait(self.ask_browser(browser, show))
    }

    async fn ask_browser(
        &self,
        browser: &Browser<'_>,
        show: &mut dyn FnMut(&str),
    ) -> Result<Tokens, ClientError> {
        let network = |source| ClientError::Network { source };
        let listener = Listener::open("/callback").await.map_err(network)?;
        let redirect = listener.redirect();
        let (verifier, state) = (word().map_err(network)?, word().map_err(network)?);
        show(self.page(&redirect, &state, &challenge(&verifier)).as_str());
        let waiting = Waiting {
            state: &state,
            pages: browser.pages,
            limit: browser.limit,
            is_cancelled: browser.is_cancelled,
        };
        let code = match listener.wait(waiting).await {
            Ok(Answer::Code(code)) => code,
            Ok(Answer::Refused(error)) if error == "access_denied" => {
                return Err(ClientError::Denied);
            }
            Ok(Answer::Refused(error)) => {
                return Err(ClientError::Refused {
                    status: 403,
                    what: printable(&error),
                });
            }
            Err(Unanswered::TimedOut | Unanswered::Cancelled) => return Err(ClientError::TimedOut),
        };
        // Once: a code that is shown twice ends the session that it was redeemed for.
        let request = TokenRequest::AuthorizationCode {
            code: Secret::from(code.to_string()),
            redirect_uri: redirect,
            client_id: client_id(),
            code_verifier: Secret::from(verifier.to_string()),
            device_name: Some(browser.device_name.to_owned()),
        };
        let tokens = self.redeem(&request).await;
        tokens.map_err(super::sign_in::TokenFault::into_error)
    }

    fn page(&self, redirect: &str, state: &str, challenge: &str) -> Url {
        let mut url = self.address.api("/auth/google/authorize");
        url.query_pairs_mut()
            .append_pair("client_id", CLIENT_ID)
            .append_pair("response_type", "code")
            .append_pair("redirect_uri", redirect)
            .append_pair("code_challenge", challenge)
            .append_pair("code_challenge_method", "S256")
            .append_pair("state", state);
        url
    }
}
