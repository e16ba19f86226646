//! A Postgres for all tests, a database and servers for each, and a client that sends any bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use throwaway_postgres::Cluster;

/// Longer than anything here takes on any machine; it only ends tests that would never end.
const FOREVER: Duration = Duration::from_mins(1);
pub(crate) const PASSWORD: &str = "correct horse battery staple";

static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| Cluster::start().unwrap());
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A database, and the signing keys that the servers over it share.
pub(crate) struct Place {
    pub(crate) database: String,
    url: String,
    keys: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let number = DATABASES.fetch_add(1, Ordering::Relaxed);
        let database = format!("luka_{number}");
        let url = CLUSTER.create_database(&database).unwrap();
        Self {
            database,
            url,
            keys: tempfile::tempdir().unwrap(),
        }
    }

    /// Its address, with the password.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The same database, reached through a gate that can be shut.
    pub(crate) fn behind(&self, gate: &Gate) -> Command {
        let mut command = self.command();
        let (direct, through) = (CLUSTER.port().to_string(), gate.port.to_string());
        command.env("DATABASE_URL", self.url.replace(&direct, &through));
        command
    }

    /// Rows of a question, columns between `|`.
    pub(crate) fn sql(&self, sql: &str) -> String {
        CLUSTER.run(&self.database, sql).unwrap()
    }

    /// A command of `luka-server` for this database.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_luka-server"));
        command
            .env_clear()
            .env("DATABASE_URL", &self.url)
            .env("LUKA_SERVER_KEYS_DIR", self.keys.path().join("keys"))
            .env("LUKA_SERVER_LISTEN", "127.0.0.1:0")
            .env("LUKA_SERVER_LOG", "trace");
        command
    }

    /// A server as it is set up by default.
    pub(crate) fn server(&self) -> Server {
        self.server_with(&[])
    }

    /// A server with some settings.
    pub(crate) fn server_with(&self, settings: &[(&str, &str)]) -> Server {
        let mut command = self.command();
        command.arg("serve").envs(settings.iter().copied());
        Server::start(command)
    }

    /// An operator's word on an account; the password goes to its input.
    pub(crate) fn user(&self, verb: &str, email: &str, input: &str) -> ExitStatus {
        let mut command = self.command();
        command.args(["user", verb, email]).stdin(Stdio::piped());
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdin: ChildStdin = child.stdin.take().unwrap();
        // It may have ended without reading.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        child.wait().unwrap()
    }
}

/// A way to Postgres that can be shut, as if it were gone.
pub(crate) struct Gate {
    port: u16,
    open: Arc<Mutex<Option<Vec<TcpStream>>>>,
}

impl Gate {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let open = Arc::new(Mutex::new(Some(Vec::new())));
        let streams = Arc::clone(&open);
        std::thread::spawn(move || {
            for from in listener.incoming().map_while(Result::ok) {
                // Dropping a stream refuses it.
                let mut open = streams.lock().unwrap();
                let Some(open) = open.as_mut() else { continue };
                let to = TcpStream::connect(("127.0.0.1", CLUSTER.port())).unwrap();
                for (mut from, mut to) in [(&from, &to), (&to, &from)].map(both) {
                    open.push(from.try_clone().unwrap());
                    std::thread::spawn(move || {
                        let _ = std::io::copy(&mut from, &mut to);
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
            }
        });
        Self { port, open }
    }

    /// Postgres goes, in the middle of whatever it does.
    pub(crate) fn shut(&self) {
        for stream in self.open.lock().unwrap().take().into_iter().flatten() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Postgres is back.
    pub(crate) fn open(&self) {
        *self.open.lock().unwrap() = Some(Vec::new());
    }
}

fn both((from, to): (&TcpStream, &TcpStream)) -> (TcpStream, TcpStream) {
    (from.try_clone().unwrap(), to.try_clone().unwrap())
}

/// A running `luka-server`.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    log: Arc<Mutex<String>>,
}

impl Server {
    pub(crate) fn start(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (written, stderr) = (Arc::clone(&log), child.stderr.take().unwrap());
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                let mut log = written.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let said: Value = serde_json::from_str(&line.unwrap()).unwrap();
            said["listening"]
                .as_str()
                .map(|address| address.parse().unwrap())
        });
        let address = address.unwrap_or_else(|| panic!("{}", log.lock().unwrap()));
        Self {
            child,
            address,
            log,
        }
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    pub(crate) fn pid(&self) -> i32 {
        i32::try_from(self.child.id()).unwrap()
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// Sends a request.
    pub(crate) fn send(&self, request: &Ask) -> Reply {
        self.raw(&request.bytes()).unwrap()
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.send(&Ask::new("GET", path))
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(&Ask::new("POST", path).json(body))
    }

    /// Sends bytes as they are, and reads one reply; none when the connection ends without.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Option<Reply> {
        let mut stream = self.connect();
        // A server that refuses early closes before it has read everything.
        let _ = stream.write_all(bytes);
        Reply::read(&mut BufReader::new(stream))
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(FOREVER)).unwrap();
        stream
    }

