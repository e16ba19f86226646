//! By date: transactions are booked, pads filled, balances checked.

use std::collections::{HashMap, HashSet};

use domain::Decimal;
use domain::transaction::{Mark, Status};

use super::super::running::Running;
use super::super::{BookWarning, ForeignPosting, ForeignTransaction};
use super::booking::{Lots, Units};
use super::{
    AccountRef, BookProblem, CommodityRef, Dated, Draft, DraftPosting, Event, LineError, Place,
    Reader,
};

/// What came of it.
pub(super) struct Settled {
    pub(super) transactions: Vec<ForeignTransaction>,
    pub(super) warnings: Vec<BookWarning>,
}

/// A pad that waits for balances.
struct Pad {
    dated: Dated,
    source: AccountRef,
    /// The currencies that it has filled.
    filled: HashSet<CommodityRef>,
}

struct Work {
    running: Running,
    lots: Lots,
    pads: HashMap<AccountRef, Pad>,
    settled: Settled,
}

/// Settles everything that is dated.
pub(super) fn settle(reader: &mut Reader) -> Settled {
    let mut events = std::mem::take(&mut reader.events);
    events.sort_by_key(|dated| (dated.date, !matches!(dated.event, Event::Balance { .. })));
    let mut work = Work {
        running: Running::with_whole(),
        lots: Lots::default(),
        pads: HashMap::new(),
        settled: Settled {
            transactions: Vec::new(),
            warnings: Vec::new(),
        },
    };
    for dated in events {
        let place = dated.place.clone();
        match dated.event {
            Event::Transaction(draft) => {
                let text = draft.identity.clone();
                if let Err(problem) = work.transaction(reader, *draft) {
                    let text = super::shortened(&text);
                    reader.errors.push(LineError {
                        place,
                        text,
                        problem,
                    });
                }
            }
            Event::Pad { account, source } => {
                let filled = HashSet::new();
                let pad = Pad {
                    dated,
                    source,
                    filled,
                };
                work.pads.insert(account, pad);
            }
            Event::Balance { .. } => work.balance(reader, &dated),
        }
    }
    work.settled
}

impl Work {
    fn transaction(&mut self, reader: &mut Reader, mut draft: Draft) -> Result<(), BookProblem> {
        for posting in &mut draft.postings {
            self.reduce(reader, posting)?;
        }
        reader.interpolate(&mut draft)?;
        let mut postings = Vec::with_capacity(draft.postings.len());
        for posting in draft.postings {
            let (Some(number), Some(commodity)) = (posting.number, posting.currency) else {
                return Err(BookProblem::BadAmount);
            };
            let units = Units {
                account: posting.account,
                commodity,
                number,
            };
            let weight = posting
                .weight
                .filter(|(_, currency)| *currency != commodity);
            if let (Some(cost), Some((value, currency))) = (posting.cost, posting.weight) {
                let each = value
                    .checked_div(number)
                    .map(|each| each.normalize())
                    .unwrap_or_default();
                let each = cost.each.filter(|_| cost.total.is_none()).unwrap_or(each);
                self.lots.add(
                    units,
                    each,
                    currency,
                    cost.date.unwrap_or(draft.date),
                    cost.label,
                );
            }
            self.running
                .add(&reader.accounts, posting.account, commodity, number);
            postings.push(ForeignPosting {
                line: posting.line,
                account: posting.account,
                amount: number,
                commodity,
                cost: weight,
                memo: Some(posting.memo.join("; ")).filter(|memo| !memo.is_empty()),
                mark: posting.mark,
                unbalanced: false,
            });
        }
        self.settled.transactions.push(ForeignTransaction {
            place: draft.place,
            date: draft.date,
            status: draft.status,
            payee: draft.payee,
            memo: draft.memo,
            tags: draft.tags,
            metadata: draft.metadata,
            postings,
            identity: draft.identity,
        });
        Ok(())
    }

    /// Takes lots away for a posting that sells them; then it is settled.
    fn reduce(&mut self, reader: &Reader, posting: &mut DraftPosting) -> Result<(), BookProblem> {
        let (Some(number), Some(commodity)) = (posting.number, posting.currency) else {
            return Ok(());
        };
        let units = Units {
            account: posting.account,
            commodity,
            number,
        };
        let method = reader.methods.get(&posting.account);
        let method = method.copied().unwrap_or(reader.options.method);
        if posting.cost.is_none() || !self.lots.reduces(units, method) {
            return Ok(());
        }
        let Some(spec) = posting.cost.take() else {
            return Ok(());
        };
        posting.weight = Some(self.lots.take(units, &spec, method)?);
        Ok(())
    }

    fn balance(&mut self, reader: &mut Reader, dated: &Dated) {
        let Event::Balance {
            account,
            number,
            tolerance,
            currency,
        } = dated.event
        else {
            return;
        };
        let found = self.running.of(account, currency, true);
        let missing = number.saturating_sub(found);
        let inferred = match number.scale() {
            0 => Decimal::ZERO,
            digits => Decimal::new(1, digits.min(28)) * reader.options.multiplier * Decimal::TWO,
        };
        let tolerance = tolerance.unwrap_or(inferred);
        let fits = missing.abs() <= tolerance;
        if let Some(pad) = self.pads.get_mut(&account)
            && pad.filled.insert(currency)
        {
            if !fits {
                let (source, place, date) = (pad.source, pad.dated.place.clone(), pad.dated.date);
                let filling = filling(reader, place, date, [account, source], missing, currency);
                reader.commodities.occurs(currency, missing.normalize());
                self.running
                    .add(&reader.accounts, account, currency, missing);
                self.running
                    .add(&reader.accounts, source, currency, -missing);
                self.settled.transactions.push(filling);
            }
            return;
        }
        if !fits {
            self.settled.warnings.push(BookWarning::Assertion {
                place: dated.place.clone(),
                date: dated.date,
                account: reader.accounts.name(account).to_owned(),
                commodity: reader.commodities.name(currency).to_owned(),
                expected: number,
                found,
            });
        }
    }
}

/// The transaction that a pad makes.
fn filling(
    reader: &Reader,
    place: Place,
    date: chrono::NaiveDate,
    [account, source]: [AccountRef; 2],
    missing: Decimal,
    currency: CommodityRef,
) -> ForeignTransaction {
    let posting = |account, amount| ForeignPosting {
        line: place.line,
        account,
        amount,
        commodity: currency,
        cost: None,
        memo: None,
        mark: Mark::None,
        unbalanced: false,
    };
    let names = (reader.accounts.name(account), reader.accounts.name(source));
    ForeignTransaction {
        date,
        status: Status::Cleared,
        payee: None,
        memo: String::new(),
        tags: Vec::new(),
        metadata: vec![("pad".to_owned(), names.1.to_owned())],
        postings: vec![posting(account, missing), posting(source, -missing)],
        identity: format!("pad {} {}", names.0, names.1),
        place,
    }
}
