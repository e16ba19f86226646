//! The command line: `serve`, `migrate`, `openapi`, `user`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the command line; the log has a room of its own"
)]

mod dev;
mod user;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt as _;

use crate::database;
use crate::http::Served;
use crate::serve::{ServeError, serve};
use crate::settings::{Settings, SettingsError, Texts};

const USAGE: &str = "\
luka-server: login and account configuration for LukaLibre

  luka-server serve [--config FILE]      serve until SIGTERM
  luka-server dev                        serve over a Postgres of its own and with an identity
                                         provider that believes everybody, to try things; nothing
                                         of it is left afterwards
  luka-server migrate [--config FILE]    bring the database up to date, and end
  luka-server openapi                    print the API as OpenAPI 3.1
  luka-server user add EMAIL             make an account; the password is the first line of stdin
  luka-server user password EMAIL        another password for it, read the same way
  luka-server user promote EMAIL         let it see and change others
  luka-server user demote EMAIL          no longer
  luka-server user disable EMAIL         shut it out, and end its sessions
  luka-server user enable EMAIL          let it in again

Settings come from FILE (server.toml) and from the environment, which wins:
  DATABASE_URL                    postgres://user:password@host/database
  LUKA_SERVER_LISTEN              127.0.0.1:8520
  LUKA_SERVER_PUBLIC_URL          how the world reaches it, https://luka.example.org
  LUKA_SERVER_KEYS_DIR            where the signing keys are, /var/lib/luka-server/keys
  LUKA_SERVER_OIDC_ISSUER, LUKA_SERVER_OIDC_CLIENT_ID, LUKA_SERVER_OIDC_CLIENT_SECRET
  LUKA_SERVER_METRICS_LISTEN, LUKA_SERVER_ALLOWED_ORIGINS, LUKA_SERVER_TRUSTED_PROXIES
  LUKA_SERVER_TLS_CERT, LUKA_SERVER_TLS_KEY, LUKA_SERVER_TOKEN_ALGORITHM (EdDSA, ES256)
  LUKA_SERVER_DATABASE_CONNECTIONS, LUKA_SERVER_LOG
";

/// Why a command did not do what it is for.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error("{0}\nTry: luka-server --help")]
    Usage(#[from] lexopt::Error),
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error(transparent)]
    Serve(#[from] ServeError),
    #[error(transparent)]
    Dev(#[from] dev::DevError),
    #[error(transparent)]
    User(#[from] user::UserError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

impl CommandError {
    /// As `luka` ends: 2 for what was asked wrongly, 1 for the rest.
    fn exit(&self) -> ExitCode {
        match self {
            Self::Usage(_) | Self::Settings(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
enum Order {
    Help,
    Version,
    Serve,
    Dev,
    Migrate,
    OpenApi,
    User(user::Verb, String),
}

/// Runs what the arguments say.
pub(crate) fn run() -> ExitCode {
    match act(std::env::args_os().skip(1)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("luka-server: {error}");
            error.exit()
        }
    }
}

fn act(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, CommandError> {
    let (order, config) = parse(arguments)?;
    match order {
        Order::Help => print!("{USAGE}"),
        Order::Version => println!("luka-server {}", env!("CARGO_PKG_VERSION")),
        Order::OpenApi => print!("{}", crate::routes::OPENAPI),
        Order::Serve => {
            let settings = begin(config.as_deref())?;
            return Ok(ended(runtime()?.block_on(serve(settings))?));
        }
        Order::Dev => {
            start();
            return Ok(ended(dev::serve(&runtime()?)?));
        }
        Order::Migrate => {
            let settings = begin(config.as_deref())?;
            runtime()?.block_on(async {
                let pool = database::pool(&settings.database_url, 1).map_err(ServeError::from)?;
                database::migrate(&pool).await.map_err(ServeError::Migrate)
            })?;
            println!("the database is up to date");
        }
        Order::User(verb, email) => {
            let settings = begin(config.as_deref())?;
            let said = runtime()?.block_on(user::act(&settings, verb, &email))?;
            println!("{said}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

const fn ended(served: Served) -> ExitCode {
    match served {
        Served::All => ExitCode::SUCCESS,
        Served::Most => ExitCode::FAILURE,
    }
}

fn begin(config: Option<&Path>) -> Result<Settings, SettingsError> {
    start();
    Texts::read(config)?.settings()
}

fn start() {
    crate::log::begin();
    crate::crypto::install();
    // A second one in this process would be ours as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}

fn parse(
    arguments: impl Iterator<Item = OsString>,
) -> Result<(Order, Option<PathBuf>), lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut words, mut config) = (Vec::new(), None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok((Order::Help, None)),
            Long("version") | Short('V') => return Ok((Order::Version, None)),
            Long("config") => config = Some(PathBuf::from(parser.value()?)),
            Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected()),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let order = match words.as_slice() {
        [] => Order::Help,
        ["serve"] => Order::Serve,
        ["dev"] => Order::Dev,
        ["migrate"] => Order::Migrate,
        ["openapi"] => Order::OpenApi,
        ["user", verb, email] => {
            let verb = user::Verb::parse(verb);
            let verb =
                verb.ok_or("`user` knows add, password, promote, demote, disable and enable")?;
            Order::User(verb, (*email).to_owned())
        }
        _ => return Err("there is no such command".into()),
    };
    Ok((order, config))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Option<(Order, Option<PathBuf>)> {
        super::parse(line.split_whitespace().map(OsString::from)).ok()
    }

    #[test]
    fn a_line_is_an_order() {
        assert_eq!(parse("serve"), Some((Order::Serve, None)));
        assert_eq!(
            parse("serve --config a.toml"),
            Some((Order::Serve, Some("a.toml".into())))
        );
        let promote = Order::User(user::Verb::Promote, "a@b.cl".to_owned());
        assert_eq!(parse("user promote a@b.cl"), Some((promote, None)));
        assert_eq!(parse(""), Some((Order::Help, None)));
        for wrong in [
            "serv",
            "serve now",
            "--port 1",
            "user",
            "user add",
            "user eat a@b.cl",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
