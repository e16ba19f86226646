//! The columns that are neither dates nor money: who, what, and the bank's own marks.

use super::roles::Candidates;
use super::signs::is_sign_word;
use super::survey::Column;
use crate::import::layout::Role;

/// The columns that are not dates or money.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    pub(super) payees: Vec<usize>,
    pub(super) senders: Vec<usize>,
    pub(super) recipients: Vec<usize>,
    pub(super) texts: Vec<usize>,
    pub(super) memos: Vec<usize>,
    pub(super) account: Option<usize>,
    pub(super) id: Option<usize>,
    pub(super) check_number: Option<usize>,
    pub(super) category: Option<usize>,
    pub(super) status: Option<usize>,
}

impl Labels {
    /// Finds them; `taken` columns already have a role.
    pub(super) fn find(candidates: &Candidates<'_>, taken: &[usize]) -> Self {
        let free = |role, fits: fn(&Column) -> bool| -> Vec<usize> {
            let found = candidates.with(role, fits);
            found
                .iter()
                .map(|candidate| candidate.at)
                .filter(|at| !taken.contains(at))
                .collect()
        };
        let one = |role| {
            candidates
                .with(role, |_| true)
                .iter()
                .map(|c| c.at)
                .find(|at| !taken.contains(at))
        };
        let mut labels = Self {
            payees: free(Role::Payee, |column| !is_account_numbers(column)),
            senders: free(Role::Sender, |column| !is_account_numbers(column)),
            recipients: free(Role::Recipient, |column| !is_account_numbers(column)),
            texts: free(Role::Text, |column| {
                column.filled > 0 && !column.is_amounts()
            }),
            memos: free(Role::Memo, |column| column.filled > 0),
            account: own_account(candidates),
            id: identifier(candidates).filter(|at| !taken.contains(at)),
            check_number: one(Role::CheckNumber).filter(|at| {
                candidates
                    .column(*at)
                    .is_some_and(|c| !is_account_numbers(c))
            }),
            category: one(Role::Category),
            status: one(Role::Status),
        };
        if labels.senders.is_empty() || labels.recipients.is_empty() {
            let single = labels.senders.drain(..).chain(labels.recipients.drain(..));
            labels.payees.extend(single);
        }
        labels.memos.sort_unstable();
        labels.order_texts(candidates);
        if labels.payees.is_empty() && labels.texts.is_empty() {
            labels.fall_back(candidates, taken);
        }
        // A reference that identifies nothing still says something.
        let vague = free(Role::Id, |column| column.worded * 2 > column.filled);
        labels
            .memos
            .extend(vague.into_iter().filter(|at| labels.id != Some(*at)));
        labels
    }

    /// A column of a few repeated words (`DEBIT`, `CHECK`) is no description beside one with many.
    fn order_texts(&mut self, candidates: &Candidates<'_>) {
        let variety = |at: &usize| {
            let column = candidates.column(*at)?;
            let words = column.words.as_ref().map_or(usize::MAX, Vec::len);
            let signs = column
                .words
                .as_ref()
                .is_some_and(|words| words.iter().any(|w| is_sign_word(w)));
            Some((words, signs))
        };
        let richest = self
            .texts
            .iter()
            .filter_map(variety)
            .map(|(words, _)| words)
            .max()
            .unwrap_or(0);
        let repeats = |at: &usize| {
            candidates
                .column(*at)
                .is_some_and(|column| column.filled > 1)
        };
        let says_little = |at: &usize| {
            variety(at).is_some_and(|(words, signs)| {
                (words == 1 && richest > 1 && repeats(at))
                    || (signs && (words < richest || words <= 4))
            })
        };
        if self.texts.len() > 1 && !self.texts.iter().all(says_little) {
            let (little, rest) = self.texts.iter().copied().partition(says_little);
            self.texts = rest;
            let sign = |at: &usize| variety(at).is_some_and(|(_, signs)| signs);
            self.memos
                .extend(Vec::into_iter(little).filter(|at| !sign(at)));
        }
    }

    /// Without a description: the memo, the kind of transaction, or any column of words.
    fn fall_back(&mut self, candidates: &Candidates<'_>, taken: &[usize]) {
        let free =
            |at: &usize| !taken.contains(at) && self.account != Some(*at) && self.id != Some(*at);
        if !self.memos.is_empty() {
            self.texts = vec![self.memos.remove(0)];
            return;
        }
        let wordy = |column: &Column| {
            column.worded * 2 > column.filled
                && !column.is_codes()
                && !column.is_dates()
                && !is_account_numbers(column)
        };
        let unnamed = candidates
            .unnamed()
            .filter(|c| wordy(c.column))
            .map(|c| c.at)
            .filter(free);
        let kinds = candidates
            .with(Role::Kind, wordy)
            .into_iter()
            .map(|c| c.at)
            .filter(free);
        let mut found: Vec<usize> = unnamed.collect();
        if found.is_empty() {
            found = kinds.collect();
        }
        // The column with the most different words is the description.
        found.sort_by_key(|at| {
            let words = candidates
                .column(*at)
                .and_then(|column| column.words.as_ref())
                .map_or(usize::MAX, Vec::len);
            std::cmp::Reverse(words)
        });
        self.texts = found;
    }
}

fn is_account_numbers(column: &Column) -> bool {
    column.ibans > 0 && column.ibans * 10 >= column.filled * 6
}

/// The person's own account is written on every row and hardly changes.
fn own_account(candidates: &Candidates<'_>) -> Option<usize> {
    let everywhere = |column: &Column| {
        let few = column
            .words
            .as_ref()
            .is_some_and(|words| words.len() <= (column.filled as usize / 2).max(1));
        column.filled > 0 && few && column.filled * 10 >= candidates.records * 8
    };
    candidates.best(Role::Account, everywhere)
}

/// A bank's identifier names each row; vague words (`Reference`) must prove it.
fn identifier(candidates: &Candidates<'_>) -> Option<usize> {
    let found = candidates.with(Role::Id, |column| column.filled > 0);
    let good = |at: usize, vague: bool| {
        let Some(column) = candidates.column(at) else {
            return false;
        };
        let repeated = column
            .words
            .as_ref()
            .is_some_and(|words| words.len() < column.filled as usize);
        let everywhere = column.filled * 10 >= candidates.records * 8;
        let solid = !column
            .words
            .as_ref()
            .is_some_and(|words| words.iter().any(|word| word.contains(' ')));
        !repeated && (!vague || (everywhere && solid)) && !counts_rows(column)
    };
    let vague = |rank: u8| rank > 0;
    let fit = found
        .into_iter()
        .find(|c| good(c.at, c.meaning.is_some_and(|meaning| vague(meaning.rank))));
    fit.map(|candidate| candidate.at)
}

/// A column that only counts the rows of this file (1, 2, 3, …) identifies nothing.
fn counts_rows(column: &Column) -> bool {
    match &column.words {
        Some(words) => {
            let numbers: Vec<u32> = words.iter().filter_map(|word| word.parse().ok()).collect();
            let start = numbers.iter().min().copied().unwrap_or(9);
            numbers.len() == words.len() && start <= 1 && words.len() > 1
        }
        None => column.longest_is_at_most(6) && column.worded == 0,
    }
}
