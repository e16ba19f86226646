//! How what is typed is understood, said while it is typed.

use chrono::Datelike as _;
use domain::amount::parse_amount;
use domain::date::parse_date;
use domain::{Currency, NaiveDate};

use super::fields::{
    ACCOUNT, AMOUNT, CATEGORY, DATE, NEW_KIND, PAYEE, RECEIVED, SPLITS, TO, new_kinds,
};
use super::{Kind, State};
use crate::app::{Context, Trouble};
use crate::i18n::text;
use crate::present;
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
        self.note_amount(AMOUNT, currency, cx);
        if self.kind == Kind::Transfer {
            let received = cx.facts.currency_of(&self.form.text(TO));
            self.note_amount(RECEIVED, received, cx);
            self.need_received(currency, received, cx);
        } else {
            for (_, amount) in SPLITS {
                self.note_amount(amount, currency, cx);
            }
            self.note_rest(currency, cx);
            self.offer_new_kind(cx);
        }
        self.note_date(cx);
        self.note_payee(cx);
    }

    fn note_amount(&mut self, name: &str, currency: Option<Currency>, cx: &Context<'_>) {
        let Some((field, currency)) = self.form.field_mut(name).zip(currency) else {
            return;
        };
        let typed = field.text().trim().to_owned();
        (field.note, field.error) = match parse_amount(&typed, currency) {
            _ if typed.is_empty() => (None, None),
            Ok(money) if field.prefilled || money.digits() == typed => (None, None),
            Ok(money) => (Some(format!("= {}", cx.style.write(money))), None),
            Err(error) => (None, Some(told(&Trouble::of(&error, cx.texts)))),
        };
    }

    /// What the splits leave for the category.
    fn note_rest(&mut self, currency: Option<Currency>, cx: &Context<'_>) {
        let Some(currency) = currency.filter(|_| self.splits() > 0) else {
            return;
        };
        let read = |name: &str| parse_amount(&self.form.text(name), currency).ok();
        let splits = SPLITS.iter().filter_map(|(_, amount)| read(amount));
        let rest = read(AMOUNT).and_then(|whole| {
            splits
                .into_iter()
                .try_fold(whole, |rest, part| rest.checked_sub(part).ok())
        });
        let note = rest.map(|rest| text!(cx.texts, "say-rest", rest = cx.style.write(rest)));
        if let Some(field) = self.form.field_mut(CATEGORY) {
            field.note = note;
        }
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

    fn note_date(&mut self, cx: &Context<'_>) {
        let Some(field) = self.form.field_mut(DATE) else {
            return;
        };
        let typed = field.text().trim().to_owned();
        (field.note, field.error) = match parse_date(&typed, cx.today) {
            _ if typed.is_empty() => (None, None),
            Ok(day) => (Some(day_words(day, cx)), None),
            Err(error) => (None, Some(told(&Trouble::of(&error, cx.texts)))),
        };
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
        let typed = self.form.text(DATE);
        if typed.is_empty() {
            return Ok(cx.today);
        }
        parse_date(&typed, cx.today).map_err(|error| FieldError {
            field: DATE,
            message: told(&Trouble::of(&error, cx.texts)),
        })
    }
}

fn told(trouble: &Trouble) -> String {
    match &trouble.hint {
        Some(hint) => format!("{} {hint}", trouble.message),
        None => trouble.message.clone(),
    }
}

/// `Saturday, 2026-11-21`
fn day_words(day: NaiveDate, cx: &Context<'_>) -> String {
    const DAYS: [&str; 7] = [
        "word-monday",
        "word-tuesday",
        "word-wednesday",
        "word-thursday",
        "word-friday",
        "word-saturday",
        "word-sunday",
    ];
    let number = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
    let name = DAYS.get(number).map(|id| cx.text(id)).unwrap_or_default();
    format!("{name}, {}", present::date(day))
}
