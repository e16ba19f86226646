### Accounts, categories, payees, tags, goals, currencies and prices: what is said, and what can go wrong.

ask-remove-goal = { $n ->
    [one] Remove the goal `{ $name }` and its contribution?
   *[other] Remove the goal `{ $name }` and its { $n } contributions?
    }

say-added = Added { $name }.
say-changed = Changed { $name }.
say-removed = Removed { $name }.
say-already-closed = { $name } is closed already; nothing changed.
say-already-open = { $name } is open already; nothing changed.
say-already-so = { $name } is so already; nothing changed.
say-closed = Closed { $name }.
say-reopened = Reopened { $name }.
say-merged = { $n ->
    [one] Merged { $from } into { $into }: 1 transaction moved.
   *[other] Merged { $from } into { $into }: { $n } transactions moved.
    }
say-contributed = { $name } holds { $current } of { $target } now.
say-nothing-listed = Nothing to list.

head-aliases = Also known as
head-currency = Currency
head-decimals = Decimals
head-priority = Priority
head-quote = In
head-rate = Rate
head-symbol = Symbol
head-tag = Tag
head-transaction = Transaction

word-closed = closed
word-in-ledger = in the ledger
word-inactive = inactive
word-main-currency = main
word-opening-balances = Opening balances

error-exists = `{ $name }` exists already
hint-exists-merge = merge the two, or choose another name
error-kind-differs = `{ $name }` is of kind { $found }, not { $expected }
hint-kind-differs = what lies below another has its kind
error-merge-currencies = `{ $from }` and `{ $into }` are in different currencies
error-account-in-use = `{ $name }` is in use: { $postings ->
    [one] 1 posting
   *[other] { $postings } postings
    }, { $below } below it
hint-account-in-use = merge it into another, or close it
error-circle = `{ $name }` can't be moved or merged there
hint-circle = nothing lies below itself, and a tree has a limited depth
error-not-empty = `{ $name }` is not empty
hint-not-empty = move what it holds with `luka transfer` first
    .screen = move what it holds with a transfer first: t
error-label-in-use = { $n ->
    [one] `{ $name }` is in use: 1 transaction
   *[other] `{ $name }` is in use: { $n } transactions
    }
hint-label-in-use = merge it into another
error-merge-itself = nothing can be merged into itself
error-goal-inactive = the goal `{ $name }` is not active
hint-goal-inactive = luka goal reopen "{ $name }"
    .screen = c opens { $name } again
error-goal-in-use = { $n ->
    [one] the goal `{ $name }` has 1 contribution
   *[other] the goal `{ $name }` has { $n } contributions
    }
hint-goal-in-use = pass --yes to remove them with it, or close it with `luka goal close`
    .screen = close it with c instead
error-overdrawn = the goal `{ $name }` holds { $current } only
error-not-positive = a target must be more than zero, a contribution other than zero
hint-not-positive = a negative contribution takes money back out
error-priority = that is not a priority
hint-priority = write a number from 1 to 1000000; 1 comes first
error-currency-exists = the ledger has the currency { $code } already
error-currency-in-use = the currency { $code } is in use
error-decimals-missing = { $code } is not built in: how many decimal digits has it?
hint-decimals-missing = pass --decimals
    .screen = make it with an account of it (3, n), where its decimals are asked for
error-decimals-fixed = { $digits ->
    [0] { $code } has no decimal digits
    [one] { $code } has 1 decimal digit
   *[other] { $code } has { $digits } decimal digits
    }
error-decimals = a currency has at most { $most } decimal digits
error-rate = a price is more than zero, not { $rate }
error-same-currency = a price is in another currency than what it prices
error-no-price = there is no price of { $base } in { $quote } on { $date }
error-no-price-id = no price has an id that begins with `{ $id }`
hint-list-prices = see `luka price list`
    .screen = prices are entered on the command line, with `price add`
