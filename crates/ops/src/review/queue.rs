//! What waits, each item with its reason and with what is proposed.

use std::collections::HashSet;

use domain::id::TransactionId;
use domain::statement::{Batch, Reason, StatementRow};
use domain::suggest::{Payment, Suggestion};
use domain::{Chart, Money, NaiveDate, Payee, Rule, Transaction};
use store::{Filter, Order, StoreError, Test, View};

use crate::Book;
use crate::habits::Habits;
use crate::import::fallbacks;

/// Why an item waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// The row may be an entry that is there already.
    Entry,
    /// The row may be an announced one under another day.
    Redated,
    /// Two rows may be one transfer.
    Transfer,
    /// The row lies between those of an earlier file.
    Late,
    /// The row was read from a document.
    Document,
    /// The transaction has no category.
    Category,
    /// The transaction has the category that payments like it had.
    Suggested,
    /// A correction proposed a rule.
    Rule,
}

impl ItemKind {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 8] = [
        Self::Entry,
        Self::Redated,
        Self::Transfer,
        Self::Late,
        Self::Document,
        Self::Category,
        Self::Rule,
        Self::Suggested,
    ];

    /// The word in JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Redated => "redated",
            Self::Transfer => "transfer",
            Self::Late => "late",
            Self::Document => "document",
            Self::Category => "category",
            Self::Suggested => "suggested",
            Self::Rule => "rule",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The kind of a row with this reason; a row without one looks like an entry, as in ledgers of
    /// the first versions.
    pub(super) const fn of(reason: Option<Reason>) -> Self {
        match reason {
            None | Some(Reason::Entry | Reason::Book) => Self::Entry,
            Some(Reason::Redated) => Self::Redated,
            Some(Reason::Transfer) => Self::Transfer,
            Some(Reason::Late) => Self::Late,
            Some(Reason::Document) => Self::Document,
            Some(Reason::Suggested) => Self::Suggested,
        }
    }
}

/// What is proposed about an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// It and this transaction belong together.
    With(Box<Transaction>),
    /// One of these categories, the likeliest first; may be empty.
    Categories(Vec<Suggestion>),
    /// This rule.
    Rule(Box<Rule>),
    /// To look at it, or nothing: what it was compared with is gone.
    Nothing,
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueItem {
    /// The id by which it is answered: of a row, a transaction or a rule.
    pub id: String,
    /// Why it waits.
    pub kind: ItemKind,
    /// The row's day; none for a rule.
    pub date: Option<NaiveDate>,
    /// The full name of the account; empty for a rule.
    pub account: String,
    /// The amount in that account; money in is positive.
    pub amount: Option<Money>,
    /// What the bank wrote.
    pub text: String,
    /// The file that brought it, when one did.
    pub file: String,
    /// The page of the document.
    pub page: Option<u32>,
    /// The transaction that the item is booked as.
    pub transaction: Option<Box<Transaction>>,
    /// What is proposed.
    pub proposal: Proposal,
    /// True while it waits; false for what was decided.
    pub waits: bool,
}

impl QueueItem {
    /// True when saying yes to it without looking is what most people want.
    pub fn is_sure(&self) -> bool {
        self.kind == ItemKind::Suggested
    }
}

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueRequest {
    /// These kinds; all when empty.
    pub kinds: Vec<ItemKind>,
    /// At most so many.
    pub limit: Option<u64>,
    /// What was decided instead of what waits.
    pub decided: bool,
}

impl QueueRequest {
    fn wants(&self, kind: ItemKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// The queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueList {
    /// The items, by kind, in each the newest first.
    pub items: Vec<QueueItem>,
    /// How many wait in all, of every kind.
    pub total: u64,
}

impl Book {
    /// How many things wait for a person; what was only suggested is not counted.
    pub fn count_queue(&self) -> Result<u64, StoreError> {
        let view = self.view();
        let rules = view.rules()?;
        let rules = rules.iter().filter(|rule| is_proposed(rule)).count();
        let unknown = fallbacks(view)?;
        let without = view.postings_of(&unknown)?.unsigned_abs();
        let mut asked: u64 = 0;
        for id in sides_of_transfers(view)? {
            let side = view.transaction(id)?;
            let legs = side.iter().flat_map(|side| &side.postings);
            asked += u64::from(legs.clone().any(|leg| unknown.contains(&leg.account)));
        }
        let rows = view.count_waiting_rows(Some(Reason::Suggested))?;
        let rules = u64::try_from(rules).unwrap_or(u64::MAX);
        Ok(rows + without.saturating_sub(asked) + rules)
    }

