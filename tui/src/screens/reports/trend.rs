//! Which category a trend follows: the one under the cursor, else one that is asked for.

use super::{Behind, State, Tab};
use crate::app::{Context, Dialog, Do};
use crate::screens::entry::category_choices;
use crate::widgets::form::{Field, FieldError, Form, Take};

/// The field of the form that chooses the category.
const CATEGORY: &str = "category";

impl State {
    /// The category under the cursor, if the lines are categories.
    fn category_here(&self) -> Option<String> {
        if !matches!(self.tab, Tab::Categories | Tab::Income) {
            return None;
        }
        match self.current()?.behind.as_ref()? {
            Behind::Rows(terms) => {
                let named = terms.iter().find_map(|term| term.strip_prefix("cat:"));
                named.map(str::to_owned)
            }
            Behind::Account(_) => None,
        }
    }

    /// Follows the category under the cursor, or asks for one.
    pub(super) fn choose_category(&mut self, cx: &Context<'_>) -> Vec<Do> {
        if let Some(category) = self.category_here() {
            self.category = Some(category);
            return self.show(Tab::Trend, cx);
        }
        let field = Field::pick(
            CATEGORY,
            cx.text("head-category"),
            category_choices(cx),
            Take::Best,
        );
        let form = Form::new("trend", cx.text("title-trend-of"), vec![field]);
        vec![Do::Ask(Dialog::Form(form))]
    }

    /// Takes the category that was chosen.
    pub(super) fn take_category(
        &mut self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Vec<Do>, FieldError> {
        let Some(category) = form.filled(CATEGORY) else {
            return Err(FieldError {
                field: CATEGORY.into(),
                message: cx.text("error-needed"),
            });
        };
        if !cx.facts.categories().any(|known| known.path == category) {
            return Err(FieldError {
                field: CATEGORY.into(),
                message: cx.text("say-choose"),
            });
        }
        self.category = Some(category);
        Ok(self.show(Tab::Trend, cx))
    }
}

/// Says when there is no such category.
pub(super) fn check_category(form: &mut Form, cx: &Context<'_>) {
    let known = |name: &str| cx.facts.categories().any(|one| one.path == name);
    let unknown = form.filled(CATEGORY).filter(|name| !known(name));
    if let Some(field) = form.field_mut(CATEGORY) {
        field.note = unknown.map(|_| cx.text("say-choose"));
    }
}
