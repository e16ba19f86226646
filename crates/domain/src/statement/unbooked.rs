//! What a row that waits needs to be booked later: the parts of the bank's text that the row itself
//! keeps in one piece, and what else the file said.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The parts of a row that is kept and not booked. It is written as a JSON object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Unbooked {
    /// Who was paid or paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee: Option<String>,
    /// Everything else that was written about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    /// The number of the cheque or document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_number: Option<String>,
    /// The category that the exporting program gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The other account of a transfer, as the file names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_account: Option<String>,
    /// True while the bank has not booked it either.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pending: bool,
    /// The parts of its amount.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub splits: Vec<UnbookedSplit>,
    /// The page of the document that it was read from, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// One part of a split row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UnbookedSplit {
    /// Its amount; money in is positive.
    pub amount: Decimal,
    /// Its category, as the file names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The other account of a transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_account: Option<String>,
    /// Its memo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
}