    /// Lists what waits, or what was decided.
    pub fn queue(&self, request: &QueueRequest) -> Result<QueueList, StoreError> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let mut lister = Lister {
            view,
            chart: view.chart()?,
            items: Vec::new(),
        };
        let most = request.limit.unwrap_or(u64::MAX);
        let rows = if request.decided {
            view.decided_rows(most)?
        } else {
            view.all_waiting_rows(most)?
        };
        for row in rows {
            if request.wants(ItemKind::of(row.reason)) {
                lister.row(row)?;
            }
        }
        if !request.decided && request.wants(ItemKind::Category) {
            lister.without_category(most)?;
        }
        if request.wants(ItemKind::Rule) {
            lister.rules(request.decided)?;
        }
        let mut items = lister.items;
        items.sort_by_key(|item| ItemKind::ALL.iter().position(|kind| *kind == item.kind));
        items.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        let total = self.count_queue()?;
        Ok(QueueList { items, total })
    }
}

/// The transactions that are asked about as transfers, and therefore not for their categories.
fn sides_of_transfers(view: View<'_>) -> Result<HashSet<TransactionId>, StoreError> {
    let rows = view.waiting_rows_with(Reason::Transfer)?;
    let sides = rows.iter().flat_map(|row| [row.transaction, row.candidate]);
    Ok(sides.flatten().collect())
}

fn is_proposed(rule: &Rule) -> bool {
    rule.state == domain::rule::RuleState::Proposed
}

struct Lister<'v> {
    view: View<'v>,
    chart: Chart,
    items: Vec<QueueItem>,
}

impl Lister<'_> {
    fn row(&mut self, row: StatementRow) -> Result<(), StoreError> {
        let batch = self.view.get::<Batch>(row.batch.raw())?;
        let booked = match row.transaction {
            Some(id) => self.view.transaction(id)?.map(Box::new),
            None => None,
        };
        let candidate = match row.candidate {
            Some(id) => self.view.transaction(id)?,
            None => None,
        };
        let proposal = candidate.map_or(Proposal::Nothing, |one| Proposal::With(Box::new(one)));
        self.items.push(QueueItem {
            id: row.id.to_string(),
            kind: ItemKind::of(row.reason),
            date: Some(row.date),
            account: self.chart.path(row.account).to_owned(),
            amount: Some(row.amount),
            waits: row.is_open(),
            page: row.unbooked.as_ref().and_then(|parts| parts.page),
            text: row.text,
            file: batch.map(|batch| batch.file).unwrap_or_default(),
            transaction: booked,
            proposal,
        });
        Ok(())
    }

    fn without_category(&mut self, most: u64) -> Result<(), StoreError> {
        let unknown = fallbacks(self.view)?;
        if unknown.is_empty() {
            return Ok(());
        }
        let mut filter = Filter::default();
        filter.and(Test::Accounts(unknown));
        let asked = sides_of_transfers(self.view)?;
        let most = most.saturating_add(u64::try_from(asked.len()).unwrap_or(u64::MAX));
        let mut found: Vec<Transaction> = Vec::new();
        self.view
            .visit::<StoreError>(&filter, Order::NewestFirst, Some(most), |transaction| {
                if !asked.contains(&transaction.id) {
                    found.push(transaction);
                }
                Ok(())
            })?;
        if found.is_empty() {
            return Ok(());
        }
        let habits = Habits::of(self.view, &self.chart)?;
        for transaction in found {
            let item = self.unknown(&habits, transaction)?;
            self.items.push(item);
        }
        Ok(())
    }

    fn unknown(&self, habits: &Habits, transaction: Transaction) -> Result<QueueItem, StoreError> {
        let payee = match transaction.payee {
            Some(id) => self.view.get::<Payee>(id.raw())?,
            None => None,
        };
        let payee = payee.map(|payee| payee.name).unwrap_or_default();
        let own = transaction.postings.iter().find(|leg| {
            let account = self.chart.get(leg.account);
            account.is_some_and(|account| !account.kind.is_category())
        });
        let likely = habits.likely(
            &self.chart,
            &Payment {
                payee: &payee,
                memo: &transaction.memo,
                minor: own.map_or(0, |leg| leg.amount.minor),
            },
        );
        let texts = [payee.as_str(), transaction.memo.as_str()];
        let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        Ok(QueueItem {
            id: transaction.id.to_string(),
            kind: ItemKind::Category,
            date: Some(transaction.date),
            account: own
                .map_or("", |leg| self.chart.path(leg.account))
                .to_owned(),
            amount: own.map(|leg| leg.amount),
            text: texts.join(" "),
            file: String::new(),
            page: None,
            transaction: Some(Box::new(transaction)),
            proposal: Proposal::Categories(likely),
            waits: true,
        })
    }

    fn rules(&mut self, decided: bool) -> Result<(), StoreError> {
        let declined = |rule: &Rule| rule.state == domain::rule::RuleState::Declined;
        for rule in self.view.rules()? {
            let wanted = if decided {
                declined(&rule)
            } else {
                is_proposed(&rule)
            };
            if wanted {
                self.items.push(QueueItem {
                    id: rule.id.to_string(),
                    kind: ItemKind::Rule,
                    date: None,
                    account: String::new(),
                    amount: None,
                    text: String::new(),
                    file: String::new(),
                    page: None,
                    transaction: None,
                    proposal: Proposal::Rule(Box::new(rule)),
                    waits: !decided,
                });
            }
        }
        Ok(())
    }
}
