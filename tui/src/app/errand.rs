//! Errands to the remotes: one at a time, beside the changes, and told of wherever one is by then.
//!
//! Nothing here waits for a remote. What an errand found is kept for all screens; what it has to
//! say is said in the bottom line, even when the screen that sent it is gone.

use super::{Answer, Dialog, Effect, Job, Model, Notice, Read, ScreenId, Ticket, Trouble};
use crate::i18n::text;
use crate::screens::backups::Errand;

/// For what came of an errand.
pub(super) const ERRAND: &str = "errand";
/// For what is remembered of the remotes.
const BACKUPS: &str = "backups";

impl Model {
    /// Sends somebody to a remote; one at a time.
    pub(super) fn send(&mut self, from: ScreenId, errand: Errand) -> Option<Effect> {
        let why = match &self.errand {
            _ if self.demo => Some("why-demo-backups"),
            Some(_) => Some("why-errand"),
            None => None,
        };
        if let Some(why) = why {
            let said = self.appearance.texts.get(why);
            self.notice = Some(Notice::Plain(said));
            return None;
        }
        let ticket = self.errand_ticket(from);
        self.errand = Some(Job {
            said: errand.said(&self.appearance.texts),
            step: None,
            ticket,
        });
        Some(Effect::Errand(ticket, errand))
    }

    /// Asks what is remembered of the remotes: files of this machine, nobody is waited for.
    pub(super) fn ask_backups(&mut self) -> Option<Effect> {
        if !self.open {
            return None;
        }
        let ticket = self.ticket(None, BACKUPS);
        Some(Effect::Read(ticket, Read::Backups))
    }

    /// Gives up what is going on and is looked at: a change before an errand.
    pub(super) const fn give_up(&self) -> Effect {
        match self.job {
            Some(_) => Effect::CancelChange,
            None => Effect::CancelErrand,
        }
    }

    /// What would be given up by leaving now.
    pub(super) fn on_its_way(&self) -> Option<String> {
        let errand = self.errand.as_ref()?;
        let what = errand.said.as_str();
        Some(text!(self.appearance.texts, "say-not-done", what = what))
    }

    /// Somebody came back from a remote.
    pub(super) fn came_back(
        &mut self,
        ticket: Ticket,
        outcome: Result<Answer, Trouble>,
    ) -> Vec<Effect> {
        // After locking nothing is awaited: what is said would be read by anybody.
        if self
            .errand
            .take_if(|errand| errand.ticket == ticket)
            .is_none()
        {
            return Vec::new();
        }
        if self.job.is_none() {
            self.close_job();
        }
        let from_form = self.sent.take_if(|sent| *sent == ticket).is_some();
        let mut effects: Vec<Effect> = self.ask_backups().into_iter().collect();
        match outcome {
            Ok(Answer::Came(came)) => {
                if from_form {
                    self.dialog = None;
                }
                self.backups.take(&came);
                if let Some(said) = &came.said {
                    self.notice = Some(Notice::Good(said.clone()));
                }
                if let Some(trouble) = &came.trouble {
                    self.notice = Some(Notice::Bad(trouble.clone()));
                }
                let (stack, _, cx) = self.parts();
                let screen = ticket.screen.and_then(|id| Some((id, stack.get_mut(id)?)));
                if let Some((id, screen)) = screen {
                    let follows = screen.page_mut().answered(ERRAND, Answer::Came(came), &cx);
                    effects.extend(self.perform(id, follows));
                }
            }
            Ok(_) => {}
            Err(trouble) => match &mut self.dialog {
                Some(Dialog::Form(form)) if from_form => form.fail(trouble),
                _ => self.notice = Some(Notice::Bad(trouble)),
            },
        }
        effects
    }
}
