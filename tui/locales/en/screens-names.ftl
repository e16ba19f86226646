### Accounts, categories, payees, goals, reconciling.
