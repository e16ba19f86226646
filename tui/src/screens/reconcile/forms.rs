//! The form that asks for the statement's day and balance.

use domain::amount::parse_amount;

use super::{State, Statement};
use crate::app::{Context, Trouble};
use crate::i18n::text;
use crate::present;
use crate::screens::typed;
use crate::widgets::form::{Field, FieldError, Form};

const DATE: &str = "date";
const BALANCE: &str = "balance";

impl State {
    pub(super) fn form(&self, cx: &Context<'_>) -> Form {
        let date = self.statement.as_ref().map_or(cx.today, |one| one.date);
        let balance = self.statement.as_ref().map(|one| one.balance.digits());
        let fields = vec![
            Field::text_line(DATE, cx.text("label-statement-date")).with(&present::date(date)),
            Field::amount(BALANCE, cx.text("label-statement-balance"))
                .with(&balance.unwrap_or_default()),
        ];
        let name = self.account.as_str();
        let mut form = Form::new(
            "statement",
            text!(cx.texts, "title-statement", name = name),
            fields,
        );
        form.intro = vec![cx.text("say-statement"), String::new()];
        if self.statement.is_some() {
            // The day is right already; what is looked for is a difference.
            form.focus_on(BALANCE);
        }
        form
    }

    pub(super) fn check_form(&self, form: &mut Form, cx: &Context<'_>) {
        typed::note_day(form, DATE, cx);
        typed::note_amount(form, BALANCE, cx.facts.currency_of(&self.account), cx);
    }

    pub(super) fn read_form(
        &self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Option<Statement>, FieldError> {
        let date = typed::day(form, DATE, cx)?.unwrap_or(cx.today);
        let typed = typed::needed(form, BALANCE, cx)?;
        let Some(currency) = cx.facts.currency_of(&self.account) else {
            return Ok(None);
        };
        let balance = parse_amount(&typed, currency).map_err(|error| FieldError {
            field: BALANCE.into(),
            message: typed::told(&Trouble::of(&error, cx.texts)),
        })?;
        Ok(Some(Statement { date, balance }))
    }
}
