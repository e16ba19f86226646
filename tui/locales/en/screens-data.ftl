### Bank files, the history, the settings.

## The settings

label-config-ascii = Signs
label-config-color = Colours
label-config-currency = Currency of new ledgers
label-config-idle-lock = Lock when idle for
label-config-limit = Rows of `luka list`
label-config-theme = Theme
label-config-ttl = `luka unlock` keeps the key for
label-new-passphrase = New passphrase
label-old-passphrase = Passphrase so far

head-action = Action
head-keys = Keys
head-place = Where
head-setting = Setting

say-after-recovery = The recovery code opened the ledger. Choose a new passphrase now; Esc leaves the old one.
say-config-ascii = Whether lines, bars and arrows are drawn with signs beyond ASCII.
say-config-color = When the command line writes in colour; `never` also takes the colours off these screens.
say-config-currency = The main currency of a ledger that `luka init` makes.
say-config-idle-lock = After so long without a key these screens forget the key and ask for the passphrase.
say-config-language = The language of these screens and of the command line.
say-config-limit = How many rows `luka list` shows when nobody says.
say-config-theme = The colours of these screens.
say-config-ttl = How long `luka unlock` holds the key when nobody says.
say-passphrases-same = the same
say-passwd = Only the key is wrapped anew; the ledger itself stays as it is. Older backups open with the passphrase before.
say-press-enter-key = Enter, then the new key
say-press-key = Press the new key:
say-press-key-how = Enter takes it, Backspace begins anew, Esc leaves it as it was.
say-usual = usually { $usual }

title-passphrase = Change the passphrase
title-settings-keys = Keys
title-settings-values = Values

error-key-taken = `{ $key }` would be for “{ $one }” and for “{ $other }”: nothing was changed

why-usual-already = that is the usual already

word-ascii-no = all of them
word-ascii-yes = ASCII only
word-colour-always = always
word-colour-auto = on a terminal
word-colour-never = never
word-config-all = as many as fit well
word-own = own
word-theme-ansi = the terminal's 16 colours
word-theme-contrast = high contrast
word-theme-dark = dark
word-theme-light = light
word-theme-plain = no colours
word-usual = usual

## Opening the ledger

label-recovery-code = Recovery code
say-unlock-code = The recovery code from paper opens the ledger too; then you choose a new passphrase.

## The history

head-about = About
say-more-changes = { $n ->
    [one] … and 1 more change
   *[other] … and { $n } more changes
    }
say-no-history = Nothing was changed yet.
say-operation = number { $sequence }, on device { $device }
say-steps = { $n ->
    [1] U takes it back
   *[other] U takes back { $n } operations, down to this one
    }
why-ground = that is what made the ledger
why-taken-back = that was taken back already; ctrl-r brings it back while it is the last
why-undo-itself = that is itself an undo or a redo; choose what it moved
word-kind-account = Account
word-kind-batch = Bank file
word-kind-contribution = Contribution
word-kind-currency = Currency
word-kind-goal = Saving goal
word-kind-payee = Payee
word-kind-price = Price
word-kind-row = Bank row
word-kind-tag = Tag
word-kind-transaction = Transaction
word-taken-back = taken back
