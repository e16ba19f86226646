//! From what people type to what the ledger holds: names, ids, and why none was found.

use domain::account::{NameError, Wanted};
use domain::id::{Id, IdPrefix, IdPrefixError, TagId};
use domain::text::{fold, suggest};
use domain::{Account, Chart, Goal, Payee, Tag, Transaction};
use store::{Kind, Record, StoreError, View};

/// Why something could not be found.
#[derive(Debug, thiserror::Error)]
pub enum LookupError {
    /// No account or category, or several.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The account takes no new postings.
    #[error("the account `{0}` is closed")]
    Closed(String),
    /// Nothing of this kind has that name.
    #[error("there is no {} `{typed}`", kind.as_str())]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// What was typed.
        typed: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// No id begins so.
    #[error("there is no {} with the id `{typed}`", kind.as_str())]
    NoSuchId {
        /// What was looked for.
        kind: Kind,
        /// What was typed.
        typed: String,
    },
    /// Several ids begin so.
    #[error("several ids begin with `{typed}`")]
    AmbiguousId {
        /// What was typed.
        typed: String,
        /// Some of them.
        candidates: Vec<String>,
    },
    /// The text can't be an id.
    #[error("`{typed}` is not an id")]
    BadId {
        /// What was looked for.
        kind: Kind,
        /// What was typed.
        typed: String,
        /// Why.
        source: IdPrefixError,
    },
    /// The ledger could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Finds an account that takes postings.
pub(crate) fn open_account<'c>(
    chart: &'c Chart,
    typed: &str,
    wanted: Wanted,
) -> Result<&'c Account, LookupError> {
    let account = chart.resolve(typed, wanted)?;
    if account.closed {
        return Err(LookupError::Closed(chart.path(account.id).to_owned()));
    }
    Ok(account)
}

/// Finds the one entity of a kind whose id begins with what was typed.
pub(crate) fn by_id(view: View<'_>, kind: Kind, typed: &str) -> Result<Id, LookupError> {
    let short = || typed.trim().chars().take(40).collect::<String>();
    let prefix: IdPrefix = typed.trim().parse().map_err(|source| LookupError::BadId {
        kind,
        typed: short(),
        source,
    })?;
    match view.ids_with_prefix(kind, prefix)?.as_slice() {
        [] => Err(LookupError::NoSuchId {
            kind,
            typed: short(),
        }),
        [id] => Ok(*id),
        several => Err(LookupError::AmbiguousId {
            typed: short(),
            candidates: several.iter().map(ToString::to_string).collect(),
        }),
    }
}

/// Finds a transaction by its id or the beginning of it.
pub(crate) fn transaction(view: View<'_>, typed: &str) -> Result<Transaction, LookupError> {
    entity(view, typed)
}

/// Finds an entity of any kind by its id or the beginning of it.
pub(crate) fn entity<T: Record>(view: View<'_>, typed: &str) -> Result<T, LookupError> {
    let id = by_id(view, T::KIND, typed)?;
    view.get(id.raw())?.ok_or_else(|| LookupError::NoSuchId {
        kind: T::KIND,
        typed: typed.to_owned(),
    })
}

/// A thing with a name that is unique in the ledger.
pub(crate) trait Named {
    const KIND: Kind;
    fn name(&self) -> &str;
    /// True when the thing is also known by this folded name.
    fn has_alias(&self, _folded: &str) -> bool {
        false
    }
}

impl Named for Payee {
    const KIND: Kind = Kind::Payee;
    fn name(&self) -> &str {
        &self.name
    }
    fn has_alias(&self, folded: &str) -> bool {
        self.aliases.iter().any(|alias| fold(alias) == folded)
    }
}

impl Named for Tag {
    const KIND: Kind = Kind::Tag;
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Goal {
    const KIND: Kind = Kind::Goal;
    fn name(&self) -> &str {
        &self.name
    }
}

/// Finds a thing by its name: exactly spelled, else without regard to case and accents.
pub(crate) fn find_named<T: Named>(things: Vec<T>, typed: &str) -> Option<T> {
    let (spelled, folded) = (typed.trim(), fold(typed));
    let fits = |thing: &T| fold(thing.name()) == folded || thing.has_alias(&folded);
    let at = things
        .iter()
        .position(|thing| thing.name() == spelled)
        .or_else(|| things.iter().position(fits))?;
    things.into_iter().nth(at)
}

/// As [`find_named`]; not finding it is an error with names that are near.
pub(crate) fn named<T: Named>(things: Vec<T>, typed: &str) -> Result<T, LookupError> {
    let near = suggest(typed, things.iter().map(Named::name));
    find_named(things, typed).ok_or_else(|| LookupError::Unknown {
        kind: T::KIND,
        typed: typed.trim().chars().take(100).collect(),
        near,
    })
}

/// The payee with this name, exactly or folded, if there is one.
pub(crate) fn payee(view: View<'_>, typed: &str) -> Result<Option<Payee>, StoreError> {
    if let Some(exact) = view.payee_named(typed.trim())? {
        return Ok(Some(exact));
    }
    Ok(find_named(view.payees()?, typed))
}

/// Sorted ids of tags, each once, as transactions keep them.
pub(crate) fn sorted(mut tags: Vec<TagId>) -> Vec<TagId> {
    tags.sort_unstable();
    tags.dedup();
    tags
}
