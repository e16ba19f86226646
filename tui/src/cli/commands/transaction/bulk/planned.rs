//! Names for a plan that was computed and given up: payees and tags that it would make have ids
//! which no row has, and names which only the settings know.

use std::collections::{BTreeMap, BTreeSet};

use domain::Chart;
use domain::id::{PayeeId, TagId};
use domain::label::tidy_name;
use domain::text::fold;
use ops::session::StoreError;
use ops::transaction::{Setting, TransactionEdited};
use ops::{Book, KnownNames, Names};

/// The names of a plan's transactions.
pub(super) struct PlannedNames {
    known: KnownNames,
    payee: Option<String>,
    tags: BTreeMap<TagId, String>,
}

impl PlannedNames {
    pub(super) fn new(
        book: &Book,
        edits: &[TransactionEdited],
        settings: &[Setting],
    ) -> Result<Self, StoreError> {
        let mut known = KnownNames::new(book.view())?;
        for edit in edits {
            known.learn(book.view(), &edit.before)?;
            known.learn(book.view(), &edit.after)?;
        }
        let payee = settings.iter().rev().find_map(|setting| match setting {
            Setting::Payee(text) => tidy_name(text).ok(),
            _ => None,
        });
        // Tags are made in the order in which they were typed, and ids only grow.
        let ids: BTreeSet<TagId> = edits
            .iter()
            .flat_map(|edit| edit.after.tags.iter().copied())
            .filter(|id| known.tag(*id).is_none())
            .collect();
        let tags = ids.into_iter().zip(new_tags(book, settings)?).collect();
        Ok(Self { known, payee, tags })
    }
}

/// The tags that settings name and the ledger doesn't have, each once.
fn new_tags(book: &Book, settings: &[Setting]) -> Result<Vec<String>, StoreError> {
    let tags = book.view().tags()?;
    let mut met: Vec<String> = tags.iter().map(|tag| fold(&tag.name)).collect();
    let mut new = Vec::new();
    for setting in settings {
        if let Setting::Tag(text) = setting
            && let Ok(name) = tidy_name(text)
            && !met.contains(&fold(&name))
        {
            met.push(fold(&name));
            new.push(name);
        }
    }
    Ok(new)
}

impl Names for PlannedNames {
    fn chart(&self) -> &Chart {
        self.known.chart()
    }

    fn payee(&self, id: PayeeId) -> Option<&str> {
        self.known.payee(id).or(self.payee.as_deref())
    }

    fn tag(&self, id: TagId) -> Option<&str> {
        let planned = self.tags.get(&id).map(String::as_str);
        self.known.tag(id).or(planned)
    }
}
