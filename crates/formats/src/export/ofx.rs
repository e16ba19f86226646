//! OFX 2.2 (XML), one statement for each asset or liability account.
//!
//! A statement has one entry for each posting in the account; its bank id is the transaction's id.
//! A liability is a statement of a credit line, so that accounts may come in any order. OFX gives
//! a name 32 characters and a memo 255; longer ones are cut. Categories, tags and metadata have no
//! place here.

use std::io::Write;

use domain::account::AccountKind;
use domain::{NaiveDate, Posting, Transaction};
use quick_xml::escape::escape;

use crate::book::{BookHead, BookWriter, Names, Statement, WriteError};

const PREAMBLE: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n",
    "<?OFX OFXHEADER=\"200\" VERSION=\"220\" SECURITY=\"NONE\" OLDFILEUID=\"NONE\"",
    " NEWFILEUID=\"NONE\"?>\n",
);
const MAX_NAME: usize = 32;
const MAX_MEMO: usize = 255;

/// Writes an OFX file.
#[derive(Debug)]
pub struct OfxWriter<W> {
    out: W,
    today: NaiveDate,
    statement: Option<Statement>,
}

impl<W: Write> OfxWriter<W> {
    /// Writes to `out`, which should be buffered; the file says that it was made on `today`.
    pub const fn new(today: NaiveDate, out: W) -> Self {
        Self {
            out,
            today,
            statement: None,
        }
    }

    fn entry(
        &mut self,
        payee: Option<&str>,
        transaction: &Transaction,
        posting: &Posting,
        number: usize,
    ) -> Result<(), WriteError> {
        let kind = match posting.amount.minor {
            0 => "OTHER",
            1.. => "CREDIT",
            _ => "DEBIT",
        };
        writeln!(self.out, "<STMTTRN><TRNTYPE>{kind}</TRNTYPE>")?;
        writeln!(self.out, "<DTPOSTED>{}</DTPOSTED>", day(transaction.date))?;
        writeln!(self.out, "<TRNAMT>{}</TRNAMT>", posting.amount.digits())?;
        write!(self.out, "<FITID>{}", transaction.id)?;
        if number > 1 {
            write!(self.out, ".{number}")?;
        }
        writeln!(self.out, "</FITID>")?;
        if let Some(payee) = payee {
            self.text("NAME", payee, MAX_NAME)?;
        }
        self.text(
            "MEMO",
            posting.memo.as_deref().unwrap_or(&transaction.memo),
            MAX_MEMO,
        )?;
        Ok(writeln!(self.out, "</STMTTRN>")?)
    }

    /// Writes an element, unless its text is empty.
    fn text(&mut self, element: &str, text: &str, most: usize) -> Result<(), WriteError> {
        let text: String = text.chars().filter(|&c| is_xml(c)).take(most).collect();
        if text.is_empty() {
            return Ok(());
        }
        let escaped = escape(text.as_str());
        Ok(writeln!(self.out, "<{element}>{escaped}</{element}>")?)
    }

    fn end_account(&mut self) -> Result<(), WriteError> {
        let Some(statement) = self.statement.take() else {
            return Ok(());
        };
        let balance = statement.balance.digits();
        let day = day(statement.to);
        Ok(writeln!(
            self.out,
            "</BANKTRANLIST>\n<LEDGERBAL><BALAMT>{balance}</BALAMT><DTASOF>{day}</DTASOF></LEDGERBAL>\n\
             </STMTRS></STMTTRNRS>"
        )?)
    }
}

fn day(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}

/// The characters that XML 1.0 allows.
const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | ' '..='\u{FFFD}' | '\u{10000}'..) && !matches!(c, '\u{7F}'..='\u{9F}')
}

impl<W: Write> BookWriter for OfxWriter<W> {
    fn begin(&mut self, _: &BookHead) -> Result<(), WriteError> {
        let today = day(self.today);
        Ok(write!(
            self.out,
            "{PREAMBLE}<OFX>\n<SIGNONMSGSRSV1><SONRS>\n\
             <STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>\n\
             <DTSERVER>{today}</DTSERVER><LANGUAGE>ENG</LANGUAGE>\n\
             </SONRS></SIGNONMSGSRSV1>\n<BANKMSGSRSV1>\n"
        )?)
    }

    fn begin_account(&mut self, head: &BookHead, statement: &Statement) -> Result<(), WriteError> {
        self.end_account()?;
        let kind = match head.account(statement.account)?.kind {
            AccountKind::Liability => "CREDITLINE",
            _ => "CHECKING",
        };
        let currency = statement.balance.currency.code;
        writeln!(
            self.out,
            "<STMTTRNRS><TRNUID>0</TRNUID>\n\
             <STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>\n\
             <STMTRS><CURDEF>{currency}</CURDEF>\n\
             <BANKACCTFROM><BANKID>LUKALIBRE</BANKID><ACCTID>{}</ACCTID>\
             <ACCTTYPE>{kind}</ACCTTYPE></BANKACCTFROM>\n\
             <BANKTRANLIST><DTSTART>{}</DTSTART><DTEND>{}</DTEND>",
            statement.account,
            day(statement.from),
            day(statement.to),
        )?;
        self.statement = Some(*statement);
        Ok(())
    }

    fn transaction(
        &mut self,
        head: &BookHead,
        transaction: &Transaction,
    ) -> Result<(), WriteError> {
        let statement = self.statement.ok_or(WriteError::OutOfOrder)?;
        let payee = head.payee_of(transaction)?;
        let postings = transaction.postings.iter();
        let own = postings.filter(|posting| posting.account == statement.account);
        for (number, posting) in (1..).zip(own) {
            if posting.amount.currency != statement.balance.currency {
                return Err(WriteError::MixedCurrencies(statement.account));
            }
            self.entry(payee, transaction, posting, number)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), WriteError> {
        self.end_account()?;
        writeln!(self.out, "</BANKMSGSRSV1>\n</OFX>")?;
        Ok(self.out.flush()?)
    }
}
