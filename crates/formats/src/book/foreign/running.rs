//! Balances while a book is read: of each account alone, and with all below it.

use domain::Decimal;

use super::accounts::Accounts;
use super::{AccountRef, CommodityRef};

type Holdings = Vec<(CommodityRef, Decimal)>;

/// What accounts hold so far.
#[derive(Debug, Default)]
pub(super) struct Running {
    own: Vec<Holdings>,
    /// With all below; kept only when it is asked for.
    whole: Option<Vec<Holdings>>,
}

fn add_to(all: &mut Vec<Holdings>, account: AccountRef, commodity: CommodityRef, amount: Decimal) {
    let at = usize::try_from(account).unwrap_or(0);
    if all.len() <= at {
        all.resize(at + 1, Holdings::new());
    }
    let Some(holdings) = all.get_mut(at) else {
        return;
    };
    match holdings.iter_mut().find(|(held, _)| *held == commodity) {
        Some((_, sum)) => *sum = sum.saturating_add(amount),
        None => holdings.push((commodity, amount)),
    }
}

fn held(all: &[Holdings], account: AccountRef) -> &[(CommodityRef, Decimal)] {
    let at = usize::try_from(account).unwrap_or(usize::MAX);
    all.get(at).map_or(&[], Vec::as_slice)
}

impl Running {
    /// Keeps balances with all accounts below as well.
    pub(super) fn with_whole() -> Self {
        Self {
            own: Vec::new(),
            whole: Some(Vec::new()),
        }
    }

    /// An amount flows into an account.
    pub(super) fn add(
        &mut self,
        accounts: &Accounts,
        account: AccountRef,
        commodity: CommodityRef,
        amount: Decimal,
    ) {
        add_to(&mut self.own, account, commodity, amount);
        if let Some(whole) = &mut self.whole {
            let mut at = Some(account);
            while let Some(one) = at {
                add_to(whole, one, commodity, amount);
                at = accounts.parent(one);
            }
        }
    }

    /// What an account holds, alone or with all below it.
    pub(super) fn all(&self, account: AccountRef, whole: bool) -> &[(CommodityRef, Decimal)] {
        match &self.whole {
            Some(all) if whole => held(all, account),
            _ => held(&self.own, account),
        }
    }

    /// What an account holds of one commodity.
    pub(super) fn of(&self, account: AccountRef, commodity: CommodityRef, whole: bool) -> Decimal {
        let all = self.all(account, whole).iter();
        let found = all.filter(|(held, _)| *held == commodity);
        found.map(|(_, sum)| *sum).next().unwrap_or_default()
    }
}
