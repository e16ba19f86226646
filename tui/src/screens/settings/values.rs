//! How the values of the configuration are shown, and the form in which one is changed.

use super::State;
use crate::app::{Context, Do};
use crate::config::{Keep, Key, Pace, Setting, is_never};
use crate::i18n::Language;
use crate::theme::Palette;
use crate::widgets::form::{Field, FieldError, Form};

/// The keys in the order of the list: what is seen and felt comes first.
pub(super) const ORDER: [Key; Key::ALL.len()] = [
    Key::Language,
    Key::Theme,
    Key::Ascii,
    Key::IdleLock,
    Key::Color,
    Key::Currency,
    Key::ListLimit,
    Key::AgentTtl,
    Key::MaxAge,
    Key::Keep(Keep::Last),
    Key::Keep(Keep::Daily),
    Key::Keep(Keep::Weekly),
    Key::Keep(Keep::Monthly),
    Key::Keep(Keep::Yearly),
    Key::Sync(Pace::Quiet),
    Key::Sync(Pace::AtMost),
    Key::Sync(Pace::Poll),
    Key::Sync(Pace::VerifyEvery),
    Key::Sync(Pace::Prune),
    Key::Sync(Pace::RetryFirst),
    Key::Sync(Pace::RetryMost),
    Key::ServerUrl,
    Key::ServerPin,
];

/// The form of one value.
pub(super) const FORM: &str = "value";
const VALUE: &str = "value";

/// The name of a key for people.
pub(super) const fn label(key: Key) -> &'static str {
    match key {
        Key::Language => "label-language",
        Key::Color => "label-config-color",
        Key::Currency => "label-config-currency",
        Key::ListLimit => "label-config-limit",
        Key::AgentTtl => "label-config-ttl",
        Key::Theme => "label-config-theme",
        Key::Ascii => "label-config-ascii",
        Key::IdleLock => "label-config-idle-lock",
        Key::MaxAge => "label-config-max-age",
        Key::Keep(Keep::Last) => "label-config-keep-last",
        Key::Keep(Keep::Daily) => "label-config-keep-daily",
        Key::Keep(Keep::Weekly) => "label-config-keep-weekly",
        Key::Keep(Keep::Monthly) => "label-config-keep-monthly",
        Key::Keep(Keep::Yearly) => "label-config-keep-yearly",
        Key::Sync(Pace::Quiet) => "label-config-sync-quiet",
        Key::Sync(Pace::AtMost) => "label-config-sync-at-most",
        Key::Sync(Pace::Poll) => "label-config-sync-poll",
        Key::Sync(Pace::VerifyEvery) => "label-config-sync-verify-every",
        Key::Sync(Pace::Prune) => "label-config-sync-prune",
        Key::Sync(Pace::RetryFirst) => "label-config-sync-retry-first",
        Key::Sync(Pace::RetryMost) => "label-config-sync-retry-most",
        Key::ServerUrl => "label-config-server-url",
        Key::ServerPin => "label-config-server-pin",
    }
}

/// What it is for.
pub(super) const fn purpose(key: Key) -> &'static str {
    match key {
        Key::Language => "say-config-language",
        Key::Color => "say-config-color",
        Key::Currency => "say-config-currency",
        Key::ListLimit => "say-config-limit",
        Key::AgentTtl => "say-config-ttl",
        Key::Theme => "say-config-theme",
        Key::Ascii => "say-config-ascii",
        Key::IdleLock => "say-config-idle-lock",
        Key::MaxAge => "say-config-max-age",
        Key::Keep(_) => "say-config-keep",
        Key::Sync(_) => "say-config-sync",
        Key::ServerUrl => "say-config-server-url",
        Key::ServerPin => "say-config-server-pin",
    }
}

/// The values to choose from, with their words; none when any may be typed.
fn options(key: Key, cx: &Context<'_>) -> Vec<(&'static str, String)> {
    let words = |pairs: &[(&'static str, &str)]| {
        let pairs = pairs.iter();
        pairs.map(|(value, id)| (*value, cx.text(id))).collect()
    };
    match key {
        Key::Language => vec![
            (Language::Es.as_str(), "Español".to_owned()),
            (Language::En.as_str(), "English".to_owned()),
        ],
        Key::Color => words(&[
            ("auto", "word-colour-auto"),
            ("always", "word-colour-always"),
            ("never", "word-colour-never"),
        ]),
        Key::Theme => words(&[
            (Palette::Dark.as_str(), "word-theme-dark"),
            (Palette::Light.as_str(), "word-theme-light"),
            (Palette::Contrast.as_str(), "word-theme-contrast"),
            (Palette::Ansi.as_str(), "word-theme-ansi"),
            (Palette::Plain.as_str(), "word-theme-plain"),
        ]),
        Key::Ascii => words(&[("false", "word-ascii-no"), ("true", "word-ascii-yes")]),
        Key::Currency
        | Key::ListLimit
        | Key::AgentTtl
        | Key::IdleLock
        | Key::MaxAge
        | Key::Keep(_)
        | Key::Sync(_)
        | Key::ServerUrl
        | Key::ServerPin => Vec::new(),
    }
}

impl State {
    /// The value that holds now: the written one, else the usual one.
    pub(super) fn value(&self, key: Key, cx: &Context<'_>) -> String {
        let usual = || match key {
            Key::Language => cx.texts.language().as_str().to_owned(),
            Key::Ascii => (!cx.theme.glyphs.unicode).to_string(),
            key => key.default_value().unwrap_or_default().to_owned(),
        };
        self.written(key).map_or_else(usual, str::to_owned)
    }

    /// The same in words.
    pub(super) fn value_words(&self, key: Key, cx: &Context<'_>) -> String {
        let value = self.value(key, cx);
        let options = options(key, cx);
        let words = options.into_iter().find(|(known, _)| *known == value);
        match words {
            Some((_, words)) => words,
            None if key == Key::IdleLock && is_never(&value) => cx.text("word-never"),
            None if value.is_empty() && key == Key::ListLimit => cx.text("word-config-all"),
            None if value.is_empty() => cx.text("word-config-none"),
            None => value,
        }
    }

    pub(super) fn value_form(&self, key: Key, cx: &Context<'_>) -> Form {
        let (options, value) = (options(key, cx), self.value(key, cx));
        let label = cx.text("head-value");
        let field = if options.is_empty() {
            Field::text_line(VALUE, label)
        } else {
            Field::one_of(VALUE, label, options)
        };
        let mut form = Form::new(FORM, cx.text(self::label(key)), vec![field.with(&value)]);
        form.intro = vec![cx.text(purpose(key)), String::new()];
        form
    }

    /// Says what is taken while something else is typed.
    pub(super) fn check_value(key: Key, form: &mut Form, cx: &Context<'_>) {
        let typed = form.text(VALUE);
        if let Some(field) = form.field_mut(VALUE) {
            let taken = typed.is_empty() || key.takes(&typed);
            field.error = None;
            field.note = (!taken || typed.is_empty()).then(|| cx.text(key.values()));
        }
    }

    pub(super) fn submit_value(
        &self,
        key: Key,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Vec<Do>, FieldError> {
        let typed = form.text(VALUE);
        if typed.is_empty() {
            return Ok(vec![Do::Configure(Setting::Value(key), None)]);
        }
        if !key.takes(&typed) {
            return Err(FieldError {
                field: VALUE.into(),
                message: cx.text(key.values()),
            });
        }
        if typed == self.value(key, cx) && self.written(key).is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![Do::Configure(Setting::Value(key), Some(typed))])
    }
}
