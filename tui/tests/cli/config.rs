//! The configuration file through the command line.

use std::fs;

use crate::rig::Machine;

#[test]
fn keys_are_set_read_and_listed_and_comments_stay() {
    let machine = Machine::new();
    let file = machine.path("config/lukalibre/config.toml");
    machine
        .luka(&["config", "path"])
        .is(0, &format!("{}\n", file.display()), "");
    machine
        .luka(&["config", "get", "agent.ttl"])
        .is(0, "8h\n", "");
    machine
        .luka(&["config", "set", "agent.ttl", "30m"])
        .is(0, "", "");
    let commented = format!(
        "# mine\n{} # short\n",
        fs::read_to_string(&file).unwrap().trim_end()
    );
    fs::write(&file, commented).unwrap();
    machine
        .luka(&["config", "set", "agent.ttl", "2h"])
        .is(0, "", "");
    machine
        .luka(&["config", "set", "list.limit", "50"])
        .is(0, "", "");
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "# mine\n[agent]\nttl = \"2h\" # short\n\n[list]\nlimit = 50\n"
    );
    machine.luka(&["config", "list"]).is(
        0,
        "Key                  Value\nlanguage\ncolor                auto\ncurrency             CLP\n\
         list.limit           50\nagent.ttl            2h\ntui.theme            dark\ntui.ascii\n\
         tui.idle-lock        10m\nbackup.max_age       3d\nbackup.keep_last     30\n\
         backup.keep_daily    14\nbackup.keep_weekly   8\nbackup.keep_monthly  24\n\
         backup.keep_yearly   20\nsync.quiet           2m\nsync.at_most         15m\n\
         sync.poll            15m\nsync.verify_every    7d\nsync.prune           true\n\
         sync.retry_first     30s\nsync.retry_most      1h\nserver.url\nserver.pin\n",
        "",
    );
    machine
        .luka(&["config", "unset", "agent.ttl"])
        .is(0, "", "");
    let listed = machine.luka(&["config", "list", "--json"]).json();
    assert_eq!(listed["version"], 1);
    assert_eq!(listed["config"][4]["value"], "8h");
    assert_eq!(listed["config"][4]["set"], false);
    machine
        .luka(&["config", "get", "language"])
        .is(4, "", "error: `language` is not set\n");
}

#[test]
fn the_configured_language_is_spoken_unless_a_flag_says_otherwise() {
    let machine = Machine::new();
    machine
        .luka(&["config", "set", "language", "es"])
        .is(0, "", "");
    assert!(machine.luka(&["--help"]).stdout.contains("Uso:"));
    assert!(
        machine
            .luka(&["--help", "--lang", "en"])
            .stdout
            .contains("Usage:")
    );
}

#[test]
fn unknown_keys_and_values_are_named() {
    let machine = Machine::new();
    machine.luka(&["config", "set", "langage", "es"]).is(
        5,
        "",
        "error: the configuration has no key `langage`\nhint: did you mean `language`?\n",
    );
    machine.luka(&["config", "set", "color", "blue"]).is(
        5,
        "",
        "error: `blue` is not a value for `color`\nhint: choose one of: auto, always, never\n",
    );
    let file = machine.path("config/lukalibre/config.toml");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, "[list]\nlimt = 3\n").unwrap();
    machine.luka(&["lock"]).is(
        5,
        "",
        "error: the configuration has no key `list.limt`\nhint: did you mean `list.limit`?\n",
    );
    fs::write(&file, "language = \"en\"\nwhat\n").unwrap();
    let syntax = machine.luka(&["config", "list", "--json"]);
    assert_eq!(
        (syntax.code, &syntax.error()["kind"]),
        (5, &"bad-input".into()),
        "{syntax}"
    );
    assert!(syntax.stderr.contains("near line 2"), "{syntax}");
}
