//! `luka` on a pseudo-terminal: keys in, frames out, timed.
//!
//! Each frame of the screens is one synchronized update, so the end of a frame can be seen in the
//! bytes; no door into the program is needed.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use super::place::Place;

/// Columns and rows: a large window, where there is most to draw.
const SIZE: PtySize = PtySize {
    rows: 50,
    cols: 160,
    pixel_width: 0,
    pixel_height: 0,
};
/// What ends a frame.
const END: &[u8] = b"\x1b[?2026l";
/// When nothing came for so long, nothing more comes.
const QUIET: Duration = Duration::from_millis(700);
/// When a frame is given up.
const LIMIT: Duration = Duration::from_secs(20);

/// A running program.
pub(crate) struct Screen {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    /// When the end of a frame was read.
    frames: Receiver<Instant>,
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
        thread::spawn(move || {
            let (mut bytes, mut tail) = (vec![0; 65536], Vec::new());
            while let Ok(read @ 1..) = output.read(&mut bytes) {
                tail.extend_from_slice(&bytes[..read]);
                if tail.windows(END.len()).any(|window| window == END)
                    && to.send(Instant::now()).is_err()
                {
                    return;
                }
                let kept = tail.len().saturating_sub(END.len() - 1);
                tail.drain(..kept);
            }
        });
        Ok(Self {
            child,
            keys,
            frames,
            _master: pair.master,
            started,
        })
    }

    /// From the start of the process to its first frame.
    pub(crate) fn first_frame(&self) -> anyhow::Result<Duration> {
        let frame = self.frames.recv_timeout(LIMIT).context("no frame came")?;
        Ok(frame - self.started)
    }

    /// From a key to the next frame.
    pub(crate) fn press(&mut self, key: &str) -> anyhow::Result<Duration> {
        while self.frames.try_recv().is_ok() {}
        let pressed = self.send(key)?;
        let frame = self
            .frames
            .recv_timeout(LIMIT)
            .with_context(|| format!("no frame after {key:?}"))?;
        Ok(frame - pressed)
    }

    /// From a key to the last frame that it leads to.
    pub(crate) fn settle(&mut self, key: &str) -> anyhow::Result<Duration> {
        let pressed = self.send(key)?;
        let mut last = pressed;
        while let Ok(frame) = self.frames.recv_timeout(QUIET) {
            last = frame;
        }
        Ok(last - pressed)
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

    /// The memory that the process holds, in KiB.
    pub(crate) fn resident_kib(&self) -> anyhow::Result<u64> {
        let status = self.proc("status")?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .context("no VmRSS")?;
        let number = line.split_whitespace().next().context("no VmRSS")?;
        Ok(number.parse()?)
    }

    /// The ticks of CPU that the process has used.
    pub(crate) fn ticks(&self) -> anyhow::Result<u64> {
        let stat = self.proc("stat")?;
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let mut fields = fields.split_whitespace().skip(11);
        let mut next = || {
            fields
                .next()
                .context("no times")
                .and_then(|n| Ok(n.parse::<u64>()?))
        };
        Ok(next()? + next()?)
    }

    fn proc(&self, file: &str) -> anyhow::Result<String> {
        let Some(process) = self.child.process_id() else {
            bail!("the process is gone");
        };
        Ok(std::fs::read_to_string(format!("/proc/{process}/{file}"))?)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
