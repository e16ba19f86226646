//! The forms that rename, move and merge an account or a category.

use domain::account::Wanted as Half;
use domain::{AccountKind, CurrencyCode};
use ops::account::EditAccount;

use super::Wanted;
use crate::app::{Context, NamedAccount};
use crate::i18n::text;
use crate::screens::typed;
use crate::widgets::form::{Choice, Field, FieldError, Form, Take};

pub(crate) const NAME: &str = "name";
pub(crate) const KIND: &str = "kind";
pub(crate) const PARENT: &str = "parent";
pub(crate) const CURRENCY: &str = "currency";
const INTO: &str = "into";
const RENAME: &str = "rename";
const MERGE: &str = "merge";

/// What a form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Account or category.
    pub(crate) half: Half,
    /// Its full name.
    pub(crate) path: String,
    /// Its kind.
    pub(crate) kind: AccountKind,
    /// Its currency; none for a category.
    pub(crate) currency: Option<CurrencyCode>,
    /// True when nothing new goes there.
    pub(crate) closed: bool,
}

impl Subject {
    fn parent(&self) -> &str {
        self.path.rsplit_once(':').map_or("", |(parent, _)| parent)
    }

    fn leaf(&self) -> &str {
        self.path.rsplit(':').next().unwrap_or_default()
    }

    /// Those of the same kind that do not lie below it.
    fn others<'c>(&'c self, cx: &Context<'c>) -> impl Iterator<Item = &'c NamedAccount> {
        let below = format!("{}:", self.path);
        cx.facts.accounts.iter().filter(move |other| {
            other.kind == self.kind && other.path != self.path && !other.path.starts_with(&below)
        })
    }

    /// Those that it can be merged into.
    fn partners<'c>(&'c self, cx: &Context<'c>) -> impl Iterator<Item = &'c NamedAccount> {
        self.others(cx)
            .filter(|other| other.currency == self.currency && !other.closed)
    }

    /// True when there is one that it can be merged into.
    pub(crate) fn has_partner(&self, cx: &Context<'_>) -> bool {
        self.partners(cx).next().is_some()
    }
}

/// A field that takes the full name of what something lies below.
pub(crate) fn pick_inside<'c>(
    choices: impl Iterator<Item = &'c NamedAccount>,
    cx: &Context<'_>,
) -> Field {
    let choices = choices.map(choice).collect();
    Field::pick(PARENT, cx.text("label-inside"), choices, Take::Best)
}

/// Asks for another name, and for another place.
pub(super) fn rename_form(subject: &Subject, cx: &Context<'_>) -> Form {
    let fields = vec![
        Field::text_line(NAME, cx.text("label-name")).with(subject.leaf()),
        pick_inside(subject.others(cx), cx).with(subject.parent()),
    ];
    let title = text!(cx.texts, "title-rename", name = subject.path.as_str());
    Form::new(RENAME, title, fields)
}

/// Asks for the one that it shall be part of.
pub(super) fn merge_form(subject: &Subject, cx: &Context<'_>) -> Form {
    let choices = subject.partners(cx).map(choice).collect();
    let fields = vec![Field::pick(
        INTO,
        cx.text("label-into"),
        choices,
        Take::Best,
    )];
    let name = subject.path.as_str();
    let mut form = Form::new(MERGE, text!(cx.texts, "title-merge", name = name), fields);
    form.intro = vec![text!(cx.texts, "say-merge", name = name)];
    form
}

/// Says what can't be chosen while it is typed.
pub(crate) fn check(form: &mut Form, cx: &Context<'_>) {
    for name in [PARENT, INTO] {
        let typed = form.filled(name);
        let known = |typed: &String| cx.facts.accounts.iter().any(|one| one.path == *typed);
        let known = typed.as_ref().is_none_or(known);
        typed::note_choice(form, name, known, cx);
    }
    // What lies below another has its kind; a form offers only kinds that fit it.
    let parent = form.text(PARENT);
    for above in cx.facts.accounts.iter().filter(|one| one.path == parent) {
        form.fill(KIND, above.kind.as_str());
    }
}

/// The change that a form asks for, and the name to look for afterwards; none for a form of the
/// screen itself.
pub(super) fn submit(
    form: &Form,
    subject: &Subject,
    cx: &Context<'_>,
) -> Result<Option<(Wanted, String)>, FieldError> {
    let (half, name) = (subject.half, subject.path.clone());
    match form.name {
        RENAME => {
            let own = typed::needed(form, NAME, cx)?;
            let parent = form.text(PARENT);
            let path = match parent.as_str() {
                "" => own.clone(),
                parent => format!("{parent}:{own}"),
            };
            let edit = EditAccount {
                name: Some(own).filter(|own| own != subject.leaf()),
                parent: Some(parent).filter(|parent| parent != subject.parent()),
                closed: None,
            };
            Ok(Some((Wanted::Edit { half, name, edit }, path)))
        }
        MERGE => {
            let into = typed::needed(form, INTO, cx)?;
            let from = name;
            let sought = into.clone();
            Ok(Some((Wanted::Merge { half, from, into }, sought)))
        }
        _ => Ok(None),
    }
}

fn choice(account: &NamedAccount) -> Choice {
    Choice {
        value: account.path.clone(),
        note: account
            .currency
            .map(|code| code.to_string())
            .unwrap_or_default(),
    }
}
