//! Transactions with all their amounts: assignments, amounts left out, rules; and assertions checked.
//!
//! ledger goes through the file as it is written, hledger by date.

use std::collections::HashMap;

use super::super::running::Running;
use super::super::{
    AccountRef, BookProblem, BookWarning, CommodityRef, ForeignPosting, ForeignTransaction,
    LineError, Place,
};
use super::dialect::Dialect;
use super::weigh::Scales;
use super::{Amount, Assertion, Draft, Reader, Reality};
use domain::Decimal;

/// What came of it.
pub(super) struct Settled {
    pub(super) transactions: Vec<ForeignTransaction>,
    pub(super) warnings: Vec<BookWarning>,
}

/// Settles all transactions, which stay in the order of the file.
pub(super) fn settle(reader: &mut Reader) -> Settled {
    let mut drafts: Vec<Option<Draft>> = std::mem::take(&mut reader.drafts)
        .into_iter()
        .map(Some)
        .collect();
    let mut asserted = drafts.iter().flatten().flat_map(|draft| &draft.postings);
    let asserts = asserted.any(|posting| posting.assertion.is_some());
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    if asserts && reader.dialect == Dialect::Hledger {
        order.sort_by_key(|at| {
            drafts
                .get(*at)
                .and_then(Option::as_ref)
                .map(|draft| draft.date)
        });
    }
    let mut work = Work {
        scales: scales(reader),
        running: Running::with_whole(),
        keeps: asserts,
        warnings: Vec::new(),
    };
    let mut done: Vec<Option<ForeignTransaction>> = Vec::new();
    done.resize_with(drafts.len(), || None);
    for at in order {
        let Some(draft) = drafts.get_mut(at).and_then(Option::take) else {
            continue;
        };
        let (place, identity) = (draft.place.clone(), draft.identity.clone());
        match work.one(reader, draft, at) {
            Ok(transaction) => {
                if let Some(slot) = done.get_mut(at) {
                    *slot = Some(transaction);
                }
            }
            Err(problem) => {
                let text = super::shortened(&identity);
                reader.errors.push(LineError {
                    place,
                    text,
                    problem,
                });
            }
        }
    }
    Settled {
        transactions: done.into_iter().flatten().collect(),
        warnings: work.warnings,
    }
}

fn scales(reader: &Reader) -> Scales {
    let all = 0..CommodityRef::MAX;
    let known =
        all.take_while(|at| usize::try_from(*at).is_ok_and(|at| at < reader.commodities.len()));
    let digits = known.map(|at| {
        let seen = u32::from(reader.commodities.digits(at));
        reader.declared.get(&at).copied().unwrap_or(seen)
    });
    Scales {
        dialect: reader.dialect,
        digits: digits.collect(),
    }
}

struct Work {
    scales: Scales,
    running: Running,
    /// False when nothing is asserted, and no balance has to be kept.
    keeps: bool,
    warnings: Vec<BookWarning>,
}

impl Work {
    fn one(
        &mut self,
        reader: &mut Reader,
        mut draft: Draft,
        position: usize,
    ) -> Result<ForeignTransaction, BookProblem> {
        if self.keeps {
            self.assign(&mut draft);
        }
        self.complete(reader, &mut draft)?;
        if !reader.rules.is_empty() {
            reader.automate(&mut draft, position);
            self.complete(reader, &mut draft)?;
        }
        for posting in &draft.postings {
            let amount = posting.amount.ok_or(BookProblem::BadAmount)?;
            let digits = amount.number.normalize();
            reader.commodities.occurs(amount.commodity, digits);
            if self.keeps {
                let (account, commodity) = (posting.account, amount.commodity);
                self.running
                    .add(&reader.accounts, account, commodity, amount.number);
                if let Some(assertion) = posting.assertion {
                    let place = Place {
                        line: posting.line,
                        ..draft.place.clone()
                    };
                    self.check(reader, &draft, place, account, assertion);
                }
            }
        }
        self.finished(draft)
    }

