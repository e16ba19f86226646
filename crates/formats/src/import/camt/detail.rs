//! One transaction inside of an entry: who, what for, and its own amount.

use domain::Decimal;

use super::read_amount;
use crate::import::wording::{is_placeholder, push_text};

/// What `TxDtls` says.
#[derive(Debug, Default)]
pub(super) struct Detail {
    pub(super) service_ref: String,
    pub(super) end_to_end: String,
    pub(super) cheque: String,
    creditor: String,
    debtor: String,
    last_creditor: String,
    last_debtor: String,
    pub(super) text: String,
    amount: String,
    currency: String,
    sign: String,
}

impl Detail {
    /// Takes a value; the path begins below `TxDtls`.
    pub(super) fn value(&mut self, path: &[&str], text: &str, currency: &str) {
        let field = match path {
            ["Refs", "AcctSvcrRef"] => &mut self.service_ref,
            ["Refs", "EndToEndId"] => &mut self.end_to_end,
            ["Refs", "ChqNb"] => &mut self.cheque,
            ["CdtDbtInd"] => &mut self.sign,
            ["Amt"] | ["AmtDtls", "TxAmt", "Amt"] => {
                if path.len() == 1 || self.amount.is_empty() {
                    text.clone_into(&mut self.amount);
                    currency.clone_into(&mut self.currency);
                }
                return;
            }
            ["RltdPties", party, "Nm"]
            | ["RltdPties", party, "Pty", "Nm"]
            | ["RltdPties", party, "Agt", "FinInstnId", "Nm"] => match *party {
                "Cdtr" => &mut self.creditor,
                "Dbtr" => &mut self.debtor,
                "UltmtCdtr" => &mut self.last_creditor,
                "UltmtDbtr" => &mut self.last_debtor,
                _ => return,
            },
            ["RmtInf", "Ustrd"]
            | ["RmtInf", "Strd", "CdtrRefInf", "Ref" | "CdtrRef"]
            | ["RmtInf", "Strd", "RfrdDocInf", "Nb"]
            | ["RmtInf", "Strd", "AddtlRmtInf"]
            | ["RtrInf", "AddtlInf"]
            | ["AddtlTxInf"] => {
                push_text(&mut self.text, text);
                return;
            }
            _ => return,
        };
        if field.is_empty() && !is_placeholder(text) {
            text.clone_into(field);
        }
    }

    /// The other party: the debtor of money that came in, the creditor of money that went out.
    pub(super) fn party(&self, from_debtor: bool) -> &str {
        let names = if from_debtor {
            [&self.debtor, &self.last_debtor]
        } else {
            [&self.creditor, &self.last_creditor]
        };
        let name = names.into_iter().find(|name| !name.is_empty());
        name.map(String::as_str).unwrap_or_default()
    }

    /// Its own signed amount, when it has one in the entry's currency.
    pub(super) fn amount(&self, currency: &str, entry_is_credit: bool) -> Option<Decimal> {
        let amount = read_amount(&self.amount).filter(|_| self.currency == currency)?;
        let credit = match self.sign.as_str() {
            "CRDT" => true,
            "DBIT" => false,
            _ => entry_is_credit,
        };
        Some(if credit { amount } else { -amount })
    }
}
