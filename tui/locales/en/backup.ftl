### Versions of the ledger and the remotes that keep them.

head-remote = Remote
head-remote-place = Place
head-made = Made
head-size = Size
head-ledger = Ledger
head-proof = Proof
head-passphrase = Opens with

word-proven = proven { $day }
word-verified = verified { $day }
word-passphrase-now = the passphrase
word-passphrase-earlier = an earlier passphrase

## Remotes

say-no-remotes = There is no remote yet: `luka remote add usb folder /media/usb/luka`
say-remote-added = Versions go to { $name } now: { $place }
say-remote-restore = There are backups there: `luka backup list` shows them, `luka backup restore` brings one back.
say-remote-empty = There are no backups there yet.
say-remote-removed = Forgot { $name }; the versions there stay where they are.
say-remote-works = { $name } works: { $n ->
    [one] 1 object
   *[other] { $n } objects
    }, { $size }

hint-remote-folder = mount the disk, or make that directory first: only the last part of the path is made
error-no-remote = there is no remote `{ $name }`
hint-remote-list = `luka remote list` shows the remotes
    .screen = g b shows the remotes
error-no-remotes = there is no remote to back up to
hint-remote-add = add one: `luka remote add usb folder /media/usb/luka`
error-remote-exists = there is a remote `{ $name }` already
hint-remote-exists = choose another name; `luka remote rm { $name }` forgets the one that is there
    .screen = choose another name
error-remote-name = a remote's name has 1 to 32 letters, digits, dashes or underscores
error-remote-reserved = `{ $name }` is a command of `luka backup`, not a name for a remote
    .screen = `{ $name }` is the name of a command
hint-remote-name = choose a name such as usb, nas or drive
error-another-ledger = the remote keeps the backups of another ledger
error-another-key = the remote keeps backups of this ledger that another backup key sealed
hint-another-place = choose another folder: one ledger, one folder
error-remote-unreachable = the remote can't be reached: { $what }
hint-remote-unreachable = look at the network, and try again
error-remote-rate = the remote asks for fewer requests
hint-remote-later = try again later
hint-remote-later-in = try again in { $time }
error-remote-sign-in = the permission to use the remote has ended
hint-remote-sign-in = give the permission again with the same `luka remote add … gdrive` as before
    .screen = give the permission again on the command line, with the same `remote add … gdrive` as before
error-remote-full = the remote has no space left
hint-remote-full = make room there, or end old versions: `luka backup prune`
    .screen = make room there, or end old versions: p
error-remote-gone = the folder of the remote is not there
hint-remote-gone = mount the disk, or bring the folder back; it is not made anew, since an empty one would look like a lost backup
error-remote-refused = the remote refused: { $what }
hint-remote-refused = `luka remote list` shows where it is
    .screen = g b shows where it is

## The backup key

error-backup-key = the backup key on this machine is damaged
error-backup-key-foreign = the backup key on this machine is that of another ledger
error-backup-file = { $path } is damaged
hint-backup-key = move the directory `backup` away that lies in the ledger's directory, and add the remotes again
error-no-backup-key = this machine has no backup key yet, and making it takes the passphrase once
hint-remote-again = give it once: `luka remote add { $name } { $place }`
error-repository-keys = the key slots at the remote are damaged
hint-repository-keys = another remote may be whole
error-no-backups = there are no backups at the remote
hint-no-backups = make one with `luka backup`, or name another remote
    .screen = b makes one

## Making versions

say-backup-made = { $remote }: version { $id } with { $n ->
    [one] 1 changed page
   *[other] { $n } changed pages
    }, { $sent } sent
say-backup-unchanged = { $remote }: nothing has changed since version { $id } of { $made }
error-backup-running = another backup to it is running
hint-backup-running = it will be done in a moment
error-staging-full = no space is left to write { $path }
error-nothing-there = there is nothing to back up
error-image-damaged = { $path } is damaged, so no version was made of it
hint-restore = make one with `luka init`, or bring one back: `luka remote add` and `luka backup restore`

## Versions

say-no-versions = There are no versions yet: `luka backup` makes one.
say-version-lost = { $remote }: version { $id } of { $made } is lost: { $object }
say-version-damaged = { $remote }: version { $id } of { $made } is damaged or builds on one that is: { $object }
error-versions-gone = { $lost ->
    [0] { $damaged ->
        [one] 1 version is damaged
       *[other] { $damaged } versions are damaged
        }
    [one] 1 version is lost{ $damaged ->
        [0] { "" }
       *[other] , { $damaged } damaged
        }
   *[other] { $lost } versions are lost{ $damaged ->
        [0] { "" }
       *[other] , { $damaged } damaged
        }
    }
hint-versions-damaged = the others are listed and can be restored; `luka backup` makes a whole one
    .screen = the others can be restored; b makes a whole one
hint-versions-lost = the others are listed and can be restored; once you know why, `luka backup list --forget-lost`
    .screen = the others can be restored; once you know why, the command `backup list` can forget them
error-version-id = `{ $id }` is not the id of a version
hint-version-id = an id is made of the digits 0-9 and a-f, at least the first four: `luka backup list` shows them
error-no-version = there is no version `{ $id }`
hint-version = `luka backup list` shows the versions
    .screen = g b shows the versions
