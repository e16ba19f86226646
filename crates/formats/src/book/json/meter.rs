//! A reader with an allowance, so that no single entry of a document can fill the memory.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// The most bytes of the head, and of each single item after it.
pub(super) const ALLOWANCE: u64 = 64 << 20;

/// How many bytes may still be read; renewed after each item. Clones share one count.
#[derive(Clone, Debug)]
pub(super) struct Allowance(Rc<Cell<u64>>);

impl Allowance {
    pub(super) fn new() -> Self {
        Self(Rc::new(Cell::new(ALLOWANCE)))
    }

    pub(super) fn renew(&self) {
        self.0.set(ALLOWANCE);
    }

    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

/// Reads until the allowance is spent.
pub(super) struct Metered<R> {
    inner: R,
    allowance: Allowance,
}

impl<R> Metered<R> {
    pub(super) const fn new(inner: R, allowance: Allowance) -> Self {
        Self { inner, allowance }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let read = u64::try_from(count).unwrap_or(u64::MAX);
        let left = self.allowance.0.get().saturating_sub(read);
        self.allowance.0.set(left);
        if left == 0 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(count)
    }
}
