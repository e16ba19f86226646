//! Changing many transactions at once: a plan that can be shown, then one operation.

use std::str::FromStr;

use domain::Transaction;
use domain::transaction::Status;
use store::{Verb, Writer};

use super::edit::{Named, apply};
use super::{EditTransaction, EntryError, Selection, TransactionEdited};
use crate::Book;
use crate::progress::Work;
use crate::review::correction::Corrections;

/// One `FIELD=VALUE` of a bulk edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// `category=Food:Groceries`
    Category(String),
    /// `account=Cash`
    Account(String),
    /// `payee=Luna`; empty takes it away.
    Payee(String),
    /// `memo=…`; empty takes it away.
    Memo(String),
    /// `status=cleared`
    Status(Status),
    /// `tag=trip`
    Tag(String),
    /// `untag=trip`
    Untag(String),
}

/// The fields that a bulk edit can set.
pub const FIELDS: [&str; 7] = [
    "category", "account", "payee", "memo", "status", "tag", "untag",
];

/// Why a setting was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// There is no `=`.
    #[error("`{0}` is not FIELD=VALUE")]
    NoValue(String),
    /// The field can't be set in bulk.
    #[error("`{0}` can't be set in bulk")]
    UnknownField(String),
    /// A status that doesn't exist.
    #[error("`{0}` is no status")]
    Status(String),
}

impl FromStr for Setting {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, SettingError> {
        let (field, value) = text
            .split_once('=')
            .ok_or_else(|| SettingError::NoValue(text.to_owned()))?;
        let value = value.trim().to_owned();
        Ok(match field.trim() {
            "category" => Self::Category(value),
            "account" => Self::Account(value),
            "payee" => Self::Payee(value),
            "memo" => Self::Memo(value),
            "status" => Self::Status(Status::from_word(&value).ok_or(SettingError::Status(value))?),
            "tag" => Self::Tag(value),
            "untag" => Self::Untag(value),
            other => return Err(SettingError::UnknownField(other.to_owned())),
        })
    }
}

/// Which transactions to change, and how.
#[derive(Clone, Debug, Default)]
pub struct BulkEdit {
    /// Which.
    pub selection: Selection,
    /// What to set.
    pub settings: Vec<Setting>,
}

/// What a bulk edit would do: computed without being saved, shown, then performed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkPlan {
    /// Transactions that would change, before and after: the first of them, as many as were wished.
    pub edits: Vec<TransactionEdited>,
    /// How many would change.
    pub changed: usize,
    /// How many match and would stay as they are.
    pub unchanged: usize,
}

impl Book {
    /// Computes what a bulk edit would do, in an operation that is given up; `shown` is how many
    /// edits the plan holds, all when none.
    pub fn plan_bulk(
        &mut self,
        request: &BulkEdit,
        shown: Option<usize>,
    ) -> Result<BulkPlan, EntryError> {
        self.rehearse(Verb::Bulk, |writer, work| {
            perform(writer, work, request, shown)
        })
    }

    /// Does it, as one operation; what matches now is what is changed.
    pub fn bulk(
        &mut self,
        request: &BulkEdit,
        shown: Option<usize>,
    ) -> Result<BulkPlan, EntryError> {
        self.write_many(Verb::Bulk, |writer, work| {
            perform(writer, work, request, shown)
        })
    }
}

/// Changes what matches inside of the write transaction, where nobody else can change it. Only the
/// ids are held, and the edits that are shown: a million may match.
fn perform(
    writer: &mut Writer<'_>,
    work: &mut Work<'_>,
    request: &BulkEdit,
    shown: Option<usize>,
) -> Result<BulkPlan, EntryError> {
    let matching = request.selection.ids(writer.view())?;
    let (edit, mut plan) = (request.edit(), BulkPlan::default());
    // No setting makes an account: one chart serves all rows, and names mean the same for each.
    let chart = writer.view().chart()?;
    work.expect(matching.len());
    if matching.is_empty() {
        // What was named is not asked for, let alone made.
        return Ok(plan);
    }
    let named = Named::of(writer, &chart, &edit)?;
    let mut corrections = Corrections::default();
    for id in matching {
        work.one()?;
        let Some(before) = writer.current::<Transaction>(id.raw())? else {
            continue;
        };
        let after = apply(writer.view(), &chart, &named, &before, &edit)?;
        if after == *before {
            plan.unchanged += 1;
            continue;
        }
        writer.update_current(&before, &after)?;
        corrections.take(writer, &chart, &before, &after)?;
        plan.changed += 1;
        if shown.is_none_or(|most| plan.edits.len() < most) {
            let before = before.into_inner();
            plan.edits.push(TransactionEdited { before, after });
        }
    }
    corrections.propose_rules(writer)?;
    Ok(plan)
}

impl BulkEdit {
    fn edit(&self) -> EditTransaction {
        let mut edit = EditTransaction::default();
        for setting in &self.settings {
            match setting.clone() {
                Setting::Category(name) => edit.category = Some(name),
                Setting::Account(name) => edit.account = Some(name),
                Setting::Payee(name) => edit.payee = Some(name),
                Setting::Memo(text) => edit.memo = Some(text),
                Setting::Status(status) => edit.status = Some(status),
                Setting::Tag(name) => edit.tag.push(name),
                Setting::Untag(name) => edit.untag.push(name),
            }
        }
        edit
    }
}
