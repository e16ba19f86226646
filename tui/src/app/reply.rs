//! What an answer changes: that of a question, of a change, of opening a ledger.

use zeroize::Zeroizing;

use super::errand::ERRAND;
use super::update::{CHANGE, OPENING};
use super::{Answer, Dialog, Done, Effect, Model, Notice, Reply, ScreenId, Trouble};
use crate::screens::{self, Screen};

impl Model {
    /// Takes an answer, unless nobody waits for it any more.
    pub(super) fn reply(&mut self, Reply { ticket, outcome }: Reply) -> Vec<Effect> {
        if ticket.slot == ERRAND {
            return self.came_back(ticket, outcome);
        }
        let awaited = if ticket.slot == CHANGE {
            // After locking nothing is awaited: what a change says would be read by anybody.
            let before = self.changes.len();
            self.changes.retain(|change| *change != ticket);
            self.changes.len() < before
        } else {
            self.is_latest(ticket)
        };
        if !awaited {
            return Vec::new();
        }
        if ticket.slot != CHANGE {
            self.settle(ticket);
        }
        let from_form = self.sent.take_if(|sent| *sent == ticket).is_some();
        if self.job.as_ref().is_some_and(|job| job.ticket == ticket) {
            self.job = None;
            self.close_job();
        }
        match outcome {
            Ok(Answer::Facts(facts)) => self.learn(*facts),
            Ok(Answer::Backups(remotes)) => {
                self.backups.remember(remotes);
                let (stack, _, cx) = self.parts();
                let follows = stack.top_mut().page_mut().remembered(&cx);
                self.perform(self.stack.top_id(), follows)
            }
            Ok(Answer::Opened {
                recovery_code,
                demo,
            }) => self.opened(recovery_code, demo),
            Ok(Answer::Done(done)) => self.saved(ticket.screen, from_form, &done),
            Ok(answer) => {
                let (stack, _, cx) = self.parts();
                let Some((id, screen)) = ticket
                    .screen
                    .zip(ticket.screen.and_then(|id| stack.get_mut(id)))
                else {
                    return Vec::new();
                };
                let follows = screen.page_mut().answered(ticket.slot, answer, &cx);
                self.perform(id, follows)
            }
            Err(trouble) if self.demo_asked == Some(ticket) => {
                // There is nothing to look at; a passphrase would be asked for another ledger.
                self.failed = Some(trouble);
                vec![Effect::Quit]
            }
            Err(trouble) if ticket.slot == OPENING && ticket.screen.is_none() => {
                self.wipe(Screen::unlock(&self.appearance.texts));
                self.refused(Some(self.stack.top_id()), ticket.slot, trouble)
            }
            Err(trouble) if from_form => {
                if let Some(Dialog::Form(form)) = &mut self.dialog {
                    form.fail(trouble);
                }
                Vec::new()
            }
            Err(trouble) => {
                if ticket.slot == OPENING {
                    self.recovery = None;
                }
                let mut effects = self.refused(ticket.screen, ticket.slot, trouble);
                if ticket.slot == CHANGE {
                    // What was read before may be why: somebody else changed the ledger meanwhile.
                    effects.extend(self.reload());
                }
                effects
            }
        }
    }

    /// Closes the pane of what was going on, if one looks at it.
    pub(super) fn close_job(&mut self) {
        if matches!(&self.dialog, Some(Dialog::Message(message)) if message.job) {
            self.dialog = None;
        }
    }

    fn refused(
        &mut self,
        screen: Option<ScreenId>,
        slot: &'static str,
        trouble: Trouble,
    ) -> Vec<Effect> {
        let (stack, _, cx) = self.parts();
        let rest = match screen.and_then(|id| stack.get_mut(id)) {
            Some(screen) => screen.page_mut().refused(slot, trouble, &cx),
            None => Some(trouble),
        };
        if let Some(trouble) = rest {
            self.notice = Some(Notice::Bad(trouble));
        }
        Vec::new()
    }

    fn saved(&mut self, screen: Option<ScreenId>, from_form: bool, done: &Done) -> Vec<Effect> {
        if from_form {
            self.dialog = None;
        }
        if !done.said.is_empty() {
            self.notice = Some(Notice::Good(done.said.clone()));
        }
        let (stack, _, cx) = self.parts();
        let mut effects = Vec::new();
        if let Some((id, screen)) = screen.zip(screen.and_then(|id| stack.get_mut(id))) {
            let follows = screen.page_mut().done(done, &cx);
            effects = self.perform(id, follows);
        }
        effects.extend(self.reload());
        effects
    }

    fn opened(&mut self, recovery_code: Option<Zeroizing<String>>, demo: bool) -> Vec<Effect> {
        self.open = true;
        self.demo = demo;
        let mut effects = self.begin();
        if let Some(code) = self.recovery.take() {
            let settings = screens::settings::State::recovering(code);
            effects.extend(self.push(Screen::Settings(Box::new(settings))));
        }
        if let Some(code) = recovery_code {
            let texts = &self.appearance.texts;
            let mut message = super::Message::new(
                texts.get("title-recovery-code"),
                vec![texts.get("say-recovery-why"), String::new()],
            );
            message.lines.push(code);
            message.lines.push(texts.get("say-recovery-close").into());
            self.dialog = Some(Dialog::Message(message));
        }
        effects.extend(self.ask_facts());
        effects
    }
}
