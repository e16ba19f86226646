### The month and the reports.

head-balances = Balances
head-equity = Equity
head-last-months = The last months
head-spending = Expenses by category
head-year = Year

say-against = against { $month }
say-against-days = against { $month } 1–{ $day }
say-all-in = all in { $code }
say-empty-ledger = Nothing is here yet. This is how one begins:
say-first-accounts = see and add accounts
say-first-entry = enter an expense, an income or a saving
say-first-help = everything that can be done here
say-first-import = bring in a file from the bank
say-nothing-spent = Nothing was spent this month.
say-of = { $part } of { $whole }
say-on-day = on { $day }
say-other-payees = { $n ->
    [one] 1 other
   *[other] { $n } others
    }
say-so-far = { $month }, so far
say-up-to = up to { $amount }

title-report-balance-sheet = Balance sheet
title-report-balances = Balances
title-report-cashflow = Cash flow
title-report-income = Income statement
title-report-monthly = Months
title-report-networth = Net worth
title-report-trend = Trend
title-trend-of = Trend of which category?

why-a-sum = this is a sum: choose one of the lines it is made of
why-all-time = all time is shown: - makes it shorter
why-narrowest = it can't be shorter here
why-no-later = later there is nothing yet
why-one-currency = this ledger has one currency only
why-widest = it can't be longer here

word-all-time = all time
word-also = Also:
word-average-month = Average per month
word-better = better
word-everything = everything
word-month = month
word-quarter = quarter
word-same = the same
word-twelve-months = 12 months
word-worse = worse
word-year = year
say-making-ledger = The ledger is being made. Deriving its key takes a moment, on purpose.
say-rates-of = in prices of { $day }
say-rates-of-ends = in prices of the end of each month
