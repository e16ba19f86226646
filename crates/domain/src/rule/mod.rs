//! Rules: conditions on an imported row, and what to set.
//!
//! Rules are asked in their order. The first that sets a field wins; tags of all that fit are added.
//! A condition is a query term that makes sense for one row; [`term`] knows which.

mod pattern;
mod share;
mod term;

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, PayeeId, RuleId, TagId};

pub use pattern::{Pattern, PatternError};
pub use share::{RuleSplit, RuleSplitError, Share};
pub use term::{Field, RuleCondition, RuleTerm, RuleTermError, Subject};

/// What to set on rows that fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its identifier.
    pub id: RuleId,
    /// What a person calls it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its place among the rules, from 1.
    pub position: u32,
    /// What must all hold.
    pub terms: Vec<RuleTerm>,
    /// The category to set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<AccountId>,
    /// The payee to set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeId>,
    /// The memo to set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    /// The tags to add, sorted, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
    /// The parts that go to other categories; `category` takes what they leave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub splits: Vec<RuleSplit>,
    /// The other own account: the row is one side of a transfer, and has no category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<AccountId>,
    /// Whether it is asked at all.
    #[serde(default, skip_serializing_if = "RuleState::is_active")]
    pub state: RuleState,
}

/// Whether a rule is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleState {
    /// It is.
    #[default]
    Active,
    /// It was learned from a correction and waits for a person's yes.
    Proposed,
    /// A person did not want it: it is kept so that it is not proposed again.
    Declined,
}

impl RuleState {
    /// True for a rule that is asked.
    pub const fn is_active(&self) -> bool {
        matches!(self, Self::Active)
    }
}

/// What rules together say about one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ruling {
    /// The category.
    pub category: Option<AccountId>,
    /// The payee.
    pub payee: Option<PayeeId>,
    /// The memo.
    pub memo: Option<String>,
    /// Tags, in the order in which the rules name them.
    pub tags: Vec<TagId>,
    /// The parts of the rule that set the category.
    pub splits: Vec<RuleSplit>,
    /// The other own account of a transfer.
    pub transfer: Option<AccountId>,
    /// The rules that had a say, in order.
    pub by: Vec<RuleId>,
}

impl Rule {
    /// True when all conditions hold.
    pub fn fits(&self, subject: &Subject<'_>) -> bool {
        self.terms.iter().all(|term| term.holds(subject))
    }

    /// True when it sets nothing, so that it would be of no use.
    pub fn is_idle(&self) -> bool {
        self.category.is_none()
            && self.payee.is_none()
            && self.memo.is_none()
            && self.tags.is_empty()
            && self.splits.is_empty()
            && self.transfer.is_none()
    }

    /// The accounts that its conditions name.
    pub fn accounts(&self) -> impl Iterator<Item = AccountId> {
        self.terms.iter().filter_map(|term| match term.condition {
            RuleCondition::Account(id) => Some(id),
            _ => None,
        })
    }
}

impl Ruling {
    /// Asks rules, which come in their order, about one row.
    pub fn of(rules: &[Rule], subject: &Subject<'_>) -> Self {
        let mut ruling = Self::default();
        let asked = rules.iter().filter(|rule| rule.state.is_active());
        for rule in asked.filter(|rule| rule.fits(subject)) {
            ruling.hear(rule);
        }
        ruling
    }

    fn hear(&mut self, rule: &Rule) {
        let mut said = self.hear_other_side(rule);
        said |= first(&mut self.payee, rule.payee);
        said |= first(&mut self.memo, rule.memo.clone());
        for tag in &rule.tags {
            if !self.tags.contains(tag) {
                self.tags.push(*tag);
                said = true;
            }
        }
        if said {
            self.by.push(rule.id);
        }
    }

    /// Where the money goes to or comes from: one rule says all of that.
    fn hear_other_side(&mut self, rule: &Rule) -> bool {
        if self.category.is_some() || self.transfer.is_some() || !self.splits.is_empty() {
            return false;
        }
        self.category = rule.category;
        self.transfer = rule.transfer;
        self.splits.clone_from(&rule.splits);
        rule.category.is_some() || rule.transfer.is_some() || !rule.splits.is_empty()
    }

    /// The rules that had a say, as metadata names them: their ids with a blank between them.
    pub fn names(&self) -> Option<String> {
        let names: Vec<String> = self.by.iter().map(ToString::to_string).collect();
        (!names.is_empty()).then(|| names.join(" "))
    }
}

/// Takes a value when there is none yet.
fn first<T>(known: &mut Option<T>, value: Option<T>) -> bool {
    let takes = known.is_none() && value.is_some();
    if takes {
        *known = value;
    }
    takes
}

#[cfg(test)]
mod tests;
