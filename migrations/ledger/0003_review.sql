-- The review queue: what waits for a yes, and why each row was decided as it was.
--
-- A row waits in one of two ways. It was kept and not booked (verdict 1): then `unbooked` says what
-- booking it needs beyond its text. Or it was booked (verdict 0) and something about it is proposed
-- (waits 1).
-- `candidate` is the transaction that the proposal is about; it may be gone since, so it is no
-- foreign key. Verdict 3: a person wanted nothing of the row.
CREATE TABLE statement_rows_3 (
    id             INTEGER PRIMARY KEY,
    batch          INTEGER NOT NULL REFERENCES batches (id),
    account        INTEGER NOT NULL REFERENCES accounts (id),
    day            INTEGER NOT NULL,
    amount         INTEGER NOT NULL,
    text           TEXT NOT NULL,
    bank_id        TEXT,
    transaction_id INTEGER REFERENCES transactions (id),
    verdict        INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 3),
    reason         INTEGER CHECK (reason BETWEEN 0 AND 6),
    waits          INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1)),
    candidate      INTEGER,
    unbooked       TEXT CHECK (json_type(unbooked) = 'object'),
    CHECK (waits = 0 OR verdict IN (0, 1))
);
INSERT INTO statement_rows_3
    SELECT id, batch, account, day, amount, text, bank_id, transaction_id, verdict,
        NULL, 0, NULL, NULL
    FROM statement_rows;
DROP TABLE statement_rows;
ALTER TABLE statement_rows_3 RENAME TO statement_rows;
CREATE INDEX statement_rows_by_day ON statement_rows (account, day);
CREATE INDEX statement_rows_by_transaction ON statement_rows (transaction_id)
    WHERE transaction_id IS NOT NULL;
CREATE INDEX statement_rows_that_wait ON statement_rows (day) WHERE waits = 1 OR verdict = 1;

-- Rules that split a row, that make it a transfer, and rules that wait for a yes (state 1) or that a
-- person did not want (2) and that are therefore not proposed again.
ALTER TABLE rules ADD COLUMN splits TEXT NOT NULL DEFAULT '[]' CHECK (json_type(splits) = 'array');
ALTER TABLE rules ADD COLUMN transfer INTEGER REFERENCES accounts (id);
ALTER TABLE rules ADD COLUMN state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2);
