//! `luka edit`: changes what is named, and leaves the rest.

use ops::transaction::EditTransaction;

use super::{Desk, metadata, pairs};
use crate::cli::args::transaction::Edit;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;

/// Changes one transaction.
pub(crate) fn run(session: &Session, args: Edit) -> Result<(), Failure> {
    let texts = &session.texts;
    let mut edit = EditTransaction {
        date: None,
        payee: args.payee,
        memo: args.memo,
        status: args.status,
        account: args.account,
        category: args.category,
        create: None,
        from: args.from,
        to: args.to,
        received: args.received,
        amount: args.amount,
        splits: Some(pairs(args.splits)).filter(|splits| !splits.is_empty()),
        tag: args.tags,
        untag: args.untags,
        metadata: metadata(args.metadata),
    };
    if edit.is_empty() && args.date.is_none() {
        // Before anybody is asked for a passphrase.
        let hint = text!(texts, "hint-help", command = "luka edit");
        return Err(Failure::new(Kind::Usage, texts.get("error-nothing-to-edit")).hint(hint));
    }
    let mut desk = Desk::open(session)?;
    edit.date = desk.day(args.date.as_deref())?;
    let edited = desk.book.edit(&args.id, &edit).or_explain(texts)?;
    let said = if edited.before == edited.after {
        "say-unchanged"
    } else {
        "say-edited"
    };
    desk.tell(said, &edited.after)
}
