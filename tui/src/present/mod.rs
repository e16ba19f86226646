//! How things are written for people: money, dates, months, bars.
//!
//! Only presentation: what comes in is exact, what goes out is text in the person's language, for
//! the command line and the screens alike. Scripts never read it: JSON and CSV carry plain decimals
//! and ISO dates.

mod bytes;
mod chart;
mod date;
mod money;
pub(crate) mod reading;
pub(crate) mod recorded;
mod sides;
mod version;
pub(crate) mod waiting;
mod width;
pub(crate) mod words;

pub(crate) use bytes::bytes;
pub(crate) use chart::{Bar, bar, bars};
pub(crate) use date::{date, first_of_month, moment, month, span};
pub(crate) use money::MoneyStyle;
pub(crate) use sides::Sides;
pub(crate) use version::{MadeVersion, short_id};
pub(crate) use width::{filled, harmless, shortened, wrapped};
