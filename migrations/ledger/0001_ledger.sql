-- The ledger, first version.
--
-- Amounts are whole minor units of their currency (`currencies.exponent` decimal digits).
-- Days count from 1970-01-01, months from January of year 0 (year * 12 + month - 1).
-- Ids are `device slot << 40 | counter`, unique in the whole ledger, growing with time.
-- A table is named by the plural of the glossary's word.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The devices that wrote to this ledger; `next` is the next counter of the slot's ids.
CREATE TABLE devices (
    slot   INTEGER PRIMARY KEY CHECK (slot BETWEEN 0 AND 4194303),
    device TEXT NOT NULL UNIQUE CHECK (length(device) = 32),
    next   INTEGER NOT NULL CHECK (next BETWEEN 1 AND 1099511627775)
);

CREATE TABLE currencies (
    id       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 2 AND 10),
    exponent INTEGER NOT NULL CHECK (exponent BETWEEN 0 AND 12),
    symbol   TEXT
);

-- Accounts and categories. A category (income, expense, saving) takes any currency.
CREATE TABLE accounts (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100 AND instr(name, ':') = 0),
    kind     TEXT NOT NULL
             CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense', 'saving')),
    parent   INTEGER REFERENCES accounts (id) CHECK (parent <> id),
    currency INTEGER REFERENCES currencies (id),
    closed   INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    CHECK ((currency IS NULL) = (kind IN ('income', 'expense', 'saving')))
);
-- A name is unique inside its parent, among categories and among accounts.
CREATE UNIQUE INDEX accounts_by_name ON accounts
    (ifnull(parent, 0), kind IN ('income', 'expense', 'saving'), name);
CREATE INDEX accounts_by_parent ON accounts (parent) WHERE parent IS NOT NULL;

CREATE TRIGGER accounts_kind_of_parent BEFORE INSERT ON accounts
WHEN new.parent IS NOT NULL
    AND new.kind IS NOT (SELECT kind FROM accounts WHERE id = new.parent)
BEGIN SELECT raise(ABORT, 'an account has the kind of its parent'); END;

CREATE TRIGGER accounts_kind_stays BEFORE UPDATE OF kind, currency ON accounts
WHEN (new.kind <> old.kind OR new.currency IS NOT old.currency)
    AND EXISTS (SELECT 1 FROM postings WHERE account = old.id)
BEGIN SELECT raise(ABORT, 'an account with postings keeps its kind and currency'); END;

CREATE TRIGGER currencies_exponent_stays BEFORE UPDATE OF exponent ON currencies
WHEN new.exponent <> old.exponent
    AND (EXISTS (SELECT 1 FROM postings WHERE currency = old.id OR cost_currency = old.id)
        OR EXISTS (SELECT 1 FROM goals WHERE currency = old.id))
BEGIN SELECT raise(ABORT, 'a currency in use keeps its exponent'); END;

CREATE TABLE payees (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 500),
    aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases))
);

CREATE TABLE tags (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
);

CREATE TABLE transactions (
    id       INTEGER PRIMARY KEY,
    day      INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 376199),
    payee    INTEGER,
    memo     TEXT CHECK (length(memo) BETWEEN 1 AND 500),
    status   INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 2),
    source   TEXT,
    metadata TEXT CHECK (json_type(metadata) = 'object')
);
-- `payee` is no foreign key: checking it when a payee is deleted would need an index on it, which
-- would cost every transaction a page. Who deletes a payee looks first, and `doctor` looks after.
-- The order of every list: by day, and on a day by id, which every index ends with.
CREATE INDEX transactions_by_day ON transactions (day);

-- `day` is the transaction's, repeated so that one index covers registers and sums over days.
CREATE TABLE postings (
    transaction_id INTEGER NOT NULL REFERENCES transactions (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999),
    day            INTEGER NOT NULL,
    account        INTEGER NOT NULL REFERENCES accounts (id),
    amount         INTEGER NOT NULL CHECK (amount > -9223372036854775808),
    currency       INTEGER NOT NULL,
    cost           INTEGER,
    cost_currency  INTEGER CHECK (cost_currency <> currency),
    memo           TEXT CHECK (length(memo) BETWEEN 1 AND 500),
    mark           INTEGER NOT NULL DEFAULT 0 CHECK (mark BETWEEN 0 AND 2),
    PRIMARY KEY (transaction_id, position),
    CHECK ((cost IS NULL) = (cost_currency IS NULL))
) WITHOUT ROWID;
-- A foreign key on the currency would cost each posting a look-up; only deleting one can break it.
CREATE TRIGGER currencies_in_use BEFORE DELETE ON currencies
WHEN EXISTS (SELECT 1 FROM postings WHERE currency = old.id OR cost_currency = old.id)
BEGIN SELECT raise(ABORT, 'a currency in use stays'); END;
-- Covers registers, sums over days, and what is left of a month beside its rollup.
CREATE INDEX postings_by_account ON postings
    (account, day, transaction_id, position, amount, currency);

