//! From what is typed to what `ops` is asked for, and to the command line that does the same.

use domain::{AccountKind, Status};
use ops::transaction::{AddTransaction, AddTransfer, EditTransaction};

use super::fields::{
    ACCOUNT, AMOUNT, CATEGORY, DATE, MEMO, NEW_KIND, PAYEE, RECEIVED, SPLITS, STATUS, TAGS, TO,
};
use super::{Kind, Purpose, State, Template};
use crate::app::{Change, Context};
use crate::screens::transactions::shell_word;
use crate::widgets::form::FieldError;

impl State {
    /// What is to be saved; the first field that makes no sense otherwise.
    pub(super) fn change(&self, cx: &Context<'_>) -> Result<Change, FieldError> {
        for name in self.needed() {
            if self.form.filled(name).is_none() {
                return Err(FieldError {
                    field: name,
                    message: cx.text("error-needed"),
                });
            }
        }
        if let Some(field) = self.form.fields.iter().find(|field| field.error.is_some()) {
            return Err(FieldError {
                field: field.name,
                message: field.error.clone().unwrap_or_default(),
            });
        }
        Ok(match (&self.purpose, self.kind) {
            (Purpose::Edit(id, before), _) => {
                let edit = self.edit(before.as_ref(), cx)?;
                Change::Edit(*id, Box::new(edit))
            }
            (_, Kind::Everyday) => Change::Add(Box::new(self.add(cx)?)),
            (_, Kind::Transfer) => Change::Transfer(Box::new(self.transfer(cx)?)),
        })
    }

    fn needed(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Everyday => &[AMOUNT, CATEGORY, ACCOUNT],
            Kind::Transfer => &[AMOUNT, ACCOUNT, TO],
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
            splits: self.split_lines(),
            create: self
                .form
                .filled(NEW_KIND)
                .and_then(|kind| kind.parse::<AccountKind>().ok()),
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
        })
    }

    /// Only what differs from what was there.
    fn edit(
        &self,
        before: Option<&Template>,
        cx: &Context<'_>,
    ) -> Result<EditTransaction, FieldError> {
        let empty = Template::default();
        let before = before.unwrap_or(&empty);
        let changed = |name: &str, was: &str| Some(self.form.text(name)).filter(|now| now != was);
        let day = self.day(cx)?;
        let (tags, splits) = (self.tags(), self.split_lines());
        let resplit = splits != before.splits;
        let everyday = self.kind == Kind::Everyday;
        Ok(EditTransaction {
            date: Some(day).filter(|day| Some(*day) != before.date),
            payee: changed(PAYEE, &before.payee),
            memo: changed(MEMO, &before.memo),
            status: Some(self.status()).filter(|status| *status != before.status),
            account: changed(ACCOUNT, &before.account).filter(|_| everyday),
            category: changed(CATEGORY, &before.to).filter(|_| everyday),
            amount: changed(AMOUNT, &before.amount)
                .or_else(|| resplit.then(|| self.form.text(AMOUNT))),
            splits: if resplit { splits } else { Vec::new() },
            tag: tags
                .iter()
                .filter(|tag| !before.tags.contains(tag))
                .cloned()
                .collect(),
            untag: before
                .tags
                .iter()
                .filter(|tag| !tags.contains(tag))
                .cloned()
                .collect(),
            ..EditTransaction::default()
        })
    }

    fn status(&self) -> Status {
        Status::from_word(&self.form.text(STATUS)).unwrap_or_default()
    }

    fn tags(&self) -> Vec<String> {
        let typed = self.form.text(TAGS);
        let tags = typed
            .split(',')
            .map(str::trim)
            .filter(|tag| !tag.is_empty());
        tags.map(str::to_owned).collect()
    }

    fn split_lines(&self) -> Vec<(String, String)> {
        let lines = SPLITS.iter().filter_map(|(category, amount)| {
            Some((self.form.filled(category)?, self.form.filled(amount)?))
        });
        lines.collect()
    }

    /// The command line that would save the same.
    pub(super) fn command_line(&self) -> String {
        let mut words = match (&self.purpose, self.kind) {
            (Purpose::Edit(id, _), _) => vec!["luka edit".to_owned(), id.to_string()],
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
        for (category, amount) in self.split_lines() {
            flag("--split", Some(format!("{category}={amount}")));
        }
        words.join(" ")
    }
}
