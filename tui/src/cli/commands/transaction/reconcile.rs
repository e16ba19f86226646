//! `luka reconcile`: the ledger against the bank's statement.

use domain::account::Wanted;
use ops::transaction::{Reconcile as Request, ReconcileError, Ticked};
use serde_json::json;

use super::Desk;
use crate::cli::args::import::Reconcile;
use crate::cli::error::{Explain as _, Failure, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::present;

/// Marks what agrees, or says how far apart the two are.
pub(crate) fn run(session: &Session, args: &Reconcile) -> Result<(), Failure> {
    let texts = &session.texts;
    let mut desk = Desk::open(session)?;
    let date = desk
        .day(Some(&args.date))?
        .unwrap_or_else(|| desk.book.today());
    let request = Request {
        account: args.account.clone(),
        date,
        balance: args.balance.clone(),
        ticked: Ticked::All,
    };
    let reconciled = desk.book.reconcile(&request).map_err(|error| {
        let failure = error.explain(texts);
        let account = args.account.clone();
        match error {
            ReconcileError::Differs { .. } => failure.hint(text!(
                texts,
                "hint-differs",
                account = account,
                date = present::date(date)
            )),
            _ => failure,
        }
    })?;
    let chart = desk.book.view().chart().or_explain(texts)?;
    let account = chart
        .resolve(&args.account, Wanted::Account)
        .or_explain(texts)?;
    let account = chart.path(account.id).to_owned();
    if session.format()?.is_json() {
        let balance = reconciled.balance;
        return session.document(&json!({ "reconciled": {
            "account": account,
            "date": present::date(date),
            "balance": { "amount": balance.digits(), "currency": balance.currency.code.as_str() },
            "marked": reconciled.marked,
        }}));
    }
    let n = i64::try_from(reconciled.marked).unwrap_or(i64::MAX);
    session.outcome([text!(
        texts,
        "say-reconciled",
        account = account,
        balance = desk.style.write(reconciled.balance),
        date = present::date(date),
        n = n
    )])
}
