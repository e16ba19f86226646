//! The pages on which a device code is confirmed: sign in, type the code, say yes or no.

use hyper_server::StatusCode;

use super::{Pages, escaped};
use crate::accounts::devices::Waiting;
use crate::http::Answer;

/// Where the forms go.
const PLACE: &str = "/device";
/// Where the provider's button goes.
const PROVIDER: &str = "/api/v1/auth/google/authorize?for=device";

/// Who is it?
pub(crate) struct SignInForm<'a> {
    pub(crate) csrf: &'a str,
    pub(crate) has_provider: bool,
    pub(crate) was_wrong: bool,
}

/// Which device?
pub(crate) struct CodeForm<'a> {
    pub(crate) csrf: &'a str,
    pub(crate) code: &'a str,
    pub(crate) was_wrong: bool,
}

/// Yes or no?
pub(crate) struct ConfirmForm<'a> {
    pub(crate) csrf: &'a str,
    pub(crate) email: &'a str,
    pub(crate) waiting: &'a Waiting,
}

fn hidden(name: &str, value: &str) -> String {
    format!(
        "<input type=\"hidden\" name=\"{name}\" value=\"{}\">\n",
        escaped(value)
    )
}

fn told(is_told: bool, text: &str) -> String {
    if is_told {
        format!("<p class=\"told\" role=\"alert\">{}</p>\n", escaped(text))
    } else {
        String::new()
    }
}

impl Pages {
    /// Asks for a login.
    pub(crate) fn sign_in(self, form: &SignInForm<'_>) -> Answer {
        let texts = self.texts;
        let status = if form.was_wrong {
            StatusCode::UNAUTHORIZED
        } else {
            StatusCode::OK
        };
        let provider = if form.has_provider {
            format!(
                "<p><a href=\"{PROVIDER}\">{}</a></p>\n",
                escaped(texts.with_provider)
            )
        } else {
            String::new()
        };
        let body = format!(
            "<p>{why}</p>\n{told}{provider}<form method=\"post\" action=\"{PLACE}\">\n{csrf}\
             <p><label>{email}<br><input name=\"email\" type=\"email\" autocomplete=\"username\" \
             required maxlength=\"254\"></label></p>\n\
             <p><label>{password}<br><input name=\"password\" type=\"password\" \
             autocomplete=\"current-password\" required></label></p>\n\
             <p><button name=\"step\" value=\"sign-in\">{sign_in}</button></p>\n</form>",
            why = escaped(texts.sign_in_why),
            told = told(form.was_wrong, texts.wrong_credentials),
            csrf = hidden("csrf", form.csrf),
            email = escaped(texts.email),
            password = escaped(texts.password),
            sign_in = escaped(texts.sign_in),
        );
        self.page(status, texts.sign_in, &body)
    }

    /// Asks for the code.
    pub(crate) fn code(self, form: &CodeForm<'_>) -> Answer {
        let texts = self.texts;
        let status = if form.was_wrong {
            StatusCode::BAD_REQUEST
        } else {
            StatusCode::OK
        };
        let body = format!(
            "<p>{why}</p>\n{told}<form method=\"post\" action=\"{PLACE}\">\n{csrf}\
             <p><label>{code}<br><input name=\"user_code\" value=\"{value}\" required \
             maxlength=\"20\" autocomplete=\"off\" autocapitalize=\"characters\" \
             spellcheck=\"false\" autofocus></label></p>\n\
             <p><button name=\"step\" value=\"code\">{go_on}</button></p>\n</form>",
            why = escaped(texts.code_why),
            told = told(form.was_wrong, texts.wrong_code),
            csrf = hidden("csrf", form.csrf),
            code = escaped(texts.code),
            value = escaped(form.code),
            go_on = escaped(texts.go_on),
        );
        self.page(status, texts.code, &body)
    }

    /// Shows what asks, and asks.
    pub(crate) fn confirm(self, form: &ConfirmForm<'_>) -> Answer {
        let (texts, waiting) = (self.texts, form.waiting);
        let facts = [
            (texts.account, form.email),
            (texts.program, &waiting.client_id),
            (texts.device, &waiting.device_name),
            (texts.asked_from, &waiting.asked_from),
            (texts.asked_at, &waiting.asked_at),
        ];
        let facts: String = facts
            .into_iter()
            .flat_map(|(name, value)| {
                [
                    "<dt>",
                    &escaped(name),
                    "</dt><dd>",
                    &escaped(value),
                    "</dd>\n",
                ]
                .map(str::to_owned)
            })
            .collect();
        let body = format!(
            "<p>{why}</p>\n<dl>\n{facts}</dl>\n<form method=\"post\" action=\"{PLACE}\">\n{csrf}\
             <p><button name=\"step\" value=\"deny\">{deny}</button>\n\
             <button name=\"step\" value=\"approve\">{approve}</button></p>\n</form>",
            why = escaped(texts.confirm_why),
            csrf = hidden("csrf", form.csrf),
            deny = escaped(texts.deny),
            approve = escaped(texts.approve),
        );
        self.page(StatusCode::OK, texts.confirm, &body)
    }
}
