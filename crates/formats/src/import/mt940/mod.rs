//! SWIFT MT940 (statements) and MT942 (interim reports), as banks write them.
//!
//! The date is the entry date, else the value date; `D` and `RC` are money out. A field that can't
//! be read is reported with its line and tag. A statement that ends without a closing balance, and
//! an envelope that never closes, may have lost their end: both are said.

mod details;
mod fields;
mod movement;
mod page;

use domain::{CurrencyCode, Decimal, NaiveDate};

use super::DateOrder;
use super::error::{ReadError, RowError, RowProblem, Warning};
use super::joined::{closing_mismatch, join_accounts};
use super::layout::{Layout, Signs};
use super::statement::{Format, Row, Statement, StatementAccount, text};
use super::wording::{is_placeholder, push_text};
use details::{Details, details, numbered_lines};
use fields::{Field, Fields};
use movement::{Balance, balance, movement};

/// Reads an MT940 or MT942 file.
pub(super) fn read(bytes: &[u8]) -> Result<Statement, ReadError> {
    let (content, page) = page::decode(bytes)?;
    let mut reading = Reading {
        statement: Statement {
            format: Format::Mt940,
            layout: Layout::default(),
            accounts: Vec::new(),
            rows: Vec::new(),
            errors: Vec::new(),
            warnings: Vec::new(),
        },
        page: None,
        row: None,
        closed_pages: 0,
        unclosed: Vec::new(),
        last_page: 0,
    };
    let mut fields = Fields::new(&content);
    for field in fields.by_ref() {
        reading.take(field);
    }
    reading.close_page();
    reading.end(fields.enveloped, fields.line(), &content);
    let mut statement = reading.statement;
    if statement.accounts.is_empty() && statement.rows.is_empty() && statement.errors.is_empty() {
        return Err(ReadError::NoTransactions {
            found: "an MT940 message without a statement",
        });
    }
    statement.layout = layout(page, &statement);
    join_accounts(&mut statement);
    Ok(statement)
}

/// One statement, or one page of it.
#[derive(Debug, Default)]
struct Page {
    line: u32,
    account: String,
    opening: Option<Balance>,
    closing: Option<Balance>,
    /// The currency of an MT942's floor limit.
    floor: Option<CurrencyCode>,
    /// Its first row.
    first: usize,
}

/// A movement whose text may still come.
struct Open {
    row: Row,
    text: Details,
    /// What to say when there is no text.
    instead: String,
}

struct Reading {
    statement: Statement,
    page: Option<Page>,
    row: Option<Open>,
    closed_pages: usize,
    /// The lines of statements that have an opening balance and no closing one.
    unclosed: Vec<u32>,
    /// The line of the last statement.
    last_page: u32,
}

impl Reading {
    fn take(&mut self, field: Field<'_>) {
        match field.tag {
            "-" => self.close_page(),
            "20" | "940" | "942" => self.new_page(field.line),
            "25" | "25P" => {
                if self
                    .page
                    .as_ref()
                    .is_some_and(|page| !page.account.is_empty())
                {
                    self.new_page(field.line);
                }
                let id = field.text.trim().lines().next().unwrap_or_default().trim();
                id.chars()
                    .take(80)
                    .collect::<String>()
                    .clone_into(&mut self.page(field.line).account);
            }
            "60" | "60F" | "60M" => self.opening(field),
            "62" | "62F" | "62M" => self.closing(field),
            "34F" => {
                let code = field
                    .text
                    .trim()
                    .get(..3)
                    .and_then(|code| code.parse().ok());
                let page = self.page(field.line);
                page.floor = page.floor.or(code);
            }
            "61" => self.movement(field),
            "86" | "NS" => self.text(field),
            _ => {}
        }
    }

    fn page(&mut self, line: u32) -> &mut Page {
        let first = self.statement.rows.len();
        self.page.get_or_insert_with(|| Page {
            line,
            first,
            ..Page::default()
        })
    }

    fn new_page(&mut self, line: u32) {
        self.close_page();
        self.page(line);
    }

    /// Another statement of the same account, without a head of its own.
    fn same_account(&mut self, line: u32) {
        let known = self.page.as_ref().map(|page| page.account.clone());
        self.new_page(line);
        self.page(line).account = known.unwrap_or_default();
    }

    fn opening(&mut self, field: Field<'_>) {
        if self
            .page
            .as_ref()
            .is_some_and(|page| page.opening.is_some())
        {
            self.same_account(field.line);
        }
        match balance(field.text, field.line, field.tag) {
            Ok(found) => self.page(field.line).opening = Some(found),
            Err(error) => self.statement.errors.push(error),
        }
    }

    fn closing(&mut self, field: Field<'_>) {
        self.finish_row();
        match balance(field.text, field.line, field.tag) {
            Ok(found) => self.page(field.line).closing = Some(found),
            Err(error) => {
                self.closed_pages += 1;
                self.page(field.line).opening = None;
                self.statement.errors.push(error);
            }
        }
    }

