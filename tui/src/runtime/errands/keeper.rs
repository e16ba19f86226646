//! Who goes: the ledger, its remotes, and what looking at them finds.

use std::sync::mpsc::Sender;
use std::time::Duration;

use backup::{Catalog, FailureKind, Home, ObjectName, RemoteName, Site, Version};
use chrono::{DateTime, Utc};
use ops::backup::{EstablishError, establish};
use ops::session::KeyFile;

use super::Held;
use super::recall::Recall;
use super::watch::Watch;
use crate::app::Trouble;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::config::{Config, ConfigFile};
use crate::i18n::{Texts, text};
use crate::remotes;
use crate::runtime::ground::Ground;
use crate::runtime::keyboard::Inbound;
use crate::screens::backups::{Came, Errand, Gone};

/// How long another program that is at the same remote is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Somebody on an errand.
pub(super) struct Keeper<'a> {
    pub(super) ground: &'a Ground,
    pub(super) held: &'a Held,
    pub(super) texts: &'a Texts,
    pub(super) recall: &'a Recall,
    pub(super) out: &'a Sender<Inbound>,
}

impl Keeper<'_> {
    /// Does an errand.
    pub(super) fn go(&self, errand: Errand) -> Result<Came, Failure> {
        match errand {
            Errand::Look(remotes) => self.look(remotes),
            Errand::Make(remote) => self.make(&remote),
            Errand::Verify(remote, version) => self.verify(&remote, &version),
            Errand::Restore(wanted) => self.restore(&wanted),
            Errand::Plan(remote) => self.plan(&remote),
            Errand::Prune(plan) => self.prune(&plan),
            Errand::Add { name, path } => self.add(&name, &path),
        }
    }

    /// What the ledger's directory keeps for backups.
    pub(super) fn home(&self) -> Home {
        Home::of(self.held.directory.path())
    }

    /// Now.
    pub(super) fn now(&self) -> DateTime<Utc> {
        let now = DateTime::from_timestamp_millis(self.ground.clock().now_ms);
        now.unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// Tells how far one is.
    pub(super) fn watch(&self) -> Watch<'_> {
        Watch::new(self.out, self.recall)
    }

    /// What the configuration says now.
    pub(super) fn config(&self) -> Result<Config, Failure> {
        let file = ConfigFile::load(self.ground.places.config_file()).or_explain(self.texts)?;
        Ok(file.config().clone())
    }

    /// Takes hold of a remote.
    pub(super) fn site(&self, name: &RemoteName) -> Result<Site, Failure> {
        let (home, texts) = (self.home(), self.texts);
        let keys = self.keys(name)?;
        let remote = remotes::open(&home, name).or_explain(texts)?;
        Site::open(&home, name, remote, keys, PATIENCE)
            .or_explain(texts)
            .map_err(|failure| about(name, failure))
    }

    /// The backup key. A machine without one gets it by the key of the ledger, which is at hand.
    pub(super) fn keys(&self, name: &RemoteName) -> Result<backup::Keys, Failure> {
        let (home, texts) = (self.home(), self.texts);
        if let Some(keys) = home.keys().or_explain(texts)? {
            return Ok(keys);
        }
        let mut remote = remotes::open(&home, name).or_explain(texts)?;
        self.keys_at(remote.as_mut())
            .map_err(|failure| about(name, failure))
    }

    /// Makes sure that a remote keeps no other ledger, and that there is a backup key.
    pub(super) fn keys_at(&self, remote: &mut dyn backup::Remote) -> Result<backup::Keys, Failure> {
        let texts = self.texts;
        let slots = KeyFile::load(&self.held.directory.keys()).or_explain(texts)?;
        let key = || Ok::<_, EstablishError>(self.held.key.duplicate());
        establish(&self.home(), remote, &slots, key).or_explain(texts)
    }

    /// Asks remotes what they hold; one that does not answer keeps none of the others from it.
    fn look(&self, names: Vec<RemoteName>) -> Result<Came, Failure> {
        let mut came = Came::default();
        for name in names {
            match self.looked(&name) {
                Ok(gone) => {
                    let trouble = self.trouble_of(&name, &gone);
                    came.trouble = came.trouble.or(trouble);
                    came.looked.push((name, gone));
                }
                Err(failure) if failure.kind == Kind::Interrupted => return Err(failure),
                Err(failure) => came.trouble = Some(failure.into()),
            }
        }
        Ok(came)
    }

    /// What is gone from a remote.
    pub(super) fn looked(&self, name: &RemoteName) -> Result<Gone, Failure> {
        let mut site = self.site(name)?;
        let catalog = self.catalog(&mut site)?;
        Ok(Gone {
            lost: catalog.lost,
            damaged: catalog.damaged,
        })
    }

    /// Lists what a remote holds. What is gone counts as proven no longer.
    pub(super) fn catalog(&self, site: &mut Site) -> Result<Catalog, Failure> {
        let catalog = match site.catalog(&self.watch()).or_explain(self.texts) {
            Ok(catalog) => catalog,
            Err(failure) => return Err(about(site.name(), failure)),
        };
        for name in catalog.lost.iter().chain(&catalog.damaged) {
            // What was found before is no other failure.
            if !is_distrusted(site, name) {
                site.distrust(name, self.now()).or_explain(self.texts)?;
            }
        }
        Ok(catalog)
    }

    /// What is gone, as something to be worried about.
    pub(super) fn trouble_of(&self, name: &RemoteName, gone: &Gone) -> Option<Trouble> {
        let count = |names: &[ObjectName]| i64::try_from(names.len()).unwrap_or(i64::MAX);
        if gone.is_nothing() {
            return None;
        }
        let message = text!(
            self.texts,
            "error-versions-gone",
            lost = count(&gone.lost),
            damaged = count(&gone.damaged)
        );
        let hint = if gone.lost.is_empty() {
            "hint-versions-damaged"
        } else {
            "hint-versions-lost"
        };
        Some(Trouble {
            message: format!("{name}: {message}"),
            hint: Some(self.texts.get(hint)),
        })
    }
}

/// Whether a version counts as proven no longer, and that is remembered.
fn is_distrusted(site: &Site, name: &ObjectName) -> bool {
    let failure = site.contact().failure.as_ref();
    let told = failure.is_some_and(|failure| failure.kind == FailureKind::Integrity);
    let trusted = |one: &Version| one.verified_at.is_some() || one.proven_at.is_some();
    let mut known = site.remembered().into_iter();
    told && !known.any(|one| one.name == *name && trusted(&one))
}

/// A failure with the remote's name before it; one that was given up is told by nobody.
pub(super) fn about(name: &RemoteName, failure: Failure) -> Failure {
    Failure {
        message: format!("{name}: {}", failure.message),
        ..failure
    }
}
