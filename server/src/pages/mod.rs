//! The few pages that people see in a browser: plain HTML, in English or Spanish as the browser asks,
//! without scripts. Whatever comes from outside is escaped; nothing is loaded from anywhere.

mod forms;
mod texts;

use std::sync::LazyLock;

use data_encoding::BASE64;
use hyper_server::StatusCode;
use hyper_server::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY};
use ring::digest::{SHA256, digest};

use crate::http::{Answer, Request};
use texts::{EN, ES, Texts};

pub(crate) use forms::{CodeForm, ConfirmForm, SignInForm};
pub(crate) use texts::Message;

const STYLE: &str = "body{font:1.1em/1.5 system-ui,sans-serif;max-width:34em;margin:3em auto;\
padding:0 1em}input,button{font:inherit;padding:.3em .6em}dt{font-weight:bold}.told{color:#a00}";

static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = BASE64.encode(digest(&SHA256, STYLE.as_bytes()).as_ref());
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'"
    )
});

/// Pages in somebody's language.
#[derive(Clone, Copy)]
pub(crate) struct Pages {
    texts: &'static Texts,
}

impl Pages {
    /// In the language that the browser likes best, of the two that there are.
    pub(crate) fn of(request: &Request) -> Self {
        let wanted = request.header(&ACCEPT_LANGUAGE).unwrap_or_default();
        let is_spanish = preferred(wanted) == Some("es");
        Self {
            texts: if is_spanish { &ES } else { &EN },
        }
    }

    /// A page that only says something.
    pub(crate) fn message(self, message: Message) -> Answer {
        let (title, text) = self.texts.message(message);
        self.page(
            message.status(),
            title,
            &format!("<p>{}</p>", escaped(text)),
        )
    }

    fn page(self, status: StatusCode, title: &str, body: &str) -> Answer {
        let language = self.texts.language;
        let page = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title} · LukaLibre</title>\n<style>{STYLE}</style>\n\
             <h1>{title}</h1>\n{body}\n</html>\n",
            title = escaped(title),
        );
        Answer::text(status, "text/html; charset=utf-8", page)
            .header(CONTENT_SECURITY_POLICY, &POLICY)
            .header(CONTENT_LANGUAGE, language)
            .no_store()
    }
}

/// The first of the languages that there are, by weight (RFC 9110, section 12.5.4).
fn preferred(wanted: &str) -> Option<&'static str> {
    let one = |item: &str| {
        let (tag, weight) = item.split_once(';').unwrap_or((item, "q=1"));
        let weight = weight.trim().strip_prefix("q=").unwrap_or("0");
        let tag = tag.trim().split('-').next().unwrap_or_default();
        let known = ["en", "es"];
        let language = known
            .into_iter()
            .find(|known| tag.eq_ignore_ascii_case(known))?;
        let millis = weight.parse::<f32>().ok().filter(|weight| *weight > 0.0)?;
        Some((language, millis))
    };
    let mut best: Option<(&str, f32)> = None;
    for (language, weight) in wanted.split(',').take(20).filter_map(one) {
        if best.is_none_or(|(_, so_far)| weight > so_far) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

/// Text with nothing in it that a browser would act on.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_one_that_weighs_most() {
        for (wanted, language) in [
            ("es-CL,es;q=0.9,en;q=0.8", Some("es")),
            ("en-US,en;q=0.9,es;q=0.1", Some("en")),
            ("fr,de;q=0.9,ES;q=0.2", Some("es")),
            ("en;q=0, es;q=0.5", Some("es")),
            ("en;q=0.4, es;q=0.5", Some("es")),
            ("", None),
            ("*", None),
            ("es;q=NaN", None),
        ] {
            assert_eq!(preferred(wanted), language, "{wanted}");
        }
    }

    #[test]
    fn what_comes_from_outside_is_text() {
        let page = Pages { texts: &EN }.page(StatusCode::OK, "<script>&'\"", "");
        let text = String::from_utf8(page.body.to_vec()).unwrap();
        assert!(
            text.contains("<h1>&lt;script&gt;&amp;&#39;&quot;</h1>"),
            "{text}"
        );
    }
}
