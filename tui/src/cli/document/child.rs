//! The process that takes a PDF apart, and how long it is waited for.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ops::import::{DocumentText, ReadError};

use super::read::{ENCRYPTED, NO_TEXT};

/// How long a program may take for a document.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
/// The most bytes that a program may say.
const MOST: u64 = 64 << 20;

/// The words of a PDF.
pub(super) fn words_of_pdf(bytes: Vec<u8>) -> Result<Vec<u8>, ReadError> {
    let damaged = ReadError::DamagedDocument;
    let program = std::env::current_exe().map_err(|_| damaged.clone())?;
    let mut command = Command::new(program);
    command.arg("read-document").env_clear();
    let said = answer(command, bytes).ok_or_else(|| damaged.clone())?;
    // What the crate prints by itself stands above, in lines of its own.
    let last = said
        .rsplitn(2, |byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    if last == ENCRYPTED.as_bytes() {
        return Err(ReadError::EncryptedDocument);
    }
    if last == NO_TEXT.as_bytes() {
        return Err(ReadError::NoText);
    }
    let head = said.iter().rev().skip(last.len() + 1);
    let head = head.take_while(|byte| **byte != b'\n').count();
    let start = said.len().saturating_sub(last.len() + 1 + head);
    let words = said.get(start..).unwrap_or_default();
    DocumentText::from_bytes(words)?;
    Ok(words.to_vec())
}

/// What a program says about some bytes; nothing when it fails, says too much or takes too long.
pub(super) fn answer(mut command: Command, bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let said = converse(&mut child, bytes);
    if said.is_none() {
        let _ = child.kill();
    }
    let ended = child.wait().ok()?;
    said.filter(|_| ended.success())
}

fn converse(child: &mut Child, bytes: Vec<u8>) -> Option<Vec<u8>> {
    let (mut to, from) = (child.stdin.take()?, child.stdout.take()?);
    // Both end when the program does.
    thread::spawn(move || to.write_all(&bytes));
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut said = Vec::new();
        let read = from.take(MOST + 1).read_to_end(&mut said);
        let _ = sender.send(read.ok().map(|_| said));
    });
    let said = receiver.recv_timeout(PATIENCE).ok()??;
    (said.len() as u64 <= MOST).then_some(said)
}
