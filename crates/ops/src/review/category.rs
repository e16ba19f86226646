//! Answers about categories: one that was missing, one that was suggested.

use domain::account::Wanted;
use domain::id::TransactionId;
use domain::suggest::Payment;
use domain::{Payee, Transaction};
use store::Writer;

use super::ReviewError;
use super::decide::{Bench, Decided, done};
use crate::habits::{Habits, SUGGESTED};
use crate::import::{Fallback, fallbacks};
use crate::lookup::open_account;
use crate::transaction::EntryError;

impl Bench<'_> {
    /// Gives a transaction without a category the one that was named, or the likeliest.
    pub(super) fn categorize(
        &mut self,
        writer: &mut Writer<'_>,
        found: &Transaction,
        category: Option<&str>,
    ) -> Result<Decided, ReviewError> {
        let id = found.id;
        if let Some(name) = category {
            self.set_category(writer, id, name)?;
            return done(writer, id.to_string(), Some(id));
        }
        let unknown = fallbacks(writer.view())?;
        let leg = found
            .postings
            .iter()
            .find(|leg| unknown.contains(&leg.account));
        let Some(leg) = leg else {
            return Err(ReviewError::NothingWaits(id.to_string()));
        };
        let payee = match found.payee {
            Some(id) => writer.view().get::<Payee>(id.raw())?,
            None => None,
        };
        let habits = match &mut self.habits {
            Some(habits) => habits,
            empty => empty.insert(Habits::of(writer.view(), &self.chart)?),
        };
        let payment = Payment {
            payee: payee.as_ref().map_or("", |payee| payee.name.as_str()),
            memo: &found.memo,
            minor: -leg.amount.minor,
        };
        let likely = habits.likely(&self.chart, &payment).into_iter().next();
        let likely = likely.ok_or_else(|| ReviewError::NothingProposed(id.to_string()))?;
        let name = self.chart.path(likely.category).to_owned();
        self.set_category(writer, id, &name)?;
        done(writer, id.to_string(), Some(id))
    }

    /// Moves the one leg in a category to another one.
    pub(super) fn set_category(
        &mut self,
        writer: &mut Writer<'_>,
        id: TransactionId,
        name: &str,
    ) -> Result<(), ReviewError> {
        let category = open_account(&self.chart, name, Wanted::Category)?.id;
        let Some(before) = writer.current::<Transaction>(id.raw())? else {
            return Ok(());
        };
        let mut after: Transaction = before.clone();
        let is_category = |id| self.chart.get(id).is_some_and(|one| one.kind.is_category());
        let unknown = fallbacks(writer.view())?;
        let legs: Vec<usize> = (0..after.postings.len())
            .filter(|at| is_category(after.postings[*at].account))
            .collect();
        let without: Vec<usize> = legs
            .iter()
            .copied()
            .filter(|at| unknown.contains(&after.postings[*at].account))
            .collect();
        let at = match (legs.as_slice(), without.as_slice()) {
            ([only], _) | (_, [only]) => *only,
            (legs, _) => {
                let legs = legs.len();
                return Err(EntryError::WhichLeg { legs }.into());
            }
        };
        if let Some(leg) = after.postings.get_mut(at) {
            leg.account = category;
        }
        after.metadata.remove(SUGGESTED);
        self.corrections.note(&self.chart, &before, &after);
        writer.update_current(&before, &after)?;
        Ok(())
    }

    /// Takes a suggested category away again.
    pub(super) fn forget_category(
        &self,
        writer: &mut Writer<'_>,
        id: TransactionId,
    ) -> Result<(), ReviewError> {
        let Some(before) = writer.current::<Transaction>(id.raw())? else {
            return Ok(());
        };
        let mut after: Transaction = before.clone();
        let is_category = |id| self.chart.get(id).is_some_and(|one| one.kind.is_category());
        let mut fallback = Fallback::new(self.names);
        for leg in &mut after.postings {
            if is_category(leg.account) {
                leg.account = fallback.category(writer, &self.chart, -leg.amount.minor)?;
            }
        }
        after.metadata.remove(SUGGESTED);
        writer.update_current(&before, &after)?;
        Ok(())
    }
}

/// A suggested category is the person's own from now on.
pub(super) fn bless(writer: &mut Writer<'_>, id: TransactionId) -> Result<(), ReviewError> {
    let Some(before) = writer.current::<Transaction>(id.raw())? else {
        return Ok(());
    };
    let mut after: Transaction = before.clone();
    after.metadata.remove(SUGGESTED);
    Ok(writer.update_current(&before, &after)?)
}
