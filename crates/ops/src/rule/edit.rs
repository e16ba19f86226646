//! Making, changing, ordering and deleting rules. Positions are always 1, 2, 3 …

use domain::account::Wanted;
use domain::id::RuleId;
use domain::label::tidy_name;
use domain::query::{Condition, Query};
use domain::rule::{RuleCondition, RuleSplit, RuleState, RuleTerm, Share};
use domain::transaction::MAX_MEMO;
use domain::{Chart, Decimal, Rule};
use store::{StoreError, Verb, Writer};

use super::{RuleError, find};
use crate::Book;
use crate::lookup::{LookupError, open_account, sorted};
use crate::transaction::labels;

/// What a rule sets; what is `None` or empty it leaves alone.
#[derive(Clone, Debug, Default)]
pub struct RuleSettings {
    /// The category.
    pub category: Option<String>,
    /// The payee; made when new.
    pub payee: Option<String>,
    /// The memo.
    pub memo: Option<String>,
    /// Tags to add; made when new.
    pub tags: Vec<String>,
    /// The parts that go to other categories, each with its share; an empty list takes them away.
    pub splits: Option<Vec<(String, String)>>,
    /// The other own account; an empty name takes it away.
    pub transfer: Option<String>,
}

/// A rule to make.
#[derive(Clone, Debug, Default)]
pub struct AddRule {
    /// The conditions.
    pub query: Query,
    /// More of them, of the kinds that only rules have.
    pub more: Vec<RuleTerm>,
    /// What to set.
    pub set: RuleSettings,
    /// A name.
    pub name: String,
    /// Its place, from 1; the last one when not given.
    pub position: Option<u32>,
}

/// What to change of a rule; what is `None` or empty stays.
#[derive(Clone, Debug, Default)]
pub struct EditRule {
    /// Other conditions.
    pub terms: Option<(Query, Vec<RuleTerm>)>,
    /// What to set beside, or instead of, what it sets; an empty text sets it no longer.
    pub set: RuleSettings,
    /// Tags to add no longer.
    pub untag: Vec<String>,
    /// Another name.
    pub name: Option<String>,
    /// Another place.
    pub position: Option<u32>,
}

impl Book {
    /// All rules, in the order in which they are asked.
    pub fn rules(&self) -> Result<Vec<Rule>, StoreError> {
        self.view().rules()
    }

    /// One rule, by its name or its id.
    pub fn rule(&self, typed: &str) -> Result<Rule, LookupError> {
        find(self.view(), typed)
    }

    /// Makes a rule.
    pub fn add_rule(&mut self, request: &AddRule) -> Result<Rule, RuleError> {
        self.write(Verb::Rule, |writer| {
            let mut rules = writer.view().rules()?;
            let chart = writer.view().chart()?;
            let mut rule = Rule {
                id: RuleId(writer.next_id()?),
                name: name(&rules, None, &request.name)?,
                position: u32::try_from(rules.len() + 1).unwrap_or(u32::MAX),
                terms: terms(&chart, &request.query, &request.more)?,
                category: None,
                payee: None,
                memo: None,
                tags: Vec::new(),
                splits: Vec::new(),
                transfer: None,
                state: RuleState::Active,
            };
            settle(writer, &chart, &mut rule, &request.set)?;
            checked(&rule)?;
            writer.create(&rule)?;
            rules.push(rule.clone());
            let place = request.position.unwrap_or(rule.position);
            order(writer, rules, rule.id, place)
        })
    }

    /// Changes a rule, or its place.
    pub fn edit_rule(&mut self, typed: &str, edit: &EditRule) -> Result<Rule, RuleError> {
        self.write(Verb::Rule, |writer| {
            let before = find(writer.view(), typed)?;
            let chart = writer.view().chart()?;
            let mut after = before.clone();
            if let Some((query, more)) = &edit.terms {
                after.terms = terms(&chart, query, more)?;
            }
            if let Some(text) = &edit.name {
                after.name = name(&writer.view().rules()?, Some(before.id), text)?;
            }
            settle(writer, &chart, &mut after, &edit.set)?;
            let away = labels::known_tags(writer.view(), &edit.untag)?;
            after.tags.retain(|tag| !away.contains(tag));
            checked(&after)?;
            writer.update(&before, &after)?;
            let place = edit.position.unwrap_or(before.position);
            order(writer, writer.view().rules()?, before.id, place)
        })
    }

    /// Deletes a rule; what it set stays.
    pub fn remove_rule(&mut self, typed: &str) -> Result<Rule, RuleError> {
        self.write(Verb::Rule, |writer| {
            let rule = find(writer.view(), typed)?;
            writer.delete(&rule)?;
            number(writer, writer.view().rules()?)?;
            Ok(rule)
        })
    }
}

