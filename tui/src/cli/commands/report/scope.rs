//! What a report covers: from what was typed to what `ops` takes.

use domain::date::parse_date;
use domain::{NaiveDate, Period, Query};
use ops::report::Scope;

use super::Desk;
use crate::cli::args::report::{BalanceSheetReport, ReportScope};
use crate::cli::error::{Failure, OrExplain as _};

impl Desk<'_> {
    /// Reads the options that all reports share.
    pub(super) fn scope(&self, args: &ReportScope) -> Result<Scope, Failure> {
        let texts = &self.session.texts;
        let today = self.book.today();
        let period = match (&args.period, &args.from, &args.to) {
            (Some(period), ..) => Some(Period::parse(period, today).or_explain(texts)?),
            (None, None, None) => None,
            (None, from, to) => {
                let from = from.as_deref().map(|text| self.bound(text)).transpose()?;
                let to = to.as_deref().map(|text| self.bound(text)).transpose()?;
                let (from, to) = (from.and_then(|p| p.from), to.and_then(|p| p.to));
                Some(Period::between(from, to).or_explain(texts)?)
            }
        };
        let currency = self.book.currency().or_explain(texts)?;
        Ok(Scope {
            period,
            query: Query::parse(&args.query, today, currency).or_explain(texts)?,
            currency: args.currency,
        })
    }

    /// The same for a report on one day.
    pub(super) fn scope_until(&self, args: &BalanceSheetReport) -> Result<Scope, Failure> {
        let mut scope = self.scope(&args.scope)?;
        if let Some(date) = &args.date {
            let to = Some(self.date(date)?);
            scope.period = Some(Period { from: None, to });
        }
        Ok(scope)
    }

    fn date(&self, text: &str) -> Result<NaiveDate, Failure> {
        parse_date(text, self.book.today()).or_explain(&self.session.texts)
    }

    /// One end of a period: a day, or a longer time of which it takes the first or last.
    fn bound(&self, text: &str) -> Result<Period, Failure> {
        match Period::parse(text, self.book.today()) {
            Ok(period) => Ok(period),
            Err(_) => self.date(text).map(Period::day),
        }
    }
}
