//! A correction becomes a proposed rule, never a silent one.
//!
//! When a person gives imported transactions another category, the payee and the category together
//! propose a rule: at once when a rule or a suggestion had said otherwise, else when it is at least
//! the second time. A rule that says the same, or that a person declined, is not proposed again.

use std::collections::BTreeMap;

use domain::id::{AccountId, PayeeId, RuleId};
use domain::rule::{RuleCondition, RuleState, RuleTerm};
use domain::statement::Reason;
use domain::text::fold;
use domain::transaction::Source;
use domain::{Chart, Payee, Rule, Transaction};
use store::{Filter, StoreError, Test, Writer};

use crate::habits::SUGGESTED;
use crate::rule::RULE;

/// So many rules are proposed by one operation at most: a large bulk edit is no lesson.
const MOST: usize = 20;
/// So many payees of one operation are looked at.
const LOOKED_AT: usize = 500;
/// How often payees of this name must have had the category.
const OFTEN: u64 = 2;
/// The fewest letters of a payee that tell it from others.
const LETTERS: usize = 4;

/// The corrections of one operation.
#[derive(Debug, Default)]
pub(crate) struct Corrections {
    /// True for what overruled a rule or a suggestion.
    pairs: BTreeMap<(PayeeId, AccountId), bool>,
}

impl Corrections {
    /// Notes a change, if it is a correction: another category of an imported transaction.
    pub(crate) fn note(&mut self, chart: &Chart, before: &Transaction, after: &Transaction) {
        if !matches!(before.source, Source::Import(_)) || self.pairs.len() > LOOKED_AT {
            return;
        }
        let (Some(old), Some(new)) = (category(chart, before), category(chart, after)) else {
            return;
        };
        if let (true, Some(payee)) = (old != new, after.payee) {
            let overruled =
                before.metadata.contains_key(SUGGESTED) || before.metadata.contains_key(RULE);
            *self.pairs.entry((payee, new)).or_default() |= overruled;
        }
    }

    /// The same of a change that was written just now: a suggestion that it overrules waits no longer.
    pub(crate) fn take(
        &mut self,
        writer: &mut Writer<'_>,
        chart: &Chart,
        before: &Transaction,
        after: &Transaction,
    ) -> Result<(), StoreError> {
        self.note(chart, before, after);
        let settled = |of: &Transaction| !of.metadata.contains_key(SUGGESTED);
        if settled(before) || !settled(after) {
            return Ok(());
        }
        for row in writer.view().statement_rows_of(after.id)? {
            if row.waits && row.reason == Some(Reason::Suggested) {
                let mut decided = row.clone();
                decided.waits = false;
                writer.update(&row, &decided)?;
            }
        }
        Ok(())
    }

    /// Proposes the rules that follow.
    pub(crate) fn propose_rules(self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        if self.pairs.len() > LOOKED_AT {
            return Ok(());
        }
        let mut lessons: BTreeMap<(String, AccountId), bool> = BTreeMap::new();
        for ((payee, category), overruled) in self.pairs {
            let payee = writer.view().get::<Payee>(payee.raw())?;
            let words = payee.and_then(|payee| telling_words(&payee.name));
            if let Some(words) = words {
                *lessons.entry((words, category)).or_default() |= overruled;
            }
        }
        if lessons.len() > MOST {
            return Ok(());
        }
        for ((words, category), overruled) in lessons {
            if overruled || is_habit(writer, &words, category)? {
                propose(writer, words, category)?;
            }
        }
        Ok(())
    }
}

/// The category of a transaction that has one.
fn category(chart: &Chart, transaction: &Transaction) -> Option<AccountId> {
    let legs = transaction.postings.iter().map(|leg| leg.account);
    let mut categories = legs.filter(|id| chart.get(*id).is_some_and(|one| one.kind.is_category()));
    let found = categories.next()?;
    categories.next().is_none().then_some(found)
}

fn is_habit(writer: &Writer<'_>, words: &str, category: AccountId) -> Result<bool, StoreError> {
    let mut filter = Filter::default();
    filter.and(Test::Payee(words.to_owned()));
    filter.and(Test::Accounts(vec![category]));
    Ok(writer.view().count(&filter)? >= OFTEN)
}

fn propose(writer: &mut Writer<'_>, words: String, category: AccountId) -> Result<(), StoreError> {
    let terms = vec![RuleTerm {
        negated: false,
        condition: RuleCondition::Payee(words),
    }];
    let rules = writer.view().rules()?;
    match rules.iter().find(|rule| rule.terms == terms) {
        Some(known) if known.state == RuleState::Proposed => {
            let after = Rule {
                category: Some(category),
                ..known.clone()
            };
            writer.update(known, &after)
        }
        Some(known) if known.category == Some(category) || known.state.is_active() => Ok(()),
        _ => {
            let proposed = Rule {
                id: RuleId(writer.next_id()?),
                name: String::new(),
                position: u32::try_from(rules.len() + 1).unwrap_or(u32::MAX),
                terms,
                category: Some(category),
                payee: None,
                memo: None,
                tags: Vec::new(),
                splits: Vec::new(),
                transfer: None,
                state: RuleState::Proposed,
            };
            writer.create(&proposed)
        }
    }
}

/// The longest part of a payee's folded name without a number of a shop, card or document.
fn telling_words(name: &str) -> Option<String> {
    let folded = fold(name);
    let mut best: &str = "";
    let mut start = 0;
    let mut end = 0;
    let numbered = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let mut at = 0;
    for word in folded.split(' ') {
        if numbered(word) {
            start = at + word.len() + 1;
        } else {
            end = at + word.len();
        }
        if let Some(part) = folded.get(start..end.max(start))
            && part.len() > best.len()
        {
            best = part;
        }
        at += word.len() + 1;
    }
    let best = best.trim();
    let letters = best.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= LETTERS).then(|| best.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("COMPRA LIDER 0123", Some("compra lider"))]
    #[case("4421 Uber Trip 99 x", Some("uber trip"))]
    #[case("Café Luna", Some("cafe luna"))]
    #[case("TEF 12", None)]
    #[case("0123456", None)]
    #[case("", None)]
    fn the_telling_part_of_a_payee(#[case] name: &str, #[case] words: Option<&str>) {
        assert_eq!(telling_words(name).as_deref(), words);
    }
}
