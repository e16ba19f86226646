//! Noticing that the ledger, or what is kept for its backups, has changed.
//!
//! Directories are watched, not files: SQLite and all who replace files make new ones. The watches
//! are made anew when a directory is another one than before (removed, replaced by a restore) or
//! is new. Since notices can be lost, everything is also looked at from time to time.

mod look;
mod place;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use backup::Home;
use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use look::Look;
use place::{Place, Watched};

/// What was noticed and not yet taken; told once however much there is.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    ledger: AtomicBool,
    settings: AtomicBool,
}

/// What changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The ledger.
    pub(crate) ledger: bool,
    /// The key or the remotes, or a directory itself.
    pub(crate) settings: bool,
}

impl Notices {
    /// Takes what was noticed.
    pub(crate) fn take(&self) -> Seen {
        Seen {
            ledger: self.ledger.swap(false, Ordering::AcqRel),
            settings: self.settings.swap(false, Ordering::AcqRel),
        }
    }

    /// Notes it; true when nobody was told of it yet.
    fn note(&self, place: Place) -> bool {
        let flag = match place {
            Place::Ledger => &self.ledger,
            Place::Settings => &self.settings,
        };
        !flag.swap(true, Ordering::AcqRel)
    }
}

/// The watches over one ledger's directory.
pub(crate) struct Watch {
    home: Home,
    tell: Arc<dyn Fn() + Send + Sync>,
    notices: Arc<Notices>,
    look: Look,
    watched: Watched,
    /// `None` when the system can't watch: the looks remain.
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Watches nothing until [`Watch::renew`]; `tell` is called when there is a notice to take.
    pub(crate) fn new(home: Home, tell: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            look: Look::at(&home),
            home,
            tell: Arc::new(tell),
            notices: Arc::default(),
            watched: Watched::default(),
            watcher: None,
        }
    }

    /// Takes what was noticed.
    pub(crate) fn take(&self) -> Seen {
        self.notices.take()
    }

    /// Looks at the ledger's files; whether they are others than at the last look.
    pub(crate) fn look(&mut self) -> bool {
        let now = Look::at(&self.home);
        std::mem::replace(&mut self.look, now.clone()) != now
    }

    /// Watches the directories that there are now. Read what matters after it, not before: then
    /// nothing that happens in between is missed.
    pub(crate) fn renew(&mut self) {
        let wanted = Watched::wanted(&self.home);
        if wanted == self.watched && self.watcher.is_some() {
            return;
        }
        self.watcher = self.begin(&wanted);
        self.watched = wanted;
    }

    fn begin(&self, wanted: &Watched) -> Option<RecommendedWatcher> {
        let (home, notices, tell) = (
            self.home.clone(),
            Arc::clone(&self.notices),
            Arc::clone(&self.tell),
        );
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                if places(&home, &event).fold(false, |new, place| notices.note(place) | new) {
                    tell();
                }
            })
            .inspect_err(
                |error| tracing::warn!(%error, "changes can't be watched, only looked for"),
            )
            .ok()?;
        for path in wanted.paths() {
            if let Err(error) = watcher.watch(path, RecursiveMode::NonRecursive) {
                tracing::warn!(error = %error.kind_text(), "a directory can't be watched, only looked at");
            }
        }
        Some(watcher)
    }
}

/// What an event is about; when notices were lost, everything.
fn places<'a>(
    home: &'a Home,
    event: &'a notify::Result<notify::Event>,
) -> impl Iterator<Item = Place> + 'a {
    let (paths, lost) = match event {
        Ok(event) if event.need_rescan() => (&[][..], true),
        Ok(event) if is_change(event.kind) => (&event.paths[..], false),
        Ok(_) => (&[][..], false),
        Err(_) => (&[][..], true),
    };
    let all = [Place::Ledger, Place::Settings].into_iter();
    paths
        .iter()
        .filter_map(|path| Place::of(home, path))
        .chain(all.filter(move |_| lost))
}

/// Whether an event says that something is other than before; being opened and read is not.
fn is_change(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_))
    )
}

/// The words for an error without the path in it.
trait KindText {
    fn kind_text(&self) -> String;
}

impl KindText for notify::Error {
    fn kind_text(&self) -> String {
        match &self.kind {
            notify::ErrorKind::Io(error) => error.kind().to_string(),
            notify::ErrorKind::PathNotFound => "not found".to_owned(),
            notify::ErrorKind::MaxFilesWatch => "too many watches".to_owned(),
            _ => "unknown".to_owned(),
        }
    }
}
