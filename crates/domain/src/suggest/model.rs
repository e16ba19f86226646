//! The weights: how often each feature came with each category.
//!
//! The score of a category is the logarithm of its share of all payments, and for each feature that
//! was seen before the logarithm of how much more frequent the category is with it, times the weight
//! of the feature. Shares are smoothed towards the whole, so that what was seen once says little.
//! Floating point is right here: nothing of it is money.
#![expect(
    clippy::float_arithmetic,
    reason = "probabilities, from which no amount is made"
)]

use std::collections::HashMap;

use super::features::{Payment, Weight, visit};
use crate::id::AccountId;

/// How many payments the prior weighs against those with a feature.
const SMOOTHING: f64 = 0.6;
/// The confidence from which a suggestion is applied, in hundredths, and how often its strongest
/// word must have been seen.
const SURE: u8 = 90;
const SEEN: u32 = 3;

/// How often each category came, in all or with one feature.
#[derive(Clone, Debug, Default)]
struct Counts {
    total: u32,
    by_category: Vec<(AccountId, u32)>,
}

impl Counts {
    fn count(&mut self, category: AccountId) {
        self.total += 1;
        match self
            .by_category
            .iter_mut()
            .find(|(known, _)| *known == category)
        {
            Some((_, count)) => *count += 1,
            None => self.by_category.push((category, 1)),
        }
    }

    fn of(&self, category: AccountId) -> u32 {
        let found = self
            .by_category
            .iter()
            .find(|(known, _)| *known == category);
        found.map_or(0, |(_, count)| *count)
    }
}

/// What was learned.
#[derive(Clone, Debug, Default)]
pub struct Model {
    all: Counts,
    features: HashMap<Box<str>, Counts>,
}

/// A category that a payment may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The category.
    pub category: AccountId,
    /// How sure it is, in hundredths.
    pub confidence: u8,
    /// What spoke for it, the strongest first.
    pub voices: Vec<Voice>,
}

/// A word of the payment that spoke for a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The word, or the words of the payee.
    pub words: String,
    /// How many payments with it had the category.
    pub with: u32,
    /// How many payments had it at all.
    pub of: u32,
}

impl Suggestion {
    /// True when it may be applied without asking first.
    pub fn is_sure(&self) -> bool {
        let seen = self.voices.first().is_some_and(|voice| voice.with >= SEEN);
        self.confidence >= SURE && seen
    }
}

/// A feature of a payment that was seen before.
struct Known<'m> {
    words: Option<String>,
    weight: f64,
    counts: &'m Counts,
}

impl Model {
    /// Learns from a payment of a category.
    pub fn learn(&mut self, payment: &Payment<'_>, category: AccountId) {
        self.all.count(category);
        let features = &mut self.features;
        visit(payment, |feature, _| {
            if let Some(counts) = features.get_mut(feature) {
                counts.count(category);
            } else {
                let mut counts = Counts::default();
                counts.count(category);
                features.insert(feature.into(), counts);
            }
        });
    }

    /// True when there is nothing to go by.
    pub fn is_empty(&self) -> bool {
        self.all.total == 0
    }

    /// The likeliest categories, the best first: at most `most`. Empty when no word of the payment
    /// was seen before.
    pub fn suggest(&self, payment: &Payment<'_>, most: usize) -> Vec<Suggestion> {
        let known = self.known(payment);
        if known.iter().all(|feature| feature.words.is_none()) {
            return Vec::new();
        }
        let mut categories: Vec<AccountId> = Vec::new();
        for (category, _) in known.iter().flat_map(|feature| &feature.counts.by_category) {
            if !categories.contains(category) {
                categories.push(*category);
            }
        }
        let score = |category: AccountId| (category, self.score(&known, category));
        let mut scores: Vec<(AccountId, f64)> = categories.into_iter().map(score).collect();
        // Equal scores keep one order on every machine.
        scores.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let best = scores.first().map_or(0.0, |(_, score)| *score);
        let whole: f64 = scores.iter().map(|(_, score)| (score - best).exp()).sum();
        let suggestion = |(category, score): &(AccountId, f64)| Suggestion {
            category: *category,
            confidence: hundredths((score - best).exp() / whole),
            voices: self.voices(&known, *category),
        };
        scores.iter().take(most).map(suggestion).collect()
    }

