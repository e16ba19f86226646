//! What is true about money: currencies, amounts, accounts, transactions, goals, budgets, schedules, rules, queries.
//!
//! This crate has no IO, no clock and no randomness: "today" and every id come in from outside,
//! so each rule here can be tested as a table or a law. It refuses to know how things are stored
//! (next door: `store`), where they come from (`formats`) or how they are shown (`tui`).

pub mod account;
pub mod amount;
pub mod attachment;
pub mod budget;
mod calendar;
pub mod currency;
pub mod date;
pub mod goal;
pub mod id;
pub mod label;
pub mod money;
pub mod period;
pub mod price;
pub mod query;
pub mod rule;
pub mod schedule;
pub mod statement;
pub mod suggest;
pub mod text;
pub mod transaction;

pub use account::{Account, AccountKind, Chart};
pub use attachment::Attachment;
pub use budget::Budget;
pub use currency::{Currency, CurrencyCode, LedgerCurrency};
pub use goal::{Contribution, Goal};
pub use label::{Payee, Tag};
pub use money::Money;
pub use period::Period;
pub use price::Price;
pub use query::Query;
pub use rule::Rule;
pub use schedule::Schedule;
pub use transaction::{Mark, Posting, Source, Status, Transaction};

pub use chrono::NaiveDate;
pub use rust_decimal::Decimal;