/// From query terms to the conditions of a rule; one that no row can answer is named.
fn terms(chart: &Chart, query: &Query, more: &[RuleTerm]) -> Result<Vec<RuleTerm>, RuleError> {
    let term = |term: &domain::query::Term| {
        let condition = match &term.condition {
            Condition::Text(text) => RuleCondition::Text(text.clone()),
            Condition::Payee(text) => RuleCondition::Payee(text.clone()),
            Condition::Memo(text) => RuleCondition::Memo(text.clone()),
            Condition::Amount(range) => RuleCondition::Amount(range.clone()),
            Condition::Date(period) => RuleCondition::Date(*period),
            Condition::Account(name) => {
                RuleCondition::Account(chart.resolve(name, Wanted::Account)?.id)
            }
            Condition::Category(_) => return Err(RuleError::Term("cat")),
            Condition::Tag(_) => return Err(RuleError::Term("tag")),
            Condition::Status(_) | Condition::Reconciled => return Err(RuleError::Term("status")),
            Condition::Source(_) => return Err(RuleError::Term("source")),
            Condition::Currency(_) => return Err(RuleError::Term("currency")),
        };
        Ok(RuleTerm {
            negated: term.negated,
            condition,
        })
    };
    let own = more.iter().cloned().map(Ok);
    query.terms.iter().map(term).chain(own).collect()
}

fn settle(
    writer: &mut Writer<'_>,
    chart: &Chart,
    rule: &mut Rule,
    set: &RuleSettings,
) -> Result<(), RuleError> {
    match set.category.as_deref().map(str::trim) {
        None => {}
        Some("") => rule.category = None,
        Some(name) => rule.category = Some(open_account(chart, name, Wanted::Category)?.id),
    }
    if let Some(name) = &set.payee {
        rule.payee = labels::payee(writer, name)?;
    }
    if let Some(memo) = &set.memo {
        let memo = memo.trim();
        if memo.chars().count() > MAX_MEMO {
            return Err(RuleError::MemoTooLong);
        }
        rule.memo = Some(memo.to_owned()).filter(|memo| !memo.is_empty());
    }
    let mut tags = rule.tags.clone();
    tags.extend(labels::tags(writer, &set.tags)?);
    rule.tags = sorted(tags);
    settle_other_side(chart, rule, set)
}

/// Splits, or the other account of a transfer: with one of these the other makes no sense.
fn settle_other_side(chart: &Chart, rule: &mut Rule, set: &RuleSettings) -> Result<(), RuleError> {
    match set.transfer.as_deref().map(str::trim) {
        None => {}
        Some("") => rule.transfer = None,
        Some(name) => rule.transfer = Some(open_account(chart, name, Wanted::Account)?.id),
    }
    if let Some(splits) = &set.splits {
        let split = |(name, share): &(String, String)| {
            Ok(RuleSplit {
                category: open_account(chart, name, Wanted::Category)?.id,
                share: share.parse()?,
            })
        };
        rule.splits = splits.iter().map(split).collect::<Result<_, RuleError>>()?;
    }
    let percent = |split: &RuleSplit| match split.share {
        Share::Percent(percent) => percent,
        Share::Amount(_) => Decimal::ZERO,
    };
    if rule.splits.iter().map(percent).sum::<Decimal>() > Decimal::ONE_HUNDRED {
        return Err(RuleError::SplitsExceed);
    }
    if rule.transfer.is_some() && (rule.category.is_some() || !rule.splits.is_empty()) {
        return Err(RuleError::TransferWithCategory);
    }
    Ok(())
}

fn checked(rule: &Rule) -> Result<(), RuleError> {
    if rule.terms.is_empty() {
        return Err(RuleError::NoCondition);
    }
    if rule.is_idle() {
        return Err(RuleError::SetsNothing);
    }
    Ok(())
}

fn name(rules: &[Rule], own: Option<RuleId>, text: &str) -> Result<String, RuleError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let name = tidy_name(text)?;
    let folded = domain::text::fold(&name);
    let twin = |rule: &&Rule| Some(rule.id) != own && domain::text::fold(&rule.name) == folded;
    match rules.iter().find(twin) {
        Some(twin) => Err(RuleError::Exists(twin.name.clone())),
        None => Ok(name),
    }
}

/// Moves one rule to a place, and numbers all anew.
fn order(
    writer: &mut Writer<'_>,
    mut rules: Vec<Rule>,
    id: RuleId,
    place: u32,
) -> Result<Rule, RuleError> {
    let gone = || StoreError::Contradiction("a rule vanished".to_owned());
    let at = rules.iter().position(|rule| rule.id == id);
    let rule = rules.remove(at.ok_or_else(gone)?);
    let place = usize::try_from(place.max(1) - 1).unwrap_or(usize::MAX);
    rules.insert(place.min(rules.len()), rule);
    number(writer, rules)?;
    let moved: Option<Rule> = writer.view().get(id.raw())?;
    Ok(moved.ok_or_else(gone)?)
}

fn number(writer: &mut Writer<'_>, rules: Vec<Rule>) -> Result<(), StoreError> {
    for (position, before) in (1..).zip(rules) {
        let after = Rule {
            position,
            ..before.clone()
        };
        writer.update(&before, &after)?;
    }
    Ok(())
}
