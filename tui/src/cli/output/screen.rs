//! What the other end of a stream is: a terminal with a width and colours, or something else.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _};

use crate::config::ColourWish;

/// A stream that we write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// Data.
    Stdout,
    /// Messages.
    Stderr,
}

/// What can be shown on a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    /// The columns of a terminal; `None` for anything else, where nothing is cut off.
    pub(crate) width: Option<usize>,
    /// Whether colours are wanted and understood.
    pub(crate) colour: bool,
}

const USUAL_WIDTH: usize = 80;

impl Screen {
    /// Looks at a stream. `--color` wins over `NO_COLOR`, which wins over the terminal.
    pub(crate) fn of(
        stream: Stream,
        wish: ColourWish,
        read: impl Fn(&str) -> Option<OsString>,
    ) -> Self {
        let terminal = match stream {
            Stream::Stdout => io::stdout().is_terminal(),
            Stream::Stderr => io::stderr().is_terminal(),
        };
        let set = |name| read(name).is_some_and(|value| !value.is_empty());
        let dumb = read("TERM").is_some_and(|term| term == "dumb");
        let colour = match wish {
            ColourWish::Always => true,
            ColourWish::Never => false,
            ColourWish::Auto => terminal && !dumb && !set("NO_COLOR"),
        };
        let columns = read("COLUMNS").and_then(|text| text.to_str()?.parse().ok());
        let width = terminal.then(|| {
            columns
                .or_else(window_width)
                .filter(|&columns| columns > 0)
                .unwrap_or(USUAL_WIDTH)
        });
        Self { width, colour }
    }

    /// A screen that is none: a file or a pipe.
    #[cfg(test)]
    pub(crate) const NONE: Self = Self {
        width: None,
        colour: false,
    };
}

/// Whether the program was started without a stdout.
///
/// The runtime puts `/dev/null` in its place, open for reading and writing; who wants nothing to be
/// shown opens it for writing.
pub(crate) fn is_closed() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let null = std::fs::metadata("/dev/null").map(|null| null.rdev());
    let stdout = rustix::fs::fstat(io::stdout()).map(|stdout| stdout.st_rdev);
    let both = rustix::fs::fcntl_getfl(io::stdout())
        .is_ok_and(|flags| flags & rustix::fs::OFlags::RWMODE == rustix::fs::OFlags::RDWR);
    both && null.is_ok_and(|null| stdout == Ok(null))
}

fn window_width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    Some(usize::from(size.ws_col))
}
