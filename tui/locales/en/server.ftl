### The account server: login, and settings that are carried between machines.

head-group-server = The account server
head-document = Document
head-here = Here
head-server = Server
head-goes = What to do

word-goes-pull = pull
word-goes-push = push
word-goes-conflict = conflict

ask-password = Password of { $email }:
ask-settings-pull = Take { $n ->
        [one] this setting
       *[other] these { $n } settings
    } from the server?
ask-settings-push = Send { $n ->
        [one] this setting
       *[other] these { $n } settings
    } to the server?

say-login = Logged in as { $email } at { $server }.
say-login-browser = Log in in the browser. If none opens, open this address: { $url }
say-login-code = On any device open { $url } and type { $code }
say-login-granted = You are logged in: you can close this page and go back to the terminal.
say-login-refused = The login was refused: you can close this page and go back to the terminal.
say-login-unknown = luka does not wait for this answer. Go back to the terminal and begin anew.
say-whoami = { $email } at { $server }
say-logout = Logged out at { $server }.
say-logout-all = Logged out at { $server }, on every device.
say-not-logged-in = Nobody is logged in.
say-settings-same = Nothing to carry this way.
say-settings-would = { $n ->
        [one] One setting would be carried.
       *[other] { $n } settings would be carried.
    }
say-settings-pulled = { $n ->
        [one] One setting was taken from the server.
       *[other] { $n } settings were taken from the server.
    }
say-settings-pushed = { $n ->
        [one] One setting was sent to the server.
       *[other] { $n } settings were sent to the server.
    }
say-settings-to-push = What changed here goes to the server with `luka settings push`.
say-settings-to-pull = What changed at the server comes here with `luka settings pull`.

error-server-unknown = no account server is named
hint-server-unknown = name it: `luka login --server https://luka.example.org`, or once and for all: `luka config set server.url https://luka.example.org`
error-server-address = this is no address of a server
hint-server-address = write https://luka.example.org, or http://127.0.0.1:8520 for a server on this machine
hint-config-server-pin = write sha256// and the base64 of the key's hash, as curl has it
error-server-unreachable = the account server can't be reached
hint-server-unreachable = is the address right, and is there a network? everything but login and settings works without it
error-server-untrusted = the server's certificate is not one that this machine trusts
hint-server-untrusted = if it is your own server, pin its key: `luka config set server.pin sha256//…`
error-server-pin = the server has another key than `server.pin` says
hint-server-pin = ask whoever runs it; nothing was sent
error-server-busy = the account server asks to wait
hint-server-wait = try again in { $n ->
        [one] a second
       *[other] { $n } seconds
    }
hint-server-later = try again later
error-server-failing = the account server failed
error-server-nonsense = the answer is not that of an account server
hint-server-nonsense = check the address; luka and the server may be of different versions
error-server-not-found = the server does not know what it was asked for
error-server-conflict = another machine wrote the same document just now
hint-server-conflict = nothing of it was lost: run it again and look at the difference
error-server-refused = the account server refused: { $what }
error-login-none = nobody is logged in on this machine
error-login-ended = the login has ended
hint-login = log in: `luka login`
error-login-damaged = { $path } is no login
error-login-credentials = the e-mail address or the password is wrong
hint-login-credentials = try again; an account is made with `luka login --email … --register`
error-login-denied = the login was refused
error-login-timeout = nobody logged in in time
hint-login-again = begin anew with `luka login`
error-no-password = the password is needed, and there is no terminal to ask on
hint-no-password = set { $name } to a file that holds it
error-logout-untold = the tokens are gone from this machine, but the server was not told: { $what }
hint-logout-untold = the session ends by itself within seven days; `luka logout --all` after the next login ends it at once
error-settings-conflict = changed here and at the server: { $names }
hint-settings-conflict = `luka settings pull --force` takes the server's, `luka settings push --force` keeps this machine's
error-settings-unusable = the server's document `{ $name }` makes no sense to this version
hint-settings-unusable = a newer luka may have written it; `luka settings push --force` replaces it
