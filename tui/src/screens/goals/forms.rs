//! The forms of goals: new, changed, contributed to.

use domain::{Currency, Money};
use ops::goal::{AddGoal, Contribute, EditGoal};
use ops::report::GoalProgress;

use super::{State, Wanted};
use crate::app::{Change, Context, Do};
use crate::i18n::text;
use crate::present;
use crate::screens::accounts::{currencies, currency, meant};
use crate::screens::tree::CURRENCY;
use crate::screens::typed;
use crate::widgets::form::{Field, FieldError, Form, Take};

const NAME: &str = "name";
const TARGET: &str = "target";
const DATE: &str = "date";
const PRIORITY: &str = "priority";
const DESCRIPTION: &str = "description";
const AMOUNT: &str = "amount";
const MEMO: &str = "memo";
const NEW: &str = "new";
const EDIT: &str = "edit";
const CONTRIBUTE: &str = "contribute";

impl State {
    pub(super) fn new_form(cx: &Context<'_>) -> Form {
        let home = cx.facts.currency.map(|currency| currency.code.to_string());
        let money = Field::pick(
            CURRENCY,
            cx.text("head-currency"),
            currencies(cx),
            Take::Completion,
        );
        let fields = vec![
            Field::text_line(NAME, cx.text("label-name")),
            Field::amount(TARGET, cx.text("head-target")),
            Field::text_line(DATE, cx.text("head-until")),
            money.with(&home.unwrap_or_default()),
            Field::text_line(PRIORITY, cx.text("head-priority")),
            Field::text_line(DESCRIPTION, cx.text("label-description")),
        ];
        Form::new(NEW, cx.text("title-new-goal"), fields)
    }

    pub(super) fn edit_form(progress: &GoalProgress, cx: &Context<'_>) -> Form {
        let goal = &progress.goal;
        let date = goal.target_date.map(present::date).unwrap_or_default();
        let filled =
            |name, label: &str, text: &str| Field::text_line(name, cx.text(label)).with(text);
        let fields = vec![
            filled(NAME, "label-name", &goal.name),
            Field::amount(TARGET, cx.text("head-target"))
                .with(&domain::amount::as_typed(goal.target)),
            filled(DATE, "head-until", &date),
            filled(PRIORITY, "head-priority", &goal.priority.to_string()),
            filled(DESCRIPTION, "label-description", &goal.description),
        ];
        let name = goal.name.as_str();
        Form::new(EDIT, text!(cx.texts, "title-change", name = name), fields)
    }

    /// Asks for a contribution; what the month needs is filled in.
    pub(super) fn contribute_form(progress: &GoalProgress, cx: &Context<'_>) -> Form {
        let needed = progress.pace.map(|pace| pace.per_month.digits());
        let fields = vec![
            Field::amount(AMOUNT, cx.text("head-amount")).with(&needed.unwrap_or_default()),
            Field::text_line(DATE, cx.text("head-date")).with(&present::date(cx.today)),
            Field::text_line(MEMO, cx.text("head-memo")),
        ];
        let name = progress.goal.name.as_str();
        Form::new(
            CONTRIBUTE,
            text!(cx.texts, "title-contribute", name = name),
            fields,
        )
    }

    pub(super) fn check_form(&self, form: &mut Form, cx: &Context<'_>) {
        let own: Option<Currency> = self.current().map(|one| one.goal.target.currency);
        let currency = if form.name == NEW {
            meant(form, cx)
        } else {
            own
        };
        typed::note_amount(form, TARGET, currency, cx);
        typed::note_amount(form, AMOUNT, own, cx);
        typed::note_day(form, DATE, cx);
        if form.name == CONTRIBUTE {
            self.note_arrival(form, cx);
        }
    }

    /// Says what the goal will hold.
    fn note_arrival(&self, form: &mut Form, cx: &Context<'_>) {
        let Some(progress) = self.current() else {
            return;
        };
        let currency = progress.goal.target.currency;
        let amount = domain::amount::parse_amount(&form.text(AMOUNT), currency);
        let then: Option<Money> = amount
            .ok()
            .and_then(|amount| progress.current.checked_add(amount).ok());
        if let Some((field, then)) = form.field_mut(AMOUNT).zip(then) {
            let target = cx.money(progress.goal.target);
            let said = text!(
                cx.texts,
                "say-goal-then",
                then = cx.money(then),
                target = target
            );
            field.note = Some(said);
        }
    }

    pub(super) fn submit(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        let current = self.current().map(|one| one.goal.clone());
        let wanted = match (form.name, current) {
            (NEW, _) => Wanted::Add(self.added(form, cx)?),
            (_, None) => return Ok(Vec::new()),
            (EDIT, Some(goal)) => {
                let target = typed::needed(form, TARGET, cx)?;
                let other = typed::needed(form, NAME, cx)?;
                self.sought = Some(other.clone());
                let edit = EditGoal {
                    name: Some(other).filter(|name| *name != goal.name),
                    description: Some(form.text(DESCRIPTION)),
                    target: Some(target),
                    target_date: Some(typed::day(form, DATE, cx)?),
                    priority: priority(form, cx)?,
                    active: None,
                };
                Wanted::Edit {
                    name: goal.name,
                    edit,
                }
            }
            (_, Some(goal)) => Wanted::Contribute(Contribute {
                goal: goal.name,
                amount: typed::needed(form, AMOUNT, cx)?,
                date: typed::day(form, DATE, cx)?,
                memo: form.text(MEMO),
                transaction: None,
            }),
        };
        Ok(vec![Do::Change(Change::Goals(wanted))])
    }

    fn added(&mut self, form: &Form, cx: &Context<'_>) -> Result<AddGoal, FieldError> {
        let name = typed::needed(form, NAME, cx)?;
        self.sought = Some(name.clone());
        Ok(AddGoal {
            name,
            description: form.text(DESCRIPTION),
            target: typed::needed(form, TARGET, cx)?,
            currency: currency(form, cx)?,
            target_date: typed::day(form, DATE, cx)?,
            priority: priority(form, cx)?,
        })
    }
}

fn priority(form: &Form, cx: &Context<'_>) -> Result<Option<u32>, FieldError> {
    let Some(typed) = form.filled(PRIORITY) else {
        return Ok(None);
    };
    let number = typed.parse().map_err(|_| FieldError {
        field: PRIORITY.into(),
        message: cx.text("hint-priority"),
    });
    number.map(Some)
}
