//! `luka bulk`: shows the difference, asks, and changes everything in one operation.
//!
//! `planned` knows the names that the plan would make, `difference` writes before and after.

mod difference;
mod planned;

use ops::transaction::{BulkEdit, BulkPlan, Selection, Setting, TransactionEdited};
use ops::{Names, TransactionShape, transaction_shape};
use serde::Serialize;

use super::Desk;
use crate::cli::args::transaction::Bulk;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::Format;
use crate::cli::session::Session;
use crate::i18n::text;
use planned::PlannedNames;

#[derive(Serialize)]
struct Outcome<'a> {
    changed: usize,
    unchanged: usize,
    dry_run: bool,
    transactions: Vec<TransactionShape<'a>>,
}

/// Changes what matches.
pub(crate) fn run(session: &Session, args: &Bulk) -> Result<(), Failure> {
    let texts = &session.texts;
    let settings = args
        .set
        .iter()
        .map(|pair| format!("{}={}", pair.key, pair.value).parse::<Setting>())
        .collect::<Result<Vec<_>, _>>()
        .or_explain(texts)?;
    let mut desk = Desk::open(session)?;
    let request = BulkEdit {
        selection: Selection::Matching(desk.query(&args.query)?),
        settings,
    };
    let table = session.format()? == Format::Table;
    // A script is given all of them; a person sees the first.
    let shown = table.then_some(difference::SHOWN);
    // Who has said yes by now waits for it once, not for the plan as well.
    let at_once = session.globals.yes && !args.dry_run;
    let plan = if at_once {
        desk.book.bulk(&request, shown)
    } else {
        desk.book.plan_bulk(&request, shown)
    };
    let plan = plan.or_explain(texts)?;
    let names = PlannedNames::new(&desk.book, &plan.edits, &request.settings).or_explain(texts)?;
    if table {
        difference::write(&desk, &plan, &names)?;
    }
    if at_once || args.dry_run || plan.changed == 0 {
        return tell(&desk, &plan, args.dry_run, &names);
    }
    let n = count(plan.changed);
    if !session.confirm(&text!(texts, "ask-bulk", n = n))? {
        session.say(&texts.get("say-nothing-changed"));
        return Ok(());
    }
    let done = desk.book.bulk(&request, shown).or_explain(texts)?;
    let names = PlannedNames::new(&desk.book, &done.edits, &[]).or_explain(texts)?;
    tell(&desk, &done, false, &names)
}

/// Shows what would be changed, and changes nothing; every name is in the ledger already.
pub(crate) fn preview(
    desk: &Desk<'_>,
    edits: Vec<TransactionEdited>,
    unchanged: usize,
) -> Result<(), Failure> {
    let names = PlannedNames::new(&desk.book, &edits, &[]).or_explain(&desk.session.texts)?;
    let plan = BulkPlan {
        changed: edits.len(),
        edits,
        unchanged,
    };
    if desk.session.format()? == Format::Table {
        difference::write(desk, &plan, &names)?;
    }
    tell(desk, &plan, true, &names)
}

/// Says what was changed, or would be.
fn tell(
    desk: &Desk<'_>,
    plan: &BulkPlan,
    dry_run: bool,
    names: &impl Names,
) -> Result<(), Failure> {
    let edits = &plan.edits;
    let (session, texts) = (desk.session, &desk.session.texts);
    if session.format()?.is_json() {
        let shapes = edits
            .iter()
            .map(|edit| transaction_shape(names, &edit.after));
        return session.document(&Outcome {
            changed: plan.changed,
            unchanged: plan.unchanged,
            dry_run,
            transactions: shapes.collect::<Result<_, _>>().or_explain(texts)?,
        });
    }
    if session.format()? == Format::Csv {
        return difference::write_all(desk, edits, names);
    }
    let id = match (plan.changed == 0, dry_run) {
        (true, _) => "say-bulk-nothing",
        (false, true) => "say-bulk-would",
        (false, false) => "say-bulk-done",
    };
    let (n, same) = (count(plan.changed), count(plan.unchanged));
    session.outcome([text!(texts, id, n = n, same = same)])?;
    if plan.changed > 0 && !dry_run {
        session.say(&texts.get("say-undo"));
    }
    Ok(())
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
