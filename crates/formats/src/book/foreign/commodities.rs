//! The commodities of a book, each once, with the digits that its amounts need.

use std::collections::HashMap;

use domain::Decimal;
use domain::currency::MAX_EXPONENT;

use super::{CommodityRef, ForeignCommodity};

/// Commodities by name, in order of appearance.
#[derive(Debug, Default)]
pub(super) struct Commodities {
    list: Vec<ForeignCommodity>,
    by_name: HashMap<String, CommodityRef>,
}

impl Commodities {
    /// The commodity with this name, from now on known.
    pub(super) fn of(&mut self, name: &str) -> CommodityRef {
        if let Some(known) = self.by_name.get(name) {
            return *known;
        }
        let at = CommodityRef::try_from(self.list.len()).unwrap_or(CommodityRef::MAX);
        self.list.push(ForeignCommodity {
            name: name.to_owned(),
            digits: 0,
        });
        self.by_name.insert(name.to_owned(), at);
        at
    }

    /// Its name.
    pub(super) fn name(&self, commodity: CommodityRef) -> &str {
        let at = usize::try_from(commodity).unwrap_or(usize::MAX);
        self.list.get(at).map_or("", |found| found.name.as_str())
    }

    /// How many are known.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Its digits so far.
    pub(super) fn digits(&self, commodity: CommodityRef) -> u8 {
        let at = usize::try_from(commodity).unwrap_or(usize::MAX);
        self.list.get(at).map_or(0, |found| found.digits)
    }

    /// An amount of it occurs: zeros at its end count as long as there is room for them.
    pub(super) fn occurs(&mut self, commodity: CommodityRef, amount: Decimal) {
        let most = u32::from(MAX_EXPONENT);
        let digits = if amount.scale() > most {
            amount.normalize().scale().min(most)
        } else {
            amount.scale()
        };
        self.needs(commodity, u8::try_from(digits).unwrap_or(MAX_EXPONENT));
    }

    /// So many digits are needed.
    pub(super) fn needs(&mut self, commodity: CommodityRef, digits: u8) {
        let at = usize::try_from(commodity).unwrap_or(usize::MAX);
        if let Some(found) = self.list.get_mut(at) {
            found.digits = found.digits.max(digits.min(MAX_EXPONENT));
        }
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<ForeignCommodity> {
        self.list
    }
}