    fn known(&self, payment: &Payment<'_>) -> Vec<Known<'_>> {
        let mut known = Vec::new();
        visit(payment, |feature, weight| {
            if let Some(counts) = self.features.get(feature) {
                let words = feature.trim_start_matches(['=', '&']).to_owned();
                known.push(Known {
                    words: Some(words).filter(|_| weight != Weight::Size),
                    weight: f64::from(weight.hundredths()) / 100.0,
                    counts,
                });
            }
        });
        known
    }

    /// The share of a category in all payments; one that was never seen has a little too.
    fn prior(&self, category: AccountId) -> f64 {
        (f64::from(self.all.of(category)) + 0.5) / (f64::from(self.all.total) + 1.0)
    }

    fn gain(&self, counts: &Counts, category: AccountId) -> f64 {
        let prior = self.prior(category);
        let share = SMOOTHING.mul_add(prior, f64::from(counts.of(category)))
            / (f64::from(counts.total) + SMOOTHING);
        (share / prior).ln()
    }

    fn score(&self, known: &[Known<'_>], category: AccountId) -> f64 {
        let gains = known
            .iter()
            .map(|feature| feature.weight * self.gain(feature.counts, category));
        self.prior(category).ln() + gains.sum::<f64>()
    }

    fn voices(&self, known: &[Known<'_>], category: AccountId) -> Vec<Voice> {
        let mut voices: Vec<(f64, Voice)> = Vec::new();
        for feature in known {
            let gain = feature.weight * self.gain(feature.counts, category);
            let Some(words) = feature.words.clone().filter(|_| gain > 0.0) else {
                continue;
            };
            if voices.iter().all(|(_, voice)| voice.words != words) {
                let voice = Voice {
                    words,
                    with: feature.counts.of(category),
                    of: feature.counts.total,
                };
                voices.push((gain, voice));
            }
        }
        voices.sort_by(|one, other| other.0.total_cmp(&one.0));
        voices.into_iter().take(3).map(|(_, voice)| voice).collect()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of one lies between 0 and 100"
)]
fn hundredths(share: f64) -> u8 {
    (share * 100.0).floor().clamp(0.0, 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOOD: i64 = 1;
    const BUS: i64 = 2;

    fn payment(payee: &str, minor: i64) -> Payment<'_> {
        Payment {
            payee,
            memo: "",
            minor,
        }
    }

    fn model() -> Model {
        let mut model = Model::default();
        for shop in 0..20 {
            let payee = format!("COMPRA LIDER {shop}");
            model.learn(&payment(&payee, -15_000 - shop), AccountId::from_raw(FOOD));
        }
        for _ in 0..5 {
            model.learn(&payment("COMPRA METRO", -800), AccountId::from_raw(BUS));
        }
        model
    }

    #[test]
    fn what_was_always_so_is_sure_and_says_why() {
        let found = model().suggest(&payment("compra Líder 999", -22_000), 3);
        assert_eq!(found[0].category, AccountId::from_raw(FOOD));
        assert!(found[0].is_sure(), "{found:?}");
        let voice = &found[0].voices[0];
        assert_eq!(
            (voice.words.as_str(), voice.with, voice.of),
            ("compra lider", 20, 20)
        );
    }

    #[test]
    fn the_rarer_category_wins_by_its_own_words() {
        let found = model().suggest(&payment("METRO SANTIAGO", -800), 3);
        assert_eq!(found[0].category, AccountId::from_raw(BUS));
    }

    #[test]
    fn what_was_never_seen_is_not_guessed() {
        assert_eq!(model().suggest(&payment("VETERINARIA", -15_000), 3), []);
        assert_eq!(Model::default().suggest(&payment("x y", 1), 3), []);
    }

    #[test]
    fn what_was_seen_once_is_not_sure() {
        let mut model = model();
        model.learn(&payment("FERRETERIA SUR", -3000), AccountId::from_raw(BUS));
        let found = model.suggest(&payment("FERRETERIA SUR", -4000), 1);
        assert_eq!(found[0].category, AccountId::from_raw(BUS));
        assert!(!found[0].is_sure(), "{found:?}");
    }

    #[test]
    fn two_halves_are_not_sure() {
        let mut model = Model::default();
        for at in 0..20 {
            let category = AccountId::from_raw(1 + at % 2);
            model.learn(&payment("PAYPAL", -1000 * at), category);
        }
        let found = model.suggest(&payment("PAYPAL", -77), 2);
        assert!(found[0].confidence < 70, "{found:?}");
        assert!(!found[0].is_sure());
    }
}
