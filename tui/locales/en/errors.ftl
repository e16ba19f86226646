### What went wrong, in one sentence, and what to do about it.

word-error = error
word-hint = hint
word-or = or

hint-did-you-mean = did you mean { $names }?
hint-help = see `{ $command } --help`
hint-choice = choose one of: { $values }
hint-yes = pass --yes to answer yes
hint-remove = look at it, and remove it if it is not yours: { $path }

## The command line

usage-no-value = { $option } needs a value
usage-value = `{ $value }` is not a value for { $option }
usage-unknown = there is no option or argument `{ $argument }`
usage-unknown-command = there is no command `{ $command }`
usage-missing-command = this command needs to be told what to do
usage-missing = missing: { $arguments }
usage-conflict = { $one } can't be used together with { $other }
usage-utf8 = an argument is not valid UTF-8
usage-count = the wrong number of values for { $argument }
usage-pair = `{ $value }` is not of the form { $option }
error-not-confirmed = this needs a yes, and there is no terminal to ask on
error-export-format = only `luka export` writes that format
hint-export-format = choose one of: table, json, jsonl, csv
hint-duration = write a span of time such as 8h, 30m or 2d

## Amounts and currencies

error-amount = `{ $text }` is not an amount
hint-amount = write 4500, 12.50, 1.234.567, 2*4990 or 4.5k
error-two-readings = `{ $text }` can be read as { $grouped } or as { $decimal }
hint-two-readings = write { $grouped } or { $decimal }
hint-one-reading = write { $grouped }, or the other without a third decimal
error-query-blank = a query term can't be empty: it would let everything pass
hint-query-blank = leave it out, or say what to look for, as in cat:food
error-division-by-zero = an amount can't be divided by zero
error-amount-too-large = the amount is too large
error-sum-too-large = a sum is too large to be counted
error-two-currencies = { $one } and { $other } can't be added
error-too-precise = { $digits ->
    [0] { $currency } has no decimal digits, `{ $amount }` has some
    [one] { $currency } has 1 decimal digit, `{ $amount }` has more
   *[other] { $currency } has { $digits } decimal digits, `{ $amount }` has more
    }
error-currency-code = `{ $text }` is not a currency code
hint-currency-code = a code has 2 to 10 letters or digits, such as CLP, USD or BTC
error-unknown-currency = the currency { $code } is not known
hint-unknown-currency = see `luka currency list --all`; others can be added with `luka currency add`
    .screen = type a few letters of its code; another one is made with an account of it: 3, then n

## Dates and periods

error-date = `{ $text }` is not a date
hint-date = write 2025-03-14, today, yesterday, -3, monday or 15 (this month)
error-impossible-date = { $day } is not in the calendar
error-period = `{ $text }` is not a period
hint-period = write 2025, 2025-03, 2025-q1, this-month, last-90-days or 2025-01-15..2025-02-14
error-backwards = the period ends on { $to }, before it begins on { $from }
hint-backwards = swap the two dates
error-now = LUKA_NOW is `{ $text }`, which is not a moment
hint-now = write it as in RFC 3339: 2025-03-14T12:00:00Z

## Queries

error-query-prefix = `{ $prefix }:` is not a query term
hint-query-prefix = terms begin with { $known }, or are free text
error-query-empty = `{ $prefix }:` needs a value
hint-query-empty = write it without a blank after the colon, such as cat:food
error-query-status = `{ $text }` is not a status
hint-query-status = choose one of: unmarked, pending, cleared, reconciled

## Names

error-no-account = there is no account `{ $name }`
error-no-category = there is no category `{ $name }`
error-no-account-or-category = there is no account or category `{ $name }`
hint-list-accounts = see `luka account list`
    .screen = choose one that is offered below the field; 3 shows all
hint-list-categories = see `luka category list`; --create expense makes a new one
    .screen = choose one that is offered below the field; 4 shows all, and n there makes one
error-ambiguous-name = `{ $name }` can be several things
error-account-kind = `{ $text }` is not a kind of account
hint-account-kind = choose one of: asset, liability, equity, income, expense, saving
error-name-empty = a name can't be empty
error-name-too-long = a name can have at most { $most } characters
error-name-control = a name can't contain control characters
error-name-mark = a name can't contain `{ $mark }`
error-id = an id is made of digits and the letters a-z without i, l, o and u
hint-id = `luka list` shows the ids; the first characters are enough
    .screen = it may have been removed meanwhile; 2 shows what is there

## Transactions

error-too-few-postings = a transaction needs at least two postings
error-too-many-postings = a transaction can have at most { $most } postings
error-unbalanced = the postings don't sum to zero: { $left } left over
error-bad-cost = the cost of a posting must be in another currency and have the posting's sign
error-memo-too-long = a memo can have at most { $most } characters

## The ledger

error-no-ledger = there is no ledger in { $path }
hint-init = make one with `luka init`, or name another with --ledger
    .screen = begin again: where there is no ledger, the welcome makes one
error-ledger-exists = there is a ledger in { $path } already
hint-other-ledger = name another directory with --ledger
    .screen = begin again with another directory
