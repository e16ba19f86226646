//! Leaving: the ledger as a file of another program, or as lossless JSON.

use std::collections::HashSet;
use std::io::Write;

use domain::id::AccountId;
use domain::query::Query;
use domain::{Money, NaiveDate, Transaction};
use formats::book::{BookHead, BookWriter, Statement};
use formats::export::writer;
use store::{Filter, Order, StoreError, Test};

use crate::{Book, LookupError};

pub use formats::book::WriteError;
pub use formats::export::ExportFormat;

/// What to export, and how.
#[derive(Clone, Debug)]
pub struct Export {
    /// In which format.
    pub format: ExportFormat,
    /// Only what matches.
    pub query: Query,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// How many transactions.
    pub transactions: u64,
}

/// Why an export failed; what was written is not complete.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The format or the file refused.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A name in the query was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The ledger could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Book {
    /// Writes the transactions that match, the earliest first, in flat memory.
    pub fn export(&self, request: &Export, out: impl Write) -> Result<Exported, ExportError> {
        let _moment = self.ledger().snapshot()?;
        let filter = self.filter(&request.query)?;
        let head = self.head()?;
        let mut writer = writer(request.format, self.today(), out);
        writer.begin(&head)?;
        let exported = if request.format.goes_by_account() {
            self.export_accounts(&head, &filter, writer.as_mut())?
        } else {
            self.export_all(&head, &filter, writer.as_mut())?
        };
        if filter.is_empty() {
            self.view().visit_statement_rows::<ExportError>(|row| {
                Ok(writer.statement_row(&head, &row)?)
            })?;
            for attachment in self.view().attachments()? {
                let lost =
                    || StoreError::Contradiction("an attachment lost its content".to_owned());
                let content = self.view().attachment_content(&attachment.digest)?;
                writer.attachment(&attachment, &content.ok_or_else(lost)?)?;
            }
        }
        writer.finish()?;
        Ok(exported)
    }

    /// Everything of the ledger but its transactions and bank rows.
    fn head(&self) -> Result<BookHead, StoreError> {
        let view = self.view();
        Ok(BookHead {
            ledger_id: Some(self.ledger().id().to_string()),
            currency: self.currency()?.code,
            currencies: view.currencies()?,
            chart: view.chart()?,
            payees: view.payees()?.into(),
            tags: view.tags()?.into(),
            prices: view.prices()?,
            goals: view.goals()?,
            contributions: view.contributions()?,
            batches: view.batches()?,
            budgets: view.budgets()?,
            schedules: view.schedules()?,
            rules: view.rules()?,
        })
    }

    fn export_all(
        &self,
        head: &BookHead,
        filter: &Filter,
        writer: &mut dyn BookWriter,
    ) -> Result<Exported, ExportError> {
        let mut exported = Exported::default();
        self.view()
            .visit::<ExportError>(filter, Order::OldestFirst, None, |transaction| {
                exported.transactions += 1;
                Ok(writer.transaction(head, &transaction)?)
            })?;
        Ok(exported)
    }

    /// Account by account: each one's transactions are visited twice, first for the span of days.
    fn export_accounts(
        &self,
        head: &BookHead,
        filter: &Filter,
        writer: &mut dyn BookWriter,
    ) -> Result<Exported, ExportError> {
        let mut seen = HashSet::new();
        for account in head
            .chart
            .iter()
            .filter(|account| account.kind.is_holding())
        {
            let mut own = filter.clone();
            own.and(Test::Accounts(vec![account.id]));
            let Some((from, to)) = self.days(&own)? else {
                continue;
            };
            let balance = self.balance_of(account.id, to)?;
            let Some(balance) = balance else { continue };
            let statement = Statement {
                account: account.id,
                from,
                to,
                balance,
            };
            writer.begin_account(head, &statement)?;
            self.view()
                .visit::<ExportError>(&own, Order::OldestFirst, None, |transaction| {
                    seen.insert(transaction.id);
                    Ok(writer.transaction(head, &transaction)?)
                })?;
        }
        Ok(Exported {
            transactions: u64::try_from(seen.len()).unwrap_or(u64::MAX),
        })
    }

    fn days(&self, filter: &Filter) -> Result<Option<(NaiveDate, NaiveDate)>, StoreError> {
        let end = |order| -> Result<Option<NaiveDate>, StoreError> {
            let mut day = None;
            self.view()
                .visit::<StoreError>(filter, order, Some(1), |found: Transaction| {
                    day = Some(found.date);
                    Ok(())
                })?;
            Ok(day)
        };
        Ok(end(Order::OldestFirst)?.zip(end(Order::NewestFirst)?))
    }

    /// What an account holds at the end of a day; it holds one currency.
    fn balance_of(&self, account: AccountId, day: NaiveDate) -> Result<Option<Money>, StoreError> {
        let balances = self.balances(Some(day))?;
        Ok(balances
            .get(&account)
            .and_then(|held| held.first())
            .copied())
    }
}
