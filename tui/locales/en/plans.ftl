### Budgets, schedules and rules: what is said, and what can go wrong.

error-planned = { $n ->
    [one] `{ $name }` is named by a budget, schedule or rule
   *[other] `{ $name }` is named by { $n } budgets, schedules or rules
    }
error-label-planned = `{ $name }` is named by a schedule or rule that needs it
hint-planned = see `luka budget list`, `luka schedule list` and `luka rule list`
    .screen = budgets, schedules and rules are changed on the command line

say-skipped-once = Skipped { $name } on { $date }.
say-nothing-due = { $n ->
   *[other] Nothing is due.
    }
say-would-enter = { $n ->
    [one] 1 transaction would be entered.
   *[other] { $n } transactions would be entered.
    }
say-entered = { $n ->
    [one] Entered 1 transaction. `luka undo` takes it back.
   *[other] Entered { $n } transactions. `luka undo` takes them back.
    }

head-actual = Actual
head-budgeted = Budget
head-carried = Carried over
head-conditions = When
head-debt = Debt
head-every = Each
head-from = From
head-left = Left
head-name = Name
head-next = Next
head-recurrence = Recurrence
head-remaining = To come
head-sets = Sets
head-group-plans = Plans

word-every-week = week
word-every-two-weeks = two weeks
word-every-four-weeks = four weeks
word-every-month = month
word-every-quarter = quarter
word-every-year = year
word-verb-budget = budget
word-verb-schedule = schedule
word-verb-schedule-run = entries on schedule
word-verb-rule = rule
word-verb-review = review

error-budget-exists = `{ $category }` has a budget for each { $every } in that currency already
hint-budget-exists = change it with `luka budget edit`
error-budget-not-positive = a budget is more than zero
error-day-of-month = weeks begin on a date, not on a day of the month
hint-day-of-month = pass --starts with a date, as in --starts 2025-04-14
error-out-of-range = the periods would lie outside of the calendar
error-rrule-frequency = a recurrence needs FREQ
error-rrule-part = `{ $part }` is not supported in a recurrence
error-rrule-twice = the recurrence has `{ $part }` twice
error-rrule-value = `{ $value }` is no value for { $part } in a recurrence
error-rrule-combination = { $parts }: these don't go together in a recurrence
hint-rrule = known are FREQ, INTERVAL, COUNT or UNTIL (YYYYMMDD), BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS=-1, as in FREQ=MONTHLY;BYDAY=-1FR
error-never = no day fits the recurrence
hint-never = look at its days and its end
error-end-twice = two things say when the schedule ends
hint-end-twice = give one of --until, --times, --instalments, or COUNT or UNTIL in the rule
error-instalments = { $n ->
   *[other] the amount can't be paid in { $n } instalments
    }
hint-instalments = from 2 to 600, and at least the smallest unit of the currency in each
error-begun = { $n ->
    [one] 1 instalment is behind it, so its amount and its days stay
   *[other] { $n } instalments are behind it, so its amount and its days stay
    }
hint-begun = each one that was entered can be changed with `luka edit`
error-schedule-currencies = a schedule can't move money from { $one } to { $other }
hint-schedule-currencies = both sides of a schedule are in the account's currency; name a new amount with a new account
error-schedule-over = nothing is left of that schedule
hint-schedule-over = give it another end with `luka schedule edit`
error-too-many-due = more than { $most } transactions are due
hint-too-many-due = look at the dates of the schedules, or pass an earlier --until
error-rule-term = a rule can't ask for `{ $prefix }:`
hint-rule-term = free text, payee:, memo:, amt:, acct: and date: can be asked of a row, not: before any
error-rule-parts = the parts of a row are more than the whole
hint-rule-parts = shares in percent add up to 100 at most; the category takes what they leave
error-rule-share = `{ $text }` is no part of a row
hint-rule-share = a part is a share such as 30% or an amount such as 1500, behind a category: --set-split Home=30%
error-rule-transfer = a transfer has no category and no parts
hint-rule-transfer = take one of them away: --set-category "" --no-split, or --set-transfer ""
error-rule-pattern = `{ $text }` is no condition of a rule
hint-rule-pattern = a pattern is a regular expression between slashes, payee:/^uber/; a day is one to 31, day:5 or day:1..10
error-rule-blank = a rule needs a condition
error-rule-idle = a rule needs something to set
hint-rule-idle = pass --set-category, --set-payee, --set-memo or --add-tag
hint-rule-exists = choose another name, or change that one with `luka rule edit`
hint-plan-id = `{ $command }` shows the ids; the first characters are enough
