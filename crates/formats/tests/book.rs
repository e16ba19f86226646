//! The lossless document: write → read → write gives the same bytes, and what is no book is named.
#![allow(clippy::unwrap_used, reason = "a test that can't go on must fail")]

mod nasty;

use domain::account::AccountKind;
use domain::budget::{Cycle, Every, StartDay, Starting};
use domain::goal::{Contribution, Goal};
use domain::id::{
    AccountId, AttachmentId, BatchId, BudgetId, ContributionId, CurrencyId, GoalId, Id, PayeeId,
    PriceId, RuleId, ScheduleId, StatementRowId, TagId, TransactionId,
};
use domain::rule::{RuleSplit, RuleState};
use domain::statement::{Batch, Reason, StatementRow, Unbooked, UnbookedSplit, Verdict};
use domain::transaction::{Mark, Source, Status};
use domain::{
    Account, Attachment, Budget, Chart, Currency, Decimal, LedgerCurrency, Money, NaiveDate, Payee,
    Posting, Price, Rule, Schedule, Tag, Transaction,
};
use formats::book::json::{JsonWriter, ReadBookError, read};
use formats::book::{BookHead, BookSink, BookWriter as _};
use formats::export::ExportFormat;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Keeps all it is given.
#[derive(Default)]
struct Kept {
    head: Option<BookHead>,
    transactions: Vec<Transaction>,
    rows: Vec<StatementRow>,
    attachments: Vec<(Attachment, Vec<u8>)>,
}

impl BookSink for Kept {
    type Error = std::convert::Infallible;

    fn head(&mut self, head: &BookHead) -> Result<(), Self::Error> {
        assert!(self.head.replace(head.clone()).is_none());
        Ok(())
    }

    fn transaction(&mut self, transaction: Transaction) -> Result<(), Self::Error> {
        assert!(self.head.is_some());
        self.transactions.push(transaction);
        Ok(())
    }

    fn statement_row(&mut self, row: StatementRow) -> Result<(), Self::Error> {
        self.rows.push(row);
        Ok(())
    }

    fn attachment(&mut self, attachment: Attachment, content: &[u8]) -> Result<(), Self::Error> {
        self.attachments.push((attachment, content.to_vec()));
        Ok(())
    }
}

fn write(kept: &Kept) -> String {
    let head = kept.head.as_ref().unwrap();
    let mut writer = JsonWriter::new(Vec::new());
    writer.begin(head).unwrap();
    for transaction in &kept.transactions {
        writer.transaction(head, transaction).unwrap();
    }
    for row in &kept.rows {
        writer.statement_row(head, row).unwrap();
    }
    for (attachment, content) in &kept.attachments {
        writer.attachment(attachment, content).unwrap();
    }
    writer.finish().unwrap();
    String::from_utf8(writer.into_inner()).unwrap()
}

fn read_all(text: &str) -> Result<Kept, ReadBookError<std::convert::Infallible>> {
    let mut kept = Kept::default();
    read(text.as_bytes(), &mut kept).map(|()| kept)
}

fn an_id() -> impl Strategy<Value = Id> {
    (prop_oneof![Just(0u32), 1u32..(1 << 22)], 1u64..(1 << 40))
        .prop_map(|(slot, counter)| Id::new(slot, counter).unwrap())
}

fn a_date() -> impl Strategy<Value = NaiveDate> {
    (1900i32..3000, 1u32..366).prop_map(|(y, d)| NaiveDate::from_yo_opt(y, d).unwrap())
}

const CURRENCIES: [(&str, u8); 4] = [("CLP", 0), ("USD", 2), ("KWD", 3), ("BTC", 8)];

fn a_currency() -> impl Strategy<Value = Currency> {
    (0usize..4).prop_map(|at| {
        let (code, exponent) = CURRENCIES[at];
        let code = code.parse().unwrap();
        Currency { code, exponent }
    })
}

