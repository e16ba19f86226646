//! The containers of workbooks, byte by byte, as no honest program writes them.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

/// A zip of some files, and of one with so many zeros.
pub(crate) fn excel(files: &[(&str, &str)], zeros: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(1));
    for (name, text) in files {
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    if zeros > 0 {
        archive
            .start_file("xl/worksheets/sheet1.xml", options)
            .unwrap();
        let block = vec![0; 1 << 20];
        for _ in 0..zeros >> 20 {
            archive.write_all(&block).unwrap();
        }
    }
    archive.finish().unwrap().into_inner()
}

/// The same archive with other texts in its parts.
pub(crate) fn rewritten(archive: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        new.start_file(name, SimpleFileOptions::default()).unwrap();
        new.write_all(change(&text).as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let long = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &long.to_le_bytes(), data].concat()
}

/// The records of a BIFF8 workbook with one sheet, which its directory names so many times.
pub(crate) fn records(cells: &[(u16, u16, &str)], names: &[u8]) -> Vec<u8> {
    records_of(cells, names, 0x0600)
}

/// The same of a version. A cell `@46055` is a number that is shown as a date.
pub(crate) fn records_of(cells: &[(u16, u16, &str)], names: &[u8], version: u16) -> Vec<u8> {
    let is_old = version == 0x0500;
    let flags: &[u8] = if is_old { &[] } else { &[0] };
    let begin = |kind: u16| {
        let data = [version, kind, 0x0dbb, 0x07cc]
            .map(u16::to_le_bytes)
            .concat();
        record(0x0809, &[&data[..], &[0; 8]].concat())
    };
    let style = |format: u16| record(0x00e0, &[0, format].map(u16::to_le_bytes).concat());
    let mut book = [begin(5), style(0), style(14)].concat();
    let entry = 4 + 7 + flags.len() + 6;
    let place = u32::try_from(book.len() + entry * names.len() + 4).unwrap();
    for (at, _) in names.iter().enumerate() {
        let name = format!("Hoja{:02}", at % 100);
        let data = [&place.to_le_bytes()[..], &[0, 0, 6], flags, name.as_bytes()].concat();
        book.extend(record(0x85, &data));
    }
    book.extend(record(0x0a, &[]));
    book.extend(begin(0x10));
    for (row, column, cell) in cells {
        let style = u16::from(cell.starts_with('@'));
        let place = [*row, *column, style].map(u16::to_le_bytes).concat();
        if let Some(number) = cell.strip_prefix(['=', '@']) {
            let number: f64 = number.parse().unwrap();
            let data = [&place[..], &number.to_le_bytes()].concat();
            book.extend(record(0x0203, &data));
        } else {
            // Both versions of these tests write one byte for a letter.
            let letters: Vec<u8> = cell.chars().map(|c| u8::try_from(c).unwrap()).collect();
            let long = u16::try_from(letters.len()).unwrap().to_le_bytes();
            book.extend(record(
                0x0204,
                &[&place[..], &long, flags, &letters].concat(),
            ));
        }
    }
    book.extend(record(0x0a, &[]));
    book
}

/// A compound file with one stream.
pub(crate) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = stream.len() / 512;
    let tables = (sectors + 2).div_ceil(127).max(1);
    let (directory, first) = (
        u32::try_from(tables).unwrap(),
        u32::try_from(tables + 1).unwrap(),
    );
    let mut fat: Vec<u32> = vec![0xffff_fffd; tables];
    fat.push(0xffff_fffe);
    for at in 1..sectors {
        fat.push(first + u32::try_from(at).unwrap());
    }
    fat.push(0xffff_fffe);
    fat.resize(tables * 128, 0xffff_ffff);
    let mut head = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    head.extend([0; 16]);
    head.extend([0x3e_u16, 3, 0xfffe, 9, 6].map(u16::to_le_bytes).concat());
    head.extend([0; 6]);
    let numbers = [
        0,
        u32::try_from(tables).unwrap(),
        directory,
        0,
        4096,
        0xffff_fffe,
        0,
        0xffff_fffe,
        0,
    ];
    head.extend(numbers.map(u32::to_le_bytes).concat());
    for at in 0..109 {
        let place = if at < tables {
            u32::try_from(at).unwrap()
        } else {
            u32::MAX
        };
        head.extend(place.to_le_bytes());
    }
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend(u16::try_from(name.len() * 2 + 2).unwrap().to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend([u32::MAX, u32::MAX, child].map(u32::to_le_bytes).concat());
        entry.extend([0; 36]);
        entry.extend(start.to_le_bytes());
        entry.extend(u64::try_from(size).unwrap().to_le_bytes());
        entry
    };
    let mut file = head;
    file.extend(fat.iter().flat_map(|number| number.to_le_bytes()));
    let mut folder = entry("Root Entry", 5, 1, 0xffff_fffe, 0);
    folder.extend(entry(name, 2, u32::MAX, first, stream.len()));
    folder.resize(512, 0);
    file.extend(folder);
    file.extend(stream);
    file
}
