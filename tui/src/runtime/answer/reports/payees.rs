//! What was spent with whom.

use domain::Money;
use ops::report::PayeeTotal;

use super::{Desk, largest, sum};
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::text;
use crate::screens::reports::{Chart, Found, Line};
use crate::widgets::chart::per_mille;

/// Payees that are shown one by one.
const SHOWN: usize = 200;

pub(super) fn payees(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_payees(&desk.scope());
    let sheets = report.or_explain(desk.texts)?.sheets;
    let found = desk.found("head-payee", &[("head-spent", 1)], Chart::Bars);
    Ok(desk.fill(found, &sheets, |body| {
        if body.payees.is_empty() {
            return Vec::new();
        }
        let scale = largest(body.payees.iter().map(|row| row.total));
        let line = |row: &PayeeTotal| Line {
            name: match &row.payee {
                Some(payee) => payee.clone(),
                None => desk.text("word-no-payee"),
            },
            depth: 1,
            cells: vec![row.total],
            share: per_mille(row.total.minor, body.total.minor),
            count: Some(row.transactions),
            scale,
            behind: row
                .payee
                .as_ref()
                .map(|payee| desk.rows(format!("payee:{payee}"))),
            ..Line::default()
        };
        let mut lines = vec![sum(desk.text("head-expense"), vec![body.total])];
        lines.extend(body.payees.iter().take(SHOWN).map(line));
        let rest = body.payees.get(SHOWN..).unwrap_or_default();
        if !rest.is_empty() {
            let minor = rest.iter().map(|row| row.total.minor).sum();
            let n = i64::try_from(rest.len()).unwrap_or(i64::MAX);
            let name = text!(desk.texts, "say-other-payees", n = n);
            lines.push(sum(name, vec![Money::new(minor, body.total.currency)]));
        }
        lines
    }))
}
