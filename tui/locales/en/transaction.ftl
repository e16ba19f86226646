### Transactions, their history, the doctor and the demo.

hint-account-closed = `luka account reopen` opens it again
    .screen = 3 goes to the accounts; c there opens it again

## Entries that are refused

error-several-accounts = several accounts could be meant, and none was used last
hint-several-accounts = name it with --account
    .screen = choose one in the field “Account”
error-no-account-yet = there is no account yet
hint-no-account-yet = make one with `luka account add Cash --kind asset`
    .screen = 3 goes to the accounts; n there makes one
error-other-kind = `{ $name }` exists already, and is of kind { $kind }
hint-other-kind = leave --create out, or choose another name
    .screen = choose another name
error-reconciled = the transaction was reconciled with a statement
hint-reconciled = `luka history` tells when; `luka undo` takes a reconciliation back, `luka rm --reconciled` removes it all the same
    .screen = 9 tells when; U there takes the reconciliation back
error-splits-exceed = the splits are larger than the whole: { $over } too much
hint-splits-exceed = the amount is the whole, the category takes what the splits leave
error-received-missing = the accounts are in { $one } and { $other }: how much was received?
hint-received-missing = pass --received with the amount in { $currency }
    .screen = say in the field “Received” how much it is in { $currency }
error-received-needless = both accounts are in { $currency }: one amount is enough
hint-received-needless = leave --received out
    .screen = leave the field “Received” empty
error-same-account = a transfer needs two different accounts
error-which-leg = { $n ->
    [0] the transaction has no part that this could change
   *[other] the transaction has { $n } parts of that sort, so it is not clear which one is meant
    }
hint-which-leg = `luka show` shows the parts; with --split all of them are given anew
    .screen = e opens it, where each part has a field
error-other-currency = the transaction is in { $found }, the account in { $expected }
hint-other-currency = an account takes postings in its own currency only
error-zero-amount = the amount can't be zero
hint-zero-amount = a refund has a minus; for the other direction of a transfer, swap the accounts
error-setting = `{ $text }` is not of the form FIELD=VALUE
error-setting-field = `{ $field }` can't be set for many transactions at once
error-differs = the ledger has { $ours } on that day, the statement { $theirs }: { $difference } apart
hint-differs = look for what is missing or there twice with `luka list "acct:{ $account }" date:..{ $date }`, then try again
error-nothing-to-edit = nothing was named that should change
error-no-undo = there is nothing to undo
error-no-redo = there is nothing to do again
hint-history = `luka history` shows what was changed
hint-limit = write a number of rows, or `all`
error-doctor = { $n ->
    [one] one check found something wrong
   *[other] { $n } checks found something wrong
    }

## What is said

say-saved = Saved { $id }: { $line }
say-edited = Changed { $id }: { $line }
say-unchanged = Nothing changed in { $id }: { $line }
say-deleted = Removed { $id }: { $line }
say-undo-removal = { $n ->
    [one] `luka undo` brings it back.
   *[other] `luka undo` brings them back.
    }
say-undo = `luka undo` takes it back.
say-redo = `luka redo` does it again.
word-moved-one = { $verb } { $first }
word-moved-several = { $verb } { $first } … ({ $n } changes)
say-undone = Taken back: { $what } (change { $sequence })
say-redone = Done again: { $what } (change { $sequence })
say-no-more-steps = There were only { $n }.
say-no-transactions = There are no transactions yet. `luka add 4500 lunch` makes one.
    .screen = There are no transactions yet. a enters one.
say-nothing-fits = No transaction fits.
say-more-rows = { $n ->
    [one] One more; --limit all shows it.
   *[other] { $n } more; --limit all shows them.
    }
say-changed-since = { $n ->
    [one] Changed once since; `luka history { $id }` tells how.
   *[other] Changed { $n } times since; `luka history { $id }` tells how.
    }
say-reconciled = { $n ->
    [0] { $account } agrees with the statement: { $balance } on { $date }. Nothing new was marked.
    [one] { $account } agrees with the statement: { $balance } on { $date }. One posting was marked.
   *[other] { $account } agrees with the statement: { $balance } on { $date }. { $n } postings were marked.
    }
ask-bulk = { $n ->
    [one] Change this transaction?
   *[other] Change these { $n } transactions?
    }
say-nothing-changed = Nothing was changed.
say-bulk-more = { $n ->
    [one] … and one more transaction
   *[other] … and { $n } more transactions
    }
say-bulk-nothing = { $same ->
    [0] No transaction fits, { $n } changed.
    [one] The one that fits is like that already, { $n } changed.
   *[other] The { $same } that fit are like that already, { $n } changed.
    }
say-bulk-would = { $n } would change, { $same } would stay.
say-bulk-done = { $n } changed, { $same } stayed.
say-checking = [{ $at }/{ $of }] { $check }
say-making = { $made } of { $of } transactions
say-demo-made = { $n ->
    [one] It holds 1 made-up transaction.
   *[other] It holds { $n } made-up transactions.
    }
say-demo = { $n ->
    [one] A made-up life of three years in 1 transaction.
   *[other] A made-up life of three years in { $n } transactions.
    }
say-demo-next =
    It is gone already. Next:
      luka demo --ledger ~/luka-demo --no-tui   the same data in a ledger that stays
      luka report monthly --ledger ~/luka-demo  a year of it
      luka init                                 a ledger of your own
      luka add 4500 lunch                       the first entry in it

word-from = { $amount } from { $account }
word-to = { $amount } to { $account }
word-moved = { $amount } from { $one } to { $other }
word-exchanged = { $amount } from { $one }, { $received } to { $other }
word-split = split ({ $n })
word-status-unmarked = unmarked
word-status-pending = pending
word-status-cleared = cleared
word-status-reconciled = reconciled
word-check-ok = ok
word-check-wrong = wrong
word-examined = { $n } looked at
word-wrong = { $n } wrong; the first: { $first }

head-tags = Tags
head-status = Status
head-source = Source
head-cost = Worth
head-field = Field
head-before = Before
head-after = After
head-number = No.
head-when = When
head-what = What
head-changed = Changed
head-device = Device
head-metadata = Metadata
head-postings = Postings
head-check = Check
head-ok = Result
head-detail = Detail
head-top-categories = Where the money went this month
head-last-transactions = The last transactions

## The history

word-verb-of = { $what } { $target }
word-verb-init = ledger made
word-verb-restore = book restored
word-verb-add = entry
word-verb-transfer = transfer
word-verb-edit = edit
word-verb-rm = removal
word-verb-bulk = bulk edit
word-verb-import = import
word-verb-reconcile = reconciliation
word-verb-account = account
word-verb-category = category
word-verb-payee = payee
word-verb-tag = tag
word-verb-goal = goal
word-verb-contribute = contribution
word-verb-currency = currency
word-verb-price = price
word-verb-demo = demo data
word-verb-undo = undo of
word-verb-redo = redo of
word-verb-other = change
word-action-create = made
word-action-update = changed
word-action-delete = removed

## The doctor

check-permissions = Only you can reach the files
check-keys = The key slots can be read
check-pages = Every page is authentic
check-structure = Tables and indices are whole
check-references = Nothing points nowhere
check-balance = Every transaction balances
check-accounts = Currencies and kinds fit
check-plans = Budgets, schedules and rules fit what they name
check-rollups = Totals are the sums of the postings
check-chain = The history is unbroken
check-head = The history ends where it should
check-history = Every row is what the history says
