### The screens.

ask-filter = payee, memo, cat:food, amt:>100, date:2025-03 …
ask-narrow = type to narrow, Enter does it
error-interrupted = it was stopped; nothing was changed
error-keymap-action = `{ $name }` in [keys] is no action
hint-keymap-action = the guide's page about keys lists the actions
error-keymap-key = `{ $key }` is no key, for `{ $action }` in [keys]
hint-keymap-key = keys are written like `x`, `ctrl-x`, `alt-x`, `pgdn`, `g h`; several are separated by ` | `
error-keymap-conflict = the key `{ $key }` is for `{ $one }` and for `{ $other }`
hint-keymap-conflict = give one of them another key in [keys]
error-needed = this is needed
error-nothing-to-set = fill in what shall be set
error-terminal = the terminal can't be used
hint-config-ascii = true or false
hint-config-idle-lock = write a span of time such as 10m or 1h, or never
hint-config-theme = one of dark, light, contrast, ansi, plain

label-from = From
label-language = Language
label-new-kind = New, as
label-passphrase = Passphrase
label-passphrase-again = Once more
label-received = Received
label-split = Split
label-split-amount = …amount
label-tag = Add tag
label-to = To
label-untag = Remove tag

say-bulk = What stays empty stays as it is. Undo takes all of it back.
say-choose = choose one from the list
say-copied = Copied: { $command }
say-good-passphrase = a good passphrase
say-job-cancel = It goes on by itself. x cancels it, and nothing is changed.
say-loading = One moment …
say-many-legs = It has postings for which there are no fields here: they stay as they are, and come along when it is entered again.
say-marked = { $n } marked
say-new-payee = a new payee
say-no-command = There is no command line for this.
say-no-matches = Nothing matches. Esc shows everything again.
say-nothing-found = nothing found
say-opening = opening …
say-received-needed = how much arrived? the currencies differ
say-received-same = only when the currencies differ
say-recovery-close = Write it down. It is shown only now. Enter closes this.
say-recovery-why = If the passphrase is ever forgotten, only this recovery code opens the ledger:
say-rest = { $rest } of it after the splits
say-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
    }
say-saving = saving …
say-step = { $bar } { $percent } %, { $done } of { $of }
say-too-small = This window is too small: LukaLibre needs 40 columns and 12 rows.
say-unlock = Your passphrase opens the ledger.
say-welcome = Your money stays on this computer, encrypted with a passphrase that only you know. Ctrl-D looks around with made-up data instead.

tell-bulk = { $n ->
    [0] Nothing had to change
    [one] 1 transaction changed
   *[other] { $n } transactions changed
    }
tell-changed = Changed: { $line }
tell-redone = Done again: { $what }
tell-removed = { $n ->
    [one] 1 transaction removed; u brings it back
   *[other] { $n } transactions removed; u brings them back
    }
tell-saved = Saved: { $line }
tell-unchanged = Nothing changed
tell-undone = Taken back: { $what }

title-add = Add
title-bulk = { $n ->
    [one] Set fields of 1 row
   *[other] Set fields of { $n } rows
    }
title-details = Details
title-edit = Edit
title-jobs = What is going on
title-recovery-code = Recovery code
title-transfer = Transfer
title-unlock = Open the ledger

word-asset = asset
word-cleared = cleared
word-demo = made-up data
word-equity = equity
word-expense = expense
word-hidden = amounts hidden
word-income = income
word-liability = liability
word-no-starter = none
word-pending = pending
word-reconciled = reconciled
word-saving = saving
word-starter = a few to begin with
word-unchanged = as it is
word-unmarked = unmarked

word-monday = Monday
word-tuesday = Tuesday
word-wednesday = Wednesday
word-thursday = Thursday
word-friday = Friday
word-saturday = Saturday
word-sunday = Sunday
