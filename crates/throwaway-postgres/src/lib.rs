//! A private Postgres from the machine's own binaries: made in a temporary folder, on a free port of
//! the loopback address, with a password of its own, and gone with the process that asked for it.
//!
//! It is for `luka-server dev` and for tests. A shell keeps watch: when its input ends, which it does
//! however our process ends, the server is stopped and its folder removed. Nothing is kept for
//! durability (`fsync=off`), so it is no place for anything that matters.
#![cfg(unix)]

mod binaries;
mod error;

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::{env, fs};

use data_encoding::HEXLOWER;
use nix::unistd::{User, geteuid};
use tempfile::TempDir;

use binaries::Binaries;
pub use error::ClusterError;

/// How often another port is tried when somebody took the one that was free a moment ago.
const TRIES: usize = 5;
/// What the server says once it takes connections.
const READY: &str = "database system is ready to accept connections";
/// Runs the server, and ends it with its own input.
const WATCH: &str = r#"
postgres=$1; folder=$2; port=$3
"$postgres" -D "$folder/data" -p "$port" -k "$folder" -h 127.0.0.1 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
    -c logging_collector=off -c log_destination=stderr </dev/null &
server=$!
( cat >/dev/null; kill -INT "$server" 2>/dev/null ) <&3 &
exec 3<&-
wait "$server"
kill %2 2>/dev/null
rm -rf "$folder"
"#;

/// True when Postgres' programs are on this machine.
pub fn is_installed() -> bool {
    Binaries::find().is_ok()
}

/// A running server.
#[derive(Debug)]
pub struct Cluster {
    watch: Child,
    port: u16,
    password: String,
    psql: std::path::PathBuf,
}

impl Cluster {
    /// Makes one and starts it, which takes some three seconds.
    pub fn start() -> Result<Self, ClusterError> {
        let binaries = Binaries::find()?;
        let owner = owner()?;
        let folder = private_folder(owner.as_ref())?;
        let password = password()?;
        initialise(&binaries, folder.path(), owner.as_ref(), &password)?;
        // From now on the shell removes it.
        let folder = folder.keep();
        let mut last = ClusterError::NotReady(String::new());
        for _ in 0..TRIES {
            match watch(&binaries, &folder, owner.as_ref()) {
                Ok((watch, port)) => {
                    return Ok(Self {
                        watch,
                        port,
                        password,
                        psql: binaries.psql,
                    });
                }
                Err(error) => last = error,
            }
        }
        let _ = fs::remove_dir_all(&folder);
        Err(last)
    }

    /// The address of a database, for `DATABASE_URL`.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres://luka:{}@127.0.0.1:{}/{database}",
            self.password, self.port
        )
    }

    /// Where it listens.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Makes another database; the name is of small letters, digits and `_`.
    pub fn create_database(&self, name: &str) -> Result<String, ClusterError> {
        self.run("postgres", &format!("CREATE DATABASE {name}"))?;
        Ok(self.url(name))
    }

    /// Runs SQL, and returns what `psql` prints: rows as lines, columns between `|`.
    pub fn run(&self, database: &str, sql: &str) -> Result<String, ClusterError> {
        let mut psql = Command::new(&self.psql);
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql])
            .args(["-h", "127.0.0.1", "-p", &self.port.to_string()])
            .args(["-U", "luka", "-d", database])
            .env("PGPASSWORD", &self.password);
        finish(&mut psql)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Its input ends; the shell does the rest, and is waited for so that nothing is left.
        drop(self.watch.stdin.take());
        let _ = self.watch.wait();
    }
}

/// Postgres refuses to run as root: then it runs as the user that its package made.
fn owner() -> Result<Option<User>, ClusterError> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    match User::from_name("postgres") {
        Ok(Some(user)) => Ok(Some(user)),
        _ => Err(ClusterError::NoUser),
    }
}

