//! From this machine to the server, in one patch: all of it, or nothing.

use std::collections::BTreeMap;

use api::client::{Client, ClientError};
use serde_json::Value;

use super::{Desk, Item};
use crate::carry::{Change, Device, Document, Verdict, patch, with_device};
use crate::cli::error::{Failure, OrExplain as _};
use crate::login::LoginError;

/// How often it is tried, while others write other documents at the same time.
const TRIES: u32 = 5;

/// The list of machines, when this one is not in it; it can't conflict, since each machine writes
/// its own entry.
pub(super) fn machine(desk: &Desk<'_>) -> Option<Item> {
    let there = desk.there.values.get(Document::Devices.as_str());
    let (name, today) = (Device::name(), desk.session.clock().today);
    let here = with_device(there, desk.agreed.device(), &name, today)?;
    let change = Change {
        setting: None,
        name: name.clone(),
        here: Some(name),
        there: None,
    };
    Some(Item {
        document: Document::Devices,
        here: Some(here),
        there: there.cloned(),
        verdict: Verdict::Here,
        changes: vec![change],
    })
}

/// Writes what goes this way, against the version that was looked at.
pub(super) fn apply(desk: &mut Desk<'_>) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    send(desk).or_explain(texts)?;
    for item in &desk.items {
        match item.verdict {
            Verdict::Same => desk.agreed.set(item.document, item.there.clone()),
            Verdict::Here => desk.agreed.set(item.document, item.here.clone()),
            Verdict::There | Verdict::Both => {}
        }
    }
    desk.save()
}

fn send(desk: &mut Desk<'_>) -> Result<(), LoginError> {
    if desk.going().next().is_none() {
        return Ok(());
    }
    for _ in 1..TRIES {
        let going = desk.going();
        let patches = going.map(|item| {
            let patch = patch(item.there.as_ref(), item.here.as_ref());
            (item.document.as_str().to_owned(), patch)
        });
        let (patches, etag): (BTreeMap<String, Value>, _) = (patches.collect(), &desk.there.etag);
        let login = &mut desk.login;
        match login.call(|client, token| client.patch_documents(token, etag, &patches)) {
            Err(LoginError::Client(ClientError::Conflict)) => look_again(desk)?,
            sent => return sent.map(drop),
        }
    }
    Err(ClientError::Conflict.into())
}

/// Something was written in between. When it was another document, or another machine's entry in
/// the list, what the person said yes to still stands.
fn look_again(desk: &mut Desk<'_>) -> Result<(), LoginError> {
    desk.there = desk.login.call(Client::documents)?;
    let there = &desk.there.values;
    let known = |item: &&Item| item.document != Document::Devices;
    let mut seen = desk.going().filter(known);
    let stands = seen.all(|item| there.get(item.document.as_str()) == item.there.as_ref());
    drop(seen);
    if !stands {
        return Err(ClientError::Conflict.into());
    }
    desk.items.retain(|item| item.document != Document::Devices);
    let machine = machine(desk);
    desk.items.extend(machine);
    Ok(())
}
