//! One form for an expense, an income, a saving, a transfer, a split: new, again, or changed.
//!
//! The payee comes first, because the last transaction with it fills in the rest; what is filled in
//! is dim until it is touched, and typing replaces it.

mod build;
mod check;
mod edit;
mod fields;
mod update;

#[cfg(test)]
mod tests;

use domain::id::TransactionId;
use domain::{NaiveDate, Status};

use crate::app::{Context, NamedAccount};
use crate::i18n::Texts;
use crate::widgets::form::{Choice, Form, Name};

pub(crate) use fields::{account_choices, category_choices, status_options};

/// What is entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Money for a category, or from one.
    #[default]
    Everyday,
    /// Money from one account to another.
    Transfer,
    /// Legs for which there are no fields: they stay, and come along when it is entered again.
    Many,
}

/// A question of this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// All payees, the most used first.
    Payees,
    /// The last transaction with a payee.
    Similar(String),
    /// A transaction.
    Transaction(TransactionId),
}

/// Its answer.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// All payees.
    Payees(Vec<String>),
    /// The last transaction with a payee, if there was one.
    Similar(Option<Template>),
    /// The transaction that was asked for.
    Transaction(Template),
}

/// A transaction as one would type it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its day.
    pub(crate) date: Option<NaiveDate>,
    /// With whom.
    pub(crate) payee: String,
    /// How much, in the direction of the category.
    pub(crate) amount: String,
    /// The category, or the account that receives.
    pub(crate) to: String,
    /// The account, or the one that gives.
    pub(crate) account: String,
    /// What is received, when the currencies differ.
    pub(crate) received: String,
    /// Further categories with their amounts.
    pub(crate) splits: Vec<(String, String)>,
    /// A note.
    pub(crate) memo: String,
    /// Its tags.
    pub(crate) tags: Vec<String>,
    /// How sure it is.
    pub(crate) status: Status,
}

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// A new transaction.
    New,
    /// The same as this one, today.
    Again(TransactionId),
    /// Changing this one.
    Edit(TransactionId),
}

/// What was in the fields when they were laid out: only what differs from it is a change.
#[derive(Debug, Default)]
struct Laid {
    /// The texts by the names of their fields.
    texts: Vec<(Name, String)>,
    /// The lines of the split.
    splits: Vec<(String, String)>,
    /// The tags.
    tags: Vec<String>,
}

/// The form and what it is for.
#[derive(Debug)]
pub(crate) struct State {
    purpose: Purpose,
    kind: Kind,
    form: Form,
    laid: Laid,
    payees: Vec<Choice>,
    /// The payee for which the rest was filled in last.
    similar_to: String,
    /// False before the fields are there.
    ready: bool,
    today: Option<NaiveDate>,
}

impl State {
    /// A new transaction, from `account` when the screen below is about one.
    pub(crate) fn new(kind: Kind, account: Option<&str>, cx: &Context<'_>) -> Self {
        let mut state = Self::with(Purpose::New, kind);
        let template = Template {
            kind,
            account: account
                .map(str::to_owned)
                .or_else(|| cx.facts.last_account.clone())
                .unwrap_or_default(),
            ..Template::default()
        };
        state.lay_out(&template, cx);
        state
    }

    /// The same as another one, today.
    pub(crate) fn again(id: TransactionId) -> Self {
        Self::with(Purpose::Again(id), Kind::Everyday)
    }

    /// Changing one.
    pub(crate) fn editing(id: TransactionId) -> Self {
        Self::with(Purpose::Edit(id), Kind::Everyday)
    }

    fn with(purpose: Purpose, kind: Kind) -> Self {
        Self {
            purpose,
            kind,
            form: Form::new("entry", String::new(), Vec::new()),
            laid: Laid::default(),
            payees: Vec::new(),
            similar_to: String::new(),
            ready: false,
            today: None,
        }
    }

    fn is_edit(&self) -> bool {
        matches!(self.purpose, Purpose::Edit(..))
    }
}

/// The kind of an account in the person's words.
pub(crate) fn kind_words(account: &NamedAccount, texts: &Texts) -> String {
    use domain::AccountKind as Kind;
    texts.get(match account.kind {
        Kind::Asset => "word-asset",
        Kind::Liability => "word-liability",
        Kind::Equity => "word-equity",
        Kind::Income => "word-income",
        Kind::Expense => "word-expense",
        Kind::Saving => "word-saving",
    })
}
