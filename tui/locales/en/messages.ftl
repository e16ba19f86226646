### What is said and asked, and the words of tables and help.

ask-passphrase = Passphrase:
ask-recovery-code = Recovery code:
ask-new-passphrase = New passphrase:
ask-new-passphrase-again = Once more:
ask-yes-or-no = [y/N]

say-too-short = That is too short: at least { $least } characters. A few words in a row are easy to remember.
say-weak-passphrase = That passphrase is weak: five random words are stronger than one word with odd marks.
say-passphrases-differ = The two differ. Once again.
say-made = Made a ledger in { $path } ({ $currency }).
say-recovery-code = Recovery code: { $code }
say-recovery-once = Write it down on paper: it opens the ledger when the passphrase is forgotten, and it is not shown again.
say-unlocked = Unlocked for { $time }.
say-memory-not-locked = The system did not let the agent keep the key out of swap.
say-locked = Locked.
say-passphrase-changed = The passphrase was changed. Older backups still open with the one before.
say-pages = { $n ->
    [one] Wrote 1 page to { $dir }.
   *[other] Wrote { $n } pages to { $dir }.
    }

word-days = { $n ->
    [one] 1 day
   *[other] { $n } days
    }
word-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
    }
word-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
    }
word-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
    }

head-key = Key
head-value = Value
head-usage = Usage:
head-commands = Commands
head-arguments = Arguments
head-options = Options
head-examples = Examples
head-default = { $help } [default: { $value }]
head-global = Everywhere
head-group-start = A ledger
head-group-everyday = Every day
head-group-names = Names
head-group-month = At the end of the month
head-group-backups = Backups
head-group-data = Your data
head-group-program = The program
head-group-other = Others
