//! Booking what is new: all files in one operation, one undo.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat};
use domain::Money;
use domain::id::{BatchId, TransactionId};
use domain::statement::{Batch, Reason, Verdict};
use formats::import::{Row, Statement};
use store::{StoreError, Verb, Writer};

use super::accounts::{Target, Targets, remember, targets};
use super::book_row::Booker;
use super::confirm::{Confirmation, confirm};
use super::decide::decide;
use super::judge::{Earlier, Judgement, judge, row_amount};
use super::kept_row::KeptRow;
use super::proposals::{Booked, Finding, propose_transfers};
use super::read::read_file;
use super::waiting::Waiting;
use super::{BankFile, Decision, Import, ImportError, ImportedFile, RowVerdict};
use crate::Book;
use crate::habits::SUGGESTED;
use crate::progress::Work;

impl Book {
    /// Says what an import would do, without doing it.
    pub fn preview_import(
        &self,
        files: &[BankFile],
        request: &Import,
    ) -> Result<Vec<ImportedFile>, ImportError> {
        let currency = self.currency_for(request)?;
        let mut earlier = Earlier::default();
        let mut preview = |file: &BankFile| {
            let (name, statement) = read_file(self, file, request, currency)?;
            let targets = targets(self.view(), &name, &statement, request)?;
            let mut judgement = judge(self.view(), &name, &statement, &targets, request, &earlier)?;
            decide(&statement, &mut judgement, &file.decisions);
            if files.len() > 1 {
                earlier.learn(&statement, &targets, &judgement);
            }
            Ok(report(name, statement, &targets, judgement, None))
        };
        files.iter().map(&mut preview).collect()
    }

    /// Imports the files: everything that is new, or nothing when a file can't be read at all.
    ///
    /// Once nothing is left to ask about the files, their bytes are let go, so that a large file is
    /// not in memory twice; after any error but a failure to write, they are still there.
    pub fn import(
        &mut self,
        files: &mut [BankFile],
        request: &Import,
    ) -> Result<Vec<ImportedFile>, ImportError> {
        let currency = self.currency_for(request)?;
        let mut statements = Vec::with_capacity(files.len());
        for file in files.iter() {
            let (name, statement) = read_file(self, file, request, currency)?;
            if request.strict && !statement.errors.is_empty() {
                return Err(ImportError::Strict {
                    rows: statement.errors.len(),
                    file: name,
                });
            }
            targets(self.view(), &name, &statement, request)?;
            statements.push((name, statement, file.decisions.clone()));
        }
        if !request.strict {
            for file in files.iter_mut() {
                file.bytes = Vec::new();
            }
        }
        let now_ms = self.clock().now_ms;
        self.write_many(Verb::Import, |writer, work| {
            let rows = statements
                .iter()
                .map(|(_, statement, _)| statement.rows.len());
            work.expect(rows.sum());
            let take = |(name, statement, decisions)| {
                import_one(writer, work, name, statement, &decisions, request, now_ms)
            };
            statements.into_iter().map(take).collect()
        })
    }
}

fn import_one(
    writer: &mut Writer<'_>,
    work: &mut Work<'_>,
    name: String,
    statement: Statement,
    decisions: &BTreeMap<usize, Decision>,
    request: &Import,
    now_ms: i64,
) -> Result<ImportedFile, ImportError> {
    let targets = targets(writer.view(), &name, &statement, request)?;
    let mut judgement = judge(
        writer.view(),
        &name,
        &statement,
        &targets,
        request,
        &Earlier::default(),
    )?;
    decide(&statement, &mut judgement, decisions);
    if request.strict && !judgement.refused.is_empty() {
        return Err(ImportError::Strict {
            rows: judgement.refused.len(),
            file: name,
        });
    }
    let mut batch = LazyBatch {
        file: &name,
        statement: &statement,
        now_ms,
        id: None,
    };
    let booked = take_rows(writer, work, &mut batch, &targets, &judgement, request)?;
    let batch = batch.id;
    if batch.is_some() {
        remember(writer, &statement, &targets)?;
    }
    let pairs = propose_transfers(writer, &booked)?;
    let mut report = report(name, statement, &targets, judgement, batch);
    report.pairs = pairs;
    Ok(report)
}

