//! What happens on a day: what comes every month, and what one buys.

use chrono::{Datelike as _, NaiveDate, Weekday};
use domain::Money;
use domain::id::{AccountId, TagId};

use super::Demo;
use super::cast::{Cast, EMPLOYER, INTEREST, INTERNET, LANDLORD, POWER, RENT, RESERVE, SALARY};

/// Money that flows from one account to another.
pub(super) struct Event {
    pub(super) from: AccountId,
    pub(super) to: AccountId,
    pub(super) amount: Money,
    /// What arrives, when the currencies differ.
    pub(super) received: Option<Money>,
    /// The position of the payee.
    pub(super) payee: Option<usize>,
    pub(super) memo: String,
    pub(super) tag: Option<TagId>,
}

/// Makes events up, so that there are exactly as many as asked for by the last day.
pub(super) struct Plot {
    random: fastrand::Rng,
    left: u64,
    days_left: u64,
    monthly_left: u64,
    /// Of a few transactions the last are told, not the first: so many are left out at the start.
    skipped: u64,
    /// Purchases are cheaper by this factor when there are many of them, so that a salary lasts.
    thrift: i64,
    /// Spent in cash since the last withdrawal, and by card since its last payment.
    cash_spent: i64,
    card_owed: i64,
}

/// The days of a month on which something happens every month, and how much does.
const MONTHLY: [(u32, u64); 6] = [(1, 1), (5, 2), (10, 2), (20, 1), (25, 2), (28, 2)];

impl Plot {
    pub(super) fn new(demo: Demo, first: NaiveDate, today: NaiveDate) -> Self {
        let days = first.iter_days().take_while(|day| *day <= today);
        let (mut days_left, mut monthly_left) = (0, 0);
        for day in days {
            days_left += 1;
            monthly_left += monthly_on(day);
        }
        Self {
            random: fastrand::Rng::with_seed(demo.seed),
            left: demo.transactions,
            days_left,
            monthly_left,
            skipped: monthly_left.saturating_sub(demo.transactions),
            thrift: i64::try_from(demo.transactions / super::DEFAULT_TRANSACTIONS)
                .map_or(1, |thrift| thrift.max(1)),
            cash_spent: 0,
            card_owed: 0,
        }
    }

    /// The events of the next day.
    pub(super) fn day(&mut self, day: NaiveDate, cast: &Cast) -> Vec<Event> {
        let mut events = self.monthly(day, cast);
        let early = events
            .len()
            .min(usize::try_from(self.skipped).unwrap_or(usize::MAX));
        events.drain(..early);
        self.skipped -= u64::try_from(early).unwrap_or(0);
        events.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
        self.left -= u64::try_from(events.len()).unwrap_or(0);
        let purchases = self.purchases();
        self.left -= purchases;
        self.days_left = self.days_left.saturating_sub(1);
        for _ in 0..purchases {
            events.push(self.purchase(day, cast));
        }
        events
    }

    /// Spreads what is left over the days that are left, a little more on some than on others.
    fn purchases(&mut self) -> u64 {
        let free = self.left.saturating_sub(self.monthly_left);
        if self.days_left <= 1 {
            return self.left;
        }
        let mean = free / self.days_left;
        let rest = free % self.days_left;
        let extra = u64::from(self.random.u64(0..self.days_left) < rest);
        let swing = mean / 3;
        let spread = if swing == 0 {
            0
        } else {
            self.random.u64(0..=swing)
        };
        (mean + extra + spread).saturating_sub(swing / 2).min(free)
    }

