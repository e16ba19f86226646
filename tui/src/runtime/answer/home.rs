//! What the month shows, from the reports.

use chrono::{Datelike as _, Months};
use domain::{AccountKind, Currency, Money, NaiveDate, Period};
use ops::Book;
use ops::report::{MonthTotals, Scope};

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::home::{Flow, Found, GoalLine, Named, Totals, Wish};

/// Months of the charts.
const MONTHS: u32 = 12;

pub(super) fn find(book: &Book, wish: &Wish, texts: &Texts) -> Result<Found, Failure> {
    let currency = book.currency().or_explain(texts)?;
    let month = Period::month_of(wish.month);
    let reading = Reading {
        book,
        texts,
        currency,
    };
    let earlier = reading.earlier(wish.month);
    let (this, others, unconverted) = reading.totals(month)?;
    let (before, ..) = reading.totals(earlier)?;
    Ok(Found {
        month: wish.month,
        this,
        before,
        before_until: earlier.to.unwrap_or(wish.month),
        others,
        spent: reading.spent(month)?,
        balances: reading.balances(month)?,
        goals: reading.goals()?,
        worth: reading.worth(month)?,
        flows: reading.flows(month)?,
        unconverted,
        waiting: book.count_queue().or_explain(texts)?,
    })
}

struct Reading<'a> {
    book: &'a Book,
    texts: &'a Texts,
    currency: Currency,
}

impl Reading<'_> {
    /// A period in the ledger's currency, as far as there are prices.
    fn converted(&self, period: Period) -> Scope {
        Scope {
            period: Some(period),
            currency: Some(self.currency.code),
            ..Scope::default()
        }
    }

    /// No balance is told of days that have not come.
    fn until(&self, period: Period) -> Period {
        let today = self.book.today();
        Period {
            to: Some(period.to.map_or(today, |to| to.min(today))),
            ..period
        }
    }

    /// The month before one; of the month that goes on, as many days as have passed.
    fn earlier(&self, month: NaiveDate) -> Period {
        let today = self.book.today();
        let first = month.checked_sub_months(Months::new(1)).unwrap_or(month);
        let whole = Period::month_of(first);
        if !Period::month_of(month).contains(today) {
            return whole;
        }
        Period {
            to: first.with_day(today.day()).or(whole.to),
            ..whole
        }
    }

    fn totals(&self, period: Period) -> Result<(Totals, Vec<Totals>, Vec<String>), Failure> {
        let report = self.book.report_monthly(&self.converted(period));
        let sheets = report.or_explain(self.texts)?.sheets;
        let others = sheets.others.iter().map(|sheet| totals(&sheet.body.total));
        let unconverted = sheets.unconverted.iter().map(ToString::to_string);
        Ok((
            totals(&sheets.main.body.total),
            others.collect(),
            unconverted.collect(),
        ))
    }

    fn spent(&self, period: Period) -> Result<Vec<Named>, Failure> {
        let report = self.book.report_categories(&self.converted(period));
        let sheets = report.or_explain(self.texts)?.sheets;
        let mut spent: Vec<Named> = sheets
            .iter()
            .flat_map(|sheet| &sheet.body.categories)
            .filter(|row| row.kind == AccountKind::Expense && !row.total.is_zero())
            .map(|row| Named {
                name: row.category.clone(),
                amount: row.total,
            })
            .collect();
        spent.sort_by_key(|one| {
            let foreign = one.amount.currency != self.currency;
            (foreign, std::cmp::Reverse(one.amount.minor))
        });
        Ok(spent)
    }

    fn balances(&self, period: Period) -> Result<Vec<Named>, Failure> {
        let scope = Scope {
            period: Some(Period {
                from: None,
                ..self.until(period)
            }),
            ..Scope::default()
        };
        let report = self.book.report_balance(&scope).or_explain(self.texts)?;
        let held = report
            .accounts
            .into_iter()
            .filter(|row| row.kind.is_holding() && row.is_in_use());
        Ok(held
            .flat_map(|row| {
                let name = row.account;
                row.balances.into_iter().map(move |amount| Named {
                    name: name.clone(),
                    amount,
                })
            })
            .collect())
    }

    fn goals(&self) -> Result<Vec<GoalLine>, Failure> {
        let report = self.book.report_goals().or_explain(self.texts)?;
        let active = report.goals.into_iter().filter(|row| row.goal.active);
        Ok(active
            .map(|row| GoalLine {
                name: row.goal.name,
                current: row.current,
                target: row.goal.target,
                per_mille: row.per_mille,
            })
            .collect())
    }

    /// The last months, up to the end of a period.
    fn last_months(&self, period: Period) -> Scope {
        let first = period.from;
        self.converted(Period {
            from: first.and_then(|first| first.checked_sub_months(Months::new(MONTHS - 1))),
            ..self.until(period)
        })
    }

    fn worth(&self, period: Period) -> Result<Vec<(NaiveDate, Money)>, Failure> {
        let report = self.book.report_networth(&self.last_months(period));
        let main = report.or_explain(self.texts)?.sheets.main;
        let points = main.body.into_iter();
        Ok(points.map(|point| (point.date, point.net_worth)).collect())
    }

    fn flows(&self, period: Period) -> Result<Vec<Flow>, Failure> {
        let report = self.book.report_monthly(&self.last_months(period));
        let main = report.or_explain(self.texts)?.sheets.main;
        let months = main.body.months.into_iter();
        Ok(months
            .map(|row| Flow {
                month: row.month,
                income: row.income,
                expense: row.expense,
            })
            .collect())
    }
}

fn totals(total: &MonthTotals) -> Totals {
    Totals {
        income: total.income,
        expense: total.expense,
        saving: total.saving,
        net: total.net,
    }
}
