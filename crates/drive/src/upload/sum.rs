//! The length and checksum of what is to be put, read a step at a time.

use std::io::Read as _;

use backup::{Progress, RemoteError, Staged};
use data_encoding::HEXLOWER;
use md5::{Digest as _, Md5};

const STEP: usize = 256 * 1024;

/// What Drive should say of the file when it has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) size: u64,
    pub(crate) md5: String,
}

impl Sum {
    pub(crate) fn of(staged: &Staged, progress: &dyn Progress) -> Result<Self, RemoteError> {
        let mut file = staged.open()?;
        let mut md5 = Md5::new();
        let mut buffer = vec![0; STEP];
        let mut size = 0;
        loop {
            if progress.is_cancelled() {
                return Err(RemoteError::Cancelled);
            }
            let found = file
                .read(&mut buffer)
                .map_err(|source| RemoteError::io(staged.path(), source))?;
            if found == 0 {
                break;
            }
            md5.update(&buffer[..found]);
            size += found as u64;
        }
        Ok(Self {
            size,
            md5: HEXLOWER.encode(&md5.finalize()),
        })
    }
}

/// All bytes of a small one.
pub(crate) fn bytes(staged: &Staged) -> Result<Vec<u8>, RemoteError> {
    let mut bytes = Vec::new();
    let read = staged.open()?.read_to_end(&mut bytes);
    read.map_err(|source| RemoteError::io(staged.path(), source))?;
    Ok(bytes)
}
