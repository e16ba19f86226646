//! From a password, a code or a refresh token to tokens.
//!
//! A lost answer to a refresh is asked for again with the same token: for thirty seconds the server
//! gives the same successor. A login that was lost left a session which nobody has a token of.

use hyper::Method;

use super::wire::Answer;
use super::{Client, ClientError};
use crate::Secret;
use crate::token::{CLIENT_ID, ClientKind, Credentials, Refresh, TokenError, TokenRequest, Tokens};

impl Client {
    /// Logs in by e-mail address and password.
    pub fn login(&self, credentials: &Credentials) -> Result<Tokens, ClientError> {
        let answer = self.by_password("/auth/login", credentials)?;
        match answer.success() {
            Err(ClientError::SignInAgain) => Err(ClientError::WrongCredentials),
            answer => lasting(&answer?),
        }
    }

    /// Makes an account with an e-mail address and a password. The answer is the same when the
    /// address has one already: only a login tells.
    pub fn register(&self, credentials: &Credentials) -> Result<(), ClientError> {
        let answer = self.by_password("/auth/register", credentials)?;
        answer.success().map(drop)
    }

    fn by_password(&self, path: &str, credentials: &Credentials) -> Result<Answer, ClientError> {
        let request = self.asking(Method::POST, path)?.json(credentials)?;
        self.wait(self.wire.send(request.done()))
    }

    /// Trades a refresh token in. It is spent afterwards, whatever comes of the answer.
    pub fn refresh(&self, refresh_token: &Secret) -> Result<Tokens, ClientError> {
        let body = Refresh {
            refresh_token: Some(refresh_token.clone()),
            client: ClientKind::Cli,
        };
        let request = self.asking(Method::POST, "/auth/refresh")?.json(&body)?;
        let answer = self.wait(self.wire.insist(&request.done()))?;
        match answer.success() {
            // 400 is the token endpoint's `invalid_grant`.
            Err(ClientError::Refused { status: 400, .. }) => Err(ClientError::SignInAgain),
            answer => lasting(&answer?),
        }
    }

    /// Trades a code in that came to the loopback.
    pub(super) async fn redeem(&self, request: &TokenRequest) -> Result<Tokens, TokenFault> {
        let asking = self.asking(Method::POST, "/auth/token");
        let asking = asking.and_then(|asking| asking.json(request));
        let request = asking.map_err(TokenFault::Other)?.done();
        let answer = self.wire.send(request).await;
        let answer = answer.map_err(TokenFault::Other)?;
        if answer.is_success() {
            return lasting(&answer).map_err(TokenFault::Other);
        }
        match answer.json::<TokenError>() {
            Ok(said) if answer.status < 429 => Err(TokenFault::Said(said.error)),
            _ => Err(TokenFault::Other(answer.error())),
        }
    }
}

/// Why the token endpoint gave none.
pub(super) enum TokenFault {
    /// Its own word (RFC 6749, section 5.2; RFC 8628, section 3.5).
    Said(String),
    /// Anything else.
    Other(ClientError),
}

impl TokenFault {
    /// The error where no word needs an answer.
    pub(super) fn into_error(self) -> ClientError {
        match self {
            Self::Other(error) => error,
            Self::Said(word) => match word.as_str() {
                "access_denied" => ClientError::Denied,
                "expired_token" => ClientError::TimedOut,
                _ => ClientError::Refused {
                    status: 403,
                    what: super::error::printable(&word),
                },
            },
        }
    }
}

/// Tokens with a refresh token among them; a program gets no cookie.
fn lasting(answer: &Answer) -> Result<Tokens, ClientError> {
    let tokens: Tokens = answer.json()?;
    if tokens.refresh_token.is_none() {
        return Err(ClientError::Nonsense);
    }
    Ok(tokens)
}

/// A public client has a name and no secret.
pub(super) fn client_id() -> String {
    CLIENT_ID.to_owned()
}
