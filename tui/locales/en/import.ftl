### Importing bank files, exporting and restoring.

ask-which-reading = { $file }: is `{ $example }` (1) { $first } or (2) { $second }?
ask-which-account = { $file }: which account are its rows of?
ask-which-account-of = { $file }: which account is `{ $account }`?
ask-replace-profile = Replace the profile `{ $name }`?

head-dates = Dates
head-duplicates = Known
head-encoding = Encoding
head-file = File
head-format = Format
head-imported = New
head-line = Line
head-matched = Matched
head-numbers = Numbers
head-review = To review
head-rows = Rows
head-text = Text
head-unreadable = Unreadable
head-verdict = Verdict

word-uncategorized = Uncategorized
word-uncategorized-income = Uncategorized income
word-verdict-bad = unreadable
word-verdict-duplicate = known already
word-verdict-left-out = left out
word-verdict-matched = entered by hand
word-verdict-new = new
word-verdict-review = to review
word-column-amount = amount
word-column-date = date
word-no-rows = a table without rows
word-account-list = a list of accounts
word-ofx-header = an OFX header without a statement
word-camt-header = a CAMT message without a statement
word-mt940-header = an MT940 message without a statement
word-empty-document = a document without a table of movements
word-empty-workbook = a workbook without a table of movements
word-file-binary = a binary file
word-file-database = a database
word-file-gzip = a gzip archive
word-file-html = a web page (HTML)
word-file-image = an image
word-file-journal = a journal of hledger, ledger or beancount
word-file-json = a JSON document
word-file-pdf = a PDF document
word-file-rtf = a text document (RTF)
word-file-xlsb = an Excel workbook in binary form (XLSB)
word-file-opendocument = an OpenDocument file
word-file-docx = a text document (DOCX)
word-file-doc = a text document (DOC)
word-file-office = an Office document that is no workbook
word-file-zip = a zip archive
word-file-entities = an XML document that declares entities (DTD)
word-file-xml = an XML document that is no bank statement
word-role-account = own account
word-role-amount = amount
word-role-balance = balance
word-role-category = category
word-role-check-number = cheque number
word-role-counter-account = other account
word-role-credit = money in
word-role-currency = currency
word-role-date = date
word-role-debit = money out
word-role-fee = fee
word-role-id = the bank's id
word-role-kind = kind of transaction
word-role-memo = memo
word-role-other = not used
word-role-payee = payee
word-role-recipient = recipient
word-role-sender = sender
word-role-sign = in or out
word-role-status = status
word-role-text = description
word-role-value-date = second date

say-about-file = { $file }: { $sentence }
say-row = line { $line }: { $problem }
say-row-column = line { $line }, column { $column }: { $problem }
say-more-bad-rows = { $n ->
    [one] 1 more row can't be read; --json names it
   *[other] { $n } more rows can't be read; --json names all
    }
say-review = { $n ->
    [one] 1 row looks like an entry made by hand and was not booked; `luka undo`, then --matches merge or --matches new decides
   *[other] { $n } rows look like entries made by hand and were not booked; `luka undo`, then --matches merge or --matches new decides
    }
say-document-rows = { $n ->
    [one] 1 row of a document waits in `luka review`; none is booked before
   *[other] { $n } rows of a document wait in `luka review`; none is booked before
    }
say-dry-run = Nothing was imported: this is what would be.
say-profile-used = Read with the profile `{ $name }`, which fits.
say-profile-saved = Saved the profile `{ $name }` in { $path }.
say-profile-needless = This file says by itself how it is read: there is nothing to save as a profile.
say-rounded = { $n ->
    [one] 1 amount of an investment statement was rounded
   *[other] { $n } amounts of an investment statement were rounded
    }
say-balance-mismatch = { $n ->
    [one] the balance on line { $line } should be { $expected } but is { $found } (difference { $difference })
   *[other] the balance on line { $line } should be { $expected } but is { $found } (difference { $difference }); { $n } such rows
    }
say-closing-mismatch = opening balance and rows make { $expected }, but the closing balance is { $found } (difference { $difference })
say-unsigned-amounts = no amount has a sign, so all were read as money in; --invert reads them as money out
    .screen = no amount has a sign, so all were read as money in; e turns them around
say-signs-inverted = purchases seem to be written as positive and payments as negative: check the signs, or pass --invert
    .screen = purchases seem to be written as positive and payments as negative: check the signs; e turns them around
