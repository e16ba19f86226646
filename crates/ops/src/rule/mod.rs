//! Rules: making, ordering and deleting them, and trying them on the history. At an import they are
//! applied next door, in `import::rules`.

mod edit;
mod trial;

use domain::account::NameError;
use domain::label::LabelError;
use domain::rule::RuleSplitError;
use domain::text::{fold, suggest};
use domain::{Account, Rule};
use store::{Kind, StoreError, View};

use crate::lookup::{LookupError, entity};
use crate::transaction::EntryError;

pub use edit::{AddRule, EditRule, RuleSettings};
pub(crate) use trial::fill_in;
pub use trial::{RuleTrial, TryRules};

/// Under which key the metadata of a transaction says which rules had a say.
pub(crate) const RULE: &str = "rule";

/// Why a rule was not made or changed. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// The query term can't be asked of one row.
    #[error("a rule can't ask for `{0}:`")]
    Term(&'static str),
    /// A rule without conditions would change every row.
    #[error("a rule needs a condition")]
    NoCondition,
    /// It would set nothing.
    #[error("a rule needs something to set")]
    SetsNothing,
    /// There is one with that name.
    #[error("there is a rule `{0}` already")]
    Exists(String),
    /// A note is too long.
    #[error("a memo can have at most 500 characters")]
    MemoTooLong,
    /// The shares of the parts are more than the whole.
    #[error("the parts are more than the whole")]
    SplitsExceed,
    /// A part is neither a share nor an amount.
    #[error(transparent)]
    Share(#[from] RuleSplitError),
    /// A transfer has no category.
    #[error("a transfer has no category")]
    TransferWithCategory,
    /// Something named was not found, or can't be made.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

macro_rules! entry_errors {
    ($($error:ty),+) => {$(
        impl From<$error> for RuleError {
            fn from(error: $error) -> Self { Self::Entry(error.into()) }
        }
    )+};
}

entry_errors!(LookupError, NameError, LabelError);

/// The rule with a name, else the one with an id.
fn find(view: View<'_>, typed: &str) -> Result<Rule, LookupError> {
    let folded = fold(typed);
    let named = |rule: &Rule| !rule.name.is_empty() && fold(&rule.name) == folded;
    let rules = view.rules()?;
    let near = suggest(typed, rules.iter().map(|rule| rule.name.as_str()));
    match rules.into_iter().find(named) {
        Some(rule) => Ok(rule),
        None if near.is_empty() => entity(view, typed),
        None => entity(view, typed).map_err(|_| LookupError::Unknown {
            kind: Kind::Rule,
            typed: typed.to_owned(),
            near,
        }),
    }
}

/// An account and all around it, the innermost first.
pub(crate) fn with_parents(
    chart: &domain::Chart,
    account: &Account,
    into: &mut Vec<domain::id::AccountId>,
) {
    let mut next = Some(account);
    for _ in 0..domain::account::MAX_DEPTH {
        let Some(account) = next else { return };
        into.push(account.id);
        next = account.parent.and_then(|parent| chart.get(parent));
    }
}
