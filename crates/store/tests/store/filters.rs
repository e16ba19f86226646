//! What a filter says: the same as looking at every transaction, wherever a list begins.
//!
//! The ledger is larger than what a list looks at row by row, and than what counts as few.

use domain::currency::iso_currency;
use domain::id::{AccountId, BatchId, CurrencyId, Id, PayeeId, TagId, TransactionId};
use domain::query::{Bound, Range};
use domain::text::fold;
use domain::{
    AccountKind, Currency, Decimal, LedgerCurrency, Mark, Money, NaiveDate, Payee, Period, Posting,
    Source, Status, Tag, Transaction,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};
use store::{Filter, Order, Place, Start, StoreError, Test, Verb, View};

use crate::fixture::{Fixture, account, clp, day};

/// How many transactions there are.
const ALL: u64 = 45_000;
const PAYEES: [&str; 5] = ["Café Luna", "Super", "Super Sol", "Metro", "Nobody"];
const MEMOS: [&str; 5] = ["", "", "", "with  Luna", "Ñandú 7"];

struct World {
    fixture: Fixture,
    accounts: Vec<AccountId>,
    tags: Vec<TagId>,
    payees: Vec<PayeeId>,
    all: Vec<Transaction>,
}

fn dollar() -> Currency {
    iso_currency("USD".parse().unwrap()).unwrap()
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from((self.0 >> 33) % most).unwrap()
    }
}

impl World {
    fn new() -> Self {
        let mut fixture = Fixture::new();
        let (cash, food) = (fixture.cash, fixture.food);
        let mut writer = fixture.ledger().write(Verb::Init, 2_000).unwrap();
        let currency = LedgerCurrency {
            id: CurrencyId(writer.next_id().unwrap()),
            currency: dollar(),
            symbol: None,
        };
        writer.create(&currency).unwrap();
        let mut accounts = vec![cash, food];
        for (name, kind) in [("Bank", AccountKind::Asset), ("Rare", AccountKind::Expense)] {
            accounts.push(account(&mut writer, name, kind));
        }
        let payees = PAYEES.map(|name| {
            let id = PayeeId(writer.next_id().unwrap());
            let (name, aliases) = (name.to_owned(), Vec::new());
            writer.create(&Payee { id, name, aliases }).unwrap();
            id
        });
        let tags = ["trip", "seldom"].map(|name| {
            let id = TagId(writer.next_id().unwrap());
            let name = name.to_owned();
            writer.create(&Tag { id, name }).unwrap();
            id
        });
        let mut dice = Dice(7);
        let mut all = Vec::new();
        for _ in 0..ALL {
            let id = TransactionId(writer.next_id().unwrap());
            let made = made_up(id, &mut dice, &accounts, &payees, &tags);
            writer.create(&made).unwrap();
            all.push(made);
        }
        writer.commit().unwrap();
        all.sort_by_key(Place::of);
        Self {
            fixture,
            accounts,
            tags: tags.to_vec(),
            payees: payees.to_vec(),
            all,
        }
    }

    fn passes(&self, one: &Transaction, test: &Test) -> bool {
        let memo = |text: &String| fold(&one.memo).contains(text);
        let payee = |text: &String| {
            let at = self.payees.iter().position(|id| Some(*id) == one.payee);
            at.is_some_and(|at| fold(PAYEES[at]).contains(text))
        };
        let posting = |passes: &dyn Fn(&Posting) -> bool| one.postings.iter().any(passes);
        match test {
            Test::Text(text) => payee(text) || memo(text),
            Test::Payee(text) => payee(text),
            Test::Payees(payees) => one.payee.is_some_and(|payee| payees.contains(&payee)),
            Test::Memo(text) => memo(text),
            Test::Accounts(accounts) => posting(&|leg| accounts.contains(&leg.account)),
            Test::Amount(range) => posting(&|leg| in_range(leg.amount, range)),
            Test::Date(period) => {
                period.from.is_none_or(|from| from <= one.date)
                    && period.to.is_none_or(|to| one.date <= to)
            }
            Test::Tags(tags) => one.tags.iter().any(|tag| tags.contains(tag)),
            Test::Status(status) => one.status == *status,
            Test::Reconciled => posting(&|leg| leg.mark == Mark::Reconciled),
            Test::Source(prefix) => one.source.to_string().starts_with(prefix),
            Test::Currency(code) => posting(&|leg| leg.amount.currency.code == *code),
        }
    }

