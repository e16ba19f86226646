//! From what is typed to what `ops` is asked for, and to the command line that does the same.

use domain::{AccountKind, Status};
use ops::transaction::{AddTransaction, AddTransfer};

use super::fields::{
    ACCOUNT, AMOUNT, CATEGORY, DATE, MEMO, NEW_KIND, PAYEE, RECEIVED, STATUS, TAGS, TO,
    split_amount, split_category,
};
use super::{Kind, Purpose, State};
use crate::app::{Change, Context};
use crate::screens::listed;
use crate::screens::transactions::shell_word;
use crate::widgets::form::FieldError;

impl State {
    /// What is to be saved; the first field that makes no sense otherwise.
    pub(super) fn change(&self, cx: &Context<'_>) -> Result<Change, FieldError> {
        for name in self.needed() {
            if self.form.filled(name).is_none() {
                return Err(FieldError {
                    field: (*name).into(),
                    message: cx.text("error-needed"),
                });
            }
        }
        if let Some(field) = self.form.fields.iter().find(|field| field.error.is_some()) {
            return Err(FieldError {
                field: field.name.clone(),
                message: field.error.clone().unwrap_or_default(),
            });
        }
        Ok(match (self.purpose, self.kind) {
            (Purpose::Edit(id), _) => Change::Edit(id, Box::new(self.edit(cx)?)),
            (Purpose::Again(id), _) => Change::Repeat(id, Box::new(self.edit(cx)?)),
            (_, Kind::Transfer) => Change::Transfer(Box::new(self.transfer(cx)?)),
            (_, Kind::Everyday | Kind::Many) => Change::Add(Box::new(self.add(cx)?)),
        })
    }

    fn needed(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Everyday => &[AMOUNT, CATEGORY, ACCOUNT],
            Kind::Transfer => &[AMOUNT, ACCOUNT, TO],
            Kind::Many => &[],
        }
    }

    fn add(&self, cx: &Context<'_>) -> Result<AddTransaction, FieldError> {
        Ok(AddTransaction {
            amount: self.form.text(AMOUNT),
            category: self.form.text(CATEGORY),
            account: self.form.filled(ACCOUNT),
            payee: self.form.filled(PAYEE),
            memo: self.form.text(MEMO),
            date: Some(self.day(cx)?),
            tags: self.tags(),
            splits: self.split_lines(cx)?,
            create: self.new_kind(),
            status: self.status(),
            ..AddTransaction::default()
        })
    }

    fn transfer(&self, cx: &Context<'_>) -> Result<AddTransfer, FieldError> {
        Ok(AddTransfer {
            amount: self.form.text(AMOUNT),
            from: self.form.text(ACCOUNT),
            to: self.form.text(TO),
            received: self.form.filled(RECEIVED),
            payee: self.form.filled(PAYEE),
            memo: self.form.text(MEMO),
            date: Some(self.day(cx)?),
            tags: self.tags(),
            status: self.status(),
        })
    }

    /// The kind of a category that is to be made.
    pub(super) fn new_kind(&self) -> Option<AccountKind> {
        let kind = self.form.filled(NEW_KIND)?;
        kind.parse().ok()
    }

    pub(super) fn status(&self) -> Status {
        Status::from_word(&self.form.text(STATUS)).unwrap_or_default()
    }

    pub(super) fn tags(&self) -> Vec<String> {
        listed::read(&self.form.text(TAGS))
    }

    /// The lines of the split; one of which half is empty is not left out silently.
    pub(super) fn split_lines(
        &self,
        cx: &Context<'_>,
    ) -> Result<Vec<(String, String)>, FieldError> {
        let mut lines = Vec::new();
        for at in 0..self.splits() {
            let (category, amount) = (split_category(at), split_amount(at));
            let empty = match (self.form.filled(&category), self.form.filled(&amount)) {
                (None, None) => continue,
                (Some(name), Some(part)) => {
                    lines.push((name, part));
                    continue;
                }
                (None, Some(_)) => category,
                (Some(_), None) => amount,
            };
            return Err(FieldError {
                field: empty.into(),
                message: cx.text("error-needed"),
            });
        }
        Ok(lines)
    }

    /// The command line that would save the same, when there is one.
    pub(super) fn command_line(&self, cx: &Context<'_>) -> Option<String> {
        let mut words = match (self.purpose, self.kind) {
            (Purpose::Edit(id), _) => {
                let mut words = vec!["luka edit".to_owned(), id.to_string()];
                words.extend(self.edit_flags(cx)?);
                return Some(words.join(" "));
            }
            (_, Kind::Many) => return None,
            (_, Kind::Everyday) => vec![
                "luka add".to_owned(),
                shell_word(&self.form.text(AMOUNT)),
                shell_word(&self.form.text(CATEGORY)),
            ],
            (_, Kind::Transfer) => vec![
                "luka transfer".to_owned(),
                shell_word(&self.form.text(AMOUNT)),
                shell_word(&self.form.text(ACCOUNT)),
                shell_word(&self.form.text(TO)),
            ],
        };
        let everyday = self.kind == Kind::Everyday;
        let mut flag = |flag: &str, value: Option<String>| {
            words.extend(value.map(|value| format!("{flag} {}", shell_word(&value))));
        };
        flag("--account", self.form.filled(ACCOUNT).filter(|_| everyday));
        flag("--received", self.form.filled(RECEIVED));
        flag("--payee", self.form.filled(PAYEE));
        flag("--memo", self.form.filled(MEMO));
        flag("--date", self.form.filled(DATE));
        for tag in self.tags() {
            flag("--tag", Some(tag));
        }
        for (category, amount) in self.split_lines(cx).unwrap_or_default() {
            flag("--split", Some(format!("{category}={amount}")));
        }
        Some(words.join(" "))
    }
}
