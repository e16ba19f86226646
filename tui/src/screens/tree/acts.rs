//! What can be done to a row of either tree, and why not.

use domain::AccountKind;
use ops::account::EditAccount;

use super::{Subject, Tree, Wanted, merge_form, rename_form, submit};
use crate::app::{Change, Context, Dialog, Do};
use crate::keymap::Action;
use crate::widgets::form::{FieldError, Form};

impl Subject {
    /// Renames, merges, closes or opens again, removes; nothing for what is not about a row.
    pub(crate) fn act(&self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let (half, name) = (self.half, self.path.clone());
        let wanted = match action {
            Action::Rename => return vec![Do::Ask(Dialog::Form(rename_form(self, cx)))],
            Action::Merge => return vec![Do::Ask(Dialog::Form(merge_form(self, cx)))],
            Action::Delete => Wanted::Remove { half, name },
            Action::Close => {
                let edit = EditAccount {
                    closed: Some(!self.closed),
                    ..EditAccount::default()
                };
                Wanted::Edit { half, name, edit }
            }
            _ => return Vec::new(),
        };
        vec![Do::Change(Change::Tree(wanted))]
    }
}

impl Tree {
    /// The kind of a new one beside the current row, and what it would lie below.
    pub(crate) fn beside(&self, otherwise: AccountKind) -> (AccountKind, &str) {
        let current = self.current();
        let kind = current.map_or(otherwise, |node| node.kind);
        let parent = current.and_then(|node| node.path.rsplit_once(':'));
        (kind, parent.map_or("", |(parent, _)| parent))
    }

    /// Puts the cursor on a new one as soon as it is there.
    pub(crate) fn seek_new(&mut self, parent: Option<&str>, name: &str) {
        self.seek(match parent {
            Some(parent) => format!("{parent}:{name}"),
            None => name.to_owned(),
        });
    }

    /// Why an action can't be done with the current row; `head` is the text id of what is said on
    /// the head of a kind.
    pub(crate) fn why_not(
        &self,
        action: Action,
        subject: Option<&Subject>,
        head: &'static str,
        cx: &Context<'_>,
    ) -> Option<&'static str> {
        let about_one = matches!(
            action,
            Action::Rename | Action::Merge | Action::Close | Action::Delete | Action::Reconcile
        );
        if about_one || matches!(action, Action::Open | Action::Fold) {
            let Some(node) = self.current() else {
                return Some("why-no-rows");
            };
            if about_one && node.at.is_none() {
                return Some(head);
            }
        }
        match action {
            Action::Merge if !subject?.has_partner(cx) => Some("why-nothing-to-merge"),
            Action::Reconcile if subject?.closed => Some("why-account-closed"),
            _ => None,
        }
    }

    /// Takes a form about a row that is there; nothing for the form of a new one.
    pub(crate) fn submitted(
        &mut self,
        form: &Form,
        subject: Option<&Subject>,
        cx: &Context<'_>,
    ) -> Result<Option<Vec<Do>>, FieldError> {
        let Some(subject) = subject else {
            return Ok(None);
        };
        let Some((wanted, path)) = submit(form, subject, cx)? else {
            return Ok(None);
        };
        self.seek(path);
        Ok(Some(vec![Do::Change(Change::Tree(wanted))]))
    }
}
