//! Rules at an import: read once, asked about each new row. Without rules this costs nothing.

use std::collections::HashMap;

use domain::id::{AccountId, PayeeId};
use domain::rule::{Ruling, Subject};
use domain::text::fold;
use domain::{Chart, Money, Rule};
use formats::import::Row;
use store::{StoreError, Writer};

use super::accounts::Target;
use crate::rule::with_parents;

/// The rules of the ledger, ready to be asked.
pub(super) struct RowRules {
    rules: Vec<Rule>,
    /// The folded names of payees, which conditions may mean as well as the file's text.
    names: HashMap<PayeeId, String>,
    /// Each account with those around it.
    around: HashMap<AccountId, Vec<AccountId>>,
}

impl RowRules {
    /// Reads the rules; a category that was closed since is set no longer.
    pub(super) fn new(writer: &Writer<'_>, chart: &Chart) -> Result<Self, StoreError> {
        let mut rules = writer.view().rules()?;
        rules.retain(|rule| rule.state.is_active());
        let mut names = HashMap::new();
        if !rules.is_empty() {
            let payees = writer.view().payees()?;
            names.extend(
                payees
                    .into_iter()
                    .map(|payee| (payee.id, fold(&payee.name))),
            );
        }
        let open = |id: AccountId| chart.get(id).is_some_and(|account| !account.closed);
        for rule in &mut rules {
            rule.category = rule.category.filter(|id| open(*id));
            rule.splits.retain(|split| open(split.category));
        }
        Ok(Self {
            rules,
            names,
            around: HashMap::new(),
        })
    }

    /// What the rules say about a row; `known` is the payee that the ledger knows it by.
    pub(super) fn ask(
        &mut self,
        chart: &Chart,
        row: &Row,
        amount: Money,
        target: &Target,
        known: impl FnOnce(&str) -> Option<PayeeId>,
    ) -> Option<Ruling> {
        if self.rules.is_empty() {
            return None;
        }
        let text = fold(row.payee.as_deref().unwrap_or_default());
        let name = known(&text).and_then(|id| self.names.get(&id));
        let payees = [text.as_str(), name.map_or("", String::as_str)];
        let account = &target.account;
        let accounts = self.around.entry(account.id).or_insert_with(|| {
            let mut around = Vec::new();
            with_parents(chart, account, &mut around);
            around
        });
        let subject = Subject {
            payees: &payees,
            memo: &fold(row.memo.as_deref().unwrap_or_default()),
            sizes: &[amount.to_decimal().abs()],
            accounts,
            date: row.date,
        };
        Some(Ruling::of(&self.rules, &subject)).filter(|ruling| !ruling.by.is_empty())
    }
}
