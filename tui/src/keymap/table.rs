//! Every action: where it works, its keys, its words, and the command that does the same.
//!
//! The order is that of the bottom line and of `?`.

use super::Action;

/// Where keys work. A screen names the scopes that it takes part in, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    /// Everywhere but where text is typed.
    Everywhere,
    /// Everywhere, even where text is typed.
    Always,
    /// Any list of rows.
    List,
    /// The list of transactions.
    Transactions,
    /// Accounts.
    Accounts,
    /// Categories.
    Categories,
    /// Payees.
    Payees,
    /// Saving goals.
    Goals,
    /// Reports, and whatever has a period.
    Reports,
    /// The month.
    Home,
    /// The history of changes.
    History,
    /// Versions of the ledger, and the remotes that keep them.
    Backups,
    /// Bank files.
    Import,
    /// The review queue.
    Review,
    /// Reconciling an account.
    Reconcile,
    /// The settings.
    Settings,
    /// Forms: fields that are typed into.
    Form,
    /// The welcome.
    Welcome,
    /// The list of actions.
    Menu,
    /// Something to be read.
    Message,
    /// A filter that is typed.
    Line,
    /// Work that is going on.
    Job,
    /// The form of a transaction.
    Entry,
    /// The passphrase.
    Unlock,
}

impl Scope {
    /// True where keys are letters of a text.
    pub(super) const fn is_typed_in(self) -> bool {
        matches!(
            self,
            Self::Form | Self::Line | Self::Menu | Self::Unlock | Self::Welcome
        )
    }

    /// The text id of its name.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Everywhere | Self::Always => "title-everywhere",
            Self::List => "title-lists",
            Self::Transactions => "title-transactions",
            Self::Accounts => "title-accounts",
            Self::Categories => "title-categories",
            Self::Payees => "title-payees",
            Self::Goals => "title-goals",
            Self::Reports => "title-reports",
            Self::Home => "title-home",
            Self::History => "title-history",
            Self::Backups => "title-backups",
            Self::Import => "title-import",
            Self::Review => "title-review",
            Self::Reconcile => "title-reconcile",
            Self::Settings => "title-settings",
            Self::Form => "title-forms",
            Self::Welcome => "title-welcome",
            Self::Menu => "title-menu",
            Self::Message => "title-message",
            Self::Line => "title-line",
            Self::Job => "title-jobs",
            Self::Entry => "title-add",
            Self::Unlock => "title-unlock",
        }
    }
}

/// One action in one scope.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Where.
    pub(crate) scope: Scope,
    /// What.
    pub(crate) action: Action,
    /// The usual keys, separated by ` | `; the first is the one that is shown.
    pub(crate) keys: &'static str,
    /// The text id of a few words.
    pub(crate) words: &'static str,
    /// Whether the bottom line names it.
    pub(crate) hinted: bool,
    /// The command line that does the same; empty when there is none.
    pub(crate) command: &'static str,
}

const fn shown(
    scope: Scope,
    action: Action,
    keys: &'static str,
    words: &'static str,
    command: &'static str,
) -> Entry {
    Entry {
        scope,
        action,
        keys,
        words,
        hinted: true,
        command,
    }
}

const fn quiet(
    scope: Scope,
    action: Action,
    keys: &'static str,
    words: &'static str,
    command: &'static str,
) -> Entry {
    Entry {
        hinted: false,
        ..shown(scope, action, keys, words, command)
    }
}

use Action as A;
use Scope as S;

