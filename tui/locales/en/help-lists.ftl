### Help for the commands that keep names: accounts, categories, payees, tags, goals, currencies.

help-account = Accounts: where value sits
help-account-list = List accounts with their balances
    .date = The balances of this day
help-account-add = Add an account
    .name = Its name; Bank:Checking makes it part of Bank
    .kind = Its kind
    .currency = Its currency; else the main one
    .opening = What is in it to begin with
    .date = The day of the opening balance; else today
    .examples =
        luka account add Checking --kind asset --opening 250000
        luka account add Visa --kind liability --currency USD
help-account-edit = Change an account
help-account-rm = Remove an account that has no postings
help-account-close = Close an account: it takes no new postings
help-account-reopen = Open a closed account again
help-account-rename = Rename an account
help-account-merge = Move all postings of one account to another, and remove the first
    .from = The account that goes away
    .into = The account that stays

help-category = Categories: what money was for
help-category-list = List categories
help-category-add = Add a category
    .name = Its name; Food:Groceries makes it part of Food
    .kind = Its kind
    .examples =
        luka category add Groceries --kind expense --parent Food
help-category-edit = Change a category
help-category-rm = Remove a category that has no postings
help-category-close = Close a category: it takes no new postings
help-category-reopen = Open a closed category again
help-category-rename = Rename a category
help-category-merge = Move all postings of one category to another, and remove the first
    .from = The category that goes away
    .into = The category that stays

help-payee = Payees: who was paid, or who paid
help-payee-list = List payees
    .text = Only names with this text
help-payee-add = Add a payee
    .name = Its name
    .aliases = Another name, as bank files write it; may be given several times
help-payee-edit = Change a payee
    .aliases = Add another name; may be given several times
    .unaliases = Take another name away; may be given several times
help-payee-rm = Remove a payee that no transaction has
help-payee-rename = Rename a payee
help-payee-merge = Give all transactions of one payee to another, and remove the first
    .from = The payee that goes away
    .into = The payee that stays

help-tag = Tags: words that group transactions
help-tag-list = List tags
    .text = Only names with this text
help-tag-add = Add a tag
    .name = Its name
help-tag-edit = Change a tag
help-tag-rm = Remove a tag from all transactions
help-tag-rename = Rename a tag
help-tag-merge = Replace one tag by another, and remove the first
    .from = The tag that goes away
    .into = The tag that stays

help-goal = Saving goals
help-goal-list = List goals with what has been saved
    .all = Inactive ones too
help-goal-show = Show a goal and its contributions
help-goal-add = Add a goal
    .name = Its name
    .date = By when: 2026-12-31
    .examples =
        luka goal add "New bicycle" --target 450000 --date 2026-12-31
help-goal-edit = Change a goal
    .date = By when
    .no-date = Without a date
help-goal-rm = Remove a goal and its contributions
help-goal-close = Make a goal inactive: it takes no contributions
help-goal-reopen = Make a goal active again
help-goal-contribute = Put money aside for a goal
    .goal = The goal
    .amount = How much; a negative amount takes money back out
    .transaction = The transaction that moved the money
    .examples =
        luka goal contribute "New bicycle" 50000 --memo "from the bonus"

help-currency = Currencies
help-currency-list = List the ledger's currencies
    .all = All that are built in, too
help-currency-add = Add a currency
    .decimals = How many decimal digits it has; known for the built-in ones
    .examples =
        luka currency add USD
        luka currency add POINTS --decimals 0 --symbol ★
help-currency-edit = Change a currency
    .default = Make it the main currency
help-currency-rm = Remove a currency that nothing uses

help-price = Prices: what one currency is worth in another, on a day
help-price-list = List prices, the newest first
    .currency = Only those of this currency
    .period = Only these days
help-price-add = Add a price
    .currency = The currency whose price it is
    .rate = What one unit costs
    .quote = In this currency; else the main one
    .examples =
        luka price add USD 950
        luka price add CLF 37856.12 CLP --date 2025-03-31
help-price-edit = Change a price
    .rate = What one unit costs
help-price-rm = Remove a price
