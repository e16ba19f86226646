//! One booked entry (`Ntry`): its amount is the row's, whatever its parts are.
//!
//! `CdtDbtInd` is the direction of the entry itself, also of a reversal: the standard says that
//! of a reversal marked CRDT the *original* was a debit. So the sign never turns; the parties of
//! a reversal are those of the original, so the other party does.

use chrono::NaiveDate;
use domain::{CurrencyCode, Decimal};

use super::detail::Detail;
use super::{read_amount, read_date};
use crate::import::error::{RowError, RowProblem};
use crate::import::statement::{Row, Split, text};
use crate::import::wording::{is_placeholder, push_text};

/// Of a batch at most so many parts are read; of more only the entry itself.
const MAX_PARTS: usize = 200;

/// An entry as written.
#[derive(Debug, Default)]
pub(super) struct Entry {
    line: u32,
    amount: String,
    currency: String,
    sign: String,
    reversal: bool,
    status: String,
    booked: String,
    valued: String,
    service_ref: String,
    own_ref: String,
    info: String,
    details: Vec<Detail>,
    parts: usize,
}

impl Entry {
    pub(super) fn new(line: u32) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// An element below `Ntry` opens.
    pub(super) fn open(&mut self, path: &[&str]) {
        if let ["NtryDtls", "TxDtls"] | ["TxDtls"] = path {
            self.parts += 1;
            if self.parts <= MAX_PARTS {
                self.details.push(Detail::default());
            }
        }
    }

    /// Takes a value; the path begins below `Ntry`.
    pub(super) fn value(&mut self, path: &[&str], text: &str, currency: &str) {
        let field = match path {
            ["NtryDtls", "TxDtls", rest @ ..] | ["TxDtls", rest @ ..] => {
                if let Some(detail) = self.details.last_mut().filter(|_| self.parts <= MAX_PARTS) {
                    detail.value(rest, text, currency);
                }
                return;
            }
            ["Amt"] => {
                if self.amount.is_empty() {
                    currency.clone_into(&mut self.currency);
                }
                &mut self.amount
            }
            ["CdtDbtInd"] => &mut self.sign,
            ["RvslInd"] => {
                self.reversal = matches!(text, "true" | "1" | "TRUE" | "True");
                return;
            }
            ["Sts"] | ["Sts", "Cd" | "Prtry"] => &mut self.status,
            ["BookgDt", "Dt" | "DtTm"] => &mut self.booked,
            ["ValDt", "Dt" | "DtTm"] => &mut self.valued,
            ["AcctSvcrRef"] => &mut self.service_ref,
            ["NtryRef"] => &mut self.own_ref,
            ["AddtlNtryInf"] => {
                push_text(&mut self.info, text);
                return;
            }
            _ => return,
        };
        if field.is_empty() {
            text.clone_into(field);
        }
    }

    /// The status of an entry that tells something and books nothing.
    pub(super) fn not_booked(&self) -> Option<&str> {
        ["INFO", "RJCT", "CANC"]
            .contains(&self.status.as_str())
            .then_some(&self.status)
    }

    /// The bank's name of the entry in its statement, when it has one.
    pub(super) fn own_ref(&self) -> &str {
        &self.own_ref
    }

    /// Makes a row of it. `is_unique` tells whether no other entry has the same `NtryRef`.
    pub(super) fn row(
        &self,
        account: Option<CurrencyCode>,
        is_unique: bool,
    ) -> Result<Row, RowError> {
        let (date, amount) = (self.date()?, self.amount()?);
        let credit = self.sign == "CRDT";
        let mut row = Row::new(self.line, date, amount);
        row.currency = self.currency.parse().ok().or(account);
        row.pending = ["PDNG", "FUTR"].contains(&self.status.as_str());
        row.bank_id = text(self.identity(is_unique));
        // The parties of a reversal are those of what it takes back.
        let party = self.party(credit != self.reversal);
        row.payee = text(party.unwrap_or(&self.info));
        row.memo = text(&self.memo(party.is_some(), credit != self.reversal));
        if let [detail] = &self.details[..] {
            row.set_check_number(text(&detail.cheque));
        }
        let splits = self.splits(amount, credit);
        if !splits.is_empty() {
            row.extra_mut().splits = splits;
        }
        Ok(row)
    }

