//! The import table of `docs/architecture.md`, as data.
//!
//! A new crate gets a row here and there in the same change. Packages are called by their package
//! names: the folder `tui/` is `luka`, `syncd/` is `luka-syncd`, `server/` is `luka-server`.

/// What one package may import from the workspace.
pub(crate) struct Room {
    pub(crate) package: &'static str,
    pub(crate) may_import: &'static [&'static str],
}

const fn room(package: &'static str, may_import: &'static [&'static str]) -> Room {
    Room {
        package,
        may_import,
    }
}

/// Every package, from the ground to the roof.
pub(crate) const ROOMS: &[Room] = &[
    room("domain", &[]),
    room("vault", &[]),
    // RFC 8252 for both who ask a person through a browser
    room("loopback", &[]),
    room("api", &["loopback"]),
    room("formats", &["domain"]),
    room("store", &["domain", "vault"]),
    room("backup", &["vault"]),
    room("drive", &["backup", "loopback"]),
    // for tests: nobody's dependency but a dev-dependency
    room("drive-double", &[]),
    // for tests and for `luka-server dev`
    room("identity-double", &[]),
    room("throwaway-postgres", &[]),
    room("ops", &["domain", "formats", "store", "vault", "backup"]),
    // backup and drive: to wire remotes in one place
    room("luka", &["domain", "ops", "api", "backup", "drive"]),
    // vault: the backup key only
    room("luka-syncd", &["backup", "drive", "vault"]),
    room(
        "luka-server",
        &["api", "identity-double", "throwaway-postgres"],
    ),
    // for the bench of the server
    room("xtask", &["domain", "throwaway-postgres"]),
];

/// Packages that never touch the ledger, not even in a test.
pub(crate) const BLIND: &[&str] = &["luka-server", "luka-syncd"];

/// What they never touch.
pub(crate) const LEDGER: &[&str] = &["domain", "store", "ops"];

/// A crate from outside, and the only packages that may use it (`*` ends a prefix).
///
/// `deny.toml` says the same with `wrappers`, and there it covers what comes in through others.
pub(crate) const ALONE: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("libsqlite3-sys", &["store"]),
    // the ledger's in one, passwords of accounts in the other
    ("argon2", &["vault", "luka-server"]),
    ("chacha20poly1305", &["vault"]),
    ("blake3", &["vault"]),
    ("quick-xml", &["formats"]),
    ("zip", &["formats"]),
    ("pdf-extract", &["formats"]),
    ("ratatui*", &["luka"]),
    ("crossterm", &["luka"]),
    ("clap*", &["luka"]),
    ("google-drive3", &["drive"]),
    ("yup-oauth2", &["drive"]),
    // clients in two, a server in the third
    ("hyper*", &["api", "drive", "luka-server"]),
    ("rustls*", &["api", "drive", "luka-server"]),
    ("sqlx*", &["luka-server"]),
    ("jsonwebtoken", &["luka-server"]),
];
