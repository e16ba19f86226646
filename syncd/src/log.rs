//! What is said on stderr: names of remotes, counts and kinds of failures; never a payee, an
//! amount, a token or an address.
//!
//! Under systemd the journal knows the time already.

use std::env;

use tracing::level_filters::LevelFilter;

/// Begins to log; `LUKA_SYNCD_LOG` says how much (error, warn, info, debug).
pub(crate) fn begin() {
    let level = env::var("LUKA_SYNCD_LOG").ok();
    let level = level.and_then(|level| level.parse().ok());
    let builder = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(level.unwrap_or(LevelFilter::INFO))
        .with_target(false);
    if env::var_os("JOURNAL_STREAM").is_some() {
        builder.without_time().init();
    } else {
        builder.init();
    }
}
