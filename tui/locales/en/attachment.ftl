### Files kept with transactions.

say-attachment-written = Wrote { $path }.
say-attachments = { $n ->
    [one] One file is kept with it: `luka attachment list { $id }`
   *[other] { $n } files are kept with it: `luka attachment list { $id }`
}
ask-viewed = { $name } is shown. Press Enter when it may be removed again.
word-verb-attach = attachment
error-attachment-large = `{ $name }` has { $bytes } or more, and a kept file { $most } at most
    .screen = { $name } is too large to be kept
hint-attachment-large = make it smaller, or keep it elsewhere and write its place into the memo
error-attachment-empty = `{ $name }` is empty
error-attachment-name = a file needs a name to be kept
error-attachment-known = the transaction has this very `{ $name }` already
error-attachment-lost = the content of `{ $name }` is gone or damaged
hint-attachment-lost = `luka doctor` says more; `luka backup restore` brings back an older version of the ledger
    .screen = an older version of the ledger may have it
error-no-viewer = a file is shown on a terminal only, and from a private folder in memory
hint-no-viewer = `luka attachment export ID --to PATH` writes it where you want; without --to it goes to stdout
    .screen = export it instead
check-attachments = Kept files are there, and what they were
