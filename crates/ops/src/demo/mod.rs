//! Three years of a plausible life, the same for the same seed: for looking around, and for
//! benches at any size.
//!
//! `cast` names accounts, categories and payees; `plot` says what happens on a day; this room
//! books it, one operation a month, through the same door as everything else.

mod cast;
mod plot;

use std::ops::ControlFlow;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use domain::amount::AmountError;
use domain::id::{ContributionId, GoalId, PriceId, TransactionId};
use domain::transaction::{Metadata, Source, Status};
use domain::{Contribution, Decimal, Goal, Money, Posting, Price, Transaction};
use store::{StoreError, Verb, Writer};

use crate::book::LAST_ACCOUNT;
use crate::{Book, StarterLanguage};

use cast::Cast;
use plot::{Event, Plot};

/// How much to make up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    /// Exactly so many transactions.
    pub transactions: u64,
    /// The same seed on the same day makes the same ledger.
    pub seed: u64,
    /// In which language things are named.
    pub language: StarterLanguage,
}

/// How many transactions three years of one person have.
pub const DEFAULT_TRANSACTIONS: u64 = 3000;
const YEARS: u32 = 3;

/// After so many transactions it is told how many there are.
const TOLD_AFTER: u64 = 1000;

/// Why demo data could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A sum doesn't fit.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// It was not wanted any more.
    #[error("it was stopped")]
    Stopped,
    /// The ledger could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Book {
    /// Fills a new ledger, which must be in pesos, with made-up data that ends today.
    ///
    /// `progress` is told how many transactions are made, at least once a month and once for each
    /// thousand; when it breaks, the month is given up and the months before it stay.
    pub fn make_demo(
        &mut self,
        demo: Demo,
        mut progress: impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(), DemoError> {
        let today = self.today();
        let first = today
            .checked_sub_months(Months::new(YEARS * 12))
            .unwrap_or(today);
        let first = first.with_day(1).unwrap_or(first);
        let cast = self.write(Verb::Demo, |writer| {
            let cast = Cast::make(writer, demo.language)?;
            make_goals(writer, &cast, first, today)?;
            make_prices(writer, first, today)?;
            writer.remember(LAST_ACCOUNT, &cast.checking.raw().to_string())?;
            Ok::<_, DemoError>(cast)
        })?;
        let mut plot = Plot::new(demo, first, today);
        let (mut made, mut said) = (0, 0);
        let mut month = first;
        while month <= today {
            let next = month.checked_add_months(Months::new(1)).unwrap_or(today);
            let last = next.pred_opt().unwrap_or(today).min(today);
            self.write(Verb::Demo, |writer| {
                for day in month.iter_days().take_while(|day| *day <= last) {
                    for event in plot.day(day, &cast) {
                        book(writer, &cast, day, event)?;
                        made += 1;
                    }
                    if made >= said + TOLD_AFTER {
                        said = made;
                        go_on(progress(made))?;
                    }
                }
                Ok::<_, DemoError>(())
            })?;
            go_on(progress(made))?;
            if next <= month {
                break;
            }
            month = next;
        }
        Ok(())
    }
}

fn go_on(said: ControlFlow<()>) -> Result<(), DemoError> {
    match said {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(DemoError::Stopped),
    }
}

fn book(
    writer: &mut Writer<'_>,
    cast: &Cast,
    day: NaiveDate,
    event: Event,
) -> Result<(), StoreError> {
    let opposite = Money::new(-event.amount.minor, event.amount.currency);
    let mut from = Posting::new(event.from, opposite);
    let to = match event.received {
        None => Posting::new(event.to, event.amount),
        Some(received) => {
            from.cost = Some(Money::new(-received.minor, received.currency));
            Posting::new(event.to, received)
        }
    };
    let transaction = Transaction {
        id: TransactionId(writer.next_id()?),
        date: day,
        payee: event
            .payee
            .and_then(|at| cast.payees.get(at))
            .map(|payee| payee.id),
        memo: event.memo,
        status: Status::Cleared,
        source: Source::Manual,
        tags: event.tag.into_iter().collect(),
        metadata: Metadata::new(),
        postings: vec![from, to],
    };
    writer.create(&transaction)
}

fn make_goals(
    writer: &mut Writer<'_>,
    cast: &Cast,
    first: NaiveDate,
    today: NaiveDate,
) -> Result<(), StoreError> {
    for (priority, (name, target, monthly)) in (1..).zip(cast.words.goals) {
        let goal = Goal {
            id: GoalId(writer.next_id()?),
            name: (*name).to_owned(),
            description: String::new(),
            target: Money::new(*target, cast.pesos),
            target_date: today.checked_add_months(Months::new(6 * priority)),
            priority,
            active: true,
        };
        writer.create(&goal)?;
        let mut day = first.checked_add_days(Days::new(27)).unwrap_or(first);
        while day <= today {
            let contribution = Contribution {
                id: ContributionId(writer.next_id()?),
                goal: goal.id,
                date: day,
                amount: Money::new(*monthly, cast.pesos),
                memo: String::new(),
                transaction: None,
            };
            writer.create(&contribution)?;
            day = day
                .checked_add_months(Months::new(1))
                .unwrap_or(today + Days::new(1));
        }
    }
    Ok(())
}

/// The dollar and the UF in pesos on the first of each month, slowly rising.
fn make_prices(
    writer: &mut Writer<'_>,
    first: NaiveDate,
    today: NaiveDate,
) -> Result<(), DemoError> {
    let code = |text: &str| text.parse().map_err(|_| StoreError::Overflow);
    let (pesos, dollar, uf) = (code("CLP")?, code("USD")?, code("CLF")?);
    for currency in [dollar, uf] {
        let currency = domain::currency::iso_currency(currency).ok_or(StoreError::Overflow)?;
        crate::currency_lookup::ensure(writer, currency)?;
    }
    let mut month = first;
    let mut step: i64 = 0;
    while month <= today {
        let wave = [0, 12, 25, 18, 5, -9, -14, -6][usize::try_from(step % 8).unwrap_or(0)];
        let rates = [
            (dollar, Decimal::new(90_000 + (step + wave) * 150, 2)),
            (uf, Decimal::new(3_650_000 + step * 11_437, 2)),
        ];
        for (base, rate) in rates {
            let id = PriceId(writer.next_id()?);
            writer.create(&Price {
                id,
                date: month,
                base,
                quote: pesos,
                rate,
            })?;
        }
        step += 1;
        month = month
            .checked_add_months(Months::new(1))
            .unwrap_or(today + Days::new(1));
    }
    debug_assert!(first.day() == 1);
    Ok(())
}
