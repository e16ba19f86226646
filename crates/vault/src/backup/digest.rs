//! Digests of pages and of the file that they make: one pass of BLAKE3 gives both.
//!
//! BLAKE3 is a tree over chunks of 1 KiB, so an aligned page of 4 KiB is a whole subtree, and its
//! chaining value tells a changed page from an unchanged one. The root over all pages is the plain
//! BLAKE3 of the file, as `b3sum` prints it (BLAKE3 specification, section 2.1).

use blake3::hazmat::{
    ChainingValue, HasherExt as _, Mode, merge_subtrees_non_root, merge_subtrees_root,
};
use data_encoding::HEXLOWER;

/// The size of a page in bytes: what SQLCipher writes.
pub const PAGE_SIZE: usize = 4096;

/// Tells whether a page changed: 16 bytes of its chaining value at its place in the file.
pub type PageDigest = [u8; 16];

/// The BLAKE3 of a whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileDigest([u8; 32]);

impl FileDigest {
    /// Reads 64 hex digits.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let bytes = HEXLOWER.decode(digits.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// The 64 hex digits that `b3sum` prints.
    pub fn to_hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }
}

/// The first 16 bytes of the BLAKE3 of a text: a name for what is immutable.
pub fn short_digest(text: &[u8]) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&blake3::hash(text).as_bytes()[..16]);
    short
}

/// Takes the pages of a file one after the other.
#[derive(Debug, Default)]
pub struct FileHasher {
    /// The chaining values of whole subtrees, the largest first.
    subtrees: Vec<ChainingValue>,
    pages: u64,
    /// The last page's, which is not merged before it is known whether another follows.
    last: Option<ChainingValue>,
    /// The hash of the first page, in case it stays the only one.
    first: Option<[u8; 32]>,
}

impl FileHasher {
    /// Nothing so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next page.
    pub fn page(&mut self, page: &[u8; PAGE_SIZE]) -> PageDigest {
        if self.pages == 0 {
            self.first = Some(blake3::hash(page).into());
        }
        if let Some(last) = self.last.take() {
            self.push(last);
        }
        let mut hasher = blake3::Hasher::new();
        hasher.set_input_offset(self.pages * PAGE_SIZE as u64);
        hasher.update(page);
        let value = hasher.finalize_non_root();
        self.pages += 1;
        self.last = Some(value);
        let mut digest = [0; 16];
        digest.copy_from_slice(&value[..16]);
        digest
    }

    /// Adds a page that is known not to be the last: subtrees of equal size become one.
    fn push(&mut self, mut value: ChainingValue) {
        let mut whole = self.pages;
        while whole & 1 == 0 {
            let Some(left) = self.subtrees.pop() else {
                break;
            };
            value = merge_subtrees_non_root(&left, &value, Mode::Hash);
            whole >>= 1;
        }
        self.subtrees.push(value);
    }

    /// The digest of the whole file.
    pub fn finish(mut self) -> FileDigest {
        let (Some(mut value), Some(first)) = (self.last, self.first) else {
            return FileDigest(blake3::hash(&[]).into());
        };
        if self.pages == 1 {
            return FileDigest(first);
        }
        while let Some(left) = self.subtrees.pop() {
            if self.subtrees.is_empty() {
                return FileDigest(merge_subtrees_root(&left, &value, Mode::Hash).into());
            }
            value = merge_subtrees_non_root(&left, &value, Mode::Hash);
        }
        FileDigest(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_plain_blake3_of_the_file() {
        for pages in 0..70_usize {
            let file: Vec<u8> = (0..pages * PAGE_SIZE)
                .map(|i| u8::try_from(i * 31 % 251).unwrap())
                .collect();
            let mut hasher = FileHasher::new();
            for page in file.as_chunks::<PAGE_SIZE>().0 {
                hasher.page(page);
            }
            assert_eq!(
                hasher.finish().to_hex(),
                blake3::hash(&file).to_hex().as_str(),
                "{pages} pages"
            );
        }
    }

    #[test]
    fn a_page_has_the_same_digest_in_any_file_at_the_same_place() {
        let (zero, one) = ([0; PAGE_SIZE], [1; PAGE_SIZE]);
        let (mut a, mut b) = (FileHasher::new(), FileHasher::new());
        assert_ne!(a.page(&zero), b.page(&one));
        assert_eq!(a.page(&zero), b.page(&zero));
        assert_ne!(a.page(&zero), b.page(&one));
    }
}
