# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_luka_global_optspecs
    string join \n V/version ledger= format= json color= lang= y/yes q/quiet v/verbose h/help
end

function __fish_luka_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_luka_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_luka_using_subcommand
    set -l cmd (__fish_luka_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c luka -n "__fish_luka_needs_command" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_needs_command" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_needs_command" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_needs_command" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_needs_command" -s V -l version -d 'Show the version'
complete -c luka -n "__fish_luka_needs_command" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_needs_command" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_needs_command" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_needs_command" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_needs_command" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_needs_command" -f -a "init" -d 'Make a ledger; shows where it is and a recovery code, once'
complete -c luka -n "__fish_luka_needs_command" -f -a "demo" -d 'Look around in a throw-away ledger with three years of plausible data'
complete -c luka -n "__fish_luka_needs_command" -f -a "unlock" -d 'Keep the ledger open for a while, with the key agent'
complete -c luka -n "__fish_luka_needs_command" -f -a "lock" -d 'Make the key agent forget every key'
complete -c luka -n "__fish_luka_needs_command" -f -a "passwd" -d 'Change the passphrase; the database is not rewritten'
complete -c luka -n "__fish_luka_needs_command" -f -a "add" -d 'Record an expense, an income or a saving'
complete -c luka -n "__fish_luka_needs_command" -f -a "transfer" -d 'Move money between two accounts'
complete -c luka -n "__fish_luka_needs_command" -f -a "list" -d 'List transactions, the newest first'
complete -c luka -n "__fish_luka_needs_command" -f -a "show" -d 'Show one transaction'
complete -c luka -n "__fish_luka_needs_command" -f -a "edit" -d 'Change a transaction; what is not named stays'
complete -c luka -n "__fish_luka_needs_command" -f -a "rm" -d 'Remove transactions; `luka undo` brings them back'
complete -c luka -n "__fish_luka_needs_command" -f -a "bulk" -d 'Change all transactions that fit a query, with one undo'
complete -c luka -n "__fish_luka_needs_command" -f -a "attach" -d 'Keep files with a transaction: receipts, statements, guarantees'
complete -c luka -n "__fish_luka_needs_command" -f -a "attachment" -d 'Files kept with transactions'
complete -c luka -n "__fish_luka_needs_command" -f -a "undo" -d 'Take back the last change, or the last N'
complete -c luka -n "__fish_luka_needs_command" -f -a "redo" -d 'Do again what was taken back'
complete -c luka -n "__fish_luka_needs_command" -f -a "history" -d 'Show what was changed, and when'
complete -c luka -n "__fish_luka_needs_command" -f -a "account" -d 'Accounts: where value sits'
complete -c luka -n "__fish_luka_needs_command" -f -a "category" -d 'Categories: what money was for'
complete -c luka -n "__fish_luka_needs_command" -f -a "payee" -d 'Payees: who was paid, or who paid'
complete -c luka -n "__fish_luka_needs_command" -f -a "tag" -d 'Tags: words that group transactions'
complete -c luka -n "__fish_luka_needs_command" -f -a "goal" -d 'Saving goals'
complete -c luka -n "__fish_luka_needs_command" -f -a "budget" -d 'Budgets: an amount for a category in each period'
complete -c luka -n "__fish_luka_needs_command" -f -a "schedule" -d 'Schedules: what recurs, and instalments'
complete -c luka -n "__fish_luka_needs_command" -f -a "rule" -d 'Rules: what to set on imported rows'
complete -c luka -n "__fish_luka_needs_command" -f -a "currency" -d 'Currencies'
complete -c luka -n "__fish_luka_needs_command" -f -a "price" -d 'Prices: what one currency is worth in another, on a day'
complete -c luka -n "__fish_luka_needs_command" -f -a "import" -d 'Read bank statements, or whole books of other programs; what is known is left out'
complete -c luka -n "__fish_luka_needs_command" -f -a "profile" -d 'Saved ways to read files of banks'
complete -c luka -n "__fish_luka_needs_command" -f -a "review" -d 'The review queue: what imports left for you to decide'
complete -c luka -n "__fish_luka_needs_command" -f -a "reconcile" -d 'Compare an account with the bank\'s statement, and mark what agrees'
complete -c luka -n "__fish_luka_needs_command" -f -a "report" -d 'Reports: what came in, what went out, what is left'
complete -c luka -n "__fish_luka_needs_command" -f -a "remote" -d 'Where versions of the ledger go'
complete -c luka -n "__fish_luka_needs_command" -f -a "backup" -d 'Make a version of the ledger now, sealed and without the passphrase'
complete -c luka -n "__fish_luka_needs_command" -f -a "sync" -d 'Ask the daemon that keeps backups up to date (luka-syncd)'
complete -c luka -n "__fish_luka_needs_command" -f -a "login" -d 'Log in at an account server, which carries settings between machines; never money'
complete -c luka -n "__fish_luka_needs_command" -f -a "logout" -d 'Log out'
complete -c luka -n "__fish_luka_needs_command" -f -a "whoami" -d 'Show who is logged in, and where'
complete -c luka -n "__fish_luka_needs_command" -f -a "settings" -d 'Carry preferences between machines; nothing about money'
complete -c luka -n "__fish_luka_needs_command" -f -a "export" -d 'Write the ledger in an open format'
complete -c luka -n "__fish_luka_needs_command" -f -a "restore-json" -d 'Bring a lossless JSON export back, into an empty ledger or a new one'
complete -c luka -n "__fish_luka_needs_command" -f -a "doctor" -d 'Prove the ledger: balances recomputed, invariants, keys, permissions'
complete -c luka -n "__fish_luka_needs_command" -f -a "config" -d 'Show or change the configuration'
complete -c luka -n "__fish_luka_needs_command" -f -a "completions" -d 'Write the completions for a shell to stdout'
complete -c luka -n "__fish_luka_needs_command" -f -a "man" -d 'Write the manual pages'
complete -c luka -n "__fish_luka_needs_command" -f -a "help" -d 'Show help for a command'
complete -c luka -n "__fish_luka_needs_command" -f -a "keys" -d ''
complete -c luka -n "__fish_luka_needs_command" -f -a "agent-serve" -d ''
complete -c luka -n "__fish_luka_needs_command" -f -a "read-document" -d ''
complete -c luka -n "__fish_luka_using_subcommand init" -l currency -d 'The main currency, such as CLP; CLP when neither this nor the configuration says' -r
complete -c luka -n "__fish_luka_using_subcommand init" -l categories -d 'The language of the starter categories, or none; the language in use when not given [en, es, none]' -r -f -a "en\t''
es\t''
none\t''"
complete -c luka -n "__fish_luka_using_subcommand init" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand init" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand init" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand init" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand init" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand init" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand init" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand init" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand init" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand demo" -l transactions -d 'How many transactions to make' -r
complete -c luka -n "__fish_luka_using_subcommand demo" -l seed -d 'The same seed makes the same data [default: 1]' -r
complete -c luka -n "__fish_luka_using_subcommand demo" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand demo" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand demo" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand demo" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand demo" -l no-tui -d 'Make it and stop, with --ledger as a lasting one'
complete -c luka -n "__fish_luka_using_subcommand demo" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand demo" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand demo" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand demo" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand demo" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand unlock" -l for -d 'How long: 8h, 30m, 2d; else agent.ttl of the configuration, else 8h' -r
complete -c luka -n "__fish_luka_using_subcommand unlock" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand unlock" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand unlock" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand unlock" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand unlock" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand unlock" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand unlock" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand unlock" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand unlock" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand lock" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand lock" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand lock" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand lock" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand lock" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand lock" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand lock" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand lock" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand lock" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand passwd" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand passwd" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand passwd" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand passwd" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand passwd" -l recovery -d 'Open with the recovery code, when the passphrase is forgotten'
complete -c luka -n "__fish_luka_using_subcommand passwd" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand passwd" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand passwd" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand passwd" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand passwd" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand add" -s a -l account -d 'The account; else the one used last' -r
complete -c luka -n "__fish_luka_using_subcommand add" -s p -l payee -d 'Who was paid, or who paid' -r
complete -c luka -n "__fish_luka_using_subcommand add" -s m -l memo -d 'A note of at most 500 characters' -r
complete -c luka -n "__fish_luka_using_subcommand add" -s d -l date -d 'The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand add" -s t -l tag -d 'A tag; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand add" -l split -d 'Part of the amount for another category; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand add" -l status -d 'How sure it is [unmarked, pending, cleared]' -r -f -a "unmarked\t''
pending\t''
cleared\t''"
complete -c luka -n "__fish_luka_using_subcommand add" -l metadata -d 'Anything else to remember; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand add" -l create -d 'Make the category with this kind when it is missing [income, expense, saving]' -r -f -a "income\t''
expense\t''
saving\t''"
complete -c luka -n "__fish_luka_using_subcommand add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand transfer" -l received -d 'How much arrives, when the currencies differ' -r
complete -c luka -n "__fish_luka_using_subcommand transfer" -s d -l date -d 'The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand transfer" -s p -l payee -d 'Who was paid, or who paid' -r
complete -c luka -n "__fish_luka_using_subcommand transfer" -s m -l memo -d 'A note of at most 500 characters' -r
complete -c luka -n "__fish_luka_using_subcommand transfer" -s t -l tag -d 'A tag; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand transfer" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand transfer" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand transfer" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand transfer" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand transfer" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand transfer" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand transfer" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand transfer" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand transfer" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand list" -s n -l limit -d 'At most so many rows' -r
complete -c luka -n "__fish_luka_using_subcommand list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand show" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand show" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand show" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand show" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand show" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand show" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand show" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand show" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand show" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand edit" -s d -l date -d 'The day' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -s p -l payee -d 'Who was paid, or who paid' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -s c -l category -d 'The category; the last part of its name is enough when only one fits' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -s a -l account -d 'The account' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l from -d 'The account that a transfer leaves' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l to -d 'The account that a transfer reaches' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l amount -d 'How much: 4500, 12.50, 1.234.567, 2*4990, 4.5k' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l received -d 'How much arrives, when the currencies differ' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -s m -l memo -d 'A note of at most 500 characters' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l status -d 'How sure it is [unmarked, pending, cleared]' -r -f -a "unmarked\t''
pending\t''
cleared\t''"
complete -c luka -n "__fish_luka_using_subcommand edit" -s t -l tag -d 'Add a tag; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l untag -d 'Take a tag away; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l split -d 'Divide the amount anew; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l metadata -d 'Set a key, or remove it with KEY=; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand rm" -l reconciled -d 'Also those that were reconciled with a statement'
complete -c luka -n "__fish_luka_using_subcommand rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand bulk" -l set -d 'What to set: category=X, account=X, payee=X, status=X, tag=X, memo=X; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand bulk" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand bulk" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand bulk" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand bulk" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand bulk" -l dry-run -d 'Show what would happen, and change nothing'
complete -c luka -n "__fish_luka_using_subcommand bulk" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand bulk" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand bulk" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand bulk" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand bulk" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand attach" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand attach" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand attach" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand attach" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand attach" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand attach" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand attach" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand attach" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand attach" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -f -a "list" -d 'List what is kept, of one transaction or of all'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -f -a "open" -d 'Show one in the desktop\'s program for it'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -f -a "export" -d 'Write one to a file, or to stdout'
complete -c luka -n "__fish_luka_using_subcommand attachment; and not __fish_seen_subcommand_from list open export rm" -f -a "rm" -d 'Take files off their transactions; undo brings them back'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from open" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -l to -d 'A file that is not there yet, or a folder' -r -F
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from export" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand attachment; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand undo" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand undo" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand undo" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand undo" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand undo" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand undo" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand undo" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand undo" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand undo" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand redo" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand redo" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand redo" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand redo" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand redo" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand redo" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand redo" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand redo" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand redo" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand history" -s n -l limit -d 'At most so many rows' -r
complete -c luka -n "__fish_luka_using_subcommand history" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand history" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand history" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand history" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand history" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand history" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand history" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand history" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand history" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "list" -d 'List accounts with their balances'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "add" -d 'Add an account'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "edit" -d 'Change an account'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "rm" -d 'Remove an account that has no postings'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "close" -d 'Close an account: it takes no new postings'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "reopen" -d 'Open a closed account again'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "rename" -d 'Rename an account'
complete -c luka -n "__fish_luka_using_subcommand account; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "merge" -d 'Move all postings of one account to another, and remove the first'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l kind -d 'Only this kind [asset, liability, equity]' -r -f -a "asset\t''
liability\t''
equity\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l date -d 'The balances of this day' -r
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l all -d 'Closed ones too'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l kind -d 'Its kind [asset, liability, equity]' -r -f -a "asset\t''
liability\t''
equity\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l currency -d 'Its currency; else the main one' -r
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l opening -d 'What is in it to begin with' -r
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l date -d 'The day of the opening balance; else today' -r
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l parent -d 'What it is part of' -r
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l name -d 'Its new name' -r
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l parent -d 'What it is part of' -r
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l no-parent -d 'Make it part of nothing'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from close" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from rename" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand account; and __fish_seen_subcommand_from merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "list" -d 'List categories'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "add" -d 'Add a category'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "edit" -d 'Change a category'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "rm" -d 'Remove a category that has no postings'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "close" -d 'Close a category: it takes no new postings'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "reopen" -d 'Open a closed category again'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "rename" -d 'Rename a category'
complete -c luka -n "__fish_luka_using_subcommand category; and not __fish_seen_subcommand_from list add edit rm close reopen rename merge" -f -a "merge" -d 'Move all postings of one category to another, and remove the first'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -l kind -d 'Only this kind [income, expense, saving]' -r -f -a "income\t''
expense\t''
saving\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -l all -d 'Closed ones too'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -l kind -d 'Its kind [income, expense, saving]' -r -f -a "income\t''
expense\t''
saving\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -l parent -d 'What it is part of' -r
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l name -d 'Its new name' -r
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l parent -d 'What it is part of' -r
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l no-parent -d 'Make it part of nothing'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from close" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from rename" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand category; and __fish_seen_subcommand_from merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "list" -d 'List payees'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "add" -d 'Add a payee'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "edit" -d 'Change a payee'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "rm" -d 'Remove a payee that no transaction has'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "rename" -d 'Rename a payee'
complete -c luka -n "__fish_luka_using_subcommand payee; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "merge" -d 'Give all transactions of one payee to another, and remove the first'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most so many rows' -r
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -l alias -d 'Another name, as bank files write it; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l name -d 'Its new name' -r
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l alias -d 'Add another name; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l unalias -d 'Take another name away; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from rename" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand payee; and __fish_seen_subcommand_from merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "list" -d 'List tags'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "add" -d 'Add a tag'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "edit" -d 'Change a tag'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "rm" -d 'Remove a tag from all transactions'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "rename" -d 'Rename a tag'
complete -c luka -n "__fish_luka_using_subcommand tag; and not __fish_seen_subcommand_from list add edit rm rename merge" -f -a "merge" -d 'Replace one tag by another, and remove the first'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most so many rows' -r
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -l name -d 'Its new name' -r
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from rename" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand tag; and __fish_seen_subcommand_from merge" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "list" -d 'List goals with what has been saved'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "show" -d 'Show a goal and its contributions'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "add" -d 'Add a goal'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "edit" -d 'Change a goal'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "rm" -d 'Remove a goal and its contributions'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "close" -d 'Make a goal inactive: it takes no contributions'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "reopen" -d 'Make a goal active again'
complete -c luka -n "__fish_luka_using_subcommand goal; and not __fish_seen_subcommand_from list show add edit rm close reopen contribute" -f -a "contribute" -d 'Put money aside for a goal'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -l all -d 'Inactive ones too'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from show" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l target -d 'How much is wanted' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l currency -d 'The currency, such as CLP' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l date -d 'By when: 2026-12-31' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l priority -d 'Its place among the goals; 1 comes first' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l description -d 'What it is about' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l name -d 'Its new name' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l target -d 'How much is wanted' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l date -d 'By when' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l priority -d 'Its place among the goals; 1 comes first' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l description -d 'What it is about' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l no-date -d 'Without a date'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from close" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -s d -l date -d 'The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -s m -l memo -d 'A note of at most 500 characters' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -l transaction -d 'The transaction that moved the money' -r
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand goal; and __fish_seen_subcommand_from contribute" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -f -a "list" -d 'List budgets: what there was, what was spent, what is left'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -f -a "add" -d 'Add a budget'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -f -a "edit" -d 'Change a budget'
complete -c luka -n "__fish_luka_using_subcommand budget; and not __fish_seen_subcommand_from list add edit rm" -f -a "rm" -d 'Remove a budget'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -s d -l date -d 'In the periods that contain this day; else today' -r
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l currency -d 'The currency, such as CLP' -r
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l every -d 'How long a period is [week, two-weeks, four-weeks, month, quarter, year] [default: month]' -r -f -a "week\t''
two-weeks\t''
four-weeks\t''
month\t''
quarter\t''
year\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l starts -d 'Where periods begin: a day of the month (25), last-business-day, or a date; else with the calendar' -r
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l rollover -d 'Carry what a period leaves, or lacks, into the next one'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l amount -d 'The new amount in each period' -r
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l every -d 'How long a period is; it counts from today\'s period on [week, two-weeks, four-weeks, month, quarter, year]' -r -f -a "week\t''
two-weeks\t''
four-weeks\t''
month\t''
quarter\t''
year\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l starts -d 'Where periods begin; it counts from today\'s period on' -r
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l rollover -d 'Carry what is left over'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l no-rollover -d 'Carry nothing over'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand budget; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -f -a "list" -d 'List schedules: when next, how many are to come, what is still owed'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -f -a "add" -d 'Add a schedule; `luka schedule run` enters what is due'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -f -a "edit" -d 'Change a schedule; what it entered stays'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -f -a "rm" -d 'Remove a schedule; what it entered stays'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -f -a "skip" -d 'Let the next occurrence go by'
complete -c luka -n "__fish_luka_using_subcommand schedule; and not __fish_seen_subcommand_from list add edit rm skip run" -f -a "run" -d 'Enter everything that is due, in one step'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l to -d 'Transfer to this account instead' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s a -l account -d 'The account; else the one used last' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s p -l payee -d 'Who was paid, or who paid' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s m -l memo -d 'A note of at most 500 characters' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s t -l tag -d 'A tag; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l instalments -d 'Pay the amount in so many parts, one each time' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l every -d 'How often; a day that a month lacks becomes its last one [day, week, two-weeks, month, quarter, year]' -r -f -a "day\t''
week\t''
two-weeks\t''
month\t''
quarter\t''
year\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l rule -d 'The same as a rule of RFC 5545: FREQ=MONTHLY;BYDAY=-1FR' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l from -d 'The first day; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l until -d 'No later than this day' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l times -d 'Only so many times' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l amount -d 'The new amount' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s c -l category -d 'The category; the last part of its name is enough when only one fits' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l to -d 'Transfer to this account' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s a -l account -d 'The account' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s p -l payee -d 'Who was paid, or who paid' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s m -l memo -d 'A note of at most 500 characters' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s t -l tag -d 'A tag; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l untag -d 'Take a tag away; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l every -d 'How often [day, week, two-weeks, month, quarter, year]' -r -f -a "day\t''
week\t''
two-weeks\t''
month\t''
quarter\t''
year\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l rule -d 'How often, as a rule of RFC 5545' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l until -d 'No later than this day' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l times -d 'Only so many times in all' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from skip" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -l until -d 'Up to this day; else today' -r
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -l dry-run -d 'Show what would happen, and change nothing'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand schedule; and __fish_seen_subcommand_from run" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -f -a "list" -d 'List rules in the order in which they are asked'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -f -a "add" -d 'Add a rule'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -f -a "edit" -d 'Change a rule, or its place'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -f -a "rm" -d 'Remove a rule; what it set stays'
complete -c luka -n "__fish_luka_using_subcommand rule; and not __fish_seen_subcommand_from list add edit rm test" -f -a "test" -d 'Show what rules would change in the transactions that are there'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l set-category -d 'The category to set' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l set-payee -d 'The payee to set' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l set-memo -d 'The memo to set' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l add-tag -d 'A tag to add; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l set-split -d 'A part for another category, 30% or an amount; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l set-transfer -d 'The other own account: the row is one side of a transfer' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l name -d 'A name for the rule' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l position -d 'Its place among the rules, 1 is asked first; else the last' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l no-split -d 'No parts'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l set-category -d 'The category to set; an empty text sets none' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l set-payee -d 'The payee to set; an empty text sets none' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l set-memo -d 'The memo to set; an empty text sets none' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l add-tag -d 'One more tag to add; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l set-split -d 'These parts instead of all it has' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l set-transfer -d 'The other own account; an empty text sets none' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l name -d 'Another name' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l position -d 'Another place; 1 is asked first' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l no-tag -d 'Add this tag no longer; may be given several times' -r
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l no-split -d 'No parts any longer'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand rule; and __fish_seen_subcommand_from test" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -f -a "list" -d 'List the ledger\'s currencies'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -f -a "add" -d 'Add a currency'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -f -a "edit" -d 'Change a currency'
complete -c luka -n "__fish_luka_using_subcommand currency; and not __fish_seen_subcommand_from list add edit rm" -f -a "rm" -d 'Remove a currency that nothing uses'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -l all -d 'All that are built in, too'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -l decimals -d 'How many decimal digits it has; known for the built-in ones' -r
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -l symbol -d 'What people write for it' -r
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -l symbol -d 'What people write for it' -r
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -l default -d 'Make it the main currency'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand currency; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -f -a "list" -d 'List prices, the newest first'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -f -a "add" -d 'Add a price'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -f -a "edit" -d 'Change a price'
complete -c luka -n "__fish_luka_using_subcommand price; and not __fish_seen_subcommand_from list add edit rm" -f -a "rm" -d 'Remove a price'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -l period -d 'Only these days' -r
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most so many rows' -r
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -s d -l date -d 'The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -l rate -d 'What one unit costs' -r
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -s d -l date -d 'The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand price; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand import" -s a -l account -d 'The account they belong to, or FILEACCOUNT=ACCOUNT for one of several in a file' -r
complete -c luka -n "__fish_luka_using_subcommand import" -l currency -d 'What a commodity of a whole book is here, such as $=CLP; without a name, amounts that have none' -r
complete -c luka -n "__fish_luka_using_subcommand import" -l kind -d 'What kind an account of a whole book is, where the book doesn\'t tell: Card=liability' -r
complete -c luka -n "__fish_luka_using_subcommand import" -l profile -d 'How to read the file, as saved before' -r
complete -c luka -n "__fish_luka_using_subcommand import" -l save-profile -d 'Remember under this name how the file was read' -r
complete -c luka -n "__fish_luka_using_subcommand import" -l date-format -d 'The order of dates, such as DD/MM/YYYY' -r
complete -c luka -n "__fish_luka_using_subcommand import" -l decimal -d 'The decimal mark [., ,]' -r -f -a ".\t''
\,\t''"
complete -c luka -n "__fish_luka_using_subcommand import" -l fees -d 'Whether the fees in a column of their own come on top of the amounts, or are part of them [apart, within]' -r -f -a "apart\t''
within\t''"
complete -c luka -n "__fish_luka_using_subcommand import" -l matches -d 'What to do with rows that look like entries made by hand: keep them for review, merge them with the entry, or book them as new [review, merge, new]' -r -f -a "review\t''
merge\t''
new\t''"
complete -c luka -n "__fish_luka_using_subcommand import" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand import" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand import" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand import" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand import" -l invert -d 'Money out is positive in the file, as on many card statements'
complete -c luka -n "__fish_luka_using_subcommand import" -l as-written -d 'Money in is positive in the file; settles the question when a card seems to say otherwise'
complete -c luka -n "__fish_luka_using_subcommand import" -l dry-run -d 'Show what would happen, and change nothing'
complete -c luka -n "__fish_luka_using_subcommand import" -l strict -d 'Import nothing when a row can\'t be read'
complete -c luka -n "__fish_luka_using_subcommand import" -l detect -d 'Say what the file is and how it would be read, and stop'
complete -c luka -n "__fish_luka_using_subcommand import" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand import" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand import" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand import" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand import" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -f -a "list" -d 'List the saved profiles'
complete -c luka -n "__fish_luka_using_subcommand profile; and not __fish_seen_subcommand_from list rm" -f -a "rm" -d 'Remove a profile'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand profile; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -f -a "list" -d 'List what waits, and why'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -f -a "accept" -d 'Say yes: match, pair, book, keep the category, or take the rule'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -f -a "reject" -d 'Say no: book the row on its own, or take nothing of it'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -f -a "match" -d 'Join a bank row with the transaction that it is, or whose other side it is'
complete -c luka -n "__fish_luka_using_subcommand review; and not __fish_seen_subcommand_from list accept reject match unpair" -f -a "unpair" -d 'Make two transactions of a transfer that was made of two bank rows'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -l kind -d 'Only what waits for this; may be given several times [entry, redated, transfer, late, document, category, rule, suggested]' -r -f -a "entry\t''
redated\t''
transfer\t''
late\t''
document\t''
category\t''
rule\t''
suggested\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most so many' -r
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -l decided -d 'What was decided instead of what waits'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l category -d 'The category to give' -r
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l kind -d 'All that waits for this; may be given several times [entry, redated, transfer, late, document, category, rule, suggested]' -r -f -a "entry\t''
redated\t''
transfer\t''
late\t''
document\t''
category\t''
rule\t''
suggested\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l sure -d 'All that was only suggested with great confidence'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from accept" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -l kind -d 'All that waits for this; may be given several times [entry, redated, transfer, late, document, category, rule, suggested]' -r -f -a "entry\t''
redated\t''
transfer\t''
late\t''
document\t''
category\t''
rule\t''
suggested\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from reject" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from match" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand review; and __fish_seen_subcommand_from unpair" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand reconcile" -s d -l date -d 'The day of the statement' -r
complete -c luka -n "__fish_luka_using_subcommand reconcile" -l balance -d 'The balance on the statement' -r
complete -c luka -n "__fish_luka_using_subcommand reconcile" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand reconcile" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand reconcile" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand reconcile" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand reconcile" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand reconcile" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand reconcile" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand reconcile" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand reconcile" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "monthly" -d 'Income, expense, saving and net of each month'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "categories" -d 'The total of each category; this month when no days are named'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "balance" -d 'The balance of each account on a day'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "register" -d 'The postings of an account or category with the running balance'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "income" -d 'The income statement; this year when no days are named'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "balance-sheet" -d 'The balance sheet: what one has, owes, and is worth'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "networth" -d 'What one is worth at the end of each month; the last twelve by default'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "cashflow" -d 'What came into and left one\'s accounts each month; transfers don\'t count'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "budget" -d 'Budget against actual; the periods of today when no days are named'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "goals" -d 'How far each goal is, and what it needs each month to arrive in time'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "payees" -d 'What was spent with each payee; this month when no days are named'
complete -c luka -n "__fish_luka_using_subcommand report; and not __fish_seen_subcommand_from monthly categories balance register income balance-sheet networth cashflow budget goals payees trend" -f -a "trend" -d 'A category month by month; the last twelve months by default'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l year -d 'The year; else this one' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l in -d 'Converted to this currency by the price at the end of each month' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from monthly" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l in -d 'Converted to this currency by the price at the end of each month' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from categories" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -s d -l date -d 'The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l in -d 'Converted to this currency by the latest price; else each in its own' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l all -d 'Closed ones too'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -s n -l limit -d 'Only the last so many rows' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l in -d 'Converted to this currency by the price on each row\'s day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from register" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l in -d 'Converted to this currency by the price at the end of each month' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from income" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -s d -l date -d 'The day: 2025-03-14, today, yesterday, -3, monday, 15; today when not given' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l in -d 'Converted to this currency by the latest price; else each in its own' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from balance-sheet" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l in -d 'Converted to this currency by the price at the end of each month' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from networth" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l in -d 'Converted to this currency by the price at the end of each month' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from cashflow" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l in -d 'Converted to this currency by the price on the last day of each period' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from budget" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from goals" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -s n -l limit -d 'Only the largest so many' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l in -d 'Converted to this currency by the price at the end of each month' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from payees" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -s p -l period -d 'The days: 2025, 2025-03, 2025-q1, this-month, last-90-days, A..B' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l from -d 'The first day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l to -d 'The last day' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l in -d 'Converted to this currency by the price at the end of each month' -r
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand report; and __fish_seen_subcommand_from trend" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -f -a "add" -d 'Add a remote; the first one asks for the passphrase once'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -f -a "list" -d 'List the remotes'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -f -a "rm" -d 'Forget a remote; the versions there stay'
complete -c luka -n "__fish_luka_using_subcommand remote; and not __fish_seen_subcommand_from add list rm test" -f -a "test" -d 'Ask a remote whether it can be read and written now'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -a "folder" -d 'A folder: a USB stick, a network disk, a directory that another program carries away'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from add" -a "gdrive" -d 'A folder in your own Google Drive; luka sees only the files that it made itself'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from rm" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand remote; and __fish_seen_subcommand_from test" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -a "list" -d 'List the versions that can be restored'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -a "status" -d 'How old the last backup and the last proven one are; asks nobody'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -a "verify" -d 'Rebuild versions and prove that they can be restored'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -a "restore" -d 'Bring a version back as a ledger'
complete -c luka -n "__fish_luka_using_subcommand backup; and not __fish_seen_subcommand_from list status verify restore prune" -a "prune" -d 'End old versions, by how many stay of each age'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -l recovery -d 'Where this machine has no backup key yet: use the recovery code instead of the passphrase'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -l forget-lost -d 'Stop telling of versions that are lost'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from status" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l remote -d 'Only at this remote' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l all -d 'Every version'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l no-open -d 'Do not open what was rebuilt: verified, not proven'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l recovery -d 'Open with the recovery code instead of the passphrase'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from verify" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l remote -d 'Only from this remote' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l to -d 'Into this directory (else where the ledger belongs, if there is none)' -r -F
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l force -d 'Replace the ledger that is there, and keep it beside'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l recovery -d 'Where this machine has no backup key yet: use the recovery code instead of the passphrase'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from restore" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-last -d 'The last N' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-daily -d 'The last one of each of N days' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-weekly -d 'The last one of each of N weeks' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-monthly -d 'The last one of each of N months' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-yearly -d 'The last one of each of N years' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l remote -d 'Only at this remote' -r
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l dry-run -d 'Say what would end, and end nothing'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l recovery -d 'Where this machine has no backup key yet: use the recovery code instead of the passphrase'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand backup; and __fish_seen_subcommand_from prune" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -f -a "status" -d 'Show what it is doing, and when each remote is next'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -f -a "now" -d 'Back up to each remote at once, also to those that wait for you'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -f -a "pause" -d 'Begin nothing until told; what is under way stops, and is taken up later'
complete -c luka -n "__fish_luka_using_subcommand sync; and not __fish_seen_subcommand_from status now pause resume" -f -a "resume" -d 'Go on after a pause'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from status" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from now" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from pause" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand sync; and __fish_seen_subcommand_from resume" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand login" -l server -d 'Its address (else the key `server.url` of the configuration, else the last one)' -r
complete -c luka -n "__fish_luka_using_subcommand login" -l email -d 'With a password, for a server without an identity provider; asked for, or from LUKA_ACCOUNT_PASSWORD_FILE' -r
complete -c luka -n "__fish_luka_using_subcommand login" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand login" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand login" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand login" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand login" -l device -d 'Show a code to type on another device, for a machine without a browser'
complete -c luka -n "__fish_luka_using_subcommand login" -l no-browser -d 'Print the address instead of opening a browser, and wait for the answer'
complete -c luka -n "__fish_luka_using_subcommand login" -l register -d 'Make the account'
complete -c luka -n "__fish_luka_using_subcommand login" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand login" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand login" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand login" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand login" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand logout" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand logout" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand logout" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand logout" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand logout" -l all -d 'On every device'
complete -c luka -n "__fish_luka_using_subcommand logout" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand logout" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand logout" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand logout" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand logout" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand whoami" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand whoami" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand whoami" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand whoami" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand whoami" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand whoami" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand whoami" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand whoami" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand whoami" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -f -a "pull" -d 'Take the server\'s settings into this machine\'s configuration'
complete -c luka -n "__fish_luka_using_subcommand settings; and not __fish_seen_subcommand_from pull push" -f -a "push" -d 'Send this machine\'s settings to the server'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -l dry-run -d 'Show the difference, and change nothing'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -l force -d 'Where both sides changed, take the server\'s'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from pull" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -l dry-run -d 'Show the difference, and send nothing'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -l force -d 'Where both sides changed, keep this machine\'s'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand settings; and __fish_seen_subcommand_from push" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand export" -s o -l output -d 'Write to this file instead of stdout; only you can read it' -r -F
complete -c luka -n "__fish_luka_using_subcommand export" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand export" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand export" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand export" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand export" -l force -d 'Replace the file when it exists'
complete -c luka -n "__fish_luka_using_subcommand export" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand export" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand export" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand export" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand export" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand restore-json" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand restore-json" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand restore-json" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand restore-json" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand restore-json" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand restore-json" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand restore-json" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand restore-json" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand restore-json" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand doctor" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand doctor" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand doctor" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand doctor" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand doctor" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand doctor" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand doctor" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand doctor" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand doctor" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -f -a "path" -d 'Show where the configuration file is'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -f -a "get" -d 'Show the value of a key'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -f -a "set" -d 'Set a key'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -f -a "unset" -d 'Remove a key, so that its default holds'
complete -c luka -n "__fish_luka_using_subcommand config; and not __fish_seen_subcommand_from path get set unset list" -f -a "list" -d 'List all keys with their values'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand completions" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand completions" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand completions" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand completions" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand completions" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand completions" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand completions" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand completions" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand completions" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand man" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand man" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand man" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand man" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand man" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand man" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand man" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand man" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand man" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand help" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand help" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand help" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand help" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand help" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand help" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand help" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand help" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand help" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand keys" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand keys" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand keys" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand keys" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand keys" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand keys" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand keys" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand keys" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand keys" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand agent-serve" -s h -l help -d 'Show this help'
complete -c luka -n "__fish_luka_using_subcommand read-document" -l ledger -d 'The directory of the ledger; else LUKA_LEDGER, else the usual place' -r -F
complete -c luka -n "__fish_luka_using_subcommand read-document" -l format -d 'How lists and reports are written [table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
hledger\t''
ledger\t''
beancount\t''
qif\t''
ofx\t''"
complete -c luka -n "__fish_luka_using_subcommand read-document" -l color -d 'When to use colour; NO_COLOR is respected [auto, always, never]' -r -f -a "auto\t'On a terminal that has not been told otherwise'
always\t'Always'
never\t'Never'"
complete -c luka -n "__fish_luka_using_subcommand read-document" -l lang -d 'The language of messages; else that of the locale [en, es]' -r -f -a "en\t''
es\t''"
complete -c luka -n "__fish_luka_using_subcommand read-document" -l json -d 'The same as --format json'
complete -c luka -n "__fish_luka_using_subcommand read-document" -s y -l yes -d 'Answer yes to every question'
complete -c luka -n "__fish_luka_using_subcommand read-document" -s q -l quiet -d 'Say nothing but errors'
complete -c luka -n "__fish_luka_using_subcommand read-document" -s v -l verbose -d 'Say more'
complete -c luka -n "__fish_luka_using_subcommand read-document" -s h -l help -d 'Show this help'
