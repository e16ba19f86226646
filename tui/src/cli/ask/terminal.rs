//! The terminal behind `/dev/tty`.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Write as _};
use std::sync::{Mutex, PoisonError};

use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

/// The terminal's settings before echo was turned off, for whoever must put them back.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// Whether there is a person to ask.
pub(crate) fn can_ask() -> bool {
    (io::stdin().is_terminal() || io::stderr().is_terminal()) && open().is_ok()
}

/// Asks for a secret; nothing of it is shown.
pub(crate) fn secret(question: &str) -> io::Result<Zeroizing<String>> {
    remember(tcgetattr(open()?).ok());
    let answer = rpassword::prompt_password(format!("{question} "));
    remember(None);
    answer.map(Zeroizing::new)
}

/// Asks for one line.
pub(crate) fn line(question: &str) -> io::Result<String> {
    let mut terminal = open()?;
    write!(terminal, "{question} ")?;
    terminal.flush()?;
    let mut answer = String::new();
    BufReader::new(terminal).read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}

/// Turns the echo on again if a question turned it off; for a process that ends in the middle.
pub(crate) fn restore_terminal() {
    let before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let (Some(settings), Ok(mut terminal)) = (before, open()) {
        let _ = tcsetattr(&terminal, OptionalActions::Now, &settings);
        let _ = writeln!(terminal);
    }
}

fn remember(settings: Option<Termios>) {
    *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = settings;
}

fn open() -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open("/dev/tty")
}
