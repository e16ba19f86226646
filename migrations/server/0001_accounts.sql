-- The account server's tables. Tokens, codes and states are kept as SHA-256 only: a copy of this
-- database opens nothing. There is no place here for a ledger, a key of one, or a Drive token.

CREATE TABLE users (
    id             uuid PRIMARY KEY,
    email          text NOT NULL CHECK (octet_length(email) <= 254),
    -- NFKC, case folded: what two spellings of one address have in common.
    email_folded   text NOT NULL,
    -- The identity provider's word; never true by a password alone.
    email_verified boolean NOT NULL DEFAULT false,
    -- PHC string of Argon2id; null for who only comes through the identity provider.
    password_hash  text,
    display_name   text CHECK (char_length(display_name) <= 100),
    locale         text CHECK (char_length(locale) <= 35),
    is_superuser   boolean NOT NULL DEFAULT false,
    is_disabled    boolean NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL DEFAULT now()
);

-- An address belongs to one password. Who comes through the provider is another account, even with
-- the same address: accounts are never merged by an address.
CREATE UNIQUE INDEX users_password_email ON users (email_folded) WHERE password_hash IS NOT NULL;

-- Who a provider says somebody is: issuer and subject, never the address.
CREATE TABLE identities (
    issuer  text NOT NULL,
    subject text NOT NULL CHECK (subject <> ''),
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_of_user ON identities (user_id);

CREATE TABLE sessions (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    device_name  text NOT NULL CHECK (char_length(device_name) <= 64),
    -- SHA-256 of account and network it began from: somebody who was in from there may try again
    -- while strangers have to wait.
    origin_hash  bytea NOT NULL CHECK (octet_length(origin_hash) = 32),
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    -- Seven days after the login, however often it is refreshed.
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz
);
CREATE INDEX sessions_of_user ON sessions (user_id, last_used_at DESC);

-- The family of refresh tokens of a session.
CREATE TABLE refresh_tokens (
    hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
    spent_at   timestamptz,
    -- With the spent token this gives its successor, again, for a client that lost the answer.
    salt       bytea,
    CHECK ((spent_at IS NULL) = (salt IS NULL))
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);

-- A login at the identity provider that has begun. The state is the key; nonce and PKCE verifier
-- are derived from it.
CREATE TABLE login_states (
    hash           bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    -- The cookie of the browser that began it.
    browser_hash   bytea NOT NULL CHECK (octet_length(browser_hash) = 32),
    -- Where to go afterwards; null for a page that says it is done.
    redirect_uri   text,
    -- With it a program gets a code there, without it a browser gets a session.
    code_challenge text,
    client_state   text,
    -- Somebody who came to confirm a device: no session begins.
    for_device     boolean NOT NULL DEFAULT false,
    expires_at     timestamptz NOT NULL
);

-- Codes for a program on the loopback address (RFC 6749, 4.1.2).
CREATE TABLE authorization_codes (
    hash           bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    user_id        uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    client_id      text NOT NULL,
    redirect_uri   text NOT NULL,
    code_challenge text NOT NULL,
    expires_at     timestamptz NOT NULL,
    -- What it was redeemed for; a second time ends that session.
    session_id     uuid REFERENCES sessions ON DELETE SET NULL,
    used_at        timestamptz
);

-- RFC 8628.
CREATE TABLE device_codes (
    hash           bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    user_code_hash bytea NOT NULL UNIQUE CHECK (octet_length(user_code_hash) = 32),
    client_id      text NOT NULL,
    device_name    text NOT NULL,
    -- Where it was asked from, as the page shows it.
    asked_from     text NOT NULL,
    interval_secs  integer NOT NULL DEFAULT 5,
    polled_at      timestamptz,
    expires_at     timestamptz NOT NULL,
    status         text NOT NULL DEFAULT 'pending'
                   CHECK (status IN ('pending', 'approved', 'denied', 'redeemed')),
    user_id        uuid REFERENCES users ON DELETE CASCADE,
    -- Wrong codes that anybody typed while this one waited; too many end it.
    misses         integer NOT NULL DEFAULT 0,
    CHECK (status <> 'approved' OR user_id IS NOT NULL)
);

-- Somebody who logged in on the page where device codes are confirmed, by that browser's cookie.
CREATE TABLE device_visits (
    hash           bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    user_id        uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    -- The right code, once it was typed.
    user_code_hash bytea,
    expires_at     timestamptz NOT NULL
);

-- Attempts by what they were counted for, hashed: an address, an account, both. Replicas agree
-- because they all count here.
CREATE TABLE attempts (
    hash     bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    failures integer NOT NULL,
    -- When the count began, or the last wait was over.
    since    timestamptz NOT NULL,
    -- No further attempt before.
    until    timestamptz NOT NULL
);
CREATE INDEX attempts_by_end ON attempts (until);

-- Account configuration. JSON as text: it comes back as it was, whatever characters are in it.
CREATE TABLE config (
    user_id    uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    key        text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_.-]{0,63}$'),
    -- Null where it was removed; counting goes on.
    value      text CHECK (octet_length(value) <= 65536),
    version    bigint NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, key)
);

CREATE TABLE config_history (
    user_id    uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    key        text NOT NULL,
    version    bigint NOT NULL,
    value      text,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key, version)
);
