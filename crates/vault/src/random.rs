//! Randomness, from the operating system and from nowhere else.
//!
//! There is no generator of our own to seed, fork or forget. A system that can't give randomness is
//! an error for the caller to show; nothing is ever made from a weaker source instead.

/// The operating system gave no randomness.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gave no randomness")]
pub struct RandomError(#[from] getrandom::Error);

/// Fills a buffer with random bytes.
pub(crate) fn fill(buffer: &mut [u8]) -> Result<(), RandomError> {
    Ok(getrandom::fill(buffer)?)
}

/// Makes a random array for values that are not secret (salts, nonces, identifiers).
pub(crate) fn public_bytes<const N: usize>() -> Result<[u8; N], RandomError> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}
