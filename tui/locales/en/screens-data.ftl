### Bank files, the history, the settings.

## The settings

label-config-ascii = Glyphs
label-config-color = Colours
label-config-currency = Currency of new ledgers
label-config-idle-lock = Lock when idle for
label-config-keep-daily = Backups: days
label-config-keep-last = Backups: the last
label-config-keep-monthly = Backups: months
label-config-keep-weekly = Backups: weeks
label-config-keep-yearly = Backups: years
label-config-limit = Rows of `luka list`
label-config-max-age = Backup old after
label-config-theme = Theme
label-config-ttl = `luka unlock` keeps the key for
label-new-passphrase = New passphrase
label-old-passphrase = Passphrase so far

head-action = Action
head-keys = Keys
head-place = Where
head-setting = Setting

say-after-recovery = The recovery code opened the ledger. Choose a new passphrase now; Esc leaves the old one.
say-config-ascii = Whether lines, bars and arrows are drawn with signs beyond ASCII.
say-config-color = When the command line writes in colour; `never` also takes the colours off these screens.
say-config-currency = The main currency of a ledger that `luka init` makes.
say-config-idle-lock = After so long without a key these screens forget the key and ask for the passphrase; `never` keeps them open.
say-config-keep = Of how many there is still a version after `luka backup prune`. The newest and the newest proven one always stay.
say-config-language = The language of these screens and of the command line.
say-config-limit = How many rows `luka list` shows when nobody says.
say-config-max-age = When the last backup to a remote is older, `luka backup status` and `luka doctor` say so.
say-config-theme = The colours of these screens.
say-config-ttl = How long `luka unlock` holds the key when nobody says.
say-passphrases-same = the same
say-passwd = Only the key is wrapped anew; the ledger itself stays as it is. Older backups open with the passphrase before.
say-press-enter-key = Enter, then the new key
say-press-key = Press the new key:
say-press-key-how = Enter takes it, Backspace begins anew, Esc leaves it as it was.
say-usual = usually { $usual }

title-passphrase = Change the passphrase
title-settings-keys = Keys
title-settings-values = Values

error-key-unwritable = the configuration has no way to write `{ $key }`: nothing was changed
error-key-taken = `{ $key }` would be for “{ $one }” and for “{ $other }”: nothing was changed

why-usual-already = that is the usual already

word-ascii-no = all of them
word-ascii-yes = ASCII only
word-colour-always = always
word-colour-auto = on a terminal
word-colour-never = never
word-never = never
word-config-all = as many as fit well
word-own = own
word-theme-ansi = the terminal's 16 colours
word-theme-contrast = high contrast
word-theme-dark = dark
word-theme-light = light
word-theme-plain = no colours
word-usual = usual

## Opening the ledger

label-recovery-code = Code
hint-unlock-code = try again; Tab opens it by the recovery code
say-unlock-code = The recovery code from paper opens the ledger too; then you choose a new passphrase.

## The history

head-about = About
label-thing-name = Name
label-thing-parent = Inside of
say-more-changes = { $n ->
    [one] … and 1 more change
   *[other] … and { $n } more changes
    }
say-no-history = Nothing was changed yet.
say-on-device = on device { $device }
say-operation = number { $sequence }
say-steps = { $n ->
    [1] U takes it back
   *[other] U takes back { $n } operations, down to this one
    }
why-ground = that is what made the ledger
why-taken-back = that was taken back already; ctrl-r brings it back while it is the last
why-undo-itself = that is itself an undo or a redo; choose what it moved
word-kind-account = Account
word-kind-batch = Bank file
word-kind-contribution = Contribution
word-kind-currency = Currency
word-kind-goal = Saving goal
word-kind-payee = Payee
word-kind-price = Price
word-kind-row = Bank row
word-kind-tag = Tag
word-kind-transaction = Transaction
word-nothing = nothing
word-was-changed = changed
word-was-made = made
word-was-removed = removed
word-taken-back = taken back

## Bank files

ask-file = a few letters, or a path such as ~/Downloads
ask-rows-account = Which account are the rows of?
ask-two-readings = `{ $example }` has two readings, and no row tells which. Which one is it?

error-file-changed = the file changed since its rows were judged: nothing was imported
hint-file-changed = look at it again: esc, then enter


label-columns = Columns
label-fees = Fees
label-matches = By hand
label-profile = Profile
label-reasons = Why
label-signs = Signs

say-account-before = as the last file of this form
say-account-currency = it holds the currency of the file
say-account-last = the account used last: e chooses another
say-account-named = as the file says
say-account-said = as you chose
say-count-bad = { $n ->
    [one] row can't be read
   *[other] rows can't be read
    }
