//! How far a long piece of work is, and whether somebody wants it to stop.

/// Watches work that takes a while. Implementations are cheap: they are called for each piece.
pub trait Progress: Sync {
    /// Says how much work is known to lie ahead, in bytes.
    fn expect(&self, _bytes: u64) {}

    /// Says that so many bytes are done.
    fn advance(&self, _bytes: u64) {}

    /// Whether to stop at the next good place.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Progress for Unwatched {}
