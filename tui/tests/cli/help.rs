//! Help, version, completions and manual pages of the real binary.

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use rstest::rstest;

use crate::rig::Machine;

#[test]
fn the_version_is_one_line() {
    let version = format!("luka {}\n", env!("CARGO_PKG_VERSION"));
    Machine::new().luka(&["--version"]).is(0, &version, "");
    Machine::new().luka(&["-V"]).is(0, &version, "");
}

#[rstest]
#[case(
    "en",
    "Usage: luka",
    "Every day:",
    "Record an expense",
    "luka add 4500 lunch"
)]
#[case(
    "es",
    "Uso: luka",
    "Cada día:",
    "Anotar un gasto",
    "luka add 4500 almuerzo"
)]
fn the_top_is_grouped_and_shows_examples(
    #[case] language: &str,
    #[case] usage: &str,
    #[case] group: &str,
    #[case] about: &str,
    #[case] example: &str,
) {
    let help = Machine::new().luka(&["--help", "--lang", language]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""), "{help}");
    for expected in [usage, group, about, example] {
        assert!(help.stdout.contains(expected), "{expected}: {help}");
    }
    assert!(!help.stdout.contains("agent-serve"), "{help}");
}

#[rstest]
#[case(&["goal", "contribute", "--help"])]
#[case(&["help", "goal", "contribute"])]
fn a_command_explains_itself_both_ways(#[case] line: &[&str]) {
    let help = Machine::new().with("LANG", "es_CL.UTF-8").luka(line);
    assert_eq!(help.code, 0, "{help}");
    for expected in [
        "Apartar dinero para una meta",
        "Uso: luka goal contribute",
        "Ejemplos:",
    ] {
        assert!(help.stdout.contains(expected), "{expected}: {help}");
    }
    for english in [
        "Usage:",
        "Options:",
        "Arguments:",
        "default:",
        "possible values",
    ] {
        assert!(!help.stdout.contains(english), "{english}: {help}");
    }
}

#[test]
fn help_for_nothing_offers_what_is_near() {
    Machine::new().luka(&["help", "goal", "contribut"]).is(
        2,
        "",
        "error: there is no command `contribut`\nhint: did you mean `contribute`?\n",
    );
}

#[test]
fn completions_and_manual_pages_are_written() {
    let machine = Machine::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = machine.luka(&["completions", shell]);
        assert_eq!(script.code, 0, "{script}");
        assert!(script.stdout.contains("restore-json"), "{script}");
    }
    let pages = machine.luka(&["man", "pages", "--lang", "es"]);
    assert_eq!(pages.code, 0, "{pages}");
    let page = fs::read_to_string(machine.path("pages/luka-goal-contribute.1")).unwrap();
    assert!(page.contains("Apartar dinero"), "{page}");
    assert!(!machine.path("pages/luka-agent-serve.1").exists());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Machine::new()
        .command(&["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}
