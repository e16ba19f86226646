### Help for what is planned: budgets, schedules, rules.

help-budget = Budgets: an amount for a category in each period
help-budget-list = List budgets: what there was, what was spent, what is left
    .date = In the periods that contain this day; else today
help-budget-add = Add a budget
    .category = The category; those inside it count too
    .amount = How much in each period
    .every = How long a period is
    .starts = Where periods begin: a day of the month (25), last-business-day, or a date; else with the calendar
    .rollover = Carry what a period leaves, or lacks, into the next one
    .examples =
        luka budget add Food 250000
        luka budget add Food 250000 --starts last-business-day --rollover
        luka budget add Leisure 40000 --every two-weeks --starts 2025-04-11
help-budget-edit = Change a budget
    .budget = The category, or the budget's id
    .new-amount = The new amount in each period
    .every = How long a period is; it counts from today's period on
    .starts = Where periods begin; it counts from today's period on
    .rollover = Carry what is left over
    .no-rollover = Carry nothing over
help-budget-rm = Remove a budget
    .budget = The category, or the budget's id

help-schedule = Schedules: what recurs, and instalments
help-schedule-list = List schedules: when next, how many are to come, what is still owed
help-schedule-add = Add a schedule; `luka schedule run` enters what is due
    .amount = How much each time; with --instalments the whole purchase
    .to-account = Transfer to this account instead
    .account = The account; else the one used last
    .instalments = Pay the amount in so many parts, one each time
    .every = How often; a day that a month lacks becomes its last one
    .rule = The same as a rule of RFC 5545: FREQ=MONTHLY;BYDAY=-1FR
    .from = The first day; today when not given
    .until = No later than this day
    .times = Only so many times
    .examples =
        luka schedule add 450000 rent --every month --from 2025-05-05
        luka schedule add 359990 clothes --instalments 12 --account Card --payee Store
        luka schedule add 50000 --to Savings --every month --account Checking
        luka schedule add 8000 subscriptions --rule "FREQ=MONTHLY;BYDAY=1MO" --times 6
help-schedule-edit = Change a schedule; what it entered stays
    .new-amount = The new amount
    .to-account = Transfer to this account
    .untags = Take a tag away; may be given several times
    .every = How often
    .rule = How often, as a rule of RFC 5545
    .until = No later than this day
    .times = Only so many times in all
help-schedule-rm = Remove a schedule; what it entered stays
help-schedule-skip = Let the next occurrence go by
help-schedule-run = Enter everything that is due, in one step
    .until = Up to this day; else today
    .examples =
        luka schedule run --dry-run
        luka schedule run --until 2025-12-31

help-rule = Rules: what to set on imported rows
    .more = Rules are asked in their order; the first that sets a field wins, and tags of all that fit are added. What a rule set is in the transaction's metadata.
help-rule-list = List rules in the order in which they are asked
help-rule-add = Add a rule
    .terms = What must hold: free text, payee: memo: amt: acct: date: day:, /patterns/, not: before any
    .set-category = The category to set
    .set-payee = The payee to set
    .set-memo = The memo to set
    .add-tags = A tag to add; may be given several times
    .set-splits = A part for another category, 30% or an amount; may be given several times
    .set-transfer = The other own account: the row is one side of a transfer
    .no-splits = No parts
    .called = A name for the rule
    .position = Its place among the rules, 1 is asked first; else the last
    .examples =
        luka rule add payee:uber --set-category Transport
        luka rule add "compra farmacia" "amt:<20000" --set-category Health --add-tag family
        luka rule add "payee:/^costco/" day:1..10 --set-category Food --set-split Home=30%
        luka rule add "traspaso a ahorro" --set-transfer Savings
help-rule-edit = Change a rule, or its place
    .rule = The rule's name, its id, or its first characters
    .terms = Other conditions instead of all it has
    .set-category = The category to set; an empty text sets none
    .set-payee = The payee to set; an empty text sets none
    .set-memo = The memo to set; an empty text sets none
    .add-tags = One more tag to add; may be given several times
    .set-splits = These parts instead of all it has
    .no-splits = No parts any longer
    .set-transfer = The other own account; an empty text sets none
    .no-tags = Add this tag no longer; may be given several times
    .called = Another name
    .position = Another place; 1 is asked first
help-rule-rm = Remove a rule; what it set stays
    .rule = The rule's name, its id, or its first characters
help-rule-test = Show what rules would change in the transactions that are there
    .words = First a rule (a word without a colon; all rules when left out), then query terms
    .examples =
        luka rule test
        luka rule test 7k2 date:2025