    /// Looks at every transaction, in an order.
    fn naive(&self, filter: &Filter, order: Order) -> Vec<Place> {
        let pass = |one: &&Transaction| {
            let mut tests = filter.tests.iter();
            tests.all(|(negated, test)| self.passes(one, test) != *negated)
        };
        let mut found: Vec<_> = self.all.iter().filter(pass).map(Place::of).collect();
        if order == Order::NewestFirst {
            found.reverse();
        }
        found
    }
}

fn in_range(amount: Money, range: &Range) -> bool {
    let size = Decimal::new(amount.minor.abs(), amount.currency.exponent.into());
    let least = range
        .least
        .is_none_or(|b| size > b.size || b.included && size == b.size);
    least
        && range
            .most
            .is_none_or(|b| size < b.size || b.included && size == b.size)
}

fn made_up(
    id: TransactionId,
    dice: &mut Dice,
    accounts: &[AccountId],
    payees: &[PayeeId],
    tags: &[TagId],
) -> Transaction {
    let currency = if dice.below(9) == 0 { dollar() } else { clp() };
    let most = if dice.below(40) == 0 { 90_000 } else { 900 };
    let minor = 1 + i64::try_from(dice.below(most)).unwrap();
    // Most are from cash for food; few are rare.
    let (from, to) = match dice.below(60) {
        0 => (accounts[2], accounts[3]),
        1..20 => (accounts[2], accounts[1]),
        _ => (accounts[0], accounts[1]),
    };
    let mut postings = vec![
        Posting::new(from, Money::new(-minor, currency)),
        Posting::new(to, Money::new(minor, currency)),
    ];
    if dice.below(30) == 0 {
        postings[0].mark = Mark::Reconciled;
    }
    Transaction {
        id,
        date: some_day(dice.below(900)),
        payee: payees.get(dice.below(6)).copied(),
        memo: MEMOS[dice.below(5)].to_owned(),
        status: Status::ALL[if dice.below(10) == 0 {
            dice.below(3)
        } else {
            2
        }],
        source: match dice.below(4) {
            0 => Source::Import(BatchId(Id::new(0, 7).unwrap())),
            _ => Source::Manual,
        },
        tags: match dice.below(500) {
            0 => tags.to_vec(),
            1..90 => tags[..1].to_vec(),
            _ => Vec::new(),
        },
        metadata: domain::transaction::Metadata::new(),
        postings,
    }
}

fn some_day(after: usize) -> NaiveDate {
    day("2023-01-01").iter_days().nth(after).unwrap()
}

/// Tests that some pass and some don't, each as it is typed at times.
fn tests(world: &World) -> impl Strategy<Value = Vec<(bool, Test)>> + use<> {
    let text = prop::sample::select(vec!["luna", "super", "a", "nandu", "nothing", "with luna"]);
    let text = text.prop_map(str::to_owned);
    let accounts = prop::sample::subsequence(world.accounts.clone(), 1..3);
    let payees = prop::sample::subsequence(world.payees.clone(), 0..3);
    let tags = prop::sample::subsequence(world.tags.clone(), 1..2);
    let sizes = (0i64..95_000, 0u32..3).prop_map(|(size, digits)| Decimal::new(size, digits));
    let sizes = prop_oneof![9 => sizes, 1 => Just(Decimal::MAX)];
    let size = (sizes, any::<bool>()).prop_map(|(size, included)| Bound { size, included });
    let range = (prop::option::of(size.clone()), prop::option::of(size));
    let days = (0usize..950, prop::option::of(0usize..400));
    let period = days.prop_map(|(from, length)| Period {
        from: Some(some_day(from)),
        to: length.map(|length| some_day(from + length)),
    });
    let source = prop::sample::select(vec!["", "man", "manual", "manually", "import", "import:7"]);
    let one = prop_oneof![
        text.clone().prop_map(Test::Text),
        text.clone().prop_map(Test::Payee),
        text.prop_map(Test::Memo),
        payees.prop_map(Test::Payees),
        accounts.prop_map(Test::Accounts),
        range.prop_map(|(least, most)| Test::Amount(Range { least, most })),
        period.prop_map(Test::Date),
        tags.prop_map(Test::Tags),
        prop::sample::select(Status::ALL.to_vec()).prop_map(Test::Status),
        Just(Test::Reconciled),
        source.prop_map(|prefix| Test::Source(prefix.to_owned())),
        prop::sample::select(vec!["CLP", "USD"])
            .prop_map(|code| Test::Currency(code.parse().unwrap())),
    ];
    prop::collection::vec((prop::bool::weighted(0.3), one), 0..4)
}

