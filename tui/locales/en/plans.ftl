### Budgets, schedules and rules: what is said, and what can go wrong.

error-planned = { $n ->
    [one] `{ $name }` is named by a budget, schedule or rule
   *[other] `{ $name }` is named by { $n } budgets, schedules or rules
    }
error-label-planned = `{ $name }` is named by a schedule or rule that needs it
hint-planned = see `luka budget list`, `luka schedule list` and `luka rule list`