fn money() -> impl Strategy<Value = Money> {
    (-(1i64 << 50)..(1i64 << 50), a_currency()).prop_map(|(minor, c)| Money::new(minor, c))
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Ten accounts in chains, with names that only their number keeps apart.
fn accounts() -> impl Strategy<Value = Vec<Account>> {
    vec((an_id(), any::<String>(), 0usize..6, any::<bool>()), 10).prop_map(|made| {
        let mut accounts: Vec<Account> = Vec::new();
        for (number, (id, name, kind, nested)) in made.into_iter().enumerate() {
            let above = accounts.last().filter(|_| nested);
            let kind = if number == 0 {
                AccountKind::Expense
            } else {
                AccountKind::ALL[kind]
            };
            let kind = above.map_or(kind, |parent| parent.kind);
            accounts.push(Account {
                id: AccountId(id),
                name: format!("{name}{number}"),
                kind,
                parent: above.map(|parent| parent.id),
                currency: (!kind.is_category()).then(|| "CLP".parse().unwrap()),
                closed: number % 3 == 0,
            });
        }
        accounts
    })
}

fn sorted(tags: &[TagId]) -> Vec<TagId> {
    let mut tags = tags.to_vec();
    tags.sort_unstable();
    tags.dedup();
    tags
}

type Legs = Vec<(usize, Money, Option<i64>, Option<String>, usize)>;

fn postings(accounts: &[AccountId], legs: Legs) -> Vec<Posting> {
    let mut postings = Vec::new();
    for (account, amount, cost, memo, mark) in legs {
        let other = Currency {
            code: "CLF".parse().unwrap(),
            exponent: 4,
        };
        let mut posting = Posting::new(accounts[account % accounts.len()], amount);
        posting.cost = cost.map(|cost| Money::new(cost * amount.minor.signum(), other));
        posting.memo = memo;
        posting.mark = Mark::ALL[mark];
        let back = posting.weight().checked_neg().unwrap();
        postings.push(posting);
        postings.push(Posting::new(accounts[0], back));
    }
    postings
}

prop_compose! {
    fn a_transaction(accounts: Vec<AccountId>, payees: Vec<PayeeId>, tags: Vec<TagId>)(
        id in an_id(),
        date in a_date(),
        payee in option::of(0usize..3),
        memo in vec(any::<char>(), 0..60),
        status in 0usize..3,
        batch in option::of(an_id()),
        tag in 0usize..4,
        metadata in prop::collection::btree_map(any::<String>(), any_json(), 0..3),
        legs in vec(
            (0usize..10, money(), option::of(0i64..(1 << 40)), option::of(".{0,20}"), 0usize..3),
            1..4,
        ),
    ) -> Transaction {
        Transaction {
            id: TransactionId(id),
            date,
            payee: payee.map(|at| payees[at]),
            memo: memo.into_iter().collect(),
            status: Status::ALL[status],
            source: batch.map_or(Source::Manual, |id| Source::Import(BatchId(id))),
            tags: sorted(&tags[..tag]),
            metadata: metadata.into_iter().collect(),
            postings: postings(&accounts, legs),
        }
    }
}

prop_compose! {
    fn a_head()(
        accounts in accounts(),
        ids in vec(an_id(), 20),
        names in vec(any::<String>(), 8),
        target in money(),
        rate in any::<i64>(),
        scale in 0u32..20,
        date in a_date(),
        ledger_id in option::of(any::<String>()),
    ) -> BookHead {
        let id = |at: usize| ids[at];
        let name = |at: usize| format!("{}{at}", names[at]);
        let currencies: Vec<LedgerCurrency> = CURRENCIES.iter().chain(&[("CLF", 4)]).enumerate()
            .map(|(at, &(code, exponent))| LedgerCurrency {
                id: CurrencyId(id(at)),
                currency: Currency { code: code.parse().unwrap(), exponent },
                symbol: (at % 2 == 0).then(|| name(at)),
            })
            .collect();
        let mut head = BookHead::new(currencies[0].clone());
        let payee = |at: usize| Payee {
            id: PayeeId(id(at)),
            name: name(at),
            aliases: names[..at].to_vec(),
        };
        let tag = |at: usize| Tag { id: TagId(id(at)), name: name(at) };
        head.ledger_id = ledger_id;
        head.currencies = currencies;
        head.chart = Chart::new(accounts);
        head.payees = (0..3).map(payee).collect::<Vec<_>>().into();
        head.tags = (3..7).map(tag).collect::<Vec<_>>().into();
        head.prices = vec![Price {
            id: PriceId(id(8)),
            date,
            base: "CLF".parse().unwrap(),
            quote: "CLP".parse().unwrap(),
            rate: Decimal::from_i128_with_scale(i128::from(rate), scale),
        }];
        head.goals = vec![Goal {
            id: GoalId(id(9)),
            name: name(0),
            description: name(1),
            target,
            target_date: (scale % 2 == 0).then_some(date),
            priority: scale,
            active: scale % 3 == 0,
        }];
        head.contributions = vec![Contribution {
            id: ContributionId(id(10)),
            goal: GoalId(id(9)),
            date,
            amount: target,
            memo: name(2),
            transaction: (scale % 2 == 1).then(|| TransactionId(id(11))),
        }];
        head.batches = vec![Batch {
            id: BatchId(id(12)),
            file: name(3),
            format: name(4),
            imported_at: name(5),
        }];
        let category = head.chart.iter().next().unwrap().id;
        let today = "2025-04-16".parse().unwrap();
        let starting = Starting::On(StartDay::LastBusinessDay);
        head.budgets = vec![Budget {
            id: BudgetId(id(13)),
            category,
            amount: target,
            cycle: Cycle::new(Every::ALL[3 + names.len() % 3], starting, today).unwrap(),
            rollover: scale % 2 == 0,
        }];
        head.schedules = vec![Schedule {
            id: ScheduleId(id(14)),
            account: category,
            counter: category,
            amount: target,
            payee: (scale % 2 == 0).then(|| PayeeId(id(0))),
            memo: name(4),
            tags: vec![TagId(id(3)), TagId(id(4))],
            start: date,
            recurrence: "FREQ=MONTHLY;BYDAY=-1FR;COUNT=9".parse().unwrap(),
            instalments: (scale % 3 == 0).then_some(9),
            passed: scale,
            through: (scale % 2 == 1).then_some(date),
        }];
        head.rules = vec![Rule {
            id: RuleId(id(15)),
            name: name(5),
            position: scale,
            terms: vec![format!("not:acct:{category}").parse().unwrap(), "amt:10..20".parse().unwrap()],
            category: (scale % 2 == 0).then_some(category),
            payee: None,
            memo: (scale % 3 == 0).then(|| name(6)),
            tags: vec![TagId(id(5))],
            splits: vec![RuleSplit {
                category,
                share: "12.5%".parse().unwrap(),
            }],
            transfer: (scale % 2 == 1).then_some(category),
            state: [RuleState::Active, RuleState::Proposed, RuleState::Declined][scale as usize % 3],
        }];
        head
    }
}

prop_compose! {
    fn a_row(accounts: Vec<AccountId>)(
        id in an_id(),
        account in 0usize..10,
        date in a_date(),
        amount in money(),
        text in any::<String>(),
        bank_id in option::of(any::<String>()),
        bank_id_again in option::of(any::<String>()),
        transaction in option::of(an_id()),
        verdict in 0usize..4,
    ) -> StatementRow {
        StatementRow {
            id: StatementRowId(id),
            batch: BatchId(id),
            account: accounts[account % accounts.len()],
            date,
            amount,
            text,
            bank_id,
            transaction: transaction.map(TransactionId),
            verdict: [Verdict::New, Verdict::Review, Verdict::Matched, Verdict::Declined][verdict],
            reason: Reason::ALL.get(verdict * 2).copied(),
            waits: verdict == 0,
            candidate: transaction.map(TransactionId),
            unbooked: (verdict == 1).then(|| {
                Box::new(Unbooked {
                    payee: bank_id_again,
                    page: Some(7),
                    splits: vec![UnbookedSplit::default()],
                    ..Unbooked::default()
                })
            }),
        }
    }
}

prop_compose! {
    fn an_attachment()(
        id in an_id(),
        transaction in an_id(),
        name in "[a-z]{1,8}",
        content in vec(any::<u8>(), 1..200),
    ) -> (Attachment, Vec<u8>) {
        let attachment = Attachment {
            id: AttachmentId(id),
            transaction: TransactionId(transaction),
            name,
            size: content.len() as u64,
            digest: "0f".repeat(32).parse().unwrap(),
            added_at: "2025-04-16T12:00:00Z".to_owned(),
        };
        (attachment, content)
    }
}

fn a_book() -> impl Strategy<Value = Kept> {
    a_head().prop_flat_map(|head| {
        let accounts: Vec<AccountId> = head.chart.iter().map(|a| a.id).collect();
        let payees = head.payees.iter().map(|p| p.id).collect();
        let tags = head.tags.iter().map(|t| t.id).collect();
        // Amounts are in any currency, and only categories hold any.
        let categories = head.chart.iter().filter(|a| a.kind.is_category());
        let categories: Vec<AccountId> = categories.map(|a| a.id).collect();
        let transactions = vec(a_transaction(categories, payees, tags), 0..6);
        let rows = vec(a_row(accounts), 0..4);
        (Just(head), transactions, rows, vec(an_attachment(), 0..3)).prop_map(
            |(head, transactions, rows, attachments)| Kept {
                head: Some(head),
                transactions,
                rows,
                attachments,
            },
        )
    })
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&write(self))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_was_written_reads_and_writes_the_same(book in a_book()) {
        let written = write(&book);
        let kept = read_all(&written).unwrap();
        prop_assert_eq!(&kept.transactions, &book.transactions);
        prop_assert_eq!(&kept.rows, &book.rows);
        prop_assert_eq!(write(&kept), written);
    }

    #[test]
    fn damaged_documents_are_refused_or_read(at in 0usize..4000, byte in any::<u8>()) {
        let mut bytes = nasty::export(&nasty::book(), ExportFormat::Json);
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(bytes.as_slice(), &mut Kept::default());
    }
}

