//! What kind of account a name says it is: by the word at its root.

use domain::account::AccountKind;

/// The words for roots.
#[derive(Debug)]
pub(super) struct Kinds {
    roots: Vec<(String, AccountKind)>,
    /// True when `equity:saving` holds categories of saving: a file of our own.
    own: bool,
}

/// hledger's documented words, and the Spanish ones.
const WORDS: [(&str, AccountKind); 21] = [
    ("asset", AccountKind::Asset),
    ("assets", AccountKind::Asset),
    ("activo", AccountKind::Asset),
    ("activos", AccountKind::Asset),
    ("debt", AccountKind::Liability),
    ("debts", AccountKind::Liability),
    ("liability", AccountKind::Liability),
    ("liabilities", AccountKind::Liability),
    ("pasivo", AccountKind::Liability),
    ("pasivos", AccountKind::Liability),
    ("equity", AccountKind::Equity),
    ("patrimonio", AccountKind::Equity),
    ("income", AccountKind::Income),
    ("incomes", AccountKind::Income),
    ("revenue", AccountKind::Income),
    ("revenues", AccountKind::Income),
    ("ingreso", AccountKind::Income),
    ("ingresos", AccountKind::Income),
    ("expense", AccountKind::Expense),
    ("expenses", AccountKind::Expense),
    ("gastos", AccountKind::Expense),
];

impl Kinds {
    /// No words at all: names say nothing.
    pub(super) const fn none() -> Self {
        Self {
            roots: Vec::new(),
            own: false,
        }
    }

    /// The words that journals use.
    pub(super) fn of_journals(own: bool) -> Self {
        let words = WORDS.iter();
        let mut roots: Vec<(String, AccountKind)> = words
            .map(|(word, kind)| ((*word).to_owned(), *kind))
            .collect();
        roots.push(("gasto".to_owned(), AccountKind::Expense));
        Self { roots, own }
    }

    /// The five names that a beancount file gives.
    pub(super) fn of_names(names: [(&str, AccountKind); 5], own: bool) -> Self {
        let roots = names
            .iter()
            .map(|(name, kind)| (name.to_lowercase(), *kind));
        Self {
            roots: roots.collect(),
            own,
        }
    }

    /// The kind of an account, and how many names at its root only say the kind.
    pub(super) fn of(&self, name: &str) -> Option<(AccountKind, usize)> {
        let mut parts = name.split(':');
        let root = parts.next()?.trim().to_lowercase();
        let kind = self.roots.iter().find(|(word, _)| *word == root)?.1;
        let second = parts.next().unwrap_or_default();
        if self.own && kind == AccountKind::Equity && second.eq_ignore_ascii_case("saving") {
            return Some((AccountKind::Saving, 2));
        }
        Some((kind, 1))
    }
}

/// hledger's letters and words for types of accounts.
pub(super) fn typed(word: &str) -> Option<AccountKind> {
    Some(match word.trim().to_lowercase().as_str() {
        "a" | "asset" | "c" | "cash" => AccountKind::Asset,
        "l" | "liability" => AccountKind::Liability,
        "e" | "equity" | "v" | "conversion" => AccountKind::Equity,
        "r" | "revenue" | "g" | "gain" => AccountKind::Income,
        "x" | "expense" => AccountKind::Expense,
        _ => return None,
    })
}
