### Accounts, categories, payees, goals, reconciling.

ask-payee = a few letters of the name …

head-last-day = Last
head-months = 12 months
head-status-short = St

label-description = Description
label-difference = Difference
label-inside = Inside of
label-into = Into
label-name = Name
label-opening = It holds now
label-reconciled-before = Reconciled before
label-statement = Statement of { $date }
label-statement-balance = Its balance
label-statement-date = Statement's day
label-ticked = Ticked: { $n } of { $of }

say-agrees = Everything agrees: Enter finishes.
say-aliases = Names under which bank files know it, separated by commas.
say-goal-amounts = { $current } of { $target }
say-goal-late = { $remaining } missing since { $date }
say-goal-missing = { $remaining } missing, no date
say-goal-pace = { $amount } a month until { $date }
say-goal-reached = reached
say-goal-then = then { $then } of { $target }
say-merge = Everything of { $name } moves into the other one, and { $name } goes. Undo brings it back.
say-month-average = { $amount } a month on average
say-no-accounts = There are no accounts yet: n makes one.
say-no-categories = There are no categories yet: n makes one.
say-no-goals = There are no saving goals yet: n makes one.
say-no-payees = There are no payees yet. They come with the transactions, or n makes one.
say-no-statement = Enter asks for the statement's day and balance; Esc goes back.
say-nothing-open = Up to that day everything is reconciled already.
say-nothing-ticked = Nothing is ticked: there is nothing to mark.
say-own-balance = { $amount } of it are its own
say-payees = { $n ->
    [one] 1 payee
   *[other] { $n } payees
    }
say-postings = { $n ->
    [one] 1 posting
   *[other] { $n } postings
    }
say-statement = Which day does the statement end on, and what does the bank say was there?
say-statement-less = { $amount } less in the statement
say-statement-more = { $amount } more in the statement

tell-goal-removed = Removed { $name } with its contributions; u brings it back
tell-reconciled = { $n ->
    [one] Reconciled { $account } at { $balance }: 1 posting marked
   *[other] Reconciled { $account } at { $balance }: { $n } postings marked
    }

title-aliases = Other names of { $name }
title-change = Change { $name }
title-contribute = Contribute to { $name }
title-contributions = Contributions
title-equity = Equity
title-merge = Merge { $name } into another
title-new-account = New account
title-new-category = New category
title-new-goal = New saving goal
title-new-payee = New payee
title-rename = Rename { $name }
title-statement = Reconcile { $name }

why-account-closed = this account is closed; c opens it again
why-busy = it is being saved
why-choose-account = go to an account first; this is the head of its kind
why-choose-category = go to a category first; this is the head of its kind
why-goal-closed = this goal is closed; c opens it again
why-latest-month = this is the current month
why-nothing-to-merge = there is no other one that it could be merged into

word-by-day = the latest first
word-by-match = the nearest first
word-by-month = the most this month first
word-by-name = by name
word-by-use = the most used first
label-decimals = Decimals
say-new-currency = a new currency: so many digits after the mark
say-currency-unknown = this currency is not known; type a few letters of its code, such as CLP or USD
