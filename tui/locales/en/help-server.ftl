### Help for the account server.

help-login = Log in at an account server, which carries settings between machines; never money
    .server = Its address (else the key `server.url` of the configuration, else the last one)
    .device = Show a code to type on another device, for a machine without a browser
    .no-browser = Print the address instead of opening a browser, and wait for the answer
    .email = With a password, for a server without an identity provider; asked for, or from LUKA_ACCOUNT_PASSWORD_FILE
    .register = Make the account
    .more = Everything but login and settings works without a server.
    .examples =
        luka login --server https://luka.example.org
        luka login --device
        luka login --email ana@example.org --register
help-logout = Log out
    .all = On every device
help-whoami = Show who is logged in, and where
help-settings = Carry preferences between machines; nothing about money
    .examples =
        luka settings push
        luka settings pull --dry-run
help-settings-pull = Take the server's settings into this machine's configuration
    .dry-run = Show the difference, and change nothing
    .force = Where both sides changed, take the server's
    .more = Exit 6 when both sides changed the same document; nothing is changed then.
help-settings-push = Send this machine's settings to the server
    .dry-run = Show the difference, and send nothing
    .force = Where both sides changed, keep this machine's
    .more = Exit 6 when both sides changed the same document, or another machine writes it at this moment.
