//! Firefly III: each row says from where to where; the rows of a group are one transaction.

use domain::{AccountKind, Decimal};

use super::super::BookHints;
use super::deals::Deals;
use super::{
    Cells, Deal, Mark, Other, Part, Read, Sheet, SheetRow, Status, Wrong, each, said, tags,
};

/// The columns that are read.
struct Columns {
    date: Option<usize>,
    amount: Option<usize>,
    currency: Option<usize>,
    abroad: Option<usize>,
    currency_abroad: Option<usize>,
    group: Option<usize>,
    title: Option<usize>,
    what: Option<usize>,
    /// Name and type.
    source: [Option<usize>; 2],
    destination: [Option<usize>; 2],
    category: Option<usize>,
    notes: Option<usize>,
    labels: Option<usize>,
    reconciled: Option<usize>,
    /// Kept as metadata.
    extra: [(&'static str, Option<usize>); 2],
}

impl Columns {
    fn of(sheet: &Sheet<'_>) -> Self {
        let column = |name: &str| sheet.column(&[name]);
        Self {
            date: column("date"),
            amount: column("amount"),
            currency: column("currency_code"),
            abroad: column("foreign_amount"),
            currency_abroad: column("foreign_currency_code"),
            group: column("group_id"),
            title: column("group_title"),
            what: column("description"),
            source: [column("source_name"), column("source_type")],
            destination: [column("destination_name"), column("destination_type")],
            category: column("category"),
            notes: column("notes"),
            labels: column("tags"),
            reconciled: column("reconciled"),
            extra: ["budget", "bill"].map(|name| (name, column(name))),
        }
    }
}

/// The kind of an account of one's own; none for the other ends of payments.
fn kind(word: &str) -> Option<AccountKind> {
    match word.trim().to_lowercase().as_str() {
        "asset account" | "default account" | "asset" => Some(AccountKind::Asset),
        "loan" | "debt" | "mortgage" | "liability credit account" | "liability" => {
            Some(AccountKind::Liability)
        }
        _ => None,
    }
}

/// Where the money of a row came from and went to, seen from an account of one's own.
struct Ends<'r> {
    own: &'r str,
    away: &'r str,
    out: bool,
    transfer: bool,
    types: [String; 2],
    kinds: [(&'r str, Option<AccountKind>); 2],
}

impl<'r> Ends<'r> {
    fn of(row: &'r SheetRow<'_>, columns: &Columns) -> Self {
        let (from, to) = (
            row.cell(columns.source[0]),
            row.cell(columns.destination[0]),
        );
        let types = [columns.source[1], columns.destination[1]];
        let types = types.map(|column| row.cell(column).to_lowercase());
        let [from_kind, to_kind] = [kind(&types[0]), kind(&types[1])];
        let out = from_kind.is_some();
        let (own, away) = if out { (from, to) } else { (to, from) };
        Self {
            own,
            away,
            out,
            transfer: out && to_kind.is_some(),
            types,
            kinds: [(from, from_kind), (to, to_kind)],
        }
    }

    fn is(&self, words: &str) -> bool {
        self.types.iter().any(|word| word.contains(words))
    }

    fn other(&self, category: &str) -> Other {
        if self.transfer {
            return Other::Account(self.away.to_owned());
        }
        if self.is("initial balance") {
            return Other::Equity("Initial balance".to_owned());
        }
        if self.is("reconciliation") {
            return Other::Equity("Reconciliation".to_owned());
        }
        let kind = if self.out {
            AccountKind::Expense
        } else {
            AccountKind::Income
        };
        said(category).map_or(Other::Nothing, |name| {
            Other::Category(vec![name], Some(kind))
        })
    }
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let columns = Columns::of(sheet);
    let cells = Cells::new(
        sheet,
        columns.date,
        &[columns.amount, columns.abroad],
        hints,
    )?;
    let mut last_group = String::new();
    let deals = each(&cells, Deals::new(hints), |row, deals| {
        let ends = Ends::of(row, &columns);
        for (name, kind) in ends.kinds {
            deals.kinds.extend(kind.map(|kind| (name.to_owned(), kind)));
        }
        let (part, abroad) = part(&cells, row, &columns, &ends)?;
        let group = row.cell(columns.group).to_owned();
        let currency = row.cell(columns.currency);
        let joins = |deal: &&mut Deal| deal.account == ends.own && deal.currency == currency;
        if !group.is_empty()
            && group == last_group
            && let Some(deal) = deals.list.last_mut().filter(joins)
        {
            deal.parts.push(part);
            deal.memo =
                said(row.cell(columns.title)).unwrap_or_else(|| std::mem::take(&mut deal.memo));
            return Ok(());
        }
        let date = cells.date(row.cell(columns.date))?;
        last_group = group;
        let checked = matches!(row.cell(columns.reconciled), "1" | "true");
        let nobody = ends.transfer || ends.is("initial balance");
        deals.list.push(Deal {
            line: row.line,
            date,
            account: ends.own.to_owned(),
            currency: currency.to_owned(),
            payee: if nobody {
                String::new()
            } else {
                ends.away.to_owned()
            },
            memo: String::new(),
            tags: tags(row.cell(columns.labels)),
            metadata: metadata(row, &columns, abroad),
            status: if checked {
                Status::Cleared
            } else {
                Status::Unmarked
            },
            mark: if checked {
                Mark::Reconciled
            } else {
                Mark::None
            },
            parts: vec![part],
        });
        Ok(())
    });
    Ok(deals.finish())
}

/// The row's part of its transaction; and the amount in another currency that no account saw.
fn part(
    cells: &Cells<'_, '_>,
    row: &SheetRow<'_>,
    columns: &Columns,
    ends: &Ends<'_>,
) -> Result<(Part, Option<String>), Wrong> {
    let (amount, _) = cells.amount(row.cell(columns.amount))?;
    let (abroad, _) = cells.amount(row.cell(columns.abroad))?;
    let (amount, abroad) = (amount.abs(), abroad.abs());
    let code = said(row.cell(columns.currency_abroad));
    let code = code.filter(|code| code != row.cell(columns.currency) && abroad > Decimal::ZERO);
    let there = code.clone().filter(|_| ends.transfer);
    let there = there.map(|code| (if ends.out { abroad } else { -abroad }, code));
    let part = Part {
        amount: if ends.out { -amount } else { amount },
        other: ends.other(row.cell(columns.category)),
        memo: row.cell(columns.what).to_owned(),
        there,
    };
    let unseen = code.filter(|_| !ends.transfer);
    Ok((part, unseen.map(|code| format!("{abroad} {code}"))))
}

fn metadata(
    row: &SheetRow<'_>,
    columns: &Columns,
    abroad: Option<String>,
) -> Vec<(String, String)> {
    let extra = columns.extra.iter();
    let extra = extra.map(|(name, column)| (*name, said(row.cell(*column))));
    let own = [
        ("foreign-amount", abroad),
        ("notes", said(row.cell(columns.notes))),
    ];
    let all = extra.chain(own);
    all.filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}