say-fees-not-booked = { $n ->
    [one] 1 row has a fee in `{ $column }`, { $total } in all, and it was not booked: --fees apart takes it in addition to the amounts, --fees within says that they hold it
   *[other] { $n } rows have a fee in `{ $column }`, { $total } in all, and it was not booked: --fees apart takes it in addition to the amounts, --fees within says that they hold it
    }
    .screen = { $n ->
        [one] 1 row has a fee in `{ $column }`, { $total } in all, and it was not booked: e says whether it is within the amount
       *[other] { $n } rows have a fee in `{ $column }`, { $total } in all, and it was not booked: e says whether it is within the amounts
        }
say-skipped = { $n ->
    [one] 1 row with status `{ $status }` was left out: it is not booked
   *[other] { $n } rows with status `{ $status }` were left out: they are not booked
    }
say-investment-records = { $n ->
    [one] 1 investment record was left out
   *[other] { $n } investment records were left out
    }
say-split-mismatch = the parts of the split on line { $line } don't add up (difference { $difference }); the row was read without them
say-left-out-lines = { $n ->
    [one] 1 line is no movement and was left out: line { $lines }
   *[other] { $n } lines are no movements and were left out: lines { $lines }
    }
say-year-assumed = the dates have no year; the latest was taken as { $latest }
say-no-closing = the statement that begins on line { $line } has no closing balance: its end may be missing
say-total-mismatch = `{ $label }` says { $found }, but the rows make { $expected } (difference { $difference })
say-hidden-sheet = the sheet `{ $name }` is hidden and was left out: show it in the workbook if it is meant
say-table-left-out = `{ $name }` has no movements that could be read and was left out ({ $rows } rows)
say-column-role = { $column }: { $role }
say-file-account = account in the file: { $account }
say-given-dates = the date format was given
say-given-decimal = the decimal mark was given
say-dates-fit = the dates fit one order only
say-dates-points = dates with points have the day first
say-dates-order = the dates follow the order of the rows
say-dates-month = the other order would put all rows on one day of many months
say-dates-future = no date lies in the future
say-numbers-fit = the amounts fit one decimal mark only
say-numbers-currency = the currency's decimals leave one decimal mark
say-running-balance = { $n ->
    [one] the running balance agrees on 1 row
   *[other] the running balance agrees on { $n } rows
    }
say-header-words = the columns were recognised by the header's words
say-column-contents = the columns were recognised by their contents
say-given-fees = the fees were given as --fees or by the profile
    .screen = the fees were chosen, or given by the profile
say-fees-subtracted = fees were subtracted, as the running balance says
say-card-words = the words are those of a credit card: what is positive was taken as money out
say-exported = { $n ->
    [one] Wrote 1 transaction to { $path }.
   *[other] Wrote { $n } transactions to { $path }.
    }
say-restored = { $n ->
    [one] Restored 1 transaction.
   *[other] Restored { $n } transactions.
    }

error-in-file = { $file }: { $problem }
error-bad-rows = { $n ->
    [one] 1 row could not be read; the others were taken
   *[other] { $n } rows could not be read; the others were taken
    }
hint-bad-rows = correct the file and import it again: rows that are known are left out
error-fallback-taken = rows without a category can't be booked to `{ $name }`: it is closed, or of another kind
hint-fallback-taken = `luka category reopen "{ $name }"`, or rename it
    .screen = 4 goes to the categories; c there opens { $name } again, r gives it another name
say-one-account = the file names several accounts ({ $names }), and all of its rows go to { $into }; `--account { $example }=ACCOUNT` for each sends them apart
error-strict = { $n ->
    [one] { $file }: 1 row can't be read, so nothing was imported
   *[other] { $file }: { $n } rows can't be read, so nothing was imported
    }
hint-strict = correct the file, or leave --strict out to take the others
    .screen = correct the file
error-which-account = { $file }: which account are its rows of?
hint-which-account = pass --account with the ledger's account; see `luka account list`
    .screen = e chooses the account
hint-which-accounts = the file names { $names }: pass --account ACCOUNT for all of it, or --account { $example }=ACCOUNT for each
    .screen = the file names { $names }; e chooses an account for each
error-import-currency = { $file } is in { $found }, the account `{ $account }` in { $expected }
hint-import-currency = name an account in { $found } with --account too; `luka account add NAME --kind asset --currency { $found }` makes one
    .screen = e chooses an account in { $found }; 3, then n makes one
