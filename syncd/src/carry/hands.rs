//! The jobs that are under way, each with its stopper.

use std::collections::BTreeMap;
use std::sync::mpsc::Sender;

use backup::{Home, Policy, RemoteName};

use super::{Ended, Order, Stopper, WorkError, begin};
use crate::schedule::{Action, Job};

/// Carries out what the schedule decides.
pub(crate) struct Hands<M> {
    home: Home,
    messages: Sender<M>,
    running: BTreeMap<RemoteName, Stopper>,
}

impl<M: From<Ended> + Send + 'static> Hands<M> {
    /// Ends are told as messages.
    pub(crate) fn new(home: Home, messages: Sender<M>) -> Self {
        Self {
            home,
            messages,
            running: BTreeMap::new(),
        }
    }

    /// Begins and stops.
    pub(crate) fn act(&mut self, actions: Vec<Action>, policy: Policy) {
        for action in actions {
            match action {
                Action::Begin(remote, job) => self.begin(remote, job, policy),
                Action::Cancel(remote) => {
                    if let Some(stopper) = self.running.get(&remote) {
                        stopper.stop();
                    }
                }
            }
        }
    }

    /// Forgets a job that has ended.
    pub(crate) fn ended(&mut self, remote: &RemoteName) {
        self.running.remove(remote);
    }

    fn begin(&mut self, remote: RemoteName, job: Job, policy: Policy) {
        let order = Order {
            home: self.home.clone(),
            remote: remote.clone(),
            job,
            policy,
        };
        let messages = self.messages.clone();
        // Nobody listens any more once the process ends.
        let tell = move |ended: Ended| drop(messages.send(ended.into()));
        match begin(order, tell) {
            Ok(stopper) => {
                self.running.insert(remote, stopper);
            }
            Err(error) => {
                tracing::error!(%error, "no thread for a backup");
                let ended = Ended {
                    remote,
                    job,
                    result: Err(WorkError::Thread(error)),
                    known: None,
                };
                drop(self.messages.send(ended.into()));
            }
        }
    }
}
