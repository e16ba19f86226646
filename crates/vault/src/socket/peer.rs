//! Who is at the other end of a socket.
//!
//! On Linux the kernel says, and it must be our own user. Elsewhere the modes of the socket and its
//! directory, which are checked everywhere, keep other users out.

use std::os::fd::AsFd;

/// The other user at the other end, if it is not ourselves.
#[cfg(target_os = "linux")]
pub fn foreign_user(socket: impl AsFd) -> std::io::Result<Option<u32>> {
    let peer = rustix::net::sockopt::socket_peercred(socket)?.uid;
    Ok((peer != rustix::process::geteuid()).then(|| peer.as_raw()))
}

/// The other user at the other end, if it is not ourselves: never known here.
#[cfg(not(target_os = "linux"))]
pub fn foreign_user(_socket: impl AsFd) -> std::io::Result<Option<u32>> {
    Ok(None)
}
