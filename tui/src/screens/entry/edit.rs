//! What was changed in a transaction that is there already: nothing but that is asked of `ops`.

use domain::text::fold;
use ops::transaction::EditTransaction;

use super::fields::{ACCOUNT, AMOUNT, CATEGORY, DATE, MEMO, PAYEE, RECEIVED, STATUS, TAGS, TO};
use super::{Kind, State};
use crate::app::Context;
use crate::screens::transactions::shell_word;
use crate::screens::typed;
use crate::widgets::form::FieldError;

impl State {
    /// What is in a field now, when it is not what was laid out.
    fn changed(&self, name: &str) -> Option<String> {
        let was = self.laid.texts.iter().find(|(known, _)| known == name);
        let was = was.map_or("", |(_, text)| text);
        Some(self.form.text(name)).filter(|now| now != was)
    }

    /// What differs from what was laid out.
    pub(super) fn edit(&self, cx: &Context<'_>) -> Result<EditTransaction, FieldError> {
        let mut edit = EditTransaction {
            // An empty day changes nothing.
            date: typed::day(&self.form, DATE, cx)?.filter(|_| self.changed(DATE).is_some()),
            payee: self.changed(PAYEE),
            memo: self.changed(MEMO),
            status: self.changed(STATUS).map(|_| self.status()),
            ..EditTransaction::default()
        };
        if self.changed(TAGS).is_some() {
            let (before, now) = (&self.laid.tags, self.tags());
            edit.tag = without(&now, before);
            edit.untag = without(before, &now);
        }
        match self.kind {
            Kind::Everyday => self.edit_everyday(&mut edit, cx)?,
            Kind::Transfer => self.edit_transfer(&mut edit),
            Kind::Many => {}
        }
        Ok(edit)
    }

    fn edit_everyday(
        &self,
        edit: &mut EditTransaction,
        cx: &Context<'_>,
    ) -> Result<(), FieldError> {
        let splits = self.split_lines(cx)?;
        edit.create = self.new_kind();
        edit.account = self.changed(ACCOUNT);
        edit.category = self.changed(CATEGORY);
        edit.amount = self.changed(AMOUNT);
        let resplit = splits != self.laid.splits;
        let touched = resplit || edit.category.is_some() || edit.amount.is_some();
        if touched && (resplit || !splits.is_empty()) {
            edit.splits = Some(splits);
        }
        if edit.splits.is_some() || self.is_turned(cx) {
            // The amount means what it says beside the category that is chosen now.
            edit.amount = Some(self.form.text(AMOUNT));
        }
        Ok(())
    }

    /// True when what is spent has become what is earned, or the other way round.
    fn is_turned(&self, cx: &Context<'_>) -> bool {
        let was = self.laid.texts.iter().find(|(name, _)| name == CATEGORY);
        let was = was.and_then(|(_, path)| cx.facts.direction_of(path));
        let now = cx.facts.direction_of(&self.form.text(CATEGORY));
        let now = now.or_else(|| Some(self.new_kind()?.direction()));
        now.is_some() && was.is_some() && now != was
    }

    fn edit_transfer(&self, edit: &mut EditTransaction) {
        edit.from = self.changed(ACCOUNT);
        edit.to = self.changed(TO);
        let moved = edit.from.is_some() || edit.to.is_some();
        let shown = |name: &str| self.form.filled(name).filter(|_| moved);
        // Beside other accounts the same digits may be other money.
        edit.amount = self.changed(AMOUNT).or_else(|| shown(AMOUNT));
        edit.received = self
            .changed(RECEIVED)
            .filter(|typed| !typed.is_empty())
            .or_else(|| shown(RECEIVED));
    }

    /// The flags of `luka edit`; nothing when nothing was changed, or it has none for what was.
    pub(super) fn edit_flags(&self, cx: &Context<'_>) -> Option<Vec<String>> {
        let edit = self.edit(cx).ok()?;
        let mut flags = Vec::new();
        let mut flag = |name: &str, value: Option<String>| {
            flags.extend(value.map(|value| format!("{name} {}", shell_word(&value))));
        };
        flag("--date", edit.date.map(crate::present::date));
        flag("--payee", edit.payee);
        flag("--memo", edit.memo);
        flag("--status", edit.status.map(|status| status.to_string()));
        flag("--account", edit.account);
        flag("--category", edit.category);
        flag("--from", edit.from);
        flag("--to", edit.to);
        flag("--amount", edit.amount);
        flag("--received", edit.received);
        // An empty list of splits can't be said there, nor a new category.
        if edit.create.is_some() || edit.splits.as_ref().is_some_and(Vec::is_empty) {
            return None;
        }
        for (category, amount) in edit.splits.into_iter().flatten() {
            flag("--split", Some(format!("{category}={amount}")));
        }
        for tag in edit.tag {
            flag("--tag", Some(tag));
        }
        for tag in edit.untag {
            flag("--untag", Some(tag));
        }
        Some(flags).filter(|flags| !flags.is_empty())
    }
}

/// The names that are not among others, however they are written.
fn without(names: &[String], others: &[String]) -> Vec<String> {
    let known = |name: &&String| others.iter().any(|other| fold(other) == fold(name));
    let names = names.iter().filter(|name| !known(name));
    names.cloned().collect()
}
