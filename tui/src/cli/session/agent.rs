//! The key agent of this person: connecting to it, starting it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use ops::session::agent::AgentClient;

use super::Session;
use crate::cli::error::{Failure, Kind, OrExplain as _};

/// What the agent says on its stdout once clients can connect.
pub(crate) const READY: &str = "ready";

/// Connects to the agent; `None` when none is running.
pub(crate) fn connect(session: &Session) -> Result<Option<AgentClient>, Failure> {
    AgentClient::connect(&session.places.agent_socket()).or_explain(&session.texts)
}

/// Connects to the agent, and starts one first when none is running.
pub(crate) fn start_agent(session: &Session) -> Result<AgentClient, Failure> {
    if let Some(agent) = connect(session)? {
        return Ok(agent);
    }
    // When another process was faster, ours gives up and the other one answers.
    spawn(&session.places.agent_socket());
    connect(session)?.ok_or_else(|| {
        let texts = &session.texts;
        Failure::new(Kind::Failed, texts.get("error-agent-start"))
            .hint(texts.get("hint-agent-start"))
    })
}

/// Starts `luka agent-serve` and waits until it is ready or has given up.
///
/// It makes a session of its own, so it survives this terminal; it is told nothing but the socket.
fn spawn(socket: &Path) -> Option<()> {
    let mut agent = Command::new(std::env::current_exe().ok()?)
        .arg("agent-serve")
        .arg(socket)
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut line = String::new();
    BufReader::new(agent.stdout.take()?)
        .read_line(&mut line)
        .ok()?;
    if line.trim_end() != READY {
        agent.wait().ok()?;
    }
    Some(())
}
