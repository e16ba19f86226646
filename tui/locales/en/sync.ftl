### The daemon that keeps backups up to date.

head-sync-next = Next

word-sync-carrying = backing up
word-sync-verifying = verifying
word-sync-pruning = pruning
word-sync-changed = changes wait

say-sync-now = The daemon backs up to each remote now: `luka sync status` shows how it goes.
say-sync-paused = Paused: the daemon begins nothing until `luka sync resume`.
say-sync-resumed = The daemon goes on.
say-sync-is-paused = Paused: `luka sync resume` goes on, `luka sync now` backs up all the same.
say-sync-no-ledger = There is no ledger in its directory, so nothing is backed up.
say-sync-no-key = There is no backup key yet, so nothing is backed up: `luka remote add` makes it.
say-sync-unreadable = What is kept for backups can't be read: `luka doctor` tells more.

error-sync-not-running = no daemon is running for this ledger
hint-sync-start = start it with `systemctl --user start luka-syncd`, or run `luka-syncd`; `luka backup` makes a backup without it
error-sync-foreign = the daemon at { $path } runs as another user
error-sync-nonsense = the daemon gave an answer that makes no sense
hint-sync-restart = restart it: it may be of another version than luka
error-sync-broken = the conversation with the daemon broke off
hint-sync-again = it may just be ending: try again
hint-config-verify = write a span of time such as 7d or 12h, or: never
