//! The real account server over a private Postgres, and a line to it that writes down every byte.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;

use identity_double::{CLIENT_ID, CLIENT_SECRET, Double};
use tempfile::TempDir;
use throwaway_postgres::Cluster;

static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| Cluster::start().unwrap());
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A running `luka-server` with a database of its own; both end when it is dropped.
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
    database: String,
    log: Arc<Mutex<String>>,
    _keys: TempDir,
}

/// The server's binary: beside `luka`, made when only this package is tested.
fn binary() -> PathBuf {
    let folder = Path::new(env!("CARGO_BIN_EXE_luka")).parent().unwrap();
    let path = folder.join("luka-server");
    if !path.exists() {
        let mut cargo = Command::new(env!("CARGO"));
        let built = cargo.args(["build", "--quiet", "--package", "luka-server"]);
        assert!(built.status().unwrap().success());
    }
    path
}

impl Server {
    /// One where people have passwords.
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    /// One where people come through a provider.
    pub(crate) fn with_provider(double: &Double) -> Self {
        Self::with(&[
            ("LUKA_SERVER_OIDC_ISSUER", double.issuer().as_str()),
            ("LUKA_SERVER_OIDC_CLIENT_ID", CLIENT_ID),
            ("LUKA_SERVER_OIDC_CLIENT_SECRET", CLIENT_SECRET),
        ])
    }

    fn with(settings: &[(&str, &str)]) -> Self {
        let number = DATABASES.fetch_add(1, Ordering::Relaxed);
        let database = format!("luka_{number}");
        let url = CLUSTER.create_database(&database).unwrap();
        let keys = tempfile::tempdir().unwrap();
        let mut child = Command::new(binary())
            .arg("serve")
            .env_clear()
            .env("DATABASE_URL", url)
            .env("LUKA_SERVER_KEYS_DIR", keys.path().join("keys"))
            .env("LUKA_SERVER_LISTEN", "127.0.0.1:0")
            .env("LUKA_SERVER_LOG", "trace")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (written, stderr) = (Arc::clone(&log), child.stderr.take().unwrap());
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                let mut log = written.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let said: serde_json::Value = serde_json::from_str(&line.ok()?).ok()?;
            said["listening"].as_str()?.parse().ok()
        });
        let address = address.unwrap_or_else(|| panic!("{}", log.lock().unwrap()));
        Self {
            child,
            address,
            database,
            log,
            _keys: keys,
        }
    }

    /// Where it is.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Rows of a question, columns between `|`.
    pub(crate) fn sql(&self, sql: &str) -> String {
        CLUSTER.run(&self.database, sql).unwrap()
    }

    /// Everything that it stored.
    pub(crate) fn stored(&self) -> String {
        let tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
        let tables = self.sql(tables);
        let tables = tables.lines();
        tables
            .map(|table| self.sql(&format!("SELECT row_to_json(t) FROM \"{table}\" t")))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What it has logged, once it has ended.
    pub(crate) fn end(mut self) -> String {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.log.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A line to a server that writes down every byte, in both directions.
pub(crate) struct Tap {
    address: SocketAddr,
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Tap {
    pub(crate) fn to(server: &Server) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (heard, there) = (Arc::<Mutex<Vec<u8>>>::default(), server.address);
        let ear = Arc::clone(&heard);
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                let Ok(far) = TcpStream::connect(there) else {
                    continue;
                };
                let (back, forth) = (near.try_clone().unwrap(), far.try_clone().unwrap());
                carry(near, forth, Arc::clone(&ear));
                carry(far, back, Arc::clone(&ear));
            }
        });
        Self { address, heard }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// All of it so far.
    pub(crate) fn heard(&self) -> String {
        String::from_utf8_lossy(&self.heard.lock().unwrap()).into_owned()
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, ear: Arc<Mutex<Vec<u8>>>) {
    thread::spawn(move || {
        let mut piece = [0; 4096];
        while let Ok(n) = from.read(&mut piece) {
            ear.lock().unwrap().extend_from_slice(&piece[..n]);
            if n == 0 || to.write_all(&piece[..n]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Write);
    });
}
