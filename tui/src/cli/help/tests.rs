use clap::{Command, CommandFactory as _};
use rstest::rstest;

use super::*;
use crate::cli::args::Cli;
use crate::i18n::Language;

/// Calls `visit` with each visible command and its text id.
fn walk(command: &Command, id: &str, visit: &mut dyn FnMut(&Command, &str)) {
    visit(command, id);
    for inner in command.get_subcommands().filter(|c| !c.is_hide_set()) {
        walk(inner, &child_id(id, inner.get_name()), visit);
    }
}

#[rstest]
#[case(Language::En)]
#[case(Language::Es)]
fn each_command_and_argument_has_its_text(#[case] language: Language) {
    let texts = Texts::new(language);
    let mut missing = Vec::new();
    walk(&Cli::command(), "help-luka", &mut |command, id| {
        if texts.help(id, None).is_none() {
            missing.push(id.to_owned());
        }
        for argument in command.get_arguments() {
            let name = argument.get_id().as_str();
            if argument_help(name, id, &texts).is_none() {
                missing.push(format!("{id}.{name}"));
            }
        }
    });
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn each_help_text_belongs_to_something() {
    let mut known = vec!["help-shared".to_owned()];
    walk(&Cli::command(), "help-luka", &mut |_, id| {
        known.push(id.to_owned());
    });
    for source in [
        include_str!("../../../locales/en/help.ftl"),
        include_str!("../../../locales/en/help-lists.ftl"),
        include_str!("../../../locales/en/help-plans.ftl"),
        include_str!("../../../locales/en/help-backup.ftl"),
        include_str!("../../../locales/en/help-report.ftl"),
        include_str!("../../../locales/en/help-server.ftl"),
    ] {
        for line in source.lines().filter(|line| line.starts_with("help-")) {
            let id = line.split(' ').next().unwrap_or_default();
            assert!(known.iter().any(|k| k == id), "{id} is the help of nothing");
        }
    }
}

#[test]
fn each_visible_command_is_in_one_group() {
    let root = Cli::command();
    for command in root.get_subcommands().filter(|c| !c.is_hide_set()) {
        let name = command.get_name();
        let found = GROUPS
            .iter()
            .filter(|(_, names)| names.contains(&name))
            .count();
        assert_eq!(found, 1, "{name}");
    }
}

#[rstest]
#[case(Language::En, "Every day:")]
#[case(Language::Es, "Cada día:")]
fn the_top_is_grouped_and_has_no_english_of_clap(#[case] language: Language, #[case] head: &str) {
    let texts = Texts::new(language);
    let mut root = with_texts(Cli::command(), &texts);
    let help = root.render_long_help().to_string();
    assert!(help.contains(head), "{help}");
    let spanish = language == Language::Es;
    assert!(!(spanish && help.contains("Usage:")), "{help}");
    assert!(!help.contains("[possible values"), "{help}");
}
