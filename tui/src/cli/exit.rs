//! How the process ends: its exit codes, ctrl-C, and being told to stop.

use std::io;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::ask;
use super::error::Failure;
use super::scratch::remove_scratch;

/// What a shell reports for a process that a signal ended: 128 and its number.
const SIGNALLED: i32 = 128;

/// True while the screens have the terminal.
static SCREENS: AtomicBool = AtomicBool::new(false);

/// From now on signals are for the screens to take.
pub(crate) fn leave_signals_to_screens() {
    SCREENS.store(true, Ordering::Relaxed);
}

/// Ends the process as a signal would have, once everything is in order.
pub(crate) fn by_signal(signal: i32) {
    // It doesn't come back, but for signals that end nothing.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// The exit code of a command's outcome.
pub(crate) fn code(outcome: &Result<(), Failure>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => ExitCode::from(failure.kind.code()),
    }
}

/// From now on ctrl-C ends the process with 130, SIGTERM with 143 and SIGHUP with 129, and the
/// terminal is left as it was.
///
/// Nothing is half written: the ledger's write transaction rolls back by itself, and files are put
/// in place whole. Destructors don't run, so no thread can be caught in the middle of one.
pub(crate) fn watch_for_interrupt() -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new()
        .name("interrupt".to_owned())
        .spawn(move || {
            for signal in &mut signals {
                if SCREENS.load(Ordering::Relaxed) {
                    // They end by themselves, and give the terminal back first.
                    continue;
                }
                ask::restore_terminal();
                remove_scratch();
                signal_hook::low_level::exit(SIGNALLED + signal);
            }
        })?;
    Ok(())
}
