//! One condition of a rule, and the row it is asked about.
//!
//! The text form is what records and exports keep: `not:payee:luna`, `amt:>=100`,
//! `date:2025-01-01..`, `day:1..5`, `payee:/uber\b/`, `acct:` with the account's id, so that renaming an account breaks no rule.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::pattern::Pattern;
use crate::id::{AccountId, Id, IdPrefix};
use crate::period::Period;
use crate::query::{Bound, Range};

/// One condition that must hold, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleTerm {
    /// True when the condition must *not* hold.
    pub negated: bool,
    /// The condition.
    pub condition: RuleCondition,
}

/// What can be asked of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleCondition {
    /// Payee or memo contain this folded text.
    Text(String),
    /// The payee contains this folded text.
    Payee(String),
    /// The memo contains this folded text.
    Memo(String),
    /// The size of the amount lies in this range.
    Amount(Range),
    /// The row is of this account, or one below it.
    Account(AccountId),
    /// The day lies in this period.
    Date(Period),
    /// The day of the month lies between these, both included.
    Day(u32, u32),
    /// A text fits this pattern.
    Pattern(Field, Pattern),
}

/// Where a pattern is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// In payee and memo.
    Any,
    /// In the payee.
    Payee,
    /// In the memo.
    Memo,
}

/// A row, or a transaction, about which rules are asked. Texts are folded.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The names under which the payee is known: the file's text and the ledger's name.
    pub payees: &'a [&'a str],
    /// The memo.
    pub memo: &'a str,
    /// The sizes of the amounts, without their signs.
    pub sizes: &'a [Decimal],
    /// The accounts, and those around them.
    pub accounts: &'a [AccountId],
    /// The day.
    pub date: NaiveDate,
}

impl RuleTerm {
    /// Reads a condition that only rules have, a pattern or a day of the month; none when the text
    /// is any other query term.
    pub fn only_of_rules(text: &str) -> Option<Result<Self, RuleTermError>> {
        let rest = text.strip_prefix("not:").unwrap_or(text);
        let own = pattern_from(rest).is_some() || rest.starts_with("day:");
        own.then(|| text.parse())
    }

    /// True when the term lets the row pass.
    pub fn holds(&self, subject: &Subject<'_>) -> bool {
        let payee = |text: &str| subject.payees.iter().any(|name| name.contains(text));
        let holds = match &self.condition {
            RuleCondition::Text(text) => payee(text) || subject.memo.contains(text.as_str()),
            RuleCondition::Payee(text) => payee(text),
            RuleCondition::Memo(text) => subject.memo.contains(text.as_str()),
            RuleCondition::Amount(range) => subject.sizes.iter().any(|size| within(range, *size)),
            RuleCondition::Account(id) => subject.accounts.contains(id),
            RuleCondition::Date(period) => period.contains(subject.date),
            RuleCondition::Day(from, to) => (*from..=*to).contains(&subject.date.day()),
            RuleCondition::Pattern(field, pattern) => {
                let payee = || subject.payees.iter().any(|name| pattern.fits(name));
                match field {
                    Field::Any => payee() || pattern.fits(subject.memo),
                    Field::Payee => payee(),
                    Field::Memo => pattern.fits(subject.memo),
                }
            }
        };
        holds != self.negated
    }

    /// The term as a person types it; `account` gives the name of an account.
    pub fn typed(&self, account: impl FnOnce(AccountId) -> String) -> String {
        let name = match &self.condition {
            RuleCondition::Account(id) => Some(account(*id)),
            _ => None,
        };
        self.written(name.as_deref())
    }

    fn written(&self, account: Option<&str>) -> String {
        let not = if self.negated { "not:" } else { "" };
        match &self.condition {
            RuleCondition::Text(text) => format!("{not}{text}"),
            RuleCondition::Payee(text) => format!("{not}payee:{text}"),
            RuleCondition::Memo(text) => format!("{not}memo:{text}"),
            RuleCondition::Amount(range) => format!("{not}amt:{}", range_text(range)),
            RuleCondition::Account(id) => match account {
                Some(name) => format!("{not}acct:{name}"),
                None => format!("{not}acct:{id}"),
            },
            RuleCondition::Date(period) => format!("{not}date:{}", period_text(*period)),
            RuleCondition::Day(from, to) if from == to => format!("{not}day:{from}"),
            RuleCondition::Day(from, to) => format!("{not}day:{from}..{to}"),
            RuleCondition::Pattern(field, pattern) => {
                let field = match field {
                    Field::Any => "",
                    Field::Payee => "payee:",
                    Field::Memo => "memo:",
                };
                format!("{not}{field}/{}/", pattern.as_str())
            }
        }
    }
}

