//! What the screen `review` asks for.

use ops::Book;
use ops::review::{Proposal, QueueItem, QueueRequest};

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::present::{MoneyStyle, waiting};
use crate::screens::review::{Found, Item};

/// So many things are listed; all are counted.
const MOST: u64 = 500;

pub(super) fn find(book: &Book, texts: &Texts) -> Result<Found, Failure> {
    let request = QueueRequest {
        limit: Some(MOST),
        ..QueueRequest::default()
    };
    let queue = book.queue(&request).or_explain(texts)?;
    let chart = book.view().chart().or_explain(texts)?;
    let home = book.currency().or_explain(texts)?.code;
    let known = book.view().currencies().or_explain(texts)?;
    let style = MoneyStyle::new(texts.language(), Some(home)).with_symbols(&known);
    let item = |one: QueueItem| {
        let why = waiting::why(book, &chart, &one, &style, texts).or_explain(texts)?;
        let likely = match &one.proposal {
            Proposal::Categories(found) => found.first().map(|best| best.category),
            _ => None,
        };
        Ok(Item {
            sure: one.is_sure(),
            likely: likely.map(|id| chart.path(id).to_owned()),
            id: one.id,
            kind: one.kind,
            date: one.date,
            account: one.account,
            amount: one.amount,
            text: one.text,
            file: one.file,
            why,
        })
    };
    let items = queue.items.into_iter().map(item);
    Ok(Found {
        items: items.collect::<Result<_, Failure>>()?,
        total: queue.total,
    })
}
