//! Windows of transactions.

use domain::{Mark, Money, Transaction};
use ops::transaction::{Order, Start, Window as OpsWindow};
use ops::{Book, KnownNames, Names as _};

use crate::cli::error::{Explain as _, Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::present::Sides;
use crate::screens::transactions::{Anchor, Leg, Row, Window, Wish};

/// Reads the rows of a wish, in the order of the list.
pub(super) fn window(book: &Book, wish: &Wish, texts: &Texts) -> Result<Window, Failure> {
    let reading = Reading { book, wish, texts };
    let (mut rows, at_start, at_end) = match wish.anchor {
        Anchor::Start => {
            let (rows, all) = reading.read(wish.order, Start::First, wish.limit)?;
            (rows, true, all)
        }
        Anchor::End => {
            let (rows, all) = reading.backwards(Start::First, wish.limit)?;
            (rows, all, true)
        }
        Anchor::After(place, _) => {
            let (rows, all) = reading.read(wish.order, Start::After(place), wish.limit)?;
            (rows, false, all)
        }
        Anchor::Before(place, _) => {
            let (rows, all) = reading.backwards(Start::After(place), wish.limit)?;
            (rows, all, false)
        }
        Anchor::Around(place) => {
            let half = wish.limit / 2;
            let (mut rows, first) = reading.backwards(Start::After(place), half)?;
            let (after, last) = reading.read(wish.order, Start::At(place), half)?;
            rows.extend(after);
            (rows, first, last)
        }
    };
    if let Some(account) = &wish.account {
        reading.balances(account, &mut rows, at_start, at_end)?;
    }
    Ok(Window {
        anchor: wish.anchor,
        rows,
        at_start,
        at_end,
    })
}

struct Reading<'a> {
    book: &'a Book,
    wish: &'a Wish,
    texts: &'a Texts,
}

impl Reading<'_> {
    /// Rows in an order, and whether these are all that there are.
    fn read(&self, order: Order, start: Start, limit: usize) -> Result<(Vec<Row>, bool), Failure> {
        let request = OpsWindow {
            query: self.wish.query.clone(),
            order,
            start,
            limit: limit as u64,
        };
        let mut rows = Vec::with_capacity(limit);
        self.book
            .window::<ops::LookupError>(&request, |transaction, names| {
                rows.push(row(transaction, names, self));
                Ok(())
            })
            .map_err(|error| error.explain(self.texts))?;
        let all = rows.len() < limit;
        Ok((rows, all))
    }

    fn backwards(&self, start: Start, limit: usize) -> Result<(Vec<Row>, bool), Failure> {
        let (mut rows, all) = self.read(self.wish.order.reversed(), start, limit)?;
        rows.reverse();
        Ok((rows, all))
    }

    /// The amounts of the list's account and what it held after each row.
    fn balances(
        &self,
        account: &str,
        rows: &mut [Row],
        at_start: bool,
        at_end: bool,
    ) -> Result<(), Failure> {
        let newest_first = self.wish.order == Order::NewestFirst;
        let now = || self.book.holding_of(account).or_explain(self.texts);
        // In time: what was held before the oldest of these rows, or after the newest.
        match self.wish.anchor {
            Anchor::After(_, Some(held)) if newest_first => downwards(rows.iter_mut(), held),
            Anchor::Before(_, Some(held)) if newest_first => {
                upwards(rows.iter_mut().rev(), Some(held));
            }
            _ if newest_first && at_start => {
                if let Some(held) = now()? {
                    downwards(rows.iter_mut(), held);
                }
            }
            _ if newest_first && at_end => upwards(rows.iter_mut().rev(), None),
            _ if !newest_first && at_start => upwards(rows.iter_mut(), None),
            _ if !newest_first && at_end => {
                if let Some(held) = now()? {
                    downwards(rows.iter_mut().rev(), held);
                }
            }
            _ => {
                if let Some(last) = rows.iter().map(Row::place).max() {
                    let held = self.book.holding_at(account, last).or_explain(self.texts)?;
                    if let Some(held) = held {
                        let newest = rows.first().map(Row::place) == Some(last);
                        if newest {
                            downwards(rows.iter_mut(), held);
                        } else {
                            downwards(rows.iter_mut().rev(), held);
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

/// From the newest row, after which `held` was there, back in time.
fn downwards<'r>(rows: impl Iterator<Item = &'r mut Row>, held: Money) {
    let mut held = Some(held);
    for row in rows {
        row.balance = held;
        // What flowed in another currency does not change what is held in this one.
        held = match (held, row.amount) {
            (Some(held), Some(flow)) => held.checked_sub(flow).ok(),
            (held, None) | (held @ None, _) => held,
        };
    }
}

/// From the oldest row, before which `held` was there, on in time.
fn upwards<'r>(rows: impl Iterator<Item = &'r mut Row>, held: Option<Money>) {
    let mut held = held;
    for row in rows {
        held = match (held, row.amount) {
            (Some(held), Some(flow)) => held.checked_add(flow).ok(),
            (None, flow) => flow,
            (held, None) => held,
        };
        row.balance = held;
    }
}

fn row(transaction: Transaction, names: &KnownNames, reading: &Reading<'_>) -> Row {
    let (chart, texts) = (names.chart(), reading.texts);
    let sides = Sides::of(&transaction, names);
    let (category, account) = (sides.category(chart, texts), sides.account(chart, texts));
    let amount = match &reading.wish.account {
        Some(account) => own_amount(&transaction, names, account),
        None => sides.amount(),
    };
    let payee = transaction.payee.and_then(|id| names.payee(id));
    let reconciled = |posting: &domain::Posting| posting.mark == Mark::Reconciled;
    Row {
        id: transaction.id,
        date: transaction.date,
        payee: payee.unwrap_or_default().to_owned(),
        category,
        account,
        amount,
        balance: None,
        status: transaction.status,
        reconciled: transaction.postings.iter().any(reconciled),
        tags: names
            .tags_of(&transaction)
            .map(|tags| tags.into_iter().map(str::to_owned).collect())
            .unwrap_or_default(),
        source: transaction.source.to_string(),
        legs: transaction
            .postings
            .iter()
            .map(|posting| Leg {
                account: chart.path(posting.account).to_owned(),
                amount: posting.amount,
                memo: posting.memo.clone().unwrap_or_default(),
                mark: posting.mark,
            })
            .collect(),
        memo: transaction.memo,
    }
}

/// What flowed into one account and those below it, in the account's currency.
fn own_amount(transaction: &Transaction, names: &KnownNames, account: &str) -> Option<Money> {
    let chart = names.chart();
    let own = chart.iter().find(|known| chart.path(known.id) == account)?;
    let subtree = chart.subtree(own.id);
    let flows = transaction.postings.iter().filter(|posting| {
        subtree.contains(&posting.account) && Some(posting.amount.currency.code) == own.currency
    });
    flows
        .map(|posting| posting.amount)
        .reduce(|sum, amount| sum.checked_add(amount).unwrap_or(sum))
}
