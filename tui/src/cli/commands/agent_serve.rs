//! `luka agent-serve SOCKET`, hidden: the process that `luka unlock` starts.

use std::io::Write as _;

use ops::session::agent::AgentServer;

use crate::cli::args::ledger::AgentServe;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output;
use crate::cli::session::READY;
use crate::i18n::Texts;

/// Becomes the agent: leaves the terminal, listens, says that it is ready, serves until it holds no
/// key any more.
pub(crate) fn run(args: &AgentServe, texts: &Texts) -> Result<(), Failure> {
    // Fails only for the leader of a process group, whom no terminal's end would reach either.
    let _ = rustix::process::setsid();
    let server = AgentServer::bind(&args.socket).or_explain(texts)?;
    let mut to = output::stdout();
    writeln!(to, "{READY}")
        .and_then(|()| to.flush())
        .or_explain(texts)?;
    drop(to);
    leave_stdout().or_explain(texts)?;
    server.run().or_explain(texts)
}

/// Gives the pipe back, and the working directory, which may be on a disk to be unmounted.
fn leave_stdout() -> std::io::Result<()> {
    let nothing = std::fs::OpenOptions::new().write(true).open("/dev/null")?;
    rustix::stdio::dup2_stdout(&nothing)?;
    std::env::set_current_dir("/")
}
