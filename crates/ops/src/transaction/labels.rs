//! Payees, tags and categories that come into being when an entry names them.

use domain::account::{AccountKind, Chart, NameError, Wanted, split_path};
use domain::id::{AccountId, PayeeId, TagId};
use domain::label::tidy_name;
use domain::{Account, Payee, Tag};
use store::Writer;

use super::EntryError;
use crate::lookup::{self, find_named, open_account};

/// The payee with this name, made when new; none for an empty name.
pub(super) fn payee(writer: &mut Writer<'_>, name: &str) -> Result<Option<PayeeId>, EntryError> {
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
pub(super) fn tags(writer: &mut Writer<'_>, names: &[String]) -> Result<Vec<TagId>, EntryError> {
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

/// The category with this name; when it is missing and a kind is given, it is made with all of its
/// parents.
pub(super) fn category(
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
        (Err(lookup::LookupError::Name(NameError::Unknown { .. })), Some(kind)) => {
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
    let mut parent: Option<AccountId> = None;
    let mut made = None;
    for (depth, name) in names.iter().enumerate() {
        let path = names[..=depth].join(":");
        let known = chart
            .iter()
            .find(|a| a.kind.is_category() && chart.path(a.id) == path);
        let account = match known {
            Some(known) if known.kind != kind => {
                return Err(EntryError::OtherKind {
                    name: path,
                    kind: known.kind,
                });
            }
            Some(known) => known.clone(),
            None => {
                let id = AccountId(writer.next_id()?);
                let account = Account {
                    id,
                    name: name.clone(),
                    kind,
                    parent,
                    currency: None,
                    closed: false,
                };
                writer.create(&account)?;
                account
            }
        };
        parent = Some(account.id);
        made = Some(account);
    }
    made.ok_or(EntryError::Label(domain::label::LabelError::Empty))
}
