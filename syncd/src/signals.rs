//! Signals as messages.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// What a signal means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// End, in good order.
    Stop(i32),
    /// Read everything anew.
    Reload,
}

/// From now on signals arrive as messages.
pub(crate) fn listen<M: From<Signal> + Send + 'static>(messages: Sender<M>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in &mut signals {
                let meaning = match signal {
                    SIGHUP => Signal::Reload,
                    signal => Signal::Stop(signal),
                };
                if messages.send(meaning.into()).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}
