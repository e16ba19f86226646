//! The form of a new category.

use domain::AccountKind;
use ops::account::AddAccount;

use super::State;
use crate::app::{Change, Context, Do};
use crate::screens::tree::{self, KIND, NAME, PARENT, Wanted};
use crate::screens::typed;
use crate::widgets::form::{Field, FieldError, Form};

impl State {
    /// Asks for a new category beside the current one.
    pub(super) fn new_form(&self, cx: &Context<'_>) -> Form {
        let (kind, parent) = self.tree.beside(AccountKind::Expense);
        let kinds = [
            (AccountKind::Expense, "word-kind-expense"),
            (AccountKind::Income, "word-kind-income"),
            (AccountKind::Saving, "word-kind-saving"),
        ];
        let kinds = kinds.map(|(kind, words)| (kind.as_str(), cx.text(words)));
        let fields = vec![
            Field::text_line(NAME, cx.text("label-name")),
            Field::one_of(KIND, cx.text("head-kind"), kinds.into()).with(kind.as_str()),
            tree::pick_inside(cx.facts.categories(), cx).with(parent),
        ];
        Form::new("new", cx.text("title-new-category"), fields)
    }

    /// What is to be made.
    pub(super) fn submit_new(
        &mut self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Vec<Do>, FieldError> {
        let name = typed::needed(form, NAME, cx)?;
        let parent = form.filled(PARENT);
        let request = AddAccount {
            kind: form.text(KIND).parse().unwrap_or(AccountKind::Expense),
            currency: None,
            opening: None,
            parent: parent.clone(),
            name: name.clone(),
        };
        self.tree.seek_new(parent.as_deref(), &name);
        Ok(vec![Do::Change(Change::Tree(Wanted::Add {
            request: Box::new(request),
            decimals: None,
        }))])
    }
}
