//! `luka add`: an expense, an income or a saving in one line.

use ops::transaction::AddTransaction;

use super::{Desk, metadata, pairs};
use crate::cli::args::transaction::Add;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;

/// Enters it.
pub(crate) fn run(session: &Session, args: Add) -> Result<(), Failure> {
    let mut desk = Desk::open(session)?;
    let mut metadata = metadata(args.metadata);
    metadata.retain(|_, value| !value.is_null());
    let entry = AddTransaction {
        date: desk.day(args.date.as_deref())?,
        amount: args.amount,
        category: args.category,
        account: args.account,
        payee: args.payee,
        memo: args.memo.unwrap_or_default(),
        tags: args.tags,
        splits: pairs(args.splits),
        create: args.create,
        status: args.status.unwrap_or_default(),
        metadata,
    };
    let added = desk.book.add(&entry).or_explain(&session.texts)?;
    desk.tell("say-saved", &added.transaction)
}
