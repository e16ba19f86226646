//! Budgets, schedules and rules: what their constraints can't say.

use std::collections::HashSet;

use domain::id::{PayeeId, TagId};
use domain::{Budget, Chart, Rule, Schedule};

use super::Finding;
use crate::{Ledger, StoreError};

/// What plans refer to.
struct Known {
    chart: Chart,
    payees: HashSet<PayeeId>,
    tags: HashSet<TagId>,
}

pub(super) fn plans(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let view = ledger.view();
    let known = Known {
        chart: view.chart()?,
        payees: view.payees()?.iter().map(|payee| payee.id).collect(),
        tags: view.tags()?.iter().map(|tag| tag.id).collect(),
    };
    let mut judge = |sound: bool, what: &str, id: String| {
        finding.look();
        if !sound {
            finding.complain(|| format!("{what} {id} does not fit what it refers to"));
        }
    };
    for budget in view.budgets()? {
        judge(known.fits_budget(&budget), "budget", budget.id.to_string());
    }
    for schedule in view.schedules()? {
        let sound = known.fits_schedule(&schedule);
        judge(sound, "schedule", schedule.id.to_string());
    }
    for rule in view.rules()? {
        judge(known.fits_rule(&rule), "rule", rule.id.to_string());
    }
    Ok(())
}

impl Known {
    fn fits_budget(&self, budget: &Budget) -> bool {
        let category = self.chart.get(budget.category);
        category.is_some_and(|category| category.kind.is_category()) && budget.cycle.is_sound()
    }

    fn fits_schedule(&self, schedule: &Schedule) -> bool {
        let code = schedule.amount.currency.code;
        let account = self.chart.get(schedule.account);
        let counter = self.chart.get(schedule.counter);
        let holds = account
            .is_some_and(|account| account.kind.is_holding() && account.currency == Some(code));
        let takes = counter.is_some_and(|counter| {
            counter.kind.is_category()
                || (counter.kind.is_holding() && counter.currency == Some(code))
        });
        holds
            && takes
            && schedule.passed <= schedule.instalments.unwrap_or(u32::MAX)
            && self.has(schedule.payee, &schedule.tags)
    }

    fn fits_rule(&self, rule: &Rule) -> bool {
        let is_category = |id| {
            let category = self.chart.get(id);
            category.is_some_and(|category| category.kind.is_category())
        };
        let is_holding = |id| {
            let account = self.chart.get(id);
            account.is_some_and(|account| !account.kind.is_category())
        };
        let mut accounts = rule.accounts();
        rule.category.is_none_or(is_category)
            && rule.splits.iter().all(|split| is_category(split.category))
            && rule.transfer.is_none_or(is_holding)
            && accounts.all(|id| self.chart.get(id).is_some())
            && self.has(rule.payee, &rule.tags)
    }

    fn has(&self, payee: Option<PayeeId>, tags: &[TagId]) -> bool {
        payee.is_none_or(|id| self.payees.contains(&id))
            && tags.iter().all(|tag| self.tags.contains(tag))
    }
}
