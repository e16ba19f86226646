//! Tags.

use domain::id::TagId;
use domain::label::tidy_name;
use domain::{Tag, Transaction};
use store::{Filter, Kind, Order, StoreError, Test, Verb, Writer};

use super::LabelChangeError;
use crate::Book;
use crate::lookup::{find_named, named, sorted};
use crate::references::replace_tag;

impl Book {
    /// All tags by name, with the number of transactions that carry each.
    pub fn tags(&self) -> Result<Vec<(Tag, u64)>, StoreError> {
        let view = self.view();
        let used = |tag: Tag| Ok((tag.clone(), view.count(&carrying(tag.id))?));
        view.tags()?.into_iter().map(used).collect()
    }

    /// Makes a tag.
    pub fn add_tag(&mut self, name: &str) -> Result<Tag, LabelChangeError> {
        self.write(Verb::Tag, |writer| {
            let name = tidy_name(name)?;
            free(writer, None, &name)?;
            let tag = Tag {
                id: TagId(writer.next_id()?),
                name,
            };
            writer.create(&tag)?;
            Ok(tag)
        })
    }

    /// Renames a tag.
    pub fn rename_tag(&mut self, typed: &str, name: &str) -> Result<Tag, LabelChangeError> {
        self.write(Verb::Tag, |writer| {
            let before = named(writer.view().tags()?, typed)?;
            let after = Tag {
                name: tidy_name(name)?,
                ..before.clone()
            };
            free(writer, Some(before.id), &after.name)?;
            writer.update(&before, &after)?;
            Ok(after)
        })
    }

    /// Gives the transactions of one tag to another, and deletes it.
    pub fn merge_tags(&mut self, from: &str, into: &str) -> Result<(Tag, usize), LabelChangeError> {
        self.write(Verb::Tag, |writer| {
            let from = named(writer.view().tags()?, from)?;
            let into = named(writer.view().tags()?, into)?;
            if from.id == into.id {
                return Err(LabelChangeError::Itself(Kind::Tag));
            }
            let moved = replace(writer, from.id, Some(into.id))?;
            replace_tag(writer, from.id, Some(into.id))?;
            writer.delete(&from)?;
            Ok((into, moved))
        })
    }

    /// Deletes a tag and takes it off the transactions that carry it.
    pub fn remove_tag(&mut self, typed: &str) -> Result<(Tag, usize), LabelChangeError> {
        self.write(Verb::Tag, |writer| {
            let tag = named(writer.view().tags()?, typed)?;
            if !replace_tag(writer, tag.id, None)? {
                let (kind, name) = (Kind::Tag, tag.name);
                return Err(LabelChangeError::Planned { kind, name });
            }
            let bared = replace(writer, tag.id, None)?;
            writer.delete(&tag)?;
            Ok((tag, bared))
        })
    }
}

fn carrying(tag: TagId) -> Filter {
    let mut filter = Filter::default();
    filter.and(Test::Tags(vec![tag]));
    filter
}

fn free(writer: &Writer<'_>, own: Option<TagId>, name: &str) -> Result<(), LabelChangeError> {
    let known = find_named(writer.view().tags()?, name);
    match known.filter(|known| Some(known.id) != own) {
        None => Ok(()),
        Some(known) => Err(LabelChangeError::Exists {
            kind: Kind::Tag,
            name: known.name,
        }),
    }
}

fn replace(writer: &mut Writer<'_>, from: TagId, into: Option<TagId>) -> Result<usize, StoreError> {
    let mut found: Vec<Transaction> = Vec::new();
    writer.view().visit::<StoreError>(
        &carrying(from),
        Order::NewestFirst,
        None,
        |transaction| {
            found.push(transaction);
            Ok(())
        },
    )?;
    for before in &found {
        let kept = before.tags.iter().copied().filter(|tag| *tag != from);
        let tags = sorted(kept.chain(into).collect());
        writer.update(
            before,
            &Transaction {
                tags,
                ..before.clone()
            },
        )?;
    }
    Ok(found.len())
}
