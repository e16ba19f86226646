### Help for the commands: the message is what a command does, its attributes are its arguments.

help-luka = Personal finances in the terminal: private, exact, yours. Alone it opens the screens.
    .ledger = The directory of the ledger; else LUKA_LEDGER, else the usual place
    .format = How lists and reports are written
    .json = The same as --format json
    .color = When to use colour; NO_COLOR is respected
    .lang = The language of messages; else that of the locale
    .yes = Answer yes to every question
    .quiet = Say nothing but errors
    .verbose = Say more
    .help = Show this help
    .version = Show the version
    .examples =
        luka init --currency CLP
        luka add 4500 lunch
        luka list cat:food date:this-month
        luka report monthly --year 2025
        luka import statement.csv --account Checking

## Arguments that several commands share

help-shared = Shared arguments
    .id = The id, or its first characters
    .name = Its name; the last part is enough when only one fits
    .new-name = Its new name
    .new = The new name
    .code = The code of the currency, such as USD
    .amount = How much: 4500, 12.50, 1.234.567, 2*4990, 4.5k
    .account = The account
    .category = The category; the last part of its name is enough when only one fits
    .payee = Who was paid, or who paid
    .memo = A note of at most 500 characters
    .date = The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given
    .tags = A tag; may be given several times
    .splits = Part of the amount for another category; may be given several times
    .status = How sure it is
    .metadata = Anything else to remember; may be given several times
    .query = Only what fits all terms: free text, cat: acct: payee: memo: amt: date: tag: status: source: currency:, not: before any
    .limit = At most so many rows
    .period = The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B
    .from = The first day
    .to = The last day
    .currency = The currency, such as CLP
    .all = Closed ones too
    .kind = Only this kind
    .parent = What it is part of
    .no-parent = Make it part of nothing
    .dry-run = Show what would happen, and change nothing
    .description = What it is about
    .target = How much is wanted
    .priority = Its place among the goals; 1 comes first
    .symbol = What people write for it

## A ledger

help-init = Make a ledger; shows where it is and a recovery code, once
    .currency = The main currency, such as CLP; CLP when neither this nor the configuration says
    .categories = The language of the starter categories, or none; the language in use when not given
    .more = The passphrase is asked twice on a terminal, or comes from LUKA_PASSPHRASE_FILE, LUKA_PASSPHRASE_COMMAND or LUKA_PASSPHRASE.
    .examples =
        luka init
        luka init --currency USD --categories en
        luka init --ledger ~/shared-ledger --categories none
help-demo = Look around in a throw-away ledger with three years of plausible data
    .transactions = How many transactions to make
    .seed = The same seed makes the same data
    .no-tui = Make it and stop, with --ledger as a lasting one
    .examples =
        luka demo
        luka demo --ledger /tmp/demo --no-tui --transactions 100000 --seed 7
help-unlock = Keep the ledger open for a while, with the key agent
    .ttl = How long: 8h, 30m, 2d; else agent.ttl of the configuration, else 8h
    .more = The agent holds the key in locked memory behind a socket that only you can reach, and ends with the last key.
    .examples =
        luka unlock
        luka unlock --for 30m
help-lock = Make the key agent forget every key
help-passwd = Change the passphrase; the database is not rewritten
    .recovery = Open with the recovery code, when the passphrase is forgotten
    .more = The new passphrase is asked twice on a terminal, or comes from LUKA_NEW_PASSPHRASE_FILE, LUKA_NEW_PASSPHRASE_COMMAND or LUKA_NEW_PASSPHRASE; the code from LUKA_RECOVERY_CODE_FILE, LUKA_RECOVERY_CODE_COMMAND or LUKA_RECOVERY_CODE.
    .examples =
        luka passwd
        luka passwd --recovery

## Every day

help-add = Record an expense, an income or a saving
    .amount = How much: 4500, 12.50, 2*4990, 4.5k; a negative amount is a refund
    .category = The category; it takes what the splits leave
    .account = The account; else the one used last
    .create = Make the category with this kind when it is missing
    .examples =
        luka add 4500 lunch
        luka add 12,50 coffee --payee "Café Luna" --date yesterday
        luka add 35000 groceries --split Pets=8000 --split Home=5000
        luka add 900000 salary --account Checking
        luka add -4500 lunch
help-transfer = Move money between two accounts
    .amount = How much leaves the first account
    .from = The account it leaves
    .to = The account it reaches
    .received = How much arrives, when the currencies differ
    .examples =
        luka transfer 50000 Checking Cash
        luka transfer 100 Dollars Checking --received 95000