    /// Makes an account and logs in.
    pub(crate) fn somebody(&self, email: &str) -> Person {
        let registered = self.post(
            "/api/v1/auth/register",
            &json!({"email": email, "password": PASSWORD}),
        );
        assert_eq!(registered.status, 202, "{}", registered.text());
        self.login(email)
    }

    pub(crate) fn login(&self, email: &str) -> Person {
        let sent =
            json!({"email": email, "password": PASSWORD, "client": "cli", "device_name": "laptop"});
        let reply = self.post("/api/v1/auth/login", &sent);
        assert_eq!(reply.status, 200, "{}", reply.text());
        Person::of(&reply)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Somebody's tokens.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) access: String,
    pub(crate) refresh: String,
    pub(crate) id: String,
}

impl Person {
    pub(crate) fn of(reply: &Reply) -> Self {
        let body = reply.json();
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        Self {
            access: text("access_token"),
            refresh: text("refresh_token"),
            id: text("user_id"),
        }
    }
}

/// A request.
#[derive(Clone)]
pub(crate) struct Ask {
    line: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Ask {
    pub(crate) fn new(method: &str, path: &str) -> Self {
        Self {
            line: format!("{method} {path} HTTP/1.1"),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn by(self, person: &Person) -> Self {
        let value = format!("Bearer {}", person.access);
        self.header("authorization", &value)
    }

    pub(crate) fn json(self, value: &Value) -> Self {
        self.body("application/json", value.to_string().as_bytes())
    }

    pub(crate) fn body(mut self, media_type: &str, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self.header("content-type", media_type)
    }

    fn bytes(&self) -> Vec<u8> {
        let mut text = format!("{}\r\nhost: luka.example\r\n", self.line);
        for (name, value) in &self.headers {
            write!(text, "{name}: {value}\r\n").unwrap();
        }
        if !self.body.is_empty() {
            write!(text, "content-length: {}\r\n", self.body.len()).unwrap();
        }
        text.push_str("connection: close\r\n\r\n");
        let mut bytes = text.into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// In small letters; several of one name with a line end between.
    headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn read(stream: &mut BufReader<TcpStream>) -> Option<Self> {
        let mut line = String::new();
        stream.read_line(&mut line).ok().filter(|&read| read > 0)?;
        let status = line.split(' ').nth(1)?.parse().ok()?;
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        loop {
            let mut line = String::new();
            stream.read_line(&mut line).ok().filter(|&read| read > 0)?;
            let Some((name, value)) = line.trim_end().split_once(':') else {
                break;
            };
            let values = headers.entry(name.to_lowercase()).or_default();
            if !values.is_empty() {
                values.push('\n');
            }
            values.push_str(value.trim());
        }
        let length = headers
            .get("content-length")
            .and_then(|length| length.parse().ok());
        let mut body = vec![0; length.unwrap_or(0)];
        stream.read_exact(&mut body).ok()?;
        if length.is_none() && headers.contains_key("transfer-encoding") {
            stream.read_to_end(&mut body).ok()?;
        }
        Some(Self {
            status,
            headers,
            body,
        })
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", self.text()))
    }

    /// Which problem, without what differs between two of one kind.
    pub(crate) fn problem(&self) -> (u16, String) {
        let kind = self.json()["type"].as_str().unwrap_or_default().to_owned();
        (self.status, kind)
    }
}
