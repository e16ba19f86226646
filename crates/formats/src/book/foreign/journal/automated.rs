//! Automated transactions of ledger: a condition, and postings that go with each one that meets it.
//!
//! hledger applies its own only when asked (`--auto`); those are listed, not applied.

use domain::Decimal;
use domain::transaction::Mark;

use super::amount::Cursor;
use super::dialect::Dialect;
use super::lines::Entry;
use super::posting::{parted, reality};
use super::predicate::Predicate;
use super::{AccountRef, Amount, Draft, DraftPosting, Reader, Reality, Why};

/// One rule.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    predicate: Predicate,
    /// The first transaction that it is applied to, by position: those before it are past.
    pub(super) from: usize,
    postings: Vec<RulePosting>,
}

#[derive(Clone, Debug)]
struct RulePosting {
    line: u32,
    account: AccountRef,
    reality: Reality,
    amount: RuleAmount,
}

#[derive(Clone, Copy, Debug)]
enum RuleAmount {
    Fixed(Amount),
    /// So much of the posting's own amount.
    Share(Decimal),
}

impl Reader {
    pub(super) fn rule(&mut self, entry: Entry<'_>) {
        let text = entry.head.trim_start_matches('=').trim();
        let read = match self.dialect {
            Dialect::Hledger => None,
            Dialect::Ledger => Predicate::read(text),
        };
        let rule = read.and_then(|predicate| {
            let below = entry.below().filter(|(_, text)| !text.starts_with(';'));
            let postings = below.map(|(line, text)| self.rule_posting(line, text));
            let postings = postings.collect::<Option<Vec<_>>>()?;
            let from = self.drafts.len();
            Some(Rule {
                predicate,
                from,
                postings,
            })
        });
        match rule {
            Some(rule) => self.rules.push(rule),
            None => self.leave(entry.line, entry.head, Why::Automated),
        }
    }

    fn rule_posting(&mut self, line: u32, text: &str) -> Option<RulePosting> {
        let text = text.trim_start_matches(['*', '!']).trim_start();
        let (name, rest) = parted(text);
        let (reality, name) = reality(name);
        if name.is_empty() || name.contains(['$', '%']) {
            return None;
        }
        let code = rest.split_once(';').map_or(rest, |(code, _)| code);
        let mut cursor = Cursor::new(code);
        let default = self.default_commodity.take();
        let amount = if cursor.rest.starts_with('(') {
            self.expression(&mut cursor)
        } else {
            self.amount(&mut cursor)
        };
        self.default_commodity = default;
        let amount = amount.filter(|_| cursor.rest.trim().is_empty())?;
        let share = self.commodities.name(amount.commodity).is_empty();
        if !share {
            self.commodities.occurs(amount.commodity, amount.number);
        }
        Some(RulePosting {
            line,
            account: self.account_named(name),
            reality,
            amount: if share {
                RuleAmount::Share(amount.number)
            } else {
                RuleAmount::Fixed(amount)
            },
        })
    }

    /// Adds to a transaction what the rules before it say. Its amounts are all known.
    pub(super) fn automate(&mut self, draft: &mut Draft, position: usize) {
        let payee = draft.payee.clone().unwrap_or_default();
        let mut added: Vec<DraftPosting> = Vec::new();
        for rule in self.rules.iter().take_while(|rule| rule.from <= position) {
            for posting in &draft.postings {
                let own = posting.amount.filter(|_| !posting.generated);
                let Some(own) = own else { continue };
                if !rule
                    .predicate
                    .is_met(self.accounts.name(posting.account), &payee)
                {
                    continue;
                }
                added.extend(rule.postings.iter().map(|rule| rule.applied(own)));
            }
        }
        for posting in &added {
            if let Some(amount) = posting.amount {
                self.commodities
                    .occurs(amount.commodity, amount.number.normalize());
            }
        }
        draft.postings.extend(added);
    }
}

impl RulePosting {
    fn applied(&self, own: Amount) -> DraftPosting {
        let amount = match self.amount {
            RuleAmount::Fixed(amount) => amount,
            RuleAmount::Share(share) => Amount {
                number: own.number.saturating_mul(share),
                commodity: own.commodity,
            },
        };
        DraftPosting {
            line: self.line,
            account: self.account,
            reality: self.reality,
            amount: Some(amount),
            lot: None,
            price: None,
            assertion: None,
            memo: Vec::new(),
            mark: Mark::None,
            generated: true,
        }
    }
}
