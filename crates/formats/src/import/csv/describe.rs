//! What was decided, as the layout that people see and profiles are made of.

use super::money::Source;
use super::plan::Plan;
use super::roles::Candidates;
use super::shape::{Shape, fingerprint};
use crate::import::layout::{ColumnUse, Layout, Role};

/// Describes how a table was read.
pub(super) fn layout(
    encoding: &str,
    shape: &Shape<'_>,
    candidates: &Candidates<'_>,
    plan: Plan,
) -> Layout {
    let example = candidates
        .column(plan.date)
        .and_then(|column| column.dates.example());
    Layout {
        encoding: encoding.to_owned(),
        delimiter: Some(char::from(shape.delimiter)),
        header_line: shape.header.as_ref().map(|(_, line)| *line),
        fingerprint: shape.header.as_ref().map(|(names, _)| fingerprint(names)),
        columns: columns(candidates, &plan),
        date_order: Some(plan.order),
        date_format: example.map(|(_, parts)| parts.describe(plan.order)),
        decimal: Some(plan.money.mark.as_char()),
        number_format: Some(plan.numbers.describe(plan.money.mark)),
        signs: Some(plan.money.signs()),
        fees: plan.fees.known,
        currency: plan.currency,
        evidence: plan.evidence,
        ..Layout::default()
    }
}

/// The columns that are used, in the order of the file.
fn columns(candidates: &Candidates<'_>, plan: &Plan) -> Vec<ColumnUse> {
    let labels = &plan.labels;
    let mut used: Vec<(usize, Role)> = vec![(plan.date, Role::Date)];
    match &plan.money.source {
        Source::Signed { column, .. } => used.push((*column, Role::Amount)),
        Source::Pair { debit, credit, .. } => {
            used.extend([(*debit, Role::Debit), (*credit, Role::Credit)]);
        }
        Source::Word { column, sign, .. } => {
            used.extend([(*column, Role::Amount), (*sign, Role::Sign)]);
        }
    }
    let single = [
        (plan.second_date, Role::ValueDate),
        (plan.money.balance, Role::Balance),
        (
            plan.money.fee.map(|fee| fee.column).or(plan.fees.open),
            Role::Fee,
        ),
        (plan.currency_column, Role::Currency),
        (labels.account, Role::Account),
        (labels.id, Role::Id),
        (labels.check_number, Role::CheckNumber),
        (labels.category, Role::Category),
        (labels.status, Role::Status),
    ];
    used.extend(
        single
            .into_iter()
            .filter_map(|(at, role)| Some((at?, role))),
    );
    let many = [
        (&labels.payees, Role::Payee),
        (&labels.senders, Role::Sender),
        (&labels.recipients, Role::Recipient),
        (&labels.texts, Role::Text),
        (&labels.memos, Role::Memo),
    ];
    used.extend(
        many.into_iter()
            .flat_map(|(columns, role)| columns.iter().map(move |at| (*at, role))),
    );
    used.sort_unstable();
    let name = |at: usize| candidates.name(at).to_owned();
    used.into_iter()
        .map(|(at, role)| ColumnUse {
            number: at + 1,
            name: name(at),
            role,
        })
        .collect()
}
