//! How what is typed is understood, said while it is typed.

use domain::amount::parse_amount;
use domain::{Currency, NaiveDate};

use super::fields::{
    ACCOUNT, AMOUNT, CATEGORY, DATE, NEW_KIND, PAYEE, RECEIVED, TO, new_kinds, split_amount,
    split_category,
};
use super::{Kind, State};
use crate::app::Context;
use crate::i18n::text;
use crate::screens::typed;
use crate::widgets::form::{Field, FieldError};

impl State {
    /// The currency of the account that is chosen.
    pub(super) fn currency(&self, cx: &Context<'_>) -> Option<Currency> {
        cx.facts.currency_of(&self.form.text(ACCOUNT))
    }

    /// Notes for all fields.
    pub(super) fn check_fields(&mut self, cx: &Context<'_>) {
        if !self.ready {
            return;
        }
        let currency = self.currency(cx);
        typed::note_amount(&mut self.form, AMOUNT, currency, cx);
        if self.kind == Kind::Many {
            // There is nothing but a day and a payee to be understood.
        } else if self.kind == Kind::Transfer {
            let received = cx.facts.currency_of(&self.form.text(TO));
            typed::note_amount(&mut self.form, RECEIVED, received, cx);
            self.need_received(currency, received, cx);
        } else {
            for at in 0..self.splits() {
                typed::note_amount(&mut self.form, &split_amount(at), currency, cx);
            }
            self.note_rest(currency, cx);
            self.offer_new_kind(cx);
        }
        typed::note_day(&mut self.form, DATE, cx);
        self.note_payee(cx);
    }

    /// What the splits leave for the category.
    fn note_rest(&mut self, currency: Option<Currency>, cx: &Context<'_>) {
        let Some(currency) = currency.filter(|_| self.splits() > 0) else {
            return;
        };
        let read = |name: &str| parse_amount(&self.form.text(name), currency).ok();
        let main = self.direction(CATEGORY, cx);
        let mut splits = (0..self.splits()).filter_map(|at| {
            let part = read(&split_amount(at))?;
            let own = self.direction(&split_category(at), cx).or(main);
            // Tax withheld adds to what the salary was.
            let against = own != main;
            Some((part, against))
        });
        let rest = read(AMOUNT).and_then(|whole| {
            splits.try_fold(whole, |rest, (part, against)| {
                if against {
                    rest.checked_add(part).ok()
                } else {
                    rest.checked_sub(part).ok()
                }
            })
        });
        let note = rest.map(|rest| text!(cx.texts, "say-rest", rest = cx.money(rest)));
        if let Some(field) = self.form.field_mut(CATEGORY) {
            field.note = note;
        }
    }

    /// In which direction the amounts of a category count that is chosen in a field.
    fn direction(&self, name: &str, cx: &Context<'_>) -> Option<i64> {
        cx.facts.direction_of(&self.form.text(name))
    }

    fn need_received(&mut self, from: Option<Currency>, to: Option<Currency>, cx: &Context<'_>) {
        let both = self.form.filled(TO).is_some() && self.form.filled(ACCOUNT).is_some();
        let differ = both && from != to;
        if let Some(field) = self.form.field_mut(RECEIVED)
            && field.error.is_none()
            && field.text().is_empty()
        {
            field.note = Some(cx.text(if differ {
                "say-received-needed"
            } else {
                "say-received-same"
            }));
        }
    }

    /// A category that isn't there yet needs a kind.
    fn offer_new_kind(&mut self, cx: &Context<'_>) {
        let typed = self.form.text(CATEGORY);
        let at = self
            .form
            .fields
            .iter()
            .position(|field| field.name == NEW_KIND);
        let left = self.form.focused() != Some(CATEGORY);
        let known = typed.is_empty()
            || cx
                .facts
                .categories()
                .any(|known| known.path == typed || known.path.ends_with(&format!(":{typed}")));
        match at {
            Some(at) if known => {
                self.form.fields.remove(at);
                if self.form.focus > at {
                    self.form.focus -= 1;
                }
            }
            None if !known && left => {
                let field = Field::one_of(NEW_KIND, cx.text("label-new-kind"), new_kinds(cx.texts));
                let at = self.form.fields.iter().position(|f| f.name == CATEGORY);
                self.form.fields.insert(at.map_or(0, |at| at + 1), field);
            }
            _ => {}
        }
    }

    fn note_payee(&mut self, cx: &Context<'_>) {
        let known = |name: &str| self.payees.iter().any(|payee| payee.value == name);
        let typed = self.form.text(PAYEE);
        let is_new = !typed.is_empty() && !known(&typed);
        let completed = self.form.focused() == Some(PAYEE);
        if let Some(field) = self.form.field_mut(PAYEE) {
            field.note = (is_new && !completed).then(|| cx.text("say-new-payee"));
        }
    }

    /// The day that is typed; today when there is none.
    pub(super) fn day(&self, cx: &Context<'_>) -> Result<NaiveDate, FieldError> {
        Ok(typed::day(&self.form, DATE, cx)?.unwrap_or(cx.today))
    }
}
