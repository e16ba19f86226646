//! What accounts and categories have in common: both are nodes of one tree.

use std::collections::HashSet;

use domain::account::Wanted;
use ops::account::EditAccount;
use serde_json::json;

use super::{Desk, Done};
use crate::cli::args::account::{Merge, Rename};
use crate::cli::error::{Failure, OrExplain as _};

/// Which half of the tree a command is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Accounts,
    Categories,
}

impl Half {
    pub(super) const fn wanted(self) -> Wanted {
        match self {
            Self::Accounts => Wanted::Account,
            Self::Categories => Wanted::Category,
        }
    }

    /// The name of one in JSON.
    const fn word(self) -> &'static str {
        match self {
            Self::Accounts => "account",
            Self::Categories => "category",
        }
    }

    /// One of them in JSON, by its full name.
    fn object(self, desk: &Desk<'_>, path: &str) -> Result<serde_json::Value, Failure> {
        match self {
            Self::Accounts => super::account::object(desk, path),
            Self::Categories => super::category::object(desk, path),
        }
    }
}

/// Tells that one was made or changed.
pub(super) fn tell(desk: &Desk<'_>, half: Half, path: &str, done: Done) -> Result<(), Failure> {
    let thing = half.object(desk, path)?;
    desk.done(half.word(), thing, &[], &desk.sentence(done, path))
}

/// Renames, moves, closes or opens one again.
pub(super) fn edit(
    desk: &mut Desk<'_>,
    half: Half,
    typed: &str,
    edit: &EditAccount,
) -> Result<(), Failure> {
    let done = match edit.closed {
        Some(true) => Done::Closed,
        Some(false) => Done::Reopened,
        None => Done::Changed,
    };
    let (_, path) = desk
        .book
        .edit_account(half.wanted(), typed, edit)
        .or_explain(&desk.session.texts)?;
    tell(desk, half, &path, done)
}

pub(super) fn rename(desk: &mut Desk<'_>, half: Half, args: &Rename) -> Result<(), Failure> {
    let change = EditAccount {
        name: Some(args.new.clone()),
        ..EditAccount::default()
    };
    edit(desk, half, &args.name, &change)
}

/// Closes one, or opens it again.
pub(super) fn set_closed(
    desk: &mut Desk<'_>,
    half: Half,
    typed: &str,
    done: Done,
) -> Result<(), Failure> {
    let change = EditAccount {
        closed: Some(done == Done::Closed),
        ..EditAccount::default()
    };
    edit(desk, half, typed, &change)
}

/// Deletes one that nothing uses.
pub(super) fn remove(desk: &mut Desk<'_>, half: Half, typed: &str) -> Result<(), Failure> {
    let path = path_of(desk, half, typed)?;
    let thing = half.object(desk, &path)?;
    desk.book
        .remove_account(half.wanted(), typed)
        .or_explain(&desk.session.texts)?;
    let sentence = desk.sentence(Done::Removed, &path);
    desk.done(half.word(), thing, &[], &sentence)
}

/// Makes one of two.
pub(super) fn merge(desk: &mut Desk<'_>, half: Half, args: &Merge) -> Result<(), Failure> {
    let from = path_of(desk, half, &args.from)?;
    let merged = desk
        .book
        .merge_accounts(half.wanted(), &args.from, &args.into)
        .or_explain(&desk.session.texts)?;
    let sentence = desk.merged(&from, &merged.into, merged.transactions);
    let thing = half.object(desk, &merged.into)?;
    let more = [("moved", json!(merged.transactions))];
    desk.done(half.word(), thing, &more, &sentence)
}

fn path_of(desk: &Desk<'_>, half: Half, typed: &str) -> Result<String, Failure> {
    let texts = &desk.session.texts;
    let chart = desk.book.view().chart().or_explain(texts)?;
    let found = chart.resolve(typed, half.wanted()).or_explain(texts)?;
    Ok(chart.path(found.id).to_owned())
}

/// The full name of what one lies below.
pub(super) fn parent(path: &str) -> Option<String> {
    path.rsplit_once(':').map(|(parent, _)| parent.to_owned())
}

/// The parts of a full name: what puts children right below their parents.
pub(super) fn parts(path: &str) -> Vec<&str> {
    path.split(':').collect()
}

/// A name as a tree shows it: the part below the nearest one that is shown too, indented.
pub(super) fn indented(path: &str, shown: &HashSet<&str>) -> String {
    let ends = path.match_indices(':').map(|(at, _)| at);
    let above: Vec<usize> = ends.filter(|at| shown.contains(&path[..*at])).collect();
    let own = above.last().map_or(path, |at| &path[at + 1..]);
    format!("{}{own}", "  ".repeat(above.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_shows_the_part_below_what_is_shown() {
        let shown = HashSet::from(["Food", "Food:Out:Lunch", "Home:Rent"]);
        let line = |path| indented(path, &shown);
        assert_eq!(line("Food"), "Food");
        assert_eq!(line("Food:Out:Lunch"), "  Out:Lunch");
        assert_eq!(line("Food:Out:Lunch:Soup"), "    Soup");
        assert_eq!(line("Home:Rent"), "Home:Rent");
    }
}