fn within(range: &Range, size: Decimal) -> bool {
    let above = |end: Bound| size > end.size || (end.included && size == end.size);
    let below = |end: Bound| size < end.size || (end.included && size == end.size);
    range.least.is_none_or(above) && range.most.is_none_or(below)
}

fn range_text(range: &Range) -> String {
    match (range.least, range.most) {
        (Some(least), Some(most)) if least == most => format!("{}", least.size),
        (Some(least), None) if !least.included => format!(">{}", least.size),
        (None, Some(most)) if !most.included => format!("<{}", most.size),
        (least, most) => {
            let end = |end: Option<Bound>| end.map_or(String::new(), |end| end.size.to_string());
            format!("{}..{}", end(least), end(most))
        }
    }
}

fn period_text(period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let end = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
            format!("{}..{}", end(from), end(to))
        }
    }
}

impl fmt::Display for RuleTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(None))
    }
}

/// Why a text is no term of a rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no condition of a rule")]
pub struct RuleTermError(pub String);

impl FromStr for RuleTerm {
    type Err = RuleTermError;

    fn from_str(text: &str) -> Result<Self, RuleTermError> {
        let wrong = || RuleTermError(text.chars().take(60).collect());
        let (negated, rest) = text
            .strip_prefix("not:")
            .map_or((false, text), |rest| (true, rest));
        if let Some((field, pattern)) = pattern_from(rest) {
            let pattern = Pattern::new(pattern).map_err(|_| wrong())?;
            return Ok(Self {
                negated,
                condition: RuleCondition::Pattern(field, pattern),
            });
        }
        let condition = match rest.split_once(':') {
            None => Some(RuleCondition::Text(rest.to_owned())),
            Some(("payee", value)) => Some(RuleCondition::Payee(value.to_owned())),
            Some(("memo", value)) => Some(RuleCondition::Memo(value.to_owned())),
            Some(("amt", value)) => range_from(value).map(RuleCondition::Amount),
            Some(("date", value)) => period_from(value).map(RuleCondition::Date),
            Some(("acct", value)) => account_from(value).map(RuleCondition::Account),
            Some(("day", value)) => days_from(value),
            Some(_) => None,
        };
        let said = rest.split_once(':').map_or(rest, |(_, value)| value);
        let condition = condition.filter(|_| !said.trim().is_empty());
        Ok(Self {
            negated,
            condition: condition.ok_or_else(wrong)?,
        })
    }
}

fn range_from(text: &str) -> Option<Range> {
    let bound = |text: &str, included: bool| {
        let size: Decimal = text.parse().ok()?;
        Some(Bound { size, included })
    };
    let end = |text: &str| match text {
        "" => Some(None),
        text => bound(text, true).map(Some),
    };
    let (least, most) = if let Some((least, most)) = text.split_once("..") {
        (end(least)?, end(most)?)
    } else if let Some(size) = text.strip_prefix('>') {
        (Some(bound(size, false)?), None)
    } else if let Some(size) = text.strip_prefix('<') {
        (None, Some(bound(size, false)?))
    } else {
        (end(text)?, end(text)?)
    };
    Some(Range { least, most })
}

fn period_from(text: &str) -> Option<Period> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let end = |text: &str| match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    Period::between(end(from)?, end(to)?).ok()
}

/// `/…/` alone or behind `payee:` or `memo:`.
fn pattern_from(text: &str) -> Option<(Field, &str)> {
    let (field, text) = match text.split_once(':') {
        Some(("payee", value)) => (Field::Payee, value),
        Some(("memo", value)) => (Field::Memo, value),
        _ => (Field::Any, text),
    };
    let pattern = text.strip_prefix('/')?.strip_suffix('/')?;
    (!pattern.is_empty()).then_some((field, pattern))
}

/// `5` or `1..10`.
fn days_from(text: &str) -> Option<RuleCondition> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    let days = 1..=31;
    let sound = days.contains(&from) && days.contains(&to) && from <= to;
    sound.then_some(RuleCondition::Day(from, to))
}

fn account_from(text: &str) -> Option<AccountId> {
    let prefix: IdPrefix = text.parse().ok()?;
    Id::new(prefix.slot, prefix.first).map(AccountId)
}

impl Serialize for RuleTerm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RuleTerm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
