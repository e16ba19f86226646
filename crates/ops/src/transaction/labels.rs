//! Payees, tags and categories that come into being when an entry names them.

use domain::account::{AccountKind, Chart, MAX_DEPTH, NameError, Wanted, split_path};
use domain::id::{AccountId, PayeeId, TagId};
use domain::label::{LabelError, tidy_name};
use domain::text::fold;
use domain::{Account, Payee, Tag};
use store::{View, Writer};

use super::EntryError;
use crate::lookup::{self, LookupError, find_named, open_account};

/// The payee with this name, made when new; none for an empty name.
pub(crate) fn payee(writer: &mut Writer<'_>, name: &str) -> Result<Option<PayeeId>, EntryError> {
    if name.trim().is_empty() {
        return Ok(None);
    }
    let name = tidy_name(name)?;
    if let Some(known) = lookup::payee(writer.view(), &name)? {
        return Ok(Some(known.id));
    }
    let payee = Payee {
        id: PayeeId(writer.next_id()?),
        name,
        aliases: Vec::new(),
    };
    writer.create(&payee)?;
    Ok(Some(payee.id))
}

/// The tags with these names, made when new; sorted, each once.
pub(crate) fn tags(writer: &mut Writer<'_>, names: &[String]) -> Result<Vec<TagId>, EntryError> {
    let mut ids = Vec::with_capacity(names.len());
    for name in names {
        let name = tidy_name(name)?;
        if let Some(known) = find_named(writer.view().tags()?, &name) {
            ids.push(known.id);
            continue;
        }
        let tag = Tag {
            id: TagId(writer.next_id()?),
            name,
        };
        writer.create(&tag)?;
        ids.push(tag.id);
    }
    Ok(lookup::sorted(ids))
}

/// The tags with these names, which must be there.
pub(crate) fn known_tags(view: View<'_>, names: &[String]) -> Result<Vec<TagId>, LookupError> {
    let known = |name: &String| Ok(lookup::named(view.tags()?, name)?.id);
    names.iter().map(known).collect()
}

/// The category with this name; when it is missing and a kind is given, it is made with all of its
/// parents.
pub(crate) fn category(
    writer: &mut Writer<'_>,
    name: &str,
    create: Option<AccountKind>,
) -> Result<Account, EntryError> {
    let chart = writer.view().chart()?;
    match (open_account(&chart, name, Wanted::Category), create) {
        (Ok(found), Some(kind)) if found.kind != kind => Err(EntryError::OtherKind {
            name: chart.path(found.id).to_owned(),
            kind: found.kind,
        }),
        (Ok(found), _) => Ok(found.clone()),
        (Err(LookupError::Name(NameError::Unknown { .. })), Some(kind)) => {
            make_category(writer, &chart, name, kind)
        }
        (Err(error), _) => Err(error.into()),
    }
}

fn make_category(
    writer: &mut Writer<'_>,
    chart: &Chart,
    name: &str,
    kind: AccountKind,
) -> Result<Account, EntryError> {
    let names = split_path(name)?;
    if names.len() >= MAX_DEPTH {
        return Err(EntryError::Label(LabelError::TooLong));
    }
    let mut parent: Option<AccountId> = None;
    let mut made = None;
    for name in names {
        let folded = fold(&name);
        let twin = |account: &&Account| account.kind.is_category() && fold(&account.name) == folded;
        // Below a category that was just made there is nothing yet.
        let known = made
            .is_none()
            .then(|| chart.children(parent).find(twin))
            .flatten();
        match known {
            Some(known) if known.kind != kind => {
                let name = chart.path(known.id).to_owned();
                return Err(EntryError::OtherKind {
                    name,
                    kind: known.kind,
                });
            }
            Some(known) if known.closed => {
                return Err(LookupError::Closed(chart.path(known.id).to_owned()).into());
            }
            Some(known) => parent = Some(known.id),
            None => {
                let id = AccountId(writer.next_id()?);
                let account = Account {
                    id,
                    name,
                    kind,
                    parent,
                    currency: None,
                    closed: false,
                };
                writer.create(&account)?;
                parent = Some(id);
                made = Some(account);
            }
        }
    }
    // A name of which every part is known was found before.
    made.ok_or(EntryError::Label(LabelError::Empty))
}
