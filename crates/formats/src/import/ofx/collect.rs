//! Tokens become statements with raw records: the aggregates of OFX 1.6 and 2.3 that carry money.
//!
//! Only known aggregates are nested; everything else is a value. So unclosed, empty and wrongly
//! closed tags can't lead astray, and the depth is bounded by the number of known aggregates.

use super::token::{Token, Tokens};
use crate::import::error::shorten;

/// The aggregates that matter.
#[rustfmt::skip]
const AGGREGATES: &[&str] = &[
    "SONRS", "STATUS", "STMTTRNRS", "CCSTMTTRNRS", "INVSTMTTRNRS", "STMTRS", "CCSTMTRS",
    "INVSTMTRS", "BANKTRANLIST", "BANKTRANLISTP", "INVTRANLIST", "INVBANKTRAN", "STMTTRN",
    "STMTTRNP", "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "BANKACCTTO", "CCACCTTO", "LEDGERBAL",
    "AVAILBAL", "BALLIST", "BAL", "INVBAL", "PAYEE", "CURRENCY", "ORIGCURRENCY", "ACCTINFO", "OFX",
];

/// Investment records, which are counted and not read.
#[rustfmt::skip]
const TRADES: &[&str] = &[
    "BUYDEBT", "BUYMF", "BUYOPT", "BUYOTHER", "BUYSTOCK", "CLOSUREOPT", "INCOME", "INVEXPENSE",
    "JRNLFUND", "JRNLSEC", "MARGININTEREST", "REINVEST", "RETOFCAP", "SELLDEBT", "SELLMF",
    "SELLOPT", "SELLOTHER", "SELLSTOCK", "SPLIT", "TRANSFER",
];

const MAX_DEPTH: usize = 32;

/// One transaction as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    pub(super) line: u32,
    pub(super) account: u32,
    pub(super) date: String,
    pub(super) amount: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) payee_name: String,
    pub(super) memo: String,
    pub(super) check_number: String,
    /// `DEBIT`, `CREDIT`, `POS`, …
    pub(super) kind: String,
    pub(super) currency: String,
    pub(super) pending: bool,
}

/// One statement's account as written.
#[derive(Clone, Debug, Default)]
pub(super) struct RawAccount {
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) currency: String,
    pub(super) balance: String,
    pub(super) balance_date: String,
}

/// Everything found in a file.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) accounts: Vec<RawAccount>,
    pub(super) records: Vec<Record>,
    /// Code and message of the first status that is an error.
    pub(super) failure: Option<(String, String)>,
    pub(super) lists_accounts: bool,
    pub(super) trades: u32,
}

/// Reads all tokens.
pub(super) fn collect(text: &str) -> Collected {
    let mut collector = Collector::default();
    for token in Tokens::new(text) {
        match token {
            Token::Open { tag, value, line } => {
                collector.open(&tag.to_ascii_uppercase(), &value, line);
            }
            Token::Close { tag } => collector.close(&tag.to_ascii_uppercase()),
        }
    }
    collector.finish_record();
    collector.finish_status();
    collector.found
}

#[derive(Debug, Default)]
struct Collector {
    stack: Vec<&'static str>,
    found: Collected,
    record: Option<Record>,
    /// Code, severity and message of the status being read.
    status: Option<[String; 3]>,
}

impl Collector {
    fn open(&mut self, tag: &str, value: &str, line: u32) {
        if let Some(known) = AGGREGATES.iter().find(|known| **known == tag) {
            // A value named like an aggregate: `<CURRENCY>EUR`.
            if !value.is_empty() && matches!(*known, "CURRENCY" | "PAYEE") {
                self.value(tag, value);
                return;
            }
            self.enter(known, line);
        } else if TRADES.contains(&tag) && self.is_in("INVTRANLIST") {
            self.found.trades += 1;
        } else {
            self.value(tag, value);
        }
    }

