//! Putting an object: exactly once, whatever happens to the answers.
//!
//! The id is chosen before, so a second create can't make a second file; whatever may have been
//! done is asked for by id before it is repeated; and what Drive says it has (length, MD5) is
//! compared with what was sent. MD5 finds accidents, not attackers: those meet the seal.

mod long;
mod sessions;
mod sum;

use backup::{ObjectName, Progress, RemoteError, Staged};

use crate::api::{Meta, NewObject};
use crate::fault::{Fault, ours};
use crate::ids::Chosen;
use crate::place::{Found, Place};
use crate::retry::Tries;

pub(crate) use sessions::Sessions;
use sum::Sum;

/// What goes in one request; longer ones take a session.
const WHOLE: u64 = 5_000_000;

/// What Drive's file of an id is, seen from what is to be put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum There {
    /// Just that.
    Same,
    /// Something else under the object's name.
    Other,
    /// In the trash.
    Trashed,
    /// Another object altogether: somebody else took the id.
    Foreign,
}

/// A put under way.
struct Putting<'a> {
    name: &'a ObjectName,
    folder: String,
    sum: Sum,
    chosen: Chosen,
    /// It may be there: ask.
    ask: bool,
    /// Bytes went out in this put.
    sent: bool,
}

impl Putting<'_> {
    fn object(&self) -> NewObject<'_> {
        NewObject {
            id: &self.chosen.id,
            name: self.name.as_str(),
            folder: &self.folder,
        }
    }

    fn judge(&self, file: &Meta) -> There {
        let same = file.size() == Some(self.sum.size)
            && file.md5.as_ref().is_none_or(|md5| *md5 == self.sum.md5);
        if file.trashed {
            There::Trashed
        } else if file.name != self.name.as_str() {
            There::Foreign
        } else if same {
            There::Same
        } else {
            There::Other
        }
    }
}

impl Place {
    pub(crate) async fn put(
        &self,
        progress: &dyn Progress,
        name: &ObjectName,
        staged: &Staged,
    ) -> Result<(), RemoteError> {
        let folder = self.folder(progress).await?;
        let sum = Sum::of(staged, progress)?;
        if self.ids.is_new() && self.ids.of(name).map_err(ours)?.is_none() {
            self.adopt(progress, &folder, name).await?;
        }
        let chosen = self.choose(progress, name).await?;
        let mut putting = Putting {
            name,
            folder,
            sum,
            ask: chosen.before,
            chosen,
            sent: false,
        };
        let mut tries = self.tries(progress);
        loop {
            if let Some(file) = self.ask(progress, &mut putting, &mut tries).await?
                && self
                    .settle(progress, &mut putting, &file, &mut tries)
                    .await?
            {
                return Ok(());
            }
            if putting.ask {
                continue; // the id is another one now
            }
            match self.send(progress, &mut putting, staged, &mut tries).await {
                Ok(file) => {
                    putting.sent = true;
                    if self
                        .settle(progress, &mut putting, &file, &mut tries)
                        .await?
                    {
                        return Ok(());
                    }
                }
                Err(Fault::InUse) => {
                    putting.ask = true;
                    tries.after(Fault::unsure("HTTP 409")).await?;
                }
                Err(Fault::NotFound) => {
                    self.check_folder(progress).await?;
                    return Err(Fault::NotFound.into_error());
                }
                Err(fault) => {
                    // Any other answer says that nothing was done.
                    let unsure = matches!(fault, Fault::Unsure { .. });
                    putting.ask |= unsure;
                    putting.sent |= unsure;
                    tries.after(fault).await?;
                }
            }
        }
    }

    /// Where nothing is remembered: what is there under the name already is the object.
    async fn adopt(
        &self,
        progress: &dyn Progress,
        folder: &str,
        name: &ObjectName,
    ) -> Result<(), RemoteError> {
        match self.named(progress, folder, name).await?.first() {
            Some(found) => self.ids.set(name, &found.id).map_err(ours),
            None => Ok(()),
        }
    }

    async fn choose(
        &self,
        progress: &dyn Progress,
        name: &ObjectName,
    ) -> Result<Chosen, RemoteError> {
        loop {
            if let Some(chosen) = self.ids.choose(name).map_err(ours)? {
                return Ok(chosen);
            }
            self.fetch_ids(progress).await?;
        }
    }

    /// What is there, when something may be.
    async fn ask(
        &self,
        progress: &dyn Progress,
        putting: &mut Putting<'_>,
        tries: &mut Tries<'_>,
    ) -> Result<Option<Meta>, RemoteError> {
        while putting.ask {
            match self.api.get(progress, &putting.chosen.id).await {
                Ok(file) => {
                    putting.ask = false;
                    return Ok(file);
                }
                Err(fault) => tries.after(fault).await?,
            }
        }
        Ok(None)
    }

    async fn send(
        &self,
        progress: &dyn Progress,
        putting: &mut Putting<'_>,
        staged: &Staged,
        tries: &mut Tries<'_>,
    ) -> Result<Meta, Fault> {
        if putting.sum.size > WHOLE {
            return self.send_long(progress, putting, staged, tries).await;
        }
        let bytes = sum::bytes(staged)?;
        let file = self.api.create(progress, &putting.object(), &bytes).await?;
        progress.advance(putting.sum.size);
        Ok(file)
    }

    /// Whether the file that is there ends the put. If it doesn't, the next try has an id that is
    /// free.
    async fn settle(
        &self,
        progress: &dyn Progress,
        putting: &mut Putting<'_>,
        file: &Meta,
        tries: &mut Tries<'_>,
    ) -> Result<bool, RemoteError> {
        match putting.judge(file) {
            There::Same => {
                let (id, size) = (file.id.clone(), putting.sum.size);
                self.saw(putting.name, Found { id, size });
                return Ok(true);
            }
            There::Other if putting.sent => {
                // Ours, and damaged on the way: it goes before another takes its name.
                let work = async || self.api.delete(progress, &file.id).await;
                let deleted = self.again(progress, work).await;
                deleted.map_err(Fault::into_error)?;
                let again = tries.after(Fault::unsure("another checksum")).await;
                self.change_id(progress, putting).await?;
                again.map_err(|error| match error {
                    RemoteError::Cancelled => error,
                    _ => differs(putting),
                })?;
            }
            There::Other => return Err(differs(putting)),
            There::Trashed => {
                self.check_folder(progress).await?;
                tries.after(Fault::unsure("in the trash")).await?;
                self.change_id(progress, putting).await?;
            }
            There::Foreign => self.change_id(progress, putting).await?,
        }
        Ok(false)
    }

    async fn change_id(
        &self,
        progress: &dyn Progress,
        putting: &mut Putting<'_>,
    ) -> Result<(), RemoteError> {
        let old = &putting.chosen.id;
        self.ids.forget(putting.name, old).map_err(ours)?;
        self.sessions.remove(putting.name).map_err(ours)?;
        putting.chosen = self.choose(progress, putting.name).await?;
        (putting.ask, putting.sent) = (putting.chosen.before, false);
        Ok(())
    }
}

fn differs(putting: &Putting<'_>) -> RemoteError {
    RemoteError::Differs {
        name: putting.name.clone(),
    }
}