    fn purchase(&mut self, day: NaiveDate, cast: &Cast) -> Event {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let total: u64 = cast.payees.iter().map(|shop| shop.weight).sum();
        let mut draw = self.random.u64(0..total.max(1));
        let mut chosen = 0;
        for (at, shop) in cast.payees.iter().enumerate() {
            if draw < shop.weight {
                chosen = at;
                break;
            }
            draw -= shop.weight;
        }
        let (category, least, most) = cast.payees.get(chosen).map_or((cast.cash, 1, 2), |shop| {
            (shop.category, shop.least, shop.most)
        });
        let drawn = self.random.i64(least..=most.max(least)) / self.thrift;
        let pesos = (drawn / 10 * 10).max(10);
        let refund = self.random.u8(0..120) == 0;
        let pesos = if refund { -pesos } else { pesos };
        let from = match self.random.u8(0..10) {
            0..=1 => {
                self.cash_spent += pesos;
                cast.cash
            }
            2..=5 => cast.checking,
            _ => {
                self.card_owed += pesos;
                cast.card
            }
        };
        let memo = match self.random.usize(0..40) {
            at if at < cast.words.memos.len() => cast.words.memos[at].to_owned(),
            _ => String::new(),
        };
        let amount = Money::new(pesos, cast.pesos);
        let tag = (weekend && self.random.u8(0..12) == 0).then_some(cast.trip);
        Event {
            from,
            to: category,
            amount,
            received: None,
            payee: Some(chosen),
            memo,
            tag,
        }
    }

    fn monthly(&mut self, day: NaiveDate, cast: &Cast) -> Vec<Event> {
        self.monthly_left -= monthly_on(day).min(self.monthly_left);
        let category = |at: usize| cast.categories.get(at).copied().unwrap_or(cast.cash);
        let step = i64::from(day.year()) * 12 + i64::from(day.month0());
        let (card, cash) = self.settle(day);
        let plain = |from, to, pesos: i64, payee| Event {
            from,
            to,
            amount: Money::new(pesos, cast.pesos),
            received: None,
            payee,
            memo: String::new(),
            tag: None,
        };
        match day.day() {
            1 => vec![plain(
                cast.checking,
                category(RENT),
                480_000 + step % 12 * 900,
                Some(LANDLORD),
            )],
            5 => vec![
                plain(
                    cast.checking,
                    category(POWER),
                    24_000 + step % 6 * 3_170,
                    None,
                ),
                plain(cast.checking, category(INTERNET), 21_990, None),
            ],
            10 => vec![
                plain(cast.checking, cast.card, card, None),
                plain(cast.checking, cast.cash, cash, None),
            ],
            20 => vec![dollars(cast, step)],
            25 => vec![
                plain(
                    category(SALARY),
                    cast.checking,
                    1_650_000 + step % 36 * 8_500,
                    Some(EMPLOYER),
                ),
                plain(
                    category(INTEREST),
                    cast.savings,
                    3_100 + step % 9 * 170,
                    None,
                ),
            ],
            28 => vec![
                plain(cast.checking, cast.savings, 90_000, None),
                plain(cast.checking, category(RESERVE), 120_000, None),
            ],
            _ => Vec::new(),
        }
    }
}

impl Plot {
    /// What is paid to the card and withdrawn in cash on the tenth: what was spent, the cash
    /// rounded up to whole ten thousands.
    fn settle(&mut self, day: NaiveDate) -> (i64, i64) {
        if day.day() != 10 {
            return (0, 0);
        }
        let card = std::mem::take(&mut self.card_owed).max(10_000);
        let cash = (self.cash_spent / 10_000 + 1).max(1) * 10_000;
        self.cash_spent -= cash;
        (card, cash)
    }
}

fn monthly_on(day: NaiveDate) -> u64 {
    MONTHLY
        .iter()
        .find(|(on, _)| *on == day.day())
        .map_or(0, |(_, events)| *events)
}

/// Pesos changed into dollars.
fn dollars(cast: &Cast, step: i64) -> Event {
    let cents = 5_000;
    let rate = 900 + step % 24 * 3;
    Event {
        from: cast.checking,
        to: cast.dollar_account,
        amount: Money::new(cents * rate / 100, cast.pesos),
        received: Some(Money::new(cents, cast.dollars)),
        payee: None,
        memo: String::new(),
        tag: None,
    }
}
