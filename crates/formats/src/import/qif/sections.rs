//! QIF cut into records: sections, accounts and the one-letter fields between `^` lines.

/// One transaction as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Record<'a> {
    pub(super) line: u32,
    pub(super) account: Option<u32>,
    pub(super) date: &'a str,
    pub(super) amount: &'a str,
    pub(super) number: &'a str,
    pub(super) payee: &'a str,
    pub(super) memo: &'a str,
    pub(super) category: &'a str,
    pub(super) splits: Vec<RawSplit<'a>>,
    filled: bool,
}

/// One part of a split as written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RawSplit<'a> {
    pub(super) category: &'a str,
    pub(super) memo: &'a str,
    pub(super) amount: &'a str,
}

/// An account as written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RawAccount<'a> {
    pub(super) name: &'a str,
    pub(super) kind: &'a str,
    pub(super) balance: &'a str,
    pub(super) balance_date: &'a str,
}

/// Everything found in a file.
#[derive(Debug, Default)]
pub(super) struct Collected<'a> {
    pub(super) records: Vec<Record<'a>>,
    pub(super) accounts: Vec<RawAccount<'a>>,
    pub(super) investments: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Section {
    Transactions,
    Accounts,
    Investments,
    #[default]
    Lists,
}

/// Reads all lines.
pub(super) fn collect(text: &str) -> Collected<'_> {
    let mut collector = Collector::default();
    let mut line = 0;
    let mut rest = text;
    while !rest.is_empty() {
        line += 1;
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        collector.line(rest[..end].trim(), line);
        let crlf = rest[end..].starts_with("\r\n");
        rest = rest.get(end + 1 + usize::from(crlf)..).unwrap_or_default();
    }
    collector.end_record();
    collector.found
}

#[derive(Debug, Default)]
struct Collector<'a> {
    section: Section,
    found: Collected<'a>,
    record: Record<'a>,
    account: RawAccount<'a>,
    /// The account that the next transactions belong to.
    current: Option<u32>,
}

impl<'a> Collector<'a> {
    fn line(&mut self, line: &'a str, number: u32) {
        if line.is_empty() {
            return;
        }
        if let Some(header) = line.strip_prefix('!') {
            self.end_record();
            self.header(header);
            return;
        }
        if line == "^" {
            self.end_record();
            return;
        }
        let Some(code) = line.chars().next() else {
            return;
        };
        let value = line[code.len_utf8()..].trim();
        match self.section {
            Section::Transactions => self.field(code, value, number),
            Section::Accounts => self.account_field(code, value),
            Section::Investments => self.record.filled = true,
            Section::Lists => {}
        }
    }

    fn header(&mut self, header: &str) {
        let header = header.trim().to_ascii_lowercase();
        self.section = match header.strip_prefix("type:").map(str::trim) {
            Some("bank" | "cash" | "ccard" | "oth a" | "oth l" | "invoice") => {
                Section::Transactions
            }
            Some("invst" | "port") => Section::Investments,
            Some(_) => Section::Lists,
            None if header.starts_with("account") => Section::Accounts,
            None => {
                // `!Option:AutoSwitch` and `!Clear:AutoSwitch` surround a list of accounts.
                self.current = None;
                self.section
            }
        };
    }

    fn field(&mut self, code: char, value: &'a str, line: u32) {
        let record = &mut self.record;
        if !record.filled {
            record.line = line;
            record.filled = true;
        }
        if matches!(code, 'E' | '$') && record.splits.is_empty() {
            record.splits.push(RawSplit::default());
        }
        let field = match code {
            // A date inside of a split is not the record's.
            'D' => &mut record.date,
            'T' => &mut record.amount,
            'U' if record.amount.is_empty() => &mut record.amount,
            'N' => &mut record.number,
            'P' => &mut record.payee,
            'M' => &mut record.memo,
            'L' => &mut record.category,
            'S' => {
                record.splits.push(RawSplit {
                    category: value,
                    ..RawSplit::default()
                });
                return;
            }
            'E' | '$' => {
                let Some(split) = record.splits.last_mut() else {
                    return;
                };
                if code == 'E' {
                    &mut split.memo
                } else {
                    &mut split.amount
                }
            }
            _ => return,
        };
        if field.is_empty() {
            *field = value;
        }
    }

    fn account_field(&mut self, code: char, value: &'a str) {
        match code {
            'N' => self.account.name = value,
            'T' => self.account.kind = value,
            '$' => self.account.balance = value,
            '/' => self.account.balance_date = value,
            _ => {}
        }
    }

    fn end_record(&mut self) {
        let record = std::mem::take(&mut self.record);
        match self.section {
            Section::Transactions if record.filled => {
                self.found.records.push(Record {
                    account: self.current,
                    ..record
                });
            }
            Section::Investments if record.filled => self.found.investments += 1,
            Section::Accounts => self.end_account(),
            _ => {}
        }
    }

    fn end_account(&mut self) {
        let account = std::mem::take(&mut self.account);
        if account.name.is_empty() {
            return;
        }
        let known = self
            .found
            .accounts
            .iter()
            .position(|known| known.name == account.name);
        let at = known.unwrap_or(self.found.accounts.len());
        if known.is_none() {
            self.found.accounts.push(account);
        }
        self.current = u32::try_from(at).ok();
    }
}