say-count-known = { $n ->
    [one] row was known already
   *[other] rows were known already
    }
say-count-left-out = { $n ->
    [one] row left out
   *[other] rows left out
    }
say-count-matched = { $n ->
    [one] row confirms an entry by hand
   *[other] rows confirm entries by hand
    }
say-count-new = { $n ->
    [one] row booked
   *[other] rows booked
    }
say-count-review = { $n ->
    [one] row waits: the next import asks again
   *[other] rows wait: the next import asks again
    }
say-empty-folder = This folder is empty.
say-enter-rows = Enter shows the rows.
say-import-done = u takes all of it back, Esc goes on to another file.
say-is-another = Something else than your entry of { $day } ({ $what }): it is booked as well.
say-is-entry = The same as your entry of { $day } ({ $what }), which it confirms.
say-known-row = Known from an earlier file. Space books it once more.
say-left-out = You left it out this time. Space takes it.
say-looks-like = Looks like your entry of { $day } ({ $what }). Space: it is the same, it is another.
say-more-files = … and { $n } more
say-rows-beyond = { $n } more rows are not shown
say-no-text = This is no text.
say-not-known = No earlier file brought it. Space leaves it out.
say-once-more = Known already, and booked once more.
say-reading = Reading { $file } …
say-warnings = { $n ->
    [one] 1 warning: i
   *[other] { $n } warnings: i
    }

tell-imported = { $n ->
    [one] 1 row imported; u takes it back
   *[other] { $n } rows imported; u takes them back
    }

title-how-read = How it was read
title-import-options = How the file is read

why-choosing-files = that works while a file is chosen: esc goes there
why-no-file = first open a file
why-nothing-sure = there is nothing new that is sure; space decides about a row
why-unreadable = a row that can't be read can't be taken

word-as-found = as found
word-day-first = day first
word-decimal-comma = comma: 1.234,56
word-decimal-point = point: 1,234.56
word-fees-apart = in addition to the amount
word-fees-within = within the amount
word-group-all = all
word-group-bad = unreadable
word-group-known = known
word-group-new = new
word-line = line { $line }
word-matches-merge = the same entries
word-matches-new = something else
word-matches-review = I decide
word-month-first = month first
word-signs-in = as written
word-signs-out = turned around
word-year-first = year first
say-again-leaves = { $what } The same key again leaves.
say-form-unsaved = What you typed is not saved yet.
say-decisions-kept = { $n ->
    [one] 1 decision about { $files } is not imported yet.
   *[other] { $n } decisions about { $files } are not imported yet.
    }
act-waiting = rows that wait
ask-columns = Not all columns of this file were recognised. Which one is what? What is left empty is not read.
error-no-table = this file has no columns
label-save-profile = Save as profile
say-column-needed = it needs a column; of the amounts either one for all, or one for money out or in
say-column-twice = this column is chosen already
say-profile-taken = there is a profile of that name; choose another
say-waiting = { $n ->
    [one] 1 row waits: w
   *[other] { $n } rows wait: w
    }
tell-profile-saved = Saved the profile { $name }: files with these columns are read with it.
title-import-columns = What the columns are
why-nothing-waits = nothing waits for a decision
word-columns-said = as I say
label-thing-active = Active
label-thing-closed = Closed
label-thing-base = Price of
word-yes = yes
word-no = no

## How the daemon paces itself

label-config-sync-quiet = Daemon: quiet before a backup
label-config-sync-at-most = Daemon: at the latest after
label-config-sync-poll = Daemon: look every
label-config-sync-verify-every = Daemon: verify every
label-config-sync-prune = Daemon: end old versions
label-config-sync-retry-first = Daemon: first retry after
label-config-sync-retry-most = Daemon: last retry after
say-config-sync = How luka-syncd paces itself; it reads this when it starts, and on SIGHUP.
label-config-server-url = Account server
label-config-server-pin = Account server: its key
say-config-server-url = Where `luka login` goes when nobody says. Without one everything stays on this machine.
say-config-server-pin = The hash of the server's key, for one whose certificate this machine does not know: sha256//…
word-config-none = none

title-review = Review
title-category-of = Which category?
word-all-kinds = Everything that waits
say-waiting-count = { $n ->
    [one] 1 waits
   *[other] { $n } wait
    }
say-waits-here = { $n ->
    [one] 1 waits to be reviewed: g v
   *[other] { $n } wait to be reviewed: g v
    }
tell-decided-one = Decided: { $line }
tell-decided = { $n ->
    [one] 1 decided
   *[other] { $n } decided
    }
why-no-category = no category can be given with this
why-nothing-proposed = nothing is proposed about it: e gives it a category
why-nothing-suggested = nothing waits that was only suggested
