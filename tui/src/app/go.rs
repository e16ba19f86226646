//! The actions that work on every screen.

use super::{Change, Dialog, Effect, Item, Job, Menu, Message, Model, Notice};
use crate::i18n::text;
use crate::keymap::{Action, TABLE};
use crate::screens::{Route, Screen, entry};
use crate::widgets::hints::key_sign;

/// Which screen an action goes to.
const fn route(action: Action) -> Option<Route> {
    Some(match action {
        Action::GoHome => Route::Home,
        Action::GoTransactions => Route::Transactions,
        Action::GoAccounts => Route::Accounts,
        Action::GoCategories => Route::Categories,
        Action::GoPayees => Route::Payees,
        Action::GoGoals => Route::Goals,
        Action::GoReports => Route::Reports,
        Action::GoImport => Route::Import,
        Action::GoReview => Route::Review,
        Action::GoHistory => Route::History,
        Action::GoBackups => Route::Backups,
        Action::GoSettings => Route::Settings,
        _ => return None,
    })
}

impl Model {
    /// True for what makes no sense without an open ledger.
    pub(super) fn needs_ledger(action: Action) -> bool {
        route(action).is_some()
            || matches!(
                action,
                Action::Add | Action::AddTransfer | Action::Undo | Action::Redo | Action::Lock
            )
    }

    /// Whether something would be lost by an action that leaves the screen, or what lies over it.
    /// The first time that is said; the same action once more does it.
    pub(super) fn asks_first(&mut self, action: Action) -> bool {
        let again = self.warned.take() == Some(action);
        let leaves = match (&self.dialog, route(action)) {
            (Some(_), _) => action == Action::Quit,
            (None, Some(route)) => self.stack.top().route() != Some(route),
            (None, None) => matches!(action, Action::Quit | Action::Back),
        };
        if again || !leaves {
            return false;
        }
        let cx = self.context();
        let over = match &self.dialog {
            Some(Dialog::Form(form)) => form.unsaved(&cx),
            _ => None,
        };
        let mut screens = self.stack.iter().map(Screen::page);
        let unsaved = over.or_else(|| match action {
            Action::Back => self.stack.top().page().unsaved(&cx),
            _ => screens.find_map(|page| page.unsaved(&cx)),
        });
        let unsaved = unsaved.or_else(|| (action == Action::Quit).then(|| self.on_its_way())?);
        let Some(what) = unsaved else {
            return false;
        };
        let said = text!(cx.texts, "say-again-leaves", what = what);
        self.notice = Some(Notice::Plain(said));
        self.warned = Some(action);
        true
    }

    /// Does an action that belongs to no screen; nothing when it belongs to one.
    pub(super) fn act_anywhere(&mut self, action: Action) -> Option<Vec<Effect>> {
        if let Some(route) = route(action) {
            return Some(self.go(route));
        }
        Some(match action {
            Action::Help => self.open_menu(false),
            Action::Palette => self.open_menu(true),
            Action::Undo => vec![self.change(None, Change::Undo(1))],
            Action::Redo => vec![self.change(None, Change::Redo(1))],
            Action::Add => self.enter(entry::Kind::Everyday),
            Action::AddTransfer => self.enter(entry::Kind::Transfer),
            Action::Back => self.back(),
            Action::Quit => vec![Effect::Quit],
            Action::Lock => self.lock(),
            Action::HideAmounts => {
                self.hidden = !self.hidden;
                Vec::new()
            }
            Action::CopyCommand => {
                let command = self.stack.top().page().command(&self.context());
                if let Some(command) = command {
                    return Some(self.copy(command));
                }
                let nothing = self.appearance.texts.get("say-no-command");
                self.notice = Some(Notice::Plain(nothing));
                Vec::new()
            }
            Action::Jobs => self.show_job(),
            Action::Suspend => vec![Effect::Suspend],
            Action::Redraw => vec![Effect::Redraw],
            _ => return None,
        })
    }

    /// Begins where the person left off, or with the month.
    pub(super) fn begin(&mut self) -> Vec<Effect> {
        self.stack
            .reset(Screen::at(Route::Home, &self.appearance.texts));
        let place = std::mem::take(&mut self.place);
        for route in place.into_iter().filter(|route| *route != Route::Home) {
            let screen = Screen::at(route, &self.appearance.texts);
            self.stack.push(screen);
        }
        self.load()
    }

    /// Goes to a screen; below it there is only the month.
    fn go(&mut self, route: Route) -> Vec<Effect> {
        if self.stack.top().route() == Some(route) {
            return Vec::new();
        }
        while self.stack.pop() {}
        if route == Route::Home {
            return self.load();
        }
        let screen = Screen::at(route, &self.appearance.texts);
        self.push(screen)
    }

    fn enter(&mut self, kind: entry::Kind) -> Vec<Effect> {
        let account = self.stack.top().page().account();
        let form = entry::State::new(kind, account, &self.context());
        self.push(Screen::Entry(Box::new(form)))
    }

    /// Puts a command line on the clipboard, and says so.
    pub(super) fn copy(&mut self, command: String) -> Vec<Effect> {
        let texts = &self.appearance.texts;
        let said = text!(texts, "say-copied", command = command.as_str());
        self.notice = Some(Notice::Plain(said));
        vec![Effect::Copy(command)]
    }

    fn show_job(&mut self) -> Vec<Effect> {
        if self.job.is_some() || self.errand.is_some() {
            let title = self.appearance.texts.get("title-jobs");
            self.dialog = Some(Dialog::Message(Message {
                job: true,
                ..Message::new(title, Vec::new())
            }));
            self.tell_job();
        }
        Vec::new()
    }

    /// Says how far the job is, if one looks at it.
    pub(super) fn tell_job(&mut self) {
        let cx = self.context();
        let Some(job) = self.job.as_ref().or(self.errand.as_ref()) else {
            return;
        };
        let mut lines = vec![job.said.clone()];
        lines.extend(job.step.map(|step| Job::bar(step, &cx)));
        lines.push(cx.text("say-job-cancel"));
        if let Some(Dialog::Message(message)) = &mut self.dialog
            && message.job
        {
            message.lines = lines.into_iter().map(Into::into).collect();
        }
    }

    /// The actions of this screen, or of the whole program, to be found by their words.
    fn open_menu(&mut self, everything: bool) -> Vec<Effect> {
        let mut scopes = self.scopes();
        let here = scopes.clone();
        if everything {
            scopes.extend(TABLE.iter().map(|entry| entry.scope));
        }
        let cx = self.context();
        let mut items: Vec<Item> = Vec::new();
        for bound in scopes.iter().flat_map(|scope| cx.keymap.of(*scope)) {
            let entry = bound.entry;
            if items.iter().any(|item| item.action == entry.action) {
                continue;
            }
            let keys: Vec<String> = bound
                .keys
                .iter()
                .map(|key| key_sign(&key.to_string(), &cx))
                .collect();
            items.push(Item {
                action: entry.action,
                place: cx.text(entry.scope.title()),
                words: cx.text(entry.words),
                keywords: cx.texts.keywords(entry.words).unwrap_or_default(),
                keys: keys.join(", "),
                command: entry.command,
                why_not: self
                    .why_not(entry.action)
                    .or((!here.contains(&entry.scope)).then_some("why-elsewhere"))
                    .map(|why| cx.text(why)),
            });
        }
        let title = if everything {
            cx.text("title-palette")
        } else {
            let page = self.stack.top().page().title(&cx);
            text!(cx.texts, "title-help", page = page)
        };
        self.dialog = Some(Dialog::Menu(Menu::new(title, items)));
        Vec::new()
    }
}