#[test]
fn the_nasty_book_comes_back() {
    let book = nasty::book();
    let text = String::from_utf8(nasty::export(&book, ExportFormat::Json)).unwrap();
    let kept = read_all(&text).unwrap();
    assert_eq!(kept.transactions, book.transactions);
    assert_eq!(write(&kept), text);
    let line = text
        .lines()
        .find(|l| l.starts_with("{\"id\"") && l.contains("\"postings\""));
    let shape: Value = serde_json::from_str(line.unwrap().trim_end_matches(',')).unwrap();
    assert_eq!(shape["postings"][0]["account"], "Checking");
    assert_eq!(shape["postings"][0]["amount"], "-4500");
    assert_eq!(shape["postings"][0]["memo"], Value::Null);
    assert_eq!(
        shape["source"],
        "import:".to_owned() + &Id::new(0, 3).unwrap().to_string()
    );
}

#[test]
fn metadata_may_nest_as_deeply_as_the_ledger_holds_it() {
    let mut book = nasty::book();
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(120), "]".repeat(120));
    book.transactions[0].metadata = serde_json::from_str(&deep).unwrap();
    let text = String::from_utf8(nasty::export(&book, ExportFormat::Json)).unwrap();
    assert_eq!(read_all(&text).unwrap().transactions, book.transactions);
}