/// The table.
#[rustfmt::skip] // one action, one line
pub(crate) const TABLE: &[Entry] = &[
    // The list of transactions
    shown(S::Transactions, A::Filter, "/", "act-filter", "luka list [QUERY]…"),
    shown(S::Transactions, A::Edit, "e", "act-edit", "luka edit ID"),
    shown(S::Transactions, A::Duplicate, "d", "act-duplicate", "luka add …"),
    shown(S::Transactions, A::Mark, "space", "act-mark", ""),
    shown(S::Transactions, A::Bulk, "b", "act-bulk", "luka bulk QUERY… --set FIELD=VALUE"),
    shown(S::Transactions, A::NextStatus, "c", "act-status", "luka edit ID --status cleared"),
    shown(S::Transactions, A::Delete, "x | delete", "act-delete", "luka rm ID"),
    quiet(S::Transactions, A::Open, "enter", "act-open", "luka show ID"),
    quiet(S::Transactions, A::MarkAll, "V", "act-mark-all", ""),
    quiet(S::Transactions, A::Sort, "s", "act-sort", ""),
    quiet(S::Transactions, A::ClearFilter, "\\", "act-clear-filter", ""),
    quiet(S::Transactions, A::Details, "i", "act-details", "luka show ID"),
    quiet(S::Transactions, A::Reconcile, "R", "act-reconcile", "luka reconcile ACCOUNT --date D --balance B"),
    // Accounts
    shown(S::Accounts, A::Open, "enter", "act-open", "luka report register ACCOUNT"),
    shown(S::Accounts, A::New, "n", "act-new-account", "luka account add NAME --kind KIND"),
    shown(S::Accounts, A::Reconcile, "R", "act-reconcile", "luka reconcile ACCOUNT --date D --balance B"),
    shown(S::Accounts, A::Rename, "r", "act-rename", "luka account rename ACCOUNT NAME"),
    quiet(S::Accounts, A::Merge, "m", "act-merge", "luka account merge FROM INTO"),
    quiet(S::Accounts, A::Close, "c", "act-close", "luka account close ACCOUNT"),
    quiet(S::Accounts, A::Delete, "x | delete", "act-delete", "luka account rm ACCOUNT"),
    quiet(S::Accounts, A::Fold, "space", "act-fold", ""),
    // Categories
    shown(S::Categories, A::Open, "enter", "act-rows", "luka list cat:CATEGORY"),
    shown(S::Categories, A::New, "n", "act-new-category", "luka category add NAME --kind KIND"),
    shown(S::Categories, A::Rename, "r", "act-rename", "luka category rename CATEGORY NAME"),
    shown(S::Categories, A::Merge, "m", "act-merge", "luka category merge FROM INTO"),
    quiet(S::Categories, A::Close, "c", "act-close", "luka category close CATEGORY"),
    quiet(S::Categories, A::Delete, "x | delete", "act-delete", "luka category rm CATEGORY"),
    quiet(S::Categories, A::Fold, "space", "act-fold", ""),
    shown(S::Categories, A::PreviousPeriod, "left | h", "act-previous-period", "luka report categories --period P"),
    shown(S::Categories, A::NextPeriod, "right | l", "act-next-period", "luka report categories --period P"),
    // Payees
    shown(S::Payees, A::Open, "enter", "act-rows", "luka list payee:PAYEE"),
    shown(S::Payees, A::Filter, "/", "act-filter", "luka payee list"),
    shown(S::Payees, A::New, "n", "act-new-payee", "luka payee add NAME"),
    shown(S::Payees, A::Rename, "r", "act-rename", "luka payee rename PAYEE NAME"),
    shown(S::Payees, A::Merge, "m", "act-merge", "luka payee merge FROM INTO"),
    shown(S::Payees, A::Sort, "s", "act-sort-payees", ""),
    quiet(S::Payees, A::Edit, "e", "act-aliases", "luka payee edit PAYEE --alias NAME"),
    quiet(S::Payees, A::ClearFilter, "\\", "act-clear-filter", ""),
    quiet(S::Payees, A::Delete, "x | delete", "act-delete", "luka payee rm PAYEE"),
    // Goals
    shown(S::Goals, A::Contribute, "enter | +", "act-contribute", "luka goal contribute GOAL AMOUNT"),
    shown(S::Goals, A::New, "n", "act-new-goal", "luka goal add NAME --target AMOUNT"),
    shown(S::Goals, A::Edit, "e", "act-edit", "luka goal edit GOAL"),
    shown(S::Goals, A::Close, "c", "act-close", "luka goal close GOAL"),
    quiet(S::Goals, A::Delete, "x | delete", "act-delete", "luka goal rm GOAL"),
    // Reports
    shown(S::Reports, A::Open, "enter", "act-rows", "luka list QUERY"),
    shown(S::Reports, A::NextReport, "tab", "act-next-report", "luka report"),
    shown(S::Reports, A::PreviousPeriod, "left | h", "act-previous-period", ""),
    shown(S::Reports, A::NextPeriod, "right | l", "act-next-period", ""),
    shown(S::Reports, A::Widen, "+ | =", "act-widen", ""),
    shown(S::Reports, A::Narrow, "-", "act-narrow", ""),
    shown(S::Reports, A::Edit, "e", "act-trend", "luka report trend CATEGORY"),
    shown(S::Reports, A::Convert, "c", "act-convert", "luka report … --in CURRENCY"),
    quiet(S::Reports, A::PreviousReport, "backtab", "act-previous-report", "luka report"),
    // The month
    shown(S::Home, A::Open, "enter", "act-rows", "luka list QUERY"),
    shown(S::Home, A::PreviousPeriod, "left | h", "act-previous-period", "luka report categories --period P"),
    shown(S::Home, A::NextPeriod, "right | l", "act-next-period", "luka report categories --period P"),
    // History
    shown(S::History, A::Open, "enter", "act-open", "luka history ID"),
    shown(S::History, A::UndoToHere, "U", "act-undo-to-here", "luka undo N"),
    // Import
    shown(S::Import, A::Flip, "space", "act-flip", ""),
    shown(S::Import, A::Accept, "a", "act-accept", "luka import FILE --account A"),
    shown(S::Import, A::Open, "enter", "act-open", "luka import --detect FILE"),
    shown(S::Import, A::Filter, "/", "act-find-file", ""),
    shown(S::Import, A::Parent, "backspace | left | h", "act-parent", ""),
    shown(S::Import, A::Edit, "e", "act-import-options", "luka import FILE --date-format F"),
    shown(S::Import, A::NextPart, "tab", "act-next-group", ""),
    quiet(S::Import, A::Waiting, "w", "act-waiting", "luka review"),
    quiet(S::Import, A::PreviousPart, "backtab", "act-previous-part", ""),
    quiet(S::Import, A::Details, "i", "act-how-read", "luka import --detect FILE"),
    // Review
    shown(S::Review, A::Accept, "a | enter", "act-say-yes", "luka review accept ID"),
    shown(S::Review, A::Delete, "x | delete", "act-say-no", "luka review reject ID"),
    shown(S::Review, A::Edit, "e", "act-give-category", "luka review accept ID --category CATEGORY"),
    shown(S::Review, A::AcceptSure, "A", "act-accept-sure", "luka review accept --sure"),
    shown(S::Review, A::NextPart, "tab", "act-next-kind", "luka review list --kind KIND"),
    quiet(S::Review, A::PreviousPart, "backtab", "act-previous-part", ""),
    // Reconciling
    shown(S::Reconcile, A::Mark, "space", "act-tick", ""),
    shown(S::Reconcile, A::Save, "enter | ctrl-s", "act-finish-reconcile", "luka reconcile ACCOUNT --date D --balance B"),
    shown(S::Reconcile, A::Edit, "e", "act-reconcile-again", ""),
    quiet(S::Reconcile, A::MarkAll, "V", "act-tick-all", ""),
    // Settings
    shown(S::Settings, A::Open, "enter", "act-change", "luka config set KEY VALUE"),
    shown(S::Settings, A::Delete, "x | delete", "act-reset", "luka config unset KEY"),
    shown(S::Settings, A::NextPart, "tab", "act-next-part", "luka config path"),
    quiet(S::Settings, A::PreviousPart, "backtab", "act-previous-part", ""),
    // Backups
    shown(S::Backups, A::BackUp, "b", "act-back-up", "luka backup REMOTE"),
    shown(S::Backups, A::Verify, "v | enter", "act-verify", "luka backup verify ID --remote REMOTE"),
    shown(S::Backups, A::Restore, "R", "act-restore", "luka backup restore ID --remote REMOTE --to DIR"),
    shown(S::Backups, A::NextPart, "tab", "act-next-remote", "luka backup status"),
    shown(S::Backups, A::New, "n", "act-new-remote", "luka remote add NAME folder PATH"),
    shown(S::Backups, A::Prune, "p", "act-prune", "luka backup prune --remote REMOTE --dry-run"),
    quiet(S::Backups, A::Refresh, "r", "act-refresh", "luka backup list REMOTE"),
    quiet(S::Backups, A::PreviousPart, "backtab", "act-previous-remote", "luka backup status"),
    // Welcome
    shown(S::Welcome, A::LookAround, "ctrl-d", "act-look-around", "luka demo"),
    // Opening the ledger
    shown(S::Unlock, A::OtherSecret, "tab", "act-other-secret", "luka passwd --recovery"),
    // Forms
    shown(S::Form, A::Open, "enter", "act-confirm", ""),
    shown(S::Form, A::Save, "ctrl-s | alt-enter", "act-save", ""),
    shown(S::Form, A::Cancel, "esc", "act-cancel", ""),
    shown(S::Form, A::NextField, "tab", "act-next-field", ""),
    quiet(S::Form, A::PreviousField, "backtab", "act-previous-field", ""),
    quiet(S::Form, A::NextChoice, "down | ctrl-n", "act-next-choice", ""),
    quiet(S::Form, A::PreviousChoice, "up | ctrl-p", "act-previous-choice", ""),
    quiet(S::Form, A::CopyCommand, "ctrl-y", "act-copy-command", ""),
    shown(S::Entry, A::AddSplit, "ctrl-t", "act-add-split", "luka add --split CATEGORY=AMOUNT"),
    // The list of actions
    shown(S::Menu, A::Open, "enter", "act-do", ""),
    shown(S::Menu, A::NextChoice, "down | tab | ctrl-n", "act-down", ""),
    shown(S::Menu, A::PreviousChoice, "up | backtab | ctrl-p", "act-up", ""),
    shown(S::Menu, A::CopyCommand, "ctrl-y", "act-copy-command", ""),
    shown(S::Menu, A::Cancel, "esc", "act-close-dialog", ""),
    // Something to be read
    shown(S::Message, A::Open, "enter", "act-close-dialog", ""),
    quiet(S::Message, A::Cancel, "esc", "act-close-dialog", ""),
    // Work that is going on
    shown(S::Job, A::Delete, "x | delete", "act-cancel-job", ""),
    // A filter that is typed
    shown(S::Line, A::Open, "enter", "act-keep-filter", ""),
    shown(S::Line, A::NextField, "tab", "act-complete", ""),
    shown(S::Line, A::PreviousChoice, "up", "act-earlier-filter", ""),
    quiet(S::Line, A::NextChoice, "down", "act-later-filter", ""),
    shown(S::Line, A::Cancel, "esc", "act-cancel", ""),
    // Lists
    quiet(S::List, A::Down, "j | down", "act-down", ""),
    quiet(S::List, A::Up, "k | up", "act-up", ""),
    quiet(S::List, A::PageDown, "pgdn | ctrl-f", "act-page-down", ""),
    quiet(S::List, A::PageUp, "pgup | ctrl-b", "act-page-up", ""),
    quiet(S::List, A::First, "g g | home", "act-first", ""),
    quiet(S::List, A::Last, "G | end", "act-last", ""),
    // Everywhere
    shown(S::Everywhere, A::Add, "a", "act-add", "luka add AMOUNT CATEGORY"),
    shown(S::Everywhere, A::AddTransfer, "t", "act-add-transfer", "luka transfer AMOUNT FROM TO"),
    shown(S::Everywhere, A::Undo, "u", "act-undo", "luka undo"),
    quiet(S::Everywhere, A::Redo, "ctrl-r", "act-redo", "luka redo"),
    quiet(S::Everywhere, A::GoHome, "1 | g h", "act-go-home", "luka report categories"),
    quiet(S::Everywhere, A::GoTransactions, "2 | g t", "act-go-transactions", "luka list"),
    quiet(S::Everywhere, A::GoAccounts, "3 | g a", "act-go-accounts", "luka account list"),
    quiet(S::Everywhere, A::GoCategories, "4 | g c", "act-go-categories", "luka category list"),
    quiet(S::Everywhere, A::GoPayees, "5 | g p", "act-go-payees", "luka payee list"),
    quiet(S::Everywhere, A::GoGoals, "6 | g o", "act-go-goals", "luka goal list"),
    quiet(S::Everywhere, A::GoReports, "7 | g r", "act-go-reports", "luka report monthly"),
    quiet(S::Everywhere, A::GoImport, "8 | g i", "act-go-import", "luka import FILE"),
    quiet(S::Everywhere, A::GoReview, "g v", "act-go-review", "luka review"),
    quiet(S::Everywhere, A::GoHistory, "9 | g y", "act-go-history", "luka history"),
    quiet(S::Everywhere, A::GoBackups, "g b", "act-go-backups", "luka backup status"),
    quiet(S::Everywhere, A::GoSettings, "0 | g s", "act-go-settings", "luka config list"),
    quiet(S::Everywhere, A::HideAmounts, "*", "act-hide-amounts", ""),
    quiet(S::Everywhere, A::CopyCommand, "y", "act-copy-command", ""),
    shown(S::Everywhere, A::Jobs, "J", "act-jobs", ""),
    quiet(S::Everywhere, A::Lock, "L", "act-lock", "luka lock"),
    quiet(S::Everywhere, A::Back, "esc | backspace", "act-back", ""),
    shown(S::Everywhere, A::Quit, "q", "act-quit", ""),
    quiet(S::Everywhere, A::Palette, ": | ctrl-p", "act-palette", ""),
    quiet(S::Always, A::Suspend, "ctrl-z", "act-suspend", ""),
    quiet(S::Always, A::Redraw, "ctrl-l", "act-redraw", ""),
    quiet(S::Always, A::Quit, "ctrl-c", "act-quit", ""),
    shown(S::Everywhere, A::Help, "?", "act-help", "luka help"),
    shown(S::Always, A::Help, "f1", "act-help", "luka help"),
];
