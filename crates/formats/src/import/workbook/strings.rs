//! The table of texts that the cells of a BIFF8 workbook share. It goes on over several records,
//! and in the middle of a text the width of its letters may change.

use super::grid::Cell;
use crate::import::error::ReadError;

/// The most bytes of all texts.
const MAX_TEXTS: usize = 256 << 20;
/// The most letters of a text that are kept.
const MAX_LETTERS: usize = 4000;

/// The texts by their number.
#[derive(Debug, Default)]
pub(super) struct Texts(Vec<Box<str>>);

impl Texts {
    /// Reads the table from the data of its records.
    pub(super) fn read(parts: &[&[u8]]) -> Result<Self, ReadError> {
        let mut table = Table {
            parts,
            part: 0,
            at: 8,
        };
        let mut texts = Vec::new();
        let mut size = 0;
        while let Some(text) = table.text() {
            size += text.len() + 16;
            if size > MAX_TEXTS {
                return Err(ReadError::DamagedWorkbook);
            }
            texts.push(text.into_boxed_str());
        }
        Ok(Self(texts))
    }

    /// The text with a number.
    pub(super) fn get(&self, number: u32) -> Option<Cell> {
        Cell::text(self.0.get(usize::try_from(number).ok()?)?)
    }
}

struct Table<'p, 'b> {
    parts: &'p [&'b [u8]],
    part: usize,
    at: usize,
}

impl<'b> Table<'_, 'b> {
    fn rest(&self) -> Option<&'b [u8]> {
        self.parts.get(self.part)?.get(self.at..)
    }

    /// Goes to the next record when this one is used up.
    fn settle(&mut self) -> Option<()> {
        while self.rest().is_none_or(<[u8]>::is_empty) {
            self.part += 1;
            self.at = 0;
            self.parts.get(self.part)?;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.settle()?;
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            self.settle()?;
            let here = self.rest()?.len().min(bytes);
            self.at += here;
            bytes -= here;
        }
        Some(())
    }

    /// The next text; none at the end, or where the table is damaged.
    fn text(&mut self) -> Option<String> {
        let mut left = usize::from(self.short()?);
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.short()? };
        let extra = if flags & 4 == 0 {
            0
        } else {
            u32::from(self.short()?) | (u32::from(self.short()?) << 16)
        };
        let mut wide = flags & 1 == 1;
        let mut text = String::new();
        while left > 0 {
            if self.rest().is_none_or(<[u8]>::is_empty) {
                // In the next record a byte says how wide the letters are from there on.
                wide = self.byte()? & 1 == 1;
            }
            let rest = self.rest()?;
            let each = if wide { 2 } else { 1 };
            let here = (rest.len() / each).min(left);
            if here == 0 {
                return None;
            }
            text.push_str(&wide_or_narrow(rest, here, wide));
            self.at += here * each;
            left -= here;
        }
        self.skip(usize::from(runs) * 4)?;
        self.skip(usize::try_from(extra).ok()?)?;
        Some(text)
    }
}

/// So many letters of two bytes or of one.
pub(super) fn wide_or_narrow(bytes: &[u8], letters: usize, wide: bool) -> String {
    let letters = letters.min(MAX_LETTERS);
    if wide {
        let units = bytes.chunks_exact(2).take(letters);
        let units = units.map(|two| u16::from_le_bytes([two[0], two[1]]));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or('\u{fffd}'))
            .collect()
    } else {
        bytes
            .iter()
            .take(letters)
            .map(|byte| char::from(*byte))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_record_with_other_letters() {
        let first = [&[9u8, 0, 0, 0, 2, 0, 0, 0][..], &[5, 0, 0], b"ab"].concat();
        // Wide from here on; then a rich text with two runs, then one that is cut.
        let second = [
            &[1u8, b'c', 0, 0xac, 0x20, b'd', 0][..],
            &[2, 0, 8, 2, 0],
            b"xy",
            &[0; 8],
            &[9, 0, 0, b'z'],
        ]
        .concat();
        let texts = Texts::read(&[&first, &second]).unwrap();
        assert_eq!(texts.0, ["abc€d".into(), "xy".into()]);
        assert_eq!(texts.get(7), None);
    }
}
