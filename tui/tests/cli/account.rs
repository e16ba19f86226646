//! The account server from the command line: in and out, and settings there and back.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;

use crate::rig::{Machine, Outcome};
use crate::server::{Server, Tap};

const EMAIL: &str = "ana@example.org";
const PASSWORD: &str = "correct horse battery staple 7";

fn machine() -> Machine {
    Machine::new().with("LUKA_ACCOUNT_PASSWORD", PASSWORD)
}

#[track_caller]
fn done(machine: &Machine, line: &[&str]) -> Outcome {
    let outcome = machine.luka(line);
    assert_eq!(outcome.code, 0, "{line:?}: {outcome}");
    outcome
}

#[track_caller]
fn fails(machine: &Machine, line: &[&str], code: i32, said: &str) {
    let outcome = machine.luka(line);
    assert_eq!(outcome.code, code, "{line:?}: {outcome}");
    assert!(outcome.stderr.contains(said), "{line:?}: {outcome}");
}

/// A machine with an account that is made just now.
fn registered(server: &Server) -> Machine {
    let machine = machine();
    let url = server.url();
    let line = ["login", "--server", &url, "--email", EMAIL, "--register"];
    done(&machine, &line);
    machine
}

/// Another machine of the same person.
fn logged_in(server: &Server) -> Machine {
    let machine = machine();
    done(
        &machine,
        &["login", "--server", &server.url(), "--email", EMAIL],
    );
    machine
}

fn kept(machine: &Machine) -> PathBuf {
    machine.path("data/lukalibre/login/login.json")
}

fn config(machine: &Machine) -> String {
    fs::read_to_string(machine.path("config/lukalibre/config.toml")).unwrap_or_default()
}

/// Makes the access token look as if it had ended.
fn age(machine: &Machine) {
    let text = fs::read_to_string(kept(machine)).unwrap();
    let mut login: Value = serde_json::from_str(&text).unwrap();
    login["expires_at"] = Value::from(0);
    fs::write(kept(machine), login.to_string()).unwrap();
}

