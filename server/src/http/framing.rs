//! Where one request ends and the next begins must be beyond doubt (RFC 9112, sections 2.2, 5, 6).
//!
//! hyper reads leniently: it forgets a `Content-Length` beside a `Transfer-Encoding`, takes the same
//! length twice, and takes lines that end in a bare LF. A proxy before us may read the same bytes
//! another way, and that is how requests are smuggled. So the bytes of each head are kept as they
//! come, and looked at once more before the request is answered.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The most bytes of a head, as hyper is told too.
pub(super) const HEAD_LIMIT: usize = 16 * 1024;

/// What came since the last head that was looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard(Arc<Mutex<Vec<u8>>>);

impl Heard {
    fn hear(&self, bytes: &[u8]) {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let room = (HEAD_LIMIT + 4096).saturating_sub(heard.len());
        heard.extend_from_slice(bytes.get(..room).unwrap_or(bytes));
    }

    /// A body has been read to its end: what comes next is a head.
    pub(super) fn forget(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// True when the head that came last says clearly how long its request is. What came after it is
    /// forgotten, so a request that came in the same packet as the one before can't be vouched for
    /// once it has a body.
    pub(super) fn is_clear(&self, has_body: bool) -> bool {
        let heard = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        match head(&heard) {
            Some(head) => says_one_length(head),
            None => !has_body,
        }
    }
}

/// Up to the empty line.
fn head(heard: &[u8]) -> Option<&[u8]> {
    let end = heard.windows(4).position(|window| window == b"\r\n\r\n")?;
    heard.get(..end + 2)
}

fn says_one_length(head: &[u8]) -> bool {
    let (mut lengths, mut encodings) = (0, 0);
    for line in head.split_inclusive(|&byte| byte == b'\n') {
        let Some(line) = line.strip_suffix(b"\r\n") else {
            return false;
        };
        if line.contains(&b'\r') {
            return false;
        }
        let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
        if name.eq_ignore_ascii_case(b"content-length") {
            lengths += 1;
        } else if name.eq_ignore_ascii_case(b"transfer-encoding") {
            encodings += 1;
        }
    }
    lengths + encodings <= 1
}

/// A connection whose incoming bytes are heard.
pub(super) struct Hearing<S> {
    stream: S,
    heard: Heard,
}

impl<S> Hearing<S> {
    pub(super) fn new(stream: S, heard: Heard) -> Self {
        Self { stream, heard }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Hearing<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if let Some(new) = buffer.filled().get(before..) {
            self.heard.hear(new);
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Hearing<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_clear(bytes: &str) -> bool {
        let heard = Heard::default();
        heard.hear(bytes.as_bytes());
        heard.is_clear(true)
    }

    #[test]
    fn a_request_says_its_length_once() {
        assert!(is_clear("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"));
        assert!(is_clear(
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ));
        for doubtful in [
            "Content-Length: 3\r\ntransfer-encoding: chunked\r\n",
            "Content-Length: 3\r\ncontent-length: 3\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            "Content-Length: 3\nX: y\r\n",
            "X: a\rContent-Length: 3\r\n",
        ] {
            assert!(
                !is_clear(&format!("POST / HTTP/1.1\r\n{doubtful}\r\nabc")),
                "{doubtful}"
            );
        }
    }

    #[test]
    fn a_head_that_was_not_heard_has_no_body() {
        let heard = Heard::default();
        assert!(heard.is_clear(false));
        assert!(!heard.is_clear(true));
    }
}
