//! Who is logged in, and where.

use hyper::Method;

use super::{Client, ClientError};
use crate::Secret;
use crate::session::Sessions;
use crate::token::{ClientKind, Refresh};
use crate::user::User;

impl Client {
    /// Who has this token.
    pub fn me(&self, access: &Secret) -> Result<User, ClientError> {
        let request = self.asking(Method::GET, "/users/me")?.by(access)?;
        self.wait(self.wire.insist(&request.done()))?
            .success()?
            .json()
    }

    /// The places where this person is logged in.
    pub fn sessions(&self, access: &Secret) -> Result<Sessions, ClientError> {
        let request = self.asking(Method::GET, "/auth/sessions")?.by(access)?;
        self.wait(self.wire.insist(&request.done()))?
            .success()?
            .json()
    }

    /// Ends the session of a refresh token; one that has ended already is no error.
    pub fn logout(&self, refresh_token: &Secret) -> Result<(), ClientError> {
        let body = Refresh {
            refresh_token: Some(refresh_token.clone()),
            client: ClientKind::Cli,
        };
        let request = self.asking(Method::POST, "/auth/logout")?.json(&body)?;
        let answer = self.wait(self.wire.insist(&request.done()))?;
        answer.success().map(drop)
    }

    /// Ends all sessions of this person, the one that asks last.
    pub fn logout_everywhere(&self, access: &Secret) -> Result<(), ClientError> {
        let mut sessions = self.sessions(access)?.sessions;
        sessions.sort_by_key(|session| session.current);
        for session in sessions {
            let path = format!("/auth/sessions/{}", session.id);
            let request = self.asking(Method::DELETE, &path)?.by(access)?;
            let answer = self.wait(self.wire.insist(&request.done()))?;
            match answer.success() {
                // It ended by itself meanwhile.
                Ok(_) | Err(ClientError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
