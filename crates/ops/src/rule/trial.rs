//! Trying rules on the history: what they would have set, without setting it.

use std::collections::HashMap;

use domain::id::{AccountId, PayeeId};
use domain::query::Query;
use domain::rule::{RuleSplit, RuleState, Ruling, Subject};
use domain::text::fold;
use domain::{Account, Chart, Decimal, Money, Payee, Posting, Rule, Transaction};
use store::{Filter, Order, StoreError, Test, Writer};

use super::{RULE, RuleError, find, with_parents};
use crate::Book;
use crate::lookup::sorted;
use crate::transaction::TransactionEdited;

/// Which rules, on which transactions.
#[derive(Clone, Debug, Default)]
pub struct TryRules {
    /// One rule; all of them when none.
    pub rule: Option<String>,
    /// Which transactions; all of them when empty.
    pub query: Query,
}

/// What rules would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleTrial {
    /// Each transaction that would change, before and after, the newest first.
    pub edits: Vec<TransactionEdited>,
    /// How many fit and are like that already.
    pub unchanged: usize,
}

impl Book {
    /// Says what rules would change; changes nothing.
    pub fn try_rules(&self, request: &TryRules) -> Result<RuleTrial, RuleError> {
        let view = self.view();
        let rules = match &request.rule {
            Some(typed) => vec![find(view, typed)?],
            None => view.rules()?,
        };
        let filter = self.filter(&request.query)?;
        let mut rules = rules;
        for rule in &mut rules {
            // Trying one that is only proposed is how a person decides about it.
            rule.state = if request.rule.is_some() {
                RuleState::Active
            } else {
                rule.state
            };
        }
        let bench = Bench {
            rules,
            chart: view.chart()?,
            payees: names(&view.payees()?),
        };
        let mut trial = RuleTrial::default();
        view.visit::<RuleError>(&filter, Order::NewestFirst, None, |before| {
            let ruling = bench.judge(&before);
            if ruling.by.is_empty() {
                return Ok(());
            }
            let after = bench.ruled(&before, ruling);
            if after == before {
                trial.unchanged += 1;
            } else {
                trial.edits.push(TransactionEdited { before, after });
            }
            Ok(())
        })?;
        Ok(trial)
    }
}

/// Lets a rule set what it says on the transactions that have no category yet; returns how many.
pub(crate) fn fill_in(
    writer: &mut Writer<'_>,
    rule: &Rule,
    unknown: Vec<AccountId>,
) -> Result<usize, StoreError> {
    let view = writer.view();
    let bench = Bench {
        rules: vec![rule.clone()],
        chart: view.chart()?,
        payees: names(&view.payees()?),
    };
    let mut filter = Filter::default();
    filter.and(Test::Accounts(unknown));
    let mut filled = 0;
    for id in view.ids(&filter, Order::OldestFirst)? {
        let Some(before) = writer.current::<Transaction>(id.raw())? else {
            continue;
        };
        let ruling = bench.judge(&before);
        let Some(names) = ruling.names() else {
            continue;
        };
        let mut after = bench.ruled(&before, ruling);
        if after != *before {
            after.metadata.insert(RULE.to_owned(), names.into());
            writer.update_current(&before, &after)?;
            filled += 1;
        }
    }
    Ok(filled)
}

/// Payees by id, each under all of its folded names.
fn names(payees: &[Payee]) -> HashMap<PayeeId, Vec<String>> {
    let all = |payee: &Payee| {
        let names = std::iter::once(&payee.name).chain(&payee.aliases);
        (payee.id, names.map(|name| fold(name)).collect())
    };
    payees.iter().map(all).collect()
}

struct Bench {
    rules: Vec<Rule>,
    chart: Chart,
    payees: HashMap<PayeeId, Vec<String>>,
}

impl Bench {
    fn judge(&self, transaction: &Transaction) -> Ruling {
        let known = transaction.payee.and_then(|id| self.payees.get(&id));
        let payees: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
        let mut accounts = Vec::new();
        let mut sizes: Vec<Decimal> = Vec::new();
        for posting in &transaction.postings {
            sizes.push(posting.amount.to_decimal().abs());
            if let Some(account) = self.chart.get(posting.account) {
                with_parents(&self.chart, account, &mut accounts);
            }
        }
        let subject = Subject {
            payees: &payees,
            memo: &fold(&transaction.memo),
            sizes: &sizes,
            accounts: &accounts,
            date: transaction.date,
        };
        Ruling::of(&self.rules, &subject)
    }

    /// The transaction as the ruling has it. Of several categories none can be meant.
    fn ruled(&self, before: &Transaction, ruling: Ruling) -> Transaction {
        let mut after = before.clone();
        after.payee = ruling.payee.or(before.payee);
        if let Some(memo) = ruling.memo {
            after.memo = memo;
        }
        after.tags = sorted(before.tags.iter().copied().chain(ruling.tags).collect());
        let is_category = |id| self.chart.get(id).is_some_and(|a| a.kind.is_category());
        let legs = after.postings.iter().enumerate();
        let legs: Vec<usize> = legs
            .filter(|(_, leg)| is_category(leg.account))
            .map(|(at, _)| at)
            .collect();
        if let [only] = legs.as_slice() {
            let leg = after.postings.remove(*only);
            let others = self.other_legs(
                &after,
                leg,
                &ruling.splits,
                ruling.category,
                ruling.transfer,
            );
            after.postings.splice(*only..*only, others);
        }
        after
    }

    /// What takes the place of the one leg in a category.
    fn other_legs(
        &self,
        rest: &Transaction,
        leg: Posting,
        splits: &[RuleSplit],
        category: Option<AccountId>,
        transfer: Option<AccountId>,
    ) -> Vec<Posting> {
        let whole = leg.amount;
        let account = transfer.and_then(|id| self.chart.get(id));
        let fits = |account: &&Account| {
            account.currency == Some(whole.currency.code)
                && rest
                    .postings
                    .iter()
                    .all(|other| other.account != account.id)
        };
        if let Some(account) = account.filter(fits) {
            return vec![Posting::new(account.id, whole)];
        }
        let mut legs = Vec::new();
        let mut left = whole.minor;
        for split in splits {
            let part = split.share.of(whole);
            let part = part.filter(|part| part.minor.unsigned_abs() <= left.unsigned_abs());
            if let Some(part) = part {
                left -= part.minor;
                legs.push(Posting::new(split.category, part));
            }
        }
        if left != 0 {
            let mut rest = leg;
            rest.amount = Money::new(left, whole.currency);
            rest.account = category.unwrap_or(rest.account);
            legs.push(rest);
        }
        legs
    }
}