CREATE TABLE transaction_tags (
    transaction_id INTEGER NOT NULL REFERENCES transactions (id) ON DELETE CASCADE,
    tag            INTEGER NOT NULL REFERENCES tags (id),
    PRIMARY KEY (transaction_id, tag)
) WITHOUT ROWID;
CREATE INDEX transaction_tags_by_tag ON transaction_tags (tag, transaction_id);

-- Sums of postings by account, month and currency, kept with each change of a posting.
CREATE TABLE rollups (
    account  INTEGER NOT NULL,
    month    INTEGER NOT NULL,
    currency INTEGER NOT NULL,
    amount   INTEGER NOT NULL,
    postings INTEGER NOT NULL CHECK (postings > 0),
    PRIMARY KEY (account, month, currency)
) WITHOUT ROWID;

CREATE TABLE goals (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description TEXT NOT NULL DEFAULT '',
    target      INTEGER NOT NULL CHECK (target > 0),
    currency    INTEGER NOT NULL REFERENCES currencies (id),
    target_day  INTEGER,
    priority    INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 1000000),
    active      INTEGER NOT NULL CHECK (active IN (0, 1))
);

CREATE TABLE contributions (
    id             INTEGER PRIMARY KEY,
    goal           INTEGER NOT NULL REFERENCES goals (id),
    day            INTEGER NOT NULL,
    amount         INTEGER NOT NULL CHECK (amount <> 0),
    memo           TEXT NOT NULL DEFAULT '' CHECK (length(memo) <= 500),
    transaction_id INTEGER REFERENCES transactions (id)
);
CREATE INDEX contributions_by_goal ON contributions (goal, day);
CREATE INDEX contributions_by_transaction ON contributions (transaction_id)
    WHERE transaction_id IS NOT NULL;

CREATE TABLE prices (
    id    INTEGER PRIMARY KEY,
    day   INTEGER NOT NULL,
    base  TEXT NOT NULL,
    quote TEXT NOT NULL CHECK (quote <> base),
    rate  TEXT NOT NULL
);
CREATE UNIQUE INDEX prices_by_day ON prices (base, quote, day);

-- One import of one file, and the rows that it brought.
CREATE TABLE batches (
    id          INTEGER PRIMARY KEY,
    file        TEXT NOT NULL,
    format      TEXT NOT NULL,
    imported_at TEXT NOT NULL
);

CREATE TABLE statement_rows (
    id             INTEGER PRIMARY KEY,
    batch          INTEGER NOT NULL REFERENCES batches (id),
    account        INTEGER NOT NULL REFERENCES accounts (id),
    day            INTEGER NOT NULL,
    amount         INTEGER NOT NULL,
    text           TEXT NOT NULL,
    bank_id        TEXT,
    transaction_id INTEGER REFERENCES transactions (id),
    verdict        INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 2)
);
CREATE INDEX statement_rows_by_day ON statement_rows (account, day);
CREATE INDEX statement_rows_by_transaction ON statement_rows (transaction_id)
    WHERE transaction_id IS NOT NULL;

-- The history: each operation is one write transaction and one step of undo.
-- `undo_top` and `redo_top` say what undo and redo would take after this operation, `below` what
-- lay under the operation that this one put on (or took from) its stack. `hash` covers the
-- operation, its changes and the hash before.
CREATE TABLE operations (
    seq      INTEGER PRIMARY KEY,
    verb     TEXT NOT NULL,
    target   INTEGER REFERENCES operations (seq),
    below    INTEGER,
    undo_top INTEGER,
    redo_top INTEGER,
    slot     INTEGER NOT NULL REFERENCES devices (slot),
    clock    INTEGER NOT NULL,
    changes  INTEGER NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
);

-- `action`: 0 created, 1 updated, 2 deleted; then `fields` is JSON: the entity's fields for the
-- first and last, `{"field": [old, new]}` for an update.
-- 3: many were created. `kind` is 0, `entity` the first id, and `fields` an LZ4 block (its size
-- before, 4 bytes) of lines `[kind, fields]` in the order of their ids. Only ids that the operation
-- itself made are written so, so these runs never overlap.
CREATE TABLE changes (
    operation INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    entity    INTEGER NOT NULL,
    action    INTEGER NOT NULL CHECK (action BETWEEN 0 AND 3),
    fields    ANY NOT NULL,
    PRIMARY KEY (operation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_by_entity ON changes (entity);
CREATE INDEX changes_in_runs ON changes (entity) WHERE action = 3;
