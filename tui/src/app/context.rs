//! What every screen may look at: the language, the day, the ledger's names, how money is written.

use domain::{AccountKind, Currency, CurrencyCode, LedgerCurrency, Money, NaiveDate};

use crate::i18n::Texts;
use crate::keymap::Keymap;
use crate::present::MoneyStyle;
use crate::screens::backups;
use crate::theme::Theme;

/// An account or category by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedAccount {
    /// The full name.
    pub(crate) path: String,
    /// Its kind.
    pub(crate) kind: AccountKind,
    /// The currency of one that holds value.
    pub(crate) currency: Option<CurrencyCode>,
    /// True when nothing new goes there.
    pub(crate) closed: bool,
}

/// What is known of the ledger as a whole; read again after each change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// The ledger's main currency.
    pub(crate) currency: Option<Currency>,
    /// Its currencies, with the symbols that it gives them.
    pub(crate) known: Vec<LedgerCurrency>,
    /// All accounts and categories, in the order of their names.
    pub(crate) accounts: Vec<NamedAccount>,
    /// All tags.
    pub(crate) tags: Vec<String>,
    /// The account that was used last.
    pub(crate) last_account: Option<String>,
    /// How many transactions there are.
    pub(crate) transactions: u64,
}

impl Facts {
    /// The open accounts that hold one's own value.
    pub(crate) fn holdings(&self) -> impl Iterator<Item = &NamedAccount> {
        self.accounts
            .iter()
            .filter(|account| account.kind.is_holding() && !account.closed)
    }

    /// The open categories.
    pub(crate) fn categories(&self) -> impl Iterator<Item = &NamedAccount> {
        self.accounts
            .iter()
            .filter(|account| account.kind.is_category() && !account.closed)
    }

    /// In which direction amounts of an account or category count, when it is known.
    pub(crate) fn direction_of(&self, path: &str) -> Option<i64> {
        let mut known = self.accounts.iter();
        let found = known.find(|account| account.path == path)?;
        Some(found.kind.direction())
    }

    /// The currency of an account, else the ledger's.
    pub(crate) fn currency_of(&self, account: &str) -> Option<Currency> {
        let own = self.accounts.iter().find(|known| known.path == account);
        let code = own.and_then(|known| known.currency);
        self.known
            .iter()
            .map(|known| known.currency)
            .find(|currency| Some(currency.code) == code)
            .or(self.currency)
    }
}

/// What screens are given when they act and when they are drawn.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The person's language.
    pub(crate) texts: &'a Texts,
    /// How money is written.
    pub(crate) style: &'a MoneyStyle,
    /// Colours and glyphs.
    pub(crate) theme: &'a Theme,
    /// The keys.
    pub(crate) keymap: &'a Keymap,
    /// What is known of the ledger.
    pub(crate) facts: &'a Facts,
    /// What is known of the remotes.
    pub(crate) backups: &'a backups::Known,
    /// The day where the person is.
    pub(crate) today: NaiveDate,
    /// Whether amounts are hidden.
    pub(crate) hidden: bool,
    /// Columns and rows of the body of a screen.
    pub(crate) size: (u16, u16),
}

impl Context<'_> {
    /// A text of the catalogues.
    pub(crate) fn text(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// A text without its digits when amounts are hidden: for what was written by others.
    pub(crate) fn veil(&self, text: &str) -> String {
        if self.hidden {
            return text.replace(
                |letter: char| letter.is_ascii_digit(),
                self.theme.glyphs.dot,
            );
        }
        text.to_owned()
    }

    /// An amount with its currency; dots when amounts are hidden.
    pub(crate) fn money(&self, money: Money) -> String {
        if self.hidden {
            return self.theme.glyphs.hidden.to_owned();
        }
        self.style.write(money)
    }
}