    fn enter(&mut self, tag: &'static str, line: u32) {
        match tag {
            "STMTTRN" | "STMTTRNP" => {
                self.finish_record();
                let account =
                    u32::try_from(self.found.accounts.len().saturating_sub(1)).unwrap_or(0);
                self.record = Some(Record {
                    line,
                    account,
                    pending: tag == "STMTTRNP",
                    ..Record::default()
                });
            }
            "STATUS" => {
                self.finish_status();
                self.status = Some(Default::default());
            }
            "STMTRS" => self.enter_statement("bank"),
            "CCSTMTRS" => self.enter_statement("creditcard"),
            "INVSTMTRS" => self.enter_statement("investment"),
            "ACCTINFO" => self.found.lists_accounts = true,
            "OFX" => self.stack.clear(),
            _ => {}
        }
        // An aggregate that was never closed ends where the next of its kind begins.
        if let Some(at) = self.stack.iter().position(|open| *open == tag) {
            self.stack.truncate(at);
        }
        if self.stack.len() < MAX_DEPTH {
            self.stack.push(tag);
        }
    }

    fn enter_statement(&mut self, kind: &'static str) {
        self.finish_record();
        self.found.accounts.push(RawAccount {
            kind,
            ..RawAccount::default()
        });
    }

    fn close(&mut self, tag: &str) {
        if matches!(
            tag,
            "STMTTRN" | "STMTTRNP" | "BANKTRANLIST" | "STMTRS" | "CCSTMTRS" | "INVSTMTRS" | "OFX"
        ) {
            self.finish_record();
        }
        if tag == "STATUS" {
            self.finish_status();
        }
        if let Some(at) = self.stack.iter().rposition(|open| *open == tag) {
            self.stack.truncate(at);
        }
    }

    fn is_in(&self, tag: &str) -> bool {
        self.stack.contains(&tag)
    }

    fn value(&mut self, tag: &str, value: &str) {
        let inside = self.stack.last().copied().unwrap_or_default();
        if let ("STATUS", Some(status)) = (inside, &mut self.status) {
            match tag {
                "CODE" => value.clone_into(&mut status[0]),
                "SEVERITY" => value.clone_into(&mut status[1]),
                "MESSAGE" => status[2] = shorten(value, 300),
                _ => {}
            }
        } else if self.record.is_some() {
            self.record_value(inside, tag, value);
        } else {
            self.account_value(inside, tag, value);
        }
    }

    fn record_value(&mut self, inside: &str, tag: &str, value: &str) {
        let Some(record) = &mut self.record else {
            return;
        };
        let field = match (inside, tag) {
            ("BANKACCTTO" | "CCACCTTO" | "ORIGCURRENCY", _) => return,
            ("PAYEE", "NAME") | (_, "PAYEE") => &mut record.payee_name,
            ("CURRENCY", "CURSYM") | (_, "CURRENCY") => &mut record.currency,
            (_, "DTPOSTED" | "DTTRAN") => &mut record.date,
            (_, "TRNTYPE") => &mut record.kind,
            (_, "TRNAMT") => &mut record.amount,
            (_, "FITID") => &mut record.id,
            (_, "NAME") => &mut record.name,
            (_, "MEMO") => &mut record.memo,
            (_, "CHECKNUM") => &mut record.check_number,
            _ => return,
        };
        if field.is_empty() {
            value.clone_into(field);
        }
    }

    fn account_value(&mut self, inside: &str, tag: &str, value: &str) {
        if self.is_in("ACCTINFO") {
            return;
        }
        let Some(account) = self.found.accounts.last_mut() else {
            return;
        };
        let field = match (inside, tag) {
            ("BANKACCTFROM" | "CCACCTFROM" | "INVACCTFROM", "ACCTID") => &mut account.id,
            (_, "CURDEF") => &mut account.currency,
            ("LEDGERBAL", "BALAMT") => &mut account.balance,
            ("LEDGERBAL", "DTASOF") => &mut account.balance_date,
            _ => return,
        };
        if field.is_empty() {
            value.clone_into(field);
        }
    }

    fn finish_record(&mut self) {
        let Some(record) = self.record.take() else {
            return;
        };
        if self.found.accounts.is_empty() {
            // A list of transactions without its statement: still someone's rows.
            self.found.accounts.push(RawAccount {
                kind: "bank",
                ..RawAccount::default()
            });
        }
        self.found.records.push(record);
    }

    fn finish_status(&mut self) {
        if let Some([code, severity, message]) = self.status.take()
            && severity.eq_ignore_ascii_case("ERROR")
        {
            self.found.failure.get_or_insert((code, message));
        }
    }
}
