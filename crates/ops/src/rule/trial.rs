//! Trying rules on the history: what they would have set, without setting it.

use std::collections::HashMap;

use domain::id::PayeeId;
use domain::query::Query;
use domain::rule::{Ruling, Subject};
use domain::text::fold;
use domain::{Chart, Decimal, Payee, Rule, Transaction};
use store::Order;

use super::{RuleError, find, with_parents};
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
        if let Some(category) = ruling.category {
            let is_category = |id| self.chart.get(id).is_some_and(|a| a.kind.is_category());
            let legs = after.postings.iter_mut();
            let mut legs: Vec<_> = legs.filter(|leg| is_category(leg.account)).collect();
            if let [only] = legs.as_mut_slice() {
                only.account = category;
            }
        }
        after
    }
}