fn private_folder(owner: Option<&User>) -> Result<TempDir, ClusterError> {
    let folder = tempfile::Builder::new().prefix("luka-postgres-").tempdir();
    let folder = folder.map_err(ClusterError::Folder)?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700))
        .map_err(ClusterError::Folder)?;
    give_to(owner, folder.path())?;
    Ok(folder)
}

fn give_to(owner: Option<&User>, path: &Path) -> Result<(), ClusterError> {
    let Some(owner) = owner else { return Ok(()) };
    nix::unistd::chown(path, Some(owner.uid), Some(owner.gid))
        .map_err(|error| ClusterError::Folder(error.into()))
}

fn password() -> Result<String, ClusterError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| ClusterError::Folder(error.into()))?;
    Ok(HEXLOWER.encode(&bytes))
}

/// As the owner, in a folder that the owner may be in.
fn as_owner(command: &mut Command, folder: &Path, owner: Option<&User>) {
    if let Some(owner) = owner {
        command.gid(owner.gid.as_raw()).uid(owner.uid.as_raw());
    }
    command.current_dir(folder).env_clear();
    command.env("PATH", env::var_os("PATH").unwrap_or_default());
    command.env("LC_ALL", "C");
}

fn initialise(
    binaries: &Binaries,
    folder: &Path,
    owner: Option<&User>,
    password: &str,
) -> Result<(), ClusterError> {
    // Postgres' user can't open an input that root made, so the password goes by a file that only
    // the two of them can reach, and only until it was read.
    let file = folder.join("password");
    fs::write(&file, password).map_err(ClusterError::Folder)?;
    give_to(owner, &file)?;
    let mut initdb = Command::new(&binaries.initdb);
    as_owner(&mut initdb, folder, owner);
    initdb
        .arg("-D")
        .arg(folder.join("data"))
        .args(["-U", "luka", "--auth=scram-sha-256", "--pwfile"])
        .arg(&file)
        .args(["--no-sync", "--encoding=UTF8", "--locale=C"])
        .stdin(Stdio::null());
    finish(&mut initdb)?;
    fs::remove_file(&file).map_err(ClusterError::Folder)
}

fn watch(
    binaries: &Binaries,
    folder: &Path,
    owner: Option<&User>,
) -> Result<(Child, u16), ClusterError> {
    let free = TcpListener::bind(("127.0.0.1", 0)).map_err(ClusterError::Folder)?;
    let port = free.local_addr().map_err(ClusterError::Folder)?.port();
    drop(free);
    let mut shell = Command::new("sh");
    as_owner(&mut shell, folder, owner);
    // The shell's own input becomes descriptor 3, since what runs behind it gets none.
    shell
        .args(["-c", &format!("exec 3<&0\n{WATCH}"), "sh"])
        .arg(&binaries.postgres)
        .arg(folder)
        .arg(port.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        // A key that ends our program must not end this before it has cleaned up.
        .process_group(0);
    let failed = |source| ClusterError::Program {
        program: "sh".to_owned(),
        source,
    };
    let mut child = shell.spawn().map_err(failed)?;
    let log = child.stderr.take();
    match log.map(wait_until_ready) {
        Some(Ok(())) => Ok((child, port)),
        Some(Err(said)) => {
            drop(child.stdin.take());
            let _ = child.wait();
            Err(ClusterError::NotReady(said))
        }
        None => Err(ClusterError::NotReady(String::new())),
    }
}

/// Reads the log until it says that it is ready; the rest is read and thrown away.
fn wait_until_ready(log: ChildStderr) -> Result<(), String> {
    let mut lines = BufReader::new(log).lines();
    let mut said = String::new();
    while let Some(Ok(line)) = lines.next() {
        if line.contains(READY) {
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(());
        }
        said.push_str(&line);
        said.push('\n');
    }
    Err(said)
}

fn finish(command: &mut Command) -> Result<String, ClusterError> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|source| ClusterError::Program {
        program: program.clone(),
        source,
    })?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout)
            .trim_end()
            .to_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(ClusterError::Failed { program, said })
    }
}
