//! Parts that several screens draw with. They know nothing of the ledger.

pub(crate) mod chart;
pub(crate) mod cursor;
pub(crate) mod form;
pub(crate) mod fuzzy;
pub(crate) mod hints;
pub(crate) mod pane;
pub(crate) mod table;
pub(crate) mod text;