    fn movement(&mut self, field: Field<'_>) {
        self.finish_row();
        if self.page(field.line).closing.is_some() {
            self.same_account(field.line);
        }
        let found = match movement(field.text, field.line) {
            Ok(found) => found,
            Err(error) => return self.statement.errors.push(error),
        };
        let mut row = Row::new(field.line, found.date, found.amount);
        row.pending = found.expected;
        let real = |reference: &&str| !is_placeholder(reference);
        row.bank_id = Some(found.bank_reference).filter(real).and_then(text);
        let number = found.reference.bytes().all(|byte| byte.is_ascii_digit());
        if found.kind.ends_with("CHK") && number && !is_placeholder(found.reference) {
            row.set_check_number(text(found.reference));
        }
        let mut instead = String::new();
        for words in [found.supplement, found.reference, found.bank_reference] {
            if instead.is_empty() || words == found.bank_reference {
                push_text(&mut instead, Some(words).filter(real).unwrap_or_default());
            }
        }
        self.row = Some(Open {
            row,
            text: Details::default(),
            instead,
        });
    }

    fn text(&mut self, field: Field<'_>) {
        if self
            .page
            .as_ref()
            .is_some_and(|page| page.closing.is_some())
        {
            return;
        }
        let Some(open) = &mut self.row else {
            return;
        };
        let found = if field.tag == "NS" {
            numbered_lines(field.text)
        } else {
            details(field.text)
        };
        push_text(&mut open.text.memo, &found.memo);
        if open.text.payee.is_empty() {
            open.text.payee = found.payee;
        }
    }

    fn finish_row(&mut self) {
        let Some(Open {
            mut row,
            text: said,
            instead,
        }) = self.row.take()
        else {
            return;
        };
        row.payee = text(&said.payee);
        let silent = said.memo.is_empty();
        row.memo = text(if silent { &instead } else { &said.memo });
        self.statement.rows.push(row);
    }

    fn close_page(&mut self) {
        self.finish_row();
        let Some(page) = self.page.take() else {
            return;
        };
        self.last_page = page.line;
        let currency = [&page.opening, &page.closing]
            .into_iter()
            .find_map(|balance| balance.as_ref()?.currency)
            .or(page.floor);
        match (&page.opening, &page.closing) {
            (Some(_), None) => self.unclosed.push(page.line),
            (_, Some(_)) => self.closed_pages += 1,
            (None, None) => {}
        }
        let named = !page.account.is_empty() || page.opening.is_some() || page.closing.is_some();
        let account = u32::try_from(self.statement.accounts.len()).ok();
        for row in &mut self.statement.rows[page.first..] {
            row.account = account.filter(|_| named);
            row.currency = currency;
        }
        if !named {
            return;
        }
        let amount = |balance: &Option<Balance>| balance.as_ref().map(|found| found.amount);
        let (opening, closing) = (amount(&page.opening), amount(&page.closing));
        if let (Some(opening), Some(closing)) = (opening, closing) {
            self.check(page.first, opening, closing);
        }
        self.statement.accounts.push(StatementAccount {
            id: page.account,
            kind: Some("bank".to_owned()),
            currency,
            opening,
            closing,
            closing_date: page
                .closing
                .map(|found: Balance| -> NaiveDate { found.date }),
        });
    }

    fn check(&mut self, first: usize, opening: Decimal, closing: Decimal) {
        let rows = self.statement.rows[first..].iter();
        let warning = closing_mismatch(opening, rows.filter(|row| !row.pending), closing);
        self.statement.warnings.extend(warning);
    }

    /// Says what may be missing at the end.
    fn end(&mut self, enveloped: bool, line: u32, content: &str) {
        let open_end = self.unclosed.last() == Some(&self.last_page) && self.closed_pages > 0;
        if enveloped || open_end {
            let last = content.lines().next_back().unwrap_or_default();
            let error = RowError::new(line, None, last, RowProblem::Truncated);
            self.statement.errors.push(error);
            self.unclosed.retain(|line| *line != self.last_page);
        }
        for line in std::mem::take(&mut self.unclosed) {
            self.statement.warnings.push(Warning::NoClosing { line });
        }
    }
}

fn layout(page: &str, statement: &Statement) -> Layout {
    let currency = statement.rows.first().and_then(|row| row.currency);
    let one = statement.rows.iter().all(|row| row.currency == currency);
    Layout {
        encoding: page.to_owned(),
        date_order: Some(DateOrder::Ymd),
        date_format: Some("YYMMDD".to_owned()),
        decimal: Some(','),
        number_format: Some("1234,56".to_owned()),
        signs: Some(Signs::Word),
        currency: currency.filter(|_| one),
        ..Layout::default()
    }
}
