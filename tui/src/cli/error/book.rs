//! Whole books of other programs: what can't be read, what stays behind, what looks wrong.

use ops::import::{BookProblem, BookWarning, LineError, Place, Uncarried, Why};

use crate::i18n::{Texts, text};

/// `line 7`, or `prices.journal, line 7`.
fn place(place: &Place, texts: &Texts) -> String {
    let line = place.line.to_string();
    match &place.file {
        Some(file) => text!(texts, "word-line-of", file = file.to_string(), line = line),
        None => text!(texts, "word-line", line = line),
    }
}

/// Where something is, what it says, and why it is told.
fn sentence(at: &Place, what: &str, why: String, texts: &Texts) -> String {
    let at = place(at, texts);
    let what = what.to_owned();
    text!(texts, "say-of-line", place = at, what = what, why = why)
}

/// What can't be read.
pub(crate) fn line_sentence(error: &LineError, texts: &Texts) -> String {
    sentence(
        &error.place,
        &error.text,
        texts.get(problem(error.problem)),
        texts,
    )
}

/// What can't be carried over.
pub(crate) fn uncarried_sentence(one: &Uncarried, texts: &Texts) -> String {
    sentence(&one.place, &one.what, texts.get(why(one.why)), texts)
}

/// What a person should look at although the book was read.
pub(crate) fn book_warning_sentence(warning: &BookWarning, texts: &Texts) -> String {
    match warning {
        BookWarning::Assertion {
            place: at,
            date,
            account,
            commodity,
            expected,
            found,
        } => text!(
            texts,
            "say-assertion",
            place = place(at, texts),
            date = date.to_string(),
            account = account.clone(),
            expected = format!("{expected} {commodity}").trim().to_owned(),
            found = format!("{} {commodity}", found.normalize())
                .trim()
                .to_owned(),
            difference = format!("{} {commodity}", (*found - *expected).normalize())
                .trim()
                .to_owned()
        ),
    }
}

/// Why something stays behind, as text id.
pub(crate) const fn why(why: Why) -> &'static str {
    match why {
        Why::Periodic => "why-periodic",
        Why::Automated => "why-automated",
        Why::Timeclock => "why-timeclock",
        Why::Include => "why-include",
        Why::Directive => "why-directive",
        Why::Attribute => "why-attribute",
        Why::PostingDate => "why-posting-date",
        Why::PostingMark => "why-posting-mark",
        Why::Lot => "why-lot",
        Why::Note => "why-note",
        Why::Event => "why-event",
        Why::Document => "why-document",
        Why::Query => "why-query",
        Why::Custom => "why-custom",
        Why::Setting => "why-setting",
        Why::Empty => "why-empty",
        Why::Price => "why-price",
        Why::PriceKnown => "why-price-known",
        Why::Budget => "why-budget",
        Why::Rounded => "why-rounded",
        Why::Residue => "why-residue",
        Why::Virtual => "why-virtual",
        Why::Name => "why-shortened",
    }
}

/// What is wrong with a line, as text id.
pub(crate) const fn problem(problem: BookProblem) -> &'static str {
    match problem {
        BookProblem::UnknownLine => "error-book-unknown-line",
        BookProblem::Indented => "error-book-indented",
        BookProblem::BadDate => "error-book-date",
        BookProblem::DateRange => "error-book-date-range",
        BookProblem::BadAmount => "error-book-amount",
        BookProblem::BadAccount => "error-book-account",
        BookProblem::BadText => "error-book-text",
        BookProblem::Unbalanced => "error-book-unbalanced",
        BookProblem::SeveralOpen => "error-book-several-open",
        BookProblem::NoLot => "error-book-no-lot",
        BookProblem::SeveralLots => "error-book-several-lots",
        BookProblem::TooLarge => "error-book-too-large",
        BookProblem::BadCost => "error-book-cost",
        BookProblem::TooManyPostings => "error-book-postings",
        BookProblem::NoEnd => "error-book-no-end",
        BookProblem::IncludeDepth => "error-book-include",
    }
}
