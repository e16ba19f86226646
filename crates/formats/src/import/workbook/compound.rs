//! Compound files, the container of Office documents before 2007: sectors in chains, a directory
//! of streams. Chains that go round, or lead out of the file, end the reading.

use crate::import::error::ReadError;

const END_OF_CHAIN: u32 = 0xffff_fff0;

/// The stream of a workbook's records.
pub(super) fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let file = Compound::open(bytes).ok_or(ReadError::DamagedWorkbook)?;
    if file.stream("EncryptedPackage").is_some() || file.stream("EncryptionInfo").is_some() {
        return Err(ReadError::Encrypted);
    }
    let book = file.stream("Workbook").or_else(|| file.stream("Book"));
    book.ok_or_else(|| ReadError::Unsupported {
        what: if file.stream("WordDocument").is_some() {
            "a text document (DOC)"
        } else {
            "an Office document that is no workbook"
        },
    })
}

pub(super) fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

/// A compound file: sectors in chains, a directory of streams.
struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini: Vec<u8>,
    directory: Vec<u8>,
}

impl<'b> Compound<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini: Vec::new(),
            directory: Vec::new(),
        };
        file.read_fat()?;
        file.directory = file.chain(number(bytes, 48)?)?;
        let mini_fat = file.chain(number(bytes, 60)?)?;
        file.mini_fat = mini_fat
            .chunks_exact(4)
            .filter_map(|four| number(four, 0))
            .collect();
        let root = number(&file.directory, 116)?;
        file.mini = file.chain(root)?;
        Some(file)
    }

    fn sector(&self, at: u32) -> Option<&'b [u8]> {
        let start = usize::try_from(at)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    fn read_fat(&mut self) -> Option<()> {
        let mut places: Vec<u32> = (0..109)
            .filter_map(|at| number(self.bytes, 76 + at * 4))
            .collect();
        let mut next = number(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector + 1;
        while next < END_OF_CHAIN && places.len() < most + 109 {
            let sector = self.sector(next)?;
            let (entries, last) = sector.split_at_checked(self.sector - 4)?;
            places.extend(entries.chunks_exact(4).filter_map(|four| number(four, 0)));
            next = number(last, 0)?;
        }
        for place in places.into_iter().filter(|place| *place < END_OF_CHAIN) {
            let sector = self.sector(place)?;
            self.fat
                .extend(sector.chunks_exact(4).filter_map(|four| number(four, 0)));
            if self.fat.len() > most + self.sector {
                break;
            }
        }
        Some(())
    }

    /// All bytes of a chain; none when it goes round.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = start;
        while at < END_OF_CHAIN {
            bytes.extend_from_slice(self.sector(at)?);
            if bytes.len() > self.bytes.len() {
                return None;
            }
            at = *self.fat.get(usize::try_from(at).ok()?)?;
        }
        Some(bytes)
    }

    fn mini_chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = start;
        while at < END_OF_CHAIN {
            let place = usize::try_from(at).ok()?;
            let begin = place.checked_mul(64)?;
            bytes.extend_from_slice(
                self.mini
                    .get(begin..begin.checked_add(64)?.min(self.mini.len()))?,
            );
            if bytes.len() > self.mini.len() {
                return None;
            }
            at = *self.mini_fat.get(place)?;
        }
        Some(bytes)
    }

    /// The bytes of a stream.
    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let entry = self.directory.chunks_exact(128).find(|entry| {
            let long = usize::from(short(entry, 64).unwrap_or(0)).saturating_sub(2);
            entry.get(..long) == Some(&wanted)
        })?;
        let (start, size) = (number(entry, 116)?, number(entry, 120)?);
        let mut bytes = if size < 4096 {
            self.mini_chain(start)?
        } else {
            self.chain(start)?
        };
        bytes.truncate(usize::try_from(size).ok()?);
        Some(bytes)
    }
}
