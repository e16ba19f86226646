### Help for remotes and backups.

help-remote = Where versions of the ledger go
    .name = The remote's name
help-remote-add = Add a remote; the first one asks for the passphrase once
    .name = What to call it: letters, digits, dashes
    .examples =
        luka remote add usb folder /media/usb/luka
help-remote-add-folder = A folder: a USB stick, a network disk, a directory that another program carries away
    .path = The folder; it is made when the one around it is there
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