#[test]
fn somebody_comes_is_known_and_goes() {
    let server = Server::start();
    let machine = machine();
    fails(&machine, &["whoami"], 4, "nobody is logged in");
    fails(
        &machine,
        &["login", "--email", EMAIL],
        2,
        "no account server",
    );
    let url = server.url();
    let login = ["login", "--server", &url, "--email", EMAIL];
    fails(
        &machine,
        &login,
        3,
        "e-mail address or the password is wrong",
    );
    let begun = done(&machine, &[&login[..], &["--register"]].concat());
    assert_eq!(begun.stdout, format!("Logged in as {EMAIL} at {url}.\n"));
    let mode = fs::metadata(kept(&machine)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let whoami = done(&machine, &["whoami"]);
    assert_eq!(whoami.stdout, format!("{EMAIL} at {url}\n"));
    let whoami = done(&machine, &["whoami", "--json"]).json();
    assert_eq!(whoami["version"], 1);
    assert_eq!(whoami["email"], EMAIL);
    assert_eq!(whoami["server"], url);
    done(&machine, &["logout"]);
    assert!(!kept(&machine).exists());
    assert_eq!(
        server.sql("SELECT count(*) FROM sessions WHERE revoked_at IS NULL"),
        "0"
    );
    fails(&machine, &["whoami"], 4, "luka login");
    assert_eq!(done(&machine, &["logout"]).stderr, "Nobody is logged in.\n");
    // The server is that of the configuration when nobody says.
    done(&machine, &["config", "set", "server.url", &url]);
    done(&machine, &["login", "--email", EMAIL]);
    let again = done(&machine, &["--lang", "es", "login", "--email", EMAIL]);
    assert!(again.stdout.starts_with("Sesión iniciada como"), "{again}");
    assert_eq!(
        server.sql("SELECT count(*) FROM sessions WHERE revoked_at IS NULL"),
        "1",
        "the session before was ended"
    );
}

#[test]
fn a_password_that_is_too_weak_makes_no_account() {
    let server = Server::start();
    let machine = machine().with("LUKA_ACCOUNT_PASSWORD", "password");
    let url = server.url();
    let line = ["login", "--server", &url, "--email", EMAIL, "--register"];
    fails(&machine, &line, 5, "the account server refused: ");
    assert_eq!(server.sql("SELECT count(*) FROM users"), "0");
    let machine = machine.without("LUKA_ACCOUNT_PASSWORD");
    fails(&machine, &line, 3, "LUKA_ACCOUNT_PASSWORD_FILE");
}

#[test]
fn addresses_that_would_show_a_password_are_refused() {
    let machine = machine();
    for url in [
        "http://example.org",
        "http://localhost:8520",
        "example.org",
        "ftp://127.0.0.1",
    ] {
        let line = ["login", "--server", url, "--email", EMAIL];
        fails(&machine, &line, 5, "no address of a server");
        let set = ["config", "set", "server.url", url];
        fails(&machine, &set, 5, "https://");
    }
    fails(
        &machine,
        &["config", "set", "server.pin", "sha256//x"],
        5,
        "sha256//",
    );
}

#[test]
fn a_server_that_is_gone_is_exit_7_and_the_login_stays() {
    let server = Server::start();
    let machine = registered(&server);
    let url = server.url();
    drop(server);
    fails(&machine, &["whoami"], 7, "can't be reached");
    fails(
        &machine,
        &["settings", "push", "--yes"],
        7,
        "can't be reached",
    );
    fails(
        &machine,
        &["login", "--server", &url, "--email", EMAIL],
        7,
        "can't be reached",
    );
    assert!(kept(&machine).exists());
    let error = machine.luka(&["whoami", "--json"]).error();
    assert_eq!(error["kind"], "remote");
    fails(&machine, &["logout", "--all"], 7, "can't be reached");
    assert!(kept(&machine).exists(), "to try again");
    fails(&machine, &["logout"], 7, "the server was not told");
    assert!(!kept(&machine).exists());
}

#[test]
fn processes_that_refresh_at_once_spend_one_token() {
    let server = Server::start();
    let tap = Tap::to(&server);
    let machine = machine();
    let url = tap.url();
    let line = ["login", "--server", &url, "--email", EMAIL, "--register"];
    done(&machine, &line);
    age(&machine);
    let whoami = || {
        let mut command = machine.command(&["whoami"]);
        command.stdout(Stdio::null()).spawn().unwrap()
    };
    let all: Vec<_> = (0..8).map(|_| whoami()).collect();
    for mut one in all {
        assert!(one.wait().unwrap().success());
    }
    let refreshes = tap.heard().matches("POST /api/v1/auth/refresh").count();
    assert_eq!(refreshes, 1);
    assert_eq!(server.sql("SELECT count(*) FROM refresh_tokens"), "2");
}

#[test]
fn a_lost_answer_to_a_refresh_logs_nobody_out() {
    let server = Server::start();
    let machine = registered(&server);
    age(&machine);
    let before = fs::read(kept(&machine)).unwrap();
    done(&machine, &["whoami"]);
    // As if the process had ended before it could keep the answer.
    fs::write(kept(&machine), before).unwrap();
    done(&machine, &["whoami"]);
    assert_eq!(server.sql("SELECT count(*) FROM refresh_tokens"), "2");
}

#[test]
fn a_login_that_was_ended_elsewhere_is_told() {
    let server = Server::start();
    let (one, other) = (registered(&server), logged_in(&server));
    let ended = done(&one, &["logout", "--all"]);
    assert!(ended.stdout.contains("on every device"), "{ended}");
    fails(&other, &["whoami"], 7, "the login has ended");
    fails(&other, &["settings", "pull"], 7, "luka login");
    done(
        &other,
        &["login", "--server", &server.url(), "--email", EMAIL],
    );
    done(&other, &["whoami"]);
}

#[test]
fn what_is_kept_is_trusted_only_when_it_is_private() {
    let server = Server::start();
    let machine = registered(&server);
    fs::set_permissions(kept(&machine), fs::Permissions::from_mode(0o644)).unwrap();
    fails(&machine, &["whoami"], 1, "chmod 600");
    fs::set_permissions(kept(&machine), fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(kept(&machine), "{}").unwrap();
    fails(&machine, &["whoami"], 1, "is no login");
    done(
        &machine,
        &["login", "--server", &server.url(), "--email", EMAIL],
    );
}

/// Sets a few things.
fn set(machine: &Machine, pairs: &[(&str, &str)]) {
    for (key, value) in pairs {
        done(machine, &["config", "set", key, value]);
    }
}

#[test]
fn settings_go_from_one_machine_to_another() {
    let server = Server::start();
    let (one, other) = (registered(&server), logged_in(&server));
    set(
        &one,
        &[
            ("language", "en"),
            ("tui.theme", "light"),
            ("currency", "USD"),
            ("list.limit", "50"),
            ("backup.keep_last", "5"),
            ("sync.quiet", "5m"),
        ],
    );
    let mine = config(&one) + "\n[keys]\nundo = \"z\"\n";
    fs::write(one.path("config/lukalibre/config.toml"), mine).unwrap();
    let planned = done(&one, &["settings", "push", "--dry-run"]);
    assert!(planned.stdout.contains("tui.theme"), "{planned}");
    assert_eq!(server.sql("SELECT count(*) FROM config"), "0");
    fails(&one, &["settings", "push"], 2, "--yes");
    done(&one, &["settings", "push", "--yes"]);
    let keys = server.sql("SELECT key FROM config ORDER BY key");
    assert_eq!(
        keys,
        "backup_policy\nbase_currency\ndevices\nkeymap\nlocale\npreferences\ntheme"
    );
    let nothing = done(&one, &["settings", "push", "--yes"]);
    assert!(nothing.stdout.contains("Nothing to carry"), "{nothing}");

    let pulled = done(&other, &["settings", "pull", "--yes", "--json"]).json();
    assert_eq!(pulled["applied"], true);
    assert_eq!(pulled["changes"].as_array().unwrap().len(), 7);
    for (key, value) in [
        ("tui.theme", "light"),
        ("list.limit", "50"),
        ("sync.quiet", "5m"),
    ] {
        assert_eq!(done(&other, &["config", "get", key]).stdout.trim(), value);
    }
    assert!(
        config(&other).contains("undo = \"z\""),
        "{}",
        config(&other)
    );

    // What is taken away goes the same way.
    done(&other, &["config", "unset", "tui.theme"]);
    done(&other, &["config", "unset", "list.limit"]);
    done(&other, &["settings", "push", "--yes"]);
    done(&one, &["settings", "pull", "--yes"]);
    assert_eq!(done(&one, &["config", "get", "tui.theme"]).stdout, "dark\n");
    assert_eq!(one.luka(&["config", "get", "list.limit"]).code, 4);
    let devices = server.sql("SELECT value FROM config WHERE key = 'devices'");
    let devices: Value = serde_json::from_str(&devices).unwrap();
    assert_eq!(devices.as_array().unwrap().len(), 2, "{devices}");
    assert!(!config(&one).contains("url"), "{}", config(&one));
}

#[test]
fn what_both_sides_changed_is_a_conflict_until_somebody_decides() {
    let server = Server::start();
    let (one, other) = (registered(&server), logged_in(&server));
    set(&one, &[("tui.theme", "light"), ("currency", "USD")]);
    done(&one, &["settings", "push", "--yes"]);
    done(&other, &["settings", "pull", "--yes"]);
    set(&one, &[("tui.theme", "contrast")]);
    done(&one, &["settings", "push", "--yes"]);
    set(&other, &[("tui.theme", "ansi"), ("color", "never")]);
    let before = config(&other);
    for verb in ["pull", "push"] {
        let outcome = other.luka(&["settings", verb, "--yes"]);
        assert_eq!(outcome.code, 6, "{outcome}");
        assert!(outcome.stdout.contains("conflict"), "{outcome}");
        assert!(outcome.stderr.contains("--force"), "{outcome}");
    }
    let error = other.luka(&["settings", "pull", "--yes", "--json"]).error();
    assert_eq!(error["kind"], "conflict");
    assert_eq!(config(&other), before, "nothing was changed");
    assert_eq!(
        server.sql("SELECT value FROM config WHERE key = 'theme'"),
        "\"contrast\""
    );
    let pulled = done(&other, &["settings", "pull", "--force", "--yes"]);
    assert!(pulled.stderr.contains("luka settings push"), "{pulled}");
    assert_eq!(
        done(&other, &["config", "get", "tui.theme"]).stdout,
        "contrast\n"
    );
    assert_eq!(done(&other, &["config", "get", "color"]).stdout, "never\n");

    set(&one, &[("tui.theme", "plain")]);
    set(&other, &[("tui.theme", "dark")]);
    done(&other, &["settings", "push", "--yes"]);
    fails(&one, &["settings", "push", "--yes"], 6, "theme");
    done(&one, &["settings", "push", "--force", "--yes"]);
    assert_eq!(
        server.sql("SELECT value FROM config WHERE key = 'theme'"),
        "\"plain\""
    );
    done(&other, &["settings", "pull", "--yes"]);
    assert_eq!(
        done(&other, &["config", "get", "tui.theme"]).stdout,
        "plain\n"
    );
}

#[test]
fn machines_that_push_at_once_lose_nothing() {
    let server = Server::start();
    let (one, other) = (registered(&server), logged_in(&server));
    set(&one, &[("tui.theme", "light")]);
    set(&other, &[("currency", "USD")]);
    let push = |machine: &Machine| {
        let mut command = machine.command(&["settings", "push", "--yes"]);
        command.stdout(Stdio::null()).spawn().unwrap()
    };
    for mut process in [push(&one), push(&other)] {
        assert!(process.wait().unwrap().success());
    }
    let keys = server.sql("SELECT key FROM config ORDER BY key");
    assert_eq!(keys, "base_currency\ndevices\ntheme");
    let devices = server.sql("SELECT value FROM config WHERE key = 'devices'");
    let devices: Value = serde_json::from_str(&devices).unwrap();
    assert_eq!(devices.as_array().unwrap().len(), 2, "{devices}");
}

#[test]
fn documents_of_a_newer_version_are_left_alone_and_those_of_none_refused() {
    let server = Server::start();
    let machine = registered(&server);
    let user = server.sql("SELECT id FROM users");
    let put = |key: &str, value: &str| {
        server.sql(&format!(
            "INSERT INTO config (user_id, key, value, version) VALUES ('{user}', '{key}', '{value}', 1) \
             ON CONFLICT (user_id, key) DO UPDATE SET value = '{value}', version = config.version + 1"
        ));
    };
    put("sounds", r#"{"on": true}"#);
    put(
        "preferences",
        r#"{"list.limit": 20, "tui.sound": {"on": true}}"#,
    );
    done(&machine, &["settings", "pull", "--yes"]);
    assert_eq!(
        done(&machine, &["config", "get", "list.limit"]).stdout,
        "20\n"
    );
    set(&machine, &[("color", "never")]);
    done(&machine, &["settings", "push", "--yes"]);
    let said = server.sql("SELECT value FROM config WHERE key = 'preferences'");
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["tui.sound"]["on"], true, "{said}");
    assert_eq!(said["color"], "never");
    assert_eq!(
        server.sql("SELECT value FROM config WHERE key = 'sounds'"),
        r#"{"on": true}"#
    );
    let before = config(&machine);
    put("theme", r#""neon""#);
    fails(&machine, &["settings", "pull", "--yes"], 5, "neon");
    put("theme", "[1]");
    fails(
        &machine,
        &["settings", "pull", "--yes"],
        7,
        "makes no sense",
    );
    put("theme", "null");
    put("keymap", r#"{"undo": "a"}"#);
    fails(&machine, &["settings", "pull", "--yes"], 5, "`a`");
    assert_eq!(config(&machine), before);
}

#[test]
fn nothing_about_money_and_no_secret_reaches_the_server() {
    let server = Server::start();
    let tap = Tap::to(&server);
    let (ledger, _) = Machine::with_ledger();
    let machine = ledger.with("LUKA_ACCOUNT_PASSWORD", PASSWORD);
    let canaries = [
        "Kanarienvogel",
        "Zebrafink",
        "48151623",
        "Wellensittich",
        "Nachtigall",
    ];
    for line in [
        &[
            "account",
            "add",
            "Kanarienvogel",
            "--kind",
            "asset",
            "--opening",
            "9000000",
        ][..],
        &["category", "add", "Nachtigall", "--kind", "expense"],
        &[
            "add",
            "48151623",
            "Nachtigall",
            "--account",
            "Kanarienvogel",
            "--payee",
            "Zebrafink",
            "--memo",
            "Wellensittich",
        ],
        &["remote", "add", "usb", "folder", "Wellensittich"],
    ] {
        done(&machine, line);
    }
    let listed = done(&machine, &["list"]).stdout;
    assert!(listed.contains("Zebrafink"), "the canaries sing: {listed}");
    let url = tap.url();
    let login = ["login", "--server", &url, "--email", EMAIL];
    set(
        &machine,
        &[
            ("tui.theme", "light"),
            ("currency", "USD"),
            ("backup.keep_last", "7"),
        ],
    );
    for line in [
        &[&login[..], &["--register"]].concat()[..],
        &["whoami"],
        &["settings", "push", "--dry-run"],
        &["settings", "push", "--yes"],
        &["settings", "pull", "--yes"],
        &["logout", "--all"],
        &login,
        &["logout"],
    ] {
        done(&machine, line);
    }
    let device = fs::read_to_string(machine.path("data/lukalibre/device")).unwrap();
    let (heard, stored) = (tap.heard(), server.stored());
    assert!(heard.contains("PATCH /api/v1/config"), "the tap hears");
    assert!(stored.contains("base_currency"), "the dump is one");
    let log = server.end();
    assert!(!log.is_empty());
    let never = canaries.iter().copied().chain([device.trim()]);
    for (place, text) in [("line", &heard), ("database", &stored), ("log", &log)] {
        for word in never.clone() {
            assert!(!text.contains(word), "{word} is in the {place}");
        }
    }
    for (place, text) in [("database", &stored), ("log", &log)] {
        assert!(!text.contains(PASSWORD), "the password is in the {place}");
        let passphrase = crate::rig::PASSPHRASE;
        assert!(
            !text.contains(passphrase),
            "the passphrase is in the {place}"
        );
    }
    assert!(!log.contains(EMAIL), "an address is in the log");
    for token in tokens(&heard) {
        assert!(
            !stored.contains(&token) && !log.contains(&token),
            "a token was written down"
        );
    }
}

/// The tokens that went over the line.
fn tokens(heard: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in ["\"access_token\":\"", "\"refresh_token\":\""] {
        for (at, _) in heard.match_indices(name) {
            let rest = &heard[at + name.len()..];
            found.push(rest.split('"').next().unwrap().to_owned());
        }
    }
    assert!(found.len() >= 4);
    found
}