/// The batch of a file, begun when the first thing is taken from it: a file that brings nothing
/// new leaves nothing.
struct LazyBatch<'a> {
    file: &'a str,
    statement: &'a Statement,
    now_ms: i64,
    id: Option<BatchId>,
}

impl LazyBatch<'_> {
    fn get(&mut self, writer: &mut Writer<'_>) -> Result<BatchId, StoreError> {
        if let Some(id) = self.id {
            return Ok(id);
        }
        let now = DateTime::from_timestamp_millis(self.now_ms).unwrap_or_default();
        let batch = Batch {
            id: BatchId(writer.next_id()?),
            file: self.file.to_owned(),
            format: self.statement.format.as_str().to_owned(),
            imported_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
        };
        writer.create(&batch)?;
        self.id = Some(batch.id);
        Ok(batch.id)
    }
}

/// Books, links or keeps each row that is taken; returns those that were booked.
fn take_rows(
    writer: &mut Writer<'_>,
    work: &mut Work<'_>,
    batch: &mut LazyBatch<'_>,
    targets: &Targets,
    judgement: &Judgement,
    request: &Import,
) -> Result<Vec<Booked>, ImportError> {
    let statement = batch.statement;
    let mut booked = Vec::new();
    let mut booker = Booker::new(writer, &request.uncategorized)?;
    let mut waiting = Waiting::new(writer.view(), statement, targets)?;
    for (position, (row, verdict)) in statement.rows.iter().zip(&judgement.verdicts).enumerate() {
        work.one()?;
        let (RowVerdict::Taken(verdict), Some(target)) = (*verdict, targets.of(row)) else {
            continue;
        };
        let Ok((amount, _)) = row_amount(statement, row, target) else {
            continue;
        };
        let known = waiting.take(target.account.id, row, amount);
        if verdict == Verdict::Review && known.is_some() {
            continue;
        }
        let mut finding = judgement.findings.get(&position).copied();
        let batch = batch.get(writer)?;
        let transaction = match verdict {
            Verdict::New => {
                let (id, suggested) = book(writer, &mut booker, batch, row, amount, target)?;
                finding = finding.or(suggested);
                Some(id)
            }
            Verdict::Review | Verdict::Declined => None,
            Verdict::Matched => link(writer, row, target, finding)?,
        };
        let kept = KeptRow {
            row,
            amount,
            target,
            transaction,
            verdict,
            finding,
        };
        let id = kept.write(writer, batch, known)?;
        if let (Verdict::New, Some(transaction)) = (verdict, transaction) {
            booked.push(Booked::of(
                id,
                transaction,
                target.account.id,
                amount,
                row.date,
            ));
        }
    }
    Ok(booked)
}

/// Confirms the entry that a row was found to be.
fn link(
    writer: &mut Writer<'_>,
    row: &Row,
    target: &Target,
    finding: Option<Finding>,
) -> Result<Option<TransactionId>, StoreError> {
    let entry = finding.and_then(|finding| finding.candidate);
    if let Some(id) = entry {
        confirm(writer, id, &Confirmation::of(row, target, finding))?;
    }
    Ok(entry)
}

/// Books a row, and finds that its category was suggested when it was.
fn book(
    writer: &mut Writer<'_>,
    booker: &mut Booker<'_>,
    batch: BatchId,
    row: &Row,
    amount: Money,
    target: &Target,
) -> Result<(TransactionId, Option<Finding>), ImportError> {
    let transaction = booker.transaction(writer, batch, row, amount, target)?;
    transaction
        .validate()
        .map_err(crate::transaction::EntryError::from)?;
    writer.create(&transaction)?;
    let suggested = transaction.metadata.contains_key(SUGGESTED);
    let finding = suggested.then_some(Finding {
        reason: Reason::Suggested,
        candidate: None,
    });
    Ok((transaction.id, finding))
}

fn report(
    file: String,
    statement: Statement,
    targets: &Targets,
    judgement: Judgement,
    batch: Option<BatchId>,
) -> ImportedFile {
    ImportedFile {
        file,
        accounts: targets.all().map(|target| target.path.clone()).collect(),
        targets: targets.named(&statement),
        statement,
        verdicts: judgement.verdicts,
        refused: judgement.refused,
        rounded: judgement.rounded,
        findings: judgement.findings,
        pairs: 0,
        batch,
    }
}
