//! The fields of the form, and what they offer.

use domain::{AccountKind, Status};

use super::{Kind, Laid, Purpose, State, Template, kind_words};
use crate::app::Context;
use crate::i18n::Texts;
use crate::present;
use crate::screens::listed;
use crate::widgets::form::{Choice, Field, Form, Take};

pub(super) const PAYEE: &str = "payee";
pub(super) const AMOUNT: &str = "amount";
pub(super) const CATEGORY: &str = "category";
pub(super) const NEW_KIND: &str = "new-kind";
pub(super) const ACCOUNT: &str = "account";
pub(super) const TO: &str = "to";
pub(super) const RECEIVED: &str = "received";
pub(super) const DATE: &str = "date";
pub(super) const MEMO: &str = "memo";
pub(super) const TAGS: &str = "tags";
pub(super) const STATUS: &str = "status";

/// The name of the field for the category of a line of the split.
pub(super) fn split_category(at: usize) -> String {
    format!("split-{at}")
}

/// The name of the field for the amount of a line of the split.
pub(super) fn split_amount(at: usize) -> String {
    format!("split-{at}-amount")
}

/// The accounts that hold value, with their currencies.
pub(crate) fn account_choices(cx: &Context<'_>) -> Vec<Choice> {
    let choices = cx.facts.holdings().map(|account| Choice {
        value: account.path.clone(),
        note: account
            .currency
            .map(|code| code.to_string())
            .unwrap_or_default(),
    });
    choices.collect()
}

/// The categories, with their kinds; what is spent on comes first.
pub(crate) fn category_choices(cx: &Context<'_>) -> Vec<Choice> {
    let mut categories: Vec<_> = cx.facts.categories().collect();
    categories.sort_by_key(|account| match account.kind {
        AccountKind::Expense => 0,
        AccountKind::Income => 1,
        _ => 2,
    });
    let choices = categories.into_iter().map(|account| Choice {
        value: account.path.clone(),
        note: kind_words(account, cx.texts),
    });
    choices.collect()
}

/// The statuses with their words.
pub(crate) fn status_options(texts: &Texts) -> Vec<(&'static str, String)> {
    vec![
        (Status::Unmarked.as_str(), texts.get("word-unmarked")),
        (Status::Pending.as_str(), texts.get("word-pending")),
        (Status::Cleared.as_str(), texts.get("word-cleared")),
    ]
}

/// The kinds that a new category can have.
pub(super) fn new_kinds(texts: &Texts) -> Vec<(&'static str, String)> {
    vec![
        (AccountKind::Expense.as_str(), texts.get("word-expense")),
        (AccountKind::Income.as_str(), texts.get("word-income")),
        (AccountKind::Saving.as_str(), texts.get("word-saving")),
    ]
}

impl State {
    /// Makes the fields, filled in from a template.
    pub(super) fn lay_out(&mut self, template: &Template, cx: &Context<'_>) {
        self.kind = self.kind_for(template, cx);
        self.today = Some(cx.today);
        let title = match (self.is_edit(), self.kind) {
            (true, _) => "title-edit",
            (false, Kind::Everyday | Kind::Many) => "title-add",
            (false, Kind::Transfer) => "title-transfer",
        };
        let fields = match self.kind {
            Kind::Everyday => self.everyday_fields(template, cx),
            Kind::Transfer => self.transfer_fields(template, cx),
            Kind::Many => self.many_fields(template, cx),
        };
        self.form = Form::new("entry", cx.text(title), fields);
        if self.kind == Kind::Everyday {
            for (category, amount) in &template.splits {
                self.add_split(category, amount, cx);
            }
        }
        if self.kind == Kind::Many {
            self.form.intro = vec![cx.text("say-many-legs")];
        }
        self.similar_to.clone_from(&template.payee);
        self.ready = true;
        let fields = self.form.fields.iter();
        self.laid = Laid {
            texts: fields
                .map(|field| (field.name.clone(), field.text().trim().to_owned()))
                .collect(),
            splits: template.splits.clone(),
            tags: template.tags.clone(),
        };
        self.form.focus_on(match &self.purpose {
            Purpose::Again(_) => AMOUNT,
            _ if self.kind == Kind::Transfer => AMOUNT,
            _ => PAYEE,
        });
        self.check_fields(cx);
    }

    /// Which fields there can be. An opening balance comes from an account that one can't choose:
    /// it can be changed, but only be entered again as it is.
    fn kind_for(&self, template: &Template, cx: &Context<'_>) -> Kind {
        let held = |path: &String| {
            let mut known = cx.facts.accounts.iter();
            known.any(|account| account.path == *path && account.kind.is_holding())
        };
        let chosen = match template.kind {
            Kind::Everyday => held(&template.account),
            Kind::Transfer => held(&template.account) && held(&template.to),
            Kind::Many => true,
        };
        match self.purpose {
            Purpose::Again(_) if !chosen => Kind::Many,
            _ => template.kind,
        }
    }