error-damaged = the ledger file is damaged, or is not the one of these keys
hint-rolled-back = bring the last backup back; if you put an older copy there on purpose, delete the file `head` beside it
say-no-head = The file `head` is missing, so an older copy of the ledger would not be noticed; the next change writes it again.
error-rolled-back = the ledger is older than it was: change { $expected } was saved, the file ends at { $found }
error-altered-history = the ledger's history was altered at change { $sequence }
error-contradiction = the ledger's rows contradict its history
error-constraint = the ledger refused a row that does not fit the others
error-head-damaged = { $path } is damaged, or belongs to another ledger
hint-integrity = keep the files as they are and bring the last backup back
error-newer = the ledger was written by a newer version of luka
hint-newer = update luka
error-busy = another program is writing to the ledger
hint-busy = try again in a moment
error-stale = another program changed that meanwhile
hint-stale = look at it, and try again
error-not-standing = that change does not stand any more: nothing was taken back
hint-not-standing = open the history again to see what stands now
error-disk-full = the disk is full
hint-disk-full = make room and try again; nothing was changed
error-read-only = the ledger can't be written: it, or its disk, is read-only
hint-read-only = look at the permissions of the directory and at the disk
error-no-ids = this device has no ids left
error-database = the database failed
hint-doctor = run `luka doctor`
    .screen = leave, and let the command `doctor` examine it

## Keys and secrets

error-wrong-passphrase = wrong passphrase
hint-wrong-passphrase = try again; with the recovery code, `luka passwd --recovery` sets a new one
    .screen = try again; with the recovery code a new one can be set
error-wrong-recovery = this recovery code does not open the ledger
hint-wrong-recovery = codes belong to one ledger; is this the right one? See --ledger
    .screen = codes belong to one ledger; is this the right one?
error-no-slot = the ledger has no recovery code
error-kdf-memory = opening the ledger needs { $mib } MiB of memory, which are not available
error-empty-passphrase = the passphrase is empty
error-foreign-key = the key belongs to another ledger
error-cipher = the key could not be sealed
error-no-randomness = the operating system gave no randomness
error-keys-missing = the ledger's keys.json is missing
error-keys-damaged = the ledger's keys.json is damaged
hint-keys-damaged = bring keys.json back from a backup; without it nobody can open the ledger
error-recovery-length = a recovery code has 35 letters and digits, not { $found }
error-recovery-character = `{ $character }` is never part of a recovery code
error-recovery-mistyped = the recovery code is mistyped: its checksum does not fit
hint-recovery = it is seven groups of five; blanks, dashes and case don't matter
error-secret-empty = { $name } gives no passphrase: it is empty, too long, or not text
error-secret-command = the command in { $name } failed
error-no-terminal = the ledger is locked, and there is no terminal to ask on
error-no-new-passphrase = a new passphrase is needed, and there is no terminal to ask on
hint-new-passphrase = set { $name } to a file that holds it
hint-secret-source = set { $name } to a file that holds it, or run `luka unlock` in a terminal first

## The key agent

error-agent-foreign = the key agent at { $path } runs as another user
error-agent-nonsense = the key agent gave an answer that makes no sense
error-agent-broken = the conversation with the key agent broke off
error-agent-too-long = the time to hold the key is too long
hint-agent-too-long = 31 days are the longest: --for 31d
error-agent-full = the key agent holds as many keys as it can
error-agent-running = a key agent is running already
error-agent-start = the key agent could not be started
hint-agent-start = look at the directory of its socket, $XDG_RUNTIME_DIR/lukalibre
hint-agent-again = try again
hint-agent-restart = run `luka lock`, then `luka unlock`

## Files

error-symlink = { $path } is a symbolic link
hint-symlink = put the file itself there; links are not followed
error-not-a-file = { $path } is not a regular file
error-not-a-directory = { $path } is not a directory
error-not-a-socket = { $path } is not a socket
error-foreign-owner = { $path } belongs to another user (uid { $owner })
hint-chown = sudo chown "$USER" { $path }
error-loose-mode = other users can reach { $path } (mode { $mode })
hint-chmod = chmod { $mode } { $path }
error-query-source = `{ $text }` is no source
hint-query-source = the sources are manual, import (or import:BATCH) and schedule
hint-secret-file = { $name } must name a file that you can read, with the secret on its first line
hint-uf = the UF is the currency CLF
error-no-stdout = stdout is closed, and the recovery code is shown only once
hint-no-stdout = run it where its output can be seen
hint-loose = close it to others: chmod 700 { $path } and chmod 600 on the files in it
error-no-file = there is no { $path }
error-forbidden = { $path } must not be used by this user
hint-permissions = look at its permissions: ls -ld { $path }
error-is-directory = { $path } is a directory
error-file = { $path }: { $reason }
error-output = the output could not be written: { $reason }
error-device = { $path } does not hold a device id
error-no-home = this user has no home directory
hint-no-home = set HOME

## The configuration

error-config-syntax = { $path } is not TOML, near line { $line }
hint-config-syntax = write lines such as: language = "es"
error-config-key = the configuration has no key `{ $key }`
hint-config-keys = the keys are: { $keys }
error-config-value = `{ $value }` is not a value for `{ $key }`
error-config-unset = `{ $key }` is not set
hint-config-language = choose one of: en, es
hint-config-color = choose one of: auto, always, never
hint-config-keep = write a number, from 0
hint-config-limit = write a number of rows, from 1
