### The words of the actions: the bottom line, `?`, the palette, the page about keys.

act-accept = book them
act-add = add
act-add-split = split: add a line
act-add-transfer = transfer
act-back = back
act-bulk = set fields of many
act-cancel = give up
act-change = change
act-clear-filter = clear the filter
act-close = close or reopen
act-confirm = take, go on
act-contribute = contribute
act-copy-command = copy the command line
act-delete = remove
act-details = details
act-down = down
act-duplicate = again, today
act-edit = edit
act-filter = filter
act-finish-reconcile = finish
act-first = first
act-flip = turn the verdict
act-fold = fold
act-go-accounts = accounts
act-go-categories = categories
act-go-goals = saving goals
act-go-history = history
act-go-home = the month
act-go-import = import
act-go-payees = payees
act-go-reports = reports
act-go-settings = settings
act-go-transactions = transactions
act-help = help
act-hide-amounts = hide or show amounts
act-import-options = how the file is read
act-jobs = what is going on
act-last = last
act-lock = lock
act-look-around = look around with made-up data
act-mark = mark
act-mark-all = mark all or none
act-merge = merge into another
act-narrow = shorter
act-new-account = new account
act-new-category = new category
act-new-goal = new goal
act-new-payee = new payee
act-next-choice = next choice
act-next-field = next field
act-next-period = later
act-next-report = next report
act-open = open
act-page-down = page down
act-page-up = page up
act-palette = find any action
act-previous-choice = choice before
act-previous-field = field before
act-previous-period = earlier
act-previous-report = report before
act-quit = quit
act-reconcile = reconcile
act-reconcile-again = another balance
act-redo = redo
act-redraw = draw again
act-register = its transactions
act-rename = rename
act-reset = back to the usual
act-rows = the rows behind it
act-save = save
act-sort = turn the order
act-status = status
act-suspend = sleep (back to the shell)
act-tick = tick
act-tick-all = tick all or none
act-undo = undo
act-undo-to-here = undo down to here
act-up = up
act-widen = longer

## Where keys work

title-accounts = Accounts
title-categories = Categories
title-everywhere = Everywhere
title-forms = Forms
title-goals = Saving goals
title-help = What can be done: { $page }
title-history = History
title-home = The month
title-import = Import
title-lists = Lists
title-palette = Find an action
title-payees = Payees
title-reconcile = Reconcile
title-reports = Reports
title-settings = Settings
title-transactions = Transactions
title-welcome = Welcome to LukaLibre

## Why an action can't be done now

why-elsewhere = that works on another screen
why-locked = first the ledger has to be opened
why-no-account = choose an account first: g a, then enter
why-no-filter = there is no filter to clear
why-no-job = nothing is going on
why-no-rows = there are no rows here

## The page about keys

title-keys = Keys
say-keys-intro = `?` shows the keys of the screen one is on, `:` finds any action by its words. Each can have other keys in `config.toml`, by its name; several are separated by ` | `:
head-command = The same on the command line
head-does = What it does