    /// Offers the accounts and categories that are known now; what is typed stays.
    pub(super) fn offer_choices(&mut self, cx: &Context<'_>) {
        let (accounts, categories) = (account_choices(cx), category_choices(cx));
        for name in [ACCOUNT, TO] {
            if let Some(field) = self.form.field_mut(name) {
                field.offer(accounts.clone());
            }
        }
        let splits = (0..self.splits()).map(split_category);
        for name in splits.chain([CATEGORY.to_owned()]) {
            if let Some(field) = self.form.field_mut(&name) {
                field.offer(categories.clone());
            }
        }
    }

    /// The account that was used last, once it is known and when nobody chose one.
    pub(super) fn fill_account(&mut self, cx: &Context<'_>) {
        let (Purpose::New, Some(last)) = (self.purpose, cx.facts.last_account.as_ref()) else {
            return;
        };
        if let Some(field) = self.form.field_mut(ACCOUNT)
            && field.text().is_empty()
        {
            field.fill(last);
            field.prefilled = true;
        }
    }

    fn many_fields(&self, template: &Template, cx: &Context<'_>) -> Vec<Field> {
        let mut fields = vec![self.payee_field(template, cx)];
        fields.extend(self.common_fields(template, cx));
        fields
    }

    fn everyday_fields(&self, template: &Template, cx: &Context<'_>) -> Vec<Field> {
        let mut fields = vec![
            self.payee_field(template, cx),
            Field::amount(AMOUNT, cx.text("head-amount")).with(&template.amount),
            Field::pick(
                CATEGORY,
                cx.text("head-category"),
                category_choices(cx),
                Take::Best,
            )
            .with(&template.to),
            Field::pick(
                ACCOUNT,
                cx.text("head-account"),
                account_choices(cx),
                Take::Best,
            )
            .with(&template.account),
        ];
        fields.extend(self.common_fields(template, cx));
        fields
    }

    fn transfer_fields(&self, template: &Template, cx: &Context<'_>) -> Vec<Field> {
        let account = |name, label: &str, text: &str| {
            Field::pick(name, cx.text(label), account_choices(cx), Take::Best).with(text)
        };
        let mut fields = vec![
            Field::amount(AMOUNT, cx.text("head-amount")).with(&template.amount),
            account(ACCOUNT, "label-from", &template.account),
            account(TO, "label-to", &template.to),
            Field::amount(RECEIVED, cx.text("label-received")).with(&template.received),
            self.payee_field(template, cx),
        ];
        fields.extend(self.common_fields(template, cx));
        fields
    }

    fn payee_field(&self, template: &Template, cx: &Context<'_>) -> Field {
        let payees = self.payees.clone();
        Field::pick(PAYEE, cx.text("head-payee"), payees, Take::Completion).with(&template.payee)
    }

    fn common_fields(&self, template: &Template, cx: &Context<'_>) -> Vec<Field> {
        let date = template.date.filter(|_| self.is_edit()).unwrap_or(cx.today);
        let status = status_options(cx.texts);
        vec![
            Field::text_line(DATE, cx.text("head-date")).with(&present::date(date)),
            Field::text_line(MEMO, cx.text("head-memo")).with(&template.memo),
            Field::text_line(TAGS, cx.text("head-tags")).with(&listed::write(&template.tags)),
            Field::one_of(STATUS, cx.text("head-status"), status).with(template.status.as_str()),
        ]
    }

    /// Adds a line to the split, before the account; says the name of its first field.
    pub(super) fn add_split(&mut self, category: &str, amount: &str, cx: &Context<'_>) -> String {
        let at = self.splits();
        let place = self
            .form
            .fields
            .iter()
            .position(|field| field.name == ACCOUNT)
            .unwrap_or(self.form.fields.len());
        let choices = category_choices(cx);
        let name = split_category(at);
        let fields = [
            Field::pick(name.clone(), cx.text("label-split"), choices, Take::Best).with(category),
            Field::amount(split_amount(at), cx.text("label-split-amount")).with(amount),
        ];
        self.form.fields.splice(place..place, fields);
        name
    }

    /// How many lines the split has.
    pub(super) fn splits(&self) -> usize {
        let is_line = |field: &&Field| field.name.starts_with("split-");
        // Each has a category and an amount.
        self.form.fields.iter().filter(is_line).count() / 2
    }
}
