-- Files kept with transactions: receipts, statements, guarantees.
--
-- `digest` is the BLAKE3 hash of the content, which is kept once, whoever has it. A content stays
-- when its last attachment is removed, so that undo finds it; it is no part of the recorded changes,
-- but its digest is, and `doctor` compares the two.
CREATE TABLE attachments (
    id             INTEGER PRIMARY KEY,
    transaction_id INTEGER NOT NULL REFERENCES transactions (id),
    name           TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    size           INTEGER NOT NULL CHECK (size > 0),
    digest         TEXT NOT NULL CHECK (length(digest) = 64),
    added_at       TEXT NOT NULL
);
CREATE INDEX attachments_by_transaction ON attachments (transaction_id);

CREATE TABLE attachment_contents (
    digest  TEXT PRIMARY KEY CHECK (length(digest) = 64),
    content BLOB NOT NULL
);