help-list = List transactions, the newest first
    .examples =
        luka list
        luka list --limit 20 cat:food not:tag:trip
        luka list "amt:>100000" date:2025-q1 --format csv
help-show = Show one transaction
help-edit = Change a transaction; what is not named stays
    .tags = Add a tag; may be given several times
    .untags = Take a tag away; may be given several times
    .splits = Divide the amount anew; may be given several times
    .metadata = Set a key, or remove it with KEY=; may be given several times
    .from = The account that a transfer leaves
    .to = The account that a transfer reaches
    .received = How much arrives, when the currencies differ
    .date = The day
    .examples =
        luka edit 7k2 --category Food:Groceries
        luka edit 7k2 --date yesterday --amount 4900
help-rm = Remove transactions; `luka undo` brings them back
    .ids = The ids, or their first characters
    .reconciled = Also those that were reconciled with a statement
help-bulk = Change all transactions that fit a query, with one undo
    .set = What to set: category=X, account=X, payee=X, status=X, tag=X, memo=X; may be given several times
    .examples =
        luka bulk payee:uber --set category=Transport
        luka bulk cat:other date:2025-03 --set tag=review --dry-run
help-undo = Take back the last change, or the last N
    .steps = How many changes
help-redo = Do again what was taken back
    .steps = How many changes
help-history = Show what was changed, and when
    .id = Only the changes of this transaction

## At the end of the month

help-import = Read bank statements, or whole books of other programs; what is known is left out
    .files = The files: CSV, OFX, QIF, CAMT.053, MT940, XLS(X), or a whole book of hledger, ledger or beancount; `-` is stdin
    .accounts = The account they belong to, or FILEACCOUNT=ACCOUNT for one of several in a file
    .currencies = What a commodity of a whole book is here, such as $=CLP; without a name, amounts that have none
    .kinds = What kind an account of a whole book is, where the book doesn't tell: Card=liability
    .profile = How to read the file, as saved before
    .save-profile = Remember under this name how the file was read
    .date-format = The order of dates, such as DD/MM/YYYY
    .decimal = The decimal mark
    .matches = What to do with rows that look like entries made by hand: keep them for review, merge them with the entry, or book them as new
    .as-written = Money in is positive in the file; settles the question when a card seems to say otherwise
    .invert = Money out is positive in the file, as on many card statements
    .as_written = Money in is positive in the file; answers the question when the words look like a card's
    .fees = Whether the fees in a column of their own come on top of the amounts, or are part of them
    .strict = Import nothing when a row can't be read
    .detect = Say what the file is and how it would be read, and stop
    .examples =
        luka import statement.csv --account Checking --dry-run
        luka import *.ofx --account 0012345=Checking --account 998=Visa
        luka import --detect statement.csv
        luka import books.journal --dry-run
help-profile = Saved ways to read files of banks
help-profile-list = List the saved profiles
help-profile-rm = Remove a profile
    .name = The profile
    .examples =
        luka profile rm oldbank
help-reconcile = Compare an account with the bank's statement, and mark what agrees
    .date = The day of the statement
    .balance = The balance on the statement
    .examples =
        luka reconcile Checking --date 2025-03-31 --balance 1.234.567

## Your data

help-export = Write the ledger in an open format
    .output = Write to this file instead of stdout; only you can read it
    .force = Replace the file when it exists
    .more = --format takes json (the default), csv, hledger, ledger, beancount, qif and ofx; JSON loses nothing and comes back with `luka restore-json`.
    .examples =
        luka export --format json > ledger.json
        luka export --format hledger | hledger -f - check
        luka export --format csv date:2025
help-restore-json = Bring a lossless JSON export back, into an empty ledger or a new one
    .file = The file; `-` is stdin
help-doctor = Prove the ledger: balances recomputed, invariants, keys, permissions

## The program

help-config = Show or change the configuration
help-config-path = Show where the configuration file is
help-config-get = Show the value of a key
    .key = The key
help-config-set = Set a key
    .key = The key: language, color, currency, list.limit, agent.ttl, backup.max_age, backup.keep_last …
    .value = Its value
    .examples =
        luka config set language es
        luka config set agent.ttl 30m
help-config-unset = Remove a key, so that its default holds
    .key = The key
help-config-list = List all keys with their values
help-completions = Write the completions for a shell to stdout
    .shell = The shell
    .examples =
        luka completions bash > ~/.local/share/bash-completion/completions/luka
help-man = Write the manual pages
    .dir = Into this directory
help-help = Show help for a command
    .command = The command
