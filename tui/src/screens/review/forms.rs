//! The form that asks for a category.

use ops::review::Answer;

use super::{Item, State};
use crate::app::{Context, Do};
use crate::screens::entry::category_choices;
use crate::screens::typed;
use crate::widgets::form::{Field, FieldError, Form, Take};

const CATEGORY: &str = "category";

impl State {
    pub(super) fn category_form(item: &Item, cx: &Context<'_>) -> Form {
        let choices = category_choices(cx);
        let mut field = Field::pick(CATEGORY, cx.text("head-category"), choices, Take::Best);
        if let Some(likely) = &item.likely {
            field = field.with(likely);
        }
        let mut form = Form::new(CATEGORY, cx.text("title-category-of"), vec![field]);
        let amount = item.amount.map(|amount| cx.money(amount));
        let parts = [Some(item.text.clone()), amount];
        let between = format!(" {} ", cx.theme.glyphs.between);
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        form.intro = vec![parts.join(&between)];
        form
    }

    pub(super) fn check_form(form: &mut Form, cx: &Context<'_>) {
        let typed = form.filled(CATEGORY);
        let known = |typed: &String| cx.facts.categories().any(|one| one.path == *typed);
        typed::note_choice(form, CATEGORY, typed.as_ref().is_none_or(known), cx);
    }

    /// The yes with the category that was chosen.
    pub(super) fn submit(&self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        let category = typed::needed(form, CATEGORY, cx)?;
        Ok(self.answer(Answer::Accept {
            category: Some(category),
        }))
    }
}
