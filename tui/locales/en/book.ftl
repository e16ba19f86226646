### Whole books of other programs.
head-accounts = Accounts
head-prices = Prices
head-budgets = Budgets
head-uncarried = Left behind

word-rounding = Rounding
word-transfers = Transfers
word-virtual-postings = Virtual postings
word-line-of = { $file }, line { $line }

say-book-holds = A whole book ({ $format }): { $new } new transactions, { $known } known; { $accounts } accounts, { $prices } prices.
say-book-leaves = Not carried over: { $uncarried }. Unreadable: { $bad }.
say-of-line = { $place }: { $why } (`{ $what }`)
say-uncarried = not carried over: { $what }
say-more-uncarried = { $n ->
    [one] one more thing was not carried over; --json lists all
   *[other] { $n } more things were not carried over; --json lists all
}
say-assertion = { $place }: on { $date } `{ $account }` should hold { $expected } but holds { $found } (difference { $difference })
say-commodity = `{ $name }` was taken for { $code }; --currency '{ $name }=CODE' says otherwise
say-open-currency = amounts without a currency were taken for { $code }; --currency CODE says otherwise
say-kind-assumed = { $n ->
    [one] the kind of `{ $name }` is not told, so it became an asset; --kind ACCOUNT=liability says otherwise
   *[other] the kind of { $n } accounts is not told (`{ $name }` is the first), so they became assets; --kind ACCOUNT=liability says otherwise
}

error-bad-lines = { $n ->
    [one] one entry could not be read
   *[other] { $n } entries could not be read
}
error-book-option = { $option } says nothing about a whole book, which has its own accounts
hint-book-option = leave it out; `luka import --detect FILE` shows what the accounts become
error-mixed-files = some of these files are whole books, the others bank statements
hint-mixed-files = import the books and the statements with a command each
error-statement-currency = --currency is for whole books; a statement is in the currency of its account
hint-statement-currency = name the account with --account

error-open-currency = { $file } doesn't say its currency, and its amounts have { $n } decimal digits, more than { $code }
hint-open-currency = name the currency: --currency USD
    .screen = import it into a ledger in that currency

error-book-unknown-line = no entry begins like this
error-book-indented = the line is indented and belongs to nothing
error-book-date = a date was expected
error-book-date-range = the date is not between the years 1900 and 2999
error-book-amount = an amount was expected
error-book-account = an account was expected
error-book-text = text in quotes was expected
error-book-unbalanced = the postings don't sum to zero
error-book-several-open = only one amount can be left out
error-book-no-lot = no lot is there that matches
error-book-several-lots = several lots match
error-book-too-large = the amount is too large
error-book-cost = a price must be in another currency and have the sign of its amount
error-book-postings = a transaction can have at most a thousand postings
error-book-no-end = its end is missing
error-book-include = a file includes itself, or too many others

why-periodic = budgets and forecasts of periodic transactions stay with their program
why-automated = this automated transaction is not applied
why-timeclock = lines of a time clock are not money
why-include = the included file was not found beside the book
why-directive = this directive has no counterpart
why-attribute = accounts and currencies carry no data of their own
why-posting-date = all postings have the date of their transaction
why-posting-mark = a posting can't be pending on its own
why-lot = lots are not kept apart
why-note = notes on accounts are not kept
why-event = events are not kept
why-document = documents are not kept
why-query = queries of the other program are not kept
why-custom = custom entries are not kept
why-setting = settings of the other program are not kept
why-empty = a transaction needs two postings
why-price = a price must be more than zero and in another currency
why-price-known = the ledger has another price of that day, which stays
why-budget = a category has one budget for all months, that of the last
why-rounded = the amount was rounded to the digits of its currency
why-residue = the postings leave a rest, which was booked to an equity account
why-virtual = the other side of the virtual posting was booked to an equity account
why-shortened = the text was shortened
