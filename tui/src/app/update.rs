//! What a message changes, and what follows from it.

use crossterm::event::{Event, KeyEvent, KeyEventKind};

use super::{Dialog, Do, Effect, Job, Looks, Model, Msg, Notice, Opening};
use crate::i18n::Texts;
use crate::keymap::{Action, Key, Lookup, Scope};
use crate::screens::Screen;
use crate::widgets::form::Outcome;

/// For which change a reply is.
pub(super) const CHANGE: &str = "change";
/// For what is known of the ledger.
pub(super) const FACTS: &str = "facts";
/// For opening a ledger.
pub(super) const OPENING: &str = "opening";

impl Model {
    /// Takes a message; what is to be done outside comes back.
    pub(crate) fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.typed(&Event::Paste(text)),
            Msg::Mouse(event, target) => self.mouse(event, target),
            Msg::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Msg::Reply(reply) => self.reply(reply),
            Msg::Progress(said) => {
                if let Some(job) = &mut self.job {
                    job.said = said;
                }
                self.tell_job();
                Vec::new()
            }
            Msg::Step(step) => {
                if let Some(job) = &mut self.job {
                    job.step = Some(step);
                }
                self.tell_job();
                Vec::new()
            }
            Msg::ErrandStep(step) => {
                if let Some(errand) = &mut self.errand {
                    errand.step = Some(step);
                }
                self.tell_job();
                Vec::new()
            }
            Msg::Configured(Ok(looks)) => self.dress(*looks),
            Msg::Configured(Err(trouble)) => {
                self.notice = Some(Notice::Bad(trouble));
                Vec::new()
            }
            Msg::Today(today) => {
                self.today = today;
                self.reload()
            }
            Msg::Idle if self.locks() => self.lock(),
            Msg::Idle => Vec::new(),
        }
    }

    /// Looks as the settings say from now on.
    fn dress(&mut self, looks: Looks) -> Vec<Effect> {
        self.appearance.theme = looks.theme;
        self.appearance.keymap = looks.keymap;
        let mut effects = Vec::new();
        let spoken = self.appearance.texts.language();
        if let Some(language) = looks.language.filter(|language| *language != spoken) {
            self.appearance.texts = Texts::of_screens(language);
            effects.push(Effect::Speak(language));
        }
        effects.extend(self.reload());
        effects
    }

    /// What follows from beginning: opening a ledger, if it is known how.
    pub(crate) fn begin_with(&mut self, opening: Option<Opening>) -> Vec<Effect> {
        let Some(opening) = opening else {
            return Vec::new();
        };
        let ticket = self.ticket(None, OPENING);
        self.demo_asked = matches!(opening, Opening::Demo { .. }).then_some(ticket);
        self.job = Some(Job {
            said: self.appearance.texts.get("say-opening"),
            step: None,
            ticket,
        });
        vec![Effect::Open(ticket, opening)]
    }

    /// Where keys come from now, the nearest first.
    pub(crate) fn scopes(&self) -> Vec<Scope> {
        if let Some(dialog) = &self.dialog {
            return dialog.scopes().to_vec();
        }
        let page = self.stack.top().page();
        let mut scopes = page.scopes().to_vec();
        if !page.is_typing() {
            scopes.push(Scope::Everywhere);
        }
        scopes.push(Scope::Always);
        scopes
    }

    /// Why an action can't be done now, as a text id.
    pub(crate) fn why_not(&self, action: Action) -> Option<&'static str> {
        let always = [
            Action::Help,
            Action::Palette,
            Action::Quit,
            Action::Suspend,
            Action::Redraw,
        ];
        if self.dialog.is_some() || always.contains(&action) {
            return None;
        }
        if !self.open && Self::needs_ledger(action) {
            return Some("why-locked");
        }
        if self.demo && action == Action::Lock {
            return Some("why-demo");
        }
        if action == Action::Jobs && self.job.is_none() && self.errand.is_none() {
            return Some("why-no-job");
        }
        self.stack.top().page().why_not(action, &self.context())
    }

    pub(super) fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        if key.kind == KeyEventKind::Release {
            return Vec::new();
        }
        self.notice = None;
        let scopes = self.scopes();
        if self.is_opening() {
            return self.hold(key, &scopes);
        }
        self.chord.push(Key::from(key));
        match self.appearance.keymap.look_up(&scopes, &self.chord) {
            Lookup::Action(action) => {
                self.chord.clear();
                self.act(action)
            }
            Lookup::More => Vec::new(),
            Lookup::Nothing => {
                let first = self.chord.len() == 1;
                self.chord.clear();
                if first {
                    self.typed(&Event::Key(key))
                } else {
                    Vec::new()
                }
            }
        }
    }

    /// True while the ledger that the program begins with is being opened, and until its names are
    /// known, which forms are filled in from.
    fn is_opening(&self) -> bool {
        let opening = |job: &Job| job.ticket.slot == OPENING && job.ticket.screen.is_none();
        let begun = self.awaits(None, FACTS) || self.job.as_ref().is_some_and(opening);
        begun && self.facts.currency.is_none()
    }

    /// Keeps a key until the ledger is open, for those who are faster; leaving needs no ledger.
    fn hold(&mut self, key: KeyEvent, scopes: &[Scope]) -> Vec<Effect> {
        const MOST: usize = 100;
        let meant = self.appearance.keymap.look_up(scopes, &[Key::from(key)]);
        if let Lookup::Action(action @ (Action::Quit | Action::Suspend | Action::Redraw)) = meant {
            return self.act(action);
        }
        self.held.push(key);
        self.held.truncate(MOST);
        Vec::new()
    }

    fn typed(&mut self, event: &Event) -> Vec<Effect> {
        self.warned = None;
        let (stack, dialog, cx) = self.parts();
        if let Some(dialog) = dialog {
            if matches!(dialog, Dialog::Form(form) if form.sending) {
                return Vec::new();
            }
            dialog.typed(event);
            if let Dialog::Form(form) = dialog {
                stack.top_mut().page_mut().check(form, &cx);
            }
            return Vec::new();
        }
        let page = stack.top_mut().page_mut();
        if !page.is_typing() {
            return Vec::new();
        }
        let follows = page.typed(event, &cx);
        self.perform(self.stack.top_id(), follows)
    }

    /// Does an action, wherever it belongs.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        let inside = self.dialog.is_none() && action == Action::Back;
        if inside && self.stack.top_mut().page_mut().back() {
            return self.load();
        }
        if self.asks_first(action) {
            return Vec::new();
        }
        if self.dialog.is_some() {
            return self.act_in_dialog(action);
        }
        if let Some(why) = self.why_not(action) {
            self.notice = Some(Notice::Plain(self.appearance.texts.get(why)));
            return Vec::new();
        }
        if let Some(effects) = self.act_anywhere(action) {
            return effects;
        }
        let (stack, _, cx) = self.parts();
        let follows = stack.top_mut().page_mut().act(action, &cx);
        self.perform(self.stack.top_id(), follows)
    }

    fn act_in_dialog(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Quit | Action::Suspend | Action::Redraw => {
                return self.act_anywhere(action).unwrap_or_default();
            }
            Action::Help if !matches!(self.dialog, Some(Dialog::Menu(_))) => {
                return Vec::new();
            }
            _ => {}
        }
        match &mut self.dialog {
            Some(Dialog::Form(form)) if form.sending => {
                // The change goes on as a job; what it says is said in the bottom line.
                if action == Action::Cancel {
                    self.dialog = None;
                    self.sent = None;
                }
                Vec::new()
            }
            Some(Dialog::Form(form)) => match form.act(action) {
                // A choice that was taken is understood as if it had been typed.
                Outcome::Submitted => {
                    self.check_dialog();
                    self.submit()
                }
                Outcome::Cancelled => {
                    self.dialog = None;
                    Vec::new()
                }
                Outcome::Stayed => {
                    self.check_dialog();
                    Vec::new()
                }
                Outcome::Ignored => Vec::new(),
            },
            Some(Dialog::Menu(menu)) => {
                if menu.act(action) {
                    return Vec::new();
                }
                let command = menu.current().map(|item| item.command.to_owned());
                let chosen = self.dialog.take().and_then(|dialog| dialog.chosen());
                match (action, chosen, command) {
                    (Action::Open, Some(chosen), _) => self.act(chosen),
                    (Action::CopyCommand, _, Some(command)) => self.copy(command),
                    _ => Vec::new(),
                }
            }
            Some(Dialog::Message(message)) if message.job && action == Action::Delete => {
                self.dialog = None;
                vec![self.give_up()]
            }
            Some(Dialog::Message(message)) => {
                if !message.act(action) {
                    self.dialog = None;
                }
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn submit(&mut self) -> Vec<Effect> {
        let (stack, dialog, cx) = self.parts();
        let Some(Dialog::Form(form)) = dialog else {
            return Vec::new();
        };
        match stack.top_mut().page_mut().submitted(form, &cx) {
            Err(error) => {
                form.refuse(error);
                Vec::new()
            }
            Ok(follows) => {
                // The form stays until the change is saved, so that nothing typed is lost.
                let sends =
                    |next: &Do| matches!(next, Do::Change(_) | Do::Rewrap(_) | Do::Errand(_));
                let sending = follows.iter().any(sends);
                let goes = follows.iter().any(|next| matches!(next, Do::Errand(_)));
                form.sending = sending;
                if !sending {
                    self.dialog = None;
                }
                let under_way = self.errand.as_ref().map(|errand| errand.ticket);
                let effects = self.perform(self.stack.top_id(), follows);
                let errand = self.errand.as_ref().map(|errand| errand.ticket);
                if goes && errand == under_way {
                    // Nobody could be sent; it was said why.
                    self.stay_open();
                    return effects;
                }
                let sent = self.changes.last().copied();
                self.sent = if goes { errand } else { sent }.filter(|_| sending);
                effects
            }
        }
    }

    /// What was typed can be sent again.
    fn stay_open(&mut self) {
        if let Some(Dialog::Form(form)) = &mut self.dialog {
            form.sending = false;
        }
    }

    /// Forgets the ledger and asks for the passphrase again.
    pub(super) fn lock(&mut self) -> Vec<Effect> {
        self.place = self.stack.iter().filter_map(Screen::route).collect();
        self.wipe(Screen::unlock(&self.appearance.texts));
        vec![Effect::Lock]
    }
}
