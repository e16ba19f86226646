//! The daemon's place: the lock in the ledger's directory and the socket, taken anew when they are
//! swept away.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use backup::Home;
use backup::control::{Doing, Status, socket_path};
use vault::socket::DoorError;

use super::message::Message;
use crate::control::Control;
use crate::instance::{Instance, InstanceError};
use crate::load;

pub(super) struct Post {
    home: Home,
    socket: PathBuf,
    messages: Sender<Message>,
    instance: Option<Instance>,
    control: Option<Control>,
}

impl Post {
    pub(super) fn new(home: &Home, runtime: Option<&Path>, messages: Sender<Message>) -> Self {
        Self {
            socket: socket_path(runtime, home),
            home: home.clone(),
            messages,
            instance: None,
            control: None,
        }
    }

    /// Takes the place where it is not taken; without a ledger there is none to take.
    pub(super) fn settle(&mut self) -> Result<(), InstanceError> {
        self.instance.take_if(|instance| !instance.is_standing());
        self.control.take_if(|control| !control.is_standing());
        if !load::has_ledger(&self.home) {
            return Ok(());
        }
        let mut is_new = false;
        if self.instance.is_none() {
            self.instance = Some(Instance::take(&self.home)?);
            is_new = true;
        }
        if self.control.is_none() {
            self.control = self.listen()?;
            is_new = true;
        }
        if is_new && let Some(instance) = &mut self.instance {
            instance.tell(self.control.as_ref().map(Control::path))?;
        }
        Ok(())
    }

    /// Opens the socket; without one the work goes on, but nobody can ask.
    fn listen(&self) -> Result<Option<Control>, InstanceError> {
        let messages = self.messages.clone();
        let ask = move |asked| messages.send(Message::Asked(asked)).is_ok();
        match Control::open(&self.socket, ask) {
            Ok(control) => Ok(Some(control)),
            Err(DoorError::Taken) => Err(InstanceError::Taken),
            Err(error) => {
                tracing::warn!("`luka sync` can't reach this daemon: {error}");
                Ok(None)
            }
        }
    }
}

/// How things are, in a line without names.
pub(super) fn line(status: &Status) -> String {
    if let Some(obstacle) = status.obstacle {
        return format!("waiting: {}", load::advice(obstacle));
    }
    let count = |what: &dyn Fn(&backup::control::RemoteReport) -> bool| {
        status.remotes.iter().filter(|remote| what(remote)).count()
    };
    let mut line = format!("{} remote(s)", status.remotes.len());
    for (count, word) in [
        (count(&|it| it.doing != Doing::Nothing), "busy"),
        (count(&|it| it.contact.failure.is_some()), "failing"),
        (count(&|it| it.held), "waiting for a person"),
        (count(&|it| it.damaged), "damaged"),
    ] {
        if count > 0 {
            // Writing to a string doesn't fail.
            let _ = write!(line, ", {count} {word}");
        }
    }
    if status.paused {
        line.push_str(", paused");
    }
    line
}
