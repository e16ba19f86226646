### Help for the reports.

help-report = Reports: what came in, what went out, what is left
    .more = Without --in, amounts in other currencies than the ledger's main one have a table of their own ("other_currencies" in JSON). Query terms on what a report's rows are made of limit the rows, other terms select transactions.
    .examples =
        luka report monthly
        luka report categories --period last-month
        luka report networth --from 2024-01-01 --in USD
        luka report register Checking --format csv
help-report-monthly = Income, expense, saving and net of each month
    .year = The year; else this one
    .currency = Converted to this currency by the price at the end of each month
    .examples =
        luka report monthly --year 2025
        luka report monthly --period last-90-days cat:food
help-report-categories = The total of each category; this month when no days are named
    .currency = Converted to this currency by the price at the end of each month
    .examples =
        luka report categories --period 2025-q1
        luka report categories acct:card --in USD
help-report-balance = The balance of each account on a day
    .currency = Converted to this currency by the latest price; else each in its own
    .examples =
        luka report balance --date 2024-12-31
        luka report balance --in USD
help-report-register = The postings of an account or category with the running balance
    .account = The account or category; those inside it are shown too
    .limit = Only the last so many rows
    .currency = Converted to this currency by the price on each row's day
    .examples =
        luka report register Checking --period this-month
        luka report register Food --limit 20 payee:jumbo
help-report-income = The income statement; this year when no days are named
    .currency = Converted to this currency by the price at the end of each month
    .examples =
        luka report income --period last-year
help-report-balance-sheet = The balance sheet: what one has, owes, and is worth
    .currency = Converted to this currency by the latest price; else each in its own
    .examples =
        luka report balance-sheet --date 2024-12-31
help-report-networth = What one is worth at the end of each month; the last twelve by default
    .currency = Converted to this currency by the price at the end of each month
    .examples =
        luka report networth --period always
        luka report networth --from 2024-01-01 --in USD
help-report-cashflow = What came into and left one's accounts each month; transfers don't count
    .currency = Converted to this currency by the price at the end of each month
    .examples =
        luka report cashflow --period last-year
help-report-budget = Budget against actual; the periods of today when no days are named
    .currency = Converted to this currency by the price on the last day of each period
    .more = Each budget has periods of its own: those count that begin in the days named, or the one around them when none does.
    .examples =
        luka report budget
        luka report budget --period last-month cat:food
help-report-goals = How far each goal is, and what it needs each month to arrive in time
    .examples =
        luka report goals
help-report-payees = What was spent with each payee; this month when no days are named
    .limit = Only the largest so many
    .currency = Converted to this currency by the price at the end of each month
    .examples =
        luka report payees --period 2025 --limit 10
help-report-trend = A category month by month; the last twelve months by default
    .currency = Converted to this currency by the price at the end of each month
    .examples =
        luka report trend Food --period last-year
