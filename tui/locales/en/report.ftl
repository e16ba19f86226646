### The words of reports, and what can go wrong with them.

error-report-currency = The ledger doesn't know the currency { $code }
hint-report-currency = `luka currency list` shows the currencies, `luka currency add` makes one
error-account-closed = the account `{ $name }` is closed
error-nothing-named = there is nothing called `{ $name }`
error-no-such-id = no id begins with `{ $id }`
error-ambiguous-id = several ids begin with `{ $id }`

say-unconverted = No price to convert { $currencies }: these amounts are shown in their own currency. Add one with `luka price add`.
say-nothing-to-report = Nothing to report for these days.

head-account = Account
head-amount = Amount
head-assets = Assets
head-balance = Balance
head-category = Category
head-date = Date
head-expense = Expenses
head-goal = Goal
head-id = Id
head-in = In
head-income = Income
head-kind = Kind
head-liabilities = Liabilities
head-memo = Memo
head-missing = Missing
head-month = Month
head-net = Net
head-net-worth = Net worth
head-other = Other
head-out = Out
head-payee = Payee
head-per-month = Per month
head-progress = Progress
head-saved = Saved
head-saving = Saving
head-spent = Spent
head-target = Target
head-total = Total
head-transactions = Transactions
head-until = Until
head-with-children = With subcategories

word-average = Average
word-exchange = Currency exchange
word-kind-asset = asset
word-kind-equity = equity
word-kind-expense = expense
word-kind-income = income
word-kind-liability = liability
word-kind-saving = saving
word-no-payee = (no payee)
word-opening = Balance before
word-retained = Retained earnings
word-total = Total
word-total-assets = Assets
word-total-liabilities = Liabilities
