//! What happens to the backups.

use backup::RemoteName;
use ratatui::layout::Rect;

use super::{Errand, Row, State};
use crate::app::{Answer, Context, Dialog, Do, Page, Paper, Target};
use crate::keymap::{Action, Scope};
use crate::present::short_id;
use crate::screens::transactions::shell_word;
use crate::widgets::form::{FieldError, Form};

impl State {
    /// Looks at the folders, once: they lie on this machine. Others are asked when a person says so.
    fn look_at_folders(&mut self, cx: &Context<'_>) -> Vec<Do> {
        if self.looked || !cx.backups.is_read {
            return Vec::new();
        }
        self.looked = true;
        let folders = cx.backups.remotes.iter();
        let folders = folders.filter(|remote| remote.kind == "folder");
        let names: Vec<_> = folders.map(|remote| remote.name.clone()).collect();
        if names.is_empty() {
            return Vec::new();
        }
        vec![Do::Errand(Errand::Look(names))]
    }

    fn turn(&mut self, by: isize, cx: &Context<'_>) -> Vec<Do> {
        let count = isize::try_from(cx.backups.remotes.len()).unwrap_or(0);
        let at = isize::try_from(self.at).unwrap_or(0);
        let next = (at + by).checked_rem_euclid(count).unwrap_or(0);
        self.at = usize::try_from(next).unwrap_or(0);
        self.cursor = crate::widgets::cursor::Cursor::default();
        Vec::new()
    }

    fn send(&self, cx: &Context<'_>, errand: impl FnOnce(RemoteName) -> Errand) -> Vec<Do> {
        let name = self.remote(cx.backups).map(|remote| remote.name.clone());
        let errand = name.map(|name| Do::Errand(errand(name)));
        errand.into_iter().collect()
    }

    fn verify(&self, cx: &Context<'_>) -> Vec<Do> {
        let Some(row) = self.current(cx.backups) else {
            return Vec::new();
        };
        let version = row.name().clone();
        self.send(cx, |remote| Errand::Verify(remote, version))
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Backups, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-backups")
    }

    fn load(&mut self, cx: &Context<'_>) -> Vec<Do> {
        self.look_at_folders(cx)
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let count = self.rows(cx.backups).len();
        if self.cursor.act(action, count, Self::page(cx)) {
            return Vec::new();
        }
        match action {
            Action::NextPart => self.turn(1, cx),
            Action::PreviousPart => self.turn(-1, cx),
            Action::BackUp => self.send(cx, Errand::Make),
            Action::Refresh => self.send(cx, |name| Errand::Look(vec![name])),
            Action::Prune => self.send(cx, Errand::Plan),
            Action::Verify => self.verify(cx),
            Action::Restore => {
                let form = self.restore_form(cx);
                let form = form.map(|form| Do::Ask(Dialog::Form(form)));
                form.into_iter().collect()
            }
            Action::New => vec![Do::Ask(Dialog::Form(Self::new_form(cx)))],
            _ => Vec::new(),
        }
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        match target {
            Target::Row(row) => self.cursor.to(row, self.rows(cx.backups).len()),
            Target::Tab(at) => {
                self.at = at;
                return self.turn(0, cx);
            }
            _ => {}
        }
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        let Answer::Came(came) = answer else {
            return Vec::new();
        };
        let Some(plan) = came.plan else {
            return Vec::new();
        };
        let form = Self::prune_form(&plan, cx);
        self.plan = Some(plan);
        vec![Do::Ask(Dialog::Form(form))]
    }

    fn remembered(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let last = cx.backups.remotes.len().saturating_sub(1);
        self.at = self.at.min(last);
        let rows = self.rows(cx.backups).len();
        self.cursor.settle(rows, usize::from(Self::page(cx)));
        self.look_at_folders(cx)
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        self.submit(form, cx)
    }

    fn why_not(&self, action: Action, cx: &Context<'_>) -> Option<&'static str> {
        let known = cx.backups;
        let row = self.current(known);
        match action {
            Action::BackUp
            | Action::Refresh
            | Action::Prune
            | Action::NextPart
            | Action::PreviousPart
                if known.remotes.is_empty() =>
            {
                Some("why-no-remote")
            }
            Action::NextPart | Action::PreviousPart if known.remotes.len() < 2 => {
                Some("why-one-remote")
            }
            Action::Verify | Action::Restore if row.is_none() => Some("why-no-version"),
            Action::Restore if matches!(row, Some(Row::Lost(_))) => Some("why-lost"),
            _ => None,
        }
    }

    fn command(&self, cx: &Context<'_>) -> Option<String> {
        let Some(remote) = self.remote(cx.backups) else {
            return Some("luka remote add NAME folder PATH".to_owned());
        };
        let name = shell_word(remote.name.as_str());
        Some(match self.current(cx.backups) {
            Some(row) => {
                let id = short_id(row.name().id_text());
                format!("luka backup verify {id} --remote {name}")
            }
            None => format!("luka backup {name}"),
        })
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
