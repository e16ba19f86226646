//! Logs: JSON on stderr, a line each, whatever is in a value. No token, address or password is ever
//! handed to it; libraries are heard from warnings on.

use tracing_subscriber::EnvFilter;

/// Begins.
pub(crate) fn begin() {
    let filter = EnvFilter::try_from_env("LUKA_SERVER_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,luka_server=info"));
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}
