### Help for remotes and backups.

help-remote = Where versions of the ledger go
    .name = The remote's name
help-remote-add = Add a remote; the first one asks for the passphrase once
    .name = What to call it: letters, digits, dashes
    .examples =
        luka remote add usb folder /media/usb/luka
        luka remote add drive gdrive --client-secret client.json
help-remote-add-folder = A folder: a USB stick, a network disk, a directory that another program carries away
    .path = The folder; it is made when the one around it is there
help-remote-add-gdrive = A folder in your own Google Drive; luka sees only the files that it made itself
    .client-secret = The JSON file of a desktop app's OAuth client from Google's console
    .folder = The folder's name
    .no-browser = Print the address instead of opening a browser, and wait for the answer
    .device = Show a code to type on another device, for a machine without a browser
    .api-url = Instead of Google's address: the API
    .auth-url = Instead of Google's address: where a person says yes
    .token-url = Instead of Google's address: where tokens are given
    .device-url = Instead of Google's address: where a device asks for a code
    .examples =
        luka remote add drive gdrive --client-secret client.json
        luka remote add drive gdrive --client-secret client.json --device
help-remote-list = List the remotes
help-remote-rm = Forget a remote; the versions there stay
help-remote-test = Ask a remote whether it can be read and written now
help-backup = Make a version of the ledger now, sealed and without the passphrase
    .remote = Only at this remote (else at each)
    .more = What did not change since the version before is not sent again. A script or cron runs it with --quiet; exit 7 says that a remote failed.
    .examples =
        luka backup
        luka backup --quiet
        luka backup list
        luka backup restore --to ~/restored
help-backup-list = List the versions that can be restored
    .remote = Only those at this remote
    .recovery = Where this machine has no backup key yet: use the recovery code instead of the passphrase
    .forget-lost = Stop telling of versions that are lost
help-backup-restore = Bring a version back as a ledger
    .id = The version's id, its first four digits or more (else the newest)
    .remote = Only from this remote
    .to = Into this directory (else where the ledger belongs, if there is none)
    .force = Replace the ledger that is there, and keep it beside
    .recovery = Where this machine has no backup key yet: use the recovery code instead of the passphrase
    .examples =
        luka backup restore
        luka backup restore 3f2a --to ~/restored
help-backup-status = How old the last backup and the last proven one are; asks nobody
    .remote = Only this remote
    .more = Exit 7 when a remote failed last, or has no backup younger than the key `backup.max_age` of the configuration allows.
help-backup-verify = Rebuild versions and prove that they can be restored
    .id = The version's id, its first four digits or more (else the newest at each remote)
    .all = Every version
    .remote = Only at this remote
    .no-open = Do not open what was rebuilt: verified, not proven
    .recovery = Open with the recovery code instead of the passphrase
    .more = Verified: each byte is authentic and as it was saved. Proven: opened as well, with every check of `luka doctor` passed. Exit 8 when a version is damaged or lost.
    .examples =
        luka backup verify
        luka backup verify --all
help-backup-prune = End old versions, by how many stay of each age
    .keep-last = The last N
    .keep-daily = The last one of each of N days
    .keep-weekly = The last one of each of N weeks
    .keep-monthly = The last one of each of N months
    .keep-yearly = The last one of each of N years
    .remote = Only at this remote
    .dry-run = Say what would end, and end nothing
    .recovery = Where this machine has no backup key yet: use the recovery code instead of the passphrase
    .more = Without a number the keys `backup.keep_last` … of the configuration count. The newest version of each machine and the newest proven one always stay.
    .examples =
        luka backup prune --dry-run
        luka backup prune --keep-daily 14 --keep-monthly 24
help-sync = Ask the daemon that keeps backups up to date (luka-syncd)
    .examples =
        luka sync status
        luka sync now
help-sync-status = Show what it is doing, and when each remote is next
    .more = Exit 7 when no daemon is running for this ledger.
help-sync-now = Back up to each remote at once, also to those that wait for you
help-sync-pause = Begin nothing until told; what is under way stops, and is taken up later
help-sync-resume = Go on after a pause
