//! A terminal with `luka` in it: keys in, a screen out. Waits until something is seen, never for a
//! time; the limit only ends a test that would wait for ever.

use std::io::{Read as _, Write};
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// When a test gives up.
const LIMIT: Duration = Duration::from_mins(1);

struct Seen {
    parser: vt100::Parser,
    over: bool,
}

/// The terminal.
pub(crate) struct Terminal {
    pub(crate) home: TempDir,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

fn at_least_one(n: u16) -> NonZero<u16> {
    NonZero::new(n).unwrap()
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

impl Terminal {
    /// Runs `luka` with arguments in an empty home directory.
    pub(crate) fn run(arguments: &[&str], (columns, rows): (u16, u16), language: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_luka"));
        command.args(arguments);
        command.env_clear();
        command.env("HOME", home.path());
        command.env("TMPDIR", home.path());
        command.env("TERM", "xterm-256color");
        command.env("LANG", language);
        command.env("LUKA_NOW", "2026-03-14T12:00:00Z");
        command.env("LUKA_PANIC_AT_F12", "1");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let parser = vt100::Parser::new(at_least_one(rows), at_least_one(columns), 0);
        let seen = Arc::new((
            Mutex::new(Seen {
                parser,
                over: false,
            }),
            Condvar::new(),
        ));
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            let (seen, news) = &*shared;
            loop {
                let read = output.read(&mut bytes).unwrap_or(0);
                let mut seen = seen.lock().unwrap();
                match read {
                    0 => seen.over = true,
                    some => seen.parser.process(&bytes[..some]),
                }
                news.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        Self {
            home,
            master: pair.master,
            keys,
            child,
            seen,
        }
    }

    /// Sends bytes, as a keyboard does.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.keys.write_all(bytes.as_ref()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Waits until the screen is as wished; says what is there when that never comes.
    pub(crate) fn until(
        &mut self,
        what: &str,
        wished: impl Fn(&vt100::Screen) -> bool,
    ) -> &mut Self {
        let (seen, news) = &*self.seen;
        let begun = Instant::now();
        let mut guard = seen.lock().unwrap();
        while !wished(guard.parser.screen()) {
            let left = LIMIT.saturating_sub(begun.elapsed());
            assert!(
                !left.is_zero() && !guard.over,
                "no {what} on\n{}",
                guard.parser.screen().contents()
            );
            guard = news.wait_timeout(guard, left).unwrap().0;
        }
        drop(guard);
        self
    }

    /// Waits until a text is seen.
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contents().contains(text))
    }

    /// What is seen now.
    pub(crate) fn contents(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// Makes the window another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.seen
            .0
            .lock()
            .unwrap()
            .parser
            .screen_mut()
            .set_size(at_least_one(rows), at_least_one(columns));
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    /// The process.
    pub(crate) fn process(&self) -> i32 {
        i32::try_from(self.child.process_id().unwrap()).unwrap()
    }

    /// Waits until the program ended and all it wrote was read.
    pub(crate) fn ends(&mut self) -> ExitStatus {
        let status = self.child.wait().unwrap();
        let (seen, news) = &*self.seen;
        let mut guard = seen.lock().unwrap();
        while !guard.over {
            guard = news.wait(guard).unwrap();
        }
        drop(guard);
        status
    }

    /// The terminal is as a shell wants it.
    pub(crate) fn is_sane(&self) {
        let guard = self.seen.0.lock().unwrap();
        let screen = guard.parser.screen();
        assert!(!screen.alternate_screen(), "still on the other screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pastes are bracketed");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is still taken"
        );
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Most have ended by then.
        let _ = self.child.kill();
    }
}