    /// Gives postings with nothing but `= amount` what is missing to it.
    fn assign(&self, draft: &mut Draft) {
        let mut here: HashMap<(AccountRef, CommodityRef), Decimal> = HashMap::new();
        for posting in &mut draft.postings {
            if let (None, Some(assertion)) = (posting.amount, posting.assertion) {
                let mut amount = assertion.amount;
                let held = self.running.all(posting.account, assertion.whole);
                // Nothing at all, of whatever is there.
                if let ([(only, _)], true) = (held, amount.number.is_zero()) {
                    amount.commodity = *only;
                }
                let commodity = amount.commodity;
                let before = self.running.of(posting.account, commodity, assertion.whole);
                let before = before
                    + here
                        .get(&(posting.account, commodity))
                        .copied()
                        .unwrap_or_default();
                posting.amount = Some(Amount {
                    number: amount.number.saturating_sub(before),
                    commodity,
                });
            }
            if let Some(amount) = posting.amount {
                let sum = here.entry((posting.account, amount.commodity)).or_default();
                *sum = sum.saturating_add(amount.number);
            }
        }
    }

    fn complete(&self, reader: &mut Reader, draft: &mut Draft) -> Result<(), BookProblem> {
        for group in self.scales.groups() {
            let left = self.scales.complete(draft, group)?;
            if left.is_empty() {
                continue;
            }
            let (Some(bucket), Some(first)) = (reader.bucket, draft.postings.first()) else {
                return Err(BookProblem::Unbalanced);
            };
            if draft.postings.len() > 1 {
                return Err(BookProblem::Unbalanced);
            }
            let mut other = first.clone();
            (other.account, other.amount, other.assertion) = (bucket, None, None);
            (other.price, other.lot) = (None, None);
            draft.postings.push(other);
            self.scales.complete(draft, group)?;
        }
        Ok(())
    }

    fn check(
        &mut self,
        reader: &Reader,
        draft: &Draft,
        place: Place,
        account: AccountRef,
        assertion: Assertion,
    ) {
        let Amount { number, commodity } = assertion.amount;
        let found = self.running.of(account, commodity, assertion.whole);
        let mut wrong = (found != number).then_some((commodity, number, found));
        if assertion.sole && wrong.is_none() {
            let all = self.running.all(account, assertion.whole).iter();
            let other = all.filter(|(held, sum)| *held != commodity && !sum.is_zero());
            wrong = other.map(|(held, sum)| (*held, Decimal::ZERO, *sum)).next();
        }
        // `= 0` is about whatever the account holds.
        if reader.commodities.name(commodity).is_empty() && number.is_zero() && wrong.is_none() {
            let all = self.running.all(account, assertion.whole).iter();
            let other = all.filter(|(_, sum)| !sum.is_zero());
            wrong = other.map(|(held, sum)| (*held, Decimal::ZERO, *sum)).next();
        }
        if let Some((commodity, expected, found)) = wrong {
            self.warnings.push(BookWarning::Assertion {
                place,
                date: draft.date,
                account: reader.accounts.name(account).to_owned(),
                commodity: reader.commodities.name(commodity).to_owned(),
                expected,
                found,
            });
        }
    }

    fn finished(&self, draft: Draft) -> Result<ForeignTransaction, BookProblem> {
        let postings = draft.postings.iter().map(|posting| {
            let amount = posting.amount.ok_or(BookProblem::BadAmount)?;
            let cost = self.scales.cost(posting);
            Ok(ForeignPosting {
                line: posting.line,
                account: posting.account,
                amount: amount.number,
                commodity: amount.commodity,
                cost: cost.map(|cost| (cost.number, cost.commodity)),
                memo: Some(posting.memo.join("; ")).filter(|memo| !memo.is_empty()),
                mark: posting.mark,
                unbalanced: posting.reality == Reality::Virtual,
            })
        });
        Ok(ForeignTransaction {
            postings: postings.collect::<Result<_, BookProblem>>()?,
            place: draft.place,
            date: draft.date,
            status: draft.status,
            payee: draft.payee,
            memo: draft.memo.join("; "),
            tags: draft.tags,
            metadata: draft.metadata,
            identity: draft.identity,
        })
    }
}