error-version-ambiguous = `{ $id }` can be several versions
error-version-differs = what { $name } is rebuilt to is not what was saved
error-version-head = the version carries a file that no ledger has
error-version-newer = the version was made by a newer version of luka
error-object-missing = the object { $name } is not at the remote
error-object-short = the object { $name } is shorter than it was
error-object-differs = the object { $name } at the remote is not the one that was sent
error-object-damaged = the object { $name } is damaged or was altered
hint-object = other versions may be whole: `luka backup verify --all` tells which
    .screen = other versions may be whole: v rebuilds the one under the cursor

## Restoring

say-version-restored = Restored version { $id } of { $made } to { $path }
say-ledger-replaced = The ledger that was there is kept in { $path }
say-passphrase-of = It opens with the passphrase of { $made }, or with the recovery code.
say-open-here = Open it with `luka`; `luka doctor` proves it.
say-open-there = Open it with `luka --ledger { $path }`; `luka doctor --ledger { $path }` proves it.
hint-restore-elsewhere = name another directory with --to; with --force the ledger that is there is kept beside the restored one
    .screen = name another folder; over a ledger only the command line restores, with `backup restore`
error-occupied = { $path } is not an empty directory
hint-occupied = name a directory with --to that is empty or does not exist
    .screen = name a folder that is empty or does not exist
error-prune-outdated = the versions changed while they were looked at

## How they are

head-state = State
head-last-backup = Last backup
head-newest = Newest
head-verified = Verified
head-proven = Proven
word-state-ok = in order
word-state-old = too old
word-state-none = none yet
word-failed-unreachable = out of reach
word-failed-rate = asked to wait
word-failed-sign-in = permission ended
word-failed-full = full
word-failed-gone = folder missing
word-failed-refused = refused
word-failed-integrity = damaged
word-failed-local = failed here
word-remote-failed = { $remote }: failed ({ $kind })
word-never-backed-up = { $remote }: never backed up
word-backup-old = { $remote }: the last backup is { $age } old
word-backup-age = { $remote }: backed up { $age } ago
word-no-remotes = no remote is set up
check-backups = Backups are recent
hint-status = `luka backup` makes one now; `luka remote test` asks a remote what is wrong

## Proving

head-result = Result
head-problem = Problem
word-result-proven = proven
word-result-verified = verified
word-result-damaged = damaged
word-result-lost = lost
word-check-failed = { $check }: { $detail }
say-proven = Proven: rebuilt byte for byte, opened, and every check of `luka doctor` passed.
say-verified = Verified: rebuilt byte for byte. Not opened, so not proven.
say-verified-locked = Verified: rebuilt byte for byte. Not opened, so not proven: the passphrase is not at hand.
error-version-unsound = { $remote }: version { $id } can't be restored: { $problem }
hint-other-versions = `luka backup` makes a whole version if the ledger is in order; keep the damaged files until it is
    .screen = b makes a whole version if the ledger is in order; keep the damaged files until it is

## Ending old versions

head-fate = What becomes of it
head-reasons = Why
word-kept = stays
word-ended = ends
word-reason-newest = newest
word-reason-proven = newest proven
word-reason-last = one of the last
word-reason-daily = of its day
word-reason-weekly = of its week
word-reason-monthly = of its month
word-reason-yearly = of its year
say-pruned = { $remote }: { $n ->
    [0] no version ended
    [one] 1 version ended
   *[other] { $n } versions ended
    }, { $freed } freed
say-would-prune = { $remote }: { $n ->
    [0] no version would end
    [one] 1 version would end
   *[other] { $n } versions would end
    }, { $freed } would be freed
say-prune-parts = What newer versions build on stays until they end too.
error-keep-nothing = that keeps no version at all
hint-keep-nothing = say how many stay, such as --keep-daily 7 --keep-monthly 12
error-ledger-in-use = the ledger at { $path } is open, or a backup of it runs
hint-ledger-in-use = close luka there (and stop luka-syncd), then try again
    .screen = close the program there (and stop what synchronizes it), then try again
error-version-too-large = so many scattered pages changed that no version can hold them
error-backup-broken = reading the ledger ended unexpectedly
hint-try-again = try again; what was there before is untouched

## Google Drive

say-drive-browser = Say yes in the browser. If none opens, open this address: { $url }
say-drive-code = Open { $url } on any device and type { $code }
say-drive-granted = luka may keep its backups here now. You can close this page.
say-drive-refused = luka was not let in. You can close this page.
say-drive-unknown = This is not the answer that luka waits for.
error-drive-address = --{ $which } must be an https address, or http to 127.0.0.1 or [::1]
hint-drive-address = leave it out to use Google's own
error-drive-folder = the folder at Google Drive needs a name
hint-drive-folder = leave --folder out to use LukaLibre
error-drive-client = this is not the client file of a desktop app from Google's console
error-drive-no-client = Google Drive needs to know which client asks
hint-drive-client = make an OAuth client of the kind "Desktop app" at console.cloud.google.com and pass its JSON file: --client-secret FILE
error-drive-network = the network can't be used: { $what }
error-drive-denied = the permission was refused
error-drive-timeout = nobody gave the permission in time
error-drive-token = Google gave no lasting permission
hint-drive-token = take luka's access away at myaccount.google.com/permissions, and try again
error-drive-refused = Google refused: { $what }
hint-drive-again = try again; --no-browser shows the address, --device takes a code