/// A small whole document to spoil.
fn small() -> Value {
    let text = nasty::export(&nasty::book(), ExportFormat::Json);
    let mut document: Value = serde_json::from_slice(&text).unwrap();
    document["transactions"].as_array_mut().unwrap().truncate(2);
    document
}

/// The fields in the order in which a book has them; `serde_json` sorts them by name.
fn print(document: &Value) -> String {
    let last = ["transactions", "statement_rows"];
    let fields = document.as_object().unwrap();
    let head = fields
        .iter()
        .filter(|(name, _)| !last.contains(&name.as_str()));
    let items = last.iter().filter_map(|name| fields.get_key_value(*name));
    let printed = head
        .chain(items)
        .map(|(name, value)| format!("{}:{value}", json!(name)));
    format!("{{{}}}", printed.collect::<Vec<_>>().join(",\n"))
}

fn refusal(spoil: impl FnOnce(&mut Value)) -> String {
    let mut document = small();
    assert!(read_all(&print(&document)).is_ok());
    spoil(&mut document);
    read_all(&print(&document)).unwrap_err().to_string()
}

#[test]
fn each_missing_field_is_named() {
    // What documents did not have before there were plans.
    let younger = ["budgets", "schedules", "rules"];
    for field in small()
        .as_object()
        .unwrap()
        .keys()
        .filter(|f| !younger.contains(&f.as_str()))
    {
        let message = refusal(|document| {
            document.as_object_mut().unwrap().remove(field);
        });
        assert!(
            message.contains(&format!("`{field}`")),
            "{field}: {message}"
        );
    }
    for field in ["id", "payee", "memo", "metadata", "postings"] {
        let message = refusal(|document| {
            let transaction = document["transactions"][1].as_object_mut().unwrap();
            transaction.remove(field);
        });
        assert!(
            message.contains(&format!("`{field}`")),
            "{field}: {message}"
        );
    }
}

