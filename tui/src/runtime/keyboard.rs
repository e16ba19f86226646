//! What comes in from outside: keys, the mouse, signals, answers. All through one channel.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::Event;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use crate::app::Reply;

/// Something came in.
pub(super) enum Inbound {
    /// From the terminal.
    Event(Event),
    /// From the ledger.
    Reply(Reply),
    /// Long work got further.
    Progress(String),
    /// A change got further.
    Step(ops::Step),
    /// An errand got further.
    ErrandStep(ops::Step),
    /// The process is told to end, by this signal.
    End(i32),
    /// The process is told to sleep.
    Sleep,
    /// The process was woken.
    Wake,
    /// The terminal is gone.
    Gone,
}

/// Starts the threads that listen to the terminal and to signals.
pub(super) fn listen(to: &Sender<Inbound>) -> io::Result<()> {
    let keys = to.clone();
    thread::Builder::new()
        .name("keyboard".to_owned())
        .spawn(move || {
            loop {
                let next = match crossterm::event::read() {
                    Ok(event) => Inbound::Event(event),
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(_) => Inbound::Gone,
                };
                let over = matches!(next, Inbound::Gone);
                if keys.send(next).is_err() || over {
                    return;
                }
            }
        })?;
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    let to = to.clone();
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in &mut signals {
                let next = match signal {
                    SIGTSTP => Inbound::Sleep,
                    SIGCONT => Inbound::Wake,
                    signal => Inbound::End(signal),
                };
                if to.send(next).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}