/// What is asked of a list: its order, whether it begins at or after a place, and how many rows.
type Asked = (Order, Option<(bool, Place)>, u64);

fn agree(world: &World, view: View<'_>, filter: &Filter, asked: Asked) -> TestCaseResult {
    let (order, start, limit) = asked;
    let expected = world.naive(filter, order);
    prop_assert_eq!(view.count(filter).unwrap(), expected.len() as u64);
    let ids = view.ids(filter, order).unwrap();
    prop_assert!(ids.iter().eq(expected.iter().map(|place| &place.id)));
    let begun = |found: &&Place| match (start, order) {
        (None, _) => true,
        (Some((at, place)), _) if **found == place => at,
        (Some((_, place)), Order::NewestFirst) => **found < place,
        (Some((_, place)), Order::OldestFirst) => **found > place,
    };
    let most = usize::try_from(limit).unwrap();
    let window: Vec<_> = expected.iter().filter(begun).take(most).copied().collect();
    let start = match start {
        None => Start::First,
        Some((true, place)) => Start::At(place),
        Some((false, place)) => Start::After(place),
    };
    let mut seen = Vec::new();
    let visited = view.visit_from::<StoreError>(filter, order, start, Some(limit), |one| {
        seen.push(Place::of(&one));
        Ok(())
    });
    visited.unwrap();
    prop_assert_eq!(seen, window);
    Ok(())
}

#[test]
fn a_filter_says_what_looking_at_every_transaction_says() {
    let mut world = World::new();
    let ledger = world.fixture.ledger.take().unwrap();
    let view = ledger.view();
    let orders = prop::sample::select(vec![Order::NewestFirst, Order::OldestFirst]);
    let begins = prop::option::of((any::<bool>(), any::<prop::sample::Index>()));
    let asked = (tests(&world), orders, begins, 1u64..400);
    let outcome =
        TestRunner::new(Config::with_cases(100)).run(&asked, |(tests, order, begin, limit)| {
            let start = begin.map(|(at, index)| (at, Place::of(index.get(&world.all))));
            agree(&world, view, &Filter { tests }, (order, start, limit))
        });
    outcome.unwrap();
    // Where looking row by row ends, nothing is left out and nothing comes twice.
    for around in 16_380..16_390 {
        let day = Place::of(&world.all[around]).date;
        let before = Period {
            from: None,
            to: day.pred_opt(),
        };
        let after = Period {
            from: day.succ_opt(),
            to: None,
        };
        let tests = vec![(true, Test::Date(before)), (true, Test::Date(after))];
        let asked = (Order::OldestFirst, None, 1_000);
        agree(&world, view, &Filter { tests }, asked).unwrap();
    }
    // Few have the payee, so that postings are looked at one by one; the day counts all the same.
    let from = Some(some_day(1));
    let tests = vec![
        (false, Test::Date(Period { from, to: None })),
        (false, Test::Reconciled),
        (false, Test::Payees(world.payees[..2].to_vec())),
    ];
    let asked = (Order::NewestFirst, None, 10);
    agree(&world, view, &Filter { tests }, asked).unwrap();
    // Nothing is as large as that, in any currency.
    let least = Some(Bound {
        size: Decimal::MAX,
        included: true,
    });
    let tests = vec![(false, Test::Amount(Range { least, most: None }))];
    let asked = (Order::NewestFirst, None, 10);
    agree(&world, view, &Filter { tests }, asked).unwrap();
}