    fn error(&self, field: &str, written: &str, missing: RowProblem, bad: RowProblem) -> RowError {
        let problem = if written.is_empty() { missing } else { bad };
        RowError::new(self.line, Some(field), written, problem)
    }

    fn date(&self) -> Result<NaiveDate, RowError> {
        let (field, written) = if self.booked.is_empty() && !self.valued.is_empty() {
            ("ValDt", &self.valued)
        } else {
            ("BookgDt", &self.booked)
        };
        read_date(written)
            .ok_or_else(|| self.error(field, written, RowProblem::MissingDate, RowProblem::BadDate))
    }

    fn amount(&self) -> Result<Decimal, RowError> {
        let amount = read_amount(&self.amount).ok_or_else(|| {
            let (missing, bad) = (RowProblem::MissingAmount, RowProblem::BadAmount);
            self.error("Amt", &self.amount, missing, bad)
        })?;
        match self.sign.as_str() {
            "CRDT" => Ok(amount),
            "DBIT" if amount.is_zero() => Ok(amount),
            "DBIT" => Ok(-amount),
            other => Err(self.error("CdtDbtInd", other, RowProblem::BadSign, RowProblem::BadSign)),
        }
    }

    /// The bank's reference; else what the payer called the payment, which stays the same from
    /// one export to the next. A number in its statement does not: it is taken only when it is no
    /// mere count and no other entry has it (Swiss banks write the account there).
    fn identity(&self, is_unique: bool) -> &str {
        let only = match &self.details[..] {
            [detail] if self.parts == 1 => Some(detail),
            _ => None,
        };
        let own = Some(self.service_ref.as_str());
        let of_detail = only.map(|detail| detail.service_ref.as_str());
        let named = only.map(|detail| detail.end_to_end.as_str());
        let counted = self.own_ref.len() < 8;
        let entry = (is_unique && !counted).then_some(self.own_ref.as_str());
        let all = [own, of_detail, entry, named];
        let real = |id: &&str| !id.is_empty() && !is_placeholder(id);
        all.into_iter().flatten().find(real).unwrap_or_default()
    }

    /// The other party, when all parts have the same.
    fn party(&self, from_debtor: bool) -> Option<&str> {
        let mut names = self.details.iter().map(|detail| detail.party(from_debtor));
        let first = names.next().filter(|name| !name.is_empty())?;
        (self.parts <= MAX_PARTS && names.all(|name| name == first)).then_some(first)
    }

    fn memo(&self, has_party: bool, from_debtor: bool) -> String {
        let mut memo = String::new();
        for detail in &self.details {
            if self.parts > 1 && !has_party {
                push_text(&mut memo, detail.party(from_debtor));
            }
            push_text(&mut memo, &detail.text);
        }
        if has_party && !memo.contains(&self.info) {
            push_text(&mut memo, &self.info);
        }
        memo
    }

    /// The parts of a batch, when they truly are its amount: charges and other currencies are not
    /// made up for.
    fn splits(&self, amount: Decimal, credit: bool) -> Vec<Split> {
        if self.parts < 2 || self.parts > MAX_PARTS {
            return Vec::new();
        }
        let mut splits = Vec::with_capacity(self.details.len());
        for detail in &self.details {
            let Some(part) = detail.amount(&self.currency, credit) else {
                return Vec::new();
            };
            let mut memo = detail.party(credit != self.reversal).to_owned();
            push_text(&mut memo, &detail.text);
            splits.push(Split {
                amount: part,
                category: None,
                transfer_account: None,
                memo: text(&memo),
            });
        }
        let sum = splits
            .iter()
            .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.amount));
        if sum == Some(amount) {
            splits
        } else {
            Vec::new()
        }
    }
}
