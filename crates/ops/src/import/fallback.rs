//! The categories for rows without one: made when first needed and remembered by their ids, so that a
//! change of language or name doesn't make second ones.

use domain::account::AccountKind;
use domain::id::AccountId;
use domain::text::fold;
use domain::{Account, Chart};
use store::{StoreError, View, Writer};

use super::{ImportError, Uncategorized};

/// Finds or makes them.
pub(crate) struct Fallback<'a> {
    names: &'a Uncategorized,
    expense: Option<AccountId>,
    income: Option<AccountId>,
}

impl<'a> Fallback<'a> {
    /// With the names that new ones get.
    pub(crate) const fn new(names: &'a Uncategorized) -> Self {
        Self {
            names,
            expense: None,
            income: None,
        }
    }

    /// The category for a row of this amount in an account.
    pub(crate) fn category(
        &mut self,
        writer: &mut Writer<'_>,
        chart: &Chart,
        minor: i64,
    ) -> Result<AccountId, ImportError> {
        let (known, kind, name) = if minor < 0 {
            (&mut self.expense, AccountKind::Expense, &self.names.expense)
        } else {
            (&mut self.income, AccountKind::Income, &self.names.income)
        };
        if let Some(id) = known {
            return Ok(*id);
        }
        let named = |account: &&Account| {
            let category = account.kind.is_category() && account.parent.is_none();
            category && fold(&account.name) == fold(name)
        };
        let found = remembered(writer.view(), kind)?
            .and_then(|id| chart.get(id))
            .or_else(|| chart.iter().find(named));
        let id = match found {
            Some(taken) if taken.closed || taken.kind != kind => {
                return Err(ImportError::FallbackTaken(taken.name.clone()));
            }
            Some(account) => account.id,
            None => make_category(writer, name, kind)?,
        };
        writer.remember(&memory(kind), &id.raw().to_string())?;
        *known = Some(id);
        Ok(id)
    }
}

fn memory(kind: AccountKind) -> String {
    format!("uncategorized-{kind}")
}

fn remembered(view: View<'_>, kind: AccountKind) -> Result<Option<AccountId>, StoreError> {
    let raw = view.remembered(&memory(kind))?;
    Ok(raw
        .and_then(|raw| raw.parse().ok())
        .map(AccountId::from_raw))
}

/// Those that were made so far.
pub(crate) fn fallbacks(view: View<'_>) -> Result<Vec<AccountId>, StoreError> {
    let kinds = [AccountKind::Expense, AccountKind::Income];
    let found = kinds.into_iter().map(|kind| remembered(view, kind));
    let found: Vec<Option<AccountId>> = found.collect::<Result<_, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn make_category(
    writer: &mut Writer<'_>,
    name: &str,
    kind: AccountKind,
) -> Result<AccountId, StoreError> {
    let id = AccountId(writer.next_id()?);
    let name = name.to_owned();
    writer.create(&Account {
        id,
        name,
        kind,
        parent: None,
        currency: None,
        closed: false,
    })?;
    Ok(id)
}
