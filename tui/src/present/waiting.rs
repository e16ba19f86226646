//! Why something waits in the review queue, in a sentence. Both faces say it so.

use domain::suggest::Suggestion;
use domain::{Chart, Transaction};
use ops::review::{ItemKind, Proposal, QueueItem};
use ops::transaction::EntryError;
use ops::{Book, KnownNames};

use super::{MoneyStyle, Sides};
use crate::i18n::{Texts, text};

/// The name of a kind in the catalogues.
pub(crate) const fn word(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Entry => "word-waits-entry",
        ItemKind::Redated => "word-waits-redated",
        ItemKind::Transfer => "word-waits-transfer",
        ItemKind::Late => "word-waits-late",
        ItemKind::Document => "word-waits-document",
        ItemKind::Category => "word-waits-category",
        ItemKind::Suggested => "word-waits-suggested",
        ItemKind::Rule => "word-waits-rule",
    }
}

/// The sentence: what is proposed, and what speaks for it.
pub(crate) fn why(
    book: &Book,
    chart: &Chart,
    item: &QueueItem,
    style: &MoneyStyle,
    texts: &Texts,
) -> Result<String, EntryError> {
    Ok(match &item.proposal {
        Proposal::With(other) => {
            let line = line(book, other, style, texts)?;
            match item.kind {
                ItemKind::Redated => text!(texts, "say-why-redated", line = line),
                ItemKind::Transfer => text!(texts, "say-why-transfer", line = line),
                _ => text!(texts, "say-why-entry", line = line),
            }
        }
        Proposal::Categories(found) => match found.first() {
            Some(best) => likely(chart, best, texts),
            None => texts.get("say-why-unknown"),
        },
        Proposal::Rule(rule) => {
            let path = |id| chart.path(id).to_owned();
            let terms: Vec<String> = rule.terms.iter().map(|term| term.typed(path)).collect();
            let category = rule.category.map(path).unwrap_or_default();
            text!(
                texts,
                "say-why-rule",
                terms = terms.join(" "),
                category = category
            )
        }
        Proposal::Nothing => without_proposal(chart, item, texts),
    })
}

fn without_proposal(chart: &Chart, item: &QueueItem, texts: &Texts) -> String {
    match item.kind {
        ItemKind::Late => texts.get("say-why-late"),
        ItemKind::Suggested => suggested(chart, item, texts),
        ItemKind::Document => match item.page {
            Some(page) => text!(texts, "say-why-page", page = i64::from(page)),
            None => texts.get("say-why-document"),
        },
        _ => texts.get("say-why-gone"),
    }
}

/// `Food, 93 %: "lider" 20 of 20 times`
fn likely(chart: &Chart, best: &Suggestion, texts: &Texts) -> String {
    let category = chart.path(best.category).to_owned();
    let confidence = i64::from(best.confidence);
    match best.voices.first() {
        Some(voice) => text!(
            texts,
            "say-why-likely",
            category = category,
            confidence = confidence,
            words = voice.words.clone(),
            with = i64::from(voice.with),
            of = i64::from(voice.of)
        ),
        None => text!(
            texts,
            "say-why-maybe",
            category = category,
            confidence = confidence
        ),
    }
}

/// What the metadata of the booked transaction says of the suggestion.
fn suggested(chart: &Chart, item: &QueueItem, texts: &Texts) -> String {
    let said = |transaction: &Transaction| {
        let why = transaction.metadata.get("suggested")?.clone();
        let legs = transaction.postings.iter();
        let mut categories = legs
            .filter_map(|leg| chart.get(leg.account))
            .filter(|account| account.kind.is_category());
        let category = chart.path(categories.next()?.id).to_owned();
        let words = why["words"].as_array()?.iter();
        let words: Vec<&str> = words.filter_map(serde_json::Value::as_str).collect();
        Some(text!(
            texts,
            "say-why-suggested",
            category = category,
            confidence = why["confidence"].as_i64()?,
            words = words.join(", ")
        ))
    };
    let found = item.transaction.as_deref().and_then(said);
    found.unwrap_or_else(|| texts.get("say-why-confirmed"))
}

fn line(
    book: &Book,
    transaction: &Transaction,
    style: &MoneyStyle,
    texts: &Texts,
) -> Result<String, EntryError> {
    let names: KnownNames = book.names_of(transaction)?;
    Ok(Sides::of(transaction, &names).line(transaction, &names, style, texts))
}
