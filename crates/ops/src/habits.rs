//! What a person's own history says about the category of a payment. No network, nothing stored: the
//! model of `domain::suggest` is trained anew from the latest transactions whenever it is asked.

use std::collections::{HashMap, HashSet};

use domain::id::{AccountId, PayeeId};
use domain::suggest::{Model, Payment, Suggestion};
use domain::{Chart, Payee, Transaction};
use serde_json::{Value, json};
use store::{Filter, Order, StoreError, View};

use crate::import::fallbacks;

/// Under which key the metadata says that the category was suggested: how sure, and by which words.
pub(crate) const SUGGESTED: &str = "suggested";

/// So many transactions are looked at, the latest ones.
const LOOKED_AT: u64 = 20_000;

/// A trained model.
#[derive(Debug)]
pub(crate) struct Habits {
    model: Model,
    /// Payees and memos of which no word was seen before: files repeat theirs.
    hopeless: HashSet<String>,
}

impl Habits {
    /// Learns from the latest transactions. What was suggested and not confirmed teaches nothing, and
    /// neither does what has no category yet.
    pub(crate) fn of(view: View<'_>, chart: &Chart) -> Result<Self, StoreError> {
        let unknown = fallbacks(view)?;
        let payees = names(view.payees()?);
        let mut model = Model::default();
        let all = Filter::default();
        view.visit::<StoreError>(&all, Order::NewestFirst, Some(LOOKED_AT), |transaction| {
            if let Some((category, minor)) = lesson(chart, &transaction, &unknown) {
                let payee = transaction.payee.and_then(|id| payees.get(&id));
                let payment = Payment {
                    payee: payee.map_or("", String::as_str),
                    memo: &transaction.memo,
                    minor,
                };
                model.learn(&payment, category);
            }
            Ok(())
        })?;
        Ok(Self {
            model,
            hopeless: HashSet::new(),
        })
    }

    /// The likeliest categories of a payment that are still open.
    pub(crate) fn likely(&self, chart: &Chart, payment: &Payment<'_>) -> Vec<Suggestion> {
        let open = |one: &Suggestion| {
            let account = chart.get(one.category);
            account.is_some_and(|account| !account.closed)
        };
        let found = self.model.suggest(payment, 3);
        found.into_iter().filter(open).collect()
    }

    /// The category that may be set without asking first.
    pub(crate) fn sure(&mut self, chart: &Chart, payment: &Payment<'_>) -> Option<Suggestion> {
        if self.model.is_empty() {
            return None;
        }
        let text = format!("{}\n{}", payment.payee, payment.memo);
        if self.hopeless.contains(&text) {
            return None;
        }
        let found = self.likely(chart, payment);
        if found.is_empty() {
            self.hopeless.insert(text);
        }
        found.into_iter().next().filter(Suggestion::is_sure)
    }

    /// What the metadata says of a suggestion that was applied.
    pub(crate) fn tell(suggestion: &Suggestion) -> Value {
        let words = suggestion.voices.iter().map(|voice| voice.words.as_str());
        json!({ "confidence": suggestion.confidence, "words": words.collect::<Vec<_>>() })
    }
}

/// The one category of a transaction with one account and one category, and the amount in the account.
fn lesson(
    chart: &Chart,
    transaction: &Transaction,
    unknown: &[AccountId],
) -> Option<(AccountId, i64)> {
    let [one, other] = transaction.postings.as_slice() else {
        return None;
    };
    if transaction.metadata.contains_key(SUGGESTED) {
        return None;
    }
    let is_category = |id| {
        chart
            .get(id)
            .is_some_and(|account| account.kind.is_category())
    };
    let (category, own) = match (is_category(one.account), is_category(other.account)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return None,
    };
    (!unknown.contains(&category.account)).then_some((category.account, own.amount.minor))
}

/// All names of each payee in one text.
fn names(payees: Vec<Payee>) -> HashMap<PayeeId, String> {
    let all = |payee: Payee| {
        let names = std::iter::once(payee.name).chain(payee.aliases).take(4);
        (payee.id, names.collect::<Vec<_>>().join(" "))
    };
    payees.into_iter().map(all).collect()
}
