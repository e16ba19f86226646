//! Which transactions a verb is about.

use std::collections::HashSet;

use domain::id::TransactionId;
use domain::query::Query;
use store::{Order, View};

use super::EntryError;
use crate::lookup;
use crate::query::filter;

/// Some transactions.
#[derive(Clone, Debug)]
pub enum Selection {
    /// All that match.
    Matching(Query),
    /// All that match, but for these.
    AllBut(Query, Vec<TransactionId>),
    /// These; one that is gone is an error.
    These(Vec<TransactionId>),
    /// Those whose ids begin with what was typed; one that isn't found is an error.
    Typed(Vec<String>),
}

impl Default for Selection {
    fn default() -> Self {
        Self::These(Vec::new())
    }
}

impl Selection {
    /// Looks them up, each once.
    pub(super) fn ids(&self, view: View<'_>) -> Result<Vec<TransactionId>, EntryError> {
        let mut found: Vec<TransactionId> = Vec::new();
        match self {
            Self::Matching(query) | Self::AllBut(query, _) => {
                let filter = filter(view, query)?;
                found = view.ids(&filter, Order::NewestFirst)?;
                if let Self::AllBut(_, left_out) = self {
                    let left_out: HashSet<_> = left_out.iter().collect();
                    found.retain(|id| !left_out.contains(id));
                }
            }
            Self::These(ids) => {
                for id in ids {
                    found.push(lookup::transaction(view, &id.to_string())?.id);
                }
            }
            Self::Typed(prefixes) => {
                for typed in prefixes {
                    let id = lookup::transaction(view, typed)?.id;
                    if !found.contains(&id) {
                        found.push(id);
                    }
                }
            }
        }
        Ok(found)
    }
}
