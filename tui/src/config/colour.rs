//! When the command line writes in colour.

use clap::ValueEnum;

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColourWish {
    /// On a terminal that has not been told otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
