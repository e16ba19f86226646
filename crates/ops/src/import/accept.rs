//! Booking what is new: all files in one operation, one undo.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat};
use domain::id::{BatchId, StatementRowId, TransactionId};
use domain::statement::{Batch, StatementRow, Verdict};
use domain::{Mark, Transaction};
use formats::import::{Row, Statement};
use store::{StoreError, Verb, Writer};

use super::accounts::{Target, Targets, remember, targets};
use super::book_row::Booker;
use super::decide::decide;
use super::judge::{Earlier, Judgement, judge, row_amount, row_text};
use super::read::read_file;
use super::waiting::Waiting;
use super::{BankFile, Decision, Import, ImportError, ImportedFile, RowVerdict};
use crate::Book;
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
            decide(&mut judgement, &file.decisions);
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
    decide(&mut judgement, decisions);
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
    take_rows(writer, work, &mut batch, &targets, &judgement, request)?;
    let batch = batch.id;
    if batch.is_some() {
        remember(writer, &statement, &targets)?;
    }
    Ok(report(name, statement, &targets, judgement, batch))
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

fn take_rows(
    writer: &mut Writer<'_>,
    work: &mut Work<'_>,
    batch: &mut LazyBatch<'_>,
    targets: &Targets,
    judgement: &Judgement,
    request: &Import,
) -> Result<(), ImportError> {
    let statement = batch.statement;
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
        let transaction = match verdict {
            Verdict::New => {
                let batch = batch.get(writer)?;
                let transaction = booker.transaction(writer, batch, row, amount, target)?;
                transaction
                    .validate()
                    .map_err(crate::transaction::EntryError::from)?;
                writer.create(&transaction)?;
                Some(transaction.id)
            }
            Verdict::Review => None,
            Verdict::Matched => {
                let entry = judgement.matches.get(&position).copied();
                entry
                    .map(|id| confirm(writer, id, row, target).map(|()| id))
                    .transpose()?
            }
        };
        let batch = batch.get(writer)?;
        match known {
            Some(before) => {
                let after = StatementRow {
                    transaction,
                    verdict,
                    ..before.clone()
                };
                writer.update(&before, &after)?;
            }
            None => keep_row(writer, batch, row, amount, target, transaction, verdict)?,
        }
    }
    Ok(())
}

/// Marks the leg of an entry by hand that a bank row confirms; what the person wrote stays.
fn confirm(
    writer: &mut Writer<'_>,
    id: TransactionId,
    row: &Row,
    target: &Target,
) -> Result<(), StoreError> {
    let Some(before) = writer.view().transaction(id)? else {
        return Ok(());
    };
    let mut after: Transaction = before.clone();
    for posting in &mut after.postings {
        if posting.account == target.account.id && posting.mark == Mark::None {
            posting.mark = Mark::Cleared;
        }
    }
    if !row.pending {
        after.status = domain::Status::Cleared;
    }
    writer.update(&before, &after)
}

fn keep_row(
    writer: &mut Writer<'_>,
    batch: BatchId,
    row: &Row,
    amount: domain::Money,
    target: &Target,
    transaction: Option<TransactionId>,
    verdict: Verdict,
) -> Result<(), StoreError> {
    let kept = StatementRow {
        id: StatementRowId(writer.next_id()?),
        batch,
        account: target.account.id,
        date: row.date,
        amount,
        text: row_text(row),
        bank_id: row.bank_id.as_deref().map(str::to_owned),
        transaction,
        verdict,
    };
    writer.create(&kept)
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
        matches: judgement.matches,
        batch,
    }
}
