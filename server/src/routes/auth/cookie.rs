//! The cookie that holds a browser's refresh token (RFC 6265bis, section 4.1.3.2).
//!
//! `__Host-` needs TLS. A server that the world reaches by plain HTTP is one on the loopback address,
//! for trying things: there the cookie goes without that prefix and without `Secure`.

use crate::context::Context;
use crate::http::Request;

/// As long as a session.
const SECS: u32 = 7 * 24 * 60 * 60;

const fn name(is_secure: bool) -> &'static str {
    if is_secure {
        "__Host-refresh"
    } else {
        "refresh"
    }
}

fn line(is_secure: bool, value: &str, secs: u32) -> String {
    let name = name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    format!("{name}={value}; Max-Age={secs}; Path=/; HttpOnly; SameSite=Strict{secure}")
}

/// Sets it.
pub(super) fn refresh(context: &Context, token: &str) -> String {
    line(context.is_secure(), token, SECS)
}

/// Takes it away.
pub(super) fn none(context: &Context) -> String {
    line(context.is_secure(), "", 0)
}

/// What a browser sent.
pub(super) fn of<'r>(context: &Context, request: &'r Request) -> Option<&'r str> {
    request.cookie(name(context.is_secure()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_over_tls_belongs_to_this_host_alone() {
        assert_eq!(
            line(true, "token", 60),
            "__Host-refresh=token; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure"
        );
    }
}
