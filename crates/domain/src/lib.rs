//! What is true about money: currencies, amounts, accounts, transactions, goals, queries.
//!
//! This crate has no IO, no clock and no randomness: "today" and every id come in from outside,
//! so each rule here can be tested as a table or a law. It refuses to know how things are stored
//! (next door: `store`), where they come from (`formats`) or how they are shown (`tui`).

pub mod account;
pub mod amount;
pub mod currency;
pub mod date;
pub mod goal;
pub mod id;
pub mod label;
pub mod money;
pub mod period;
pub mod price;
pub mod query;
pub mod statement;
pub mod text;
pub mod transaction;

pub use account::{Account, AccountKind, Chart};
pub use currency::{Currency, CurrencyCode, LedgerCurrency};
pub use goal::{Contribution, Goal};
pub use label::{Payee, Tag};
pub use money::Money;
pub use period::Period;
pub use price::Price;
pub use query::Query;
pub use transaction::{Mark, Posting, Source, Status, Transaction};

pub use chrono::NaiveDate;
pub use rust_decimal::Decimal;
