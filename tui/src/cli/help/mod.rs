//! Help in the person's language, written over clap's definition when it is about to be shown.
//!
//! Each command has a message in `help*.ftl` (`help-goal-contribute`), each argument an attribute of
//! it by its id (`.amount`), else of `help-shared`, else of `help-luka`; `.examples` and `.more` go
//! below the options. Headings, default and possible values are written here as well, since clap
//! knows them in English only.

mod groups;

use clap::{Arg, ArgAction, Command};

use crate::cli::args::global::EXPORT_ONLY;
use crate::i18n::{Texts, text};

#[cfg(test)]
use groups::GROUPS;

/// The definition with every text in it.
pub(crate) fn with_texts(root: Command, texts: &Texts) -> Command {
    let groups = groups::listing(&root, texts);
    let usage = texts.get("head-usage");
    let options = texts.get("head-options");
    let root = localised(root, "help-luka", texts);
    root.help_template(format!(
        "{{about}}\n\n{usage} {{usage}}\n\n{groups}{options}:\n{{options}}{{after-help}}"
    ))
}

/// The text that a command itself has: one line on what it does.
fn about(id: &str, texts: &Texts) -> String {
    texts.help(id, None).unwrap_or_default()
}

fn localised(command: Command, id: &str, texts: &Texts) -> Command {
    let usage = texts.get("head-usage");
    let mut command = command
        .about(about(id, texts))
        .subcommand_help_heading(texts.get("head-commands"))
        .help_template(format!(
            "{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ));
    if let Some(below) = below(id, texts) {
        command = command.after_help(below);
    }
    // The heads stand in the order in which clap meets them.
    let mut arguments: Vec<(&str, String)> = command
        .get_arguments()
        .map(|argument| (head(argument), argument.get_id().to_string()))
        .collect();
    arguments.sort_by_key(|(head, _)| HEADS.iter().position(|known| known == head));
    for (_, argument) in arguments {
        command = command.mut_arg(&argument, |arg| localised_argument(arg, id, texts));
    }
    let inner: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    for name in inner {
        let id = child_id(id, &name);
        command = command.mut_subcommand(name, |inner| localised(inner, &id, texts));
    }
    command
}

/// What stands below the options: more to know, and examples.
fn below(id: &str, texts: &Texts) -> Option<String> {
    let more = texts.help(id, Some("more")).map(|text| format!("{text}\n"));
    let examples = texts
        .help(id, Some("examples"))
        .map(|lines| format!("{}:\n{}", texts.get("head-examples"), indented(&lines)));
    match (more, examples) {
        (Some(more), Some(examples)) => Some(format!("{more}\n{examples}")),
        (more, examples) => more.or(examples),
    }
}

/// The heads of the arguments, in their order.
const HEADS: [&str; 3] = ["head-arguments", "head-options", "head-global"];

/// The head below which an argument stands.
fn head(argument: &Arg) -> &'static str {
    let [positional, own, global] = HEADS;
    match argument {
        argument if argument.is_positional() => positional,
        argument if argument.is_global_set() => global,
        _ => own,
    }
}

fn localised_argument(argument: Arg, command: &str, texts: &Texts) -> Arg {
    let mut help = argument_help(argument.get_id().as_str(), command, texts).unwrap_or_default();
    let defaults: Vec<_> = argument.get_default_values().to_vec();
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    if takes_value {
        let values: Vec<String> = argument
            .get_possible_values()
            .iter()
            .map(|value| value.get_name().to_owned())
            .filter(|value| !EXPORT_ONLY.contains(&value.as_str()))
            .collect();
        if !values.is_empty() {
            help = format!("{help} [{}]", values.join(", "));
        }
        if let Some(default) = defaults.first() {
            let default = default.to_string_lossy().into_owned();
            help = text!(texts, "head-default", help = help, value = default);
        }
    }
    let head = texts.get(head(&argument));
    let argument = argument.help(help).help_heading(head);
    if takes_value {
        argument.hide_possible_values(true).hide_default_value(true)
    } else {
        argument
    }
}

/// The text of an argument: its command's own, a shared one, or a global one.
pub(super) fn argument_help(argument: &str, command: &str, texts: &Texts) -> Option<String> {
    let attribute = argument.replace('_', "-");
    [command, "help-shared", "help-luka"]
        .into_iter()
        .find_map(|id| texts.help(id, Some(&attribute)))
}

/// The id of the text of a command below another.
pub(super) fn child_id(parent: &str, name: &str) -> String {
    match parent {
        "help-luka" => format!("help-{name}"),
        parent => format!("{parent}-{name}"),
    }
}

fn indented(text: &str) -> String {
    text.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}

#[cfg(test)]
mod tests;
