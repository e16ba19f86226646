//! Lots: what an account holds at which cost, and which of it a sale takes.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Decimal;

use super::{AccountRef, BookProblem, CommodityRef, CostSpec};

/// How lots are chosen when several match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Strict,
    StrictWithSize,
    Fifo,
    Lifo,
    Hifo,
    None,
}

impl Method {
    pub(super) fn named(word: &str) -> Option<Self> {
        Some(match word.trim().to_ascii_uppercase().as_str() {
            "STRICT" => Self::Strict,
            "STRICT_WITH_SIZE" => Self::StrictWithSize,
            "FIFO" => Self::Fifo,
            "LIFO" => Self::Lifo,
            "HIFO" => Self::Hifo,
            "NONE" | "AVERAGE" => Self::None,
            _ => return None,
        })
    }
}

#[derive(Clone, Debug)]
struct Lot {
    units: Decimal,
    each: Decimal,
    currency: CommodityRef,
    date: NaiveDate,
    label: Option<String>,
}

/// The lots of all accounts.
#[derive(Debug, Default)]
pub(super) struct Lots(HashMap<(AccountRef, CommodityRef), Vec<Lot>>);

/// Units of a commodity in an account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Units {
    pub(super) account: AccountRef,
    pub(super) commodity: CommodityRef,
    pub(super) number: Decimal,
}

impl Lots {
    /// True when the units take away from what is held.
    pub(super) fn reduces(&self, units: Units, method: Method) -> bool {
        let held = self.0.get(&(units.account, units.commodity));
        let opposite = |lot: &Lot| lot.units.is_sign_negative() != units.number.is_sign_negative();
        method != Method::None && held.is_some_and(|lots| lots.iter().any(opposite))
    }

    /// Adds a lot.
    pub(super) fn add(
        &mut self,
        units: Units,
        each: Decimal,
        currency: CommodityRef,
        date: NaiveDate,
        label: Option<String>,
    ) {
        let lots = self.0.entry((units.account, units.commodity)).or_default();
        let same = |lot: &&mut Lot| {
            lot.each == each && lot.currency == currency && lot.date == date && lot.label == label
        };
        match lots.iter_mut().find(same) {
            Some(lot) => lot.units = lot.units.saturating_add(units.number),
            None => lots.push(Lot {
                units: units.number,
                each,
                currency,
                date,
                label,
            }),
        }
    }

    /// Takes units away; what they had cost comes back, with the sign of the units.
    pub(super) fn take(
        &mut self,
        units: Units,
        spec: &CostSpec,
        method: Method,
    ) -> Result<(Decimal, CommodityRef), BookProblem> {
        let lots = self.0.entry((units.account, units.commodity)).or_default();
        let places = chosen(lots, units, spec, method)?;
        let first = places.first().and_then(|at| lots.get(*at));
        let currency = first.map(|lot| lot.currency).ok_or(BookProblem::NoLot)?;
        let (mut left, mut cost) = (units.number.abs(), Decimal::ZERO);
        for at in places {
            let Some(lot) = lots.get_mut(at) else {
                continue;
            };
            let taken = left.min(lot.units.abs());
            let signed = if units.number.is_sign_negative() {
                -taken
            } else {
                taken
            };
            let value = signed.checked_mul(lot.each).ok_or(BookProblem::TooLarge)?;
            cost = cost.checked_add(value).ok_or(BookProblem::TooLarge)?;
            lot.units += signed;
            left -= taken;
            if left.is_zero() {
                break;
            }
        }
        lots.retain(|lot| !lot.units.is_zero());
        Ok((cost, currency))
    }
}

/// The lots that a sale takes, in the order in which it takes them.
fn chosen(
    lots: &[Lot],
    units: Units,
    spec: &CostSpec,
    method: Method,
) -> Result<Vec<usize>, BookProblem> {
    let fitting = lots
        .iter()
        .enumerate()
        .filter(|(_, lot)| lot.fits(units, spec));
    let mut places: Vec<usize> = fitting.map(|(at, _)| at).collect();
    let wanted = units.number.abs();
    let held = |at: &usize| lots.get(*at).map_or(Decimal::ZERO, |lot| lot.units.abs());
    let sum: Decimal = places.iter().map(held).sum();
    if sum < wanted {
        return Err(BookProblem::NoLot);
    }
    if places.len() < 2 || sum == wanted {
        return Ok(places);
    }
    let lot = |at: &usize| lots.get(*at);
    match method {
        Method::Strict => return Err(BookProblem::SeveralLots),
        Method::StrictWithSize => {
            let exact = places.iter().copied().find(|at| held(at) == wanted);
            places = vec![exact.ok_or(BookProblem::SeveralLots)?];
        }
        Method::Fifo => places.sort_by_key(|at| lot(at).map(|lot| lot.date)),
        Method::Lifo => places.sort_by_key(|at| Reverse(lot(at).map(|lot| lot.date))),
        Method::Hifo => places.sort_by_key(|at| Reverse(lot(at).map(|lot| lot.each))),
        Method::None => {}
    }
    Ok(places)
}

impl Lot {
    /// True when a sale as it is written may take it.
    fn fits(&self, units: Units, spec: &CostSpec) -> bool {
        let total = spec
            .total
            .and_then(|total| total.checked_div(units.number.abs()));
        let each = match (spec.each, total) {
            (Some(each), Some(more)) => each.checked_add(more),
            (each, total) => each.or(total),
        };
        self.units.is_sign_negative() != units.number.is_sign_negative()
            && each.is_none_or(|each| self.each == each)
            && spec
                .currency
                .is_none_or(|currency| self.currency == currency)
            && spec.date.is_none_or(|date| self.date == date)
            && spec
                .label
                .as_ref()
                .is_none_or(|label| self.label.as_ref() == Some(label))
    }
}
