//! What a person can do in the screens; each has a name for the configuration.

/// Declares the actions with their names, so that neither can be forgotten.
macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident = $name:literal),+ $(,)?) => {
        /// Something that a key, a click or the palette starts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Action { $($(#[$doc])* $action),+ }

        impl Action {
            /// All actions.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$action),+];

            /// The name in the configuration: `[keys] undo = "u"`.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$action => $name),+ }
            }

            /// The action with a name.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$action),)+ _ => None }
            }
        }
    };
}

actions! {
    /// Shows what can be done here.
    Help = "help",
    /// Finds any action by its words.
    Palette = "palette",
    /// Takes the last change back.
    Undo = "undo",
    /// Brings back what was taken back.
    Redo = "redo",
    /// Goes back to the screen before.
    Back = "back",
    /// Ends the program.
    Quit = "quit",
    /// Forgets the key and asks for the passphrase again.
    Lock = "lock",
    /// Hides or shows all amounts.
    HideAmounts = "hide-amounts",
    /// Copies the command line that does the same.
    CopyCommand = "copy-command",
    /// Puts the program to sleep, as a shell's ctrl-Z does.
    Suspend = "suspend",
    /// Draws everything again.
    Redraw = "redraw",
    /// Shows long work, and cancels it.
    Jobs = "jobs",

    /// Opens the screen of the month.
    GoHome = "go-home",
    /// Opens the list of transactions.
    GoTransactions = "go-transactions",
    /// Opens the accounts.
    GoAccounts = "go-accounts",
    /// Opens the categories.
    GoCategories = "go-categories",
    /// Opens the payees.
    GoPayees = "go-payees",
    /// Opens the saving goals.
    GoGoals = "go-goals",
    /// Opens the reports.
    GoReports = "go-reports",
    /// Opens the import of bank files.
    GoImport = "go-import",
    /// Opens the review queue.
    GoReview = "go-review",
    /// Opens the history of changes.
    GoHistory = "go-history",
    /// Opens the backups.
    GoBackups = "go-backups",
    /// Opens the settings.
    GoSettings = "go-settings",

    /// Enters an expense, an income or a saving.
    Add = "add",
    /// Enters a transfer between accounts.
    AddTransfer = "add-transfer",

    /// One row down.
    Down = "down",
    /// One row up.
    Up = "up",
    /// One screen down.
    PageDown = "page-down",
    /// One screen up.
    PageUp = "page-up",
    /// To the first row.
    First = "first",
    /// To the last row.
    Last = "last",
    /// Opens what is under the cursor.
    Open = "open",
    /// Narrows the list to what is typed.
    Filter = "filter",
    /// Shows everything again.
    ClearFilter = "clear-filter",
    /// Marks a row, and goes on to the next.
    Mark = "mark",
    /// Marks all rows, or none.
    MarkAll = "mark-all",
    /// Sets fields of the marked rows.
    Bulk = "bulk",
    /// Turns the order around.
    Sort = "sort",
    /// Changes what is under the cursor.
    Edit = "edit",
    /// Enters the same again, today.
    Duplicate = "duplicate",
    /// Removes it.
    Delete = "delete",
    /// Marks as confirmed, pending or neither.
    NextStatus = "next-status",
    /// Shows or hides the details.
    Details = "details",

    /// Adds an account, a category, a payee, a goal.
    New = "new",
    /// Gives it another name.
    Rename = "rename",
    /// Puts two into one.
    Merge = "merge",
    /// Closes what is open, opens what is closed.
    Close = "close",
    /// Compares an account with the bank's statement.
    Reconcile = "reconcile",
    /// Adds money to a goal.
    Contribute = "contribute",
    /// Opens or closes a branch of a tree.
    Fold = "fold",

    /// The period before.
    PreviousPeriod = "previous-period",
    /// The period after.
    NextPeriod = "next-period",
    /// A longer period.
    Widen = "widen",
    /// A shorter period.
    Narrow = "narrow",
    /// Everything in one currency, or each amount in its own.
    Convert = "convert",
    /// Another report.
    NextReport = "next-report",
    /// The report before.
    PreviousReport = "previous-report",

    /// Another part of what is shown.
    NextPart = "next-part",
    /// The part before.
    PreviousPart = "previous-part",

    /// Takes back everything down to this change.
    UndoToHere = "undo-to-here",

    /// Makes a version at a remote.
    BackUp = "back-up",
    /// Rebuilds a version and opens it.
    Verify = "verify",
    /// Brings a version back, into another folder.
    Restore = "restore",
    /// Ends old versions.
    Prune = "prune",
    /// Asks the remotes anew.
    Refresh = "refresh",

    /// To the folder above.
    Parent = "parent",
    /// Turns a verdict around.
    Flip = "flip",
    /// Shows the rows that wait for a decision.
    Waiting = "waiting",
    /// Says yes to all that is sure.
    AcceptSure = "accept-sure",
    /// Books what is sure.
    Accept = "accept",

    /// To the next field.
    NextField = "next-field",
    /// To the field before.
    PreviousField = "previous-field",
    /// Saves what was typed.
    Save = "save",
    /// The choice below.
    NextChoice = "next-choice",
    /// The choice above.
    PreviousChoice = "previous-choice",
    /// Adds a line to a split.
    AddSplit = "add-split",
    /// Gives up what was typed.
    Cancel = "cancel",
    /// By the recovery code instead of the passphrase, or back.
    OtherSecret = "other-secret",
    /// Starts demo data, in place of a ledger.
    LookAround = "look-around",
}
