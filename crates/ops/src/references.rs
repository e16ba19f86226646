//! Budgets, schedules and rules name accounts, payees and tags: whoever takes one of those away
//! looks here first, and whoever merges two moves what names the one to the other.

use domain::id::{AccountId, PayeeId, TagId};
use domain::rule::RuleCondition;
use domain::{Budget, Rule, Schedule};
use store::{StoreError, View, Writer};

use crate::lookup::sorted;

/// How many plans name an account or category.
pub(crate) fn plans_of_account(view: View<'_>, id: AccountId) -> Result<usize, StoreError> {
    let budgets = view.budgets()?;
    let budgets = budgets.iter().filter(|budget| budget.category == id);
    let schedules = view.schedules()?;
    let names = |schedule: &&Schedule| schedule.account == id || schedule.counter == id;
    let schedules = schedules.iter().filter(names);
    let rules = view.rules()?;
    let names = |rule: &&Rule| rule.state.is_active() && names_account(rule, id);
    let rules = rules.iter().filter(names);
    Ok(budgets.count() + schedules.count() + rules.count())
}

fn names_account(rule: &Rule, id: AccountId) -> bool {
    rule.category == Some(id)
        || rule.transfer == Some(id)
        || rule.splits.iter().any(|split| split.category == id)
        || rule.accounts().any(|account| account == id)
}

/// Deletes the rules that are only proposed, or were declined, and name an account that goes.
pub(crate) fn forget_proposals(writer: &mut Writer<'_>, id: AccountId) -> Result<(), StoreError> {
    let rules = writer.view().rules()?;
    let idle = rules.iter().filter(|rule| !rule.state.is_active());
    for rule in idle.filter(|rule| names_account(rule, id)) {
        writer.delete(rule)?;
    }
    Ok(())
}

/// How many schedules and rules name a payee.
pub(crate) fn plans_of_payee(view: View<'_>, id: PayeeId) -> Result<usize, StoreError> {
    let schedules = view.schedules()?;
    let schedules = schedules.iter().filter(|plan| plan.payee == Some(id));
    let rules = view.rules()?;
    let rules = rules.iter().filter(|plan| plan.payee == Some(id));
    Ok(schedules.count() + rules.count())
}

/// Lets plans name another account. False when two budgets, or both ends of a transfer, would
/// become one.
pub(crate) fn move_account(
    writer: &mut Writer<'_>,
    from: AccountId,
    into: AccountId,
) -> Result<bool, StoreError> {
    let other = |id: AccountId| if id == from { into } else { id };
    let budgets = writer.view().budgets()?;
    for before in budgets.iter().filter(|budget| budget.category == from) {
        let twin = |known: &Budget| {
            known.category == into
                && known.amount.currency == before.amount.currency
                && known.cycle.every == before.cycle.every
        };
        if budgets.iter().any(twin) {
            return Ok(false);
        }
        let after = Budget {
            category: into,
            ..before.clone()
        };
        writer.update(before, &after)?;
    }
    for before in writer.view().schedules()? {
        let after = Schedule {
            account: other(before.account),
            counter: other(before.counter),
            ..before.clone()
        };
        if after.account == after.counter {
            return Ok(false);
        }
        writer.update(&before, &after)?;
    }
    for before in writer.view().rules()? {
        let mut after = before.clone();
        after.category = before.category.map(other);
        after.transfer = before.transfer.map(other);
        for split in &mut after.splits {
            split.category = other(split.category);
        }
        for term in &mut after.terms {
            if let RuleCondition::Account(id) = &mut term.condition {
                *id = other(*id);
            }
        }
        writer.update(&before, &after)?;
    }
    Ok(true)
}

/// Lets schedules and rules name another payee.
pub(crate) fn move_payee(
    writer: &mut Writer<'_>,
    from: PayeeId,
    into: PayeeId,
) -> Result<(), StoreError> {
    let other = |id: PayeeId| if id == from { into } else { id };
    for before in writer.view().schedules()? {
        let payee = before.payee.map(other);
        writer.update(
            &before,
            &Schedule {
                payee,
                ..before.clone()
            },
        )?;
    }
    for before in writer.view().rules()? {
        let payee = before.payee.map(other);
        writer.update(
            &before,
            &Rule {
                payee,
                ..before.clone()
            },
        )?;
    }
    Ok(())
}

/// Replaces a tag in schedules and rules, or takes it off them. False when a rule would be left
/// with nothing to set.
pub(crate) fn replace_tag(
    writer: &mut Writer<'_>,
    from: TagId,
    into: Option<TagId>,
) -> Result<bool, StoreError> {
    let replaced = |tags: &[TagId]| {
        let kept = tags.iter().copied().filter(|tag| *tag != from);
        let instead = into.filter(|_| tags.contains(&from));
        sorted(kept.chain(instead).collect())
    };
    for before in writer.view().schedules()? {
        let mut after = before.clone();
        after.tags = replaced(&before.tags);
        writer.update(&before, &after)?;
    }
    for before in writer.view().rules()? {
        let mut after = before.clone();
        after.tags = replaced(&before.tags);
        if after.is_idle() {
            return Ok(false);
        }
        writer.update(&before, &after)?;
    }
    Ok(true)
}
