//! The thread that goes to the remotes: looking, proving, restoring, ending versions, adding a remote.
//!
//! All of it is done here, with the key that the screens hold, but for one thing: a version is made
//! by this program started anew (`make`). An image of the ledger needs locks that a process loses
//! when it has the file open through SQLite, and would make it lose SQLite's own. Nothing in this
//! room opens `ledger.db` or what lies beside it.

mod add;
mod keeper;
mod make;
mod prove;
mod prune;
mod recall;
mod restore;
mod watch;

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use ops::session::{LedgerDir, LedgerKey};

use super::answer::remembered;
use super::ground::Ground;
use super::keyboard::Inbound;
use crate::app::{Answer, Reply, Ticket, Trouble};
use crate::cli::error::{Failure, Kind};
use crate::i18n::{Language, Texts};
use crate::screens::backups::{Came, Errand};
use keeper::Keeper;
use recall::Recall;

/// The ledger whose versions they are.
pub(super) struct Held {
    /// Where it lies.
    pub(super) directory: LedgerDir,
    /// What opens it, and every version of it.
    pub(super) key: LedgerKey,
}

/// Something for the thread to do.
pub(super) enum ErrandOrder {
    /// From now on this ledger, or none.
    Hold(Option<Box<Held>>),
    /// Go.
    Go(Ticket, Errand, Language),
}

/// The thread, seen from the loop.
pub(super) struct Errands {
    orders: Sender<ErrandOrder>,
    recall: Arc<Recall>,
    thread: JoinHandle<()>,
}

impl Errands {
    /// Starts it; what comes of the errands goes to `out`.
    pub(super) fn start(ground: Ground, out: Sender<Inbound>) -> Self {
        let (orders, errands) = mpsc::channel();
        let recall = Arc::new(Recall::default());
        let shared = Arc::clone(&recall);
        let thread = thread::spawn(move || serve(&ground, &errands, &shared, &out));
        Self {
            orders,
            recall,
            thread,
        }
    }

    /// Who may tell it of a ledger.
    pub(super) fn orders(&self) -> Sender<ErrandOrder> {
        self.orders.clone()
    }

    /// Sends somebody.
    pub(super) fn send(&self, ticket: Ticket, errand: Errand, language: Language) {
        let _ = self.orders.send(ErrandOrder::Go(ticket, errand, language));
    }

    /// Gives up the errand that is under way.
    pub(super) fn cancel(&self) {
        self.recall.cancel();
    }

    /// Forgets the ledger and its key. A version that is being made needs neither and is finished.
    pub(super) fn close(&self) {
        self.recall.cancel_but_making();
        let _ = self.orders.send(ErrandOrder::Hold(None));
    }

    /// The program ends: nothing goes on without it.
    pub(super) fn call_back(&self) {
        self.recall.end();
    }

    /// Waits for the thread.
    pub(super) fn end(self) {
        drop(self.orders);
        let _ = self.thread.join();
    }
}

fn serve(
    ground: &Ground,
    orders: &Receiver<ErrandOrder>,
    recall: &Arc<Recall>,
    out: &Sender<Inbound>,
) {
    let mut held: Option<Box<Held>> = None;
    while let Ok(order) = orders.recv() {
        match order {
            ErrandOrder::Hold(next) => held = next,
            ErrandOrder::Go(ticket, errand, language) => {
                let Some(held) = &held else { continue };
                let texts = Texts::of_screens(language);
                recall.begin(matches!(errand, Errand::Make(_)));
                let keeper = Keeper {
                    ground,
                    held,
                    texts: &texts,
                    recall,
                    out,
                };
                let came = keeper.go(errand).map(|came| Came {
                    // Who hears of it knows the remotes as they are now.
                    remotes: remembered(&held.directory, ground, &texts).ok(),
                    ..came
                });
                let outcome = told(came, &texts);
                let reply = Inbound::Reply(Reply { ticket, outcome });
                if out.send(reply).is_err() {
                    return;
                }
            }
        }
    }
}

/// What came of an errand, as it is told; one that was given up is no trouble.
fn told(came: Result<Came, Failure>, texts: &Texts) -> Result<Answer, Trouble> {
    match came {
        Ok(came) => Ok(Answer::Came(Box::new(came))),
        Err(failure) if failure.kind == Kind::Interrupted => Ok(Answer::Came(Box::new(Came {
            said: Some(texts.get("tell-errand-cancelled")),
            ..Came::default()
        }))),
        Err(failure) => Err(failure.into()),
    }
}
