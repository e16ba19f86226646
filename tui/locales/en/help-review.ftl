### Help for the review queue.

help-review = The review queue: what imports left for you to decide
    .more = Rows that look like entries, re-dated and late rows, transfers seen from both accounts, rows of documents, payments without a category, suggested categories, and rules proposed by your corrections. Answers of one command are one step of undo.
    .examples =
        luka review
        luka review accept 7k2 7k3
        luka review accept 7k4 --category Food:Groceries
        luka review accept --sure
        luka review reject 7k5
help-review-list = List what waits, and why
    .kinds = Only what waits for this; may be given several times
    .decided = What was decided instead of what waits
    .limit = At most so many
help-review-accept = Say yes: match, pair, book, keep the category, or take the rule
    .items = Ids of what waits, or their first characters
    .category = The category to give
    .sure = All that was only suggested with great confidence
    .kinds = All that waits for this; may be given several times
help-review-reject = Say no: book the row on its own, or take nothing of it
    .items = Ids of what waits, or their first characters
    .kinds = All that waits for this; may be given several times
help-review-match = Join a bank row with the transaction that it is, or whose other side it is
    .item = The id of the row
    .entry = The id of the transaction
help-review-unpair = Make two transactions of a transfer that was made of two bank rows
    .transfers = Ids of transfers

help-attach = Keep files with a transaction: receipts, statements, guarantees
    .id = The transaction's id, or its first characters
    .files = The files; they are kept in the ledger itself, and in its backups
    .examples =
        luka attach 7k2 boleta.pdf
help-attachment = Files kept with transactions
help-attachment-list = List what is kept, of one transaction or of all
    .of = The transaction's id
help-attachment-open = Show one in the desktop's program for it
    .attachment = The id of the attachment
help-attachment-export = Write one to a file, or to stdout
    .attachment = The id of the attachment
    .to = A file that is not there yet, or a folder
    .examples =
        luka attachment export 9q4 --to ~/receipts
        luka attachment export 9q4 > boleta.pdf
help-attachment-rm = Take files off their transactions; undo brings them back
    .attachments = Ids of attachments
