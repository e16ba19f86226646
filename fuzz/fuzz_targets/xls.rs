//! The records of an XLS, in a compound file made here.
#![no_main]

use fuzz::{all_of, hints, split};

/// A compound file with one stream, as Excel writes it.
fn compound(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = stream.len() / 512;
    let tables = (sectors + 2).div_ceil(127).max(1);
    let [directory, first] = [tables, tables + 1].map(|at| u32::try_from(at).unwrap());
    let mut fat: Vec<u32> = vec![0xffff_fffd; tables];
    fat.push(0xffff_fffe);
    fat.extend((1..sectors).map(|at| first + u32::try_from(at).unwrap()));
    fat.push(0xffff_fffe);
    fat.resize(tables * 128, 0xffff_ffff);
    let mut file = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    file.extend([0; 16]);
    file.extend([0x3e_u16, 3, 0xfffe, 9, 6].map(u16::to_le_bytes).concat());
    file.extend([0; 6]);
    let tables = u32::try_from(tables).unwrap();
    let end = 0xffff_fffe;
    let numbers = [0, tables, directory, 0, 4096, end, 0, end, 0];
    file.extend(numbers.map(u32::to_le_bytes).concat());
    for at in 0..109 {
        file.extend((if at < tables { at } else { u32::MAX }).to_le_bytes());
    }
    file.extend(fat.iter().flat_map(|number| number.to_le_bytes()));
    let mut folder = entry("Root Entry", 5, 1, end, 0);
    folder.extend(entry("Workbook", 2, u32::MAX, first, stream.len()));
    folder.resize(512, 0);
    file.extend(folder);
    file.extend(stream);
    file
}

fn entry(name: &str, kind: u8, child: u32, start: u32, size: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(u16::try_from(name.len() * 2 + 2).unwrap().to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([u32::MAX, u32::MAX, child].map(u32::to_le_bytes).concat());
    entry.extend([0; 36]);
    entry.extend(start.to_le_bytes());
    entry.extend(u64::try_from(size).unwrap().to_le_bytes());
    entry
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (byte, stream) = split(data);
    all_of(&compound(stream), &hints(byte));
});
