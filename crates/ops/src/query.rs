//! A query's names, looked up: from what was typed to a filter of the store.

use domain::account::{NameError, Wanted};
use domain::query::{Condition, Query};
use domain::text::suggest;
use domain::{Chart, Period};
use store::{Filter, Kind, Test, View};

use crate::Book;
use crate::lookup::{LookupError, named};

impl Book {
    /// Looks up the names in a query.
    pub fn filter(&self, query: &Query) -> Result<Filter, LookupError> {
        filter(self.view(), query)
    }
}

/// Looks up the names in a query.
pub(crate) fn filter(view: View<'_>, query: &Query) -> Result<Filter, LookupError> {
    let chart = view.chart()?;
    let tests = query
        .terms
        .iter()
        .map(|term| Ok((term.negated, test(view, &chart, &term.condition)?)))
        .collect::<Result<_, LookupError>>()?;
    Ok(Filter { tests })
}

/// Adds a period to a filter.
pub(crate) fn within(mut filter: Filter, period: Period) -> Filter {
    if period != Period::ALWAYS {
        filter.and(Test::Date(period));
    }
    filter
}

fn test(view: View<'_>, chart: &Chart, condition: &Condition) -> Result<Test, LookupError> {
    Ok(match condition {
        Condition::Text(text) => Test::Text(text.clone()),
        Condition::Payee(text) => Test::Payee(text.clone()),
        Condition::Memo(text) => Test::Memo(text.clone()),
        Condition::Account(name) => accounts(chart, name, Wanted::Account)?,
        Condition::Category(name) => accounts(chart, name, Wanted::Category)?,
        Condition::Amount(range) => Test::Amount(range.clone()),
        Condition::Date(period) => Test::Date(*period),
        Condition::Tag(name) => Test::Tags(vec![named(view.tags()?, name)?.id]),
        Condition::Status(status) => Test::Status(*status),
        Condition::Reconciled => Test::Reconciled,
        Condition::Source(prefix) => Test::Source(prefix.clone()),
        Condition::Currency(code) if view.currency(*code).is_none() => {
            let used = view.currencies()?;
            let near = suggest(code.as_str(), used.iter().map(|c| c.currency.code.as_str()));
            return Err(LookupError::Unknown {
                kind: Kind::Currency,
                typed: code.to_string(),
                near,
            });
        }
        Condition::Currency(code) => Test::Currency(*code),
    })
}

/// The accounts that a name means, each with all below it; in a query a name that fits several
/// means all of them.
fn accounts(chart: &Chart, name: &str, wanted: Wanted) -> Result<Test, LookupError> {
    let roots = match chart.resolve(name, wanted) {
        Ok(account) => vec![account.id],
        Err(NameError::Ambiguous { candidates, .. }) => chart
            .iter()
            .map(|account| account.id)
            .filter(|id| candidates.iter().any(|path| path == chart.path(*id)))
            .collect(),
        Err(unknown) => return Err(unknown.into()),
    };
    Ok(Test::Accounts(
        roots
            .into_iter()
            .flat_map(|root| chart.subtree(root))
            .collect(),
    ))
}
