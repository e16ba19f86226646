//! Logs made by hand: what counts as committed, and what ends a log.

use std::fs;

use rstest::rstest;

use super::*;

/// A log with the frames (page, first byte of its content, size of the database at a commit).
fn log(big_endian: bool, salts: [u8; 8], frames: &[(u32, u8, u32)]) -> Vec<u8> {
    let mut checksum = Checksum {
        big_endian,
        salts,
        sums: (0, 0),
    };
    let mut log = Vec::new();
    log.extend((MAGIC | u32::from(big_endian)).to_be_bytes());
    log.extend(FORMAT.to_be_bytes());
    log.extend(4096_u32.to_be_bytes());
    log.extend([0; 4]);
    log.extend(salts);
    checksum.add(&log.clone());
    log.extend(checksum.sums.0.to_be_bytes());
    log.extend(checksum.sums.1.to_be_bytes());
    for &(page, content, commits) in frames {
        let mut header = Vec::new();
        header.extend(page.to_be_bytes());
        header.extend(commits.to_be_bytes());
        checksum.add(&header);
        checksum.add(&[content; PAGE_SIZE]);
        header.extend(salts);
        header.extend(checksum.sums.0.to_be_bytes());
        header.extend(checksum.sums.1.to_be_bytes());
        log.extend(header);
        log.extend([content; PAGE_SIZE]);
    }
    log
}

fn taken(log: &[u8]) -> WalCopy {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("wal");
    fs::write(&path, log).unwrap();
    WalCopy::take(&path, dir.path()).unwrap()
}

/// The first bytes of pages 1 to 4 over a file of zeros, and the size.
fn seen(copy: &WalCopy) -> (Vec<u8>, Option<u32>) {
    let mut pages = vec![[0; PAGE_SIZE]; 4];
    copy.overlay(1, &mut pages).unwrap();
    (
        pages.iter().map(|page| page[0]).collect(),
        copy.page_count(),
    )
}

const FRAMES: &[(u32, u8, u32)] = &[(1, 11, 0), (2, 12, 3), (2, 22, 0), (4, 24, 4), (3, 33, 0)];

#[rstest]
#[case::little_endian(false)]
#[case::big_endian(true)]
fn the_newest_committed_page_counts_and_what_is_not_committed_does_not(#[case] big: bool) {
    let copy = taken(&log(big, [1; 8], FRAMES));
    assert_eq!(seen(&copy), (vec![11, 22, 0, 24], Some(4)));
    assert_eq!(copy.frames, 4);
}

#[test]
fn a_log_ends_at_the_first_frame_that_does_not_fit() {
    let whole = log(false, [1; 8], FRAMES);
    let frame = FRAME_HEADER + PAGE_SIZE;
    for flipped in [
        HEADER + 2 * frame + 5,
        HEADER + 3 * frame + FRAME_HEADER + 7,
    ] {
        let mut log = whole.clone();
        log[flipped] ^= 1;
        assert_eq!(seen(&taken(&log)), (vec![11, 12, 0, 0], Some(3)));
    }
    for cut in [HEADER + 4 * frame - 1, HEADER + 2 * frame + 30] {
        assert_eq!(seen(&taken(&whole[..cut])).1, Some(3));
    }
}

#[test]
fn frames_of_an_earlier_round_do_not_count() {
    let mut restarted = log(false, [2; 8], &[(1, 99, 1)]);
    let old = log(false, [1; 8], FRAMES);
    restarted.extend(&old[restarted.len()..]);
    assert_eq!(seen(&taken(&restarted)), (vec![99, 0, 0, 0], Some(1)));
}

#[rstest]
#[case::empty(&[])]
#[case::a_part_of_a_header(&[0x37, 0x7f, 0x06, 0x82])]
#[case::foreign(&[7; 5000])]
fn what_is_no_log_has_no_pages(#[case] bytes: &[u8]) {
    assert_eq!(seen(&taken(bytes)), (vec![0; 4], None));
}

#[test]
fn commits_that_the_users_have_seen_are_missed() {
    let whole = log(false, [1; 8], FRAMES);
    let index = WalIndex {
        frames: 4,
        salts: [1; 8],
    };
    assert!(!taken(&whole).lacks_commits_of(&index));
    let mut flipped = whole.clone();
    flipped[HEADER + 2 * (FRAME_HEADER + PAGE_SIZE) + 40] ^= 1;
    assert!(taken(&flipped).lacks_commits_of(&index));
    // A log that was started anew is not yet in the file: all of the old one is in the database.
    let restarted = WalIndex {
        frames: 0,
        salts: [3; 8],
    };
    assert!(!taken(&whole).lacks_commits_of(&restarted));
}

#[test]
fn a_large_copy_goes_to_the_disk_and_reads_the_same() {
    let frames: Vec<_> = (1..=2200)
        .map(|page| (page, u8::try_from(page % 251).unwrap(), page))
        .collect();
    let copy = taken(&log(false, [1; 8], &frames));
    let mut pages = vec![[0; PAGE_SIZE]; 3];
    copy.overlay(2000, &mut pages).unwrap();
    let first: Vec<_> = pages.iter().map(|page| u32::from(page[0])).collect();
    assert_eq!(first, [2000 % 251, 2001 % 251, 2002 % 251]);
}
