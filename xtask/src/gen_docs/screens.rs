//! Pictures of the screens: `luka demo` on a pseudo-terminal, at a fixed moment, driven by keys.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::svg;
use crate::workspace::Workspace;

/// A picture: its name, the language, the size, what is pressed, and what must be seen then.
struct Shot {
    name: &'static str,
    language: &'static str,
    size: (u16, u16),
    keys: &'static [&'static str],
    sees: &'static [&'static str],
}

const SHOTS: &[Shot] = &[
    Shot {
        name: "month",
        language: "en_US.UTF-8",
        size: (110, 34),
        keys: &["h"],
        sees: &["Feb 2026", "Net worth", "Saving goals", "Balances"],
    },
    Shot {
        name: "transactions",
        language: "en_US.UTF-8",
        size: (100, 28),
        keys: &["2", "/", "cat:food amt:>5000", "\r", "jjj"],
        sees: &["Transactions", "cat:food amt:>5000", "rows"],
    },
    Shot {
        name: "entry",
        language: "es_CL.UTF-8",
        size: (80, 24),
        keys: &["a", "Kiosco\t", "2*4990\t", "almu\t"],
        sees: &["Agregar", "$9.980", "Almuerzo"],
    },
];

/// When a picture is given up.
const LIMIT: Duration = Duration::from_mins(1);
/// Between a key and the next nothing is drawn for so long when all is there.
const QUIET: Duration = Duration::from_millis(400);

/// Draws all pictures into a folder.
pub(super) fn draw(workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    for shot in SHOTS {
        let picture =
            take(workspace, shot).with_context(|| format!("the picture {}", shot.name))?;
        fs::write(folder.join(format!("{}.svg", shot.name)), picture)?;
    }
    Ok(())
}

fn take(workspace: &Workspace, shot: &Shot) -> anyhow::Result<String> {
    let home = tempfile::tempdir()?;
    let (columns, rows) = shot.size;
    let pair = native_pty_system().openpty(PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    })?;
    let mut command = CommandBuilder::new(workspace.target.join("debug").join("luka"));
    command.arg("demo");
    command.env_clear();
    command.env("HOME", home.path());
    command.env("TMPDIR", home.path());
    command.env("TERM", "xterm-256color");
    command.env("LANG", shot.language);
    command.env("LUKA_NOW", "2026-03-14T12:00:00Z");
    let mut child = pair.slave.spawn_command(command)?;
    drop(pair.slave);
    let mut keys = pair.master.take_writer()?;
    let bytes = listen(pair.master.try_clone_reader()?);
    let size = |n: u16| n.try_into().context("a size of nothing");
    let mut parser = vt100::Parser::new(size(rows)?, size(columns)?, 0);
    // The month of the demo: only then is everything made.
    until_seen(
        &mut parser,
        &bytes,
        &["luka", "made-up data"],
        &["datos inventados"],
    )?;
    for key in shot.keys {
        keys.write_all(key.as_bytes())?;
        keys.flush()?;
        while let Ok(more) = bytes.recv_timeout(QUIET) {
            parser.process(&more);
        }
    }
    until_seen(&mut parser, &bytes, shot.sees, shot.sees)?;
    let picture = svg::of(parser.screen());
    child.kill()?;
    child.wait()?;
    Ok(picture)
}

fn listen(mut output: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (to, from) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = vec![0; 65536];
        while let Ok(read @ 1..) = output.read(&mut bytes) {
            if to.send(bytes[..read].to_vec()).is_err() {
                return;
            }
        }
    });
    from
}

/// Reads until one or the other list of texts is seen.
fn until_seen(
    parser: &mut vt100::Parser,
    bytes: &Receiver<Vec<u8>>,
    one: &[&str],
    other: &[&str],
) -> anyhow::Result<()> {
    let begun = Instant::now();
    loop {
        let contents = parser.screen().contents();
        let seen = |texts: &[&str]| texts.iter().all(|text| contents.contains(text));
        if seen(one) || seen(other) {
            return Ok(());
        }
        let left = LIMIT.saturating_sub(begun.elapsed());
        match bytes.recv_timeout(left) {
            Ok(more) => parser.process(&more),
            Err(_) => bail!("never saw {one:?} on\n{contents}"),
        }
    }
}