error-row-no-date = the date is missing
error-row-no-amount = the amount is missing
error-row-date = `{ $found }` is not a date in the format of the other rows
error-row-amount = `{ $found }` is not an amount in the format of the other rows
error-row-sign = `{ $found }` is no word for money in or money out
error-row-digits = `{ $found }` has more decimal digits than its currency
error-row-balance = the words are those of a balance, and nothing proves that it is one: it was not booked
error-row-shape = the last line has another shape than all others (a footer, or the file was cut off): it was not booked
error-row-truncated = the file ends here in the middle; what followed is missing
error-row-damaged = the file is damaged here; what follows was not read
error-file-empty = the file is empty
error-file-large = the file is too large: at most { $mib } MiB are read
error-file-damaged = the file is cut off or damaged on line { $line }, and nothing was read
hint-file-damaged = download it from the bank again
error-document-encrypted = this PDF is protected by a password
hint-document-encrypted = open it with its password and print it to a new PDF
error-document-damaged = this PDF can't be read
error-document-no-text = this PDF holds no text: its pages are pictures
hint-document-no-text = banks offer CSV, OFX or Excel too, most often
error-workbook-encrypted = the workbook is protected by a password
hint-workbook-encrypted = save a copy without the password, or export it as CSV
error-workbook-damaged = the workbook is damaged
hint-workbook-damaged = open it in a spreadsheet program and save it again, or export it as CSV
error-workbook-cells = the workbook has more than { $limit } cells
error-file-unsupported = the file is { $what }, which can't be read as a bank statement
hint-file-unsupported = banks offer CSV, OFX or Excel too, most often
error-encoding = `{ $name }` is not a known text encoding
error-no-transactions = the file holds no transactions: it is { $found }
error-bank-server = the bank's server answered with error { $code } instead of a statement: { $message }
error-no-columns = no column was recognised as the { $what }; the file has: { $found }
error-ambiguous-columns = several columns may be the { $what }: { $found }
error-unknown-signs = the column { $column } must say which amounts are money out, but holds: { $words }
error-profile-mismatch = the profile `{ $profile }` needs the column { $column }; the file has: { $found }
error-ambiguous-dates = `{ $example }` may be { $day_first } or { $month_first }, and no row tells which
hint-ambiguous-dates = pass { $flag } DMY for { $day_first }, or { $flag } MDY for { $month_first }
    .screen = e says whether the day or the month comes first
error-mixed-dates = `{ $one }` has the day first and `{ $other }` the month first: the dates have no common format
error-ambiguous-signs = `{ $example }` is { $amount }: what is positive may be money in or, as on many cards, money out, and nothing tells which
hint-ambiguous-signs = pass { $flag } if positive amounts are money out (purchases of a card), or --as-written if they are money in
    .screen = e says which amounts are money out
error-ambiguous-numbers = `{ $example }` may be { $grouped } or { $decimal }, and no row tells which
hint-ambiguous-numbers = pass { $flag } { $other } for { $grouped }, or { $flag } { $mark } for { $decimal }
    .screen = e says which mark is the decimal one
hint-read-flag = say how it is to be read with { $flag }
    .screen = e says how the file is to be read
error-date-format = `{ $text }` is not an order of day, month and year
hint-date-format = write DMY, MDY or YMD, or a form such as DD/MM/YYYY
error-profile-syntax = the profile can't be read: { $problem }
error-profile-write = the profile can't be written
hint-profile-syntax = see a profile that --save-profile wrote
    .screen = save it anew: e, and a name at the end of the form
error-profile-name = `{ $name }` can't be the name of a profile
hint-profile-name = letters, digits and dashes are fine
error-profile-exists = there is a profile `{ $name }` already
hint-profile-exists = choose another name, or pass --yes to replace it
error-profile-one-file = --save-profile takes one file
error-no-profile = there is no profile `{ $name }`
hint-no-profile = profiles are the .toml files in { $folder }
error-file-exists = { $path } exists already
hint-file-exists = pass --force to replace it
error-no-export-format = `luka export` doesn't write that format
error-export = the export could not be written
error-export-currencies = an account holds several currencies, which this format can't say
hint-export-other = choose json, csv, hledger, ledger or beancount
error-not-as-made = the ledger is not empty any more
hint-not-as-made = restore into a new one: luka --ledger DIR restore-json FILE
error-document-contradicts = the document's entries contradict each other
error-document-unread = the document could not be read: { $reason }
error-document-json = the document can't be read: { $problem }
error-document-none = the document is no JSON
error-document-kind = the document is JSON, but no ledger
error-document-version = the document has version { $version }, which this program doesn't know
hint-document = it must be what `luka export --format json` wrote, whole and unchanged
tell-profile-removed = Removed the profile { $name }.
