### The month and the reports.

head-balances = Balances
head-spending = Expenses by category

say-against = against { $month }
say-against-days = against { $month } 1–{ $day }
say-empty-ledger = Nothing is here yet. This is how one begins:
say-first-accounts = see and add accounts
say-first-entry = enter an expense, an income or a saving
say-first-help = everything that can be done here
say-first-import = bring in a file from the bank
say-nothing-spent = Nothing was spent this month.
say-of = { $part } of { $whole }
say-so-far = { $month }, so far

why-no-later = later there is nothing yet

word-also = Also:
word-better = better
word-same = the same
word-worse = worse
