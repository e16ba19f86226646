-- Plans: budgets, schedules and rules. Adds tables; touches none of the first version's.

-- An amount for a category in each of its periods. `starts` is the day of the month on which months,
-- quarters and years begin (0: the last business day); weeks have none and count from `since`.
CREATE TABLE budgets (
    id       INTEGER PRIMARY KEY,
    category INTEGER NOT NULL REFERENCES accounts (id),
    amount   INTEGER NOT NULL CHECK (amount > 0),
    currency INTEGER NOT NULL REFERENCES currencies (id),
    every    TEXT NOT NULL
             CHECK (every IN ('week', 'two-weeks', 'four-weeks', 'month', 'quarter', 'year')),
    starts   INTEGER CHECK (starts BETWEEN 0 AND 31),
    since    INTEGER NOT NULL,
    rollover INTEGER NOT NULL CHECK (rollover IN (0, 1)),
    CHECK ((starts IS NULL) = (every IN ('week', 'two-weeks', 'four-weeks')))
);
CREATE UNIQUE INDEX budgets_by_category ON budgets (category, currency, every);

-- A transaction that recurs. `counter` is a category, or the account that a transfer reaches;
-- `passed` occurrences, the last on day `through`, were entered or skipped.
CREATE TABLE schedules (
    id          INTEGER PRIMARY KEY,
    account     INTEGER NOT NULL REFERENCES accounts (id),
    counter     INTEGER NOT NULL REFERENCES accounts (id) CHECK (counter <> account),
    amount      INTEGER NOT NULL CHECK (amount <> 0),
    currency    INTEGER NOT NULL REFERENCES currencies (id),
    payee       INTEGER REFERENCES payees (id),
    memo        TEXT NOT NULL DEFAULT '' CHECK (length(memo) <= 500),
    tags        TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
    start       INTEGER NOT NULL,
    recurrence  TEXT NOT NULL,
    instalments INTEGER CHECK (instalments BETWEEN 2 AND 600),
    passed      INTEGER NOT NULL CHECK (passed >= 0),
    through     INTEGER,
    CHECK ((passed = 0) = (through IS NULL))
);

-- What to set on imported rows. `terms` are the conditions, texts in the order they were given.
CREATE TABLE rules (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 100),
    position INTEGER NOT NULL CHECK (position >= 1),
    terms    TEXT NOT NULL CHECK (json_type(terms) = 'array'),
    category INTEGER REFERENCES accounts (id),
    payee    INTEGER REFERENCES payees (id),
    memo     TEXT CHECK (length(memo) BETWEEN 1 AND 500),
    tags     TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array')
);

CREATE TRIGGER currencies_exponent_stays_in_plans BEFORE UPDATE OF exponent ON currencies
WHEN new.exponent <> old.exponent
    AND (EXISTS (SELECT 1 FROM budgets WHERE currency = old.id)
        OR EXISTS (SELECT 1 FROM schedules WHERE currency = old.id))
BEGIN SELECT raise(ABORT, 'a currency in use keeps its exponent'); END;