#[test]
fn a_document_from_before_there_were_plans_reads() {
    let mut document = small();
    for field in ["budgets", "schedules", "rules"] {
        document.as_object_mut().unwrap().remove(field).unwrap();
    }
    read_all(&print(&document)).unwrap();
}

#[test]
fn what_is_no_book_is_refused() {
    type Spoil = fn(&mut Value);
    let cases: [(Spoil, &str); 13] = [
        (|d| d["version"] = json!(2), "version 2"),
        (
            |d| d["kind"] = json!("shopping-list"),
            "no `lukalibre-ledger`",
        ),
        (|d| d["colour"] = json!("red"), "`colour`"),
        (|d| d["transactions"][0]["colour"] = json!(1), "`colour`"),
        (
            |d| d["transactions"][0]["payee"] = json!("Nobody"),
            "no payee `Nobody`",
        ),
        (
            |d| d["transactions"][0]["postings"][0]["kind"] = json!("income"),
            "no income account",
        ),
        (
            |d| d["transactions"][0]["postings"][0]["amount"] = json!("-4501"),
            "sum to zero",
        ),
        (
            |d| d["transactions"][0]["postings"][0]["amount"] = json!("-4500.00"),
            "0 decimal",
        ),
        (
            |d| d["accounts"][0]["parent"] = d["accounts"][0]["id"].clone(),
            "it lies below itself",
        ),
        (
            |d| d["accounts"][0]["parent"] = json!("zzzzzzzz"),
            "its parent is not there",
        ),
        (
            |d| {
                for account in d["accounts"].as_array_mut().unwrap() {
                    account["currency"] = json!("CLP");
                }
            },
            "accounts have one currency",
        ),
        (
            |d| {
                for account in d["accounts"].as_array_mut().unwrap() {
                    if !account["currency"].is_null() {
                        account["currency"] = json!("ZZZ");
                    }
                }
            },
            "its currency is not there",
        ),
        (
            |d| d["tags"][1]["name"] = d["tags"][0]["name"].clone(),
            "called `two words`",
        ),
    ];
    for (spoil, expected) in cases {
        let message = refusal(spoil);
        assert!(message.contains(expected), "{expected}: {message}");
    }
}

#[test]
fn an_error_in_an_item_says_which_one() {
    let message = refusal(|document| {
        document["transactions"][1]["postings"][0]["amount"] = json!("1");
    });
    let expected = "entry 2 of `transactions`: transaction ";
    assert!(message.starts_with(expected), "{message}");
}

#[test]
fn an_endless_text_is_refused_in_bounded_memory() {
    let start = std::io::Cursor::new("{\"version\":1,\"kind\":\"");
    let endless = std::io::Read::chain(start, std::io::repeat(b'x'));
    let error = read(endless, &mut Kept::default()).unwrap_err();
    assert!(matches!(error, ReadBookError::TooLong(_)), "{error}");
}
