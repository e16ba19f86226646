//! Douglas Crockford's base 32, for codes that people copy by hand
//! (<https://www.crockford.com/base32.html>).
//!
//! Symbols of five bits; no I, L, O or U is ever printed. A reader's I and L are taken as 1, O as
//! 0, small letters as capitals. Bits are packed from the most significant down.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The symbol for the low five bits of `value`.
pub(super) fn symbol(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 0x1f)])
}

/// The five bits that a typed character means, if it means any.
pub(super) fn value(typed: char) -> Option<u8> {
    let canonical = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0..32).find(|&value| symbol(value) == canonical)
}

/// Splits bytes into five-bit values; `values` must be exactly as long as the bits need.
pub(super) fn spread(bytes: &[u8], values: &mut [u8]) {
    debug_assert_eq!(bytes.len() * 8, values.len() * 5);
    for (index, value) in values.iter_mut().enumerate() {
        *value = (0..5).fold(0, |bits, bit| bits << 1 | bit_at(bytes, 8, index * 5 + bit));
    }
}

/// Joins five-bit values into bytes; `bytes` must be exactly as long as the bits fill.
pub(super) fn gather(values: &[u8], bytes: &mut [u8]) {
    debug_assert_eq!(bytes.len() * 8, values.len() * 5);
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = (0..8).fold(0, |bits, bit| {
            bits << 1 | bit_at(values, 5, index * 8 + bit)
        });
    }
}

/// The bit at `position` in a row of `width`-bit words, most significant first.
fn bit_at(words: &[u8], width: usize, position: usize) -> u8 {
    words[position / width] >> (width - 1 - position % width) & 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_people_write() {
        assert_eq!(value('o'), Some(0));
        assert_eq!(value('l'), value('1'));
        assert_eq!(value('I'), Some(1));
        assert_eq!(value('z'), Some(31));
        assert_eq!(value('U'), None);
        assert_eq!(value('Ñ'), None);
    }

    #[test]
    fn packs_the_most_significant_bit_first() {
        let mut values = [0; 8];
        spread(&[0b1000_0000, 0, 0, 0, 1], &mut values);
        assert_eq!(values, [16, 0, 0, 0, 0, 0, 0, 1]);
    }

    proptest! {
        #[test]
        fn gather_undoes_spread(bytes: [u8; 20]) {
            let (mut values, mut back) = ([0; 32], [0; 20]);
            spread(&bytes, &mut values);
            gather(&values, &mut back);
            prop_assert_eq!(back, bytes);
            prop_assert!(values.iter().all(|&v| value(symbol(v)) == Some(v)));
        }
    }
}
