//! `luka transfer`: from one account to another.

use ops::transaction::AddTransfer;

use super::Desk;
use crate::cli::args::transaction::Transfer;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;

/// Enters it.
pub(crate) fn run(session: &Session, args: Transfer) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    let entry = AddTransfer {
        date: desk.day(args.date.as_deref())?,
        amount: args.amount,
        from: args.from,
        to: args.to,
        received: args.received,
        payee: args.payee,
        memo: args.memo.unwrap_or_default(),
        tags: args.tags,
        ..AddTransfer::default()
    };
    let added = desk.book.transfer(&entry).or_explain(&session.texts)?;
    desk.tell("say-saved", &added.transaction)
}
