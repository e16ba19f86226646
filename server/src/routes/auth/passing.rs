//! Cookies that live for ten minutes: who began a way to the provider, who is on the page for devices.
//!
//! `SameSite=Lax`, since the provider sends the browser back from another site. The prefix `__Host-`
//! and `Secure` need TLS; on the loopback, for trying things, they go without.

use crate::context::Context;
use crate::http::Request;

/// As long as what it belongs to.
const SECS: u32 = 600;

/// Which.
#[derive(Clone, Copy, Debug)]
pub(in crate::routes) enum Passing {
    /// The browser that began a way to the provider.
    Login,
    /// The visit to the page for devices.
    Visit,
    /// The code that a device sent the person here with.
    UserCode,
}

impl Passing {
    const fn name(self, is_secure: bool) -> &'static str {
        match (self, is_secure) {
            (Self::Login, true) => "__Host-login",
            (Self::Login, false) => "login",
            (Self::Visit, true) => "__Host-visit",
            (Self::Visit, false) => "visit",
            (Self::UserCode, true) => "__Host-user-code",
            (Self::UserCode, false) => "user-code",
        }
    }

    fn line(self, is_secure: bool, value: &str, secs: u32) -> String {
        let (name, secure) = (
            self.name(is_secure),
            if is_secure { "; Secure" } else { "" },
        );
        format!("{name}={value}; Max-Age={secs}; Path=/; HttpOnly; SameSite=Lax{secure}")
    }

    /// Sets it.
    pub(in crate::routes) fn set(self, context: &Context, value: &str) -> String {
        self.line(context.is_secure(), value, SECS)
    }

    /// Takes it away.
    pub(in crate::routes) fn none(self, context: &Context) -> String {
        self.line(context.is_secure(), "", 0)
    }

    /// What a browser sent.
    pub(in crate::routes) fn of<'r>(
        self,
        context: &Context,
        request: &'r Request,
    ) -> Option<&'r str> {
        request.cookie(self.name(context.is_secure()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_over_tls_belongs_to_this_host_alone() {
        assert_eq!(
            Passing::Login.line(true, "x", SECS),
            "__Host-login=x; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
    }
}
