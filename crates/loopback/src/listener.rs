//! The port, and the wait for the one answer.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use crate::visit::{Answer, Expected, Pages, visit};

/// How often somebody is asked whether to stop.
const SLICE: Duration = Duration::from_millis(200);

/// An open port of 127.0.0.1 that the system chose.
pub struct Listener {
    inner: TcpListener,
    host: String,
    path: &'static str,
}

/// What is waited for, and how long.
pub struct Waiting<'a> {
    /// The state that was sent along with the question.
    pub state: &'a str,
    /// What the browser shows.
    pub pages: &'a Pages,
    /// No longer than this.
    pub limit: Duration,
    /// Whether somebody wants it to stop.
    pub is_cancelled: &'a (dyn Fn() -> bool + Sync),
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// Nobody answered in time.
    TimedOut,
    /// Somebody wants it to stop.
    Cancelled,
}

impl Listener {
    /// Opens the port; answers are to come to `path` there, which begins with `/`.
    pub async fn open(path: &'static str) -> io::Result<Self> {
        let inner = TcpListener::bind(("127.0.0.1", 0)).await?;
        let host = inner.local_addr()?.to_string();
        Ok(Self { inner, host, path })
    }

    /// The address to be sent back to; a bare `/` is left out.
    pub fn redirect(&self) -> String {
        let path = self.path.strip_suffix('/').unwrap_or(self.path);
        format!("http://{}{path}", self.host)
    }

    /// Waits for the one answer, and closes the port.
    pub async fn wait(self, waiting: Waiting<'_>) -> Result<Answer, Unanswered> {
        let expected = Arc::new(Expected::new(&self.host, self.path, &waiting));
        let end = Instant::now() + waiting.limit;
        let mut visits: JoinSet<Option<Answer>> = JoinSet::new();
        loop {
            if (waiting.is_cancelled)() {
                return Err(Unanswered::Cancelled);
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Unanswered::TimedOut);
            }
            tokio::select! {
                accepted = self.inner.accept() => {
                    if let Ok((stream, _)) = accepted {
                        visits.spawn(visit(stream, Arc::clone(&expected)));
                    }
                }
                Some(visited) = visits.join_next() => {
                    if let Ok(Some(answer)) = visited {
                        return Ok(answer);
                    }
                }
                () = sleep(left.min(SLICE)) => {}
            }
        }
    }
}
