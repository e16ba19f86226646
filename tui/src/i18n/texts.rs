//! The catalogues of one language, parsed when they are needed.

use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::langid;

use super::Language;

/// What fills in a variable of a text.
pub(crate) use fluent_bundle::FluentValue as Value;

/// The help texts, which only `--help` and the man pages need.
const HELP: [&[&str]; 2] = [
    &[
        include_str!("../../locales/en/help.ftl"),
        include_str!("../../locales/en/help-report.ftl"),
        include_str!("../../locales/en/help-lists.ftl"),
        include_str!("../../locales/en/help-plans.ftl"),
        include_str!("../../locales/en/help-backup.ftl"),
        include_str!("../../locales/en/help-server.ftl"),
        include_str!("../../locales/en/help-review.ftl"),
    ],
    &[
        include_str!("../../locales/es/help.ftl"),
        include_str!("../../locales/es/help-report.ftl"),
        include_str!("../../locales/es/help-lists.ftl"),
        include_str!("../../locales/es/help-plans.ftl"),
        include_str!("../../locales/es/help-backup.ftl"),
        include_str!("../../locales/es/help-server.ftl"),
        include_str!("../../locales/es/help-review.ftl"),
    ],
];
/// What only the screens say.
const SCREENS: [&[&str]; 2] = [
    &[
        include_str!("../../locales/en/screens.ftl"),
        include_str!("../../locales/en/keys.ftl"),
        include_str!("../../locales/en/screens-month.ftl"),
        include_str!("../../locales/en/screens-names.ftl"),
        include_str!("../../locales/en/screens-data.ftl"),
        include_str!("../../locales/en/screens-backup.ftl"),
    ],
    &[
        include_str!("../../locales/es/screens.ftl"),
        include_str!("../../locales/es/keys.ftl"),
        include_str!("../../locales/es/screens-month.ftl"),
        include_str!("../../locales/es/screens-names.ftl"),
        include_str!("../../locales/es/screens-data.ftl"),
        include_str!("../../locales/es/screens-backup.ftl"),
    ],
];
/// Everything else.
const MESSAGES: [&[&str]; 2] = [
    &[
        include_str!("../../locales/en/errors.ftl"),
        include_str!("../../locales/en/messages.ftl"),
        include_str!("../../locales/en/names.ftl"),
        include_str!("../../locales/en/book.ftl"),
        include_str!("../../locales/en/import.ftl"),
        include_str!("../../locales/en/review.ftl"),
        include_str!("../../locales/en/attachment.ftl"),
        include_str!("../../locales/en/plans.ftl"),
        include_str!("../../locales/en/report.ftl"),
        include_str!("../../locales/en/transaction.ftl"),
        include_str!("../../locales/en/backup.ftl"),
        include_str!("../../locales/en/sync.ftl"),
        include_str!("../../locales/en/server.ftl"),
    ],
    &[
        include_str!("../../locales/es/errors.ftl"),
        include_str!("../../locales/es/messages.ftl"),
        include_str!("../../locales/es/names.ftl"),
        include_str!("../../locales/es/book.ftl"),
        include_str!("../../locales/es/import.ftl"),
        include_str!("../../locales/es/review.ftl"),
        include_str!("../../locales/es/attachment.ftl"),
        include_str!("../../locales/es/plans.ftl"),
        include_str!("../../locales/es/report.ftl"),
        include_str!("../../locales/es/transaction.ftl"),
        include_str!("../../locales/es/backup.ftl"),
        include_str!("../../locales/es/sync.ftl"),
        include_str!("../../locales/es/server.ftl"),
    ],
];

/// The texts of one language.
#[derive(Default)]
pub(crate) struct Texts {
    language: Language,
    /// Whether they are read in the screens, where a hint names a key or a field and not a flag.
    in_screens: bool,
    messages: OnceCell<FluentBundle<FluentResource>>,
    screens: OnceCell<FluentBundle<FluentResource>>,
    help: OnceCell<FluentBundle<FluentResource>>,
}

impl Texts {
    /// Chooses a language; nothing is parsed yet.
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            ..Self::default()
        }
    }

    /// The texts as the screens say them: the form `.screen` of a text, where it has one.
    pub(crate) fn of_screens(language: Language) -> Self {
        Self {
            in_screens: true,
            ..Self::new(language)
        }
    }

    /// The language of the texts.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The text with an id, which has no variables.
    pub(crate) fn get(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The text with an id, its variables filled in; `text!` is the short way to write it.
    pub(crate) fn format(&self, id: &str, variables: &[(&'static str, Value<'_>)]) -> String {
        let messages = self.messages.get_or_init(|| self.parse(&MESSAGES));
        let args: FluentArgs<'_> = variables.iter().cloned().collect();
        // A command never gets as far as the second catalogue, and does not pay for it.
        let own = self
            .in_screens
            .then(|| find(messages, id, Some("screen"), &args));
        own.flatten()
            .or_else(|| find(messages, id, None, &args))
            .or_else(|| {
                let screens = self.screens.get_or_init(|| self.parse(&SCREENS));
                find(screens, id, None, &args)
            })
            .unwrap_or_else(|| id.to_owned())
    }

    /// Other words by which an action may be looked for: the attribute `.find` of its text.
    pub(crate) fn keywords(&self, id: &str) -> Option<String> {
        let screens = self.screens.get_or_init(|| self.parse(&SCREENS));
        find(screens, id, Some("find"), &FluentArgs::new())
    }

    /// A help text: a command's own (`help-add`) or one of its attributes (`help-add.amount`).
    pub(crate) fn help(&self, id: &str, attribute: Option<&str>) -> Option<String> {
        let bundle = self.help.get_or_init(|| self.parse(&HELP));
        find(bundle, id, attribute, &FluentArgs::new())
    }

    /// A damaged entry would be left out here; the tests prove that there is none.
    fn parse(&self, sources: &[&[&str]; 2]) -> FluentBundle<FluentResource> {
        let [english, spanish] = sources;
        let (locale, sources) = match self.language {
            Language::En => (langid!("en"), english),
            Language::Es => (langid!("es"), spanish),
        };
        let mut bundle = FluentBundle::new(vec![locale]);
        // Marks around variables would end up in scripts and in what people copy.
        bundle.set_use_isolating(false);
        if self.in_screens {
            bundle.set_formatter(Some(match self.language {
                Language::En => with_commas,
                Language::Es => with_points,
            }));
        }
        for source in *sources {
            let resource = FluentResource::try_new((*source).to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(sound_part, _)| sound_part));
        }
        bundle
    }
}

fn with_commas<M>(value: &Value<'_>, _memoizer: &M) -> Option<String> {
    grouped(value, ',')
}

fn with_points<M>(value: &Value<'_>, _memoizer: &M) -> Option<String> {
    grouped(value, '.')
}

/// A count with its thousands apart: `1,000`, `1.000`.
fn grouped(value: &Value<'_>, mark: char) -> Option<String> {
    let Value::Number(number) = value else {
        return None;
    };
    let written = number.as_string();
    let digits = written.strip_prefix('-').unwrap_or(&written);
    if digits.len() < 4 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let sign = if digits.len() < written.len() {
        "-"
    } else {
        ""
    };
    let mut grouped = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    Some(grouped)
}

fn find(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    attribute: Option<&str>,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned(),
    )
}
