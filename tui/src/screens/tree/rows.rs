//! The rows of a tree: which are seen, where the cursor is.

use std::collections::HashSet;

use domain::AccountKind;

use super::{Node, head_of};
use crate::app::{Context, Target};
use crate::keymap::Action;
use crate::widgets::cursor::Cursor;

/// The rows and what is seen of them.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    folded: HashSet<(AccountKind, String)>,
    seen: Vec<usize>,
    /// Which of the rows that are seen is current.
    pub(crate) cursor: Cursor,
    sought: Option<String>,
    /// False before the first answer.
    pub(crate) loaded: bool,
}

impl Tree {
    /// Takes accounts in the order of the tree, and keeps the cursor where it is, or puts it on
    /// the one that was sought.
    pub(crate) fn plant<'p>(
        &mut self,
        rows: impl Iterator<Item = (AccountKind, &'p str)>,
        page: u16,
    ) {
        let before = self.current().cloned();
        self.nodes.clear();
        for (at, (kind, path)) in rows.enumerate() {
            if self.nodes.last().is_none_or(|last| last.kind != kind) {
                self.nodes.push(Node {
                    kind,
                    path: String::new(),
                    at: None,
                });
            }
            self.nodes.push(Node {
                kind,
                path: path.to_owned(),
                at: Some(at),
            });
        }
        if let Some(path) = &self.sought {
            let ends = path.match_indices(':').map(|(at, _)| at);
            let above: Vec<String> = ends
                .filter_map(|at| path.get(..at))
                .map(str::to_owned)
                .collect();
            self.folded
                .retain(|(_, folded)| !folded.is_empty() && !above.contains(folded));
        }
        self.look();
        let place = |wanted: &dyn Fn(&Node) -> bool| {
            self.seen
                .iter()
                .position(|at| self.nodes.get(*at).is_some_and(wanted))
        };
        let sought = self.sought.take();
        let found = sought
            .and_then(|path| place(&|node| node.path == path && node.at.is_some()))
            .or_else(|| {
                let before = before?;
                place(&|node| node.kind == before.kind && node.path == before.path)
            });
        self.cursor.at = match found {
            Some(at) => at,
            None if self.loaded => self.cursor.at,
            // The first account, not the head above it.
            None => 1,
        };
        self.loaded = true;
        self.cursor.settle(self.seen.len(), usize::from(page));
    }

    /// Puts the cursor on this one as soon as it is there.
    pub(crate) fn seek(&mut self, path: String) {
        self.sought = Some(path);
    }

    /// How many rows are seen.
    pub(crate) fn len(&self) -> usize {
        self.seen.len()
    }

    /// A row that is seen.
    pub(crate) fn row(&self, at: usize) -> Option<&Node> {
        self.seen.get(at).and_then(|at| self.nodes.get(*at))
    }

    /// The current row.
    pub(crate) fn current(&self) -> Option<&Node> {
        self.row(self.cursor.at)
    }

    /// The place of the current account among what the screen knows.
    pub(crate) fn place(&self) -> Option<usize> {
        self.current()?.at
    }

    /// Moves, folds; false for what is about something else.
    pub(crate) fn act(&mut self, action: Action, page: u16) -> bool {
        if action == Action::Fold {
            self.fold(page);
            return true;
        }
        self.cursor.act(action, self.seen.len(), page)
    }

    /// Goes to a row that was clicked; true when it was current already.
    pub(crate) fn clicked(&mut self, target: Target) -> bool {
        let Target::Row(row) = target else {
            return false;
        };
        let again = self.cursor.at == row;
        self.cursor.to(row, self.seen.len());
        again
    }

    /// The name of a row with its place in the tree: indented, with the sign of its branch.
    pub(crate) fn label(&self, row: usize, cx: &Context<'_>) -> String {
        let Some(node) = self.row(row) else {
            return String::new();
        };
        let glyphs = cx.theme.glyphs;
        let sign = match (self.has_children(row), self.is_folded(node)) {
            (true, true) => glyphs.closed,
            (true, false) => glyphs.open,
            (false, _) => " ",
        };
        let indent = "  ".repeat(node.depth());
        let name = match node.at {
            Some(_) => node.leaf().to_owned(),
            None => cx.text(head_of(node.kind)),
        };
        format!("{indent}{sign} {name}")
    }

    fn is_folded(&self, node: &Node) -> bool {
        self.folded.contains(&(node.kind, node.path.clone()))
    }

    fn has_children(&self, row: usize) -> bool {
        let Some(at) = self.seen.get(row) else {
            return false;
        };
        let depth = |at: usize| self.nodes.get(at).map_or(0, Node::depth);
        depth(at + 1) > depth(*at)
    }

    /// Closes an open branch, opens a closed one; on a leaf the branch that it is on.
    fn fold(&mut self, page: u16) {
        if !self.has_children(self.cursor.at) {
            let depth = self.current().map_or(0, Node::depth);
            let above = self.seen.get(..self.cursor.at).unwrap_or_default();
            let parent = above
                .iter()
                .rposition(|at| self.nodes.get(*at).is_some_and(|node| node.depth() < depth));
            self.cursor.at = parent.unwrap_or(self.cursor.at);
        }
        if let Some(node) = self.current() {
            let key = (node.kind, node.path.clone());
            if !self.folded.remove(&key) {
                self.folded.insert(key);
            }
        }
        self.look();
        self.cursor.settle(self.seen.len(), usize::from(page));
    }

    /// Finds out which rows are seen.
    fn look(&mut self) {
        let mut hidden_below: Option<usize> = None;
        let mut seen = Vec::with_capacity(self.nodes.len());
        for (at, node) in self.nodes.iter().enumerate() {
            if hidden_below.is_some_and(|depth| node.depth() > depth) {
                continue;
            }
            hidden_below = self.is_folded(node).then(|| node.depth());
            seen.push(at);
        }
        self.seen = seen;
    }
}
