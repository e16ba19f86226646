//! The form of a new account.

use domain::currency::{CurrencyCodeError, iso_currencies, iso_currency, iso_symbol};
use domain::{AccountKind, Currency, CurrencyCode};
use ops::account::{AddAccount, Opening};

use super::State;
use crate::app::{Change, Context, Do, Trouble};
use crate::present;
use crate::screens::tree::{self, CURRENCY, KIND, NAME, PARENT, Wanted};
use crate::screens::typed;
use crate::widgets::form::{Choice, Field, FieldError, Form, Take};

const OPENING: &str = "opening";
const DATE: &str = "date";
const DECIMALS: &str = "decimals";
/// The form's name.
const NEW: &str = "new";

impl State {
    /// Asks for a new account beside the current one.
    pub(super) fn new_form(&self, cx: &Context<'_>) -> Form {
        let (kind, parent) = self.tree.beside(AccountKind::Asset);
        let kinds = [
            (AccountKind::Asset, "word-kind-asset"),
            (AccountKind::Liability, "word-kind-liability"),
            (AccountKind::Equity, "word-equity"),
        ];
        let kinds = kinds.map(|(kind, words)| (kind.as_str(), cx.text(words)));
        let home = cx.facts.currency.map(|currency| currency.code.to_string());
        let accounts = cx.facts.holdings();
        let fields = vec![
            Field::text_line(NAME, cx.text("label-name")),
            Field::one_of(KIND, cx.text("head-kind"), kinds.into()).with(kind.as_str()),
            Field::pick(
                CURRENCY,
                cx.text("head-currency"),
                currencies(cx),
                Take::Completion,
            )
            .with(&home.unwrap_or_default()),
            tree::pick_inside(accounts, cx).with(parent),
            Field::amount(OPENING, cx.text("label-opening")),
            Field::text_line(DATE, cx.text("head-date")).with(&present::date(cx.today)),
        ];
        Form::new(NEW, cx.text("title-new-account"), fields)
    }

    /// Says how the fields are understood.
    pub(super) fn check_new(form: &mut Form, cx: &Context<'_>) {
        if form.name != NEW {
            return;
        }
        offer_decimals(form, cx);
        typed::note_amount(form, OPENING, meant(form, cx), cx);
        typed::note_day(form, DATE, cx);
    }

    /// What is to be made.
    pub(super) fn submit_new(
        &mut self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Vec<Do>, FieldError> {
        let name = typed::needed(form, NAME, cx)?;
        typed::sound(form)?;
        let parent = form.filled(PARENT);
        let date = typed::day(form, DATE, cx)?;
        let request = AddAccount {
            kind: form.text(KIND).parse().unwrap_or(AccountKind::Asset),
            currency: currency(form, cx)?,
            opening: form.filled(OPENING).map(|amount| Opening {
                amount,
                date,
                equity: cx.text("word-opening-balances"),
            }),
            parent: parent.clone(),
            name: name.clone(),
        };
        self.tree.seek_new(parent.as_deref(), &name);
        Ok(vec![Do::Change(Change::Tree(Wanted::Add {
            request: Box::new(request),
            decimals: form.text(DECIMALS).parse().ok(),
        }))])
    }
}

/// A currency that nobody knows yet needs its number of decimal digits.
fn offer_decimals(form: &mut Form, cx: &Context<'_>) {
    let typed = form.text(CURRENCY);
    let code = typed.to_uppercase().parse::<CurrencyCode>().ok();
    let known = code.is_none_or(|code| known(code, cx).is_some());
    let left = form.focused() != Some(CURRENCY);
    let at = form.fields.iter().position(|field| field.name == DECIMALS);
    match at {
        Some(at) if known => {
            form.fields.remove(at);
            if form.focus > at {
                form.focus -= 1;
            }
        }
        None if !known && left => {
            let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];
            let digits = digits.map(|digits| (digits, digits.to_owned()));
            let label = cx.text("label-decimals");
            let mut field = Field::one_of(DECIMALS, label, digits.into()).with("2");
            field.note = Some(cx.text("say-new-currency"));
            let at = form.fields.iter().position(|field| field.name == CURRENCY);
            let at = at.map_or(0, |at| at + 1);
            form.fields.insert(at, field);
            if form.focus >= at {
                form.focus = at;
            }
        }
        _ => {}
    }
}

/// The ledger's currencies, then all that are built in.
pub(crate) fn currencies(cx: &Context<'_>) -> Vec<Choice> {
    let known = cx.facts.known.iter().map(|known| Choice {
        value: known.currency.code.to_string(),
        note: known.symbol.clone().unwrap_or_default(),
    });
    let is_new = |currency: &Currency| {
        let mut known = cx.facts.known.iter();
        !known.any(|one| one.currency.code == currency.code)
    };
    let others = iso_currencies().filter(is_new).map(built_in);
    known.chain(others).collect()
}

/// A currency that is built in, as a choice.
pub(crate) fn built_in(currency: Currency) -> Choice {
    Choice {
        value: currency.code.to_string(),
        note: iso_symbol(currency.code).unwrap_or_default().to_owned(),
    }
}

/// The currency of a code, when it is the ledger's or built in.
fn known(code: CurrencyCode, cx: &Context<'_>) -> Option<Currency> {
    let mut known = cx.facts.known.iter().map(|known| known.currency);
    let named = known.find(|one| one.code == code);
    named.or_else(|| iso_currency(code))
}

/// The currency that is typed, as far as it is known.
pub(crate) fn meant(form: &Form, cx: &Context<'_>) -> Option<Currency> {
    let code = form.text(CURRENCY).to_uppercase().parse().ok()?;
    let new = |exponent| Currency { code, exponent };
    known(code, cx).or_else(|| Some(new(form.text(DECIMALS).parse().ok()?)))
}

/// The currency in its field; none when it is empty.
pub(crate) fn currency(form: &Form, cx: &Context<'_>) -> Result<Option<CurrencyCode>, FieldError> {
    let Some(typed) = form.filled(CURRENCY) else {
        return Ok(None);
    };
    let refused = |error: CurrencyCodeError| FieldError {
        field: CURRENCY.into(),
        message: typed::told(&Trouble::of(&error, cx.texts)),
    };
    typed.to_uppercase().parse().map(Some).map_err(refused)
}
