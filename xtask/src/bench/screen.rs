//! `luka` on a pseudo-terminal: keys in, frames out, timed.
//!
//! Each frame of the screens is one synchronized update, so the end of a frame can be seen in the
//! bytes; no door into the program is needed.

use std::io::{Read, Write};
use std::mem;
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use super::place::Place;
use crate::observed::Observed;

/// Columns and rows: a large window, where there is most to draw.
const SIZE: PtySize = PtySize {
    rows: 50,
    cols: 160,
    pixel_width: 0,
    pixel_height: 0,
};
/// Lines above the list: where one is, and how many rows there are.
const HEAD: usize = 2;
/// What ends a frame.
const END: &[u8] = b"\x1b[?2026l";
/// When nothing came for so long, nothing more comes.
const QUIET: Duration = Duration::from_millis(700);
/// When a frame is given up.
const LIMIT: Duration = Duration::from_secs(20);

/// A frame: when its end was read, and what draws it.
struct Frame {
    at: Instant,
    bytes: Vec<u8>,
}

/// How long things took after a key.
#[derive(Clone, Copy)]
pub(crate) struct Settled {
    /// Until the list was as it stayed.
    pub(crate) list: Duration,
    /// Until the last frame.
    pub(crate) all: Duration,
}

/// A running program.
pub(crate) struct Screen {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    frames: Receiver<Frame>,
    terminal: vt100::Parser,
    // Closing it would hang up.
    _master: Box<dyn portable_pty::MasterPty + Send>,
    started: Instant,
}

impl Screen {
    /// Opens a ledger whose key the agent has.
    pub(crate) fn open(place: &Place, ledger: &Path) -> anyhow::Result<Self> {
        let pair = native_pty_system().openpty(SIZE)?;
        let mut command = CommandBuilder::new(&place.binary);
        command.env_clear();
        command.env("HOME", place.scratch.join("home"));
        command.env("XDG_RUNTIME_DIR", place.scratch.join("run"));
        command.env("LANG", "en_US.UTF-8");
        command.env("TERM", "xterm-256color");
        command.arg("--ledger");
        command.arg(ledger);
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader()?;
        let keys = pair.master.take_writer()?;
        let (to, frames) = mpsc::channel();
        let (rows, columns) = (NonZero::new(SIZE.rows), NonZero::new(SIZE.cols));
        let (rows, columns) = rows.zip(columns).context("a window without a cell")?;
        // It does nothing but read: what a frame shows is found out later, on nobody's time.
        thread::spawn(move || {
            let (mut bytes, mut rest) = (vec![0; 65536], Vec::new());
            while let Ok(read @ 1..) = output.read(&mut bytes) {
                let at = Instant::now();
                rest.extend_from_slice(&bytes[..read]);
                while let Some(end) = memchr::memmem::find(&rest, END) {
                    let after = rest.split_off(end + END.len());
                    let bytes = mem::replace(&mut rest, after);
                    if to.send(Frame { at, bytes }).is_err() {
                        return;
                    }
                }
            }
        });
        Ok(Self {
            child,
            keys,
            frames,
            terminal: vt100::Parser::new(rows, columns, 0),
            _master: pair.master,
            started,
        })
    }

    /// From the start of the process to its first frame.
    pub(crate) fn first_frame(&mut self) -> anyhow::Result<Duration> {
        let frame = self.frames.recv_timeout(LIMIT).context("no frame came")?;
        self.terminal.process(&frame.bytes);
        Ok(frame.at - self.started)
    }

    /// From a key to the next frame.
    pub(crate) fn press(&mut self, key: &str) -> anyhow::Result<Duration> {
        while let Ok(frame) = self.frames.try_recv() {
            self.terminal.process(&frame.bytes);
        }
        let pressed = self.send(key)?;
        let frame = self
            .frames
            .recv_timeout(LIMIT)
            .with_context(|| format!("no frame after {key:?}"))?;
        self.terminal.process(&frame.bytes);
        Ok(frame.at - pressed)
    }

    /// From a key to what it leads to in the end.
    pub(crate) fn settle(&mut self, key: &str) -> anyhow::Result<Settled> {
        let pressed = self.send(key)?;
        let (mut last, mut listed, mut list) = (pressed, pressed, Vec::new());
        while let Ok(frame) = self.frames.recv_timeout(QUIET) {
            last = frame.at;
            self.terminal.process(&frame.bytes);
            let shown = self.list();
            if shown != list {
                (listed, list) = (frame.at, shown);
            }
        }
        Ok(Settled {
            list: listed - pressed,
            all: last - pressed,
        })
    }

    /// The lines of the list, as they are shown now.
    fn list(&self) -> Vec<String> {
        let lines = self.terminal.screen().rows(0, SIZE.cols);
        lines
            .skip(HEAD)
            .take(usize::from(SIZE.rows) - HEAD - 1)
            .collect()
    }

    /// Waits for a frame that should not come.
    pub(crate) fn wait_for_nothing(&self, time: Duration) {
        let _ = self.frames.recv_timeout(time);
    }

    fn send(&mut self, key: &str) -> anyhow::Result<Instant> {
        let pressed = Instant::now();
        self.keys.write_all(key.as_bytes())?;
        self.keys.flush()?;
        Ok(pressed)
    }

    /// The process.
    pub(crate) fn observed(&self) -> anyhow::Result<Observed> {
        let process = self.child.process_id();
        Ok(Observed(process.context("the process is gone")?))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
