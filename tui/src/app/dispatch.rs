//! Carries out what a screen said should follow.

use super::stack::Stack;
use super::update::{FACTS, OPENING};
use super::{
    Change, Context, Dialog, Do, Effect, Facts, Job, Model, Opening, Read, ScreenId, Ticket,
};
use crate::config::{Key, Setting};
use crate::i18n::{Language, Texts};
use crate::present::MoneyStyle;
use crate::screens::Screen;

impl Model {
    /// The screens and the dialog to change, with what they may look at meanwhile.
    pub(super) fn parts(&mut self) -> (&mut Stack, Option<&mut Dialog>, Context<'_>) {
        let cx = Context {
            texts: &self.appearance.texts,
            style: &self.style,
            theme: &self.appearance.theme,
            keymap: &self.appearance.keymap,
            facts: &self.facts,
            backups: &self.backups,
            today: self.today,
            hidden: self.hidden,
            size: (
                self.size.0,
                self.size.1.saturating_sub(super::model::FRAME_ROWS),
            ),
        };
        (&mut self.stack, self.dialog.as_mut(), cx)
    }

    /// Does what a screen asked for.
    pub(super) fn perform(&mut self, from: ScreenId, follows: Vec<Do>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for next in follows {
            match next {
                Do::Read(slot, read) => {
                    let ticket = self.ticket(Some(from), slot);
                    effects.push(Effect::Read(ticket, read));
                }
                Do::Forget(slot) => {
                    let ticket = self.ticket(Some(from), slot);
                    self.settle(ticket);
                    effects.push(Effect::Forget(ticket));
                }
                Do::Change(change) => effects.push(self.change(Some(from), change)),
                Do::Errand(errand) => effects.extend(self.send(from, errand)),
                Do::Open(opening) => {
                    self.recovery = match &opening {
                        Opening::RecoveryCode(code) => Some(code.clone()),
                        _ => None,
                    };
                    let ticket = self.ticket(Some(from), OPENING);
                    effects.push(Effect::Open(ticket, opening));
                }
                Do::Push(screen) => effects.extend(self.push(*screen)),
                Do::Back => effects.extend(self.back()),
                Do::Ask(dialog) => {
                    self.dialog = Some(dialog);
                    self.check_dialog();
                }
                Do::Say(notice) => self.notice = Some(notice),
                Do::Act(action) => effects.extend(self.act(action)),
                Do::Rewrap(rewrap) => {
                    let ticket = self.job(Some(from));
                    effects.push(Effect::Rewrap(ticket, rewrap));
                }
                Do::Configure(setting, value) => effects.push(Effect::Configure(setting, value)),
                Do::Speak(language) => effects.extend(self.speak(language)),
            }
        }
        effects
    }

    /// Says everything in another language from now on, and remembers it.
    fn speak(&mut self, language: Language) -> Vec<Effect> {
        self.appearance.texts = Texts::of_screens(language);
        if let Screen::Welcome(welcome) = self.stack.top_mut() {
            welcome.translate(&self.appearance.texts);
        }
        let mut effects = vec![
            Effect::Speak(language),
            Effect::Configure(
                Setting::Value(Key::Language),
                Some(language.as_str().to_owned()),
            ),
        ];
        effects.extend(self.reload());
        effects
    }

    /// Asks for a change; until it is answered it is a job.
    pub(super) fn change(&mut self, from: Option<ScreenId>, change: Change) -> Effect {
        Effect::Change(self.job(from), change)
    }

    fn job(&mut self, from: Option<ScreenId>) -> Ticket {
        let ticket = self.change_ticket(from);
        self.job = Some(Job {
            said: self.appearance.texts.get("say-saving"),
            step: None,
            ticket,
        });
        ticket
    }

    /// Puts a screen on top and lets it ask for what it shows.
    pub(super) fn push(&mut self, screen: Screen) -> Vec<Effect> {
        self.stack.push(screen);
        self.load()
    }

    /// Goes back to the screen below, which looks again at what may have changed.
    pub(super) fn back(&mut self) -> Vec<Effect> {
        if self.stack.pop() {
            self.load()
        } else {
            Vec::new()
        }
    }

    /// Lets the screen on top ask for what it shows.
    pub(super) fn load(&mut self) -> Vec<Effect> {
        let (stack, _, cx) = self.parts();
        let follows = stack.top_mut().page_mut().load(&cx);
        let mut effects = self.perform(self.stack.top_id(), follows);
        effects.extend(self.ask_backups());
        effects
    }

    /// The ledger changed: everything that is seen is asked for again.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        if !self.open {
            return Vec::new();
        }
        let mut effects = self.ask_facts();
        effects.extend(self.load());
        effects
    }

    pub(super) fn ask_facts(&mut self) -> Vec<Effect> {
        let ticket = self.ticket(None, FACTS);
        vec![Effect::Read(ticket, Read::Facts)]
    }

    /// Takes in what is known of the ledger.
    pub(super) fn learn(&mut self, facts: Facts) -> Vec<Effect> {
        let home = facts.currency.map(|currency| currency.code);
        self.style =
            MoneyStyle::new(self.appearance.texts.language(), home).with_symbols(&facts.known);
        self.facts = facts;
        let (stack, _, cx) = self.parts();
        let follows = stack.top_mut().page_mut().learned(&cx);
        let mut effects = self.perform(self.stack.top_id(), follows);
        for key in std::mem::take(&mut self.held) {
            effects.extend(self.key(key));
        }
        effects
    }

    /// Lets the screen say how the form over it is understood.
    pub(super) fn check_dialog(&mut self) {
        let (stack, dialog, cx) = self.parts();
        if let Some(Dialog::Form(form)) = dialog {
            stack.top_mut().page_mut().check(form, &cx);
        }
    }
}
