//! The forms of payees: new, another name, other names, two made one.

use ops::label::EditPayee;

use super::{Payee, State, Wanted};
use crate::app::{Change, Context, Do};
use crate::i18n::text;
use crate::screens::{listed, typed};
use crate::widgets::form::{Choice, Field, FieldError, Form, Take};

const NAME: &str = "name";
const ALIASES: &str = "aliases";
const INTO: &str = "into";
const NEW: &str = "new";
const RENAME: &str = "rename";
const EDIT: &str = "edit";
const MERGE: &str = "merge";

impl State {
    pub(super) fn new_form(cx: &Context<'_>) -> Form {
        let fields = vec![
            Field::text_line(NAME, cx.text("label-name")),
            Field::text_line(ALIASES, cx.text("head-aliases")),
        ];
        let mut form = Form::new(NEW, cx.text("title-new-payee"), fields);
        form.intro = vec![cx.text("say-aliases")];
        form
    }

    pub(super) fn rename_form(payee: &Payee, cx: &Context<'_>) -> Form {
        let name = payee.name.as_str();
        let fields = vec![Field::text_line(NAME, cx.text("label-name")).with(name)];
        Form::new(RENAME, text!(cx.texts, "title-rename", name = name), fields)
    }

    pub(super) fn edit_form(payee: &Payee, cx: &Context<'_>) -> Form {
        let mut aliases = Field::text_line(ALIASES, cx.text("head-aliases"));
        // One adds to these names; typing must not replace them.
        aliases.fill(&listed::write(&payee.aliases));
        let name = payee.name.as_str();
        let mut form = Form::new(
            EDIT,
            text!(cx.texts, "title-aliases", name = name),
            vec![aliases],
        );
        form.intro = vec![cx.text("say-aliases")];
        form
    }

    pub(super) fn merge_form(&self, payee: &Payee, cx: &Context<'_>) -> Form {
        let others = self.payees.iter().filter(|other| other.name != payee.name);
        let choices = others.map(|other| Choice {
            value: other.name.clone(),
            note: String::new(),
        });
        let into = Field::pick(INTO, cx.text("label-into"), choices.collect(), Take::Best);
        let name = payee.name.as_str();
        let mut form = Form::new(
            MERGE,
            text!(cx.texts, "title-merge", name = name),
            vec![into],
        );
        form.intro = vec![text!(cx.texts, "say-merge", name = name)];
        form
    }

    pub(super) fn check_form(&self, form: &mut Form, cx: &Context<'_>) {
        let typed = form.filled(INTO);
        let known = |typed: &String| self.payees.iter().any(|payee| payee.name == *typed);
        typed::note_choice(form, INTO, typed.as_ref().is_none_or(known), cx);
    }

    /// The change that a form asks for; the cursor will go where it leads.
    pub(super) fn submit(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        let current = self.current().cloned();
        let name = current
            .as_ref()
            .map(|payee| payee.name.clone())
            .unwrap_or_default();
        let wanted = match form.name {
            NEW => {
                let name = typed::needed(form, NAME, cx)?;
                self.sought = Some(name.clone());
                let aliases = listed::read(&form.text(ALIASES));
                Wanted::Add { name, aliases }
            }
            RENAME => {
                let other = typed::needed(form, NAME, cx)?;
                self.sought = Some(other.clone());
                let edit = EditPayee {
                    name: Some(other),
                    ..EditPayee::default()
                };
                Wanted::Edit { name, edit }
            }
            EDIT => {
                let before = current.map(|payee| payee.aliases).unwrap_or_default();
                let now = listed::read(&form.text(ALIASES));
                let not_in = |all: &[String], one: &String| !all.contains(one);
                let edit = EditPayee {
                    name: None,
                    alias: now
                        .iter()
                        .filter(|one| not_in(&before, one))
                        .cloned()
                        .collect(),
                    unalias: before
                        .iter()
                        .filter(|one| not_in(&now, one))
                        .cloned()
                        .collect(),
                };
                Wanted::Edit { name, edit }
            }
            _ => {
                let into = typed::needed(form, INTO, cx)?;
                self.sought = Some(into.clone());
                Wanted::Merge { from: name, into }
            }
        };
        Ok(vec![Do::Change(Change::Payees(wanted))])
    }
}
