### Backups in the screens.

title-backups = Backups
title-remotes = Remotes
title-versions = Versions at { $remote }
title-versions-remembered = Versions at { $remote }, as remembered; r asks
title-new-remote = A folder for backups
title-restore = Restore the version of { $made }
title-prune = End old versions at { $remote }

act-back-up = back up now
    .find = save copy version make
act-go-backups = backups
    .find = versions remotes copy safe restore usb drive
act-new-remote = add a folder
    .find = remote usb disk nas
act-next-remote = other remote
act-previous-remote = remote before
act-prune = end old versions
    .find = prune retention delete space
act-refresh = ask the remote
    .find = refresh list look
act-restore = restore
    .find = bring back recover
act-verify = verify and prove
    .find = check test rebuild

say-no-remote-yet = There is no backup yet. n adds a folder for versions of this ledger: on a USB disk, a NAS, or one that another program carries away. Whoever finds it there reads nothing.
say-no-version-yet = There are no versions yet: b makes one.
say-new-remote = Versions go there, encrypted. The last part of the path is made if it is missing.
say-new-drive = For Google Drive, sign in on the command line, with `remote add`.
say-restore = Into a folder that is empty or does not exist yet. The ledger that is open stays as it is.
say-keeps = { $n ->
    [one] 1 version stays
   *[other] { $n } versions stay
    }, among them the newest and the newest proven one.
say-more-versions = … and { $n } more
say-failing = { $what } since { $since }{ $n ->
    [one] { "" }
   *[other] , { $n } times
    }
say-not-done = Not done yet: { $what }
say-moment-ago = { $moment } ({ $age } ago)
say-lost = { $word }: it was there, and is not any more
say-damaged = { $word }, or built on one that is
say-opens-with = opens with { $what }
say-last-proven = Last proven backup: { $age } old ({ $remote })
say-none-proven = No backup is proven yet

word-backups-gone = backup damaged
word-backups-failed = backup failed
word-backups-never = no backup yet
word-backups-old = backup too old
word-backups-unproven = backup not proven
word-backups-proven = backup proven: { $age }
word-brief-days = { $n } d
word-brief-hours = { $n } h
word-brief-minutes = { $n } min
word-unproven = not verified yet
word-version-lost = LOST
word-version-damaged = DAMAGED
word-all-stay = nothing: all stay
word-they-end = end them

label-folder = Folder
label-whether = What to do

say-looking = looking at the remotes …
say-backing-up = backing up to { $remote } …
say-verifying = verifying a version at { $remote } …
say-restoring = restoring from { $remote } …
say-planning = looking at { $remote } …
say-pruning = ending versions at { $remote } …
say-adding-remote = adding the folder …

tell-proven = { $remote }: version { $id } is proven: rebuilt byte for byte, opened, and in order
tell-errand-cancelled = Given up; the versions that were there stay as they were

why-errand = something is going on at a remote; J shows it
why-demo-backups = made-up data is not backed up
why-no-remote = there is no remote yet; n adds a folder
why-one-remote = there is only one remote
why-no-version = there is no version yet; b makes one
why-lost = it is lost: there is nothing to restore
