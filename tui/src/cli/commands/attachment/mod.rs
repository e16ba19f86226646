//! `luka attach` and `luka attachment …`: files kept with transactions.
//!
//! `viewer` shows one to a person; everything else is told as other things with names are.

mod line;
mod viewer;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use domain::attachment::MAX_BYTES;
use ops::attachment::NewAttachment;

use super::names::{Desk, Done, object};
use crate::cli::args::attachment::{Attach, AttachmentCommand, AttachmentExport};
use crate::cli::bank_file::read_at_most;
use crate::cli::error::{Failure, OrExplain as _, read_failure};
use crate::cli::session::Session;
use crate::i18n::text;

use line::{Line, columns};

/// Keeps files with a transaction.
pub(crate) fn attach(session: &Session, args: &Attach) -> Result<(), Failure> {
    let texts = &session.texts;
    let read = |path: &PathBuf| read_file(session, path);
    let files: Vec<NewAttachment> = args.files.iter().map(read).collect::<Result<_, _>>()?;
    let mut desk = Desk::open(session)?;
    let kept = desk.book.attach(&args.id, &files).or_explain(texts)?;
    let lines: Vec<Line> = kept.iter().map(Line::of).collect();
    if session.format()?.is_json() {
        return session.document(&serde_json::json!({ "attachments": lines }));
    }
    for line in &lines {
        session.say(&desk.sentence(Done::Added, line.name()));
    }
    Ok(())
}

fn read_file(session: &Session, path: &Path) -> Result<NewAttachment, Failure> {
    let content = read_at_most(path, MAX_BYTES, &session.texts)?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(NewAttachment {
        name: name.to_string_lossy().into_owned(),
        content,
    })
}

/// Lists, shows, writes out or removes what is kept.
pub(crate) fn run(session: &Session, command: &AttachmentCommand) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    match command {
        AttachmentCommand::List { of } => list(&desk, of.as_deref()),
        AttachmentCommand::Open { attachment } => {
            let found = desk.book.attachment(attachment);
            let (found, content) = found.or_explain(&session.texts)?;
            viewer::show(session, &found.name, &content)
        }
        AttachmentCommand::Export(args) => export(&desk, args),
        AttachmentCommand::Rm { attachments } => remove(&mut desk, attachments),
    }
}

fn list(desk: &Desk<'_>, of: Option<&str>) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let found = desk.book.attachments(of).or_explain(texts)?;
    let language = texts.language();
    let line =
        |one: &ops::attachment::Attached| Line::with(&one.attachment, &one.transaction, language);
    let lines: Vec<Line> = found.iter().map(line).collect();
    desk.list("attachments", columns(desk), &lines)
}

/// Writes the content to a file, or to stdout where a program reads it.
fn export(desk: &Desk<'_>, args: &AttachmentExport) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let found = desk.book.attachment(&args.attachment);
    let (found, content) = found.or_explain(texts)?;
    let Some(to) = &args.to else {
        let mut out = io::stdout().lock();
        let written = out.write_all(&content).and_then(|()| out.flush());
        return written.map_err(|error| read_failure(texts, Path::new("-"), &error));
    };
    let path = if to.is_dir() {
        to.join(&found.name)
    } else {
        to.clone()
    };
    super::file::create(&path, texts, |file| {
        let written = file.write_all(&content);
        written.map_err(|error| read_failure(texts, &path, &error))
    })?;
    let path = path.display().to_string();
    let sentence = text!(texts, "say-attachment-written", path = path);
    desk.done("attachment", object(&Line::of(&found)), &[], &sentence)
}

fn remove(desk: &mut Desk<'_>, ids: &[String]) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let removed = desk.book.remove_attachments(ids).or_explain(texts)?;
    let lines: Vec<Line> = removed.iter().map(Line::of).collect();
    if desk.session.format()?.is_json() {
        return desk
            .session
            .document(&serde_json::json!({ "attachments": lines }));
    }
    for line in &lines {
        let sentence = desk.sentence(Done::Removed, line.name());
        desk.session.say(&sentence);
    }
    Ok(())
}
