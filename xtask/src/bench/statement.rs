//! Made-up bank statements, the same on every machine.
//!
//! Amounts are whole pesos and dates ISO, so that no row has two readings. Some rows are equal to
//! others of the same day, as in life: a duplicate check that drops them is caught by the count.

/// Rows per day of the long statement: 100,000 rows are three years.
const ROWS_PER_DAY: u32 = 91;

const PAYEES: [&str; 8] = [
    "SUPERMERCADO LIDER",
    "METRO SANTIAGO",
    "FARMACIA CRUZ VERDE",
    "COPEC AV PROVIDENCIA",
    "CAFE ALTURA",
    "ENEL DISTRIBUCION",
    "LIBRERIA ANTARTICA",
    "TRANSFERENCIA A TERCEROS",
];

/// Conditions of rules: most rows fit one, some none.
pub(crate) const RULES: [&str; 10] = [
    "payee:lider",
    "payee:metro",
    "payee:farmacia",
    "payee:/copec.*(1|2)/",
    "payee:cafe",
    "payee:enel",
    "memo:nothing",
    "amt:>89000",
    "payee:/^libreria/",
    "day:31",
];

/// The formats in which banks write one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Csv,
    Ofx,
    Mt940,
    Camt,
}

impl Form {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Csv, Self::Ofx, Self::Mt940, Self::Camt];

    /// The name, which is the file's ending as well.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ofx => "ofx",
            Self::Mt940 => "mt940",
            Self::Camt => "camt",
        }
    }

    /// The rows `from..to` of one endless statement.
    pub(crate) fn write(self, from: u32, to: u32) -> String {
        let rows: String = (from..to)
            .map(|number| self.row(&Row::of(number)))
            .collect();
        match self {
            Self::Csv => format!("Date,Description,Amount\n{rows}"),
            Self::Ofx => format!(
                "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>\
                 <CURDEF>CLP<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>\n{rows}\
                 </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
            ),
            Self::Mt940 => {
                let total: u64 = (from..to)
                    .map(|number| u64::from(Row::of(number).amount))
                    .sum();
                format!(
                    ":20:1\n:25:1\n:28C:1/1\n:60F:C220101CLP{total},\n{rows}:62F:C241231CLP0,\n-\n"
                )
            }
            Self::Camt => format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                 <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\
                 <BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>1</Id></Othr></Id><Ccy>CLP</Ccy></Acct>\n\
                 {rows}</Stmt></BkToCstmrStmt></Document>\n"
            ),
        }
    }

    fn row(self, row: &Row) -> String {
        let Row {
            number,
            date: (year, month, day),
            text,
            amount,
        } = row;
        match self {
            Self::Csv => format!("{year}-{month:02}-{day:02},{text},-{amount}\n"),
            Self::Ofx => format!(
                "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{year}{month:02}{day:02}<TRNAMT>-{amount}\
                 <FITID>{number}<NAME>{text}</STMTTRN>\n"
            ),
            Self::Mt940 => format!(
                ":61:{:02}{month:02}{day:02}{month:02}{day:02}D{amount},NTRFNONREF//{number}\n\
                 :86:{text}\n",
                year % 100
            ),
            Self::Camt => format!(
                "<Ntry><Amt Ccy=\"CLP\">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>\
                 <BookgDt><Dt>{year}-{month:02}-{day:02}</Dt></BookgDt>\
                 <AcctSvcrRef>{number}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>{text}</Ustrd>\
                 </RmtInf></TxDtls></NtryDtls></Ntry>\n"
            ),
        }
    }
}

/// One row, before it is written.
struct Row {
    number: u32,
    date: (u32, u32, u32),
    text: String,
    amount: u32,
}

impl Row {
    fn of(number: u32) -> Self {
        let random = mix(number);
        let payee = PAYEES[(random % 8) as usize];
        Self {
            number,
            date: date(number / ROWS_PER_DAY),
            text: format!("{payee} {:02}", random / 8192 % 40),
            amount: 100 * (1 + random / 8 % 900),
        }
    }
}

/// Scatters a number's bits (the finalizer of Murmur3).
const fn mix(number: u32) -> u32 {
    let mut x = number.wrapping_add(0x9e37_79b9);
    x = (x ^ (x >> 16)).wrapping_mul(0x85eb_ca6b);
    x = (x ^ (x >> 13)).wrapping_mul(0xc2b2_ae35);
    x ^ (x >> 16)
}

/// The day that is so many days after 2022-01-01.
fn date(days: u32) -> (u32, u32, u32) {
    let (mut year, mut month, mut left) = (2022, 1, days);
    loop {
        let length = days_in(year, month);
        if left < length {
            return (year, month, left + 1);
        }
        left -= length;
        month += 1;
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
}

const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, date};
    use std::collections::BTreeSet;

    fn csv(from: u32, to: u32) -> String {
        Form::Csv.write(from, to)
    }

    #[test]
    fn dates_are_real() {
        assert_eq!(date(0), (2022, 1, 1));
        assert_eq!(date(365), (2023, 1, 1));
        assert_eq!(date(365 * 2 + 59), (2024, 2, 29));
        assert_eq!(date(365 * 2 + 60), (2024, 3, 1));
    }

    #[test]
    fn a_part_is_a_part_of_the_whole() {
        let whole = csv(0, 500);
        let part = csv(490, 500);
        let last: Vec<_> = whole.lines().rev().take(10).collect();
        assert_eq!(part.lines().skip(1).count(), 10);
        assert!(part.lines().skip(1).all(|line| last.contains(&line)));
    }

    #[test]
    fn some_rows_of_a_day_are_equal() {
        let text = csv(0, 100_000);
        let rows: Vec<_> = text.lines().skip(1).collect();
        let distinct: BTreeSet<_> = rows.iter().collect();
        assert_eq!(rows.len(), 100_000);
        assert!(distinct.len() < rows.len());
    }
}
