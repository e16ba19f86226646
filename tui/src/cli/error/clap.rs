//! Command lines that make no sense: clap's errors in the person's language.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use domain::currency::CurrencyCodeError;

use super::{Explain as _, Failure, Kind, did_you_mean};
use crate::cli::args::global::EXPORT_ONLY;
use crate::cli::args::values::ValueError;
use crate::i18n::{Texts, text};

/// Says what is wrong with the command line; `root` and the words tell which command's help may
/// serve.
pub(crate) fn explain_usage(
    error: &Error,
    root: &Command,
    words: &[OsString],
    texts: &Texts,
) -> Failure {
    let (command, path) = named(root, words);
    let help = text!(texts, "hint-help", command = path);
    let context = Context(error);
    let exporting = command.get_name() == "export";
    if error.kind() == ErrorKind::ValueValidation {
        return explain_value(&context, command, &help, texts);
    }
    let message = sentence(&context, texts);
    let hint = near_command(&context, command, texts)
        .or_else(|| context.suggestion(texts))
        .or_else(|| context.choice(exporting, texts))
        .unwrap_or(help);
    Failure::new(Kind::Usage, message).hint(hint)
}

/// What happened.
fn sentence(context: &Context<'_>, texts: &Texts) -> String {
    match context.0.kind() {
        ErrorKind::InvalidValue if context.one(ContextKind::InvalidValue).is_empty() => {
            text!(
                texts,
                "usage-no-value",
                option = context.one(ContextKind::InvalidArg)
            )
        }
        ErrorKind::InvalidValue => text!(
            texts,
            "usage-value",
            value = context.one(ContextKind::InvalidValue),
            option = context.one(ContextKind::InvalidArg)
        ),
        ErrorKind::UnknownArgument => {
            text!(
                texts,
                "usage-unknown",
                argument = context.one(ContextKind::InvalidArg)
            )
        }
        ErrorKind::InvalidSubcommand => text!(
            texts,
            "usage-unknown-command",
            command = context.one(ContextKind::InvalidSubcommand)
        ),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            texts.get("usage-missing-command")
        }
        ErrorKind::MissingRequiredArgument => {
            text!(
                texts,
                "usage-missing",
                arguments = context.many(ContextKind::InvalidArg).join(" ")
            )
        }
        ErrorKind::ArgumentConflict => text!(
            texts,
            "usage-conflict",
            one = context.one(ContextKind::InvalidArg),
            other = context.many(ContextKind::PriorArg).join(" ")
        ),
        ErrorKind::InvalidUtf8 => texts.get("usage-utf8"),
        _ => text!(
            texts,
            "usage-count",
            argument = context.one(ContextKind::InvalidArg)
        ),
    }
}

/// A value that its own parser refused.
fn explain_value(context: &Context<'_>, command: &Command, help: &str, texts: &Texts) -> Failure {
    let value = context.one(ContextKind::InvalidValue);
    let option = context.one(ContextKind::InvalidArg);
    let cause = context.0.source();
    if let Some(error) = cause.and_then(|cause| cause.downcast_ref::<CurrencyCodeError>()) {
        return error.explain(texts);
    }
    let (message, hint) = match cause.and_then(|cause| cause.downcast_ref::<ValueError>()) {
        Some(ValueError::Option) => {
            let message = text!(texts, "usage-unknown", argument = value.clone());
            (message, did_you_mean(texts, &near_options(&value, command)))
        }
        Some(ValueError::NotAPair) => (
            text!(texts, "usage-pair", value = value, option = option),
            None,
        ),
        Some(ValueError::Duration) => {
            let message = text!(texts, "usage-value", value = value, option = option);
            (message, Some(texts.get("hint-duration")))
        }
        Some(ValueError::Limit) => {
            let message = text!(texts, "usage-value", value = value, option = option);
            (message, Some(texts.get("hint-limit")))
        }
        None => (
            text!(texts, "usage-value", value = value, option = option),
            None,
        ),
    };
    Failure::new(Kind::Usage, message).hint(hint.unwrap_or_else(|| help.to_owned()))
}

/// What clap knows about an error.
struct Context<'e>(&'e Error);

impl Context<'_> {
    fn many(&self, kind: ContextKind) -> Vec<String> {
        match self.0.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn one(&self, kind: ContextKind) -> String {
        self.many(kind).into_iter().next().unwrap_or_default()
    }

    fn suggestion(&self, texts: &Texts) -> Option<String> {
        let kinds = [
            ContextKind::SuggestedArg,
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedValue,
        ];
        let near = kinds
            .into_iter()
            .map(|kind| self.many(kind))
            .find(|near| !near.is_empty())?;
        did_you_mean(texts, &near)
    }

    fn choice(&self, exporting: bool, texts: &Texts) -> Option<String> {
        let mut values = self.many(ContextKind::ValidValue);
        values.retain(|value| exporting || !EXPORT_ONLY.contains(&value.as_str()));
        (!values.is_empty()).then(|| text!(texts, "hint-choice", values = values.join(", ")))
    }
}

/// The deepest command that the words name, and its path.
fn named<'c>(root: &'c Command, words: &[OsString]) -> (&'c Command, String) {
    let (mut command, mut path) = (root, root.get_name().to_owned());
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(inner) = command.find_subcommand(word) {
            command = inner;
            path = format!("{path} {word}");
        }
    }
    (command, path)
}

/// Commands that differ by few letters; clap's own guess takes any with some in common.
fn near_command(context: &Context<'_>, command: &Command, texts: &Texts) -> Option<String> {
    if context.0.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let typed = context.one(ContextKind::InvalidSubcommand);
    let known = command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set());
    let near = domain::text::suggest(&typed, known.map(Command::get_name));
    did_you_mean(texts, &near)
}

fn near_options(typed: &str, command: &Command) -> Vec<String> {
    let typed = typed
        .split('=')
        .next()
        .unwrap_or(typed)
        .trim_start_matches('-');
    let known: Vec<&str> = command
        .get_arguments()
        .filter_map(clap::Arg::get_long)
        .collect();
    let near = domain::text::suggest(typed, known);
    near.into_iter().map(|long| format!("--{long}")).collect()
}
